"""Links made and broken by hand: every change gives a new alignment in which each sentence is in one link still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.memory.align.values import Alignment, Link

DECIDED = 1.0
"""The confidence of a link a person made."""


def join_with_next(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the link at `place` and the one behind it made one."""
    if place + 1 >= len(alignment.links):
        return alignment
    (sources, targets), (more_sources, more_targets) = alignment.links[place : place + 2]
    return _replaced(alignment, place, 2, [(sources + more_sources, targets + more_targets)])


def break_up(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the link at `place` broken: pairs in order, what is over standing alone."""
    sources, targets = alignment.links[place]
    if len(sources) + len(targets) < 2:
        return alignment
    if len(sources) == len(targets) == 1:
        return _replaced(alignment, place, 1, [(sources, ()), ((), targets)])
    paired: list[Link] = [((source,), (target,)) for source, target in zip(sources, targets, strict=False)]
    left: list[Link] = [((source,), ()) for source in sources[len(targets) :]]
    over: list[Link] = [((), (target,)) for target in targets[len(sources) :]]
    return _replaced(alignment, place, 1, paired + left + over)


def give_source_to_next(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the last Chinese sentence of a link moved to the link behind it."""
    return _moved(alignment, place, 0)


def give_target_to_next(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the last English sentence of a link moved to the link behind it."""
    return _moved(alignment, place, 1)


def take_source_from_next(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the first Chinese sentence of the link behind taken into the link at `place`."""
    return _taken(alignment, place, 0)


def take_target_from_next(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the first English sentence of the link behind taken into the link at `place`."""
    return _taken(alignment, place, 1)


def accept(alignment: Alignment, place: int) -> Alignment:
    """Return the alignment with the link at `place` confirmed as it is."""
    return _replaced(alignment, place, 1, [alignment.links[place]])


def _moved(alignment: Alignment, place: int, side: int) -> Alignment:
    here = alignment.links[place]
    if not here[side]:
        return alignment
    is_last = place + 1 == len(alignment.links)
    there: Link = ((), ()) if is_last else alignment.links[place + 1]
    links = [_with(here, side, here[side][:-1]), _with(there, side, here[side][-1:] + there[side])]
    return _replaced(alignment, place, 1 if is_last else 2, links)


def _taken(alignment: Alignment, place: int, side: int) -> Alignment:
    """Take from the nearest link behind that has a sentence on the side, when it is the next one."""
    if place + 1 >= len(alignment.links):
        return alignment
    here, there = alignment.links[place : place + 2]
    if not there[side]:
        return alignment
    links = [_with(here, side, here[side] + there[side][:1]), _with(there, side, there[side][1:])]
    return _replaced(alignment, place, 2, links)


def _with(link: Link, side: int, numbers: tuple[int, ...]) -> Link:
    return (numbers, link[1]) if side == 0 else (link[0], numbers)


def _replaced(alignment: Alignment, place: int, count: int, links: Sequence[Link]) -> Alignment:
    """Put decided links in the place of some, leaving out those that have become empty."""
    filled = [link for link in links if link[0] or link[1]]
    return replace(
        alignment,
        links=[*alignment.links[:place], *filled, *alignment.links[place + count :]],
        scores=[*alignment.scores[:place], *[DECIDED] * len(filled), *alignment.scores[place + count :]],
    )
