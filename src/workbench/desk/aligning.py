"""Building memory from published articles: sentences of texts and their translations are matched and written out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.encoding import MAX_TEXT_BYTES, SURE, decode_text
from workbench.formats.files import read_file
from workbench.memory.align import (
    PASSES,
    Alignment,
    DocumentPair,
    Scorer,
    align_in_steps,
    editing,
    find_pairs,
    installed_scorer,
    read_article,
    read_lines,
)
from workbench.memory.cutting import Cutter
from workbench.model.progress import Progress
from workbench.sentences import say
from workbench.text.segmenting import join_sentences

if TYPE_CHECKING:  # aligning alone needs neither a database nor an exchange file
    from workbench.formats.tmx import TmxUnit
    from workbench.library.library import Library

MAX_WORK_BYTES = 512 * 1024 * 1024
"""Bytes of half-done work; each of its lines is JSON of one text and has the limits of JSON."""
MOST_LINES = 400_000
"""Lines of one text, as of an article that is imported."""
TRUSTED = 0.5
"""Links surer than this are written out; the others are for a person to look at."""

FilePair = tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """One text with its translation, which sentences belong together, and when and where it was published."""

    document: DocumentPair
    alignment: Alignment
    published: date | None = None
    address: str = ""

    def doubtful(self, trusted: float = TRUSTED) -> list[int]:
        """Return the places of the links a person should look at."""
        return [place for place, score in enumerate(self.alignment.scores) if score < trusted]


class LinkAct(StrEnum):
    """What a person can do to a link of an alignment."""

    ACCEPT = "accept"
    JOIN = "join with the next"
    BREAK = "break up"
    GIVE_SOURCE = "give the last Chinese sentence to the next"
    GIVE_TARGET = "give the last English sentence to the next"
    TAKE_SOURCE = "take the first Chinese sentence of the next"
    TAKE_TARGET = "take the first English sentence of the next"


_ACTS: dict[LinkAct, Callable[[Alignment, int], Alignment]] = {
    LinkAct.ACCEPT: editing.accept,
    LinkAct.JOIN: editing.join_with_next,
    LinkAct.BREAK: editing.break_up,
    LinkAct.GIVE_SOURCE: editing.give_source_to_next,
    LinkAct.GIVE_TARGET: editing.give_target_to_next,
    LinkAct.TAKE_SOURCE: editing.take_source_from_next,
    LinkAct.TAKE_TARGET: editing.take_target_from_next,
}


def change_links(text: AlignedText, act: LinkAct, place: int) -> AlignedText:
    """Return the text after an act on the link at `place`; each sentence stays in exactly one link."""
    return replace(text, alignment=_ACTS[act](text.alignment, place))


def find_texts(place: Path, english: Path | None = None) -> tuple[list[FilePair], list[Problem]]:
    """Return the pairs of files to align, and files that had to be left out.

    They are the two named, those a list names (a .tsv or .txt file, Chinese path TAB English path a line, from the
    list's own folder), or all NAME.zh and NAME.en of a folder. Raises `FormatError` when there is nothing to align.
    """
    if english is not None:
        return [(place, english)], []
    if place.is_file():
        return _listed(place)
    if not place.is_dir():
        raise FormatError(
            say(
                "{place} is neither a folder nor a list of pairs. Name one, or a Chinese and an English file.",
                place=place,
            )
        )
    pairs, problems = find_pairs(place)
    if not pairs:
        raise FormatError(say("{place} holds no pair of files NAME.zh and NAME.en.", place=place))
    return pairs, problems


def _listed(path: Path) -> tuple[list[FilePair], list[Problem]]:
    try:
        lines = read_file(path, most=MAX_TEXT_BYTES).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(
            say(
                "{path} cannot be read as a list of pairs in UTF-8: {reason}.",
                path=path,
                reason=reason_of(error),
            )
        ) from error
    pairs, problems = [], []
    for number, line in enumerate(lines, 1):
        chinese, tab, english = line.partition("\t")
        if tab and english.strip():
            pairs.append((path.parent / chinese.strip(), path.parent / english.strip()))
        elif line.strip():
            message = say("A line needs a Chinese path, a tab and an English path. It was left out.")
            problems.append(Problem(str(path), say("line {number}", number=number), message))
    if not pairs:
        raise FormatError(
            say(
                "{path} lists no pair. Name a Chinese and an English file, a folder, or a list of pairs.",
                path=path,
            )
        )
    return pairs, problems


def read_texts(
    pairs: Iterable[FilePair], *, one_sentence_a_line: bool
) -> tuple[list[DocumentPair], list[Problem]]:
    """Return the documents that can be read, and what is wrong with the others."""
    read = read_lines if one_sentence_a_line else read_article
    documents, problems = [], []
    for chinese, english in pairs:
        try:
            documents.append(read(chinese, english, read_plain))
        except (FormatError, OSError) as error:
            message = (
                error.sentence
                if isinstance(error, FormatError)
                else say("It cannot be read: {reason}.", reason=reason_of(error))
            )
            problems.append(Problem(str(chinese), "", message))
    return documents, problems


def read_plain(path: Path) -> str:
    """Read a text to align through the gate; raises `FormatError` unless it is text in an encoding that is sure."""
    decoded = decode_text(read_file(path, most=MAX_TEXT_BYTES), name=path.name)
    if decoded.confidence < SURE or "\ufffd" in decoded.text:
        raise FormatError(
            say(
                "{path} is not a text in UTF-8 or GB 18030. Save it as plain text in UTF-8 and try again.",
                path=path.name,
            )
        )
    if decoded.text.count("\n") > MOST_LINES:
        raise FormatError(
            say(
                "{path} has more than {count:,} lines. Split it and align the parts.",
                path=path.name,
                count=MOST_LINES,
            )
        )
    return decoded.text


def known_terms(library: Library) -> list[tuple[str, str]]:
    """Return every Chinese form of the term base with each of its English forms."""
    with library.reading() as tx:
        entries = tx.vocabulary.entries("zh", "en")
    return [(source, form.text) for entry in entries for source in entry.sources for form in entry.targets]


def align_texts(
    documents: Sequence[DocumentPair],
    found: list[AlignedText],
    *,
    terms: Iterable[tuple[str, str]] = (),
    scorer: Scorer | None = None,
    is_shared: bool = False,
    cutter: Cutter | None = None,
) -> Iterator[Progress]:
    """Align documents, learned from together, and add them to `found` in order; stop it between any two steps.

    A scorer that a plug-in brings along takes part unless another is given. A program of one thread may share the
    work with a process (`is_shared`), and have started another ahead (`cutter`).
    """
    total = PASSES * len(documents)
    scorer = scorer or installed_scorer()
    can_share = is_shared and scorer is None  # a model has threads of its own, which no fork survives
    steps = align_in_steps(documents, terms=terms, scorer=scorer, is_shared=can_share, cutter=cutter)
    for done, alignment in enumerate(steps, 1):
        document = documents[(done - 1) % len(documents)]
        if alignment is not None:
            found.append(AlignedText(document, alignment))
        yield Progress(done, total, document.name)


def aligned_units(text: AlignedText, trusted: float = TRUSTED) -> Iterator[TmxUnit]:
    """Yield the sentence pairs of a text that are sure enough, as units of a translation memory."""
    from workbench.formats.tmx import TmxUnit

    for (sources, targets), score in zip(text.alignment.links, text.alignment.scores, strict=True):
        if sources and targets and score >= trusted:
            yield TmxUnit(
                join_sentences([text.document.sources[number] for number in sources], "zh"),
                join_sentences([text.document.targets[number] for number in targets], "en"),
                props=(
                    ("x-origin", "aligned"),
                    ("x-article", text.document.name),
                    ("x-confidence", f"{score:.3f}"),
                ),
            )


def write_aligned(path: Path, texts: Iterable[AlignedText], trusted: float = TRUSTED) -> int:
    """Write the sure sentence pairs of texts to a TMX file and return how many there are."""
    from workbench.formats.tmx import write_units

    return write_units(path, (unit for text in texts for unit in aligned_units(text, trusted)))


def save_work(path: Path, texts: Iterable[AlignedText]) -> None:
    """Keep half-done work: texts and links as they stand, a line of JSON a text."""
    from workbench.formats.writing import write_file

    lines = [json.dumps(asdict(text), ensure_ascii=False, default=str) for text in texts]
    write_file(path, "".join(f"{line}\n" for line in lines).encode())


def load_work(path: Path) -> list[AlignedText]:
    """Return the work kept by `save_work`; raises `FormatError` when the file is anything else."""
    from workbench.formats.gate import safe_json

    try:
        lines = read_file(path, most=MAX_WORK_BYTES).split(b"\n")
        return [_kept(safe_json(line, name=path.name)) for line in lines if line]
    except (FormatError, ValueError, KeyError, TypeError) as error:
        raise FormatError(
            say("{path} is no saved alignment. Choose a file that was saved here.", path=path.name)
        ) from error


def _kept(said: dict[str, Any]) -> AlignedText:
    document, alignment = said["document"], said["alignment"]
    published = said.get("published")
    links = [(tuple(sources), tuple(targets)) for sources, targets in alignment["links"]]
    return AlignedText(
        DocumentPair(
            document["name"],
            tuple(document["sources"]),
            tuple(document["targets"]),
            tuple(document["source_paragraphs"]),
            tuple(document["target_paragraphs"]),
        ),
        Alignment(alignment["name"], links, list(alignment["scores"])),
        date.fromisoformat(published) if published else None,
        str(said.get("address", "")),
    )
