"""Building memory from an archive: files are read and paired, their sentences aligned, the sure links remembered."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from workbench.desk.aligning import (
    TRUSTED,
    AlignedText,
    align_texts,
    known_terms,
    load_work,
    read_plain,
    save_work,
)
from workbench.desk.importing import known_article
from workbench.desk.recognising import known_links
from workbench.errors import FormatError, Problem, reason_of
from workbench.formats.reading import read_article
from workbench.library.library import Library
from workbench.library.memory_intake import Intake
from workbench.library.place import own_library
from workbench.library.transaction import Transaction
from workbench.memory.align import Alignment, DocumentPair, find_pairs
from workbench.memory.align import read_article as read_pair
from workbench.memory.align.pairing import Beginning, pair_articles
from workbench.model.incoming import Incoming
from workbench.model.kinds import SegmentKind
from workbench.model.pairs import Background, NewEntry
from workbench.model.progress import Progress
from workbench.sentences import say
from workbench.text.normalise import digest_of, normalise
from workbench.text.segmenting import join_sentences, split_sentences

READABLE = frozenset({".html", ".htm", ".docx", ".txt", ".md"})
"""Endings of files in which an article may stand."""
BEGINNING_BLOCKS = 3
"""Paragraphs by which an article is recognised in the other language."""
DECIDED = 1.0
"""The confidence of a link that a person made or accepted."""

_LEFT_OUT = frozenset({SegmentKind.ALT})


@dataclass(frozen=True, slots=True)
class PairedArticle:
    """An article of the archive with its translation, sentence by sentence, and where it was published.

    `page` is the Chinese page as it was read, by which an article of the library is recognised.
    """

    document: DocumentPair
    published: date | None = None
    address: str = ""
    page: Incoming | None = None


@dataclass(slots=True)
class Archive:
    """What a folder of published articles holds: the pairs found, and the files that stay alone or cannot be read."""

    pairs: list[PairedArticle] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    aligned: list[AlignedText] = field(default_factory=list)
    added: int = 0


def build_memory(library: Library, folder: Path, archive: Archive) -> Iterator[Progress]:
    """Pair, align and remember the articles of a folder; texts with doubtful links are kept for a person.

    `archive` tells afterwards what was aligned, how many pairs were added, and what could not be read.
    """
    yield from read_archive(library, folder, archive)
    yield from align_archive(library, archive, archive.aligned)
    archive.added = remember_links(library, archive.aligned)
    doubtful = [text for text in archive.aligned if text.doubtful()]
    if doubtful:
        keep_work(library, [*kept_work(library), *doubtful])


def read_archive(library: Library, folder: Path, archive: Archive) -> Iterator[Progress]:
    """Read the articles of a folder and pair them: NAME.zh with NAME.en, all others by date and how they begin.

    Raises `FormatError` when there is no folder.
    """
    if not folder.is_dir():
        raise FormatError(say("{path} is not a folder. Choose the one that holds the articles.", path=folder))
    named, _ = find_pairs(folder)
    for chinese, english in named:
        archive.pairs.append(PairedArticle(read_pair(chinese, english, read_plain)))
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READABLE and path.is_file())
    files = [path for path in files if not any(path in pair for pair in named)]
    if not named and not files:
        raise FormatError(
            say(
                "{path} holds no articles: no web pages, Word files or texts. Choose another folder.",
                path=folder,
            )
        )
    read: list[Incoming] = []
    for done, path in enumerate(files, 1):
        try:
            read.append(read_article(path))
        except FormatError as error:
            archive.problems.append(Problem(str(path), "", error.sentence))
        except OSError as error:
            said = say("It cannot be read: {reason}.", reason=reason_of(error))
            archive.problems.append(Problem(str(path), "", said))
        yield Progress(done, len(files), path.name)
    _pair(read, archive, known_terms(library))


def _pair(read: Sequence[Incoming], archive: Archive, terms: list[tuple[str, str]]) -> None:
    chinese = [page for page in read if page.language.startswith("zh")]
    english = [page for page in read if page.language.startswith("en")]
    found = pair_articles(*([_beginning(page) for page in side] for side in (chinese, english)), terms=terms)
    for z, e, _ in sorted(found):
        archive.pairs.append(_paired(chinese[z], english[e]))
    met = {id(chinese[z]) for z, _, _ in found} | {id(english[e]) for _, e, _ in found}
    said = say("No article in the other language was found for it. It was left out.")
    archive.problems += [Problem(page.path, "", said) for page in read if id(page) not in met]


def _beginning(page: Incoming) -> Beginning:
    return Beginning("\n".join(block.text for block in page.blocks[:BEGINNING_BLOCKS]), page.published)


def _paired(chinese: Incoming, english: Incoming) -> PairedArticle:
    sources, source_paragraphs = _sentences(chinese, "zh")
    targets, target_paragraphs = _sentences(english, "en")
    name = Path(chinese.path).stem or chinese.headline
    document = DocumentPair(name, sources, targets, source_paragraphs, target_paragraphs)
    return PairedArticle(
        document,
        english.published or chinese.published,
        english.source_address or chinese.source_address,
        chinese,
    )


def _sentences(page: Incoming, language: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    cut = [
        (sentence.strip(), number)
        for number, block in enumerate(page.blocks)
        if block.kind not in _LEFT_OUT
        for sentence in split_sentences(block.text, language)
        if sentence.strip()
    ]
    return tuple(sentence for sentence, _ in cut), tuple(number for _, number in cut)


def align_archive(
    library: Library, archive: Archive, found: list[AlignedText]
) -> Generator[Progress, None, None]:
    """Align the pairs of an archive, learned from together, and add them to `found`.

    What the library published itself is not aligned: its editions say which sentences belong together.
    """
    known = _known(library, archive.pairs)
    others = [pair.document for pair, links in zip(archive.pairs, known, strict=True) if links is None]
    aligned: list[AlignedText] = []
    yield from align_texts(others, aligned, terms=known_terms(library))
    rest = iter(aligned)
    for pair, links in zip(archive.pairs, known, strict=True):
        alignment = links or next(rest).alignment
        found.append(AlignedText(pair.document, alignment, pair.published, pair.address))


def _known(library: Library, pairs: Iterable[PairedArticle]) -> list[Alignment | None]:
    """Return the links of the pairs that stand in the library as they were published, None for all others."""
    with library.reading() as tx:
        return [_links_in(tx, pair.document, pair.page) for pair in pairs]


def _links_in(tx: Transaction, document: DocumentPair, page: Incoming | None) -> Alignment | None:
    article = known_article(tx, page) if page is not None else None
    return None if article is None else known_links(tx, document, article, "en")


def remember_links(
    library: Library, texts: Iterable[AlignedText], *, trusted: float = TRUSTED, asked_by: str = ""
) -> int:
    """Add the links that are sure enough to the memory, with article, date and address; return how many were new.

    Pairs that are there already are left out, so that the same archive can be taken in again.
    """
    intake = Intake(library)
    added = 0
    try:
        for text in texts:
            added += intake.add(_entries(text, trusted), asked_by=asked_by)
        intake.finish()
    finally:
        intake.close()
    return added


def _entries(text: AlignedText, trusted: float) -> list[NewEntry]:
    made: list[NewEntry] = []
    joined = [
        (
            join_sentences([text.document.sources[n] for n in sources], "zh"),
            join_sentences([text.document.targets[n] for n in targets], "en"),
        )
        for sources, targets in text.alignment.links
    ]
    digests = [digest_of(normalise(source)) if source else "" for source, _ in joined]
    for place, ((source, target), score) in enumerate(zip(joined, text.alignment.scores, strict=True)):
        if not source or not target or score < trusted:
            continue
        background = Background(
            text.document.name[:80],
            text.published,
            digests[place - 1] if place else "",
            digests[place + 1] if place + 1 < len(digests) else "",
            is_reviewed=score >= DECIDED,
        )
        props = [("x-confidence", f"{score:.3f}"), ("x-address", text.address)]
        details = json.dumps({"props": [prop for prop in props if prop[1]]}, ensure_ascii=False)
        made.append(
            NewEntry(source, target, normalise(source), "aligned", details=details, background=background)
        )
    return made


def work_place(library: Library) -> Path:
    """Return where half-done alignment of a library is kept: beside its file, or with the person's own library."""
    path = library.path or own_library()
    return path.with_name(f"{path.name}.alignment")


def keep_work(library: Library, texts: Sequence[AlignedText]) -> None:
    """Keep half-done alignment work; nothing left to do takes the file away."""
    if texts:
        save_work(work_place(library), texts)
    else:
        work_place(library).unlink(missing_ok=True)


def kept_work(library: Library) -> list[AlignedText]:
    """Return the alignment work that was kept, [] when there is none."""
    path = work_place(library)
    return load_work(path) if path.exists() else []
