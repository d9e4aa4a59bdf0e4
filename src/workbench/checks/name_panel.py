"""The people and places of a row as the side panel shows them, with the English to insert."""

from __future__ import annotations

from workbench.checks.name_pairs import sort_out
from workbench.model.finding import FactView, Span
from workbench.model.passage import CheckContext, Passage
from workbench.text.names import english_words, is_plausible
from workbench.text.pinyin import render_name
from workbench.text.places import english_keys, find_places


def names_of(passage: Passage, context: CheckContext) -> list[FactView]:
    """Return people (kind "name") and places (kind "place") of the source, in order.

    Names the house has decided come first and have the form of the house; of the others only those the
    program is sure of. `is_matched` is None while the draft is empty.
    """
    views = [*_decided(passage, context), *_people(passage, context), *_places(passage)]
    return sorted(views, key=lambda view: view.source)


def _decided(passage: Passage, context: CheckContext) -> list[FactView]:
    views = []
    for name in context.names:
        start = passage.source.find(name.source) if name.source else -1
        if start >= 0:
            place = passage.target.casefold().find(name.target.casefold())
            target = (place, place + len(name.target)) if place >= 0 else None
            views.append(_view("name", (start, start + len(name.source)), name.target, passage, target))
    return views


def _people(passage: Passage, context: CheckContext) -> list[FactView]:
    names = sort_out(passage.source, passage.target, context.names)
    views: dict[Span, FactView] = {}
    for pair in names.pairs:
        span = (pair.start, pair.end)
        english = pair.english
        views.setdefault(span, _view("name", span, english.text, passage, (english.start, english.end)))
    for name in names.missing:
        if is_plausible(passage.source, name):
            span = (name.start, name.ends[0])
            views[span] = _view("name", span, render_name(passage.source[span[0] : span[1]]), passage, None)
    return list(views.values())


def _places(passage: Passage) -> list[FactView]:
    words = english_words(passage.target)
    views = []
    for span in find_places(passage.source):
        keys = english_keys(span.place)
        own = next((word for word in words if word.key in keys), None)
        target = (own.start, own.end) if own else None
        views.append(_view("place", (span.start, span.end), span.place.english[0], passage, target))
    return views


def _view(kind: str, source: Span, english: str, passage: Passage, target: Span | None) -> FactView:
    chinese = passage.source[source[0] : source[1]]
    matched = target is not None if passage.target.strip() else None
    return FactView(kind, source, f"{chinese} = {english}", english, matched, target)
