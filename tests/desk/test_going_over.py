"""What was returned or changed comes back as a list to walk through; changes are accepted or undone one by one."""

from __future__ import annotations

import pytest

from workbench.desk import arranging, commenting, editing, rearranging, restoring, reviewing
from workbench.desk.comparing import DRAFT, accept_changes, read_bases, undo_changes
from workbench.desk.content import current_digest
from workbench.desk.reading import read_events, show
from workbench.desk.versions import changes_between
from workbench.desk.walking import StopKind, walk
from workbench.errors import RefusedError, WorkbenchError
from workbench.model.kinds import Origin, Stage
from workbench.text.diff import with_hunks, without_hunks


@pytest.fixture
def submitted(office):
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    return office


def write(office, who: int, number: int, text: str) -> None:
    editing.save_text(office.library, who, office.row(number).target_id, text)


def test_changes_since_submission_are_told_word_by_word(submitted):
    before = submitted.row(4).target
    write(submitted, submitted.reviewer, 4, before.replace("meeting", "session"))
    (change,) = changes_between(submitted.library, submitted.key)
    assert (change.number, change.before) == (4, before)
    assert [(hunk.before, hunk.after) for hunk in change.hunks] == [("meeting", "session")]


def test_one_change_is_undone_and_the_other_stays(submitted):
    row = submitted.row(4)
    changed = row.target.replace("meeting", "session").replace("April", "May")
    write(submitted, submitted.reviewer, 4, changed)
    row_now = submitted.row(4)
    undo_changes(submitted.library, submitted.reviewer, row.target_id, row.target, [0], seen=row_now.version)
    now = submitted.row(4)
    (change,) = changes_between(submitted.library, submitted.key)
    assert len(change.hunks) == 1
    assert now.origin is Origin.RESTORED
    with pytest.raises(WorkbenchError, match="not there any more"):
        undo_changes(submitted.library, submitted.reviewer, row.target_id, row.target, [7], seen=now.version)


def test_an_accepted_change_is_no_longer_shown_and_the_text_stays(submitted):
    row = submitted.row(4)
    changed = row.target.replace("meeting", "session").replace("April", "May")
    write(submitted, submitted.reviewer, 4, changed)
    (change,) = changes_between(submitted.library, submitted.key)
    assert len(change.hunks) == 2
    accept_changes(submitted.library, submitted.second_reviewer, row.target_id, numbers=[0])
    (left,) = changes_between(submitted.library, submitted.key)
    assert left.hunks[0].after == change.hunks[1].after
    accept_changes(submitted.library, submitted.second_reviewer, row.target_id)
    assert changes_between(submitted.library, submitted.key) == []
    assert submitted.row(4).target == changed
    article = show(submitted.library, submitted.key)
    assert [e["person"] for e in article["events"] if e["kind"] == "change accepted"] == ["Reviewer B"] * 2


def test_who_may_not_edit_may_not_accept_changes_either(submitted):
    with pytest.raises(RefusedError):
        accept_changes(submitted.library, submitted.translator, submitted.row(3).target_id)


def test_changes_are_shown_against_the_machine_draft_or_any_moment(submitted):
    draft = submitted.row(3).target
    write(submitted, submitted.reviewer, 3, "Another sentence.")
    reviewing.return_edition(submitted.library, submitted.reviewer, submitted.key, "Look again.")
    write(submitted, submitted.translator, 3, "A third sentence.")
    (against_draft,) = changes_between(submitted.library, submitted.key, DRAFT)
    assert against_draft.before == draft
    names = {str(base.name): base.key for base in read_bases(submitted.library, submitted.edition_id)}
    (since_return,) = changes_between(submitted.library, submitted.key, names["sent back by Reviewer A"])
    assert since_return.before == "Another sentence."
    (since_submission,) = changes_between(
        submitted.library, submitted.key, names["submitted by Translator A"]
    )
    assert since_submission.before == draft
    with pytest.raises(WorkbenchError, match="no point"):
        changes_between(submitted.library, submitted.key, "event:99999")


def test_the_translator_walks_through_everything_returned_and_changed(submitted):
    rows = submitted.rows()
    stretch = [rows[3].target_id, rows[4].target_id]
    reviewing.mark_returned(
        submitted.library, submitted.reviewer, stretch, "wrong fact: 3.5亿 is 350 million"
    )
    write(submitted, submitted.reviewer, 7, "Rewritten by the reviewer.")
    commenting.comment(
        submitted.library, submitted.reviewer, submitted.edition_id, "Why so?", target_id=rows[8].target_id
    )
    reviewing.return_edition(
        submitted.library, submitted.reviewer, submitted.key, "Please look at four places."
    )
    stops = walk(submitted.library, submitted.key)
    assert [(stop.kind, stop.number) for stop in stops] == [
        (StopKind.ARTICLE, 0),
        (StopKind.RETURNED, 4),
        (StopKind.RETURNED, 5),
        (StopKind.CHANGED, 7),
        (StopKind.REMARK, 9),
    ]
    assert stops[0].said == "Please look at four places."
    assert stops[1].said == stops[2].said == "wrong fact: 3.5亿 is 350 million"
    assert stops[3].after == "Rewritten by the reviewer."
    assert stops[3].person == "Reviewer A"


def test_a_returned_stretch_is_one_thread_that_is_answered_and_settled_as_one(submitted):
    stretch = [row.target_id for row in submitted.rows()[3:6]]
    reviewing.mark_returned(submitted.library, submitted.reviewer, stretch, "style")
    reviewing.return_edition(submitted.library, submitted.reviewer, submitted.key, "See there.")
    with submitted.library.reading() as tx:
        assert tx.reviews.count_open_comments(submitted.edition_id) == 1
    stops = [stop for stop in walk(submitted.library, submitted.key) if stop.kind is StopKind.RETURNED]
    assert len(stops) == 3
    thread = stops[0].comment_id
    assert thread is not None
    commenting.answer(submitted.library, submitted.translator, thread, "Done in all three.")
    answered = [stop for stop in walk(submitted.library, submitted.key) if stop.kind is StopKind.RETURNED]
    assert {answer.text for stop in answered for answer in stop.answers} == {"Done in all three."}
    commenting.resolve(submitted.library, submitted.reviewer, thread)
    assert all(c.is_resolved for c in commenting.read_comments(submitted.library, submitted.edition_id))


def test_returning_a_segment_of_approved_text_takes_the_approval_back(submitted):
    reviewing.approve(submitted.library, submitted.reviewer, submitted.key)
    reviewing.mark_returned(submitted.library, submitted.reviewer, [submitted.row(3).target_id], "style")
    assert submitted.stage() == Stage.IN_REVIEW


def test_an_approved_version_is_compared_with_and_restored_exactly(submitted):
    reviewing.approve(submitted.library, submitted.reviewer, submitted.key)
    approved = show(submitted.library, submitted.key)["approval"]["digest"]
    target = submitted.row(3).target_id
    write(submitted, submitted.second_reviewer, 3, "Something else.")
    editing.confirm(submitted.library, submitted.second_reviewer, [target])
    from workbench.desk import arranging

    arranging.join(submitted.library, submitted.second_reviewer, submitted.row(5).target_id)
    moment = next(
        base.key
        for base in read_bases(submitted.library, submitted.edition_id)
        if str(base.name) == "approved by Reviewer A"
    )
    assert 3 in [change.number for change in changes_between(submitted.library, submitted.key, moment)]
    edit = restoring.restore_approved(submitted.library, submitted.second_reviewer, submitted.key)
    with submitted.library.reading() as tx:
        texts = [t.text for t in tx.editions.targets(submitted.edition_id)]
        (approval,) = tx.reviews.approvals(submitted.edition_id)
    assert texts == [one["text"] for one in approval.content["targets"]]
    with submitted.library.reading() as tx:
        assert current_digest(tx, tx.editions.get(submitted.edition_id)) == approved
    undone = editing.undo(submitted.library, submitted.second_reviewer, edit.step)
    assert undone.edition_changed
    assert submitted.row(3).target == "Something else."


def test_a_version_of_another_source_is_not_restored(submitted):
    reviewing.approve(submitted.library, submitted.reviewer, submitted.key)
    from workbench.desk import arranging

    arranging.correct_source(
        submitted.library, submitted.second_translator, submitted.row(3).segments[0], "别的话。"
    )
    with pytest.raises(WorkbenchError, match="source has changed"):
        restoring.restore_approved(submitted.library, submitted.second_reviewer, submitted.key)


def test_judging_segments_leaves_its_trace(submitted):
    first, second = submitted.row(2).target_id, submitted.row(4).target_id
    reviewing.mark_reviewed(submitted.library, submitted.reviewer, [first])
    reviewing.mark_returned(submitted.library, submitted.reviewer, [second], "style")
    said = [str(event.message) for event in read_events(submitted.library, 1)]
    assert said[-2:] == ["approved segments 2", "returned segments 4: style"]


def test_hunks_of_the_base_are_taken_over_one_by_one():
    old, new = "One two three four five.", "One 2 three 4 five six."
    assert with_hunks(old, new, [1]) == "One two three 4 five."
    assert without_hunks(old, new, [1]) == "One 2 three four five six."


def test_changes_are_gone_over_since_any_revision_and_accepted_there(submitted):
    row, by = submitted.row(4), submitted.reviewer
    write(submitted, by, 4, row.target.replace("April", "May"))
    with submitted.library.reading() as tx:
        between = f"revision:{tx.editions.newest_revision_id(submitted.edition_id)}"
    write(submitted, submitted.second_reviewer, 4, row.target.replace("meeting", "session"))
    (stop,) = walk(submitted.library, submitted.key, since=between)
    assert [(hunk.before, hunk.after) for hunk in stop.hunks] == [("May", "April"), ("meeting", "session")]
    assert stop.person == "Reviewer B"
    accept_changes(submitted.library, by, row.target_id, between, numbers=[0])
    (left,) = walk(submitted.library, submitted.key, since=between)
    assert [hunk.after for hunk in left.hunks] == ["session"]
    with pytest.raises(WorkbenchError, match="no point"):
        walk(submitted.library, submitted.key, since="revision:99999")


def test_what_a_reviewer_added_moved_or_left_out_is_on_the_list(submitted):
    library, by = submitted.library, submitted.reviewer
    arranging.add_after(
        library, by, submitted.row(3).target_id, "Changsha lies in Hunan.", "For readers abroad"
    )
    arranging.move(library, by, submitted.row(6).target_id, 8)
    arranging.omit(library, by, submitted.row(9).target_id, "Said twice")
    for place in (11, 10):  # there and back
        arranging.move(library, by, submitted.row(21 - place).target_id, place)
    reviewing.return_edition(library, by, submitted.key, "See there.")
    arranging.move(library, submitted.translator, submitted.row(3).target_id, 2)
    stops = walk(library, submitted.key)
    assert [(one.number, str(one.said)) for one in stops if one.kind is StopKind.ARRANGED] == [
        (4, "added text without a source: For readers abroad"),
        (8, "moved a segment from place 6 to 8"),
        (9, "left a segment out: Said twice"),
    ]


def test_what_a_reviewer_arranged_is_taken_back_from_the_list(submitted):
    library, by = submitted.library, submitted.reviewer
    before = [row.target for row in submitted.rows()]
    arranging.add_after(library, by, submitted.row(3).target_id, "Changsha lies in Hunan.", "For readers")
    arranging.move(library, by, submitted.row(6).target_id, 8)
    arranging.omit(library, by, submitted.row(9).target_id, "Said twice")
    for _ in range(3):
        stop = next(one for one in walk(library, submitted.key) if one.kind is StopKind.ARRANGED)
        rearranging.put_back(library, by, stop.target_id or 0)
    assert [row.target for row in submitted.rows()] == before
    assert not [one for one in walk(library, submitted.key) if one.kind is StopKind.ARRANGED]


def test_taking_out_an_added_row_is_undone_and_a_row_with_a_source_stays(submitted):
    library, by = submitted.library, submitted.reviewer
    arranging.add_after(library, by, submitted.row(3).target_id, "Changsha lies in Hunan.", "For readers")
    edit = rearranging.take_out(library, by, submitted.row(4).target_id)
    assert "Changsha lies in Hunan." not in [row.target for row in submitted.rows()]
    editing.undo(library, by, edit.step)
    assert submitted.row(4).target == "Changsha lies in Hunan."
    with pytest.raises(WorkbenchError, match="has a source"):
        rearranging.take_out(library, by, submitted.row(3).target_id)
    with pytest.raises(RefusedError):
        rearranging.take_out(library, submitted.translator, submitted.row(4).target_id)


def test_what_was_said_of_the_article_as_a_whole_is_on_the_list_with_its_answer(submitted):
    asked = commenting.comment(
        submitted.library, submitted.reviewer, submitted.edition_id, "Which release is it from?"
    )
    commenting.answer(submitted.library, submitted.translator, asked, "The bureau's.")
    (stop,) = walk(submitted.library, submitted.key)
    assert (stop.kind, stop.number, stop.said) == (StopKind.REMARK, 0, "Which release is it from?")
    assert [answer.text for answer in stop.answers] == ["The bureau's."]
