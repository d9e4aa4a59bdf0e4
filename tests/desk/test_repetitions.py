"""Confirming a sentence fills the same sentence elsewhere in the article, as a draft."""

from __future__ import annotations

import pytest

from workbench.desk.arranging import join, set_locked
from workbench.desk.editing import confirm, confirm_all, fill_more, save_text, undo
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.desk.settling import change_setting
from workbench.model.kinds import Origin, State

ARTICLE = "天气预报\n\n今日天气晴。湖南开放。今日天气晴。\n\n今日天气晴。今日天气晴！今日天气晴。"


@pytest.fixture
def weather(office):
    report = ImportReport()
    import_pasted(office.library, ARTICLE, report, by=office.translator)
    office.weather = report.added[0].key
    return office


def rows(office):
    return open_edition(office.library, office.weather).rows


def write(office, number, text, **how):
    save_text(office.library, office.translator, rows(office)[number - 1].target_id, text, **how)


def stand_by(office, number):
    return confirm(office.library, office.translator, [rows(office)[number - 1].target_id])


def texts(office):
    return [row.target for row in rows(office)]


def test_the_same_sentence_is_filled_as_a_draft_and_undone_with_the_confirming(weather):
    write(weather, 2, "Sunny today.")
    edit = stand_by(weather, 2)
    assert texts(weather) == ["", "Sunny today.", "", "Sunny today.", "Sunny today.", "", "Sunny today."]
    assert [row.state for row in rows(weather)][1:4:2] == [State.TRANSLATED, State.INITIAL]
    assert rows(weather)[3].origin is Origin.MEMORY
    assert sorted(row.number for row in edit.rows) == [2, 4, 5, 7]
    undo(weather.library, weather.translator, edit.step)
    assert texts(weather) == ["", "Sunny today.", "", "", "", "", ""]
    assert rows(weather)[1].state is State.INITIAL


def test_what_somebody_wrote_locked_or_joined_is_left_alone(weather):
    write(weather, 4, "It is sunny.")
    set_locked(weather.library, weather.translator, rows(weather)[4].target_id, is_locked=True)
    join(weather.library, weather.translator, rows(weather)[5].target_id)
    write(weather, 2, "Sunny today.")
    stand_by(weather, 2)
    assert texts(weather) == ["", "Sunny today.", "", "It is sunny.", "", ""]


def test_a_machine_draft_of_the_same_sentence_follows_what_was_confirmed(weather):
    write(weather, 4, "Weather today clear.", origin=Origin.ENGINE)
    write(weather, 2, "Sunny today.")
    stand_by(weather, 2)
    assert texts(weather)[3] == "Sunny today."


def test_a_library_can_do_without(weather):
    change_setting(weather.library, weather.editor, "fill_repetitions", "off")
    write(weather, 2, "Sunny today.")
    stand_by(weather, 2)
    assert texts(weather).count("Sunny today.") == 1


def test_confirming_everything_fills_and_does_not_confirm_what_it_filled(weather):
    write(weather, 2, "Sunny today.")
    write(weather, 3, "Hunan opens up.")
    confirm_all(
        weather.library, weather.translator, open_edition(weather.library, weather.weather).edition_id
    )
    assert [row.state is State.TRANSLATED for row in rows(weather)] == [False, True, True] + [False] * 4
    assert texts(weather).count("Sunny today.") == 4


MANY = 80


def questions_of(office, act):
    """Return how often an act asks the database for something, and what it returns."""
    asked = []
    with office.library.writing() as tx:
        raw = tx.scope.session.connection().connection.driver_connection
    raw.set_trace_callback(lambda said: asked.append(said) if said.startswith("SELECT") else None)
    try:
        answer = act()
        return len(asked), answer
    finally:
        raw.set_trace_callback(None)


def questions_of_filling_and_undoing(office, times):
    import_sentence(office, times)
    write(office, 2, "Sunny today.")
    filled, edit = questions_of(office, lambda: stand_by(office, 2))
    assert texts(office)[1:] == ["Sunny today."] * times
    undone, _ = questions_of(office, lambda: undo(office.library, office.translator, edit.step))
    assert texts(office)[1:] == ["Sunny today.", *[""] * (times - 1)]
    return filled, undone


def import_sentence(office, times):
    report = ImportReport()
    text = f"{times}天的天气\n\n" + f"{times}日天气晴。" * times
    import_pasted(office.library, text, report, by=office.translator)
    office.weather = report.added[0].key


def test_filling_and_undoing_ask_as_little_for_many_rows_as_for_few(office):
    few, many = (questions_of_filling_and_undoing(office, times) for times in (2, MANY))
    assert many[0] < few[0] + 8, (few, many)
    assert many[1] < few[1] + 8, (few, many)


def test_many_rows_are_filled_so_many_at_a_time_and_what_was_written_meanwhile_stays(weather):
    write(weather, 2, "Sunny today.")
    first = rows(weather)[1].target_id
    edit = confirm(weather.library, weather.translator, [first], at_once=1)
    assert texts(weather) == ["", "Sunny today.", "", "Sunny today.", "", "", ""]
    assert edit.to_fill == {first: [rows(weather)[4].target_id, rows(weather)[6].target_id]}
    write(weather, 7, "My own words.")
    more = fill_more(weather.library, weather.translator, first, edit.to_fill[first])
    assert texts(weather) == ["", "Sunny today.", "", "Sunny today.", "Sunny today.", "", "My own words."]
    undo(weather.library, weather.translator, more.step)
    assert texts(weather)[4] == ""


def test_nothing_more_is_filled_once_the_confirming_was_taken_back(weather):
    write(weather, 2, "Sunny today.")
    first = rows(weather)[1].target_id
    edit = confirm(weather.library, weather.translator, [first], at_once=1)
    undo(weather.library, weather.translator, edit.step)
    assert fill_more(weather.library, weather.translator, first, edit.to_fill[first]).rows == []
    assert texts(weather) == ["", "Sunny today.", "", "", "", "", ""]
