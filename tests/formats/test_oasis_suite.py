"""The public core suite of OASIS for XLIFF 2.1: every valid file is read, every invalid one named.

The suite is not ours to ship. Unpack `xliff-21/test-suite/core` of the committee's repository anywhere and
run `WORKBENCH_OASIS_SUITE=FOLDER pytest tests/formats/test_oasis_suite.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.errors import FormatError
from workbench.formats.xliff21 import FORMAT

SUITE = os.environ.get("WORKBENCH_OASIS_SUITE", "")
FILES = sorted(Path(SUITE).rglob("*.xlf")) if SUITE else []


@pytest.mark.skipif(not SUITE, reason="WORKBENCH_OASIS_SUITE does not name the folder of the suite")
def test_the_folder_holds_the_suite():
    kinds = [path.parent.name for path in FILES]
    assert kinds.count("valid") >= 25
    assert kinds.count("invalid") >= 118


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_valid_files_are_read_and_what_is_wrong_in_the_others_is_said(path):
    data = path.read_bytes()
    if path.parent.name != "invalid":
        assert FORMAT.read_exchange(data) is not None
        return
    with pytest.raises(FormatError, match=r"(?i)xliff|line|id|<") as refused:
        FORMAT.read_exchange(data)
    assert len(str(refused.value)) > 40
