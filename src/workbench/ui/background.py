"""The only place that starts threads: work goes out here, answers arrive on the main thread.

Three lanes: the writer lane does writes one after the other; the lookup lane answers questions, the
newest of a kind winning over older ones; long activities run beside them and can be cancelled.

Widgets may die on the main thread only. So whatever may be the last to hold one stays there: the pieces of work
with their callbacks, which the lanes know by number, and the search for garbage (`ui/garbage.py`).
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workbench.errors import WorkbenchError
from workbench.model.progress import Progress
from workbench.sentences import say
from workbench.ui.garbage import collect_here

log = logging.getLogger(__name__)
T = TypeVar("T")

UNEXPECTED = say(
    "Something went wrong inside the program. It has been written to the log; your saved work is safe."
)


@dataclass(slots=True)
class _Job:
    """A piece of work and where its answer goes; only the main thread holds it."""

    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[WorkbenchError], None] | None
    progress: Callable[[Progress], None] | None = None
    key: str = ""
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What a lane sends: the number of the work, what became of it (the field of `_Job` to call), and the answer."""

    number: int
    outcome: Literal["done", "failed", "progress"]
    answer: object


@dataclass(slots=True)
class Task:
    """A long activity under way; `cancel` takes effect at its next step, between transactions."""

    _stop: threading.Event = field(default_factory=threading.Event)
    is_finished: bool = False

    def cancel(self) -> None:
        """Ask the activity to stop; what was finished before stays."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()


class Background(QObject):
    """The three lanes. Every callback is called on the thread that made this object.

    A callback that belongs to a widget which has been deleted meanwhile is dropped. Failures without
    a `failed` callback arrive at the signal of that name, those of questions at `unanswered`.
    """

    failed = Signal(WorkbenchError)
    unanswered = Signal(WorkbenchError)
    busy_changed = Signal(bool)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        collect_here()
        self._numbers = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._writes: SimpleQueue[int | None] = SimpleQueue()
        self._due: list[int] = []
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._hand_out)
        self._questions: dict[str, int] = {}
        self._tickets: dict[str, int] = {}
        self._asked = threading.Condition()
        self._tasks: list[tuple[threading.Thread, Task]] = []
        self._waiting_writes = 0
        self._under_way = 0
        self._is_closed = False
        self._lanes = [
            threading.Thread(target=lane, name=name, daemon=True)
            for name, lane in [("writer", self._write_lane), ("lookup", self._lookup_lane)]
        ]
        for lane in self._lanes:
            lane.start()

    @property
    def waiting_writes(self) -> int:
        """How many writes were handed in and have not been answered yet."""
        return self._waiting_writes

    @property
    def is_idle(self) -> bool:
        """Whether everything that was handed in has been answered."""
        return self._under_way == 0

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        """Do `work` in the writer lane, after everything handed in before.

        It begins when what a key has changed is painted: Python runs one thread at a time, and the eye comes first.
        """
        self._under_way += 1
        self._waiting_writes += 1
        if self._waiting_writes == 1:
            self.busy_changed.emit(True)
        self._due.append(self._keep(_Job(work, done, failed, key="write")))
        if not self._painted.isActive():
            self._painted.start()

    def look_up(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> None:
        """Answer a question in the lookup lane; an older one of the same `key` is forgotten."""
        with self._asked:
            ticket = self._tickets.get(key, 0) + 1
            self._tickets[key] = ticket
            self._let_go_of_question(key)
            job = _Job(work, done, failed, key=f"look_up:{key}", ticket=ticket)
            self._questions[key] = self._keep(job)
            self._under_way += 1
            self._asked.notify()

    def forget(self, key: str) -> None:
        """Drop the question of that key; its answer will not be delivered."""
        with self._asked:
            self._tickets[key] = self._tickets.get(key, 0) + 1
            self._let_go_of_question(key)

    def run(
        self,
        activity: Callable[[], Iterator[Progress]],
        progress: Callable[[Progress], None] | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[WorkbenchError], None] | None = None,
    ) -> Task:
        """Run a long activity (a generator of `Progress`); `done` gets what it returns at its end.

        After a cancel `done` gets None and `Task.is_cancelled` tells why.
        """
        task = Task()
        self._under_way += 1
        number = self._keep(_Job(lambda: self._exhaust(number, activity(), task), done, failed, progress))
        return self._begin("activity", task, self._run_task, number, task)

    def watch(self, steps: Callable[[], Iterator[object]]) -> Task:
        """Go through `steps` beside everything else until cancelled: a watch is never done, and nobody waits for it."""
        task = Task()
        number = self._keep(_Job(steps, None, None))

        def go_on() -> None:
            try:
                for _ in self._jobs[number].work():
                    if task.is_cancelled:
                        return
            except Exception:  # the border of the program where everything may be caught
                log.exception("a watch in the background ended")

        return self._begin("watch", task, go_on)

    def close(self, wait_seconds: float = 10) -> None:
        """Finish all writes, cancel the rest, and end the lanes."""
        if self._is_closed:
            return
        self._is_closed = True
        for _, task in self._tasks:
            task.cancel()
        self._hand_out()
        self._writes.put(None)
        with self._asked:
            self._questions.clear()
            self._asked.notify()
        for thread in [*self._lanes, *(thread for thread, _ in self._tasks)]:
            thread.join(wait_seconds)

    def _keep(self, job: _Job) -> int:
        number = next(self._numbers)
        self._jobs[number] = job
        return number

    def _let_go_of_question(self, key: str) -> None:
        if (number := self._questions.pop(key, None)) is not None:
            del self._jobs[number]
            self._under_way -= 1

    def _begin(self, name: str, task: Task, target: Callable[..., None], *arguments: object) -> Task:
        thread = threading.Thread(target=target, args=arguments, name=name, daemon=True)
        self._tasks = [(old, kept) for old, kept in self._tasks if old.is_alive()]
        self._tasks.append((thread, task))
        thread.start()
        return task

    def _hand_out(self) -> None:
        due, self._due = self._due, []
        for number in due:
            self._writes.put(number)

    def _write_lane(self) -> None:
        while (number := self._writes.get()) is not None:
            self._do(number)

    def _lookup_lane(self) -> None:
        while True:
            with self._asked:
                while not self._questions and not self._is_closed:
                    self._asked.wait()
                if self._is_closed:
                    return
                number = self._questions.pop(next(iter(self._questions)))
            self._do(number)

    def _run_task(self, number: int, task: Task) -> None:
        self._do(number)
        task.is_finished = True

    def _do(self, number: int) -> None:
        """Do a piece of work; afterwards nothing of it is held here but its answer."""
        try:
            answer = self._jobs[number].work()
        except WorkbenchError as error:
            self._post(_Parcel(number, "failed", error.with_traceback(None)))
        except Exception:  # the border of the program where everything may be caught
            log.exception("unexpected failure in the background")
            self._post(_Parcel(number, "failed", WorkbenchError(UNEXPECTED)))
        else:
            self._post(_Parcel(number, "done", answer))

    def _exhaust(self, number: int, steps: Iterator[Progress], task: Task) -> Any:
        while True:
            if task.is_cancelled:
                if isinstance(steps, Generator):
                    steps.close()
                return None
            try:
                step = next(steps)
            except StopIteration as end:
                return end.value
            self._post(_Parcel(number, "progress", step))

    def _post(self, parcel: _Parcel) -> None:
        with contextlib.suppress(RuntimeError):  # the window is gone: nobody waits for the answer
            self._answered.emit(parcel)

    def _deliver(self, parcel: _Parcel) -> None:
        job = self._jobs[parcel.number]
        if parcel.outcome == "progress":
            self._call(job.progress, parcel.answer)
            return
        del self._jobs[parcel.number]
        self._under_way -= 1
        if job.key == "write":
            self._waiting_writes -= 1
        if not job.ticket or self._tickets.get(job.key.removeprefix("look_up:")) == job.ticket:
            failed = job.failed or (self.unanswered if job.ticket else self.failed).emit
            self._call(job.done if parcel.outcome == "done" else failed, parcel.answer)
        if job.key == "write" and not self._waiting_writes:
            self.busy_changed.emit(False)

    @staticmethod
    def _call(callback: Callable[[Any], None] | None, answer: object) -> None:
        if callback is not None and not _is_gone(callback):
            callback(answer)


def _is_gone(callback: Callable[..., Any]) -> bool:
    """Tell whether a widget that a callback belongs to, or speaks of, has been deleted.

    A signal's `emit` does not say whose it is: give a method of the widget in its place.
    """
    from shiboken6 import isValid  # slow to import, and only needed after the first paint

    cells = [cell.cell_contents for cell in getattr(callback, "__closure__", None) or ()]
    owners = [*cells, *(getattr(each, "__self__", None) for each in (callback, *cells))]
    return any(isinstance(owner, QObject) and not isValid(owner) for owner in owners)
