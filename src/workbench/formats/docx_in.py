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
from urllib.parse import unquote

from workbench.errors import FormatError, Problem
from workbench.formats.filing import file_loose_lines
from workbench.formats.gate import ZipParts, open_zip, safe_xml
from workbench.formats.lines import Line, detect_language, tidy
from workbench.formats.photos import MAX_PHOTO_BYTES, MAX_PHOTOS, idle_alternative, sniff_image
from workbench.model.incoming import Dropped, Incoming, IncomingPhoto
from workbench.model.kinds import SegmentKind

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_GONE = frozenset(
    ("del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "rt", "rPr", "pPr", "sdtPr")
)
_HEADING = re.compile(r"^(?:heading|标题|überschrift|titre)\s*(\d)$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|标题|题目|大标题)$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:caption|题注|图片说明|图注)", re.IGNORECASE)
_MAX_PARAGRAPHS = 200_000


@dataclass(slots=True)
class _Style:
    """What a paragraph style says about its text."""

    level: int = 0
    is_caption: bool = False
    is_strong: bool = False
    is_centred: bool = False


@dataclass(slots=True)
class _Document:
    """The parts of one document while it is read."""

    name: str
    parts: ZipParts
    folder: str
    targets: dict[str, tuple[str, bool]]
    styles: dict[str, _Style]
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
    path = _document_path(parts, name)
    root = safe_xml(parts[path], name=name)
    body = next((child for child in root if _local(child) == "body"), None)
    if body is None:
        raise FormatError(
            f"{name} is damaged: it has no body. Save it again in Word or LibreOffice.", place=path
        )
    folder = posixpath.dirname(path)
    document = _Document(name, parts, folder, _targets(parts, path, name), {})
    document.styles = _read_styles(document)
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
            f"{document.name} is empty: there is no text in it. Choose the file that holds the article."
        )
    _list_the_rest(document, page)
    return page


def _document_path(parts: ZipParts, name: str) -> str:
    """Return the name of the main part; say what else the archive is when there is none."""
    for target, is_outside in _targets(parts, "", name).values():
        if not is_outside and target.endswith(".xml") and target in parts and target.startswith("word/"):
            return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    if any(member.startswith("xl/") for member in parts):
        raise FormatError(f"{name} is a spreadsheet. Save the article as DOCX, HTML or text and import that.")
    if any(member.startswith("ppt/") for member in parts):
        raise FormatError(
            f"{name} is a presentation. Save the article as DOCX, HTML or text and import that."
        )
    if "content.xml" in parts:
        raise FormatError(f"{name} is an OpenDocument file. Save it as .docx in LibreOffice and import that.")
    raise FormatError(f"{name} is a ZIP archive without a document in it. Unpack it and import the article.")


def _targets(parts: ZipParts, path: str, name: str) -> dict[str, tuple[str, bool]]:
    """Return the relationships of a part: id → (target, whether it lies outside). Source: OPC, section 9.3."""
    folder, base = posixpath.split(path)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    if rels not in parts:
        return {}
    found = {}
    for relation in safe_xml(parts[rels], name=name):
        if _local(relation) != "Relationship":
            continue
        target = relation.get("Target") or ""
        is_outside = relation.get("TargetMode") == "External"
        if not is_outside:
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            target = posixpath.normpath(unquote(full))
        found[relation.get("Id") or ""] = (target, is_outside)
    return found


def _read_styles(document: _Document) -> dict[str, _Style]:
    path = posixpath.join(document.folder, "styles.xml")
    if path not in document.parts:
        return {}
    raw = {
        _attribute(style, "styleId"): style
        for style in safe_xml(document.parts[path], name=document.name)
        if _local(style) == "style"
    }
    return {identity: _style(identity, raw) for identity in raw}


def _style(identity: str, raw: dict[str, Any]) -> _Style:
    """Read a style and those it is based on."""
    style = _Style()
    seen: set[str] = set()
    while identity in raw and identity not in seen and len(seen) < 20:
        seen.add(identity)
        element = raw[identity]
        name = _value(_child(element, "name")) or ""
        _look(element, style)
        style.is_caption |= bool(_CAPTION.match(name))
        if not style.level:
            heading = _HEADING.match(name)
            style.level = 1 if _TITLE.match(name) else min(6, int(heading.group(1))) if heading else 0
            if name.lower() in {"subtitle", "副标题"}:
                style.level = 2
        identity = _value(_child(element, "basedOn")) or ""
    return style


def _look(element: Any, style: _Style) -> None:
    """Take outline level, alignment and weight from the properties in a style or paragraph."""
    properties = _child(element, "pPr")
    if properties is not None:
        outline = _value(_child(properties, "outlineLvl")) or ""
        if outline.isdigit() and int(outline) < 6 and not style.level:
            style.level = int(outline) + 1
        style.is_centred |= _value(_child(properties, "jc")) == "center"
    run = _child(element, "rPr")
    if run is not None and _is_on(_child(run, "b")):
        style.is_strong = True


def _read_body(body: Any, document: _Document) -> None:
    """Read the paragraphs in order; one whose mark is deleted is joined with the next (ECMA-376, 17.13.5.15)."""
    pending = _Text()
    for paragraph in _paragraphs(body):
        if len(document.lines) > _MAX_PARAGRAPHS:
            raise FormatError(
                f"{document.name} has more than {_MAX_PARAGRAPHS:,} paragraphs. Split it and import the parts."
            )
        _collect(paragraph, pending, document, is_strong=False)
        if _mark_is_deleted(paragraph):
            continue
        _finish(paragraph, pending, document)
        pending = _Text()
    if pending.pieces:
        _finish(None, pending, document)


def _finish(paragraph: Any, text: _Text, document: _Document) -> None:
    style = _Style()
    if paragraph is not None:
        properties = _child(paragraph, "pPr")
        named = (
            document.styles.get(_value(_child(properties, "pStyle")) or "")
            if properties is not None
            else None
        )
        if named:
            style = _Style(named.level, named.is_caption, named.is_strong, named.is_centred)
        _look(paragraph, style)
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
        document.dropped.append(Dropped(hidden, "hidden text"))
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
        kind = _local(child)
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
        kind = _local(child)
        if kind in _GONE or not kind:
            continue
        if kind == "t":
            _add(child.text or "", text, is_strong=is_strong)
        elif kind == "tab":
            _add(" ", text, is_strong=is_strong)
        elif kind in {"br", "cr"}:
            if _attribute(child, "type") not in {"page", "column"}:
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
    properties = _child(run, "rPr")
    if properties is not None and _is_on(_child(properties, "vanish")):
        hidden = _Text()
        _collect(run, hidden, document, is_strong=False)
        text.hidden.extend(hidden.pieces)
        return
    if properties is not None and _child(properties, "del") is not None:
        return
    _collect(run, text, document, is_strong=properties is not None and _is_on(_child(properties, "b")))


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
        kind = _local(element)
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
            Problem(document.name, target, f"The picture {file_name} is missing in {document.name}.")
        )
        return None
    data = document.parts[target]
    media_type = sniff_image(data)
    if not media_type or len(data) > MAX_PHOTO_BYTES:
        reason = "larger than 20 MB" if media_type else "no JPEG, PNG, GIF or WebP"
        document.problems.append(
            Problem(
                document.name,
                target,
                f"The picture {file_name} in {document.name} is {reason} and stayed behind. Add it as JPEG.",
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
                f"{document.notes} footnotes in {document.name} were left behind; they are listed in the report.",
            )
        )
    kinds = (
        ("footnotes", "footnote"),
        ("endnotes", "endnote"),
        ("header", "page header"),
        ("footer", "page footer"),
        ("comments", "comment"),
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
    return (element for element in root.iter() if _local(element) == "p")


def _mark_is_deleted(paragraph: Any) -> bool:
    properties = _child(paragraph, "pPr")
    run = _child(properties, "rPr") if properties is not None else None
    return run is not None and _child(run, "del") is not None


def _is_deleted_row(row: Any) -> bool:
    properties = _child(row, "trPr")
    return properties is not None and _child(properties, "del") is not None


def _symbol(element: Any) -> str:
    """Return the character of a symbol run; private-use codes of symbol fonts stand as a bullet."""
    try:
        code = int(_attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return "•"
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _local(child) == name), None) if element is not None else None


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(element: Any) -> str:
    return _attribute(element, "val") if element is not None else ""


def _is_on(element: Any) -> bool:
    return element is not None and _value(element).lower() not in {"0", "false", "off", "none"}
