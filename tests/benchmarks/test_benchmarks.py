"""The benchmarks run by one command, and hot paths do not grow unnoticed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[2]
SCRIPTS_OF_OTHERS = {
    "__main__",
    "all_memory",  # several of ours in a row
    "reliability",  # the protocol of docs/reliability.md, with a document of its own
    "bars",  # prints what was wanted and measured
    "corpus",  # makes the texts
    "fit_alignment",  # fits weights
    "peers",  # what others do, for facts
    "scale_filling",  # makes the library
    "scale_users",  # works in it
    "slips",  # makes the mistakes
    "tmx_fixtures",  # needs other programs' files
}


def benchmarks(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *words]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False, timeout=200)


def test_no_hot_path_has_grown_by_half():
    answer = benchmarks("guard")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    counts = re.findall(r"^(.+?) +([\d,]+) calls, +([\d.]+) of the expected", answer.stdout, re.MULTILINE)
    expected = json.loads((HOME / "benchmarks" / "expected_counts.json").read_text("utf-8"))
    assert {name for name, _, _ in counts} == set(expected)


def test_a_benchmark_that_needs_data_says_so():
    answer = benchmarks("facts")
    assert answer.returncode == 0
    assert "left out: it needs --data FOLDER" in answer.stdout


def test_a_name_that_is_none_is_told_with_all_there_are():
    answer = benchmarks("fcats")
    assert answer.returncode == 2
    assert "there is no benchmark fcats; there are guard, start, editor" in answer.stderr


def test_every_script_belongs_to_the_one_command():
    source = (HOME / "benchmarks" / "__main__.py").read_text("utf-8")
    scripts = {path.stem for path in (HOME / "benchmarks").glob("*.py")} - SCRIPTS_OF_OTHERS
    assert [name for name in sorted(scripts) if f'"{name}.py"' not in source] == []


def test_the_document_holds_what_was_measured():
    page = (HOME / "docs" / "performance.md").read_text("utf-8")
    results = HOME / "docs" / "performance.json"
    measured = json.loads(results.read_text("utf-8")) if results.exists() else {}
    for name, result in measured.items():
        assert f"| [{name}](#{name}) |" in page
        assert f"{result['date']} | {result['machine']}" in page
