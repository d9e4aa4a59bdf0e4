"""Aligning texts with their translations on the command line, started without what other commands need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.context import WITH_PROBLEMS, CommandContext
from workbench.errors import Problem

if TYPE_CHECKING:
    from workbench.desk.aligning import AlignedText


@dataclass(frozen=True, slots=True)
class AlignRequest:
    """What `workbench memory align` was asked: texts or a folder, how they are cut, and where the pairs go."""

    texts: Path
    english: Path | None = None
    lines: bool = False
    to: Path | None = None


def plain_request(words: Sequence[str]) -> AlignRequest | None:
    """Return what plain words ask for; None for other commands, and for words that have to be explained.

    The parser that knows all commands takes as long to load as aligning three hundred sentences.
    """
    if list(words[:2]) != ["memory", "align"]:
        return None
    places: list[Path] = []
    lines, to = False, None
    waiting = list(words[2:])
    while waiting:
        word = waiting.pop(0)
        if word == "--lines":
            lines = True
        elif word == "--to" and waiting and not waiting[0].startswith("-"):
            to = Path(waiting.pop(0))
        elif word.startswith("-") or not word:
            return None
        else:
            places.append(Path(word))
    if not 1 <= len(places) <= 2:
        return None
    return AlignRequest(places[0], places[1] if len(places) == 2 else None, lines, to)


def align(context: CommandContext, request: AlignRequest) -> None:
    """Match the sentences of texts and translations; a folder is learned from together."""
    from workbench.desk.getting_ahead import start_ahead

    cutter = start_ahead()  # before what follows is loaded: that takes as long as the child needs to be ready
    try:
        from workbench.desk.aligning import align_texts, find_texts, known_terms, read_texts, write_aligned
        from workbench.library.term_pairs import read_term_pairs

        pairs, problems = find_texts(request.texts, request.english)
        documents, unread = read_texts(pairs, one_sentence_a_line=request.lines)
        _tell(context, [*problems, *unread])
        found: list[AlignedText] = []
        terms = read_term_pairs(context.place)
        if terms is None:
            terms = known_terms(context.library())
        context.watch(align_texts(documents, found, terms=terms, is_shared=True, cutter=cutter))
    finally:
        cutter.close()
    for text in found:
        alignment = text.alignment
        document = {"name": alignment.name, "links": alignment.links, "scores": alignment.scores}
        context.answer_line(document, _said(text))
    if request.to is not None:
        count = write_aligned(request.to, found)
        print(f"{count} pairs written to {request.to}", file=sys.stderr)


def _tell(context: CommandContext, problems: list[Problem]) -> None:
    for problem in problems:
        context.status = WITH_PROBLEMS
        print(f"{problem.path}: {problem.message}", file=sys.stderr)


def _said(text: AlignedText) -> str:
    """Return a text and its translation side by side, a link a paragraph."""
    blocks = [text.document.name]
    for (sources, targets), score in zip(text.alignment.links, text.alignment.scores, strict=True):
        chinese = " ".join(text.document.sources[number] for number in sources) or "—"
        english = " ".join(text.document.targets[number] for number in targets) or "—"
        blocks.append(f"{score:4.0%}  {chinese}\n      {english}")
    return "\n".join(blocks) + "\n"
