"""A lost modifier is put back with one key."""

from __future__ import annotations

import pytest

from workbench.checks.titles import CHECK
from workbench.model.passage import CheckContext, Passage


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("副省长何报翔出席。", "Governor He Baoxiang was present.", "Vice Governor He Baoxiang was present."),
        (
            "副局长王群说。",
            "Wang Qun, director of the bureau, said.",
            "Wang Qun, deputy director of the bureau, said.",
        ),
        ("代省长毛伟明作报告。", "Governor Mao Weiming reported.", "Acting Governor Mao Weiming reported."),
    ],
)
def test_the_fix_puts_the_modifier_before_the_office(source, target, mended):
    (finding,) = CHECK.check(Passage(source, target), CheckContext())
    (fix,) = finding.fixes
    assert target[: fix.span[0]] + fix.text + target[fix.span[1] :] == mended
