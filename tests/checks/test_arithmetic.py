"""A stated change must follow from its two ends."""

from __future__ import annotations

import pytest

from workbench.checks.arithmetic import CHECK
from workbench.model.passage import CheckContext, Passage


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("产量从200吨增至230吨，增长15%。", ""),
        ("人数由50人增加到61人，增长22%。", ""),
        (
            "产量从200吨增至230吨，增长25%。",
            "From 200吨 to 230吨 is a change of 15 percent; the source says 25%.",
        ),
        ("失业人数从80万人下降到60万人，下降25%。", ""),
        ("从2010年到2020年，增长25%。", ""),
        ("产量从近200吨增至230吨，增长25%。", ""),
    ],
)
def test_the_change_is_recomputed(source, message):
    found = [finding.message for finding in CHECK.check(Passage(source, "text"), CheckContext())]
    assert found == ([message] if message else [])
