"""Mending a fuzzy match in which only numbers, dates or names differ: the new ones are swapped in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.model.passage import KnownName
from workbench.text.extraction import chinese_facts, english_facts
from workbench.text.facts import Approximation, Fact, FactKind
from workbench.text.rendering import number, rendering


@dataclass(frozen=True, slots=True)
class Swap:
    """One replacement in the target: where the new text stands, and what stood there before."""

    start: int
    end: int
    was: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """A target with the new values swapped in; `swaps` mark them in reading order."""

    text: str
    swaps: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A value or name in a source, and the ways its counterpart may stand in the target."""

    start: int
    end: int
    fact: Fact | None
    name: KnownName | None


def repair(query: str, source: str, target: str, *, names: Sequence[KnownName] = ()) -> Repaired | None:
    """Return the target for `query` when it differs from `source` in values or known names alone, else None.

    Nothing is guessed: every differing value must stand in the target exactly once for each time it stands in
    the source; where it stands several times, what comes in its place must be the same each time. The mended text must
    read back with the values of the query.
    """
    asked, known = _slots(query, names), _slots(source, names)
    if len(asked) != len(known) or _frame(query, asked) != _frame(source, known):
        return None
    pairs = list(zip(known, asked, strict=True))
    changes = [(old, new) for old, new in pairs if not _same(old, new, source, query)]
    if not changes:
        return None
    planned = _plan(changes, pairs, target)
    if planned is None:
        return None
    mended = _apply(target, planned)
    read_back = english_facts(mended.text).facts
    are_all_there = all(
        any(_is_same_value(new.fact, fact, mended.text) for fact in read_back)
        for _, new in changes
        if new.fact is not None
    )
    return mended if are_all_there else None


def _slots(text: str, names: Sequence[KnownName]) -> list[_Slot]:
    slots = [_Slot(fact.start, fact.end, fact, None) for fact in chinese_facts(text).facts]
    for name in sorted(names, key=lambda name: -len(name.source)):
        start = text.find(name.source)
        while name.source and start >= 0:
            end = start + len(name.source)
            if all(end <= slot.start or slot.end <= start for slot in slots):
                slots.append(_Slot(start, end, None, name))
            start = text.find(name.source, end)
    slots.sort(key=lambda slot: slot.start)
    return [slot for at, slot in enumerate(slots) if not at or slots[at - 1].end <= slot.start]


def _frame(text: str, slots: Sequence[_Slot]) -> list[str]:
    """Return what stands around the slots, with the kind of each slot."""
    frame, at = [], 0
    for slot in slots:
        kind = "name" if slot.fact is None else f"{slot.fact.kind}/{slot.fact.unit}/{slot.fact.approximation}"
        frame += [text[at : slot.start], kind]
        at = slot.end
    return [*frame, text[at:]]


def _same(old: _Slot, new: _Slot, source: str, query: str) -> bool:
    return source[old.start : old.end] == query[new.start : new.end]


def _plan(
    changes: Sequence[tuple[_Slot, _Slot]], pairs: Sequence[tuple[_Slot, _Slot]], target: str
) -> list[tuple[int, int, str]] | None:
    """Return what to put where, (start, end, text) in reading order; None when a counterpart is not clear."""
    there = english_facts(target).facts
    planned: list[tuple[int, int, str]] = []
    for old, new in changes:
        places = _places(old, there, target)
        alike = [pair for pair in pairs if _places(pair[0], there, target) == places]
        if not places or len(places) != len(alike):
            return None
        start, end = places[alike.index((old, new))]
        texts = {_written(one, other, target[start:end]) for one, other in alike}
        if len(texts) > 1 or "" in texts:
            return None  # which of two like values is which, the order of the English does not tell
        planned.append((start, end, texts.pop()))
    planned.sort()
    return planned if all(a[1] <= b[0] for a, b in pairwise(planned)) else None


def _places(slot: _Slot, there: Sequence[Fact], target: str) -> list[tuple[int, int]]:
    if slot.fact is not None:
        return [(fact.start, fact.end) for fact in there if _is_same_value(slot.fact, fact, target)]
    assert slot.name is not None
    places = []
    for form in (slot.name.target, *slot.name.also):
        start = target.find(form)
        while form and start >= 0:
            places.append((start, start + len(form)))
            start = target.find(form, start + len(form))
        if places:
            break
    return places


def _is_same_value(one: Fact, other: Fact, text: str) -> bool:
    """Tell whether a fact in an English text has the value of another; a year may stand there as a bare number."""
    is_year = one.kind is FactKind.YEAR and _is_bare_year(other, text)
    return (
        (is_year or one.kind is other.kind) and one.values[:1] == other.values[:1] and one.code == other.code
    )


def _is_bare_year(fact: Fact, text: str) -> bool:
    written = text[fact.start : fact.end]
    return fact.kind is FactKind.QUANTITY and not fact.unit and len(written) == 4 and written.isdigit()


def _written(old: _Slot, new: _Slot, was: str) -> str:
    """Return how the new value is written where the old one stood; "" when a word beside it would be wrong too."""
    if new.fact is None:
        assert new.name is not None
        return new.name.target
    assert old.fact is not None
    if old.fact.kind is FactKind.QUANTITY and (old.fact.value == 1) != (new.fact.value == 1):
        return ""  # one case, two cases
    bare = replace(new.fact, approximation=Approximation.NONE)  # the hedge is the same and stays where it is
    if bare.kind is FactKind.QUANTITY:
        bare = replace(bare, unit="")  # the unit is the same word and stays
        if was[:1].isdigit():
            return number(bare.value)
    return rendering(bare, {"facts.percent": "%"} if was.endswith("%") else None)


def _apply(target: str, planned: Sequence[tuple[int, int, str]]) -> Repaired:
    text, swaps, at = "", [], 0
    for start, end, new in planned:
        text += target[at:start]
        swaps.append(Swap(len(text), len(text) + len(new), target[start:end]))
        text += new
        at = end
    return Repaired(text + target[at:], tuple(swaps))
