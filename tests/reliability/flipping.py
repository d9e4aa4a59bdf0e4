"""Flips bits and spoils pages of a library, and looks whether that is noticed and mended: `flipping COUNT REPAIRS`.

Prints what came of it as JSON. A crash of the database's own code ends this process, which is how it is seen.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.reliability.processes import SEED

from workbench.desk.demonstrating import demonstrate
from workbench.desk.keeping import check_library
from workbench.desk.repairing import repair
from workbench.errors import WorkbenchError
from workbench.library.backups import altered_in, damage_in
from workbench.library.library import open_library
from workbench.library.rotation import keep_copy
from workbench.library.seals import sealed_tables

PAGE = 4096
HANG_SECONDS = 60
NAME = "office.workbench"


@dataclass(slots=True)
class Tally:
    """What came of the damage; `missed` changed what people see and was not reported."""

    tried: int = 0
    changed: int = 0
    reported: int = 0
    missed: list[str] = field(default_factory=list)
    repaired: int = 0
    not_repaired: list[str] = field(default_factory=list)


def seen(path: Path) -> object:
    """Return all that people wrote as it can be read, or the error that comes of reading it."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            return [
                (noun, connection.execute(f'SELECT rowid, * FROM "{noun}"').fetchall())
                for noun, _, _ in sealed_tables()
            ]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return type(error).__name__


def damages(data: bytes, count: int, seed: int = 10 + SEED) -> Iterable[tuple[str, bytes]]:
    """Yield damaged forms of a file: nine in ten by a single bit, the others by a whole page or the tail."""
    dice = random.Random(seed)
    pages = len(data) // PAGE
    for number in range(count):
        raw = bytearray(data)
        if number % 10:
            at = dice.randrange(len(raw))
            raw[at] ^= 1 << dice.randrange(8)
            yield f"bit at {at}", bytes(raw)
            continue
        page, other = dice.randrange(1, pages) * PAGE, dice.randrange(1, pages) * PAGE
        match number // 10 % 4:
            case 0:
                raw[page : page + PAGE] = bytes(PAGE)
            case 1:
                del raw[page:]
            case 2:
                raw[page : page + PAGE], raw[other : other + PAGE] = (
                    raw[other : other + PAGE],
                    raw[page : page + PAGE],
                )
            case _:
                raw[page : page + 512] = b"\xff" * 512
        yield f"page at {page}", bytes(raw)


def is_reported(path: Path) -> bool:
    """Whether checking the library or opening it says that something is wrong."""
    if damage_in(path) or altered_in(path):
        return True
    try:
        with open_library(path, create=False) as library:
            return bool(check_library(library).problems)
    except WorkbenchError:
        return True


def flip(count: int, repairs: int) -> Tally:
    """Damage a library in many ways, one at a time, and repair every so many of them."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as work:
        start, seals = Path(work) / "start", Path(work) / "seals"
        os.environ["XDG_DATA_HOME"] = str(
            seals
        )  # a seal that is kept of one damaged library says nothing of the next
        library_path = demonstrate(start).library
        with open_library(library_path) as library:
            keep_copy(library)
        (copy,) = (start / "backups").iterdir()
        sound, truth = library_path.read_bytes(), seen(library_path)
        for number, (what, data) in enumerate(damages(sound, count)):
            faulthandler.dump_traceback_later(HANG_SECONDS, exit=True)
            folder = Path(work) / "folder"
            for old in (folder, seals):
                shutil.rmtree(old, ignore_errors=True)
            folder.mkdir()
            path = folder / NAME
            path.write_bytes(data)
            tally.tried += 1
            is_changed, reported = seen(path) != truth, is_reported(path)
            tally.changed += is_changed
            tally.reported += reported
            if is_changed and not reported:
                tally.missed.append(what)
            if reported and number % max(1, count // repairs) == 0:
                _mend(tally, path, copy, data, what)
    faulthandler.cancel_dump_traceback_later()
    return tally


def _mend(tally: Tally, path: Path, copy: Path, data: bytes, what: str) -> None:
    for beside in path.parent.iterdir():
        beside.unlink()
    path.write_bytes(data)
    (path.parent / "backups").mkdir()
    shutil.copy(copy, path.parent / "backups" / copy.name.replace("demo", path.stem))
    try:
        repair(str(path))
        with open_library(path, create=False) as library:
            problems = check_library(library).problems
    except WorkbenchError as error:
        problems = [str(error)]
    if problems:
        tally.not_repaired.append(f"{what}: {problems[0]}")
    else:
        tally.repaired += 1


def main(count: str, repairs: str) -> None:
    """Damage and print the tally."""
    logging.disable(logging.CRITICAL)
    sys.stdout.write(json.dumps(asdict(flip(int(count), int(repairs)))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
