"""A small newsroom at work: articles in every stage, for pictures and for trying things out."""

from __future__ import annotations

import json
from pathlib import Path

from workbench.desk.editing import confirm, save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.publishing import set_details
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.reviewing import approve, return_edition, submit
from workbench.desk.sampling import begin_review
from workbench.desk.staffing import add_person, list_people
from workbench.library.library import Library, open_library
from workbench.model.kinds import Origin, Role, Stage
from workbench.resources import resource

TRANSLATOR, REVIEWER, EDITOR = "Pang Yuehui", "Reviewer A", "Editor A"


def make_newsroom(path: Path) -> None:
    """Make a library with people and with articles in every stage but published."""
    with open_library(path) as library:
        editor = add_person(library, EDITOR).id
        add_person(library, TRANSLATOR, [Role.TRANSLATOR], by=editor)
        add_person(library, REVIEWER, [Role.REVIEWER], by=editor)
        articles = json.loads(resource("sample/newsroom.json").read_text("utf-8"))
        for article in reversed(articles):
            _bring_in(library, article)


def _bring_in(library: Library, article: dict[str, object]) -> None:
    pairs = article["pairs"]
    assert isinstance(pairs, list)
    people = {person.name: person.id for person in list_people(library)}
    by, report = people[TRANSLATOR], ImportReport()
    import_pasted(library, "\n\n".join(source for source, _ in pairs), report, by=by)
    if not report.added:
        return
    key = report.added[0].key
    english = dict(pairs)
    for number, row in enumerate(open_edition(library, key).rows):
        text = english.get(row.source, "")
        if text:
            save_text(library, by, row.target_id, text, seen=row.version, origin=Origin.TYPED)
        if text and number < int(str(article["confirmed"])):
            confirm(library, by, [row.target_id])
    _take_to(library, key, Stage(str(article["stage"])), people)
    review = article.get("review")
    if isinstance(review, dict):
        begin_review(library, people[REVIEWER], key, review)
    details = article.get("details")
    if isinstance(details, dict):
        set_details(library, people[EDITOR], key, details)


def _take_to(library: Library, key: str, stage: Stage, people: dict[str, int]) -> None:
    if stage is not Stage.DRAFTING:
        submit(library, people[TRANSLATOR], key)
    if stage is Stage.CHANGES_REQUESTED:
        return_edition(
            library, people[REVIEWER], key, "Please check the weight against the release.", number=3
        )
    if stage is Stage.APPROVED:
        approve(library, people[REVIEWER], key)


def first_key(library: Library, stage: Stage | None = None) -> str | None:
    """Return the key of the newest article (of a stage), if there is one."""
    rows = list_articles(library, stage=stage, limit=1)
    return rows[0].key if rows else None
