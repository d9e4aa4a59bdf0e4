"""The watch over the account sees what it should: a control of `tests/audit.py`, which watches every test of the desk."""

from __future__ import annotations

import pytest
from tests import audit

from workbench.desk.settling import change_setting
from workbench.library.library import Library
from workbench.model.kinds import Role, Stage


@pytest.fixture
def watch(monkeypatch):
    """A watch of this test's own, so that what it finds is not held against the test."""
    own = audit.Watch()

    def look(*of):
        own.look(of, lambda _library, session, _changes: session.commit(), everywhere=True)

    monkeypatch.setattr(Library, "_commit", look)
    return own


def test_a_stage_that_changes_in_silence_is_seen(office, watch):
    with office.library.writing() as tx:
        tx.editions.get(office.edition_id).stage = Stage.APPROVED
    assert watch.silent == ["stage"]


def test_rights_that_change_in_silence_are_seen(office, watch):
    with office.library.writing() as tx:
        tx.people.set_roles(tx.people.get(office.translator), [Role.ADMIN])
    assert watch.silent == ["PersonRole"]


def test_what_is_told_is_no_silence(office, watch):
    change_setting(office.library, office.editor, "time_zone", "Europe/London")
    assert watch.silent == []
    assert watch.watched == 1
