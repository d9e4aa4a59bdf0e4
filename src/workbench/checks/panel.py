"""The facts of a row as the side panel shows them: reading, English rendering, and where the draft has it."""

from __future__ import annotations

from workbench.checks.matching import Comparison, comparison_of
from workbench.checks.wording import written
from workbench.model.finding import FactView, Span
from workbench.model.passage import CheckContext, Passage
from workbench.text.facts import Fact, FactKind
from workbench.text.rendering import date_rendering, rendering
from workbench.text.units import chinese_unit_after

K = FactKind
_DATE_ORDER = {K.YEAR: 0, K.MONTH: 1, K.DAY: 2}


def facts_of(passage: Passage, context: CheckContext) -> list[FactView]:
    """Return the facts of the source in order, a date's year, month and day as one.

    `is_matched` is None while the draft is empty; `target` is where the draft has the fact.
    """
    comparison = comparison_of(passage, context)
    return [_view(group, comparison, context) for group in _grouped(comparison)]


def _grouped(comparison: Comparison) -> list[list[Fact]]:
    groups: list[list[Fact]] = []
    for fact in comparison.source.facts:
        last = groups[-1][-1] if groups else None
        follows = (
            last is not None
            and fact.kind in _DATE_ORDER
            and last.kind in _DATE_ORDER
            and _DATE_ORDER[fact.kind] == _DATE_ORDER[last.kind] + 1
            and fact.start - last.end <= 1
        )
        if follows:
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return groups


def _view(group: list[Fact], comparison: Comparison, context: CheckContext) -> FactView:
    first, last = group[0], group[-1]
    source = comparison.source.text
    end = last.end
    if first.kind is K.QUANTITY and first.unit:
        end = max(end, chinese_unit_after(source, last.end)[1])
    is_date = first.kind in _DATE_ORDER and len(group) > 1
    text = date_rendering(group) if is_date else rendering(first, context.style)
    target = _place(group, comparison)
    has_draft = bool(comparison.passage.target.strip())
    missed = {id(fact) for fact in comparison.missing} | {id(pair.fact) for pair in comparison.contradictions}
    matched = all(id(fact) not in missed for fact in group) if has_draft else None
    return FactView(
        first.kind.value, (first.start, end), _reading(group, source, text), text, matched, target
    )


def _reading(group: list[Fact], source: str, text: str) -> str:
    chinese = source[group[0].start : group[-1].end] if len(group) > 1 else written(group[0], source)
    return f"{chinese} = {text}" if chinese != text else text


def _place(group: list[Fact], comparison: Comparison) -> Span | None:
    wanted = {id(fact) for fact in group}
    items = [match.item for match in comparison.matches if id(match.fact) in wanted]
    if not items:
        return None
    start, end = min(item.start for item in items), max(item.end for item in items)
    return (start, end) if end - start < 40 else (items[0].start, items[0].end)
