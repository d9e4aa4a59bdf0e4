"""One writer at a time: a lock in the process, and a lock file between processes.

The lock file is held for the time of one write transaction only (RULES.md, SQLite with several
processes); it names its holder so that waiting can be explained.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from workbench.errors import LibraryError
from workbench.sentences import Sentence, say

WAIT_SECONDS = 10.0
PAUSE_SECONDS = 0.005

if sys.platform == "win32":
    import msvcrt

    def try_lock(handle: int) -> bool:
        """Lock an open file unless somebody else has; the lock ends with the handle."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def try_lock(handle: int) -> bool:
        """Lock an open file unless somebody else has; the lock ends with the handle."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class WriteLock:
    """The right to write to one library file; `path` None means the server keeps order itself."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._inside = threading.RLock()
        self._depth = 0

    @contextlib.contextmanager
    def held(self, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
        """Hold the lock for one transaction; raise `LibraryError` naming who holds it for too long."""
        if not self._inside.acquire(timeout=wait_seconds):
            raise LibraryError(_still_writing(is_on_server=self._path is None))
        try:
            if self._path is None or self._depth:
                yield
                return
            self._depth += 1
            try:
                with self._file_held(self._path, wait_seconds):
                    yield
            finally:
                self._depth -= 1
        finally:
            self._inside.release()

    @contextlib.contextmanager
    def _file_held(self, path: Path, wait_seconds: float) -> Iterator[None]:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            deadline = time.monotonic() + wait_seconds
            while not try_lock(handle):
                if time.monotonic() > deadline:
                    raise LibraryError(
                        say(
                            "The library is being written to by {holder}. Close that program or wait, "
                            "then try again; nothing of yours was lost.",
                            holder=_holder(path),
                        )
                    )
                time.sleep(PAUSE_SECONDS)
            if sys.platform != "win32":
                _sign(handle)
            try:
                yield
            finally:
                _unlock(handle)
        finally:
            os.close(handle)


def _still_writing(*, is_on_server: bool) -> Sentence:
    if is_on_server:
        return say(
            "The server of the library has not answered for a while. What you type is kept here and saved as soon as it does."
        )
    return say("Another part of this program is still writing to the library. Try again shortly.")


def _sign(handle: int) -> None:
    """Note who holds the lock, unless it says so: a file that is emptied and written anew goes to the disk when closed."""
    said = f"{os.getpid()} {os.uname().nodename}\n".encode()
    if os.pread(handle, len(said) + 1, 0) != said:
        os.ftruncate(handle, 0)
        os.pwrite(handle, said, 0)


class Keeping:
    """The right to have a library open at all, where only one program may: on a network drive."""

    def __init__(self, library: Path) -> None:
        path = Path(f"{library}.open")
        self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if not try_lock(self._handle):
            self.close()
            raise LibraryError(
                say(
                    "{name} lies on a network drive and is open in another program: {holder}. "
                    "Only one can have it open there.",
                    name=library.name,
                    holder=_holder(path),
                )
            )
        if sys.platform != "win32":
            _sign(self._handle)

    def close(self) -> None:
        """Let others open it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _holder(path: Path) -> str:
    try:
        process, host = path.read_text("utf-8").split(None, 1)
    except (OSError, ValueError):
        return say("another program")
    return say("process {process} on {host}", process=process, host=host.strip())
