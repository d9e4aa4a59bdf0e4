"""What the verbs of one transaction share: its session, and the record of what they touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from functools import update_wrapper
from itertools import islice
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy.orm import Session

from workbench.model.changes import Changes

_P = ParamSpec("_P")
_R = TypeVar("_R")
_MOST_KEPT = 200
T = TypeVar("T")
AT_A_TIME = 500
"""How many values one question names; databases take no list of any length."""
ROWS_AT_ONCE = 1_000
"""How many rows of a new article are written at once: a server guards each of them, and its answer is waited for."""


@dataclass(slots=True)
class Record:
    """What a transaction has touched so far."""

    articles: set[int] = field(default_factory=set)
    editions: set[int] = field(default_factory=set)
    targets: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def changes(self, asked_by: str) -> Changes:
        """Freeze the record into the one announcement of this transaction."""
        return Changes(
            articles=frozenset(self.articles),
            editions=frozenset(self.editions),
            targets=frozenset(self.targets),
            people=frozenset(self.people),
            nouns=frozenset(self.nouns),
            asked_by=asked_by,
        )


class Kept:
    """The answers of questions marked `asked_once`, kept only while nothing is written (None: not kept).

    They are few at a time, so that a long reading transaction does not grow.
    """

    def __init__(self, *, keeps: bool) -> None:
        self.answers: dict[tuple[object, ...], Any] | None = {} if keeps else None


class _Asking(Protocol):
    _kept: Kept


_S = TypeVar("_S", bound=_Asking)


def asked_once(question: Callable[Concatenate[_S, _P], _R]) -> Callable[Concatenate[_S, _P], _R]:
    """Ask the database once for the same thing while the transaction only reads; each caller gets its own list."""

    def answer(self: _S, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        kept = self._kept.answers
        plain = all(value is None or isinstance(value, int | str) for value in (*args, *kwargs.values()))
        if kept is None or not plain:
            return question(self, *args, **kwargs)
        key = (question, *args, *kwargs.items())
        if key not in kept:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            kept[key] = question(self, *args, **kwargs)
        found: _R = kept[key]
        return copy(found) if isinstance(found, list | dict) else found

    update_wrapper(answer, question)
    return answer


@dataclass(frozen=True, slots=True)
class Scope:
    """The inside of one transaction: for the verbs of `library` alone.

    `locked` is None where a lock keeps all other writers out; on a server it holds the editions this
    transaction has locked, so that colleagues who work in one article wait for each other.
    """

    session: Session
    record: Record
    locked: set[int] | None = None
    kept: Kept = field(default_factory=lambda: Kept(keeps=False))


def in_parts(values: Iterable[T], at_a_time: int = AT_A_TIME) -> Iterator[list[T]]:
    """Yield values in lists that one question can name, or one write can carry."""
    rest = iter(values)
    while part := list(islice(rest, at_a_time)):
        yield part
