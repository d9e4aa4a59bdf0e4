"""Stopping the program at random moments while somebody works: nothing older than a second is lost (RELIABILITY.md, D1).

A stopped process has left on the disk exactly what a killed one leaves, and can go on afterwards, so that one start
serves many tries; `tests/ui/test_kill.py` kills for real. 50 tries by default, `WORKBENCH_KILLS=1000` as many as that.
"""

from __future__ import annotations

import bisect
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from itertools import dropwhile
from pathlib import Path
from typing import Any

import pytest
from tests.reliability.processes import ROOT, SEED, environment
from tests.reliability.typing_acts import digest, waited_of

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.desk.recovering import recover
from workbench.desk.staffing import add_person
from workbench.library.backups import altered_in, damage_in
from workbench.library.journal import MARK
from workbench.library.library import open_library
from workbench.model.kinds import Origin

KILLS = int(os.environ.get("WORKBENCH_KILLS", "50"))
LOST_SECONDS = 1.0
WARM_ACTS = 12
"""The first stop comes after so many acts, so that there is something to lose."""
SESSION = 250
"""After so many stops a new program is started, for the article grows."""
DEAD = 4_194_303
UNDONE = "an undo"
KEPT = ROOT / "out" / "kills"
"""Where a loss leaves what the disk had, before anything opened it, and what the program had told."""
ARTICLE = "友城工作\n\n会议今天召开。代表到会。\n\n会议明天闭幕。记者报道。\n"


@dataclass(frozen=True, slots=True)
class Stop:
    """When a program stood still, and how long it had waited for a processor and used one until then."""

    at: float
    waited: float
    cpu: float


class Worker:
    """A program at work, and the lines it has told."""

    def __init__(self, library: Path, key: str, seed: int) -> None:
        self.library = library
        self.lines: list[dict[str, Any]] = []
        start = "import workbench.ui.library_access, runpy, sys; sys.argv[0] = ''; from tests.reliability.typing_acts import main; "
        start += "from pathlib import Path; main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])"
        command = [sys.executable, "-c", start, str(library), key, str(seed)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
        )
        self.listening = threading.Thread(target=self._listen, daemon=True)
        self.listening.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    def wait_for(self, count: int) -> None:
        """Wait until it has told so many lines."""
        while len(self.lines) < count:
            assert self.process.poll() is None, "the program ended while somebody worked"
            time.sleep(0.01)

    def stopped(self, copy: Path) -> Stop:
        """Stop it, copy what is on the disk as a killed program's, let it go on; return when it stood still and how."""
        self.process.send_signal(signal.SIGSTOP)
        while _state(self.process.pid) != "T":
            time.sleep(0.0005)
        process = self.process.pid
        stop = Stop(time.monotonic(), waited_of(f"/proc/{process}"), _used(process))
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.library.parent, copy)
        self.process.send_signal(signal.SIGCONT)
        for journal in copy.glob(f"*{MARK}*"):
            journal.rename(journal.with_name(f"{self.library.name}{MARK}{DEAD}"))
        return stop

    def keep(self, disk: Path, stop: Stop, said: str) -> str:
        """Put by all that is known of a loss, so that its cause can be looked for; return what was said of it."""
        place = KEPT / f"{self.process.pid}-{len(self.lines)}"
        shutil.copytree(disk, place)
        told = {"said": said, "stop": asdict(stop), "lines": self.lines}
        (place / "told.json").write_text(json.dumps(told), "utf-8")
        return f"{said} (kept in {place})"

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()


def _state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]


def _used(process: int) -> float:
    """Return the seconds of a processor that a program has used."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def texts(library: Any, key: str) -> dict[str, str]:
    """Return the digests of the texts as the library has them."""
    return {str(row.target_id): digest(row.target) for row in open_edition(library, key).rows}


def written(library: Any, key: str) -> dict[str, list[str]]:
    """Return the digests of every text that the database has of a row, the present one last.

    Where an undo was the last to write, a word for that stands before it: it may not have been shown yet.
    """
    edition = open_edition(library, key)
    with library.reading() as tx:
        found: dict[str, list[str]] = {str(row.target_id): [digest("")] for row in edition.rows}
        for revision in tx.editions.revisions(edition.edition_id):
            found.setdefault(str(revision.target_id), []).append(digest(revision.text))
            if revision.origin is Origin.RESTORED:
                found[str(revision.target_id)].insert(-1, UNDONE)
    return {row: [*found[row], text] for row, text in texts(library, key).items()}


def own_age(line: dict[str, Any], stop: Stop) -> float:
    """Return for how long a line stood when the program was stopped, without the time in which it was kept waiting.

    That is what the system says its first thread waited for a processor; not for longer than the program's own other
    threads left one to somebody else.
    """
    age = stop.at - line["at"]
    return float(age - max(0.0, min(stop.waited - line["waited"], age - (stop.cpu - line["cpu"]))))


def is_undone(kept: list[str], found: str) -> bool:
    """Tell whether an undo put this text there; it may have been confirmed since, both not shown yet."""
    behind = list(dropwhile(lambda text: text == found, reversed(kept)))
    return len(behind) < len(kept) and behind[:1] == [UNDONE]


def fault(lines: list[dict[str, Any]], stop: Stop, plain: dict[str, list[str]], whole: dict[str, str]) -> str:
    """Say what does not hold of what the database alone has, and of the texts after recovery.

    What was called saved is there: as the present text, as a later one into which it was folded, or in the history.
    """
    times = [line["at"] for line in lines]
    last = bisect.bisect_right(times, stop.at)
    old_enough = max((at for at in range(last) if own_age(lines[at], stop) >= LOST_SECONDS), default=-1)
    said_saved = max((at for at in range(last) if lines[at]["saved"]), default=0)
    for row, found in whole.items():
        states = [line["rows"][row] for line in lines[: last + 3]]
        if found not in states:
            return f"row {row} is a mixture that never stood on the screen"
        newest = len(states) - 1 - states[::-1].index(found)
        if newest < old_enough and states[old_enough] != found and not is_undone(plain[row], found):
            shown = [
                (round(line["at"] - stop.at, 2), line["rows"][row][:4])
                for line in lines[last - 30 : last + 3]
            ]
            return f"row {row} lost {own_age(lines[newest], stop):.2f} s: {found[:4]} of {shown}, kept {plain[row][-4:]}"
        if plain[row][-1] not in states[said_saved:] and states[said_saved] not in plain[row]:
            return f"row {row} was called saved and was not in the database"
    return ""


@pytest.fixture
def office(tmp_path):
    place = tmp_path / "office"
    place.mkdir()
    with open_library(place / "office.workbench") as library:
        add_person(library, "Translator A")
        report = ImportReport()
        import_pasted(library, ARTICLE, report)
    return place / "office.workbench", report.added[0].key


@pytest.mark.timeout(max(3600, 20 * KILLS))
@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="NOT TESTED: the state of a process is not told here"
)
def test_a_stop_at_any_moment_loses_at_most_the_last_second(office, tmp_path):
    path, key = office
    dice = random.Random(1 + SEED)
    copy, opened = tmp_path / "copy", tmp_path / "opened"
    tried = 0
    with contextlib.ExitStack() as running:
        worker = running.enter_context(contextlib.closing(Worker(path, key, tried + SEED)))
        worker.wait_for(WARM_ACTS)
        while tried < KILLS:
            if tried and tried % SESSION == 0:
                worker.close()
                worker = running.enter_context(contextlib.closing(Worker(path, key, tried + SEED)))
                worker.wait_for(WARM_ACTS)
            time.sleep(dice.uniform(0.02, 0.6))
            stop = worker.stopped(copy)
            told = len(worker.lines)
            shutil.copytree(copy, opened)
            with open_library(opened / path.name) as library:
                plain = written(library, key)
                recover(library)  # as the window does when it opens a library
                whole = texts(library, key)
            assert damage_in(opened / path.name) + altered_in(opened / path.name) == []
            shutil.rmtree(opened)
            worker.wait_for(told + 4)
            if said := fault(worker.lines, stop, plain, whole):
                pytest.fail(f"try {tried}: {worker.keep(copy, stop, said)}")
            tried += 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_session_that_ends_loses_not_one_key(office, number):
    path, key = office
    with contextlib.closing(Worker(path, key, 7)) as worker:
        worker.wait_for(WARM_ACTS * 3)
        worker.process.send_signal(number)
        assert worker.process.wait(60) == 0
        worker.listening.join(60)
    with open_library(path) as library:
        assert recover(library) == []
        assert texts(library, key) == worker.lines[-1]["rows"]


def told(pace=0.1, waited=0.0, cpu=0.0):
    """Lines of one row whose text is its place in the list; with how much of each second was waited and used."""
    return [
        {
            "at": at * pace,
            "waited": at * pace * waited,
            "cpu": at * pace * cpu,
            "rows": {"1": str(at)},
            "saved": at == 3,
        }
        for at in range(40)
    ]


def test_the_oracle_notices_what_is_lost_mixed_or_not_saved():
    lines, stop = told(), Stop(2.0, 0.0, 0.0)
    assert fault(lines, stop, {"1": ["", "15"]}, {"1": "15"}) == ""
    assert "lost" in fault(lines, stop, {"1": ["7"]}, {"1": "7"})
    assert fault(lines, stop, {"1": ["15", UNDONE, "7", "7", "7"]}, {"1": "7"}) == ""
    assert "lost" in fault(lines, stop, {"1": [UNDONE, "7", "15", "7"]}, {"1": "7"})
    assert "mixture" in fault(lines, stop, {"1": ["15"]}, {"1": "1515"})
    assert "called saved" in fault(lines, stop, {"1": ["", "2"]}, {"1": "15"})


def test_the_oracle_counts_how_long_others_had_the_processor():
    lines, stop = told(waited=0.5, cpu=0.25), Stop(3.9, 1.95, 0.975)
    assert fault(lines, stop, {"1": ["3", "0"]}, {"1": "20"}) == ""
    assert "lost" in fault(lines, stop, {"1": ["3", "0"]}, {"1": "17"})


def test_the_oracle_does_not_count_how_long_the_program_was_busy_itself():
    lines, stop = told(waited=0.5, cpu=1.0), Stop(3.9, 1.95, 3.9)
    assert fault(lines, stop, {"1": ["3", "0"]}, {"1": "30"}) == ""
    assert "lost" in fault(lines, stop, {"1": ["3", "0"]}, {"1": "27"})
