"""Two processes align as one does: the same links, in the same order, whatever becomes of the child."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from workbench.formats.apart import end_spare
from workbench.memory.align import DocumentPair, align_in_steps
from workbench.memory.align.sharing import share
from workbench.memory.cutting import Cutter, start_ahead

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
DOCUMENTS = [
    DocumentPair(
        f"{number}",
        (f"全省新增确诊病例{number}例。", "会议在长沙举行。", "许达哲主持会议。"),
        (f"The province reported {number} new cases.", "Xu Dazhe chaired the meeting in Changsha."),
    )
    for number in range(2, 20)
]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    for module in ("align.sharing", "cutting"):
        monkeypatch.setattr(f"workbench.memory.{module}.are_side_by_side", lambda: True)


@pytest.fixture(autouse=True)
def _no_reader_waits():
    end_spare()  # an import of another test may have left its reader for the next


@needs_fork
def test_shared_work_gives_the_same_alignments():
    assert list(align_in_steps(DOCUMENTS, is_shared=True)) == list(align_in_steps(DOCUMENTS))


@needs_fork
def test_words_looked_up_by_a_child_give_the_same_alignments(monkeypatch):
    alone = list(align_in_steps(DOCUMENTS))
    monkeypatch.setattr("workbench.memory.align.passes.MANY_WORDS", 1)
    assert list(align_in_steps(DOCUMENTS, is_shared=True)) == alone


@needs_fork
def test_the_second_half_is_done_elsewhere_and_comes_in_order():
    processes = list(share(_processes, range(10), is_shared=True))
    assert processes[:5] == [os.getpid()] * 5
    assert len(set(processes[5:])) == 1
    assert processes[5] != os.getpid()
    assert list(share(_doubles, range(11), is_shared=True)) == [2 * number for number in range(11)]


def _processes(numbers: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def _doubles(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


@needs_fork
def test_what_a_child_leaves_undone_is_done_here():
    here = os.getpid()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os._exit(1)
        return _doubles(numbers)

    assert list(share(work, range(10), is_shared=True)) == [2 * number for number in range(10)]


@needs_fork
def test_stopping_leaves_no_child_behind():
    steps = share(_doubles, range(10), is_shared=True)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_documents_are_not_shared():
    assert set(share(_processes, range(3), is_shared=True)) == {os.getpid()}


@needs_fork
def test_a_child_started_ahead_cuts_chinese_as_it_is_cut_here():
    texts = [document.sources for document in DOCUMENTS]
    assert list(start_ahead().cut(texts, ["新增确诊病例"])) == list(Cutter().cut(texts, ["新增确诊病例"]))
    assert list(align_in_steps(DOCUMENTS, cutter=start_ahead())) == list(align_in_steps(DOCUMENTS))


@needs_fork
def test_a_child_that_was_lost_leaves_the_cutting_to_us(monkeypatch):
    monkeypatch.setattr("workbench.memory.cutting._serve", lambda *_: os._exit(1))
    texts = [document.sources for document in DOCUMENTS]
    assert list(start_ahead().cut(texts, [])) == list(Cutter().cut(texts, []))


@needs_fork
def test_a_cutter_that_is_not_needed_leaves_no_child_behind():
    start_ahead().close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
