"""Full, failing and read-only disks, and a library that others hold (RELIABILITY.md, D6 to D9).

Twelve ways of failing by default; `WORKBENCH_FAULTS=200` fails the first 200 calls of each kind one by one, once and for ever.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.reliability.processes import ROOT, environment

from workbench.desk.keeping import backup, check_library
from workbench.desk.staffing import add_person, list_people
from workbench.errors import LibraryError
from workbench.library import locking
from workbench.library.library import open_library
from workbench.model.kinds import Role

FAULTS = int(os.environ.get("WORKBENCH_FAULTS", "0"))
WRITES = 60
SOME = [
    "pwrite64:error=ENOSPC:when=40+17", "pwrite64:error=ENOSPC:when=90+1", "pwrite64:error=EIO:when=40+17", "pwrite64:error=EIO:when=90+1",
    "fdatasync:error=EIO:when=20+9", "fdatasync:error=EIO:when=30+1", "fdatasync:error=ENOSPC:when=15+7",
    "pwrite64:error=EIO:when=31", "fdatasync:error=EIO:when=11", "ftruncate:error=EIO:when=1+1", "pread64:error=EIO:when=30+25",
]  # fmt: skip
ALL = [
    f"{call}:error={error}:when={number}{on}"
    for call, error in (("pwrite64", "EIO"), ("pwrite64", "ENOSPC"), ("fdatasync", "EIO"))
    for number in range(1, FAULTS + 1)
    for on in ("", "+")
]
"""Each call fails once, or from then on for ever."""


@pytest.mark.outside("strace")
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("fault", [*SOME, *ALL])
def test_whatever_the_disk_refuses_what_was_kept_is_there(tmp_path, fault):
    path = tmp_path / "office.workbench"
    open_library(path).close()
    inject = ["strace", "-f", "-qq", "-o", str(tmp_path / "trace"), "-e", f"trace={fault.split(':')[0]}", "-e", f"inject={fault}", "-P", str(path), "-P", f"{path}-wal"]  # fmt: skip
    done = subprocess.run(
        [*inject, sys.executable, "-m", "tests.reliability.failing_disk", str(path), str(WRITES)],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said = [line.split(" ", 1) for line in done.stdout.splitlines()]
    kept = {int(rest) for word, rest in said if word == "kept"}
    refused = [rest for word, rest in said if word == "refused"]
    assert "Traceback" not in done.stderr or "LibraryError" in done.stderr.strip().splitlines()[-1]
    assert all(sentence.endswith(".") for sentence in refused)
    with closing(sqlite3.connect(path)) as connection:
        there = {json.loads(data)["number"] for (data,) in connection.execute("SELECT data FROM events")}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert kept <= there, "a commit that was acknowledged is lost"
    if fault in SOME:
        assert "INJECTED" in (tmp_path / "trace").read_text("utf-8", errors="replace"), (
            "the fault never happened"
        )


@pytest.mark.outside("unshare")
def test_a_full_disk_costs_nothing_and_is_said(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    script = f"mount -t tmpfs -o size=3m none {place} && exec {sys.executable} -m tests.reliability.full_disk {place}"
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip(f"NOT TESTED: no file system can be mounted here ({done.stderr.strip()})")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["kept"] == told["read"] > 10
    assert "is full" in told["refused"]
    assert "bytes free" in told["refused"]
    assert told["copy refused"]
    assert "could not be written" in told["page refused"]
    assert (told["page"], told["sound copies"], told["litter"]) == ("old", 1, [])
    assert told["refused with room"] == ""
    assert told["damage"] == []


@pytest.mark.outside("unshare")
@pytest.mark.parametrize("way", ["read-only mount", "read-only file"])
def test_a_library_that_cannot_be_written_opens_for_reading_and_can_be_copied(tmp_path, way):
    place = tmp_path / "archive"
    place.mkdir()
    path = place / "office.workbench"
    with open_library(path) as library:
        add_person(library, "Translator A")
    before = path.read_bytes()
    program = (
        "import sys, json\n"
        "from workbench.desk.keeping import backup\n"
        "from workbench.desk.staffing import add_person, list_people\n"
        "from workbench.errors import LibraryError\n"
        "from workbench.library.library import open_library\n"
        "with open_library(sys.argv[1]) as library:\n"
        "    people = len(list_people(library))\n"
        "    try:\n        add_person(library, 'Translator B', by=1)\n        said = ''\n"
        "    except LibraryError as error:\n        said = str(error)\n"
        "    backup(library, sys.argv[2])\n"
        "    print(json.dumps([library.is_writable, people, said]))\n"
    )
    copy = tmp_path / "copy.workbench"
    prepare = (
        f"mount --bind {place} {place} && mount -o remount,ro,bind {place}"
        if "mount" in way
        else f"chmod 444 {path}; chmod 555 {place}; true"
    )
    command = ["unshare", "-rm", "sh", "-c", f'{prepare} && exec "$@"', "sh"]
    if way == "read-only file" and os.getuid() == 0:
        command = ["setpriv", "--reuid=65534", "--clear-groups", "sh", "-c", 'exec "$@"', "sh"]
        path.chmod(0o444)
        place.chmod(0o555)
        for folder in [tmp_path, *tmp_path.parents]:
            if not os.access(folder, os.X_OK) or folder.stat().st_mode & 0o1 == 0:
                pytest.skip("NOT TESTED: another user cannot reach the temporary folder")
    done = subprocess.run(
        [*command, sys.executable, "-c", program, str(path), str(copy)],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if "mount" in done.stderr.splitlines()[-1:]:
        pytest.skip("NOT TESTED: nothing can be mounted here")
    assert done.returncode == 0, done.stderr
    is_writable, people, said = json.loads(done.stdout)
    assert (is_writable, people) == (False, 1)
    assert "reading only" in said
    assert path.read_bytes() == before


def test_what_waits_for_another_program_is_written_soon_after_and_names_the_holder(tmp_path):
    path = tmp_path / "office.workbench"
    with open_library(path) as library:
        add_person(library, "Translator A")
        holder = locking.WriteLock(Path(f"{path}.lock"))
        holds, release = threading.Event(), threading.Event()

        def hold() -> None:
            with holder.held():
                holds.set()
                release.wait(10)

        holding = threading.Thread(target=hold)
        holding.start()
        holds.wait(10)
        other = locking.WriteLock(Path(f"{path}.lock"))
        with pytest.raises(LibraryError, match=f"process {os.getpid()}"), other.held(0.2):
            pass
        assert len(list_people(library)) == 1, "reading goes on meanwhile"
        release.set()
        holding.join()
        add_person(library, "Translator B", [Role.TRANSLATOR], by=1)
        assert check_library(library).problems == []


def test_a_program_that_locks_the_database_itself_is_waited_for_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.library.connecting.BUSY_MS", 300)
    path = tmp_path / "office.workbench"
    open_library(path).close()
    with open_library(path) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryError, match="locked by another program"):
            add_person(library, "Translator A")
        other.execute("ROLLBACK")
        add_person(library, "Translator A")
        assert len(list_people(library)) == 1
        backup(library, str(tmp_path / "copy.workbench"))
