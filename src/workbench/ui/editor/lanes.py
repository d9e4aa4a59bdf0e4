"""The window's lanes as one screen uses them: its questions apart from others', late answers dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from workbench.errors import WorkbenchError
from workbench.model.progress import Progress
from workbench.ui.background import Background, Task

T = TypeVar("T")
Failed = Callable[[WorkbenchError], None]


class Lanes:
    """Hands work to the background in the name of `owner`; once that is deleted, answers are dropped.

    Questions are told apart by `name`, so that the Editor and the Review of one window do not displace
    each other's.
    """

    def __init__(self, background: Background, owner: QObject, name: str) -> None:
        self._background, self._owner, self._name = background, owner, name

    @property
    def waiting_writes(self) -> int:
        """How many writes of the whole window have not been answered yet."""
        return self._background.waiting_writes

    def write(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` in the writer lane, after everything handed in before."""
        self._background.write(work, self._while_alive(done), self._while_alive(failed))

    def look_up(self, key: str, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Answer a question; an older one of the same `key` from this screen is forgotten."""
        key = f"{self._name}:{key}"
        self._background.look_up(key, work, self._while_alive(done), self._while_alive(failed))

    def run(
        self,
        activity: Callable[[], Iterator[Progress]],
        done: Callable[[Any], None],
        failed: Failed,
        progress: Callable[[Progress], None] | None = None,
    ) -> Task:
        """Run a long activity in a thread of its own."""
        told = self._while_alive(progress) if progress is not None else None
        return self._background.run(activity, told, self._while_alive(done), self._while_alive(failed))

    def _while_alive(self, callback: Callable[[T], None]) -> Callable[[T], None]:
        def guarded(answer: T) -> None:
            if shiboken6.isValid(self._owner):
                callback(answer)

        return guarded


def ignore(_error: WorkbenchError) -> None:
    """Leave a failed question unanswered: advice that fails is missing, and the text is not affected."""
