"""Acts killed at random moments leave the old state or the new one (RELIABILITY.md, D2 to D4, D11, D12, D18).

25 kills of each act by default; `WORKBENCH_KILLED=100` does as many as that.
"""

from __future__ import annotations

import os

import pytest
from tests.reliability.killing import ACTS
from tests.reliability.processes import answer_of

KILLED = int(os.environ.get("WORKBENCH_KILLED", "25"))


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("act", ACTS)
def test_a_kill_leaves_no_half_state(act):
    tally = answer_of("tests.reliability.killing", act, str(KILLED))
    assert tally["half"] == []
    assert tally["killed"] >= KILLED / 2, "too few were killed before they were done"
