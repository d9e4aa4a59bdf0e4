"""The verbs of kept answers: what draft servers said once, so that nothing is paid for twice."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from workbench.library.scope import Scope
from workbench.model.memory import DraftAnswer

_AT_A_TIME = 500
"""Digests in one question: databases limit the parameters of one."""


class Answers:
    """What can be asked of and done to kept answers inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session

    def of(self, digests: Collection[str]) -> dict[str, DraftAnswer]:
        """Return the kept answers by digest."""
        wanted = list(digests)
        found: dict[str, DraftAnswer] = {}
        for start in range(0, len(wanted), _AT_A_TIME):
            query = select(DraftAnswer).where(DraftAnswer.digest.in_(wanted[start : start + _AT_A_TIME]))
            found |= {answer.digest: answer for answer in self._session.scalars(query)}
        return found

    def keep(self, answer: DraftAnswer) -> None:
        """Keep an answer; a newer one to the same question takes its place."""
        self._session.merge(answer)
