"""The facts of a row's source as the side panel shows them, with the English the house would write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.model.finding import FactView, Finding
from workbench.model.kinds import Family
from workbench.model.passage import Passage
from workbench.text.extraction import chinese_facts
from workbench.text.facts import Fact, FactKind
from workbench.text.rendering import date_rendering, rendering

DATE_PARTS = {FactKind.YEAR: 0, FactKind.MONTH: 1, FactKind.DAY: 2}


def fact_views(
    passage: Passage, findings: Sequence[Finding], *, traps: Sequence[str] = (), style: Mapping[str, str]
) -> list[FactView]:
    """Return the facts of a Chinese source; one is missed when a finding about facts points at it."""
    facts = sorted(chinese_facts(passage.source, tuple(traps)).facts, key=lambda fact: fact.start)
    return [_view(group, passage, findings, style) for group in _grouped(facts) if group]


def _grouped(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Put year, month and day that stand together into one date."""
    group: list[Fact] = []
    for fact in facts:
        if group and not _continues(group[-1], fact):
            yield group
            group = []
        group.append(fact)
    if group:
        yield group


def _continues(last: Fact, fact: Fact) -> bool:
    is_date = last.kind in DATE_PARTS and fact.kind in DATE_PARTS
    return is_date and DATE_PARTS[fact.kind] > DATE_PARTS[last.kind] and fact.start - last.end <= 1


def _view(
    group: Sequence[Fact], passage: Passage, findings: Sequence[Finding], style: Mapping[str, str]
) -> FactView:
    span = (group[0].start, group[-1].end)
    written = date_rendering(group) if group[0].kind in DATE_PARTS else rendering(group[0], style)
    return FactView(
        kind=str(group[0].kind),
        source=span,
        reading=passage.source[slice(*span)],
        rendering=written,
        is_matched=None if not passage.target.strip() else not _is_missed(span, findings),
    )


def _is_missed(span: tuple[int, int], findings: Sequence[Finding]) -> bool:
    return any(
        finding.family is Family.FACT
        and finding.source is not None
        and finding.source[0] < span[1]
        and span[0] < finding.source[1]
        for finding in findings
    )
