"""Checking a file of pairs without the parser of all commands and the ORM: both load longer than hundreds of pairs take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from workbench.cli.context import WITH_PROBLEMS, CommandContext
from workbench.errors import FormatError
from workbench.model.finding import Finding
from workbench.model.passage import CheckContext

NUMBERED_PAIR = tuple[int, str, str]
"""The number of a row, its source, its target."""


def plain_pairs(words: Sequence[str]) -> Path | None:
    """Return the file that `check --pairs FILE` names; None for other words, which the parser understands."""
    if len(words) != 3 or list(words[:2]) != ["check", "--pairs"] or words[2].startswith("-"):
        return None
    return Path(words[2])


def check_plainly(context: CommandContext, path: Path) -> None:
    """Check the pairs of a file with what the library's house has decided, each judged alone."""
    from workbench.desk.checking_pairs import house_of

    surroundings = house_of(context.place)
    if surroundings is None:
        from workbench.desk.checking import library_context

        surroundings = library_context(context.library())
    answer_pairs(context, path, surroundings)


def answer_pairs(context: CommandContext, path: Path, surroundings: CheckContext) -> None:
    """Check the pairs of a file, each judged alone, and answer a line a pair."""
    from workbench.desk.checking_pairs import check_pairs

    for row, findings in check_pairs(read_pairs(path), surroundings):
        answer(context, {"row": row}, f"{row}", findings)


def read_pairs(path: Path) -> Iterator[NUMBERED_PAIR]:
    """Yield the pairs of a UTF-8 file, source TAB target a line; raise `FormatError` for another."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise FormatError(f"{path} cannot be read: {error.strerror}.", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise FormatError(
            f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8.", place=str(path)
        ) from error
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    for row, line in enumerate(lines, start=1):
        source, _, target = line.rstrip("\r").partition("\t")
        yield row, source, target


def answer(context: CommandContext, where: dict[str, Any], said: str, findings: Iterable[Finding]) -> None:
    """Say the findings of one row: an object a line as JSON, else a line each."""
    found = list(findings)
    if found:
        context.status = WITH_PROBLEMS
    if context.as_json:
        context.answer_line({**where, "findings": [_shown(finding) for finding in found]}, "")
        return
    for finding in found:
        context.answer_line({}, f"{said}  {finding.level:<8} {finding.check}: {finding.message}")


def _shown(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "family": str(finding.family),
        "level": str(finding.level),
        "source": list(finding.source) if finding.source else None,
        "target": list(finding.target) if finding.target else None,
        "message": finding.message,
        "slip": finding.slip,
        "fixes": [{"label": f.label, "span": list(f.span), "text": f.text} for f in finding.fixes],
    }
