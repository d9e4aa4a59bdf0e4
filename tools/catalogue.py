"""Shows each example of the catalogue of facts by its number, and what the checks say of it.

`python tools/catalogue.py [NUMBER …]` prints the examples whose number begins so ("2.4", "2.4.7"), one
under the other: number, Chinese, English, each finding with its sentence, and OK or what was expected.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workbench.checks.run import check_passages
from workbench.model.finding import Finding
from workbench.model.kinds import SegmentKind
from workbench.model.passage import CheckContext, Passage

TABLE = Path(__file__).parents[1] / "tests" / "checks" / "cases" / "catalogue.tsv"


def findings_of(published: str, kind: str, chinese: str, english: str) -> list[Finding]:
    """Return what the checks find in one example; its paragraphs are parted by ¶."""
    sides = zip(chinese.split("¶"), english.split("¶"), strict=True)
    rows = [Passage(zh, en, n, n, SegmentKind(kind or "body")) for n, (zh, en) in enumerate(sides, start=1)]
    return check_passages(rows, CheckContext(published=date.fromisoformat(published) if published else None))


def show(number: str, chinese: str, english: str, expected: str, found: Sequence[Finding]) -> bool:
    """Print one example; tell whether it is as expected."""
    said = "; ".join(sorted(f"{finding.check} {finding.level} {finding.slip}" for finding in found))
    is_right = said == expected
    print(
        f"{number}  {'OK' if is_right else 'EXPECTED ' + (expected or 'nothing')}\n    {chinese}\n    {english}"
    )
    for finding in found:
        print(f"      {finding.level} {finding.check}: {finding.message}")
    return is_right


def main(wanted: Sequence[str]) -> int:
    """Print the examples asked for, all without a number; return 1 when one is not as expected."""
    wrong = every = 0
    for line in TABLE.read_text("utf-8").splitlines()[1:]:
        number, published, kind, chinese, english, expected = line.split("\t")
        if wanted and not any((number + ".").startswith(start.rstrip(".") + ".") for start in wanted):
            continue
        every += 1
        wrong += not show(number, chinese, english, expected, findings_of(published, kind, chinese, english))
    print(f"{every} examples, {wrong} not as expected")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
