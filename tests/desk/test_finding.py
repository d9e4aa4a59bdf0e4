"""Find and replace: what is found, what would change, and that nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from workbench.desk.arranging import omit, set_locked
from workbench.desk.commenting import comment
from workbench.desk.editing import confirm, save_text, undo
from workbench.desk.finding import Conditions, Search, Side, changes_of, find_now, replace, replace_now
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.errors import WorkbenchError
from workbench.model.kinds import Origin, Standing
from workbench.text.searching import Words

OTHER = "湖南外貿增長\n\n一季度，湖南實現進出口總額3.5億元。湖南對外開放。"


@pytest.fixture
def two(office):
    """The office with a second article, two of whose rows are translated."""
    report = ImportReport()
    import_pasted(office.library, OTHER, report, by=office.translator)
    office.other = report.added[0].key
    rows = open_edition(office.library, office.other).rows
    save_text(
        office.library, office.translator, rows[1].target_id, "Hunan’s imports and exports: 350 million."
    )
    save_text(
        office.library, office.second_translator, rows[2].target_id, "Hunan opens up.", origin=Origin.MEMORY
    )
    save_text(office.library, office.translator, office.row(1).target_id, "Hunan holds a meeting")
    return office


def found(office, words, **asked):
    if isinstance(words, str):
        words = Words(words)
    return [
        (one.row.head.key, one.row.number, one.side, one.text[slice(*one.spans[0])])
        for one in find_now(office.library, Search(words, **asked))
    ]


def changes(office, words, replacement, **asked):
    asked.setdefault("sides", frozenset({Side.TARGET}))
    return changes_of(find_now(office.library, Search(words, **asked)), words, replacement)


def test_sources_targets_and_comments_are_looked_through(two):
    comment(two.library, two.reviewer, two.edition_id, "Say Hunan once.", target_id=two.row(2).target_id)
    every = frozenset(Side)
    hits = found(two, "Hunan", sides=every)
    assert (two.key, 2, Side.COMMENTS, "Hunan") in hits
    assert (two.key, 1, Side.TARGET, "Hunan") in hits
    assert {(two.other, 2, Side.TARGET, "Hunan"), (two.other, 3, Side.TARGET, "Hunan")} <= set(hits)
    assert all(side is Side.COMMENTS for *_, side, _ in found(two, "Hunan", sides=frozenset({Side.COMMENTS})))


def test_simplified_words_find_traditional_ones_in_the_source(two):
    assert (two.other, 2, Side.SOURCE, "進出口總額") in found(two, "进出口总额")
    assert (two.other, 2, Side.SOURCE, "進出口總額") not in found(two, Words("进出口总额", keeps_script=True))


def test_one_article_alone_can_be_looked_through(two):
    assert {key for key, *_ in found(two, "Hunan", key=two.other)} == {two.other}
    with pytest.raises(WorkbenchError):
        found(two, "Hunan", key="zzzz")


def numbers(office, conditions):
    search = Search(Words(""), conditions=conditions, key=office.other)
    return [one.row.number for one in find_now(office.library, search)]


def test_rows_are_narrowed_by_state_person_day_and_origin(two):
    rows = open_edition(two.library, two.other).rows
    confirm(two.library, two.translator, [rows[1].target_id])
    today = datetime.now(UTC).date()
    assert numbers(two, Conditions()) == [1, 2, 3]
    assert numbers(two, Conditions(standings=frozenset({Standing.EMPTY}))) == [1]
    assert numbers(two, Conditions(standings=frozenset({Standing.CONFIRMED, Standing.DRAFT}))) == [2, 3]
    assert numbers(two, Conditions(person="Translator B")) == [3]
    assert numbers(two, Conditions(origins=frozenset({Origin.MEMORY}))) == [3]
    assert numbers(two, Conditions(since=today - timedelta(days=2))) == [2, 3]
    assert numbers(two, Conditions(until=today - timedelta(days=2))) == []


def test_replacing_shows_first_and_changes_only_what_was_ticked(two):
    offered = changes(two, Words("Hunan"), "Hunan Province")
    assert [(one.head.key, one.before, one.after) for one in offered] == [
        (two.key, "Hunan holds a meeting", "Hunan Province holds a meeting"),
        (
            two.other,
            "Hunan’s imports and exports: 350 million.",
            "Hunan Province’s imports and exports: 350 million.",
        ),
        (two.other, "Hunan opens up.", "Hunan Province opens up."),
    ]
    assert two.row(1).target == "Hunan holds a meeting"
    ticked = [one for one in offered if one.number != 2]
    for _ in replace(two.library, two.editor, ticked, []):
        pass
    rows = open_edition(two.library, two.other).rows
    assert two.row(1).target == "Hunan Province holds a meeting"
    assert [row.target for row in rows[1:]] == [
        "Hunan’s imports and exports: 350 million.",
        "Hunan Province opens up.",
    ]


def test_replacing_in_an_article_is_one_step_to_undo(two):
    before = open_edition(two.library, two.other).rows
    (edit,) = replace_now(two.library, two.translator, changes(two, Words("n"), "N", key=two.other))
    after = open_edition(two.library, two.other).rows
    assert [row.target for row in after[1:]] != [row.target for row in before[1:]]
    undo(two.library, two.translator, edit.step)
    assert [row.target for row in open_edition(two.library, two.other).rows] == [r.target for r in before]


def test_a_confirmed_row_becomes_a_draft_by_replacing(two):
    row = open_edition(two.library, two.other).rows[2]
    confirm(two.library, two.translator, [row.target_id])
    replace_now(two.library, two.translator, changes(two, Words("opens"), "opened", key=two.other))
    (hit,) = find_now(two.library, Search(Words("opened"), key=two.other))
    assert hit.row.standing is Standing.DRAFT


def test_locked_rows_and_those_left_out_are_not_offered(two):
    rows = open_edition(two.library, two.other).rows
    set_locked(two.library, two.translator, rows[1].target_id, is_locked=True)
    omit(two.library, two.translator, rows[2].target_id, "said already")
    assert changes(two, Words("Hunan"), "X", key=two.other) == []


def test_an_article_changed_meanwhile_stays_as_it_is_and_is_named(two):
    offered = changes(two, Words("Hunan"), "Hunan Province")
    rows = open_edition(two.library, two.other).rows
    save_text(two.library, two.second_translator, rows[2].target_id, "Hunan is open.")
    problems = []
    for _ in replace(two.library, two.editor, offered, problems):
        pass
    assert [problem.path for problem in problems] == [two.other]
    assert two.row(1).target == "Hunan Province holds a meeting"
    assert [row.target for row in open_edition(two.library, two.other).rows[1:]] == [
        "Hunan’s imports and exports: 350 million.",
        "Hunan is open.",
    ]


def test_who_may_not_edit_may_not_replace(two):
    with pytest.raises(WorkbenchError):
        replace_now(two.library, two.reviewer, changes(two, Words("Hunan"), "X", key=two.other))
