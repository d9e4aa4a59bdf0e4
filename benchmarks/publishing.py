"""Publish 1,000 approved articles as web pages and Word files in one batch: time, memory, progress, cancelling.

Run `python benchmarks/publishing.py [ARTICLES [FOLDER]]`. The library is made first and is not part of the time; in a
FOLDER it is kept for the next run. Memory is measured while pages are written: the peak of the second half must stay
near that of the first. Processor time is said beside the clock, which other work on the machine makes slower.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from workbench.desk import reviewing
from workbench.desk.content import current_digest
from workbench.desk.editing import confirm_all
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition
from workbench.desk.staffing import add_person
from workbench.desk.verifying_files import verify
from workbench.library.article_filter import ArticleFilter
from workbench.library.library import Library, open_library
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import Role, SegmentKind
from workbench.model.schema import metadata

FORMATS = ("html", "docx")
PARAGRAPHS = 8
COPIED = 100
"""Articles made in one transaction."""
APART = 1_000
"""How far the ids of one article's rows stand from those of the next."""
PARTS = {
    "segments": "article_id",
    "targets": "edition_id",
    "coverage": "edition_id",
    "revisions": "edition_id",
    "approvals": "edition_id",
    "ledger": "edition_id",
}
"""What belongs to an article, by table and column."""
MOVED = frozenset({"id", "article_id", "edition_id", "target_id", "segment_id"})


def make_library(library: Library, count: int) -> tuple[int, list[str]]:
    """Import, translate and approve an article, copy it with other words, and return the editor and all keys."""
    editor = add_person(library, "Editor A").id
    translator = add_person(library, "Translator A", [Role.TRANSLATOR], by=editor).id
    reviewer = add_person(library, "Reviewer A", [Role.REVIEWER], by=editor).id
    report = ImportReport()
    save_incoming(library, _article("zh", 0), report, by=translator, translated=_article("en", 0))
    key = report.added[0].key
    confirm_all(library, translator, open_edition(library, key).edition_id)
    reviewing.submit(library, translator, key)
    reviewing.approve(library, reviewer, key)
    keys = [key]
    for first in range(1, count, COPIED):
        keys += _copied(library, key, range(first, min(first + COPIED, count)))
    return editor, keys


def _copied(library: Library, key: str, numbers: range) -> list[str]:
    """Copy an approved article row by row under other numbers, each with the digest of its own content."""
    keys = []
    with library.writing() as tx:
        session = tx.scope.session
        article = tx.articles.by_key(key)
        edition = tx.editions.find(article.id, "en")
        assert edition is not None
        of = {"article_id": article.id, "edition_id": edition.id}
        wanted = [("articles", "id", article.id), ("editions", "id", edition.id)]
        wanted += [(name, column, of[column]) for name, column in PARTS.items()]
        rows = []
        for name, column, value in wanted:
            table = metadata.tables[name]
            stored = session.execute(select(table).where(table.c[column] == value)).mappings()
            rows.append((table, [dict(row) for row in stored]))
        for number in numbers:
            for table, found in rows:
                session.execute(insert(table), [_renumbered(table.name, row, number) for row in found])
            copy = tx.editions.get(edition.id + number * APART)
            (approval,) = tx.reviews.approvals(copy.id)
            approval.digest = current_digest(tx, copy)
            keys.append(tx.articles.get(copy.article_id).key)
            session.flush()
            session.expunge_all()
    return keys


def _renumbered(table: str, row: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a row of the first article as that of another number: other ids, other words, another key."""
    moved = dict(row)
    for column, value in row.items():
        if column in MOVED and isinstance(value, int):
            moved[column] = value + number * APART
        elif isinstance(value, str) and column in {"text", "headline", "source_address"}:
            moved[column] = (
                value.replace("编号0", f"编号{number}")
                .replace("Meeting 0", f"Meeting {number}")
                .replace("item 0", f"item {number}")
                .replace("/0.html", f"/{number}.html")
            )
    if table == "articles":
        moved["key"] = hashlib.sha256(str(number).encode()).hexdigest()[:8]
        moved["fingerprint"] = hashlib.sha256(f"copy {number}".encode()).hexdigest()
    return moved


def _article(language: str, number: int) -> Incoming:
    filled = {
        "zh": {},
        "en": {
            "section": "Home > News",
            "outlet": "Hunan Daily",
            "source_address": f"https://www.example.cn/{number}.html",
            "published": date(2026, 11, 27),
        },
    }[language]
    head, line = {
        "zh": (f"编号{number}会议召开", f"会议讨论了编号{number}事项，与会者发言。"),
        "en": (
            f"Meeting {number} Is Held",
            f"The meeting discussed item {number}, and those present spoke. ",
        ),
    }[language]
    body = [Block(SegmentKind.BODY, line) for _ in range(PARAGRAPHS)]
    return Incoming(language, [Block(SegmentKind.HEADLINE, head), *body], **filled)  # type: ignore[arg-type]


def resident_mb() -> float:
    """Return how much memory this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def run(count: int, kept: Path | None = None) -> int:
    """Measure, and say whether it holds; `kept` is where the library stands or will stand."""
    with tempfile.TemporaryDirectory() as folder:
        path = (kept or Path(folder)) / f"approved-{count}.workbench"
        is_made = path.exists()
        with open_library(path) as library:
            started = time.perf_counter()
            editor, keys = approved(library) if is_made else make_library(library, count)
            print(f"made {len(keys)} articles in {time.perf_counter() - started:.0f} s", flush=True)
            return measure(library, editor, keys, Path(folder))


def approved(library: Library) -> tuple[int, list[str]]:
    """Return the editor and the articles of a library that was made before."""
    with library.reading() as tx:
        return tx.people.named("Editor A").id, [row.key for row in tx.articles.rows(ArticleFilter())]


def measure(library: Library, editor: int, keys: list[str], folder: Path) -> int:
    """Publish everything, then begin again and stop, and say whether it holds."""
    pages, report, count = folder / "pages", PublishReport(), len(keys)
    peaks = [0.0, 0.0]
    started, worked = time.perf_counter(), time.process_time()
    for step in publish(library, editor, keys, pages, FORMATS, report):
        half = 0 if step.done * 2 < count else 1
        if step.done > count // 10:
            peaks[half] = max(peaks[half], resident_mb())
    seconds, worked = time.perf_counter() - started, time.process_time() - worked
    problems = verify([pages / "manifest.json"])
    print(
        f"published {len(report.published)} articles, {len(report.files)} files in {seconds:.1f} s "
        f"({worked:.1f} s of work, {1000 * worked / count:.1f} ms an article)"
    )
    print(f"memory: first half {peaks[0]:.0f} MB, second half {peaks[1]:.0f} MB")
    print(f"refused {len(report.refused)}, problems of the manifest {len(problems)}", flush=True)
    stopped = folder / "stopped"
    steps = publish(library, editor, keys, stopped, FORMATS, PublishReport())
    for step in steps:
        if step.done >= min(20, count // 2):
            break
    steps.close()
    print(f"cancelled after {step.done}: {len(list(stopped.glob('*.html')))} whole pages")
    is_constant = peaks[1] <= peaks[0] * 1.1 + 10
    is_done = len(report.published) == count and not problems
    return 0 if is_done and seconds < 60 and is_constant else 1


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(run(int(given[0]) if given else 1000, Path(given[1]) if len(given) > 1 else None))
