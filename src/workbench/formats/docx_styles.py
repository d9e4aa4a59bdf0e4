"""A Word document of ours before anything stands in it: styles, fonts, language, properties."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

LATIN_FONT = "Times New Roman"
_EAST_ASIAN = {"zh": "SimSun", "zh-hant": "PMingLiU", "ja": "MS Mincho", "ko": "Batang"}
_REGIONS = {
    "en": "en-US", "fr": "fr-FR", "zh": "zh-CN", "ko": "ko-KR", "ja": "ja-JP", "de": "de-DE", "es": "es-ES",
    "ru": "ru-RU", "pt": "pt-PT", "ar": "ar-SA", "it": "it-IT",
}  # fmt: skip
_MUTED = RGBColor(0x5E, 0x59, 0x4F)
_INK = RGBColor(0x23, 0x21, 0x1D)
# What a page or a table of ours is made of; every other style of python-docx's template only weighs.
_KEPT_STYLES = {"Normal", "Title", "Heading1", "Heading2", "Caption", "DefaultParagraphFont", "NoList",
                "TableNormal", "TableGrid"}  # fmt: skip
# Parts of that template nothing of ours points to; one of them, a second list of styles, has 438 kB.
_NEEDLESS_PARTS = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/webSettings", "/theme",
                   "/customXml", "/numbering")  # fmt: skip
_NEEDED_BY = ("w:basedOn", "w:link", "w:next")
# Windows rejects ZIP dates before 1980; one fixed date makes equal pages equal files.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

# name, size in points, bold, italic, muted, space after in points
_PARAGRAPHS = (
    ("Title", 20, True, False, False, 6),
    ("Heading 1", 16, True, False, False, 6),
    ("Heading 2", 14, True, False, False, 4),
    ("Caption", 10, False, True, True, 12),
    ("Lead", 11.5, True, False, False, 8),
    ("Byline", 10.5, False, False, True, 8),
    ("Picture", 11, False, False, False, 2),
    ("Page Path", 9.5, False, False, True, 10),
    ("Page Date", 10, False, False, True, 10),
    ("Page Credits", 10, False, False, True, 2),
)


def new_document(*, language: str, east_asian: str, title: str, written: datetime | None) -> Document:
    """Return an empty A4 document with our styles; `east_asian` is the language of its Han characters.

    No name of a person, computer or program gets into the properties.
    """
    document: Document = docx.Document(io.BytesIO(_template(language, east_asian)))
    _set_properties(document, title=title, language=language, written=written)
    return document


@cache
def _template(language: str, east_asian: str) -> bytes:
    document: Document = docx.Document()
    _drop_needless_parts(document)
    _drop_unused_styles(document)
    _set_language(document, language, east_asian)
    font = _EAST_ASIAN.get(
        east_asian.lower(), _EAST_ASIAN.get(east_asian.split("-", maxsplit=1)[0].lower(), "SimSun")
    )
    _without_theme_fonts(document, font)
    normal = document.styles["Normal"]
    _dress(normal, font, size=11.5, color=_INK, after=8)
    normal.paragraph_format.line_spacing = 1.25
    for name, size, bold, italic, muted, after in _PARAGRAPHS:
        style = _style(document, name)
        _dress(style, font, size=size, color=_MUTED if muted else _INK, after=after)
        style.font.bold, style.font.italic = bold, italic
    _without_border(document.styles["Title"])
    _outline(document.styles["Title"], 0)
    document.styles["Picture"].paragraph_format.keep_with_next = True
    credit = document.styles.add_style("Photo Credit", WD_STYLE_TYPE.CHARACTER)
    credit.font.italic = False
    _set_page(document)
    return packed(document)


def region_of(language: str) -> str:
    """Return the Word language tag of a language ("en" → "en-US")."""
    return language if "-" in language else _REGIONS.get(language.lower(), language)


def packed(document: Document) -> bytes:
    """Return the document as bytes that are the same for the same content."""
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            entry = zipfile.ZipInfo(member.filename, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(member))
    return out.getvalue()


def _style(document: Document, name: str) -> Any:
    if name in [style.name for style in document.styles]:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _dress(style: Any, east_asian_font: str, *, size: float, color: RGBColor, after: float) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = color
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(after)
    _name_fonts(style.element.get_or_add_rPr().get_or_add_rFonts(), east_asian_font)


def _without_theme_fonts(document: Document, east_asian_font: str) -> None:
    """Name the fonts that the template leaves to a theme."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        _name_fonts(fonts, east_asian_font)


def _name_fonts(fonts: Any, east_asian_font: str) -> None:
    fonts.attrib.clear()
    for side in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{side}"), LATIN_FONT)
    fonts.set(qn("w:eastAsia"), east_asian_font)


def _set_language(document: Document, language: str, east_asian: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    tag = properties.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        properties.append(tag)
    region = region_of(language)
    is_east_asian = language.split("-", maxsplit=1)[0].lower() in {"zh", "ja", "ko"}
    tag.set(qn("w:val"), "en-US" if is_east_asian else region)
    tag.set(qn("w:eastAsia"), region if is_east_asian else region_of(east_asian))


def _outline(style: Any, level: int) -> None:
    properties = style.element.get_or_add_pPr()
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level))
    properties.append(outline)


def _without_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _drop_needless_parts(document: Document) -> None:
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_NEEDLESS_PARTS):
                del relations[key]


def _drop_unused_styles(document: Document) -> None:
    """Remove the styles of python-docx's template that we do not use, and its list of latent ones."""
    styles = document.styles.element
    by_id = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    kept: set[str] = set()
    waiting = set(_KEPT_STYLES)
    while waiting:
        name = waiting.pop()
        kept.add(name)
        asked = {each.get(qn("w:val")) for tag in _NEEDED_BY for each in by_id[name].findall(qn(tag))}
        waiting |= asked - kept
    for style in list(styles):
        if style.tag == qn("w:latentStyles") or style.get(qn("w:styleId"), "Normal") not in kept:
            styles.remove(style)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(27)
    section.top_margin = section.bottom_margin = Mm(25)


def _set_properties(document: Document, *, title: str, language: str, written: datetime | None) -> None:
    properties = document.core_properties
    at = (written or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = title[:255]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = region_of(language)
    properties.created = properties.modified = at
    properties.revision = 1
