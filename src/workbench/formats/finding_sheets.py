"""The report of findings as a page to sign, as a table for a spreadsheet, and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from workbench.formats.templates import Plain, render_shipped
from workbench.formats.writing import harmless_cell
from workbench.model.judgement import Decision, Judgement, Report, ReportedArticle
from workbench.model.kinds import Level

COLUMNS = ("article", "row", "paragraph", "level", "family", "check", "slip", "source", "target",
           "message", "decision", "reason", "person", "at")  # fmt: skip


def html_sheet(report: Report) -> bytes:
    """Return one page with a table an article, nothing loaded from afar, every word escaped."""
    zone = ZoneInfo(report.zone)
    tables: dict[str, list[Plain]] = {article.key: [] for article in report.articles}
    for line in report.lines:
        tables.setdefault(line.article, []).append(_shown(line, zone))
    heads = {article.key: article for article in report.articles}
    page: dict[str, Plain] = {
        "made": f"{_moment(datetime.now(UTC), zone)} ({report.zone})",
        "articles": [_table(key, heads.get(key), found) for key, found in tables.items()],
        "levels": {str(level): sum(line.finding.level is level for line in report.lines) for level in Level},
        "decisions": {str(each): _count(report.lines)[each] for each in Decision},
        "total": len(report.lines),
    }
    return render_shipped("findings.html", page).encode()


def _table(key: str, head: ReportedArticle | None, lines: list[Plain]) -> Plain:
    said: dict[str, Plain] = (
        dict(asdict(head)) if head else {"key": key, "headline": "", "source_headline": ""}
    )
    return said | {"lines": lines}


def _shown(line: Judgement, zone: ZoneInfo) -> dict[str, Plain]:
    shown: dict[str, Plain] = dict(zip(COLUMNS, _cells(line), strict=True))
    return shown | {"at": _moment(line.at, zone) if line.at else ""}


def _moment(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def csv_sheet(report: Report) -> bytes:
    """Return comma-separated values in UTF-8 in which no cell can be taken for a formula; times are UTC, ISO 8601."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for line in report.lines:
        writer.writerow([harmless_cell(cell) if isinstance(cell, str) else cell for cell in _cells(line)])
    return out.getvalue().encode("utf-8-sig")


def json_sheet(report: Report) -> bytes:
    """Return a JSON document with every article and finding as an object; times are UTC, ISO 8601."""
    document = {
        "made": _time(datetime.now(UTC)),
        "articles": [asdict(article) for article in report.articles],
        "findings": [dict(zip(COLUMNS, _cells(line), strict=True)) for line in report.lines],
    }
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
