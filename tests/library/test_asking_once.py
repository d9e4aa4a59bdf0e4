"""Questions asked once: only while nothing is written, and nobody's list is another's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from workbench.library.library import Library, open_library
from workbench.model.kinds import Role
from workbench.model.person import Person


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    with open_library(tmp_path / "a.workbench") as opened:
        with opened.writing() as tx:
            tx.people.add(Person(name="Translator A"), [Role.TRANSLATOR])
        yield opened


@contextmanager
def counted_questions(library: Library) -> Iterator[list[str]]:
    """Collect what the reading connections are asked."""
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(library._readers, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(library._readers, "before_cursor_execute", note)


def test_a_reading_transaction_asks_for_the_same_thing_once(library):
    with counted_questions(library) as asked, library.reading() as tx:
        first, second = tx.people.names(), tx.people.names()
        tx.options.get("time_zone")
        tx.options.get("site_address")
    assert first == second == {1: "Translator A"}
    assert len([one for one in asked if "FROM people" in one]) == 1
    assert len([one for one in asked if "FROM settings" in one]) == 1


def test_whoever_changes_the_answer_changes_only_their_own(library):
    with library.reading() as tx:
        tx.people.names().clear()
        assert tx.people.names() == {1: "Translator A"}


def test_a_writing_transaction_sees_what_it_has_just_written(library):
    with library.writing() as tx:
        with tx.before_writing():
            assert len(tx.people.names()) == 1
        tx.people.add(Person(name="Translator B"), [Role.TRANSLATOR])
        assert sorted(tx.people.names().values()) == ["Translator A", "Translator B"]
        tx.options.set("time_zone", "Europe/Paris")
        assert tx.options.get("time_zone") == "Europe/Paris"


def test_the_next_reading_transaction_asks_again(library):
    with library.reading() as tx:
        assert len(tx.people.names()) == 1
    with library.writing() as tx:
        tx.people.add(Person(name="Translator B"), [Role.TRANSLATOR])
    with library.reading() as tx:
        assert len(tx.people.names()) == 2


def test_a_long_reading_transaction_keeps_few_answers(library):
    with library.reading() as tx:
        for edition_id in range(1_000):
            tx.reviews.waivers(edition_id)
        assert len(tx.scope.kept.answers) <= 200
