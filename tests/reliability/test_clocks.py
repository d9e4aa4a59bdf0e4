"""Clocks that are wrong, or are set while somebody works, change nothing but the times that are shown (D15)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.reliability.processes import ROOT, environment

from workbench.library.rotation import LAST, spare

CLOCKS = {
    "two days behind": ["-2d"],
    "ten years ahead": ["+10y"],
    "the end of summer time": ["@2026-10-25 02:59:50"],
    "set back at work": ["+0", "+0", "+0", "-2d", "-2d", "-1d"],
    "ahead for a while": ["+0", "+0", "+0", "+0", "+10y", "+10y", "+10y", "+1d"],
    "two computers an hour apart": ["+0", "+1h"],
}


def worked(folder: Path, offsets: list[str]) -> dict[str, Any]:
    """Work in a new library under a clock, and return what came of it."""
    folder.mkdir()
    clock = folder.with_suffix(".clock")
    clock.write_text("+0\n")
    (library,) = [
        *Path("/usr/lib").rglob("libfaketimeMT.so.1"),
        *Path("/usr/local/lib").rglob("libfaketimeMT.so.1"),
    ][:1]
    faked = {
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
        "TZ": "Europe/Berlin",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.skewed", str(folder), str(clock), *offsets],
        cwd=ROOT, env={**environment(), **faked}, capture_output=True, text=True, timeout=250, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def right(tmp_path_factory):
    """What comes of the work when the clock is right."""
    return worked(tmp_path_factory.mktemp("clocks") / "right", [])


@pytest.mark.outside("faketime")
@pytest.mark.parametrize("clock", CLOCKS)
def test_what_comes_of_work_does_not_depend_on_the_clock(tmp_path, right, clock):
    told = worked(tmp_path / "office", CLOCKS[clock])
    assert told == right
    assert right["problems"] == []
    assert len(right["conflicts"]) > 10
    assert right["newest"] == max(right["copies"])


@pytest.mark.outside("faketime")
def test_the_clock_is_really_set(tmp_path):
    """The control: a program under the faked clock has the other date."""
    said = subprocess.run(
        ["faketime", "-f", "+10y", sys.executable, "-c", "import time; print(time.gmtime().tm_year)"],
        env=dict(os.environ), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(said.stdout) == datetime.now(UTC).year + 10 or int(said.stdout) == datetime.now(UTC).year + 9


NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def dated(name: str, *moments: datetime) -> list[tuple[datetime, Path]]:
    """Return copies of these times, newest first."""
    return [(moment, Path(f"{name} {number}")) for number, moment in enumerate(moments)]


GOOD = dated("day", *(NOON - timedelta(days=age) for age in range(60)))


def test_copies_that_a_wrong_clock_dated_take_no_others_place():
    wrong = dated("wrong", *(NOON + timedelta(days=3650, minutes=-age) for age in range(12)))
    mixed = [*GOOD[:20], *wrong, *GOOD[20:]]
    assert {path for _, path in mixed} - set(spare(mixed)) == {path for _, path in GOOD} - set(spare(GOOD))


def test_the_newest_are_kept_whatever_their_date():
    back = dated("back", *(NOON - timedelta(days=400, minutes=age) for age in range(LAST)))
    assert not set(spare([*back, *GOOD])) & {path for _, path in back}
