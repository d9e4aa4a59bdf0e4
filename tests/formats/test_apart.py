"""An article that hangs its reader or takes a gigabyte ends the reader's process; the program goes on (I2, I4)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import FormatError
from workbench.formats.apart import Apart
from workbench.formats.foreign import read_exchange
from workbench.formats.reading import read_article

GREEDY = """
from workbench.formats import apart, apart_child
apart_child.answer_to = lambda request: [bytearray(500_000_000) for _ in range(1000)]
apart_child.main()
"""
DYING = """
import os
from workbench.formats import apart, apart_child
apart_child.answer_to = lambda request: os._exit(139)
apart_child.main()
"""


SAMPLE = Path(__file__).parents[1] / "data" / "sample_zh.txt"


def test_what_is_read_apart_is_what_is_read_here():
    path = SAMPLE
    with Apart() as apart:
        assert apart.read_article(path) == read_article(path)
        assert apart.read_bytes(path.read_bytes(), "a.txt", "", None).headline == read_article(path).headline


def test_the_reader_that_was_kept_finds_files_from_another_folder(tmp_path, monkeypatch):
    with Apart() as apart:
        apart.read_article(SAMPLE)
        (tmp_path / "here.txt").write_bytes(SAMPLE.read_bytes())
        monkeypatch.chdir(tmp_path)
        assert apart.read_article(Path("here.txt")) == read_article(Path("here.txt"))


def test_a_refusal_is_the_same_sentence_with_its_place(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with Apart() as apart, pytest.raises(FormatError) as refused:
        apart.read_article(tmp_path / "empty.txt")
    assert refused.value.sentence.template.startswith("{name} is empty")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_file_that_never_ends_is_given_up_and_the_next_is_read(tmp_path):
    """A named pipe nobody writes to hangs whoever reads it: that was the program once."""
    os.mkfifo(tmp_path / "1.txt")
    (tmp_path / "2.txt").write_bytes(SAMPLE.read_bytes())
    with Apart(seconds=5.0) as apart:
        with pytest.raises(FormatError, match=r"1\.txt took longer than 5 s"):
            apart.read_article(tmp_path / "1.txt")
        assert apart.read_article(tmp_path / "2.txt").headline


@pytest.mark.parametrize("script", [GREEDY, DYING])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound a process's memory this way")
def test_an_exchange_file_is_given_up_with_a_sentence_of_its_own(tmp_path, script):
    with Apart(command=("-c", script)) as apart, pytest.raises(FormatError, match="than an edition needs"):
        apart.read_exchange(tmp_path / "any.xlf")


def test_an_exchange_file_is_read_apart_as_it_is_read_here(tmp_path):
    (tmp_path / "a.po").write_text(
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "会议"\nmsgstr "Meeting"\n', "utf-8"
    )
    with Apart() as apart:
        assert apart.read_exchange(tmp_path / "a.po") == read_exchange(tmp_path / "a.po")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound a process's memory this way")
@pytest.mark.parametrize("script", [GREEDY, DYING])
def test_a_reader_that_takes_gigabytes_or_dies_is_one_refusal(tmp_path, script):
    with Apart(command=("-c", script)) as apart:
        for _ in range(2):
            with pytest.raises(FormatError, match="more memory to read than an article needs"):
                apart.read_article(tmp_path / "any.docx")


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="the children of a process are not told here"
)
def test_one_reader_waits_for_the_next_import_and_ends_with_the_program(tmp_path):
    importing = """
import os, sys
from pathlib import Path
from workbench.desk.importing import ImportReport, import_all
from workbench.library.library import open_library
with open_library(Path(sys.argv[1])) as library:
    for _ in range(2):
        list(import_all(library, [sys.argv[2]], report := ImportReport()))
        assert not report.problems, report.problems
        print(Path(f"/proc/self/task/{os.getpid()}/children").read_text().strip())
"""
    command = [sys.executable, "-c", importing, str(tmp_path / "office.workbench"), str(SAMPLE)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert first.isdigit()
    assert first == second
    assert not Path(f"/proc/{first}").exists()
