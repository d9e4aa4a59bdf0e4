"""Checking pairs of Chinese and English that belong to no article, without opening the library for its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.run import check_passage
from workbench.library.house_words import read_house_words
from workbench.model.finding import Finding
from workbench.model.passage import CheckContext, Passage


def house_of(place: str | None) -> CheckContext | None:
    """Return what the house of a local library has decided; None if the library has to be opened for it."""
    return read_house_words(place)


def check_pairs(
    pairs: Iterable[tuple[int, str, str]], context: CheckContext
) -> Iterator[tuple[int, list[Finding]]]:
    """Yield the number of each pair with its findings, each pair judged alone."""
    for number, source, target in pairs:
        yield number, [] if context.is_monolingual else check_passage(Passage(source, target), context)
