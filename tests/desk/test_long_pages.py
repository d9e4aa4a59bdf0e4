"""Pages of very long articles: their beginning is shown, nothing of them is held twice, the files have all of them."""

from __future__ import annotations

import pytest

from workbench.desk import arranging, editing, gate, paging, passing, reviewing
from workbench.desk.checking import accept, looking_through, read_context, told_apart
from workbench.desk.content import content_of, current_digest, digest_of
from workbench.desk.publishing import PublishReport, publish, read_checklist, read_page
from workbench.desk.reading import open_edition
from workbench.library import edition_rows, scope
from workbench.ui.publish.bound import LookedThrough, PublishDesk


@pytest.fixture
def is_long(monkeypatch):
    """Take the sample for an article that is too long to be looked through, or shown, as a whole."""
    monkeypatch.setattr(gate, "AT_ONCE", 3)
    monkeypatch.setattr(paging, "BEGINNING", 6)


def digests(office) -> tuple[str, str]:
    with office.library.reading() as tx:
        edition = tx.editions.get(office.edition_id)
        return current_digest(tx, edition), digest_of(content_of(tx, edition))


def ready(office) -> None:
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.approve(office.library, office.reviewer, office.key)
    for gap in ("section", "published", "outlet", "source_address", "photo_credit"):
        accept(office.library, office.editor, office.key, gap, "None.")


def last_of(steps):
    """Go through an activity to its end and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("at_a_time", [1, 2, 500])
def test_the_digest_is_the_same_whether_or_not_the_content_is_ever_whole(office, monkeypatch, at_a_time):
    monkeypatch.setattr(edition_rows, "AT_A_TIME", at_a_time)
    monkeypatch.setattr(scope.in_parts, "__defaults__", (at_a_time,))
    untouched, whole = digests(office)
    assert untouched == whole
    office.translate()
    rows = office.rows()
    arranging.join(office.library, office.translator, rows[6].target_id)
    arranging.omit(office.library, office.translator, office.rows()[-1].target_id, "Not news.")
    arranging.add_after(
        office.library,
        office.translator,
        office.rows()[3].target_id,
        "Background “of our own”.",
        "Asked for.",
    )
    arranged, whole = digests(office)
    assert arranged == whole != untouched


def test_the_first_rows_are_those_of_the_whole_edition(office):
    office.translate()
    rows = office.rows()
    with office.library.reading() as tx:
        assert tx.editions.rows(office.edition_id, first=4) == list(rows[:4])
        several = [rows[5].target_id, rows[1].target_id]
        assert tx.editions.rows(office.edition_id, several) == [rows[1], rows[5]]


def test_of_a_long_page_the_beginning_is_looked_at_and_the_whole_written(office, is_long, tmp_path):
    ready(office)
    view = PublishDesk(office.library, office.editor).read(office.key, "en")
    whole = read_page(office.library, office.edition_id)
    assert (view.is_whole, view.rows) == (False, len(office.rows()))
    assert view.page.headline == whole.headline
    assert 0 < len(view.page.blocks) < len(whole.blocks)
    assert whole.blocks[0].text.startswith(view.page.blocks[0].text)
    assert [photo.caption for photo in view.page.photos] == [photo.caption for photo in whole.photos]
    report = PublishReport()
    last_of(publish(office.library, office.editor, [office.key], tmp_path, ["txt"], report))
    (written,) = report.files
    text = written.path.read_text("utf-8")
    assert all(block.text in text for block in whole.blocks)


def test_the_checks_go_through_a_long_article_when_they_are_asked_to(office, is_long):
    ready(office)
    desk = PublishDesk(office.library, office.editor)
    view = desk.read(office.key, "en")
    findings = next(point for point in view.points if point.key == gate.FINDINGS)
    assert (findings.is_met, findings.code) == (False, gate.NOT_LOOKED)
    looked = last_of(desk.look_through(view.edition_id, view.page.digest))
    after = desk.read(office.key, "en", looked)
    assert list(after.points) == read_checklist(office.library, office.edition_id)
    assert next(point for point in after.points if point.key == gate.FINDINGS).is_met


def test_what_the_checks_said_is_forgotten_when_the_text_changes(office, is_long):
    ready(office)
    desk = PublishDesk(office.library, office.editor)
    view = desk.read(office.key, "en")
    looked: LookedThrough = last_of(desk.look_through(view.edition_id, view.page.digest))
    editing.save_text(office.library, office.reviewer, office.row(2).target_id, "Something else.")
    point = next(one for one in desk.read(office.key, "en", looked).points if one.key == gate.FINDINGS)
    assert point.code == gate.NOT_LOOKED


def test_step_by_step_the_checks_find_the_same(office):
    office.translate()
    editing.save_text(office.library, office.translator, office.row(2).target_id, "There were 17 of them.")
    with office.library.reading() as tx:
        at_once = told_apart(tx, tx.editions.get(office.edition_id))
    assert at_once.undecided
    assert last_of(looking_through(office.library, office.edition_id)) == at_once
    assert read_context(office.library, office.edition_id).target_language == "en"


def test_publishing_a_long_article_can_be_watched_and_cancelled(office, is_long, monkeypatch, tmp_path):
    from workbench.desk import checking

    monkeypatch.setattr(checking, "SHOWN_STEPS", 1)
    monkeypatch.setattr(passing, "WATCHED_EVERY_S", 0)
    ready(office)
    report = PublishReport()
    steps = publish(office.library, office.editor, [office.key], tmp_path, ["txt"], report)
    seen = next(step for step in steps if step.total > 1)
    assert seen.what == office.key
    steps.close()
    assert (report.published, report.refused, list(tmp_path.glob("*.txt"))) == ([], [], [])
    assert open_edition(office.library, office.key).stage == "approved"
    last_of(publish(office.library, office.editor, [office.key], tmp_path, ["txt"], report))
    assert report.published == [office.key]


def test_a_long_text_that_changes_under_the_checks_is_not_published(office, is_long, monkeypatch, tmp_path):
    ready(office)
    target, look = office.row(2).target_id, passing._looked_through

    def look_meanwhile(*of):
        editing.save_text(office.library, office.reviewer, target, "Something else.")
        return look(*of)

    monkeypatch.setattr(passing, "_looked_through", look_meanwhile)
    report = PublishReport()
    last_of(publish(office.library, office.editor, [office.key], tmp_path, ["txt"], report))
    ((_, (reason, *_)),) = report.refused
    assert reason.code == "changed-since-approval"
