"""Reading an article from a web page: the rule of a known site first, then the shape of the page itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from workbench.errors import FormatError, Problem
from workbench.formats.body import Votes, find_body
from workbench.formats.boilerplate import join_section_path, read_section_path
from workbench.formats.dates import date_in_address
from workbench.formats.dom import PlacedLine, described, is_hidden, seen_lines
from workbench.formats.encoding import decode_text
from workbench.formats.filing import file_body, file_head, file_tail
from workbench.formats.gate import safe_html
from workbench.formats.info_lines import is_info_line
from workbench.formats.lines import Line, detect_language, squeeze
from workbench.formats.page_data import PageData, read_page_data, without_site_name
from workbench.formats.page_headline import Found, find_headline, fits_title, mend_headline
from workbench.formats.photos import PhotoAlbum, alternative_text
from workbench.formats.second_opinion import main_paragraphs
from workbench.formats.sites import match_site
from workbench.model.incoming import Block, Dropped, Incoming
from workbench.model.kinds import SegmentKind
from workbench.sentences import say

_META_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""")
_SURROGATES = re.compile(r"&#(5[56]\d{3});&#(5[67]\d{3});")
_PATH_CLASS = re.compile(
    r"(?:^|[\s_-])(?:bread-?crumbs?|crumbs?|path|position|location|weizhi|dqwz|mbx|cur-?pos\w*|path-?cur)(?:$|[\s_-])",
    re.IGNORECASE,
)
_INFO_REACH = 40
_TAIL_REACH = 15
_LONGEST_NAME = 80
_DEEPEST_PATH = 6


def read_html(data: bytes, name: str, *, declared: str | None = None, folder: Path | None = None) -> Incoming:
    """Read the article of a page; raises `FormatError` when there is none.

    `folder` is where the page lies on disk: pictures inside it come along. Nothing is fetched.
    """
    decoded = decode_text(data, declared or declared_charset(data), name=name)
    if not re.search(r"\w", decoded.text):
        raise _no_article(name)
    root = safe_html(_join_surrogates(decoded.text), name=name)
    facts = read_page_data(root, name if name.startswith(("http://", "https://")) else "")
    found = _find(root, facts)
    page = _file(found, facts, folder) if found else _ask_again(decoded.text, facts, name)
    if not any(block.kind in {SegmentKind.BODY, SegmentKind.CAPTION} for block in page.blocks):
        raise _no_article(name)
    page.problems[:0] = decoded.problems
    page.problems += _doubts(page, name)
    return page


def declared_charset(data: bytes) -> str | None:
    """Return the encoding the page claims in its first kilobytes, or None."""
    head = data[:8192]
    found = _XML_CHARSET.match(head) or _META_CHARSET.search(head)
    return found.group(1).decode("ascii") if found else None


def _find(root: Any, facts: PageData) -> Found | None:
    for hidden in (False, True) if _hides_something(root) else (False,):
        lines = seen_lines(root, hidden=hidden)
        site = match_site(root, facts.host)
        if site and site.rule.hosts and not facts.host and not fits_title(site.headline, facts):
            site = None
        found = Found(lines)
        votes = Votes(lines)
        find_headline(found, facts, site)
        body = (
            site.body
            if site
            else find_body(votes, found.lines[found.headline_at].element if found.headline_at >= 0 else None)
        )
        if body is None or not _span(found, body):
            continue
        if site:
            found.dropped_elements = site.dropped
        if not (site and site.headline is not None and found.headline_at >= 0):
            find_headline(found, facts, site, before=found.start, until=found.end)
        mend_headline(found)
        return _without_noise(found, votes)
    return None


def _hides_something(root: Any) -> bool:
    return any(is_hidden(element) for element in root.iter() if isinstance(element.tag, str))


def _span(found: Found, body: Any) -> bool:
    """Note where the lines of the body begin and end; say whether there are any."""
    inside = [
        index
        for index, placed in enumerate(found.lines)
        if placed.element is body or body in placed.element.iterancestors()
    ]
    if not inside:
        return False
    found.body, found.start, found.end = body, inside[0], inside[-1] + 1
    return any(found.lines[index].line.text for index in inside)


def _without_noise(found: Found, votes: Votes) -> Found:
    """Mark the share bars, comment boxes and related links that stand inside the body."""
    for placed in found.lines[found.start : found.end]:
        noisy = votes.noise(placed.element, found.body)
        if noisy is not None and noisy is not found.body:
            found.dropped_elements.append(noisy)
    return found


def _file(found: Found, facts: PageData, folder: Path | None) -> Incoming:
    page = Incoming(language="")
    album = PhotoAlbum(facts.base, folder)
    page.section = _section(found)
    if found.headline:
        page.blocks.append(Block(SegmentKind.HEADLINE, found.headline))
    head, body, tail = _parts(found)
    texts = " ".join(placed.line.text for placed in body) or found.headline
    page.language = detect_language(f"{found.headline} {texts}", facts.language)
    file_head(_decks([placed.line for placed in head], page), page)
    if page.published is None:
        file_head(_beside_headline(found), page)
    lines = _with_photos(body, album, found)
    while lines and lines[0].photo is None and is_info_line(lines[0].text) and page.published is None:
        file_head([lines.pop(0)], page)
    page.photos = album.photos
    file_body(lines, page)
    file_tail([placed.line for placed in tail], page)
    page.dropped.extend(Dropped(text, reason) for text, reason in album.left_out)
    _complete(page, facts)
    return page


def _ask_again(text: str, facts: PageData, name: str) -> Incoming:
    """File what the second opinion takes for the article; the headline is the page's title."""
    paragraphs = main_paragraphs(text)
    if not paragraphs:
        raise _no_article(name)
    page = Incoming(language=detect_language(" ".join(paragraphs), facts.language))
    if headline := next((without_site_name(title) for title in facts.titles), ""):
        page.blocks.append(Block(SegmentKind.HEADLINE, headline))
    file_body([Line(paragraph) for paragraph in paragraphs], page)
    _complete(page, facts)
    return page


def _parts(found: Found) -> tuple[list[PlacedLine], list[PlacedLine], list[PlacedLine]]:
    """Return the lines between headline and body, of the body, and after it."""
    at = found.headline_at
    if at >= found.end:
        at = -1
    body_start = found.start
    if at >= found.start:
        body_start = at + 1
        head: list[PlacedLine] = []
    else:
        reach = max(at + 1, found.start - _INFO_REACH) if at >= 0 else max(0, found.start - 12)
        head = [placed for placed in found.lines[reach : found.start] if placed.line.text]
    return head, found.lines[body_start : found.end], found.lines[found.end : found.end + _TAIL_REACH]


def _decks(head: list[Line], page: Incoming) -> list[Line]:
    """Take a second title (a heading between headline and date line) out of the head and file it."""
    rest = []
    for index, line in enumerate(head):
        is_deck = (
            line.level > 0
            and 6 <= len(line.text) <= 60
            and not is_info_line(line.text)
            and line.link_share < 0.5
        )
        if is_deck and index <= 2 and squeeze(line.text) != squeeze(page.headline):
            page.blocks.append(Block(SegmentKind.SUBHEADING, line.text))
        else:
            rest.append(line)
    return rest


def _beside_headline(found: Found) -> list[Line]:
    """Return the date and source lines that stand before the headline, but in one box with it.

    A date outside that box is the masthead's own and says nothing about the article.
    """
    if found.headline_at <= 0:
        return []
    box = [
        above
        for above in found.lines[found.headline_at].element.iterancestors()
        if above.tag not in {"body", "html"}
    ][:3]
    near = found.lines[max(0, found.headline_at - 10) : found.headline_at]
    lines = [
        placed.line
        for placed in near
        if placed.line.text and any(above in box for above in placed.element.iterancestors())
    ]
    return [
        line for line in lines if line.link_share < 0.5 and (is_info_line(line.text) or len(line.text) <= 10)
    ]


def _with_photos(body: list[PlacedLine], album: PhotoAlbum, found: Found) -> list[Line]:
    """Return the lines of the body, its noise marked; picture lines get the index of their photo."""
    unwanted = set(found.dropped_elements)
    lines = []
    for placed in body:
        if unwanted and (
            placed.element in unwanted or any(above in unwanted for above in placed.element.iterancestors())
        ):
            if placed.line.text:
                placed.line.is_aside = True
                lines.append(placed.line)
            continue
        if placed.image is not None:
            placed.line.photo = album.add(placed.image)
            if placed.line.photo is None:
                continue
            placed.line.alt = alternative_text(placed.image, found.headline)
        lines.append(placed.line)
    return lines


def _section(found: Found) -> str:
    """Return the section path from the breadcrumb that stands nearest before the text."""
    limit = found.start if found.headline_at < 0 else max(found.start, found.headline_at)
    best = ""
    seen: list[Any] = []
    for placed in found.lines[:limit]:
        crumb = _crumb_element(placed.element)
        path = ""
        if crumb is not None and crumb not in seen:
            seen.append(crumb)
            text = " > ".join(_places(found, crumb))
            path = read_section_path(text) or read_section_path(f"当前位置：{text}")
            path = path if " > " in path else ""
        path = path or read_section_path(placed.line.text)
        if path and path.count(" > ") < _DEEPEST_PATH and len(path) < _LONGEST_NAME:
            best = _without_headline(path, found.headline) or best
    return best


def _places(found: Found, crumb: Any) -> list[str]:
    lines = [
        one.line.text
        for one in found.lines
        if one.line.text and (one.element is crumb or crumb in one.element.iterancestors())
    ]
    return [place for text in lines[:12] for place in (text.strip(" >›»/|"),) if place]


def _without_headline(path: str, headline: str) -> str:
    return join_section_path([place for place in path.split(" > ") if squeeze(place) != squeeze(headline)])


def _crumb_element(element: Any) -> Any:
    for above in (element, *list(element.iterancestors())[:3]):
        if above.tag in {"body", "html"}:
            return None
        if _PATH_CLASS.search(described(above)):
            return above
    return None


def _complete(page: Incoming, facts: PageData) -> None:
    """Fill what no line of the page said from its head: date, outlet, author; and where the original stands."""
    page.published = page.published or facts.published or date_in_address(facts.address)
    page.outlet = page.outlet or facts.outlet
    page.author = page.author or ("" if _is_site(facts.author, facts) else facts.author)
    if page.author == page.outlet:
        page.author = ""
    if page.language == "zh" and not page.source_address:
        page.source_address = facts.address


def _is_site(name: str, facts: PageData) -> bool:
    """Whether a name in the head is the site's own, which hangs on its titles: 标题_网易新闻."""
    return bool(name) and any(name in title[len(title) // 2 :] for title in facts.titles)


def _doubts(page: Incoming, name: str) -> list[Problem]:
    doubts = []
    if not page.headline:
        doubts.append(
            Problem(name, "", say("No headline was found in {name}. Type it in the page details.", name=name))
        )
    if page.published is None:
        doubts.append(
            Problem(name, "", say("No date was found in {name}. Type it in the page details.", name=name))
        )
    return doubts


def _join_surrogates(text: str) -> str:
    """Put emoji together that editors write as two halves (&#55357;&#56397;), which HTML itself forbids."""

    def join(match: re.Match[str]) -> str:
        high, low = int(match[1]), int(match[2])
        if 0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        return match[0]

    return _SURROGATES.sub(join, text)


def _no_article(name: str) -> FormatError:
    return FormatError(
        say(
            "{name} holds no article that could be found. Copy the text from the browser and paste it, or save the article alone.",
            name=name,
        )
    )
