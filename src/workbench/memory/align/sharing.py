"""Work on many documents shared with a forked child: the same results in the same order, on two cores."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from workbench.children import are_side_by_side

Item = TypeVar("Item")
Result = TypeVar("Result")

LEAST = 8
"""Fewer documents than that are not worth a child."""


def share(
    work: Callable[[Sequence[Item]], Iterable[Result]],
    items: Sequence[Item],
    *,
    is_shared: bool,
    least: int = LEAST,
) -> Iterator[Result]:
    """Yield what `work` makes of the items, one result each, in order; a child may do the second half meanwhile.

    Only a program of one thread may share (`is_shared`), and only where processes can be forked; elsewhere, with
    fewer items than `least`, and if the child does not come to its end, all is done here.
    """
    if not is_shared or len(items) < least or not hasattr(os, "fork") or not are_side_by_side():
        yield from work(items)
        return
    middle = (len(items) + 1) // 2
    pid, answers = _fork(work, items[middle:])
    try:
        yield from work(items[:middle])
        with os.fdopen(answers, "rb", closefd=False) as pipe:
            body = pipe.read()
        done: list[Result] = pickle.loads(body) if body else []  # noqa: S301 - what our own child wrote
        yield from done or work(items[middle:])
    finally:
        os.close(answers)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _fork(work: Callable[[Sequence[Item]], Iterable[Result]], items: Sequence[Item]) -> tuple[int, int]:
    """Start the child; return its process and where its results can be read, all at once, when it is done."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    try:
        body = pickle.dumps(list(work(items)), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(body)
    finally:
        os._exit(0)  # whatever happened: the parent does what is missing
