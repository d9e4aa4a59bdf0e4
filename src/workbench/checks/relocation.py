"""Facts that an edition renders in another row: the rest of the paragraph first, then the paragraphs beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.checks.compatibility import meets
from workbench.checks.matching import Comparison, Contradiction
from workbench.checks.values import check_key
from workbench.checks.wording import reading, written
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext
from workbench.sentences import Sentence, say
from workbench.text.facts import Fact, Tier


@dataclass(frozen=True, slots=True)
class Move:
    """A fact of one row found among the unexplained items of another row."""

    fact: Fact
    source_row: int
    item: Fact
    target_row: int
    is_near: bool


def relocated(comparisons: Sequence[Comparison]) -> tuple[list[Comparison], list[Move]]:
    """Return the comparisons without what was found elsewhere, and the moves that explain it.

    A fact is looked for in the rest of its paragraph, then in the paragraphs before and after; only items
    that explain nothing in their own row can stand for it.
    """
    moves: list[Move] = []
    for reach in (0, 1):
        for row, fact in list(_wanted(comparisons, moves)):
            move = _found_elsewhere(row, fact, comparisons, moves, reach)
            if move:
                moves.append(move)
    return [_without(row, comparison, moves) for row, comparison in enumerate(comparisons)], moves


def move_findings(
    moves: Sequence[Move], comparisons: Sequence[Comparison], context: CheckContext
) -> Iterator[Finding]:
    """Yield a note for a fact moved within its paragraph and a warning for one moved to another."""
    for move in moves:
        here, there = comparisons[move.source_row], comparisons[move.target_row]
        if move.fact.tier is not Tier.SURE and move.is_near:
            continue
        chinese = written(move.fact, here.source.text)
        yield Finding(
            check_key(move.fact),
            Family.FACT,
            Level.NOTE if move.is_near or move.fact.tier is not Tier.SURE else Level.WARNING,
            _message(move, chinese, there),
            here.passage.number,
            (move.fact.start, move.fact.end),
            None,
            "moved" if move.is_near else "moved-paragraph",
            reading(move.fact, context.style),
        )


def _wanted(comparisons: Sequence[Comparison], moves: Sequence[Move]) -> Iterator[tuple[int, Fact]]:
    settled = {id(move.fact) for move in moves}
    for row, comparison in enumerate(comparisons):
        facts = [*comparison.missing, *(pair.fact for pair in comparison.contradictions)]
        yield from ((row, fact) for fact in facts if id(fact) not in settled)


def _found_elsewhere(
    row: int, fact: Fact, comparisons: Sequence[Comparison], moves: Sequence[Move], reach: int
) -> Move | None:
    taken = {id(move.item) for move in moves}
    paragraph = comparisons[row].passage.paragraph
    for other, comparison in enumerate(comparisons):
        if other == row or abs(comparison.passage.paragraph - paragraph) != reach:
            continue
        items = [*comparison.extra, *(pair.item for pair in comparison.contradictions)]
        for item in items:
            if id(item) not in taken and meets(fact, item):
                return Move(fact, row, item, other, reach == 0)
    return None


def _without(row: int, comparison: Comparison, moves: Sequence[Move]) -> Comparison:
    facts = {id(move.fact) for move in moves if move.source_row == row}
    items = {id(move.item) for move in moves if move.target_row == row}
    if not facts and not items:
        return comparison
    missing = [fact for fact in comparison.missing if id(fact) not in facts]
    extra = [item for item in comparison.extra if id(item) not in items]
    kept: list[Contradiction] = []
    for pair in comparison.contradictions:
        if id(pair.fact) in facts and id(pair.item) not in items:
            extra.append(pair.item)
        elif id(pair.fact) not in facts and id(pair.item) in items:
            missing.append(pair.fact)
        elif id(pair.fact) not in facts:
            kept.append(pair)
    return replace(comparison, missing=tuple(missing), extra=tuple(extra), contradictions=tuple(kept))


def _message(move: Move, chinese: str, there: Comparison) -> Sentence:
    values = {
        "chinese": chinese,
        "number": there.passage.number,
        "english": written(move.item, there.target.text),
    }
    if move.is_near:
        return say("{chinese} is rendered in row {number}: {english}.", **values)
    return say("{chinese} is rendered in another paragraph (row {number}): {english}.", **values)
