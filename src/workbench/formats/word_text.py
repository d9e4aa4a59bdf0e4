"""Reading WordprocessingML as if every tracked change were accepted (ECMA-376 part 1, section 17.13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.errors import FormatError
from workbench.formats.exchange import EPOCH
from workbench.formats.gate import ZipParts, open_zip, safe_xml
from workbench.model.page import RowComment
from workbench.sentences import say

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
# Gone once changes are accepted, or never text of the document.
_SKIPPED = {
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "pPr",
        "rPr",
        "tblPr",
        "tcPr",
        "trPr",
        "pict",
    )
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word file that matter here: the body, and comments by their number."""

    body: Any
    comments: dict[str, RowComment]


def open_word(data: bytes, *, name: str) -> WordFile:
    """Open a DOCX of unknown origin through the gate; raises `FormatError`."""
    parts = open_zip(data, name=name)
    if "word/document.xml" not in parts:
        raise FormatError(
            say("{name} is not a Word document (DOCX). Save it as DOCX and read it again.", name=name)
        )
    body = safe_xml(parts["word/document.xml"], name=name).find(f"{W}body")
    if body is None:
        raise FormatError(
            say("{name} has no text body: it is damaged. Save it again in its own program.", name=name)
        )
    return WordFile(body, _comments(parts, name))


def accepted_text(container: Any) -> str:
    """Return the text of a cell or paragraph with changes accepted; paragraphs end with a line feed between them."""
    pieces: list[str] = []
    paragraphs = [each for each in _live(container) if each.tag == f"{W}p"] or [container]
    for index, paragraph in enumerate(paragraphs):
        pieces += [_SIGNS.get(each.tag) or each.text or "" for each in _live(paragraph) if _is_text(each)]
        if index + 1 < len(paragraphs) and not _mark_is_deleted(paragraph):
            pieces.append("\n")
    return "".join(pieces)


def hidden_text(container: Any) -> str:
    """Return the text of the runs that are hidden (`w:vanish`)."""
    runs = (each for each in container.iter(f"{W}r") if each.find(f"{W}rPr/{W}vanish") is not None)
    return "".join(text.text or "" for run in runs for text in run.iter(f"{W}t"))


def visible_text(container: Any) -> str:
    """Return the accepted text without hidden runs."""
    runs = (each for each in _live(container) if each.tag == f"{W}r")
    shown = (run for run in runs if run.find(f"{W}rPr/{W}vanish") is None)
    return "".join(text.text or "" for run in shown for text in run.iter(f"{W}t"))


def change_authors(container: Any) -> tuple[str, ...]:
    """Return whose tracked insertions, deletions and moves stand in a cell, each once."""
    found: dict[str, None] = {}
    for name in ("ins", "del", "moveFrom", "moveTo"):
        for change in container.iter(f"{W}{name}"):
            found[change.get(f"{W}author", "")] = None
    return tuple(found)


def comment_numbers(container: Any) -> list[str]:
    """Return the numbers of the Word comments anchored in a row."""
    references = container.iter(f"{W}commentReference", f"{W}commentRangeStart")
    return list(dict.fromkeys(each.get(f"{W}id", "") for each in references))


def is_deleted_row(row: Any) -> bool:
    """Tell whether a tracked change takes the whole table row away."""
    return row.find(f"{W}trPr/{W}del") is not None


def _live(container: Any) -> Iterator[Any]:
    """Yield the elements below one that remain, in order, without recursion."""
    pending = list(reversed(container))
    while pending:
        element = pending.pop()
        if isinstance(element.tag, str) and element.tag not in _SKIPPED:
            yield element
            pending.extend(reversed(element))


def _is_text(element: Any) -> bool:
    return element.tag == f"{W}t" or element.tag in _SIGNS


def _mark_is_deleted(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _comments(parts: ZipParts, name: str) -> dict[str, RowComment]:
    if "word/comments.xml" not in parts:
        return {}
    done = _resolved(parts, name)
    found = {}
    for comment in safe_xml(parts["word/comments.xml"], name=name).iter(f"{W}comment"):
        marks = {each.get(f"{_W14}paraId", "") for each in comment.iter(f"{W}p")}
        found[comment.get(f"{W}id", "")] = RowComment(
            comment.get(f"{W}author", ""),
            _time(comment.get(f"{W}date", "")),
            accepted_text(comment),
            bool(marks & done),
        )
    return found


def _resolved(parts: ZipParts, name: str) -> set[str]:
    if "word/commentsExtended.xml" not in parts:
        return set()
    marks = safe_xml(parts["word/commentsExtended.xml"], name=name).iter(f"{_W15}commentEx")
    return {each.get(f"{_W15}paraId", "") for each in marks if each.get(f"{_W15}done") in {"1", "true"}}


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return EPOCH
    return at if at.tzinfo else at.replace(tzinfo=EPOCH.tzinfo)
