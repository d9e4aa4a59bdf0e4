"""Each person's own queues: given to them, waiting for anybody, sent back; handed over, released, unlocked, told of."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.desk import arranging, editing, reviewing
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.noticing import count_new, mark_seen, read_notices
from workbench.desk.reading import (
    STEP_QUEUE,
    list_articles,
    list_steps,
    open_edition,
    queue_counts,
    read_events,
)
from workbench.desk.settling import change_setting
from workbench.desk.staffing import add_person, assign, force_unlock, read_assignments, release
from workbench.errors import RefusedError, WorkbenchError
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import Role, SegmentKind


def queue(office, who: int, name: str) -> list[str]:
    rows = list_articles(office.library, queue=name, person_id=who)
    counts = queue_counts(office.library, person_id=who)
    assert counts[name] == len(rows)
    return [row.key for row in rows]


def test_what_nobody_has_waits_for_everybody_with_the_role(office):
    assert queue(office, office.translator, "free") == [office.key]
    assert queue(office, office.reviewer, "free") == []
    assign(office.library, office.translator, office.key, "Translator A", Role.TRANSLATOR)
    assert queue(office, office.second_translator, "free") == []
    assert queue(office, office.translator, "given") == [office.key]


def test_a_queue_holds_what_is_a_persons_turn_now(office):
    assign(office.library, office.editor, office.key, "Translator A", Role.TRANSLATOR)
    assign(office.library, office.editor, office.key, "Reviewer A", Role.REVIEWER)
    assert queue(office, office.reviewer, "given") == []
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    assert queue(office, office.reviewer, "given") == [office.key]
    assert queue(office, office.second_reviewer, "free") == []
    reviewing.return_edition(office.library, office.reviewer, office.key, "style")
    assert queue(office, office.translator, "returned") == [office.key]
    assert queue(office, office.translator, "given") == [office.key]
    assert queue(office, office.second_translator, "returned") == []


def test_what_comes_back_reaches_whoever_translated_it_unasked(office):
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.return_edition(office.library, office.reviewer, office.key, "style")
    assert queue(office, office.translator, "returned") == [office.key]


def in_chain(office, steps: str) -> None:
    change_setting(office.library, office.editor, "review_steps", steps)
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)


def in_step(office, name: str) -> list[str]:
    rows = list_articles(office.library, step=name)
    counts = queue_counts(office.library)
    place = [step.name for step in list_steps(office.library)].index(name)
    assert counts[f"{STEP_QUEUE}{place}"] == len(rows)
    return [f"{row.key} {row.review_step} {row.step + 1}/{row.review_steps}" for row in rows]


def test_each_step_of_a_review_is_a_queue(office):
    in_chain(office, "一审;二审;三审=editor")
    assert in_step(office, "一审") == [f"{office.key} 一审 1/3"]
    reviewing.approve(office.library, office.reviewer, office.key)
    assert in_step(office, "一审") == []
    assert in_step(office, "二审") == [f"{office.key} 二审 2/3"]
    assert queue_counts(office.library)["review"] == 1
    with pytest.raises(WorkbenchError, match="There are: 一审, 二审, 三审"):
        list_articles(office.library, step="四审")


def test_an_article_of_a_longer_chain_stands_in_the_last_step(office):
    in_chain(office, "一审;二审;三审")
    reviewing.approve(office.library, office.reviewer, office.key)
    reviewing.approve(office.library, office.second_reviewer, office.key)
    change_setting(office.library, office.editor, "review_steps", "初审;终审")
    assert in_step(office, "终审") == [f"{office.key} 终审 2/2"]
    assert in_step(office, "初审") == []


def test_a_step_waits_for_nobody_who_may_not_complete_it(office):
    in_chain(office, "一审;二审=editor")
    assert queue(office, office.second_reviewer, "free") == [office.key]
    reviewing.approve(office.library, office.reviewer, office.key)
    assert queue(office, office.second_reviewer, "free") == []
    assert queue(office, office.editor, "free") == [office.key]


def test_a_review_of_one_step_has_no_queues_of_steps(office):
    in_chain(office, "review")
    assert list_steps(office.library) == ()
    (row,) = list_articles(office.library)
    assert (row.review_step, row.review_steps) == ("", 0)
    assert not any(name.startswith(STEP_QUEUE) for name in queue_counts(office.library))


def test_an_unknown_queue_is_refused(office):
    with pytest.raises(WorkbenchError, match="no queue"):
        list_articles(office.library, queue="late", person_id=office.editor)


def test_the_list_says_whose_turn_it_is_and_until_when(office):
    day = date(2026, 12, 1)
    assign(office.library, office.editor, office.key, "Translator A", Role.TRANSLATOR, due=day)
    (row,) = list_articles(office.library)
    assert (row.assignee, row.due) == ("Translator A", day)
    assert read_assignments(office.library, office.edition_id) == {Role.TRANSLATOR: ("Translator A", day)}


def test_work_is_handed_over_by_its_holder_an_editor_or_an_admin(office):
    day = date(2026, 12, 1)
    assign(office.library, office.editor, office.key, "Translator A", Role.TRANSLATOR, due=day)
    with pytest.raises(RefusedError, match="Translator A has this article"):
        assign(office.library, office.reviewer, office.key, "Translator B", Role.TRANSLATOR)
    assign(office.library, office.translator, office.key, "Translator B", Role.TRANSLATOR, reason="On leave")
    assert read_assignments(office.library, office.edition_id)[Role.TRANSLATOR] == ("Translator B", day)
    said = [str(event.message) for event in read_events(office.library, 1)]
    assert said[-1] == "handed it over from Translator A to Translator B as translator: On leave"


def test_released_work_waits_for_anybody_again(office):
    assign(office.library, office.editor, office.key, "Translator A", Role.TRANSLATOR)
    release(office.library, office.translator, office.key, Role.TRANSLATOR, reason="Too much")
    assert queue(office, office.second_translator, "free") == [office.key]
    with pytest.raises(WorkbenchError, match="Nobody has"):
        release(office.library, office.translator, office.key, Role.TRANSLATOR)


def test_an_admin_unlocks_by_force_and_it_is_kept_who_and_why(office):
    arranging.set_locked(office.library, office.translator, office.row(3).target_id, is_locked=True)
    with pytest.raises(RefusedError, match="admin"):
        force_unlock(office.library, office.reviewer, office.key, "In the way")
    with pytest.raises(WorkbenchError, match="why"):
        force_unlock(office.library, office.editor, office.key, " ")
    assert force_unlock(office.library, office.editor, office.key, "Holder is ill") == [3]
    editing.save_text(office.library, office.second_translator, office.row(3).target_id, "Free again.")
    (event,) = [e for e in read_events(office.library, 1) if e.kind == "unlocked by force"]
    assert (event.person, str(event.message)) == ("Editor A", "unlocked segments 3 by force: Holder is ill")


def story(*sentences: str) -> Incoming:
    blocks = [
        Block(SegmentKind.HEADLINE, "长沙新开通货运航线"),
        *[Block(SegmentKind.BODY, s) for s in sentences],
    ]
    return Incoming("zh", blocks, source_address="https://www.example.cn/a.html")


def test_everybody_concerned_hears_that_the_source_changed(office):
    report = ImportReport()
    save_incoming(office.library, story("航线今天开通。", "每周三班。", "欢迎乘坐。"), report)
    key = report.added[0].key
    for row in open_edition(office.library, key).rows:
        editing.save_text(office.library, office.translator, row.target_id, f"Sentence {row.number}.")
        editing.confirm(office.library, office.translator, [row.target_id])
    reviewing.submit(office.library, office.translator, key)
    assign(office.library, office.editor, key, "Reviewer A", Role.REVIEWER)
    for who in (office.translator, office.reviewer):
        mark_seen(office.library, who)
    save_incoming(
        office.library, story("航线今天开通。", "每周五班。", "欢迎乘坐。"), report, by=office.editor
    )
    for who in (office.translator, office.reviewer):
        new = [notice for notice in read_notices(office.library, who) if notice.is_new]
        assert "the source changed (segments: 1 changed, 0 new, 0 gone, 3 kept)" in [str(n.said) for n in new]
        assert {notice.key for notice in new} == {key}
    assert count_new(office.library, office.second_translator) == 0
    states = [(row.number, str(row.state)) for row in open_edition(office.library, key).rows]
    assert [number for number, state in states if state == "initial"] == [3]
    assert queue(office, office.translator, "returned") == [key]


def test_people_hear_of_what_others_did_and_only_once(office):
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.return_edition(office.library, office.reviewer, office.key, "wrong fact: row 3")
    new = [str(n.said) for n in read_notices(office.library, office.translator) if n.is_new]
    assert new == ["sent back: wrong fact: row 3"]
    mark_seen(office.library, office.translator)
    assert count_new(office.library, office.translator) == 0
    assert [str(n.said) for n in read_notices(office.library, office.translator)] == new


def test_who_is_given_work_hears_of_it(office):
    newcomer = add_person(office.library, "Translator C", [Role.TRANSLATOR], by=office.editor).id
    assign(office.library, office.editor, office.key, "Translator C", Role.TRANSLATOR)
    assert [n.person for n in read_notices(office.library, newcomer)] == ["Editor A"]
