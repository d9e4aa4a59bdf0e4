"""Answers belong to the thread they answer; a thread counts as one."""

from __future__ import annotations

from workbench.desk.commenting import comment, read_comments, reply, resolve


def test_answers_stand_in_the_thread_of_the_first_comment(office):
    target = office.row(2).target_id
    first = comment(office.library, office.reviewer, office.edition_id, "Which year?", target_id=target)
    second = reply(office.library, office.translator, first, "2020.")
    third = reply(office.library, office.reviewer, second, "Say so.")
    rows = {row.id: row for row in read_comments(office.library, office.edition_id)}
    assert [rows[one].parent_id for one in (first, second, third)] == [None, first, first]
    assert {row.target_id for row in rows.values()} == {target}
    assert office.row(2).open_comments == 1


def test_an_answer_opens_a_settled_thread_again(office):
    target = office.row(2).target_id
    first = comment(office.library, office.reviewer, office.edition_id, "Which year?", target_id=target)
    resolve(office.library, office.reviewer, first)
    assert office.row(2).open_comments == 0
    reply(office.library, office.translator, first, "It still says 2019.")
    assert office.row(2).open_comments == 1
