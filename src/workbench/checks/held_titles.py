"""Titles the house has on record for a person: the English of the office held at the article's date.

FACTS.md 2.19: an office outlives whoever held it, so the table of names says from when to when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.term_forms import carries
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, HeldTitle, KnownName, Passage
from workbench.sentences import say

KEY = "held-titles"
_NEAR = 16
"""Chinese characters between a title and the name it belongs to, other titles in between included."""

_PAST = ("原", "前", "时任", "曾任", "老")


class HeldTitlesCheck:
    """Compares the titles beside a decided name with those on record."""

    key = KEY
    family = Family.NAME

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a note for a title in other English, a warning for one out of its time."""
        for name in context.names:
            if name.titles and name.source in passage.source:
                yield from _of_name(name, passage, context)


def _of_name(name: KnownName, passage: Passage, context: CheckContext) -> Iterator[Finding]:
    place = passage.source.find(name.source)
    around = (max(0, place - _NEAR), place + len(name.source) + _NEAR)
    said = [title for title in name.titles if passage.source.find(title.source, *around) >= 0]
    longest = [title for title in said if not any(_is_inside(title, other) for other in said)]
    for title in longest:
        yield from _of_title(name, title, passage, context)
    yield from _of_another_time(name, longest, passage, context)


def _is_inside(title: HeldTitle, other: HeldTitle) -> bool:
    return title.source != other.source and title.source in other.source


def _of_title(
    name: KnownName, title: HeldTitle, passage: Passage, context: CheckContext
) -> Iterator[Finding]:
    """Yield what is to be said about a title that the Chinese gives."""
    start = passage.source.find(title.source)
    span = (start, start + len(title.source))
    terms = [each for each in name.titles if each.source == title.source]
    published = context.published
    is_past = passage.source[:start].endswith(_PAST)
    if published and not is_past and not any(each.is_held_on(published) for each in terms):
        message = say(
            "{name} was not {title} on {day} by the table of names: is it the right title?",
            name=name.source,
            title=title.source,
            day=published.isoformat(),
        )
        yield _finding(message, Level.WARNING, span, "title-expired", title.target)
    elif not any(carries(passage.target, each.target) for each in terms):
        message = say(
            "{title} is “{english}” for {name} in this house; the draft does not have it.",
            title=title.source,
            english=title.target,
            name=name.source,
        )
        yield _finding(message, Level.NOTE, span, "title-form", title.target)


def _of_another_time(
    name: KnownName, said: list[HeldTitle], passage: Passage, context: CheckContext
) -> Iterator[Finding]:
    """Yield a warning for an English title of another time that the Chinese does not give."""
    published = context.published
    if published is None or not said:
        return
    for title in name.titles:
        is_right = title.is_held_on(published) or any(
            title.target.casefold() in each.target.casefold() or title.source == each.source for each in said
        )
        if is_right or not carries(passage.target, title.target):
            continue
        start = passage.target.casefold().find(title.target.casefold())
        message = say(
            "{name} was “{title}” at another time; the Chinese says {chinese}.",
            name=name.target,
            title=title.target,
            chinese=said[0].source,
        )
        place = (start, start + len(title.target)) if start >= 0 else None
        yield _finding(message, Level.WARNING, None, "title-of-another-time", said[0].target, place)


def _finding(
    message: str,
    level: Level,
    source: tuple[int, int] | None,
    slip: str,
    reading: str,
    target: tuple[int, int] | None = None,
) -> Finding:
    return Finding(
        KEY, Family.NAME, level, message, source=source, target=target, slip=slip, source_reading=reading
    )


CHECK = HeldTitlesCheck()
