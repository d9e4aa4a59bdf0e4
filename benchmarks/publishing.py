"""Publish 1,000 approved articles as web pages and Word files in one batch: time, memory, progress, cancelling.

Run `python benchmarks/publishing.py [ARTICLES [FOLDER]]`. The library is made first and is not part of the time; in a
FOLDER it is kept for the next run. Memory is measured while pages are written: the peak of the second half must stay
near that of the first. Processor time is said beside the clock, which other work on the machine makes slower.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from workbench.desk import reviewing
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

FORMATS = ("html", "docx")
PARAGRAPHS = 8


def make_library(library: Library, count: int) -> tuple[int, list[str]]:
    """Import, translate and approve articles; return the editor and their keys."""
    editor = add_person(library, "Editor A").id
    translator = add_person(library, "Translator A", [Role.TRANSLATOR], by=editor).id
    reviewer = add_person(library, "Reviewer A", [Role.REVIEWER], by=editor).id
    keys = []
    for number in range(count):
        report = ImportReport()
        save_incoming(
            library, _article("zh", number), report, by=translator, translated=_article("en", number)
        )
        key = report.added[0].key
        confirm_all(library, translator, open_edition(library, key).edition_id)
        reviewing.submit(library, translator, key)
        reviewing.approve(library, reviewer, key)
        keys.append(key)
    return editor, keys


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
