"""A finding with what was decided about it: one line of the report an editor signs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.finding import Finding


class Reach(StrEnum):
    """How far accepting a finding goes: this row, the same words in the article, always and everywhere."""

    ONCE = "once"
    ARTICLE = "article"
    ALWAYS = "always"


class Decision(StrEnum):
    """What was decided about a finding."""

    OPEN = "open"
    ROW = "accepted in this row"
    ARTICLE = "accepted in this article"
    ALWAYS = "accepted for good"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding of an article (`article` its key) or of a file of pairs (""), its words, and the decision on it."""

    article: str
    finding: Finding
    source: str
    target: str
    paragraph: int = 0
    decision: Decision = Decision.OPEN
    reason: str = ""
    person: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """What a report says of an article above its findings: which text was judged, and how far it is."""

    key: str
    language: str
    headline: str
    source_headline: str
    stage: str
    version: int
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """Findings with their decisions, the articles they belong to, and the time zone its times are shown in."""

    lines: tuple[Judgement, ...]
    articles: tuple[ReportedArticle, ...] = ()
    zone: str = "UTC"
