"""From a tree of HTML to the lines a reader sees, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from workbench.formats.lines import Line, tidy

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "title", "meta", "link", "base", "iframe", "object", "embed",
    "svg", "canvas", "audio", "video", "select", "option", "textarea", "button", "map", "math", "applet",
    "input",
))  # fmt: skip
_STRONG = frozenset(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|tuzhu|(?:pic|img|image|photo)[-_]?(?:desc|des|note|info|title|text|txt|caption|intro))(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class PlacedLine:
    """A line, the block element it stands in, and the picture it consists of (if it is one)."""

    line: Line
    element: Any
    image: Any = None


@dataclass(slots=True)
class _Run:
    """The pieces of text of the line being read, with who is a link and who is bold."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0
    filled: int = 0


@dataclass(slots=True)
class _State:
    root: Any
    lines: list[PlacedLine] = field(default_factory=list)
    run: _Run = field(default_factory=_Run)
    blocks: list[Any] = field(default_factory=list)
    links: int = 0
    strongs: int = 0
    captions: int = 0
    centred: int = 0


def seen_lines(
    root: Any, *, hidden: bool = False, skipped: AbstractSet[Any] = frozenset()
) -> list[PlacedLine]:
    """Return the lines of a page in reading order; a `<br>` ends a line, a picture is a line of its own.

    `hidden` also reads what a style hides; `skipped` are elements left out with all they hold.
    """
    from lxml import etree

    state = _State(root)
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    left_out: set[Any] = set()
    for event, element in walker:
        if event == "start":
            if element.tag in _UNSEEN or element in skipped or (not hidden and is_hidden(element)):
                left_out.add(element)
                walker.skip_subtree()
            else:
                _enter(element, state)
                _add(element.text, state)
            continue
        if event == "end" and element not in left_out:
            _leave(element, state)
        if element is not root:
            _add(element.tail, state)
    _flush(state)
    return state.lines


def is_hidden(element: Any) -> bool:
    """Whether the page itself hides the element."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def described(element: Any) -> str:
    """Return the id and classes of an element as one string, for patterns."""
    return f"{element.get('id') or ''} {element.get('class') or ''}".strip()


def _enter(element: Any, state: _State) -> None:
    tag = element.tag
    if tag in _BLOCKS:
        _flush(state)
        state.blocks.append(element)
    elif tag == "br":
        _flush(state)
    elif tag == "img":
        _flush(state)
        state.lines.append(PlacedLine(Line("", is_centred=state.centred > 0), _block(state), element))
    state.links += tag == "a"
    state.strongs += _is_strong(element)
    state.captions += _is_caption(element)
    state.centred += _is_centred(element)


def _leave(element: Any, state: _State) -> None:
    if element.tag in _BLOCKS:
        _flush(state)
        state.blocks.pop()
    state.links -= element.tag == "a"
    state.strongs -= _is_strong(element)
    state.captions -= _is_caption(element)
    state.centred -= _is_centred(element)


def _add(text: str | None, state: _State) -> None:
    if not text:
        return
    state.run.pieces.append(text)
    weight = len(tidy(text))
    state.run.filled += weight
    state.run.linked += weight if state.links else 0
    state.run.strong += weight if state.strongs else 0


def _flush(state: _State) -> None:
    run, state.run = state.run, _Run()
    text = tidy("".join(run.pieces))
    if not text:
        return
    line = Line(
        text,
        level=_level(state.blocks),
        is_strong=run.strong >= run.filled * 0.9,
        is_caption=state.captions > 0,
        is_centred=state.centred > 0,
        link_share=run.linked / run.filled if run.filled else 0.0,
    )
    state.lines.append(PlacedLine(line, _block(state)))


def _block(state: _State) -> Any:
    return state.blocks[-1] if state.blocks else state.root


def _level(blocks: list[Any]) -> int:
    for block in blocks[-3:][::-1]:
        tag = block.tag
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return int(tag[1])
    return 0


def _is_strong(element: Any) -> bool:
    return element.tag in _STRONG or bool(_BOLD.search(element.get("style") or ""))


def _is_caption(element: Any) -> bool:
    return element.tag == "figcaption" or (
        element.tag in {"p", "div", "span"} and bool(_CAPTION.search(described(element)))
    )


def _is_centred(element: Any) -> bool:
    style = element.get("style") or ""
    return (
        element.tag == "center"
        or (element.get("align") or "").lower() == "center"
        or bool(_CENTRED.search(style))
    )
