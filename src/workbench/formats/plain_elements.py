"""The exported web page as rich text for Qt, which knows few elements and lays out only a part of CSS.

Every word, picture and line comes from the exported page; only the elements around them are others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lxml import html

HEADLINE = -1
"""The place of the headline among the blocks."""

_LAST = frozenset({"correction", "note"})
"""Lines of the foot that stand behind the source."""


def shown_by_qt(exported: str, inside: Mapping[int, str], source: Sequence[str]) -> str:
    """Return an exported page as Qt shows it.

    `inside` has other markup for the same words of blocks, by their place; `source` the lines that stand in for
    that of the source where the page has none.
    """
    body = html.document_fromstring(exported).find("body")
    assert body is not None
    top, lines, foot = _top(body), list(_lines(body, inside)), list(_foot(body, source))
    return "".join([top, *lines, "<hr>", *foot])


def small(line: str) -> str:
    """Return a line in small letters."""
    return f'<p class="small">{line}</p>'


def _top(body: html.HtmlElement) -> str:
    """Return the line above the headline: the section path, and the page in other languages at the right."""
    path, languages = (
        "".join(_inside(each) for each in body.iter("nav") if each.get("class") == name)
        for name in ("path", "languages")
    )
    if not path and not languages:
        return ""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td>{small(path)}</td><td align="right">{small(languages)}</td></tr></table><hr>'
    )


def _lines(body: html.HtmlElement, inside: Mapping[int, str]) -> Iterator[str]:
    place = 0
    for each in body.iter("h1", "h2", "p", "figure"):
        kinds = (each.get("class") or "").split()
        if each.tag == "h1":
            yield f"<h1>{inside.get(HEADLINE) or _inside(each)}</h1>"
        elif each.tag == "figure":
            yield from _figure(each)
        elif "block" in kinds:
            yield f"<{each.tag}>{inside.get(place) or _inside(each)}</{each.tag}>"
            place += 1
        elif each.getparent().tag != "footer":
            yield small(_inside(each))


def _figure(figure: html.HtmlElement) -> Iterator[str]:
    for picture in figure.iter("img"):
        yield f'<p><img src="{escape(picture.get("src", ""))}"></p>'
    words = "".join(_inside(each) for each in figure.iter("figcaption"))
    yield f'<p class="caption">{words}</p>'


def _foot(body: html.HtmlElement, source: Sequence[str]) -> Iterator[str]:
    lines = [each for footer in body.iter("footer") for each in footer.iter("p")]
    before = [each for each in lines if each.get("class") not in _LAST]
    yield from (small(_inside(each)) for each in before)
    yield from source
    yield from (small(_inside(each)) for each in lines[len(before) :])


def _inside(element: html.HtmlElement) -> str:
    """Return the words of an element with their line breaks; where a link leads is not for a preview."""
    pieces = [escape(element.text or "")]
    for child in element:
        pieces.append("<br>" if child.tag == "br" else _inside(child))
        pieces.append(escape(child.tail or ""))
    return "".join(pieces)
