"""The edit journal beside a library: what was typed and may not be in the database yet.

Writing to the database takes a turn in the writer lane and a sync; a line in the journal takes a few
microseconds on the spot. A killed program therefore loses nothing that is older than the journal's
own pause, however busy the machine is. Each process has its own file, empty while all is saved.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

MARK = ".journal-"
LONGEST = 64_000_000
"""Bytes after which a journal is begun anew, which forgets rows that wait: far beyond what a slow disk makes anybody wait for."""


@dataclass(frozen=True, slots=True)
class Jotting:
    """The text of one target as it stood on somebody's screen, based on version `seen`."""

    target_id: int
    seen: int
    person_id: int
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The newest jotting of a target in a journal, and every text of it that was jotted before."""

    newest: Jotting
    earlier: frozenset[str]


class Journal:
    """One process's jottings on one library, beside its file or, for one on a server, in the person's own folder."""

    def __init__(self, library: Path) -> None:
        self._path = Path(f"{library}{MARK}{os.getpid()}")
        self._handle: int | None = None
        self._length = 0

    def jot(self, target_id: int, *, seen: int, person_id: int, text: str) -> None:
        """Note a text; it is with the operating system when this returns.

        A disk that cannot take it is left to the save that follows, which says so.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps(asdict(Jotting(target_id, seen, person_id, text, at))) + "\n"
        with contextlib.suppress(OSError):
            if self._handle is None:
                self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            if self._length > LONGEST:
                self._empty()
            self._length += os.write(self._handle, line.encode())

    def settle(self) -> None:
        """Forget everything: the database has it."""
        if self._length:
            with contextlib.suppress(OSError):
                self._empty()

    def close(self) -> None:
        """Close the journal, and take the file away when nothing waits in it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        if not self._length:
            self._path.unlink(missing_ok=True)

    def _empty(self) -> None:
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
        self._length = 0


def left_behind(library: Path) -> Iterator[tuple[Path, list[LeftBehind]]]:
    """Yield the journals of programs that are no longer running, with what they jotted of each target."""
    for path in sorted(library.parent.glob(f"{library.name}{MARK}*")):
        owner = path.name.rpartition("-")[2]
        if owner.isdigit() and (int(owner) == os.getpid() or _runs(int(owner))):
            continue
        yield path, [_summed(jottings) for jottings in _read(path).values()]


def _summed(jottings: list[Jotting]) -> LeftBehind:
    return LeftBehind(jottings[-1], frozenset(jotting.text for jotting in jottings[:-1]))


def _read(path: Path) -> dict[int, list[Jotting]]:
    """Return the jottings of each target; a line cut by the kill is passed over."""
    found: dict[int, list[Jotting]] = {}
    with contextlib.suppress(OSError):
        for line in path.read_text("utf-8", errors="replace").splitlines():
            with contextlib.suppress(ValueError, TypeError):
                jotting = Jotting(**json.loads(line))
                found.setdefault(jotting.target_id, []).append(jotting)
    return found


def _runs(process: int) -> bool:
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _is_not_a_zombie(process)


def _is_not_a_zombie(process: int) -> bool:
    with contextlib.suppress(OSError, IndexError):
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        return state != "Z"
    return True
