"""A sample library: a dozen articles in every stage, with people, to try everything out on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from workbench.desk.checking import accept, check_edition
from workbench.desk.demonstrating import import_sample
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm, save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.publishing import PublishReport, publish, set_details
from workbench.desk.reading import open_edition
from workbench.desk.reviewing import approve, mark_returned, mark_reviewed, return_edition, submit, withdraw
from workbench.desk.staffing import add_person, assign
from workbench.errors import RefusedError, WorkbenchError
from workbench.library.library import Library, open_library
from workbench.model.finding import Finding
from workbench.model.kinds import Level, Role, Stage
from workbench.model.progress import Progress
from workbench.resources import resource
from workbench.sentences import say

EDITOR, TRANSLATOR, SECOND_TRANSLATOR, REVIEWER = "Editor A", "Translator A", "Translator B", "Reviewer A"
OUTLET = "Sample news"
"""The outlet of made-up and borrowed samples: nobody takes them for news."""


class Staff(NamedTuple):
    """The people of the sample library, by id."""

    editor: int
    translator: int
    second_translator: int
    reviewer: int


def make_sample_library(path: Path) -> Iterator[Progress]:
    """Make the sample library at `path`, an article a step; its published pages stand in a folder beside it.

    Raises `WorkbenchError` when there is something at `path` already.
    """
    if path.exists():
        raise WorkbenchError(
            say("{path} exists already. Choose another name for the sample library.", path=path)
        )
    articles = [*_read("newsroom"), *_read("wikinews")]
    pages = path.with_name(f"{path.stem}-pages")
    with open_library(path) as library:
        staff = _staff(library)
        _import_sample(library, staff)
        for done, article in enumerate(articles, start=1):
            yield Progress(done, len(articles) + 1, "")
            _bring_in(library, staff, article, pages, number=done)
    yield Progress(len(articles) + 1, len(articles) + 1, "")


def _read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(resource(f"sample/{name}.json").read_text("utf-8"))
    return found


def _staff(library: Library) -> Staff:
    editor = add_person(library, EDITOR).id
    return Staff(
        editor,
        add_person(library, TRANSLATOR, [Role.TRANSLATOR], by=editor).id,
        add_person(library, SECOND_TRANSLATOR, [Role.TRANSLATOR], by=editor).id,
        add_person(library, REVIEWER, [Role.REVIEWER], by=editor).id,
    )


def _import_sample(library: Library, staff: Staff) -> None:
    """Bring in the sample page, drafted by the sample engine and not yet read by anybody."""
    key = import_sample(library, by=staff.translator)
    for _ in draft(library, staff.translator, key, "sample", DraftReport()):
        pass
    assign(library, staff.editor, key, TRANSLATOR, Role.TRANSLATOR)


def _bring_in(library: Library, staff: Staff, article: dict[str, Any], pages: Path, *, number: int) -> None:
    pairs: list[list[str]] = article["pairs"]
    by = staff.second_translator if number % 3 == 0 else staff.translator
    report = ImportReport()
    import_pasted(library, "\n\n".join(source for source, _ in pairs), report, by=by)
    key = report.added[0].key
    english = {source: target for source, target in pairs if target}
    confirmed = int(article.get("confirmed", len(pairs)))
    for place, row in enumerate(open_edition(library, key).rows):
        text = english.get(row.source, "")
        if text:
            save_text(library, by, row.target_id, text, seen=row.version)
        if text and place < confirmed:
            confirm(library, by, [row.target_id])
    _take_to(library, staff, key, Stage(article["stage"]), by, pages)
    if "review" in article:
        begin_review(library, staff.reviewer, key, article["review"])


def _take_to(library: Library, staff: Staff, key: str, stage: Stage, by: int, pages: Path) -> None:
    if stage is Stage.DRAFTING:
        return
    _settle(library, by, key)
    submit(library, by, key)
    if stage is Stage.CHANGES_REQUESTED:
        return_edition(library, staff.reviewer, key, "Please look at the names once more.", number=2)
    if stage in {Stage.APPROVED, Stage.PUBLISHED, Stage.WITHDRAWN}:
        approve(library, staff.reviewer, key)
        _fill_details(library, staff.editor, key)
    if stage in {Stage.PUBLISHED, Stage.WITHDRAWN}:
        _publish(library, staff.editor, key, pages)
    if stage is Stage.WITHDRAWN:
        withdraw(library, staff.editor, key, "A sample of a page that was taken back.")


def begin_review(library: Library, by: int, key: str, acts: dict[str, Any]) -> None:
    """Let a reviewer approve, rewrite and return rows, given by their numbers."""
    rows = [row.target_id for row in open_edition(library, key).rows]
    for number, text in acts["rewritten"].items():
        save_text(library, by, rows[int(number) - 1], text)
    for number, reason in acts["returned"].items():
        mark_returned(library, by, [rows[int(number) - 1]], reason)
    mark_reviewed(library, by, [rows[number - 1] for number in acts["approved"]])


def _settle(library: Library, by: int, key: str) -> None:
    """Accept what the checks are sure of: these translations stand as they were published."""
    found: list[Finding] = check_edition(library, open_edition(library, key).edition_id)
    for check, number in sorted({(one.check, one.number) for one in found if one.level is Level.ERROR}):
        accept(library, by, key, check, "It stands so in the published translation.", number=number)


def _fill_details(library: Library, by: int, key: str) -> None:
    details = {"section": "Home > Samples", "outlet": OUTLET, "published": "2020-04-03"}
    set_details(library, by, key, details)
    for gap in ("source_address", "photo_credit"):
        accept(library, by, key, gap, "A sample has none.")


def _publish(library: Library, by: int, key: str, pages: Path) -> None:
    report = PublishReport()
    for _ in publish(library, by, [key], pages, ["html"], report):
        pass
    for _, reasons in report.refused:
        raise RefusedError(*reasons)
