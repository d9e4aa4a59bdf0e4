"""Match bands: what an article costs before anybody starts."""

from __future__ import annotations

import pytest

from workbench.desk.analysing import Amount, Analysis, Band, analyse
from workbench.desk.remembering import digests_around
from workbench.library.library import open_library
from workbench.library.memory_intake import Intake
from workbench.model.pairs import Background, NewEntry
from workbench.text.normalise import normalise


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "office.workbench") as opened:
        around = digests_around("", "全省新增确诊病例3例。")
        known = [
            NewEntry(
                "本报讯",
                "(Staff reporter)",
                "本报讯",
                background=Background(before=around.before, after=around.after),
            ),
            NewEntry("会议闭幕。", "Closed.", normalise("会议闭幕。")),
            NewEntry("全省新增确诊病例5例。", "Five.", normalise("全省新增确诊病例5例。")),
        ]
        intake = Intake(opened)
        intake.add(known)
        intake.close()
        yield opened


def test_every_segment_stands_in_one_band(library):
    text = ["本报讯", "全省新增确诊病例3例。", "会议闭幕。", "GDP 增长很快。", "GDP 增长很快。"]
    analysis = Analysis()
    steps = list(analyse(library, [text], analysis))
    assert steps[-1].done == steps[-1].total == 5
    assert analysis.bands == {
        Band.CONTEXT: Amount(1, 3, 3),
        Band.EXACT: Amount(1, 5, 4),
        Band.HIGH: Amount(),
        Band.MIDDLE: Amount(1, 11, 10),
        Band.LOW: Amount(),
        Band.REPETITION: Amount(1, 8, 5),
        Band.NEW: Amount(1, 8, 5),
    }
