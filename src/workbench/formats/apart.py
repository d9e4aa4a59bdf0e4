"""Files of others read in a process of their own: one that hangs or takes a gigabyte ends that process, not the program."""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from workbench.children import environment_of_children, framed, next_message
from workbench.errors import FormatError, WorkbenchError
from workbench.formats.base import Returned
from workbench.formats.foreign import read_exchange
from workbench.formats.reading import read_article, read_bytes
from workbench.model.incoming import Incoming
from workbench.sentences import say

SECONDS = 60.0
"""An article that takes longer to read is given up; 50 MB take a few seconds."""
MEMORY_BYTES = 2_000_000_000
"""So much address space the process may have, its own libraries included."""
CHILD = ("-P", "-m", "workbench.formats.apart_child")


_spare: list[subprocess.Popen[bytes]] = []
"""A process that waits for the next import: starting one takes longer than reading a page."""
_taking = threading.Lock()


class Apart:
    """Reads articles and exchange files one after the other; the process is started with the first, and is kept for the next import."""

    def __init__(self, seconds: float = SECONDS, command: Sequence[str] = CHILD) -> None:
        self._seconds, self._command = seconds, command
        self._child: subprocess.Popen[bytes] | None = None

    def read_article(self, path: Path) -> Incoming:
        """Read an article from a file, as `reading.read_article` does."""
        found = self._asked(path.name, "article", path.absolute())  # the process may stand in another folder
        assert isinstance(found, Incoming)
        found.path = str(path)
        return found

    def read_bytes(self, data: bytes, name: str, media_type: str, declared: str | None) -> Incoming:
        """Read an article from bytes, as `reading.read_bytes` does."""
        found = self._asked(name, "bytes", data, name, media_type, declared)
        assert isinstance(found, Incoming)
        return found

    def read_exchange(self, path: Path) -> tuple[str, Returned]:
        """Read a file of another translation program, or one that comes back, as `foreign.read_exchange` does."""
        match self._asked(path.name, "exchange", path.absolute()):
            case (str() as key, Returned() as returned):
                return key, returned
            case other:
                raise AssertionError(other)

    def close(self) -> None:
        """Give the process back; one that waits already is enough, and any other ends."""
        child, self._child = self._child, None
        if child is None:
            return
        with _taking:
            if not _spare and self._command == CHILD:
                _spare.append(child)
                return
        _end(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _asked(self, name: str, *request: object) -> object:
        child = self._running()
        if child is None:
            return answer_to(request)
        assert child.stdin is not None
        assert child.stdout is not None
        is_late = threading.Event()

        def give_up() -> None:
            is_late.set()
            child.kill()

        watch = threading.Timer(self._seconds, give_up)
        watch.start()
        try:
            send(child.stdin, request)
            answer = receive(child.stdout)
        except (OSError, EOFError):
            self._child = None
            _end(child)
            if request[0] == "exchange":
                raise too_hard(name) from None
            raise _given_up(name, self._seconds if is_late.is_set() else 0.0) from None
        finally:
            watch.cancel()
        if isinstance(answer, WorkbenchError):
            raise answer
        return answer

    def _running(self) -> subprocess.Popen[bytes] | None:
        """Return the process; None where none can be started, and articles are read in place."""
        if self._child is None and self._command == CHILD:
            self._child = _taken()
        if self._child is None:
            try:
                self._child = subprocess.Popen(
                    [sys.executable, *self._command],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment_of_children(),
                )
            except OSError:
                return None
        return self._child


def _taken() -> subprocess.Popen[bytes] | None:
    """Return the process that waits, if it is alive still."""
    with _taking:
        child = _spare.pop() if _spare else None
    if child is not None and child.poll() is not None:
        _end(child)
        return None
    return child


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a process without waiting for what it may still have to say."""
    child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    child.wait()


if hasattr(
    os, "register_at_fork"
):  # the process that waits answers the one that started it, and no copy of that
    os.register_at_fork(after_in_child=_spare.clear)


@atexit.register
def end_spare() -> None:
    """End the process that waits; it would end by itself when nobody can ask it any more."""
    with _taking:
        children = [*_spare]
        _spare.clear()
    for child in children:
        _end(child)


def answer_to(request: tuple[object, ...]) -> object:
    """Read what a request asks for."""
    match request:
        case ("article", Path() as path):
            return read_article(path)
        case ("exchange", Path() as path):
            return read_exchange(path)
        case ("bytes", bytes() as data, str() as name, str() as media_type, declared):
            return read_bytes(data, name, media_type, None if declared is None else str(declared))
    raise AssertionError(request)


def send(stream: IO[bytes], message: object) -> None:
    """Write a message and its length."""
    stream.write(framed(pickle.dumps(message)))
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read a message that another part of this program wrote; raises `EOFError` when it does not come whole."""
    data = next_message(stream)
    if not data:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - of our own process: no file is unpickled


def _given_up(name: str, seconds: float) -> FormatError:
    if seconds:
        return FormatError(
            say(
                "{name} took longer than {seconds} s to read and was given up. Save it as plain text or DOCX and "
                "import that.",
                name=name,
                seconds=round(seconds),
            )
        )
    return too_large(name)


def too_hard(name: str) -> FormatError:
    """Return the refusal of an exchange file that takes more time or memory than any edition."""
    return FormatError(
        say(
            "{name} takes more time or memory to read than an edition needs and was given up. Send the edition out again, "
            "or ask for the file once more.",
            name=name,
        )
    )


def too_large(name: str) -> FormatError:
    """Return the refusal of what takes more memory than an article needs."""
    return FormatError(
        say(
            "{name} takes more memory to read than an article needs and was given up. Save it as plain text or DOCX and "
            "import that.",
            name=name,
        )
    )
