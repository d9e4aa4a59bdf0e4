"""Places of China: the right one, rightly spelt, lists of places in their order (FACTS.md 2.21).

Human translators leave a place out or paraphrase it in 2 to 5 % of cases, so a missing place is a note;
it is a warning when another place or a misreading stands in the English and nothing explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.distance import is_within
from workbench.text.names import EnglishWord, english_words, find_names
from workbench.text.places import (
    PlaceSpan,
    abbreviations,
    english_keys,
    find_places,
    known_places,
    misreadings,
)

KEY = "places"
_PLACE_LIKE = 5


class PlacesCheck:
    """Compares the places of a row."""

    key = KEY
    family = Family.NAME

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield findings for places that are missing, misspelt, exchanged or out of order."""
        spans = find_places(passage.source)
        if not spans or not is_from_chinese(context, "en"):
            return
        words = _words(passage.target)
        missing = [span for span in spans if not any(word.key in english_keys(span.place) for word in words)]
        explained = _explained(passage.source, spans)
        decided = [name.source for name in context.names if name.source in passage.source]
        seen: set[tuple[str, ...]] = set()
        for span in missing:
            zh = passage.source[span.start : span.end]
            if span.place.english in seen or is_accepted(context, zh, passage.target):
                continue
            if any(zh in name for name in decided):
                continue
            seen.add(span.place.english)
            instead = _instead_of(passage, span, words, explained)
            if instead:
                explained.add(instead[0].key)
                yield _wrong(passage, span, *instead)
            elif zh not in passage.target and not _is_inside_another(span, spans):
                yield _missing(passage, span)
        yield from _order(passage, spans, words)
        yield from _without_apostrophe(passage, spans, words)


def _words(target: str) -> list[EnglishWord]:
    """Return capitalised words, and pairs of them joined, so that Hong Kong is found as one."""
    words = list(english_words(target))
    pairs = [
        EnglishWord(a.start, b.end, target[a.start : b.end], a.key + b.key)
        for a, b in pairwise(words)
        if target[a.end : b.start] == " "
    ]
    return words + pairs


def _is_inside_another(span: PlaceSpan, spans: tuple[PlaceSpan, ...]) -> bool:
    """Tell whether the place only says where the next one lies (湖南省长沙市): it may be left out."""
    return any(other.start == span.end and other.place.level > span.place.level for other in spans)


def _instead_of(
    passage: Passage, span: PlaceSpan, words: list[EnglishWord], explained: set[str]
) -> tuple[EnglishWord, str] | None:
    """Return the English word that stands for a missing place, and how it departs from it."""
    if span.place.is_loose:
        return None
    for word in words:
        if word.key not in explained and not _is_named(passage.source, word):
            slip = _slip(span, word)
            if slip:
                return word, slip
    return None


def _is_named(source: str, word: EnglishWord) -> bool:
    """Tell whether the Chinese has the characters of a place, if in another word: 中山医院 Zhongshan Hospital."""
    return any(place.sources[0][:2] in source for place in known_places().get(word.key, ()))


def _wrong(passage: Passage, span: PlaceSpan, word: EnglishWord, slip: str) -> Finding:
    right, place = span.place.english[0], (word.start, word.end)
    return Finding(
        KEY,
        Family.NAME,
        Level.WARNING,
        say(
            "{chinese} is {right}; the draft has {english}.",
            chinese=passage.source[span.start : span.end],
            right=right,
            english=word.text,
        ),
        source=(span.start, span.end),
        target=place,
        slip=slip,
        source_reading=right,
        target_reading=word.text,
        fixes=(Fix(say("Write {text}", text=right), place, right),),
    )


def _missing(passage: Passage, span: PlaceSpan) -> Finding:
    right = span.place.english[0]
    return Finding(
        KEY,
        Family.NAME,
        Level.NOTE,
        say(
            "{chinese} ({right}) is not in the English.",
            chinese=passage.source[span.start : span.end],
            right=right,
        ),
        source=(span.start, span.end),
        slip="missing",
        source_reading=right,
    )


def _slip(span: PlaceSpan, word: EnglishWord) -> str:
    """Return how an unexplained English word may be a slip for a place, or ""."""
    if word.key in misreadings(span.place):
        return "misread"
    keys = english_keys(span.place)
    if word.key in known_places() and span.place.level <= 2:
        return "other-place"
    is_near = any(
        len(key) >= _PLACE_LIKE and key[0] == word.key[0] and is_within(key, word.key, 1) for key in keys
    )
    return "spelling" if is_near and " " not in word.text else ""


def _explained(source: str, spans: tuple[PlaceSpan, ...]) -> set[str]:
    """Return the spelling keys that other Chinese in the row accounts for."""
    keys = {key for span in spans for key in english_keys(span.place)}
    for character in source:
        keys |= set(abbreviations().get(character, ()))
    return keys


def _order(passage: Passage, spans: tuple[PlaceSpan, ...], words: list[EnglishWord]) -> Iterator[Finding]:
    """Yield a warning where two neighbours of a Chinese list of places changed places in the English."""
    found: list[tuple[PlaceSpan, EnglishWord]] = []
    for span in spans:
        own = [word for word in words if word.key in english_keys(span.place)]
        if len(own) == 1 and sum(other.place == span.place for other in spans) == 1:
            found.append((span, own[0]))
    for (first, one), (second, two) in pairwise(found):
        if one.start > two.start and re.fullmatch(r"[、和及]|以及", passage.source[first.end : second.start]):
            zh = passage.source[first.start : second.end]
            yield Finding(
                KEY,
                Family.NAME,
                Level.WARNING,
                say(
                    "The Chinese has {zh}; the English names {two} before {one}.",
                    zh=zh,
                    two=two.text,
                    one=one.text,
                ),
                source=(first.start, second.end),
                target=(two.start, one.end),
                slip="order",
                source_reading=f"{one.text}, {two.text}",
                target_reading=f"{two.text}, {one.text}",
            )


def _names_within(source: str) -> list[str]:
    """Return the personal names of a row: 何西安 is nobody's city."""
    return [source[name.start : name.ends[-1]] for name in find_names(source)]


def _without_apostrophe(
    passage: Passage, spans: tuple[PlaceSpan, ...], words: list[EnglishWord]
) -> Iterator[Finding]:
    """Yield a note for Xian and Luan, which read as one syllable without their apostrophe."""
    for place in dict.fromkeys(span.place for span in spans):
        right = place.english[0]
        if "'" not in right:
            continue
        people = _names_within(passage.source)
        for word in words:
            if any(place.sources[0][:2] in name for name in people):
                break
            if word.text == right.replace("'", "").replace("’", ""):
                span = next(span for span in spans if span.place == place)
                yield replace(_wrong(passage, span, word, "apostrophe"), level=Level.NOTE)


CHECK = PlacesCheck()
