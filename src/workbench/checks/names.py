"""Personal names: spelt with an accepted reading, surname first, none lost, order of lists kept.

FACTS.md 2.17 and 2.18. A difference is a warning when both sides speak: the Chinese has a name, the
English a pinyin name that is almost it. A name that is simply not there is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from workbench.checks.known_names import decided_names
from workbench.checks.name_pairs import Names, Pair, overlaps, sort_out
from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.distance import is_within
from workbench.text.names import (
    Anchor,
    EnglishName,
    EnglishWord,
    NameSpan,
    candidate,
    english_words,
    has_surname,
    is_plausible,
)
from workbench.text.pinyin import (
    given_keys,
    readings,
    render_name,
    spelling_key,
    surname_keys,
    surname_length,
    syllable_count,
)
from workbench.text.tables import rows
from workbench.text.titles import find_titles

KEY = "names"
PINYIN_IS_USED = ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "id", "ms", "sw")
"""Languages of the Latin alphabet that write Chinese names in pinyin."""


class NamesCheck:
    """Compares the personal names of a row."""

    key = KEY
    family = Family.NAME

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield wrong spellings, lost names and changed orders."""
        source, target = passage.source, passage.target
        if not is_from_chinese(context, *PINYIN_IS_USED):
            return
        yield from decided_names(source, target, context.names)
        names = sort_out(source, target, context.names)
        if not (names.pairs or names.missing or names.extra):
            return
        explained: set[EnglishName] = set()
        for name in names.missing:
            finding, english = _near_miss(names, name)
            if finding is None:
                continue
            place = finding.target or (0, 0)
            explained |= {e for e in names.extra if e is english or (e.start < place[1] and place[0] < e.end)}
            if not _is_settled(finding, source, target, context):
                yield finding
        for english in names.extra:
            if english not in explained:
                yield from _misread(names, english)
        for pair in names.pairs:
            if _is_cut(source, pair.start, pair.end, pair.english):
                yield _wrong(names, (pair.start, pair.end), pair.english, "cut")
        yield from _order(names)


def _is_settled(finding: Finding, source: str, target: str, context: CheckContext) -> bool:
    """Tell whether the house has accepted this rendering of the name for good."""
    return finding.source is not None and is_accepted(context, source[slice(*finding.source)], target)


def _near_miss(names: Names, name: NameSpan) -> tuple[Finding | None, EnglishName | None]:
    """Return what is wrong with a name that was not found, and the English it was taken for."""
    for end in name.ends:
        for english in names.extra:
            slip = _slip(names, name, english, end)
            if slip:
                return _wrong(names, (name.start, end), english, slip), english
    for end in name.ends:
        if words := _scattered(names.target, names.source, name, end):
            slip = "given-first" if words[-1].key in _surname_keys(names, name) else "split"
            return _wrong_words(names, (name.start, end), words, slip), None
    return _missing(names, name), None


def _is_cut(source: str, start: int, end: int, english: EnglishName) -> bool:
    """Whether a surname of two characters lost its second one to the given name: Zhu Geming for 诸葛明."""
    if surname_length(source, start) != 2 or english.surname.key in surname_keys(source[start : start + 2]):
        return False
    whole = spelling_key(render_name(source[start:end]).replace(" ", ""))
    return english.surname.key + english.given.key == whole


def _slip(names: Names, name: NameSpan, english: EnglishName, end: int) -> str:
    if _is_cut(names.source, name.start, end, english):
        return "cut"
    surname_is_right = english.surname.key in _surname_keys(names, name)
    givens = given_keys(names.source[name.start + name.surname : end])
    given_is_right = english.given.key in givens
    if given_is_right and not surname_is_right and syllable_count(english.surname.text) == 1:
        return "surname"
    if surname_is_right and any(_is_close(english.given.key, given) for given in givens):
        return "given-name"
    if surname_is_right and name.is_sure and name.anchor is not Anchor.SPEECH and len(names.extra) == 1:
        return "other-given-name"
    return ""


def _is_close(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 3 and is_within(one, other, 2)


def _surname_keys(names: Names, name: NameSpan) -> frozenset[str]:
    return surname_keys(names.source[name.start : name.start + name.surname])


def _scattered(target: str, source: str, name: NameSpan, end: int) -> list[EnglishWord]:
    """Return the words of a name written given name first (Dazhe Xu) or in three (Xu Da Zhe)."""
    surnames = surname_keys(source[name.start : name.start + name.surname])
    given = source[name.start + name.surname : end]
    words = english_words(target)
    for first, second in pairwise(words):
        is_joined = target[first.end : second.start] in {" ", ", "}
        if is_joined and second.key in surnames and first.key in given_keys(given) and len(first.key) > 3:
            return [first, second]
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        gaps = target[one.end : two.start] + target[two.end : three.start]
        if gaps == "  " and one.key in surnames and two.key + three.key in given_keys(given):
            return [one, two, three]
    return []


def _missing(names: Names, name: NameSpan) -> Finding | None:
    """Return a note about a name of which the English has nothing, if we are sure that it is one."""
    text = names.source[name.start : name.ends[0]]
    if name.anchor is Anchor.BYLINE or _is_foreign(names.source, name):
        return None
    if has_surname(names.target, _surname_keys(names, name)):
        return None
    if not is_plausible(names.source, name):
        return None
    in_list = name.anchor is Anchor.LIST and len(names.pairs) >= 2
    return Finding(
        KEY,
        Family.NAME,
        Level.WARNING if in_list else Level.NOTE,
        say(
            "{name} ({english}) is not in the English, the rest of the list is.",
            name=text,
            english=render_name(text),
        )
        if in_list
        else say("{name} ({english}) is not in the English.", name=text, english=render_name(text)),
        source=(name.start, name.ends[0]),
        slip="missing",
        source_reading=render_name(text),
    )


def _is_foreign(source: str, name: NameSpan) -> bool:
    """Tell whether a name may be no Han Chinese one, so that pinyin says nothing about its English."""
    given = source[name.start + name.surname : name.ends[0]]
    around = source[name.start : name.start + 6]
    return (
        all(character in _cues("transliterated") for character in given)
        or any(part in around for part in _cues("minority"))
        or any(cue in source for cue in _cues("foreign"))
    )


def _misread(names: Names, english: EnglishName) -> Iterator[Finding]:
    """Yield a finding for an English name whose given name is in the Chinese, but not its surname."""
    if syllable_count(english.surname.text) != 1 or re.match(r" [A-Z][a-z]", names.target[english.end :]):
        return
    for start in range(len(names.source)):
        surname = surname_length(names.source, start)
        for length in (2, 1) if surname else ():
            end = start + surname + length
            given = names.source[start + surname : end]
            is_right = english.surname.key in surname_keys(names.source[start : start + surname])
            if is_right or english.given.key not in given_keys(given):
                continue
            if _can_be_misread(names, english, start, end):
                yield _wrong(names, (start, end), english, "surname")
                return


def _can_be_misread(names: Names, english: EnglishName, start: int, end: int) -> bool:
    """Tell whether the Chinese between two offsets is a name, on no more evidence than its given name."""
    if overlaps(names.decided, start, end):
        return False
    given_length = syllable_count(english.given.text)
    if given_length >= 2:
        return True
    if any(pair.start <= start < pair.end for pair in names.pairs):
        return False
    if english.surname.key in {spelling_key(reading) for reading in readings(names.source[start])}:
        return True
    name = candidate(names.source, start, Anchor.LIST)
    return name is not None and end in name.ends


def _order(names: Names) -> Iterator[Finding]:
    """Yield a warning for each neighbouring pair of a Chinese list that changed places in the English."""
    by_start = {pair.start: pair for pair in names.pairs}
    once = [pair for pair in by_start.values() if _is_unique(names, pair)]
    for before, after in pairwise(sorted(once, key=lambda pair: pair.start)):
        if before.english.start > after.english.start and is_list_gap(names.source, before.end, after.start):
            first, second = names.source[before.start : before.end], names.source[after.start : after.end]
            yield Finding(
                KEY,
                Family.NAME,
                Level.WARNING,
                say(
                    "The Chinese names {first} before {second}; the English has {after} before {before}.",
                    first=first,
                    second=second,
                    after=after.english.text,
                    before=before.english.text,
                ),
                source=(before.start, after.end),
                target=(after.english.start, before.english.end),
                slip="order",
                source_reading=f"{before.english.text}, {after.english.text}",
                target_reading=f"{after.english.text}, {before.english.text}",
                fixes=_exchange(names.target, after.english, before.english),
            )


def _exchange(target: str, first: EnglishName, second: EnglishName) -> tuple[Fix, ...]:
    between = target[first.end : second.start]
    return (Fix(say("Exchange the names"), (first.start, second.end), f"{second.text}{between}{first.text}"),)


def is_list_gap(source: str, start: int, end: int) -> bool:
    """Tell whether what stands between two names makes them neighbours of one list."""
    gap = source[start:end]
    if not gap or len(gap) > 40 or any(c in gap for c in "。；！？"):
        return False
    if gap in {"和", "及", "以及", "，"} or (
        gap[0] == "、" and len(gap) < 20 and not set(gap) & set("，：“”")
    ):
        return True
    if gap[0] not in "、，和及以（(":
        return False
    titles = find_titles(source)
    return any(start < title.end <= end and source[title.end : end].strip() == "" for title in titles)


def _is_unique(names: Names, pair: Pair) -> bool:
    same = [p for p in names.pairs if p.english.text == pair.english.text or p.start == pair.start]
    return len(same) == 1


def _wrong(names: Names, span: tuple[int, int], english: EnglishName, slip: str) -> Finding:
    return _wrong_span(names, span, (english.start, english.end), slip)


def _wrong_words(names: Names, span: tuple[int, int], words: list[EnglishWord], slip: str) -> Finding:
    return _wrong_span(names, span, (words[0].start, words[-1].end), slip)


_SAYS = {
    "surname": say("another surname"),
    "given-name": say("a different spelling"),
    "other-given-name": say("another given name"),
    "given-first": say("the given name first"),
    "cut": say("the surname cut in two"),
    "split": say("the given name in two words"),
}


def _wrong_span(names: Names, span: tuple[int, int], place: tuple[int, int], slip: str) -> Finding:
    zh, written = names.source[span[0] : span[1]], names.target[place[0] : place[1]]
    right = render_name(zh)
    doubtful = slip in {"given-name", "other-given-name", "given-first"} and (
        "-" in written or any(c in names.source for c in _cues("overseas"))
    )
    return Finding(
        KEY,
        Family.NAME,
        Level.NOTE if doubtful else Level.WARNING,
        say(
            "{zh} is {right}; the draft has {written}: {phrase}.",
            zh=zh,
            right=right,
            written=written,
            phrase=_SAYS[slip],
        ),
        source=span,
        target=place,
        slip=slip,
        source_reading=right,
        target_reading=written,
        fixes=(Fix(say("Write {text}", text=right), place, right),),
    )


@cache
def _cues(kind: str) -> tuple[str, ...]:
    return tuple(word for row in rows("cues") if row[0] == kind for word in row[1].split())


CHECK = NamesCheck()
