"""People of a list: nobody lost, nobody added (FACTS.md 2.18)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from workbench.checks.name_pairs import Names, Pair, sort_out
from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.names import Anchor, EnglishName, NameSpan, candidate, find_names, has_surname
from workbench.text.pinyin import render_name, surname_keys

KEY = "name-lists"
_SEPARATOR = re.compile(r"、|和|以及|及|与")
_ENGLISH_SEPARATOR = re.compile(r",? (?:and )?|, ")


class NameListsCheck:
    """Compares who stands in a list of both sides."""

    key = KEY
    family = Family.NAME

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a warning for each person of a list whom one side does not have."""
        if not is_from_chinese(context, "en"):
            return
        names = sort_out(passage.source, passage.target, context.names)
        if len(names.pairs) < 2:
            return
        lost = list(_lost(names))
        for name in lost:
            if not is_accepted(context, passage.source[name.start : name.ends[0]], passage.target):
                yield _missing(names, name)
        if not lost:
            yield from (_added(english) for english in (*_extra(names), *_appended(names)))


def _lost(names: Names) -> Iterator[NameSpan]:
    """Yield the names between two neighbours of a Chinese list of which the English has neither form nor surname."""
    known = {name.start for name in find_names(names.source)}
    for before, after in pairwise(sorted(names.pairs, key=lambda pair: pair.start)):
        for name in _between(names.source, before, after):
            keys = surname_keys(names.source[name.start : name.start + name.surname])
            if name.start not in known and not has_surname(names.target, keys):
                yield name


def _between(source: str, before: Pair, after: Pair) -> list[NameSpan]:
    """Return the names that fill what stands between two names, or nothing where something else does, too."""
    found: list[NameSpan] = []
    place = before.end
    while separator := _SEPARATOR.match(source, place):
        if separator.end() == after.start:
            return found
        name = candidate(source, separator.end(), Anchor.LIST)
        ends = [end for end in name.ends if _SEPARATOR.match(source, end)] if name else []
        if name is None or not ends:
            return []
        found.append(NameSpan(name.start, (ends[0],), name.surname, Anchor.LIST))
        place = ends[0]
    return []


def _extra(names: Names) -> Iterator[EnglishName]:
    """Yield the names between two people of an English list who are neighbours in the Chinese one."""
    matched = sorted(
        {pair.english.start: pair for pair in names.pairs}.values(), key=lambda p: p.english.start
    )
    for before, after in pairwise(matched):
        if _SEPARATOR.fullmatch(names.source[before.end : after.start]) is None:
            continue
        for english in names.extra:
            gaps = (
                names.target[before.english.end : english.start],
                names.target[english.end : after.english.start],
            )
            if before.english.end <= english.start < after.english.start and all(
                _ENGLISH_SEPARATOR.fullmatch(gap) for gap in gaps
            ):
                yield english


_GOES_ON = re.compile(r"[、，,和与及等以跟同]|一行")


def _appended(names: Names) -> Iterator[EnglishName]:
    """Yield the name that an English list has behind the last one of the Chinese, which ends there."""
    pairs = sorted(names.pairs, key=lambda pair: pair.start)
    before, last = pairs[-2], pairs[-1]
    is_list = _SEPARATOR.fullmatch(names.source[before.end : last.start]) is not None
    if not is_list or names.missing or _GOES_ON.match(names.source, last.end):
        return
    for english in names.extra:
        gap = names.target[last.english.end : english.start]
        if last.english.end < english.start and _ENGLISH_SEPARATOR.fullmatch(gap):
            yield english


def _missing(names: Names, name: NameSpan) -> Finding:
    text = names.source[name.start : name.ends[0]]
    return Finding(
        KEY,
        Family.NAME,
        Level.WARNING,
        say(
            "{name} ({english}) is not in the English, the rest of the list is.",
            name=text,
            english=render_name(text),
        ),
        source=(name.start, name.ends[0]),
        slip="missing",
        source_reading=render_name(text),
    )


def _added(english: EnglishName) -> Finding:
    return Finding(
        KEY,
        Family.NAME,
        Level.WARNING,
        say("The list of the draft has {name}, that of the source has not.", name=english.text),
        target=(english.start, english.end),
        slip="added",
        target_reading=english.text,
    )


CHECK = NameListsCheck()
