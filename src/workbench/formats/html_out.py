"""The finished web page: semantic markup, schema.org data, no scripts, nothing loaded from afar."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

from lxml import html

from workbench.errors import FormatError, reason_of
from workbench.formats.addressing import safe_link
from workbench.formats.base import Readback, compared
from workbench.formats.characters import line_feeds, writable
from workbench.formats.html_guard import refuse_active_content
from workbench.formats.page_lines import (
    around_source,
    correction_lines,
    credit_line,
    is_right_to_left,
    label,
    meant,
    names_line,
    outlet_line,
    path_of,
    shown_photos,
)
from workbench.formats.pictures import data_address
from workbench.formats.templates import Plain, render_from_folder, render_shipped
from workbench.model.page import Page, PagePhoto
from workbench.resources import resource
from workbench.sentences import say

# The address of a sister page on the same site: a path of letters, digits and a few harmless marks.
_BESIDE = re.compile(r"/?[\w.~%+-]+(?:/[\w.~%+-]+)*")


class HtmlFormat:
    """A complete page by one of the shipped templates or by a user's own file.

    Pictures are linked by their names: the publisher writes them beside the page.
    """

    key = "html"
    suffix = ".html"
    media_type = "text/html"
    label: str = say("Web page")
    links_pictures = True

    def __init__(self, template: str | Path = "site.html") -> None:
        self.template = template

    def write(self, page: Page) -> bytes:
        """Return the page as UTF-8 HTML; raises `FormatError` for a template that misbehaves."""
        return self._rendered(writable(page), inline=False).encode()

    def preview(self, page: Page) -> str:
        """Return the very same page with its pictures inside, for showing without any file."""
        return self._rendered(writable(page), inline=True)

    def read_back(self, data: bytes) -> Readback:
        """Read a page made by a shipped template."""
        return _read(data)

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare part by part; with a user's template, that every text stands there in order."""
        page = writable(page)
        if isinstance(self.template, str):
            return compared(meant(page), _read(data))
        return _missing(page, data)

    def _rendered(self, page: Page, *, inline: bool) -> str:
        data = page_data(page, inline=inline)
        if isinstance(self.template, str):
            style = resource(f"templates/{Path(self.template).stem}.css").read_text(encoding="utf-8")
            digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
            data |= {"style": style, "content_policy": _policy(f"'sha256-{digest}'")}
            return render_shipped(self.template, data)
        data |= {"style": "", "content_policy": _policy("'unsafe-inline'")}
        rendered = render_from_folder(self.template, data)
        refuse_active_content(rendered, self.template.name)
        return rendered


def page_data(page: Page, *, inline: bool = False) -> dict[str, Plain]:
    """Return what a template sees as `page`: strings, lists and dictionaries, nothing else."""
    return {
        "language": page.language,
        "is_right_to_left": is_right_to_left(page.language),
        "headline": page.headline,
        "path": list[Plain](path_of(page)),
        "section": " > ".join(path_of(page)),
        "published": page.published.isoformat() if page.published else "",
        "summary": page.summary.replace("\n", " "),
        "keywords": ", ".join(page.keywords),
        "photos": [_photo(page, photo, inline=inline) for photo in shown_photos(page)],
        "blocks": [{"kind": block.kind.value, "text": block.text} for block in page.blocks],
        "foot": _foot(page),
        "address": safe_link(page.address),
        "sisters": _sisters(page),
        "alternates": _alternates(page),
        "labels": {name: label(page.language, name) for name in ("path", "sisters")},
        "json_ld": json_ld(page),
        "outlet": page.outlet,
        "translators": list[Plain](page.translators),
        "source_address": page.source_address,
    }


def json_ld(page: Page) -> str:
    """Return the schema.org NewsArticle of a page, safe inside a script element.

    Everything outside ASCII and every `<`, `>` and `&` is written as an escape, so no text can
    end the element (HTML Living Standard 4.12.1.3).
    """
    work: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": safe_link(page.address) or None,
        "headline": page.headline,
        "inLanguage": page.language,
        "datePublished": page.published.isoformat() if page.published else None,
        "articleSection": path_of(page)[-1:] or None,
        "description": page.summary or None,
        "keywords": list(page.keywords) or None,
        "image": [_address(photo) for photo in page.photos if photo.data] or None,
        "author": [_person(name) for name in page.authors] or None,
        "translator": [_person(name) for name in page.translators] or None,
        "sourceOrganization": {"@type": "Organization", "name": page.outlet} if page.outlet else None,
        "translationOfWork": _original(page),
        "correction": [
            {"@type": "CorrectionComment", "text": each.text, "datePublished": each.at.isoformat()}
            for each in page.corrections
        ]
        or None,
        "version": str(page.version),
    }
    text = json.dumps({name: value for name, value in work.items() if value is not None})
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(style: str) -> str:
    return f"default-src 'none'; img-src 'self' data:; style-src {style}; base-uri 'none'; form-action 'none'"


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _original(page: Page) -> dict[str, str]:
    original = {"@type": "NewsArticle", "inLanguage": page.source_language}
    if page.source_headline:
        original["headline"] = page.source_headline
    if safe_link(page.source_address):
        original["url"] = page.source_address
    return original


def _photo(page: Page, photo: PagePhoto, *, inline: bool) -> Plain:
    address = ""
    if photo.data:
        address = data_address(photo) if inline else _address(photo)
    return {
        "address": address,
        "alt": photo.alt,
        "caption": photo.caption,
        "credit": credit_line(page, photo),
    }


def _address(photo: PagePhoto) -> str:
    return quote(photo.name, safe="-._~!()+,@")


def _sisters(page: Page) -> list[Plain]:
    return [
        {"language": sister.language, "address": sister.address, "name": label_of_language(sister.language)}
        for sister in page.sisters
        if _BESIDE.fullmatch(sister.address) or safe_link(sister.address)
    ]


def _alternates(page: Page) -> list[Plain]:
    """Return the page and its sisters for `hreflang`: each version names every version, itself included.

    Source: RFC 8288 and HTML, 4.6.6.1 (link type alternate); search engines ignore a set without its own page.
    """
    sisters = _sisters(page)
    own = _BESIDE.fullmatch(page.address) or safe_link(page.address)
    if not sisters or not own:
        return sisters
    return [{"language": page.language, "address": page.address}, *sisters]


def label_of_language(language: str) -> str:
    """Return a language's name in itself, as the language links of a page show it."""
    own = {"zh": "中文", "en": "English", "fr": "Français", "ko": "한국어", "ja": "日本語", "de": "Deutsch",
           "es": "Español", "ru": "Русский", "ar": "العربية", "pt": "Português"}  # fmt: skip
    return own.get(language.split("-", maxsplit=1)[0].lower(), language)


def _foot(page: Page) -> list[Plain]:
    lines = [_line("outlet", outlet_line(page)), _line("translator", names_line(page)), _source(page)]
    lines += [_line("correction", text) for text in correction_lines(page)]
    lines += [_line("note", text) for text in page.notes]
    return [line for line in lines if line]


def _line(kind: str, text: str) -> dict[str, Plain]:
    return {"kind": kind, "before": text, "address": "", "text": "", "after": ""} if text else {}


def _source(page: Page) -> dict[str, Plain]:
    if not page.source_address:
        return {}
    before, after = around_source(page)
    link = safe_link(page.source_address)
    if not link:
        return _line("source", before + page.source_address + after)
    return {"kind": "source", "before": before, "address": link, "text": page.source_address, "after": after}


def _read(data: bytes) -> Readback:
    tree = _parsed(data)
    time = tree.find(".//time")
    return Readback(
        headline=_text(tree.find(".//h1")),
        paragraphs=tuple(_text(each) for each in tree.find_class("block")),
        language=tree.get("lang", ""),
        section="".join(_text(each) for each in tree.find_class("path")),
        published="" if time is None else time.get("datetime", ""),
        captions=tuple(
            (
                "".join(_text(each) for each in figure.find_class("caption")),
                "".join(_text(each) for each in figure.find_class("credit")),
            )
            for figure in tree.iter("figure")
        ),
        foot=tuple(_text(line) for footer in tree.find_class("foot") for line in footer.iter("p")),
    )


def _parsed(data: bytes) -> html.HtmlElement:
    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
        return html.document_fromstring(data, parser=parser)
    except (ValueError, html.etree.LxmlError) as error:
        raise FormatError(
            say("The written page cannot be read back: {reason}. Publish it again.", reason=reason_of(error))
        ) from error


def _text(element: html.HtmlElement | None) -> str:
    if element is None:
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces.append("\n" if child.tag == "br" else _text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _missing(page: Page, data: bytes) -> list[str]:
    shown = _folded(line_feeds(_text(_parsed(data).find(".//body"))))
    sentences: list[str] = []
    place = 0
    wanted = [page.headline, *(block.text for block in page.blocks)]
    for text in wanted:
        found = shown.find(_folded(text), place)
        if found < 0:
            sentences.append(say("“{text}” does not stand in the page at its place.", text=text[:60]))
        else:
            place = found + len(_folded(text))
    return sentences


def _folded(text: str) -> str:
    return " ".join(text.split())


FORMAT = HtmlFormat()
