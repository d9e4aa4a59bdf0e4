"""Reading an article from a DOCX (ECMA-376): the accepted view, with headings, captions and pictures.

The parts come from the gate and are read as plain trees: python-docx drops text inside pending insertions and
lets its own exceptions out on damaged files. Names are compared without their namespace, so that strict and
transitional documents are read alike.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.errors import FormatError, Problem
from workbench.formats.docx_parts import (
    ParagraphStyle,
    attribute,
    child_named,
    document_path,
    is_on,
    local_name,
    read_styles,
    relationships,
    take_look,
    value_of,
)
from workbench.formats.filing import file_loose_lines
from workbench.formats.gate import ZipParts, open_zip, safe_xml
from workbench.formats.lines import Line, detect_language, tidy
from workbench.formats.photos import MAX_PHOTO_BYTES, MAX_PHOTOS, idle_alternative, sniff_image
from workbench.model.incoming import Dropped, Incoming, IncomingPhoto
from workbench.model.kinds import SegmentKind
from workbench.sentences import counted, say

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_GONE = frozenset(
    ("del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "rt", "rPr", "pPr", "sdtPr")
)
_MAX_PARAGRAPHS = 200_000


@dataclass(slots=True)
class _Document:
    """The parts of one document while it is read."""

    name: str
    parts: ZipParts
    folder: str
    targets: dict[str, tuple[str, bool]]
    styles: dict[str, ParagraphStyle]
    lines: list[Line] = field(default_factory=list)
    photos: list[IncomingPhoto] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: int = 0


@dataclass(slots=True)
class _Text:
    """A paragraph while it is put together."""

    pieces: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    photos: list[tuple[int, str]] = field(default_factory=list)
    inner: list[Any] = field(default_factory=list)
    strong: int = 0
    filled: int = 0


def read_docx(data: bytes, name: str) -> Incoming:
    """Read the article of a document; raises `FormatError` when it is no DOCX, damaged, or empty."""
    parts = open_zip(data, name=name)
    path = document_path(parts, name)
    root = safe_xml(parts[path], name=name)
    body = next((child for child in root if local_name(child) == "body"), None)
    if body is None:
        raise FormatError(
            say("{name} is damaged: it has no body. Save it again in Word or LibreOffice.", name=name),
            place=path,
        )
    folder = posixpath.dirname(path)
    document = _Document(name, parts, folder, relationships(parts, path, name), {})
    document.styles = read_styles(parts, folder, name)
    _read_body(body, document)
    return _file(document)


def _file(document: _Document) -> Incoming:
    page = Incoming(language=detect_language(" ".join(line.text for line in document.lines)))
    page.photos = document.photos
    page.problems = document.problems
    page.dropped = document.dropped
    file_loose_lines(document.lines, page)
    if not any(block.kind is not SegmentKind.ALT for block in page.blocks):
        raise FormatError(
            say(
                "{document} is empty: there is no text in it. Choose the file that holds the article.",
                document=document.name,
            )
        )
    _list_the_rest(document, page)
    return page


def _read_body(body: Any, document: _Document) -> None:
    """Read the paragraphs in order; one whose mark is deleted is joined with the next (ECMA-376, 17.13.5.15)."""
    pending = _Text()
    for paragraph in _paragraphs(body):
        if len(document.lines) > _MAX_PARAGRAPHS:
            raise FormatError(
                say(
                    "{document} has more than {count:,} paragraphs. Split it and import the parts.",
                    document=document.name,
                    count=_MAX_PARAGRAPHS,
                )
            )
        _collect(paragraph, pending, document, is_strong=False)
        if _mark_is_deleted(paragraph):
            continue
        _finish(paragraph, pending, document)
        pending = _Text()
    if pending.pieces:
        _finish(None, pending, document)


def _finish(paragraph: Any, text: _Text, document: _Document) -> None:
    style = ParagraphStyle()
    if paragraph is not None:
        properties = child_named(paragraph, "pPr")
        named = (
            document.styles.get(value_of(child_named(properties, "pStyle")) or "")
            if properties is not None
            else None
        )
        if named:
            style = ParagraphStyle(named.level, named.is_caption, named.is_strong, named.is_centred)
        take_look(paragraph, style)
    for photo, alt in text.photos:
        document.lines.append(Line("", photo=photo, alt=alt, is_centred=style.is_centred))
    for piece in "".join(text.pieces).split("\n"):
        clean = tidy(piece)
        if clean:
            is_strong = style.is_strong or (text.filled > 0 and text.strong >= text.filled)
            document.lines.append(
                Line(
                    clean,
                    style.level,
                    is_strong=is_strong,
                    is_caption=style.is_caption,
                    is_centred=style.is_centred,
                )
            )
    if hidden := tidy("".join(text.hidden)):
        document.dropped.append(Dropped(hidden, say("hidden text")))
    for box in text.inner:
        _read_body(box, document)


def _paragraphs(container: Any) -> Iterator[Any]:
    """Return the paragraphs of a body or cell in reading order, without deleted rows."""
    stack = [iter(container)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        kind = local_name(child)
        if kind == "p":
            yield child
        elif kind == "tr" and _is_deleted_row(child):
            continue
        elif kind in {
            "tbl",
            "tr",
            "tc",
            "sdt",
            "sdtContent",
            "customXml",
            "ins",
            "moveTo",
            "smartTag",
            "AlternateContent",
            "Choice",
        }:
            stack.append(iter(child))


def _collect(element: Any, text: _Text, document: _Document, *, is_strong: bool) -> None:
    """Gather the accepted text of a paragraph: insertions in, deletions out."""
    for child in element:
        kind = local_name(child)
        if kind in _GONE or not kind:
            continue
        if kind == "t":
            _add(child.text or "", text, is_strong=is_strong)
        elif kind == "tab":
            _add(" ", text, is_strong=is_strong)
        elif kind in {"br", "cr"}:
            if attribute(child, "type") not in {"page", "column"}:
                text.pieces.append("\n")
        elif kind == "noBreakHyphen":
            _add("-", text, is_strong=is_strong)
        elif kind == "sym":
            _add(_symbol(child), text, is_strong=is_strong)
        elif kind in {"footnoteReference", "endnoteReference"}:
            document.notes += 1
        elif kind in {"drawing", "pict", "object"}:
            _take_pictures(child, text, document)
        elif kind == "r":
            _collect_run(child, text, document)
        else:
            _collect(child, text, document, is_strong=is_strong)


def _collect_run(run: Any, text: _Text, document: _Document) -> None:
    properties = child_named(run, "rPr")
    if properties is not None and is_on(child_named(properties, "vanish")):
        hidden = _Text()
        _collect(run, hidden, document, is_strong=False)
        text.hidden.extend(hidden.pieces)
        return
    if properties is not None and child_named(properties, "del") is not None:
        return
    _collect(run, text, document, is_strong=properties is not None and is_on(child_named(properties, "b")))


def _add(piece: str, text: _Text, *, is_strong: bool) -> None:
    text.pieces.append(piece)
    text.filled += len(piece.strip())
    text.strong += len(piece.strip()) if is_strong else 0


def _take_pictures(drawing: Any, text: _Text, document: _Document) -> None:
    """Take the pictures of a drawing with their alternative texts, and its text boxes."""
    alt = ""
    stack = [drawing]
    while stack:
        element = stack.pop()
        kind = local_name(element)
        if kind == "Fallback":
            continue
        if kind == "txbxContent":
            text.inner.append(element)
            continue
        if kind == "docPr":
            alt = tidy(element.get("descr") or "")
        if kind in {"blip", "imagedata"}:
            photo = _photo(element, document)
            if photo is not None:
                text.photos.append((photo, "" if idle_alternative(alt) else alt[:400]))
        stack.extend(reversed([child for child in element if isinstance(child.tag, str)]))


def _photo(element: Any, document: _Document) -> int | None:
    identity = next(
        (
            element.get(f"{space}{word}")
            for space in (_R, _R_STRICT)
            for word in ("embed", "id", "link")
            if element.get(f"{space}{word}")
        ),
        "",
    )
    target, is_outside = document.targets.get(identity or "", ("", False))
    if not target or len(document.photos) >= MAX_PHOTOS:
        return None
    if target in document.known:
        return document.known[target]
    photo = _linked_photo(target) if is_outside else _embedded_photo(target, document)
    if photo is None:
        return None
    document.photos.append(photo)
    document.known[target] = len(document.photos) - 1
    return document.known[target]


def _linked_photo(target: str) -> IncomingPhoto | None:
    if not target.lower().startswith(("http://", "https://")):
        return None
    return IncomingPhoto(posixpath.basename(target)[:100] or "picture", address=target)


def _embedded_photo(target: str, document: _Document) -> IncomingPhoto | None:
    file_name = posixpath.basename(target)
    if target not in document.parts:
        document.problems.append(
            Problem(
                document.name,
                target,
                say(
                    "The picture {picture} is missing in {document}.",
                    picture=file_name,
                    document=document.name,
                ),
            )
        )
        return None
    data = document.parts[target]
    media_type = sniff_image(data)
    if not media_type or len(data) > MAX_PHOTO_BYTES:
        reason = say("larger than 20 MB") if media_type else say("no JPEG, PNG, GIF or WebP")
        document.problems.append(
            Problem(
                document.name,
                target,
                say(
                    "The picture {picture} in {document} is {reason} and stayed behind. Add it as JPEG.",
                    picture=file_name,
                    document=document.name,
                    reason=reason,
                ),
            )
        )
        return None
    return IncomingPhoto(file_name, media_type, data)


def _list_the_rest(document: _Document, page: Incoming) -> None:
    """List what no article needs but a reader may miss: footnotes, page headers and footers."""
    if document.notes:
        page.problems.append(
            Problem(
                document.name,
                "",
                counted(
                    "{count} footnote in {document} was left behind; it is listed in the report.",
                    "{count} footnotes in {document} were left behind; they are listed in the report.",
                    document.notes,
                    document=document.name,
                ),
            )
        )
    kinds = (
        ("footnotes", say("footnote")),
        ("endnotes", say("endnote")),
        ("header", say("page header")),
        ("footer", say("page footer")),
        ("comments", say("comment")),
    )
    for target, is_outside in document.targets.values():
        reason = next(
            (
                reason
                for start, reason in kinds
                if re.fullmatch(rf"{start}\d*\.xml", posixpath.basename(target))
            ),
            "",
        )
        if is_outside or not reason or target not in document.parts:
            continue
        for paragraph in _paragraphs_anywhere(safe_xml(document.parts[target], name=document.name)):
            text = _Text()
            _collect(paragraph, text, document, is_strong=False)
            if words := tidy("".join(text.pieces)):
                page.dropped.append(Dropped(words[:400], reason))


def _paragraphs_anywhere(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if local_name(element) == "p")


def _mark_is_deleted(paragraph: Any) -> bool:
    properties = child_named(paragraph, "pPr")
    run = child_named(properties, "rPr") if properties is not None else None
    return run is not None and child_named(run, "del") is not None


def _is_deleted_row(row: Any) -> bool:
    properties = child_named(row, "trPr")
    return properties is not None and child_named(properties, "del") is not None


def _symbol(element: Any) -> str:
    """Return the character of a symbol run; private-use codes of symbol fonts stand as a bullet."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return "•"
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
