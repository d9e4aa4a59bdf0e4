"""Files of unknown origin as bytes: ordinary files only, and no more of them than asked for."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from workbench.errors import FormatError
from workbench.sentences import say


def read_file(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file; raises `FormatError` for more than `most` and for what is no ordinary file.

    A pipe or a device would keep the program waiting for ever. What the system refuses is an `OSError`, as ever.
    """
    _refuse_others(path)
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise FormatError(
            say("{name} is larger than {size} MB and was not read.", name=path.name, size=most // 1_048_576)
        )
    return data


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file of any size; raises like `read_file`."""
    _refuse_others(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_others(path: Path) -> None:
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # of a folder the system says itself what is wrong
        raise FormatError(say("{name} is no ordinary file and was not read.", name=path.name))
