"""Approvals are signed with a key of the person's own, where one is set up; nobody else's will do."""

from __future__ import annotations

import json
import sqlite3

import pytest

from workbench.desk import private_keys, reviewing, signing_keys
from workbench.desk.keeping import check_library
from workbench.desk.private_keys import unlock
from workbench.desk.reading import open_edition
from workbench.desk.signing import read_sign_off
from workbench.desk.signing_keys import (
    active_key,
    export_key,
    import_key,
    list_keys,
    make_key,
    revoke_key,
)
from workbench.errors import RefusedError, WorkbenchError
from workbench.formats.record import write_record

PASSPHRASE = "a long enough passphrase"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(private_keys, "can_keep_keys", lambda: False)
    monkeypatch.setattr(signing_keys, "can_keep_keys", lambda: False)
    monkeypatch.setattr(private_keys, "_unlocked", {})


def hand_in(office):
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)


def the_approval(office):
    with office.library.reading() as tx:
        (approval,) = tx.reviews.approvals(office.edition_id)
    return approval


def test_an_approval_is_signed_where_its_person_has_a_key(office):
    made = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    assert reviewing.approve(office.library, office.reviewer, office.key) == "approved"
    assert the_approval(office).signature
    assert check_library(office.library).problems == []
    (shown,) = read_sign_off(office.library, office.key).approvals
    assert shown.signature is not None
    assert shown.signature.key == made.fingerprint


def test_without_a_key_an_approval_is_as_it_was(office):
    hand_in(office)
    reviewing.approve(office.library, office.reviewer, office.key)
    assert the_approval(office).signature == ""
    assert check_library(office.library).problems == []


def test_a_locked_key_refuses_until_its_passphrase_is_given(office, monkeypatch):
    made = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    monkeypatch.setattr(private_keys, "_unlocked", {})
    with pytest.raises(RefusedError, match="locked"):
        reviewing.approve(office.library, office.reviewer, office.key)
    with pytest.raises(WorkbenchError, match="not the passphrase"):
        unlock(made.public, "another passphrase")
    assert office.stage() == "in review"
    unlock(made.public, PASSPHRASE)
    assert reviewing.approve(office.library, office.reviewer, office.key) == "approved"


def test_a_lost_key_is_revoked_by_an_admin_and_a_new_one_signs(office):
    lost = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    private_keys.forget_private(lost.public)
    with pytest.raises(RefusedError, match="not on this computer"):
        reviewing.approve(office.library, office.reviewer, office.key)
    with pytest.raises(RefusedError, match="admin"):
        revoke_key(office.library, office.translator, lost.fingerprint, "lost")
    revoke_key(office.library, office.editor, lost.fingerprint, "The computer was stolen.")
    make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    assert reviewing.approve(office.library, office.reviewer, office.key) == "approved"
    assert check_library(office.library).problems == []


def test_what_was_signed_before_a_key_was_replaced_stays_signed(office):
    first = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    reviewing.approve(office.library, office.reviewer, office.key)
    second = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    assert [row.revoked_at is None for row in list_keys(office.library)] == [False, True]
    assert active_key(office.library, office.reviewer) == second
    assert first.fingerprint != second.fingerprint
    assert check_library(office.library).problems == []


def test_a_key_comes_to_another_computer_by_a_file(office, tmp_path, monkeypatch):
    made = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    export_key(office.library, office.reviewer, tmp_path / "key", "the way there")
    private_keys.forget_private(made.public)
    with pytest.raises(WorkbenchError, match="not the passphrase"):
        import_key(office.library, office.reviewer, tmp_path / "key", "the way back")
    import_key(office.library, office.reviewer, tmp_path / "key", "the way there")
    hand_in(office)
    assert reviewing.approve(office.library, office.reviewer, office.key) == "approved"
    (tmp_path / "key").write_text("{}")
    with pytest.raises(WorkbenchError, match="no signing key"):
        import_key(office.library, office.reviewer, tmp_path / "key", "the way there")


def test_the_file_of_a_key_does_not_hold_it_in_the_open(office):
    made = make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    raw = private_keys.private_key(made.public).private_bytes_raw().hex()
    path = private_keys.file_of(made.public)
    assert raw not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    assert raw.encode() not in office.library.path.read_bytes()


def test_without_a_keyring_a_key_needs_a_passphrase(office):
    with pytest.raises(WorkbenchError, match="no keyring"):
        make_key(office.library, office.reviewer)
    with pytest.raises(WorkbenchError, match="8 characters"):
        make_key(office.library, office.reviewer, passphrase="short")
    assert list_keys(office.library) == []


def test_an_approval_in_the_name_of_somebody_else_is_found(office):
    """Whoever has the file can write everything in it, sums included; not the signature."""
    make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    make_key(office.library, office.second_reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    reviewing.approve(office.library, office.reviewer, office.key)
    with office.library.writing() as tx:
        (approval,) = tx.reviews.approvals(office.edition_id)
        approval.person_id = office.second_reviewer
        (event,) = [e for e in tx.events.all() if e.kind == "approved"]
        event.person_id = office.second_reviewer
        rewrite_account(tx)
    found = check_library(office.library).problems
    assert any("signature" in one for one in found), found


def test_a_signature_that_was_taken_away_is_missed(office):
    make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    reviewing.approve(office.library, office.reviewer, office.key)
    with office.library.writing() as tx:
        (approval,) = tx.reviews.approvals(office.edition_id)
        approval.signature, approval.key_id = "", None
        (event,) = [e for e in tx.events.all() if e.kind == "approved"]
        event.data = {name: value for name, value in event.data.items() if name != "signature"}
        rewrite_account(tx)
    assert any("signature" in one and "missing" in one for one in check_library(office.library).problems)


def rewrite_account(tx):
    """Seal the whole account anew, as a forger would."""
    from workbench.library.events import seal

    previous = ""
    for event in list(tx.events.all()):
        event.previous = previous
        event.digest = previous = seal(event)


def test_the_record_of_a_page_carries_the_signature(office):
    make_key(office.library, office.reviewer, passphrase=PASSPHRASE)
    hand_in(office)
    reviewing.approve(office.library, office.reviewer, office.key)
    record = json.loads(write_record(read_sign_off(office.library, office.key)))
    (approval,) = record["approvals"]
    assert approval["signature"]["signature"] == the_approval(office).signature
    assert json.loads(approval["signature"]["statement"])["digest"] == approval["digest"]


def test_a_change_in_the_file_past_the_program_names_the_article(office):
    hand_in(office)
    driver = sqlite3.connect(office.library.path)
    driver.execute("UPDATE targets SET text = text || ' forged' WHERE id = 3")
    driver.commit()
    driver.close()
    key = open_edition(office.library, office.key).key
    assert check_library(office.library).problems == [
        f"Article {key}: translated segments were changed outside this program."
    ]
