"""Headline, lead, captions and body agree: people named in full, the same people, numbers and dates.

FACTS.md 2.17 (later mentions) and 2.29.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.name_pairs import sort_out
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import listed, say
from workbench.text.names import find_names, has_surname, is_plausible
from workbench.text.pinyin import render_name, surname_keys, surname_length

KEY = "agreement"
_BODY = {SegmentKind.LEAD, SegmentKind.BODY}
_HEADS = {SegmentKind.HEADLINE, SegmentKind.SUMMARY, SegmentKind.CAPTION}
_MONTH_DAY = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b"
)
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article: the Chinese name, how it may be abbreviated, where the full form stands."""

    name: str
    surname: frozenset[str]
    full_rows: tuple[Passage, ...]


class AgreementCheck:
    """Compares headline, summary and captions with the running text."""

    key = KEY
    family = Family.ARTICLE

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield findings where the parts of the page disagree."""
        if not context.target_language.startswith("en"):
            return
        rows = [row for row in passages if row.target.strip()]
        body = [row for row in rows if row.kind in _BODY]
        if not body:
            return
        people = _people(rows, context)
        yield from _never_in_full(rows, people)
        for head in (row for row in rows if row.kind in _HEADS):
            yield from _other_day(head, body)
            yield from _other_number(head, body)
            yield from _caption_without_full_name(head, people, context)


def _people(rows: list[Passage], context: CheckContext) -> list[Person]:
    """Return the people that something in the Chinese anchors or the English names in full."""
    full: dict[str, list[Passage]] = {}
    for row in rows:
        for name in find_names(row.source):
            if is_plausible(row.source, name):
                full.setdefault(row.source[name.start : name.ends[0]], [])
        for pair in sort_out(row.source, row.target, context.names).pairs:
            full.setdefault(row.source[pair.start : pair.end], []).append(row)
    return [
        Person(name, surname_keys(name[: surname_length(name)]), tuple(found)) for name, found in full.items()
    ]


def _has_given(row: Passage, person: Person) -> bool:
    """Whether the given name is there, if in the wrong order or in pieces: that is said at the name itself."""
    given = render_name(person.name).split()[-1]
    return re.search(" ?".join(given), row.target, re.IGNORECASE) is not None


def _never_in_full(rows: list[Passage], people: list[Person]) -> Iterator[Finding]:
    """Yield a warning for a person whom the English calls by the surname only."""
    for person in people:
        if person.full_rows:
            continue
        for row in rows:
            place = row.source.find(person.name)
            if place >= 0 and has_surname(row.target, person.surname) and not _has_given(row, person):
                yield Finding(
                    KEY,
                    Family.ARTICLE,
                    Level.WARNING,
                    say(
                        "{name} is never named in full: first “{english}”, then the surname.",
                        name=person.name,
                        english=render_name(person.name),
                    ),
                    number=row.number,
                    source=(place, place + len(person.name)),
                    slip="never-in-full",
                    source_reading=render_name(person.name),
                )
                break


def _caption_without_full_name(
    head: Passage, people: list[Person], context: CheckContext
) -> Iterator[Finding]:
    """Yield a warning for a caption that has only a person's surname."""
    if head.kind is not SegmentKind.CAPTION:
        return
    paired = {head.source[p.start : p.end] for p in sort_out(head.source, head.target, context.names).pairs}
    for person in people:
        place = head.source.find(person.name)
        is_named = has_surname(head.target, person.surname)
        if place >= 0 and person.name not in paired and person.full_rows and is_named:
            yield Finding(
                KEY,
                Family.ARTICLE,
                Level.WARNING,
                say("A caption names people in full: {english}.", english=render_name(person.name)),
                number=head.number,
                source=(place, place + len(person.name)),
                slip="caption-name",
                source_reading=render_name(person.name),
            )


def _other_day(head: Passage, body: list[Passage]) -> Iterator[Finding]:
    """Yield a warning for a day of the month that the body gives otherwise and never so."""
    text = " ".join(row.target for row in body)
    days = {(m[1], m[2]) for m in _MONTH_DAY.finditer(text)}
    for match in _MONTH_DAY.finditer(head.target):
        others = sorted(day for month, day in days if month == match[1])
        if (match[1], match[2]) not in days and others:
            yield Finding(
                KEY,
                Family.ARTICLE,
                Level.WARNING,
                say(
                    "The {kind} says {day}; the text says {month} {others}.",
                    kind=head.kind,
                    day=match.group(),
                    month=match[1],
                    others=listed(others),
                ),
                number=head.number,
                target=match.span(),
                slip="other-day",
                target_reading=match.group(),
            )


def _other_number(head: Passage, body: list[Passage]) -> Iterator[Finding]:
    """Yield a note for a number of the headline that the text does not have; it may be rounded."""
    if head.kind is SegmentKind.CAPTION:
        return
    known = {number.replace(",", "") for row in body for number in _NUMBER.findall(row.target)}
    for match in _NUMBER.finditer(head.target):
        value = match.group().replace(",", "")
        if len(value) > 1 and value not in known:
            yield Finding(
                KEY,
                Family.ARTICLE,
                Level.NOTE,
                say("The {kind} has {day}; the text does not.", kind=head.kind, day=match.group()),
                number=head.number,
                target=match.span(),
                slip="other-number",
                target_reading=match.group(),
            )


CHECK = AgreementCheck()
