"""Stages, rights, four eyes, and an approval that means exactly this text."""

from __future__ import annotations

import pytest

from workbench.desk import arranging, commenting, crediting, editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish, set_details
from workbench.desk.reading import open_edition, read_events, show
from workbench.desk.settling import change_setting
from workbench.desk.signing import read_sign_off
from workbench.errors import RefusedError, WorkbenchError
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import CreditRole, SegmentKind, Stage, State


def codes(refused: RefusedError) -> set[str]:
    return {reason.code for reason in refused.reasons}


def test_submit_names_everything_that_is_missing(office):
    editing.save_text(office.library, office.translator, office.row(1).target_id, "Headline")
    with pytest.raises(RefusedError) as refused:
        reviewing.submit(office.library, office.translator, office.key)
    assert codes(refused.value) == {"untranslated", "unconfirmed"}
    assert office.stage() == Stage.DRAFTING


def test_the_way_of_an_article(office):
    office.translate()
    assert reviewing.submit(office.library, office.translator, office.key) is Stage.IN_REVIEW
    stage = reviewing.return_edition(
        office.library, office.reviewer, office.key, "Check the title.", number=2
    )
    assert stage is Stage.CHANGES_REQUESTED
    assert office.row(2).is_returned
    editing.confirm(office.library, office.translator, [office.row(2).target_id])
    assert reviewing.submit(office.library, office.translator, office.key) is Stage.IN_REVIEW
    with pytest.raises(RefusedError) as refused:
        reviewing.approve(office.library, office.reviewer, office.key)
    assert codes(refused.value) == {"open-comments"}
    commenting.resolve_on(office.library, office.translator, office.key, 2)
    assert reviewing.approve(office.library, office.reviewer, office.key) is Stage.APPROVED
    assert {row.state for row in office.rows()} == {State.REVIEWED}
    kinds = [
        event.kind
        for event in read_events(office.library, open_edition(office.library, office.key).article_id)
    ]
    assert kinds == ["imported", "drafted", "submitted", "returned", "submitted", "approved"]


@pytest.mark.parametrize("who", ["translator", "reviewer", "editor"])
def test_only_translators_and_editors_submit(office, who):
    office.translate()
    if who == "reviewer":
        with pytest.raises(RefusedError, match="may not submit"):
            reviewing.submit(office.library, office.reviewer, office.key)
    else:
        reviewing.submit(office.library, getattr(office, who), office.key)


def test_nobody_approves_what_they_confirmed(office):
    office.translate()
    target = office.row(3).target_id
    editing.save_text(office.library, office.second_translator, target, "A word of mine.")
    editing.confirm(office.library, office.second_translator, [target])
    reviewing.submit(office.library, office.translator, office.key)
    with pytest.raises(RefusedError) as refused:
        reviewing.approve(office.library, office.second_translator, office.key)
    assert "own-work" in codes(refused.value)
    assert reviewing.approve(office.library, office.second_reviewer, office.key) is Stage.APPROVED


def test_confirming_a_machines_words_makes_them_ones_own(office):
    office.translate()
    editing.confirm(office.library, office.second_translator, [office.row(3).target_id])
    reviewing.submit(office.library, office.translator, office.key)
    with pytest.raises(RefusedError, match="wrote"):
        reviewing.approve(office.library, office.second_translator, office.key)


def test_what_the_approver_changed_is_allowed_and_said(office):
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    editing.save_text(office.library, office.reviewer, office.row(3).target_id, "Wu Lan speaks.")
    reviewing.approve(office.library, office.reviewer, office.key)
    approval = show(office.library, office.key)["approval"]
    assert approval["own_changes"] == [3]
    assert "with own changes in 1 segment" in show(office.library, office.key)["events"][-1]["message"]


def test_the_strict_setting_wants_another_reviewer_for_own_changes(office):
    change_setting(office.library, office.editor, "strict_four_eyes", "on")
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    editing.save_text(office.library, office.reviewer, office.row(3).target_id, "Wu Lan speaks.")
    with pytest.raises(RefusedError) as refused:
        reviewing.approve(office.library, office.reviewer, office.key)
    assert codes(refused.value) == {"own-changes"}
    assert reviewing.approve(office.library, office.second_reviewer, office.key) is Stage.APPROVED


def test_self_approval_needs_its_setting_and_is_said(office):
    change_setting(office.library, office.editor, "allow_self_approval", "on")
    office.translate()
    editing.confirm(office.library, office.second_translator, [office.row(3).target_id])
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.approve(office.library, office.second_translator, office.key)
    assert show(office.library, office.key)["approval"]["own_work"]
    assert "own translators" in show(office.library, office.key)["events"][-1]["message"]


def test_a_chain_of_steps_takes_different_people(office):
    change_setting(office.library, office.editor, "review_steps", "一审;二审")
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    assert reviewing.approve(office.library, office.reviewer, office.key) is Stage.IN_REVIEW
    with pytest.raises(RefusedError) as refused:
        reviewing.approve(office.library, office.reviewer, office.key)
    assert codes(refused.value) == {"same-reviewer"}
    assert reviewing.approve(office.library, office.second_reviewer, office.key) is Stage.APPROVED


def test_a_step_may_ask_its_reviewer_for_another_role_too(office):
    change_setting(office.library, office.editor, "review_steps", "一审;终审=editor")
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    assert open_edition(office.library, office.key).review_steps == ("一审", "终审")
    assert reviewing.approve(office.library, office.reviewer, office.key) is Stage.IN_REVIEW
    with pytest.raises(RefusedError, match="“终审” is completed by a reviewer who is also editor"):
        reviewing.approve(office.library, office.second_reviewer, office.key)
    assert reviewing.approve(office.library, office.editor, office.key) is Stage.APPROVED
    sheet = read_sign_off(office.library, office.key)
    assert [(one.step, one.person) for one in sheet.approvals] == [
        ("一审", "Reviewer A"),
        ("终审", "Editor A"),
    ]


@pytest.mark.parametrize("steps", ["", "一审;;三审", "一审;终审=chief", "=editor", "一审=editor=admin"])
def test_a_chain_that_cannot_be_read_is_refused_when_it_is_set(office, steps):
    with pytest.raises(WorkbenchError, match="review_steps"):
        change_setting(office.library, office.editor, "review_steps", steps)


def approved(office) -> str:
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.approve(office.library, office.reviewer, office.key)
    return show(office.library, office.key)["approval"]["digest"]


CHANGES = {
    "a letter": lambda o: editing.save_text(o.library, o.editor, o.row(3).target_id, o.row(3).target + "x"),
    "a zero-width space": lambda o: editing.save_text(
        o.library, o.editor, o.row(3).target_id, o.row(3).target + "\u200b"
    ),
    "a join": lambda o: arranging.join(o.library, o.editor, o.row(4).target_id),
    "a split": lambda o: arranging.split(o.library, o.editor, o.row(5).target_id, target_at=10),
    "a move": lambda o: arranging.move(o.library, o.editor, o.row(5).target_id, 7),
    "a paragraph": lambda o: arranging.set_paragraph(o.library, o.editor, o.row(5).target_id, opens=True),
    "leaving out": lambda o: arranging.omit(o.library, o.editor, o.row(5).target_id, "Repeated."),
    "adding": lambda o: arranging.add_after(o.library, o.editor, o.row(5).target_id, "More.", "Background."),
    "the source": lambda o: arranging.correct_source(o.library, o.editor, o.row(5).segments[0], "他强调。"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_after_approval_takes_the_edition_back(office, change):
    digest = approved(office)
    change(office)
    assert office.stage() == Stage.IN_REVIEW
    approval = show(office.library, office.key)["approval"]
    assert approval["digest"] == digest
    assert not approval["holds"]
    assert approval["current_digest"] != digest


def test_undoing_the_change_leaves_the_review_open_but_the_text_as_approved(office):
    digest = approved(office)
    edit = editing.save_text(office.library, office.editor, office.row(3).target_id, "Other.")
    editing.undo(office.library, office.editor, edit.step)
    assert office.stage() == Stage.IN_REVIEW
    assert show(office.library, office.key)["approval"]["current_digest"] == digest


def test_page_details_are_not_covered_and_credits_of_translators_are(office):
    digest = approved(office)
    set_details(office.library, office.editor, office.key, {"section": "Home > News", "slug": "xu"})
    assert show(office.library, office.key)["approval"]["current_digest"] == digest
    with office.library.writing() as tx:
        edition = tx.editions.get(office.edition_id)
        crediting.put_right(
            tx, edition, office.editor, CreditRole.TRANSLATOR, ["Translator C"], "Typed by C."
        )
    assert show(office.library, office.key)["approval"]["current_digest"] != digest


def test_the_digest_is_the_same_in_another_library(office, tmp_path):
    from workbench.desk.keeping import backup
    from workbench.library.library import open_library

    digest = approved(office)
    copy = backup(office.library, str(tmp_path / "copy.workbench"))
    with open_library(copy) as other:
        assert show(other, office.key)["approval"]["current_digest"] == digest


def published(office, tmp_path) -> PublishReport:
    approved(office)
    accept(office.library, office.editor, office.key, "source_address", "There is none.")
    accept(office.library, office.editor, office.key, "photo_credit", "There is none.")
    report = PublishReport()
    for _ in publish(
        office.library, office.editor, [office.key], tmp_path / "pages", ["html", "txt"], report
    ):
        pass
    assert not report.refused
    return report


def test_a_published_page_is_not_edited_but_corrected(office, tmp_path):
    published(office, tmp_path)
    assert {row.state for row in office.rows()} == {State.FINAL}
    with pytest.raises(RefusedError):
        editing.save_text(office.library, office.editor, office.row(3).target_id, "Other.")
    assert (
        reviewing.correct(office.library, office.editor, office.key, reason="A title was wrong.")
        is Stage.IN_REVIEW
    )
    editing.save_text(office.library, office.editor, office.row(3).target_id, "Wu Lan spoke.")
    reviewing.approve(office.library, office.reviewer, office.key)
    report = PublishReport()
    for _ in publish(office.library, office.editor, [office.key], tmp_path / "pages", ["html"], report):
        pass
    page = report.files[0].path.read_text("utf-8")
    assert "A title was wrong." in page
    assert "Wu Lan spoke." in page


def test_withdrawing_needs_a_reason_and_a_published_page(office, tmp_path):
    published(office, tmp_path)
    with pytest.raises(WorkbenchError, match="why"):
        reviewing.withdraw(office.library, office.editor, office.key, "")
    assert reviewing.withdraw(office.library, office.editor, office.key, "Wrong person.") is Stage.WITHDRAWN


def test_the_translators_share_goes_by_last_confirmation_and_orders_the_line(office):
    office.translate()
    longest = max(office.rows(), key=lambda row: len(row.source))
    others = [row.target_id for row in office.rows() if row.target_id != longest.target_id]
    editing.confirm(office.library, office.second_translator, others)
    with office.library.reading() as tx:
        edition = tx.editions.get(office.edition_id)
        assert crediting.translators_of(tx, edition) == ("Translator B", "Translator A")


def test_a_reviewers_rewriting_does_not_make_them_the_translator(office):
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    target = office.row(3).target_id
    editing.save_text(office.library, office.reviewer, target, "Wu Lan speaks.")
    editing.confirm(office.library, office.reviewer, [target])
    reviewing.approve(office.library, office.reviewer, office.key)
    lines = show(office.library, office.key)["credits"]
    assert lines["translator"] == ["Translator A"]
    assert lines["reviewer"] == ["Reviewer A"]


def test_the_account_is_only_added_to_and_sums_to_the_shares(office):
    approved(office)
    editing.save_text(office.library, office.editor, office.row(3).target_id, "Changed.")
    editing.confirm(office.library, office.editor, [office.row(3).target_id])
    reviewing.approve(office.library, office.reviewer, office.key)
    with office.library.reading() as tx:
        edition = tx.editions.get(office.edition_id)
        entries = [e for e in tx.people.ledger(edition.id) if e.role is CreditRole.TRANSLATOR]
        sums: dict[int | None, int] = {}
        for entry in entries:
            sums[entry.person_id] = sums.get(entry.person_id, 0) + entry.characters
        assert sums == dict(crediting.shares_of(tx, edition))


def test_words_that_were_all_replaced_before_submission_make_nobody_an_author(office):
    target = office.row(3).target_id
    editing.save_text(office.library, office.second_translator, target, "Something else entirely.")
    editing.save_text(office.library, office.translator, target, "Wu Lan delivers a speech.")
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    assert reviewing.approve(office.library, office.second_translator, office.key) is Stage.APPROVED


def test_a_single_word_left_in_the_submitted_text_makes_its_writer_an_author(office):
    target = office.row(3).target_id
    editing.save_text(office.library, office.second_translator, target, "Wu Lan delivers a speech.")
    editing.save_text(office.library, office.translator, target, "Wu Lan gave a talk.")
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    with pytest.raises(RefusedError, match="wrote"):
        reviewing.approve(office.library, office.second_translator, office.key)


def test_joining_rows_during_the_review_does_not_launder_authorship(office):
    office.translate()
    target = office.row(5).target_id
    editing.save_text(office.library, office.second_translator, target, "He stressed the work.")
    editing.confirm(office.library, office.second_translator, [target])
    reviewing.submit(office.library, office.translator, office.key)
    arranging.join(office.library, office.reviewer, office.row(4).target_id)
    with pytest.raises(RefusedError, match="wrote"):
        reviewing.approve(office.library, office.second_translator, office.key)


def test_who_changes_approved_text_may_approve_it_again_and_it_is_said(office):
    approved(office)
    editing.save_text(office.library, office.reviewer, office.row(3).target_id, "Wu Lan spoke.")
    assert reviewing.approve(office.library, office.reviewer, office.key) is Stage.APPROVED
    assert show(office.library, office.key)["approval"]["own_changes"] == [3]


def test_a_text_that_changes_while_its_files_are_written_is_not_published(office, tmp_path, monkeypatch):
    """Between the gate and the record somebody edits: no file appears, and the manifest does not name one."""
    from workbench.desk import publishing

    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.approve(office.library, office.reviewer, office.key)
    set_details(
        office.library,
        office.editor,
        office.key,
        {"section": "Home", "outlet": "Hunan", "published": "2020-04-03"},
    )
    for gap in ("source_address", "photo_credit"):
        accept(office.library, office.editor, office.key, gap, "not on the page")
    record = publishing._record

    def edit_first(*arguments):
        editing.save_text(
            office.library, office.translator, office.row(7).target_id, "Changed at the last moment."
        )
        return record(*arguments)

    monkeypatch.setattr(publishing, "_record", edit_first)
    report = PublishReport()
    list(publish(office.library, office.editor, [office.key], tmp_path / "pages", ["html", "txt"], report))
    ((_, reasons),) = report.refused
    assert {reason.code for reason in reasons} & {"changed-since-approval", "not-approved", "wrong-stage"}
    assert report.files == []
    assert [path.name for path in (tmp_path / "pages").iterdir()] == []
    assert office.stage() == "in review"


def test_a_page_that_was_looked_at_ahead_is_refused_when_its_text_changes(office, tmp_path):
    keys = []
    for number in ("一", "二", "三"):
        blocks = [
            Block(SegmentKind.HEADLINE, f"第{number}次会议"),
            Block(SegmentKind.BODY, f"第{number}次会议召开。"),
        ]
        report = ImportReport()
        save_incoming(office.library, Incoming("zh", blocks), report)
        key = report.added[0].key
        for row in open_edition(office.library, key).rows:
            editing.save_text(office.library, office.translator, row.target_id, "A Meeting Is Held")
            editing.confirm(office.library, office.translator, [row.target_id])
        reviewing.submit(office.library, office.translator, key)
        reviewing.approve(office.library, office.reviewer, key)
        for gap in ("section", "published", "outlet", "source_address"):
            accept(office.library, office.editor, key, gap, "None.")
        keys.append(key)
    batch = PublishReport()
    for step in publish(office.library, office.editor, keys, tmp_path, ["html"], batch):
        if step.done == 1:
            rows = open_edition(office.library, keys[1]).rows
            with office.library.writing() as tx:
                tx.editions.target(rows[1].target_id).text = "Slipped in past everybody."
    assert batch.published == [keys[0], keys[2]]
    ((refused, reasons),) = batch.refused
    assert refused == keys[1]
    assert "changed-since-approval" in {reason.code for reason in reasons}
    assert "Slipped in" not in "".join(path.read_text("utf-8") for path in tmp_path.glob("*.html"))
    assert len(list(tmp_path.glob("*.html"))) == 2
