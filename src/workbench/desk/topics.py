"""What the checks say of an edition, topic by topic, in the order an editor goes through a page (FACTS.md, section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level, SegmentKind


class Topic(StrEnum):
    """What an editor looks at by itself."""

    COVERAGE = "coverage"
    NAMES = "names"
    TITLES = "titles"
    DATES = "dates"
    NUMBERS = "numbers"
    HEADLINE = "headline"
    CAPTIONS = "captions"
    PHRASES = "phrases"
    QUOTATIONS = "quotations"
    TEXT = "text"
    CONSISTENCY = "consistency"


_CHECKS = {
    Topic.COVERAGE: {"coverage", "omission", "negation"},
    Topic.NAMES: {"names", "name-lists", "places"},
    Topic.TITLES: {"titles", "held-titles", "bodies"},
    Topic.DATES: {"dates", "clock", "durations", "relative-dates"},
    Topic.HEADLINE: {"headline"},
    Topic.PHRASES: {"like-words", "terms", "set-phrases", "abbreviations", "style", "number-form"},
    Topic.QUOTATIONS: {"quotes", "quotes-of-article"},
    Topic.CONSISTENCY: {"consistency", "precedents", "agreement"},
}
_TOPICS = {check: topic for topic, checks in _CHECKS.items() for check in checks}
_OTHERWISE = {
    Family.FACT: Topic.NUMBERS,
    Family.NAME: Topic.NAMES,
    Family.TERM: Topic.PHRASES,
    Family.TEXT: Topic.TEXT,
    Family.STYLE: Topic.PHRASES,
    Family.ARTICLE: Topic.CONSISTENCY,
}
"""Where a check belongs that no topic names, such as one of a plug-in."""
_PLACES = {SegmentKind.HEADLINE: Topic.HEADLINE, SegmentKind.CAPTION: Topic.CAPTIONS}


def topic_of(finding: Finding, kind: SegmentKind) -> Topic:
    """Return the topic of a finding in a row of a kind: whether headline and captions agree is looked at there."""
    if finding.check == "agreement" and kind in _PLACES:
        return _PLACES[kind]
    return _TOPICS.get(finding.check) or _OTHERWISE[finding.family]


def by_topic(findings: Iterable[Finding], kinds: Mapping[int, SegmentKind]) -> dict[Topic, list[Finding]]:
    """Return the findings that want a decision under every topic, in order; quiet notes want none.

    `kinds` are those of the rows, by number.
    """
    found: dict[Topic, list[Finding]] = {topic: [] for topic in Topic}
    for finding in findings:
        if finding.level is not Level.NOTE:
            found[topic_of(finding, kinds[finding.number])].append(finding)
    return found
