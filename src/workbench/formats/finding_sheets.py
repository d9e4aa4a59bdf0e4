"""The report of findings as a page to sign, as a table for a spreadsheet, and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.formats.templates import Plain, render_shipped
from workbench.formats.writing import harmless_cell
from workbench.model.judgement import Decision, Judgement
from workbench.model.kinds import Level

COLUMNS = ("article", "row", "paragraph", "level", "family", "check", "slip", "source", "target",
           "message", "decision", "reason", "person", "at")  # fmt: skip


def html_sheet(lines: Sequence[Judgement]) -> bytes:
    """Return one page with a table an article, nothing loaded from afar, every word escaped."""
    articles: dict[str, list[Plain]] = {}
    for line in lines:
        articles.setdefault(line.article, []).append(dict(zip(COLUMNS, _cells(line), strict=True)))
    page: dict[str, Plain] = {
        "made": _time(datetime.now(UTC)),
        "articles": [{"key": key, "lines": found} for key, found in articles.items()],
        "levels": {str(level): sum(line.finding.level is level for line in lines) for level in Level},
        "decisions": {str(each): _count(lines)[each] for each in Decision},
        "total": len(lines),
    }
    return render_shipped("findings.html", page).encode()


def csv_sheet(lines: Sequence[Judgement]) -> bytes:
    """Return comma-separated values in UTF-8 in which no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([harmless_cell(cell) if isinstance(cell, str) else cell for cell in _cells(line)])
    return out.getvalue().encode("utf-8-sig")


def json_sheet(lines: Sequence[Judgement]) -> bytes:
    """Return a JSON document with every finding as an object; times are UTC, ISO 8601."""
    findings = [dict(zip(COLUMNS, _cells(line), strict=True)) for line in lines]
    document = {"made": _time(datetime.now(UTC)), "findings": findings}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _count(lines: Sequence[Judgement]) -> Counter[Decision]:
    return Counter(line.decision for line in lines)


def _cells(line: Judgement) -> list[str | int]:
    finding = line.finding
    said = [str(finding.level), str(finding.family), finding.check, finding.slip]
    decided = [str(line.decision), line.reason, line.person, _time(line.at) if line.at else ""]
    return [
        line.article,
        finding.number,
        line.paragraph + 1,
        *said,
        line.source,
        line.target,
        str(finding.message),
        *decided,
    ]


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
