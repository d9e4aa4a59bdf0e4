"""A file is the old one or the new one, never something between."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from workbench.formats.writing import WritingError, remove_leftovers, write_file, write_new_file

OLD, NEW = b"old" * 1000, b"new" * 200_000
needs_posix = pytest.mark.skipif(os.name == "nt", reason="POSIX limits and signals")


def test_a_file_is_replaced_whole_and_its_digest_returned(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    assert write_file(path, NEW) == hashlib.sha256(NEW).hexdigest()
    assert path.read_bytes() == NEW
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["page.html"]


def test_a_new_file_never_replaces_one_that_is_there(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    with pytest.raises(FileExistsError):
        write_new_file(path, NEW)
    assert path.read_bytes() == OLD
    assert list(tmp_path.glob("*.part")) == []


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path):
    with pytest.raises(WritingError, match=r"page\.html could not be written to .*nowhere: No such file"):
        write_file(tmp_path / "nowhere" / "page.html", NEW)


@needs_posix
def test_a_full_disk_keeps_the_old_file(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    script = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from workbench.formats.writing import WritingError, write_file
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            write_file(Path(sys.argv[1]), b"new" * 200_000)
        except WritingError as error:
            print(error)
    """)
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert "could not be written" in done.stdout
    assert path.read_bytes() == OLD
    assert list(tmp_path.glob(".workbench-*")) == []


@needs_posix
def test_killed_at_any_moment_the_old_or_the_new_file_stands_there(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from workbench.formats.writing import write_file
        path = Path(sys.argv[1])
        print("ready", flush=True)
        while True:
            write_file(path, b"new" * 200_000)
            write_file(path, b"old" * 1000)
    """)
    for number in range(12):
        child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.002 * number)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert path.read_bytes() in {OLD, NEW}
    remove_leftovers(tmp_path)
    assert list(tmp_path.glob(".workbench-*")) == []


def test_the_temporary_file_of_a_living_process_is_left_alone(tmp_path):
    mine = tmp_path / f".workbench-{os.getpid()}-abc.part"
    mine.write_bytes(b"x")
    assert remove_leftovers(tmp_path) == 0
    assert mine.exists()


@needs_posix
def test_a_link_laid_in_the_way_is_replaced_and_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(OLD)
    path = tmp_path / "page.html"
    path.symlink_to(elsewhere)
    write_file(path, NEW)
    assert elsewhere.read_bytes() == OLD
    assert not path.is_symlink()
