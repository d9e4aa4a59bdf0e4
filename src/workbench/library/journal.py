"""The edit journal beside a library: what was typed and may not be in the database yet.

Writing to the database takes a turn in the writer lane and a sync; a line in the journal takes a few
microseconds on the spot. A killed program therefore loses nothing that is older than the journal's
own pause, however busy the machine is. Each process has its own file, empty while all is saved.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.library.locking import try_lock

MARK = ".journal-"
LONGEST = 64_000_000
"""Bytes after which a journal is written anew with the newest text of each row that waits."""
LOOKS = 20
"""How often a lock on a new journal is asked for, a millisecond apart."""


@dataclass(frozen=True, slots=True)
class Jotting:
    """The text of one target as it stood on somebody's screen, based on version `seen`.

    `earlier` are digests of texts that were jotted before and whose lines are gone.
    """

    target_id: int
    seen: int
    person_id: int
    text: str
    at: str
    earlier: list[str] = field(default_factory=list)

    def line(self) -> bytes:
        """Return it as a line of the file."""
        return (
            json.dumps({name: value for name, value in asdict(self).items() if value != []}).encode() + b"\n"
        )


@dataclass(slots=True)
class LeftBehind:
    """The newest jotting of a target in a journal, and the digest of every text of it that was jotted before."""

    newest: Jotting
    earlier: set[str]

    def had(self, text: str) -> bool:
        """Return whether this text of the target was jotted before the newest one."""
        return _digest(text) in self.earlier


class Journal:
    """One process's jottings on one library, beside its file or, for one on a server, in the person's own folder.

    Whoever writes in it holds a lock on it, so that nobody takes it for one that was left behind.
    """

    def __init__(self, library: Path) -> None:
        self._path = Path(f"{library}{MARK}{os.getpid()}")
        self._handle: int | None = None
        self._unsaved: dict[int, LeftBehind] = {}
        self._inherited: bytes | None = None
        """What an earlier sitting of this process, or a dead one of the same number, left in the file."""
        self._length = 0
        self._longest = LONGEST
        self._is_cut = False

    def jot(self, target_id: int, *, seen: int, person_id: int, text: str) -> None:
        """Note a text; it is with the operating system when this returns.

        A disk that cannot take it is left to the save that follows, which says so.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        jotting = Jotting(target_id, seen, person_id, text, at)
        _add(self._unsaved, jotting)
        with contextlib.suppress(OSError):
            self._write(jotting.line())
            if self._length > self._longest:
                self._write_anew()

    def waiting(self, target_id: int) -> str | None:
        """Return the newest text noted of a target since all was saved, None when there is none."""
        left = self._unsaved.get(target_id)
        return left.newest.text if left is not None else None

    def settle(self) -> None:
        """Forget everything of this sitting: the database has it."""
        self._unsaved.clear()
        kept = len(self._inherited or b"")
        if self._handle is not None and self._length > kept:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, kept)
                self._length, self._longest = kept, LONGEST

    def close(self) -> None:
        """Close the journal, and take the file away when nothing waits in it."""
        self._let_go()
        if not self._length:
            self._path.unlink(missing_ok=True)

    def _write(self, line: bytes) -> None:
        """Write a line, on a line of its own even behind one that a full disk cut."""
        handle = self._open()
        line = b"\n" + line if self._is_cut else line
        written = os.write(handle, line)
        self._length += written
        self._is_cut = written < len(line)

    def _open(self) -> int:
        if self._handle is not None:
            return self._handle
        if self._inherited is None:
            self._inherited = _bytes_of(self._path)
            self._length = len(self._inherited)
            self._is_cut = self._length > 0
        self._handle = _opened(self._path)
        return self._handle

    def _write_anew(self) -> None:
        """Put a file with what waits in the place of this one.

        It is not synced: the disk is slow already when this happens, and a kill leaves either file whole.
        """
        self._longest = 2 * self._length
        rows = [replace(each.newest, earlier=sorted(each.earlier)).line() for each in self._unsaved.values()]
        content = b"\n".join([self._inherited or b"", b"".join(rows)])
        fresh = _beside(self._path)
        with open(fresh, "wb", opener=_private) as file:
            file.write(content)
        self._let_go()
        try:
            fresh.replace(self._path)
        finally:
            self._open()
        self._length, self._longest, self._is_cut = len(content), max(LONGEST, 2 * len(content)), False

    def _let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def left_behind(library: Path) -> Iterator[tuple[Path, list[LeftBehind]]]:
    """Yield the journals of programs that are no longer running, with what they jotted of each target."""
    for path in sorted(library.parent.glob(f"{library.name}{MARK}*")):
        if not _is_written_in(path):
            yield path, _read(path)


def take_away(path: Path) -> None:
    """Remove a journal whose texts were taken over."""
    path.unlink(missing_ok=True)
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _read(path: Path) -> list[LeftBehind]:
    """Return what was jotted of each target; a line cut by the kill is passed over."""
    found: dict[int, LeftBehind] = {}
    with contextlib.suppress(OSError):
        for line in _bytes_of(path).splitlines():
            with contextlib.suppress(ValueError, TypeError):
                _add(found, Jotting(**json.loads(line)))
    return list(found.values())


def _add(found: dict[int, LeftBehind], jotting: Jotting) -> None:
    left = found.setdefault(jotting.target_id, LeftBehind(jotting, set()))
    left.earlier.update(jotting.earlier)
    if left.newest is not jotting:
        left.earlier.add(_digest(left.newest.text))
        left.newest = jotting


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _opened(path: Path) -> int:
    """Open a journal for writing, with a lock that ends with the process."""
    handle = _private(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for _ in range(LOOKS):
        if try_lock(handle):
            break
        time.sleep(0.001)  # somebody looks at this moment whether the file is written in
    return handle


def _private(path: Path | str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)


def _is_written_in(path: Path) -> bool:
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return True
    try:
        return not try_lock(handle)
    finally:
        os.close(handle)
