"""The command that aligns texts with their translations, sentence by sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, CommandContext, common
from workbench.errors import Problem

if TYPE_CHECKING:
    from workbench.desk.aligning import AlignedText


def align_command(
    command: typer.Context,
    texts: Annotated[
        Path, typer.Argument(metavar="ZH|FOLDER", help="A Chinese text, or a folder of NAME.zh and NAME.en.")
    ],
    english: Annotated[Path | None, typer.Argument(metavar="EN", help="Its English translation.")] = None,
    *,
    lines: Annotated[bool, typer.Option("--lines", help="One sentence a line, numbered from 0.")] = False,
    to: Annotated[Path | None, typer.Option(help="Write the sure pairs to a .tmx file.")] = None,
) -> None:
    """Match the sentences of texts and translations; a folder is learned from together."""
    from workbench.desk.aligning import (  # loads the aligner, which no other command needs
        align_texts,
        find_texts,
        known_terms,
        read_texts,
        write_aligned,
    )
    from workbench.library.term_pairs import read_term_pairs

    context = common(command)
    pairs, problems = find_texts(texts, english)
    documents, unread = read_texts(pairs, one_sentence_a_line=lines)
    _tell(context, [*problems, *unread])
    found: list[AlignedText] = []
    terms = read_term_pairs(context.place)
    if terms is None:
        terms = known_terms(context.library())
    context.watch(align_texts(documents, found, terms=terms, is_shared=True))
    for text in found:
        alignment = text.alignment
        document = {"name": alignment.name, "links": alignment.links, "scores": alignment.scores}
        context.answer_line(document, _said(text))
    if to is not None:
        count = write_aligned(to, found)
        print(f"{count} pairs written to {to}", file=sys.stderr)


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
