"""The table of checks: one line a check, and the two shapes a check may have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, runtime_checkable

from workbench.checks.matching import Comparison
from workbench.model.finding import Finding
from workbench.model.kinds import Family
from workbench.model.passage import CheckContext, Passage
from workbench.plugins import load_plugins

PLUGIN_GROUP = "workbench.checks"
"""The entry-point group by which other packages bring checks: each entry loads one check object."""


@runtime_checkable
class RowCheck(Protocol):
    """A check that judges one row by itself."""

    @property
    def key(self) -> str:
        """The stable name of the check, as shown in reports and waivers."""
        ...

    @property
    def family(self) -> Family:
        """What the check is about."""
        ...

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield the findings of one row; their `number` is the passage's."""
        ...


@runtime_checkable
class ArticleCheck(Protocol):
    """A check that needs all rows of an edition, in reading order."""

    @property
    def key(self) -> str:
        """The stable name of the check, as shown in reports and waivers."""
        ...

    @property
    def family(self) -> Family:
        """What the check is about."""
        ...

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield the findings of a whole edition; each names its row by `number`."""
        ...


@runtime_checkable
class FactCheck(RowCheck, Protocol):
    """A row check that judges a comparison of facts, so that an edition can settle moved facts first."""

    def judge(self, comparison: Comparison, context: CheckContext) -> Iterable[Finding]:
        """Yield the findings of a comparison already made."""
        ...


Check = RowCheck | ArticleCheck

MODULES = (
    "workbench.checks.values",
    "workbench.checks.measures",
    "workbench.checks.rates",
    "workbench.checks.approximations",
    "workbench.checks.directions",
    "workbench.checks.order",
    "workbench.checks.crossings",
    "workbench.checks.traps",
    "workbench.checks.dangling",
    "workbench.checks.number_form",
    "workbench.checks.relative_dates",
    "workbench.checks.arithmetic",
    "workbench.checks.names",
    "workbench.checks.name_lists",
    "workbench.checks.titles",
    "workbench.checks.held_titles",
    "workbench.checks.bodies",
    "workbench.checks.places",
    "workbench.checks.terms",
    "workbench.checks.coverage",
    "workbench.checks.negation",
    "workbench.checks.like_words",
    "workbench.checks.leftovers",
    "workbench.checks.spelling",
    "workbench.checks.grammar",
    "workbench.checks.invisible",
    "workbench.checks.quotes",
    "workbench.checks.spacing",
    "workbench.checks.headline",
    "workbench.checks.style",
    "workbench.checks.abbreviations",
    "workbench.checks.first_use",
    "workbench.checks.consistency",
    "workbench.checks.precedents",
    "workbench.checks.agreement",
)
"""Where the built-in checks live; each module ends in `CHECK` or a tuple `CHECKS`."""


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check in order: the built-in ones first, then those of plug-ins."""
    found: list[Check] = []
    for name in MODULES:
        module = import_module(name)
        several: tuple[Check, ...] = getattr(module, "CHECKS", ())
        found += several if hasattr(module, "CHECKS") else (module.CHECK,)
    found += [item for item in load_plugins(PLUGIN_GROUP) if isinstance(item, RowCheck | ArticleCheck)]
    return tuple(found)


@cache
def row_checks() -> tuple[RowCheck, ...]:
    """Return the checks that judge a row by itself."""
    return tuple(check for check in all_checks() if isinstance(check, RowCheck))


@cache
def judged_checks() -> tuple[tuple[RowCheck, FactCheck | None], ...]:
    """Return the row checks, each beside itself if it judges comparisons; asking for its shape is slow."""
    return tuple((check, check if isinstance(check, FactCheck) else None) for check in row_checks())


@cache
def article_checks() -> tuple[ArticleCheck, ...]:
    """Return the checks that judge an edition as a whole."""
    return tuple(check for check in all_checks() if isinstance(check, ArticleCheck))
