"""The lines around an article on its page, in the language of the page (resources/page-labels.json)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from workbench.formats.base import Readback
from workbench.model.page import Page, PagePhoto
from workbench.resources import resource


@dataclass(frozen=True, slots=True)
class _Labels:
    lines: dict[str, str]
    languages: dict[str, str]


@cache
def _labels() -> dict[str, _Labels]:
    read = json.loads(resource("page-labels.json").read_text(encoding="utf-8"))
    return {key: _Labels(each["lines"], each["languages"]) for key, each in read.items()}


def label(language: str, name: str) -> str:
    """Return a label for a BCP 47 language, in English where we have none in that language."""
    return _labels()[_known(language)].lines[name]


def language_name(language: str, *, within: str) -> str:
    """Return what a language is called in the labels of another ("zh" within "fr": "chinois")."""
    names = _labels()[_known(within)].languages
    return names.get(_primary(language), names[""])


def names_line(page: Page) -> str:
    """Return "Translator: …", or "" when nobody is credited."""
    if not page.translators:
        return ""
    name = "translator" if len(page.translators) == 1 else "translators"
    names = label(page.language, "separator").join(page.translators)
    return label(page.language, name).format(names=names)


def outlet_line(page: Page) -> str:
    """Return "This article is from …", or "" without an outlet."""
    return label(page.language, "outlet").format(outlet=page.outlet) if page.outlet else ""


def source_line(page: Page) -> str:
    """Return "Chinese source: …"; "" when an editor accepted that there is no address."""
    before, after = around_source(page)
    return f"{before}{page.source_address}{after}" if page.source_address else ""


def around_source(page: Page) -> tuple[str, str]:
    """Return what stands before and after the address in the source line."""
    name = language_name(page.source_language, within=page.language)
    line = label(page.language, "source").replace("{language}", name).strip()
    before, after = (line[0].upper() + line[1:]).split("{address}")
    return before, after


def credit_line(page: Page, photo: PagePhoto) -> str:
    """Return "(Photo/…)" for a picture, from its own credit or the page's; "" without one."""
    names = photo.credit or page.photo_credit
    return label(page.language, "photo").format(names=names) if names else ""


def shown_photos(page: Page) -> list[PagePhoto]:
    """Return the pictures of which there is something to show: the picture itself or a caption."""
    return [photo for photo in page.photos if photo.data or photo.caption]


def correction_lines(page: Page) -> list[str]:
    """Return a line for every correction since the first publication, oldest first."""
    template = label(page.language, "correction")
    return [template.format(date=each.at.isoformat(), text=each.text) for each in page.corrections]


def foot_lines(page: Page) -> list[str]:
    """Return the lines under the article in their order on the page."""
    lines = [outlet_line(page), names_line(page), source_line(page), *correction_lines(page), *page.notes]
    return [line for line in lines if line]


def path_of(page: Page) -> list[str]:
    """Return the steps of the section path ("Home > Photo News")."""
    return [step.strip() for step in page.section.replace("›", ">").split(">") if step.strip()]


def meant(page: Page) -> Readback:
    """Return what a reader of the written page is to see of it."""
    return Readback(
        headline=page.headline,
        paragraphs=tuple(block.text for block in page.blocks),
        language=page.language,
        section=" > ".join(path_of(page)),
        published=page.published.isoformat() if page.published else "",
        captions=tuple((photo.caption, credit_line(page, photo)) for photo in shown_photos(page)),
        foot=tuple(foot_lines(page)),
    )


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return _primary(language) in {"ar", "he", "fa", "ur", "ug", "yi", "ps", "dv"}


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _known(language: str) -> str:
    primary = _primary(language)
    return primary if primary in _labels() else "en"
