"""Which line of a page is its headline: what the site's rule says, else what fits the page's own titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from workbench.formats.boilerplate import read_section_path
from workbench.formats.dom import PlacedLine, described
from workbench.formats.info_lines import is_info_line
from workbench.formats.lines import Line, ends_like_sentence, squeeze
from workbench.formats.page_data import PageData, without_site_name
from workbench.formats.sites import SiteMatch

_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|headline|tit|biaoti|h-title|con-title)", re.IGNORECASE)
_LONGEST_HEADLINE = 150
_SHORTEST_HEADLINE = 6


@dataclass(slots=True)
class Found:
    """Where the parts of the page stand: indexes into the lines, end exclusive."""

    lines: list[PlacedLine]
    headline: str = ""
    headline_at: int = -1
    start: int = 0
    end: int = 0
    body: Any = None
    dropped_elements: list[Any] = field(default_factory=list)


def find_headline(
    found: Found, facts: PageData, site: SiteMatch | None, before: int = -1, until: int = -1
) -> None:
    """Choose the line that is the headline: what the site rule says, else what best fits the page's titles."""
    if site and site.headline is not None and (facts.host or fits_title(site.headline, facts)):
        for index, placed in enumerate(found.lines):
            if placed.line.text and (
                placed.element is site.headline or site.headline in placed.element.iterancestors()
            ):
                found.headline, found.headline_at = placed.line.text, index
                return
    titles = [squeeze(title) for title in facts.titles]
    best = 0.0
    limit = len(found.lines) if before < 0 else min(len(found.lines), max(before + 6, before))
    for index, placed in enumerate(found.lines[:limit]):
        score = _headline_score(placed, titles)
        if before >= 0 and index >= before and index >= until:
            break
        if score and before >= 0 and index < before:
            score += max(0.0, 0.5 - (before - index) / 80)
        if score > best + 0.001 or (score and score >= best):
            best, found.headline, found.headline_at = score, placed.line.text, index
    if not best:
        found.headline_at = -1
        found.headline = next((without_site_name(title) for title in facts.titles), "")


def mend_headline(found: Found) -> None:
    """Where the page's title only names the site or the section, the headline is the title-like line above the text."""
    if found.headline_at >= found.start or (
        found.headline_at >= 0 and len(squeeze(found.headline)) >= _SHORTEST_HEADLINE
    ):
        return
    above = range(found.start - 1, max(-1, found.start - 12), -1)
    likely = [index for index in above if _looks_like_title(found.lines[index].line)]
    if likely:
        found.headline_at = next((index for index in likely if _stands_out(found.lines[index])), likely[0])
        found.headline = found.lines[found.headline_at].line.text


def fits_title(element: Any, facts: PageData) -> bool:
    """A rule for a site whose address the page does not give is believed when its headline is the page's title."""
    bare = squeeze("".join(element.itertext()).strip().removesuffix("..."))
    titles = [title for title in map(squeeze, facts.titles) if title]
    return any(title in bare or (bare in title and len(bare) * 2 >= len(title)) for title in titles if bare)


def _headline_score(placed: PlacedLine, titles: list[str]) -> float:
    line = placed.line
    if not 4 <= len(line.text) <= _LONGEST_HEADLINE or line.link_share > 0.6:
        return 0.0
    bare = squeeze(line.text.removesuffix("..."))
    if len(bare) < 3:
        return 0.0
    fit = max((len(bare) / max(len(title), 1) for title in titles if title and bare in title), default=0.0)
    if not fit:
        fit = max(
            (0.9 * len(title) / len(bare) for title in titles if len(title) > 5 and title in bare),
            default=0.0,
        )
    if fit < 0.25 and line.level != 1:
        return 0.0
    look = {1: 0.6, 2: 0.4, 3: 0.3}.get(line.level, 0.0) or (
        0.25 if _TITLE_CLASS.search(described(placed.element)) else 0.0
    )
    return fit + look


def _looks_like_title(line: Line) -> bool:
    is_title = (
        8 <= len(line.text) <= 80
        and line.link_share < 0.5
        and not ends_like_sentence(line.text.rstrip("！!？?"))
    )
    return is_title and not is_info_line(line.text) and not read_section_path(line.text)


def _stands_out(placed: PlacedLine) -> bool:
    line = placed.line
    return (
        line.level > 0
        or line.is_strong
        or line.is_centred
        or bool(_TITLE_CLASS.search(described(placed.element)))
    )
