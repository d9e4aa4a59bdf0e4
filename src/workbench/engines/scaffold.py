"""A draft without a translation: terms, names, places, figures and dates in English, in the order of the source.

A translator fills in between instead of retyping what can be wrong; "…" stands where words are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.model.draft import DraftRequest
from workbench.model.kinds import TermStatus
from workbench.model.passage import KnownName, TermEntry
from workbench.text.extraction import chinese_facts
from workbench.text.facts import Fact, FactKind
from workbench.text.lexicon import is_word
from workbench.text.names import find_names, is_plausible
from workbench.text.pinyin import render_name
from workbench.text.places import find_places
from workbench.text.rendering import date_rendering, rendering
from workbench.text.terms import TermFinder
from workbench.text.titles import find_titles
from workbench.text.units import chinese_unit_after

_DATE_ORDER = {FactKind.YEAR: 0, FactKind.MONTH: 1, FactKind.DAY: 2}
_COMMA = re.compile(r"[，、；：,;:]")
_BARE_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,3}?(?:(?=(讲话|出席|致辞|会见))|(?=[，。、；]|$|指出|强调|表示|主持|宣布|介绍))"
)
"""What follows a title; group 1 is an act of people alone, after which even 乌兰 is a name and no place."""
_ENDS = {"。": ".", "！": "!", "？": "?"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source and its English; `kind` is term, name, place or fact."""

    start: int
    end: int
    english: str
    kind: str


def scaffold(source: str, request: DraftRequest, finder: TermFinder[TermEntry] | None = None) -> str:
    """Return the English of everything in a sentence that needs no translator; "" when there is nothing."""
    pieces = pieces_of(source, request, finder)
    if not pieces:
        return ""
    text, at = "", 0
    for piece in pieces:
        text += _gap(source[at : piece.start], is_first=not text) + piece.english
        at = max(at, piece.end)
    rest = source[at:].strip("”’」』）) \n")
    text += " …" if rest.strip("。！？") else ""
    text += _ENDS.get(source.rstrip("”’」』）) \n")[-1:], "")
    return text[:1].upper() + text[1:]


def _gap(chinese: str, *, is_first: bool) -> str:
    words = re.sub(r"[\s“”‘’（）()《》「」『』]", "", chinese)
    if not words:
        return "" if is_first else " "
    if _COMMA.sub("", words):
        return "… " if is_first else " … "
    return "" if is_first else ", "


def pieces_of(source: str, request: DraftRequest, finder: TermFinder[TermEntry] | None = None) -> list[Piece]:
    """Return what can be rendered, in the order of the source.

    A piece inside a longer one is left out where the longer one's English has it.
    """
    found = [
        *_names(source, request.names),
        *_terms(source, finder or TermFinder(request.terms), request.published),
        *_people(source, request.context),
        *_places(source),
        *_facts(source, request),
    ]
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda piece: piece.start - piece.end):
        around = [one for one in kept if one.start <= piece.start and piece.end <= one.end]
        if not any(
            piece.english.casefold() in one.english.casefold() or _is_whole(one, piece) for one in around
        ):
            kept.append(piece)
    return sorted(kept, key=lambda piece: (piece.start, piece.end))


def _is_whole(outer: Piece, inner: Piece) -> bool:
    """Tell whether the outer piece says it all: the same stretch, or the house's own form of a name or term."""
    same = (outer.start, outer.end) == (inner.start, inner.end)
    return same or (outer.kind in {"term", "name"} and inner.kind in {"place", "name"})


def _names(source: str, names: tuple[KnownName, ...]) -> Iterator[Piece]:
    for name in names:
        start = source.find(name.source) if name.source else -1
        while start >= 0:
            yield Piece(start, start + len(name.source), name.target, "name")
            start = source.find(name.source, start + len(name.source))


def _terms(source: str, finder: TermFinder[TermEntry], day: date | None) -> Iterator[Piece]:
    taken: set[int] = set()
    for hit in finder.find(source):
        english = _preferred(hit.entry)
        if english and hit.start not in taken and _is_valid(hit.entry, day):
            taken.add(hit.start)
            yield Piece(hit.start, hit.end, english, "term")


def _preferred(entry: TermEntry) -> str:
    for wanted in (TermStatus.PREFERRED, TermStatus.ADMITTED):
        for form in entry.targets:
            if form.status is wanted:
                return form.text
    return ""


def _is_valid(entry: TermEntry, day: date | None) -> bool:
    if day is None:
        return True
    starts, ends = entry.valid_from or date.min, entry.valid_to or date.max
    return starts <= day <= ends


def _people(source: str, context: str) -> Iterator[Piece]:
    """Yield people whom this sentence or another of the article introduces, wherever they stand in it."""
    for name in sorted({*_introduced(source), *_introduced_in(context)}, key=len, reverse=True):
        english = render_name(name)
        start = source.find(name) if english else -1
        while start >= 0:
            yield Piece(start, start + len(name), english, "name")
            start = source.find(name, start + len(name))


@lru_cache(maxsize=8)
def _introduced_in(context: str) -> frozenset[str]:
    return frozenset(name for line in context.split("\n") for name in _introduced(line))


def _introduced(text: str) -> set[str]:
    """Return names that something anchors, and what can only be a name between a title and a verb (乌兰讲话)."""
    found = {text[n.start : n.ends[0]] for n in find_names(text) if is_plausible(text, n)}
    for title in find_titles(text):
        after = _BARE_NAME.match(text, title.end)
        if after and (after[1] or not is_word(after[0])) and not find_titles(after[0]):
            found.add(after[0])
    return found


def _places(source: str) -> Iterator[Piece]:
    for span in find_places(source):
        yield Piece(span.start, span.end, span.place.english[0], "place")


def _facts(source: str, request: DraftRequest) -> Iterator[Piece]:
    group: list[Fact] = []
    for fact in chinese_facts(source).facts:
        if group and not _continues(group[-1], fact):
            yield _fact(group, source, request)
            group = []
        group.append(fact)
    if group:
        yield _fact(group, source, request)


def _style(request: DraftRequest) -> dict[str, str]:
    options = request.options
    return {"facts.percent": options.get("percent", "percent"), "facts.clock": options.get("clock", "12")}


def _continues(last: Fact, fact: Fact) -> bool:
    """Tell whether year, month and day stand together as one date."""
    before, here = _DATE_ORDER.get(last.kind), _DATE_ORDER.get(fact.kind)
    return before is not None and here == before + 1 and fact.start - last.end <= 1


def _fact(group: list[Fact], source: str, request: DraftRequest) -> Piece:
    first, last = group[0], group[-1]
    end = last.end
    if first.kind is FactKind.QUANTITY and first.unit:
        end = max(end, chinese_unit_after(source, last.end)[1])
    english = date_rendering(group) if len(group) > 1 else rendering(first, _style(request))
    if first.form == "quarter":
        english = f"{english} quarter"
    return Piece(first.start, end, english, "fact")
