"""Writing files so that a crash, a full disk or a colleague's file never costs anybody anything."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from workbench.errors import WorkbenchError, reason_of
from workbench.sentences import say

_TEMPORARY = ".workbench-"
_STALE_SECONDS = 24 * 3600
_CREATE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class WritingError(WorkbenchError):
    """A file could not be written; what stood there before still stands there."""


def write_file(path: Path, data: bytes) -> str:
    """Replace a file atomically and return the SHA-256 of what now stands there.

    Temporary file in the same folder, sync, read back and compare, rename, sync of the folder:
    after a crash at any point the old file or the new one is there, whole. Raises `WritingError`.
    """
    temporary = write_beside(path, data)
    with explained(path):
        temporary.replace(path)
        _sync_folder(path.parent)
    return hashlib.sha256(data).hexdigest()


def write_new_file(path: Path, data: bytes) -> str:
    """Write a file that must not exist yet; raises `FileExistsError` when it does."""
    temporary = write_beside(path, data)
    try:
        place_new(temporary, path)
        _sync_folder(path.parent)
    except FileExistsError:
        temporary.unlink(missing_ok=True)
        raise
    return hashlib.sha256(data).hexdigest()


def write_beside(path: Path, data: bytes) -> Path:
    """Write and sync a temporary file in the folder of `path`, read it back, and return its path."""
    temporary = path.with_name(f"{_TEMPORARY}{os.getpid()}-{secrets.token_hex(6)}.part")
    with explained(path):
        try:
            _write_and_compare(temporary, data)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def _write_and_compare(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, _CREATE, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != data:
        raise OSError(errno.EIO, "what was read back differs from what was written")


def place_new(temporary: Path, path: Path) -> None:
    """Rename a temporary file to a name nobody has; raises `FileExistsError` and keeps it otherwise."""
    if os.name == "nt":
        temporary.rename(path)  # Windows refuses to replace
        return
    try:
        os.link(temporary, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        # no hard links here (FAT, some network shares): claim the name, then replace the claim
        os.close(os.open(path, _CREATE, 0o666))
        temporary.replace(path)
        return
    temporary.unlink()


def replace_with(temporary: Path, path: Path) -> None:
    """Rename a temporary file over the file of that name."""
    with explained(path):
        temporary.replace(path)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut."""
    with explained(folder):
        _sync_folder(folder)


def remove_leftovers(folder: Path) -> int:
    """Remove temporary files that a killed run left in a folder; return how many."""
    removed = 0
    for path in folder.glob(f"{_TEMPORARY}*.part"):
        with contextlib.suppress(OSError):
            if _is_left_over(path):
                path.unlink()
                removed += 1
    return removed


def _is_left_over(path: Path) -> bool:
    owner = path.name.removeprefix(_TEMPORARY).split("-")[0]
    if time.time() - path.stat().st_mtime > _STALE_SECONDS:
        return True
    if os.name == "nt" or not owner.isdigit():
        return False
    return not Path(f"/proc/{owner}").exists() if Path("/proc/self").exists() else _is_gone(int(owner))


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn a failure of the disk while writing `path` into a `WritingError` that says what to do."""
    try:
        yield
    except OSError as error:
        free = ""
        with contextlib.suppress(OSError):
            free = say(" ({count} MB are free)", count=shutil.disk_usage(path.parent).free // 1_000_000)
        raise WritingError(
            say(
                "{path} could not be written to {folder}: {reason}{free}. "
                "What stood there before is untouched. Make room or choose another folder, then try again.",
                path=path.name,
                folder=path.parent,
                reason=reason_of(error),
                free=free,
            )
        ) from error


_FORMULA = frozenset("=+-@\t\r＝＋－＠")  # "" is none of them


def harmless_cell(text: str) -> str:
    """Return a cell of a CSV file with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.lstrip("'")[:1] in _FORMULA else text


def plain_cell(text: str) -> str:
    """Return what a cell said before `harmless_cell`."""
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in _FORMULA else text
