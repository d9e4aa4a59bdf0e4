"""The parts of a DOCX around its text: which part is the main one, where links lead, what the styles say."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from workbench.errors import FormatError
from workbench.formats.gate import ZipParts, safe_xml
from workbench.sentences import say

_HEADING = re.compile(r"^(?:heading|标题|überschrift|titre)\s*(\d)$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|标题|题目|大标题)$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:caption|题注|图片说明|图注)", re.IGNORECASE)


@dataclass(slots=True)
class ParagraphStyle:
    """What a paragraph style says about its text."""

    level: int = 0
    is_caption: bool = False
    is_strong: bool = False
    is_centred: bool = False


def document_path(parts: ZipParts, name: str) -> str:
    """Return the name of the main part; say what else the archive is when there is none."""
    for target, is_outside in relationships(parts, "", name).values():
        if not is_outside and target.endswith(".xml") and target in parts and target.startswith("word/"):
            return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    if any(member.startswith("xl/") for member in parts):
        raise FormatError(
            say("{name} is a spreadsheet. Save the article as DOCX, HTML or text and import that.", name=name)
        )
    if any(member.startswith("ppt/") for member in parts):
        raise FormatError(
            say(
                "{name} is a presentation. Save the article as DOCX, HTML or text and import that.", name=name
            )
        )
    if "content.xml" in parts:
        raise FormatError(
            say("{name} is an OpenDocument file. Save it as .docx in LibreOffice and import that.", name=name)
        )
    raise FormatError(
        say("{name} is a ZIP archive without a document in it. Unpack it and import the article.", name=name)
    )


def relationships(parts: ZipParts, path: str, name: str) -> dict[str, tuple[str, bool]]:
    """Return the relationships of a part: id → (target, whether it lies outside). Source: OPC, section 9.3."""
    folder, base = posixpath.split(path)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    if rels not in parts:
        return {}
    found = {}
    for relation in safe_xml(parts[rels], name=name):
        if local_name(relation) != "Relationship":
            continue
        target = relation.get("Target") or ""
        is_outside = relation.get("TargetMode") == "External"
        if not is_outside:
            full = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            target = posixpath.normpath(unquote(full))
        found[relation.get("Id") or ""] = (target, is_outside)
    return found


def read_styles(parts: ZipParts, folder: str, name: str) -> dict[str, ParagraphStyle]:
    """Return what every paragraph style says, by its id; {} when the document has none."""
    path = posixpath.join(folder, "styles.xml")
    if path not in parts:
        return {}
    raw = {
        attribute(style, "styleId"): style
        for style in safe_xml(parts[path], name=name)
        if local_name(style) == "style"
    }
    return {identity: _style(identity, raw) for identity in raw}


def _style(identity: str, raw: dict[str, Any]) -> ParagraphStyle:
    """Read a style and those it is based on."""
    style = ParagraphStyle()
    seen: set[str] = set()
    while identity in raw and identity not in seen and len(seen) < 20:
        seen.add(identity)
        element = raw[identity]
        name = value_of(child_named(element, "name")) or ""
        take_look(element, style)
        style.is_caption |= bool(_CAPTION.match(name))
        if not style.level:
            heading = _HEADING.match(name)
            style.level = 1 if _TITLE.match(name) else min(6, int(heading.group(1))) if heading else 0
            if name.lower() in {"subtitle", "副标题"}:
                style.level = 2
        identity = value_of(child_named(element, "basedOn")) or ""
    return style


def take_look(element: Any, style: ParagraphStyle) -> None:
    """Take outline level, alignment and weight from the properties in a style or paragraph."""
    properties = child_named(element, "pPr")
    if properties is not None:
        outline = value_of(child_named(properties, "outlineLvl")) or ""
        if outline.isdigit() and int(outline) < 6 and not style.level:
            style.level = int(outline) + 1
        style.is_centred |= value_of(child_named(properties, "jc")) == "center"
    run = child_named(element, "rPr")
    if run is not None and is_on(child_named(run, "b")):
        style.is_strong = True


def local_name(element: Any) -> str:
    """Return the tag without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child_named(element: Any, name: str) -> Any:
    """Return the first child of that name, or None."""
    return next(element.iterchildren(f"{{*}}{name}"), None) if element is not None else None


def attribute(element: Any, name: str) -> str:
    """Return an attribute whatever its namespace, or ""."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def value_of(element: Any) -> str:
    """Return the `val` of a property element, or ""."""
    return attribute(element, "val") if element is not None else ""


def is_on(element: Any) -> bool:
    """Whether a switch such as `w:b` is there and not turned off (ECMA-376, 17.17.4)."""
    return element is not None and value_of(element).lower() not in {"0", "false", "off", "none"}
