"""A large TMX file is read by a process of its own, with the same result."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import FormatError, Problem
from workbench.formats import tmx_parallel
from workbench.formats.tmx_parallel import Batch, TmxRequest, read_batches
from workbench.sentences import Sentence

TICO = Path(__file__).parents[1] / "data" / "memory" / "tico19-en-zh.tmx"
UNIT = (
    '<tu tuid="{n}" creationdate="20200403T091500Z"><tuv xml:lang="zh"><seg>会议{n}闭幕&amp;散会。</seg></tuv>'
    '<tuv xml:lang="en"><seg>Meeting {n} closed.</seg></tuv></tu>\n'
)


@pytest.fixture
def always_a_process(monkeypatch):
    monkeypatch.setattr(tmx_parallel, "LARGE", 0)
    monkeypatch.setattr("workbench.formats.tmx_parallel.are_side_by_side", lambda: True)


def read(path: Path) -> tuple[list[Batch], list[Problem]]:
    problems: list[Problem] = []
    return list(read_batches(TmxRequest(path, domain="health"), problems.append)), problems


def written(tmp_path: Path, body: str, *, foot: str = "</body></tmx>") -> Path:
    path = tmp_path / "memory.tmx"
    path.write_text(f'<tmx version="1.4"><header/><body>\n{body}{foot}', "utf-8")
    return path


def test_the_child_gives_what_reading_here_gives(always_a_process, monkeypatch, tmp_path):
    body = "".join(UNIT.format(n=n) for n in range(30)) + "<tu>\n</tu>\n" + UNIT.format(n=99)
    path = written(tmp_path, body)
    there = read(path)
    monkeypatch.setattr(tmx_parallel, "LARGE", 1 << 40)
    assert there == read(path)
    assert [problem.place for problem in there[1]] == ["line 32"]
    assert isinstance(there[1][0].message, Sentence)  # the window can say it in Chinese
    assert there[0][0].entries.source[0] == "会议0闭幕&散会。"


def test_the_child_reads_a_real_memory_whole(always_a_process):
    batches, problems = read(TICO)
    assert sum(len(batch.entries) for batch in batches) == 3071
    assert problems == []


def test_what_the_child_refuses_is_refused_in_the_same_words(always_a_process, monkeypatch, tmp_path):
    path = written(tmp_path, UNIT.format(n=1), foot="")
    with pytest.raises(FormatError, match="ends in the middle") as there:
        read(path)
    monkeypatch.setattr(tmx_parallel, "LARGE", 1 << 40)
    with pytest.raises(FormatError) as here:
        read(path)
    assert (str(there.value), there.value.place) == (str(here.value), here.value.place)


def test_a_child_that_dies_is_told_and_not_taken_for_the_end(always_a_process, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(FormatError, match="could not be read to its end"):
        read(written(tmp_path, UNIT.format(n=1)))


def test_reading_can_be_given_up_in_the_middle(always_a_process, monkeypatch, tmp_path):
    path = written(tmp_path, "".join(UNIT.format(n=n) for n in range(25_000)))
    batches = read_batches(TmxRequest(path), lambda _: None)
    assert 0 < len(next(batches).entries) < 25_000
    batches.close()  # type: ignore[attr-defined]
