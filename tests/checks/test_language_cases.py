"""The checks of names, terms, text and style, each against its table of cases in `cases/`.

A table is named after its check; a line says what is expected, the Chinese, and the English.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.checks.registry import row_checks
from workbench.model.passage import CheckContext, Passage

CASES = Path(__file__).parent / "cases"
HEAD = "# expected"
TABLES = sorted(path.stem for path in CASES.glob("*.tsv") if path.read_text("utf-8").startswith(HEAD))


def cases():
    found = []
    for table in TABLES:
        for line in (CASES / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("# "):
                expected, source, target = line.split("\t")
                found.append(pytest.param(table, expected, source, target, id=f"{table}: {target[:50]}"))
    return found


def said_by(key: str, source: str, target: str, **context) -> str:
    check = next(check for check in row_checks() if check.key == key)
    findings = check.check(Passage(source, target), CheckContext(**context))
    return " ".join(sorted(f"{f.level}/{f.slip}" for f in findings)) or "-"


@pytest.mark.parametrize(("key", "expected", "source", "target"), cases())
def test_a_check_says_what_its_table_says(key, expected, source, target):
    if key == "spelling" and "/" in expected:
        pytest.importorskip("hunspell")
    assert said_by(key, source, target) == expected


@pytest.mark.parametrize(("key", "expected", "source", "target"), cases())
def test_findings_point_into_their_texts_and_fixes_change_the_target(key, expected, source, target):
    check = next(check for check in row_checks() if check.key == key)
    for finding in check.check(Passage(source, target), CheckContext()):
        assert finding.check == key
        assert finding.message.endswith((".", "?"))
        for span, text in ((finding.source, source), (finding.target, target)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
        for fix in finding.fixes:
            start, end = fix.span
            assert target[:start] + fix.text + target[end:] != target
