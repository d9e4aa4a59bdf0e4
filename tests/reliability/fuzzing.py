"""Fuzzes one importer in a process of its own: `python -m tests.reliability.fuzzing NAME COUNT [SEED]`.

Prints what came of it as JSON. A crash or a hang ends this process and is seen by whoever started it; a case that
raised anything but our own error is kept in the folder `out/fuzz`.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import logging
import os
import random
import resource
import signal
import sqlite3
import sys
import tempfile
import time
import warnings
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.reliability.importers import IMPORTERS, REFUSALS, Importer
from tests.reliability.processes import SEED as PART

from workbench.desk.staffing import add_person
from workbench.errors import WorkbenchError
from workbench.library.library import Library, open_library

SEED = 20200403 + PART
HANG_SECONDS, WAIT_SECONDS = 30, 1800
"""After a hundred cases that took so much of a processor, or so much time, the process ends itself and shows where it stood.

It is not given a processor for long when others want it, so that time alone tells little."""
SAVED = 50
"""So many of the accepted cases are brought into a library as well, and written and read again."""
WATCHED = 500
"""So many of the refused ones are brought to the desk too, to see that the library stays as it is."""
MEMORY_BYTES = 3 * 1024**3
QUICK = Path("/dev/shm")
KEPT = Path(__file__).parents[2] / "out" / "fuzz"


@dataclass(slots=True)
class Tally:
    """What came of the cases; `changed` are refusals after which the library was not as before."""

    name: str
    seed: int
    tried: int = 0
    past: int = 0
    read: int = 0
    refused: int = 0
    brought: int = 0
    watched: int = 0
    changed: int = 0
    silent: int = 0
    unstable: int = 0
    slowest: float = 0.0
    cpu: float = 0.0
    slowest_case: int = -1
    megabytes: int = 0
    foreign: dict[str, int] = field(default_factory=dict)


class Fuzzer:
    """One importer with a library to bring things into."""

    def __init__(self, importer: Importer, library: Library, folder: Path, tally: Tally) -> None:
        self._importer, self._library, self._tally = importer, library, tally
        self._path = folder / f"case{importer.ending}"
        self._by = add_person(library, "Translator A").id
        self._watch = sqlite3.connect(str(library.path))
        self._foreign: Counter[str] = Counter()

    def run(self, number: int, data: bytes) -> None:
        """Read one case both ways and note what came of it."""
        self._path.write_bytes(data)
        self._tally.tried += 1
        self._tally.past += self._importer.outer(data)
        began = time.thread_time()
        try:
            found = self._importer.read(self._path)
        except REFUSALS:
            self._tally.refused += 1
            self._refuse(number, data)
        except Exception as error:  # noqa: BLE001 - what must not happen is counted
            self._note(error, number, data)
        else:
            self._tally.read += 1
            self._accept(found, number, data)
        seconds = time.thread_time() - began
        if seconds > self._tally.slowest:
            self._tally.slowest, self._tally.slowest_case = round(seconds, 3), number

    def _refuse(self, number: int, data: bytes) -> None:
        if self._tally.refused > WATCHED:
            return
        self._tally.watched += 1
        before = self._version()
        try:
            problems = self._importer.bring_in(self._library, self._by, self._path)
        except WorkbenchError:
            problems = ["refused"]
        except Exception as error:  # noqa: BLE001
            self._note(error, number, data)
            return
        self._tally.silent += not problems
        self._tally.changed += self._version() != before

    def _accept(self, found: Any, number: int, data: bytes) -> None:
        if self._tally.brought >= SAVED:
            return
        self._tally.brought += 1
        try:
            if self._importer.again is not None:
                self._tally.unstable += not self._importer.again(found, self._path.with_name("again.tmx"))
            self._importer.bring_in(self._library, self._by, self._path)
        except WorkbenchError:
            pass
        except Exception as error:  # noqa: BLE001
            self._note(error, number, data)

    def _note(self, error: Exception, number: int, data: bytes) -> None:
        kind = type(error).__name__
        self._foreign[kind] += 1
        self._tally.foreign = dict(self._foreign)
        if self._foreign[kind] <= 3:
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{self._tally.name}-{number}-{kind}{self._importer.ending}").write_bytes(data)

    def _version(self) -> int:
        (version,) = self._watch.execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        """Let the library go."""
        self._watch.close()


def case(importer: Importer, originals: list[bytes], name: str, seed: int, number: int) -> bytes:
    """Return one case, which is the same every time."""
    rng = random.Random(f"{name} {seed} {number}")
    return importer.mutate(rng.choice(originals), rng)


def fuzz(name: str, count: int, seed: int = SEED) -> Tally:
    """Try so many cases of one importer."""
    importer, tally = IMPORTERS[name], Tally(name, seed)
    originals = importer.seeds()
    with (
        tempfile.TemporaryDirectory(dir=QUICK if QUICK.is_dir() else None) as folder,
        open_library(Path(folder) / "fuzz.workbench") as library,
        closing(Fuzzer(importer, library, Path(folder), tally)) as fuzzer,
    ):
        for number in range(count):
            if number % 100 == 0:
                _watch()
            fuzzer.run(number, case(importer, originals, name, seed, number))
    signal.setitimer(signal.ITIMER_PROF, 0)
    faulthandler.cancel_dump_traceback_later()
    tally.cpu = round(time.process_time(), 1)
    tally.megabytes = _most_megabytes()
    return tally


def _watch() -> None:
    """Give the next cases their time."""
    signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
    faulthandler.dump_traceback_later(WAIT_SECONDS, exit=True)


def _most_megabytes() -> int:
    """Return the most memory this program has had; `getrusage` would count what the process that started it had."""
    (line,) = [line for line in Path("/proc/self/status").read_text("ascii").splitlines() if "VmHWM" in line]
    return int(line.split()[1]) // 1024


def main(name: str, count: str, seed: str = str(SEED)) -> None:
    """Fuzz within bounds and print the tally."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    gc.freeze()
    faulthandler.register(signal.SIGPROF, chain=True)
    sys.stdout.write(json.dumps(asdict(fuzz(name, int(count), int(seed)))) + "\n")


if __name__ == "__main__":
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    main(*sys.argv[1:])
