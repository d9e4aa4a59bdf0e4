"""The window on a shared library: signed in, aware of colleagues, patient when the server is away."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.ui.conftest import background, language, theme, window  # noqa: F401 - fixtures

from workbench.desk.editing import save_text
from workbench.desk.reading import open_edition
from workbench.desk.recovering import recover
from workbench.library.library import open_library
from workbench.library.server import connecting
from workbench.library.server.failures import SignInError
from workbench.library.server.presence import be_at, present
from workbench.ui.server_dialogs import ServerQuestion, SignInQuestion
from workbench.ui.status_bar import Saving


@pytest.fixture
def at_work(team, window, qtbot):  # noqa: F811 - the fixture above
    """The translator's window with the sample open in the Editor."""
    window.open_place(team.cluster.url(team.database, team.account("translator")))
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=20000)
    window.open_article(team.key)
    editor = window.place("editor")
    qtbot.waitUntil(lambda: editor.editor.session.model.rowCount() > 0, timeout=20000)
    yield window, editor.editor
    window.close()


def facts_of(shown):
    return [fact.text for fact in shown.status._shown if hasattr(fact, "text")]


def test_the_server_says_who_is_working(at_work, team):
    shown, _ = at_work
    assert shown.identity.person.name == "Translator A"


def test_a_colleague_s_text_and_place_appear(at_work, team, qtbot):
    shown, editor = at_work
    library, person = team.at("both")
    edition = open_edition(library, team.key)
    row = edition.rows[5]
    be_at(library, edition.edition_id, row.target_id)
    qtbot.waitUntil(lambda: "Both A is in segment 6" in facts_of(shown), timeout=20000)
    editor.view.enter(2)
    save_text(library, person, row.target_id, "Written by a colleague")
    qtbot.waitUntil(lambda: editor.session.model.row(5).target == "Written by a colleague", timeout=20000)
    here = ("Translator A", edition.rows[2].target_id, True)
    qtbot.waitUntil(lambda: here in map(tuple, present(library, edition.edition_id)), timeout=20000)
    qtbot.wait(300)
    assert here in map(tuple, present(library, edition.edition_id)), "a colleague's text moves nobody"


def test_what_is_typed_while_the_server_is_away_is_saved_when_it_is_back(at_work, team, qtbot):
    shown, editor = at_work
    editor.back_to_text()
    team.cluster.stop("immediate")
    try:
        QTest.keyClicks(editor.view.target_edit, "Typed while the server was away")
        qtbot.waitUntil(lambda: shown.status.saving == Saving.FAILED, timeout=30000)
        folder = team.libraries["translator"].journal_place.parent
        assert any("Typed while the server was away" in path.read_text() for path in folder.iterdir())
        qtbot.waitUntil(lambda: "not connected" in shown.status._library.text(), timeout=30000)
        assert shown.findChildren(QDialog) == [], "nobody who types is interrupted"
    finally:
        team.cluster.start()
    qtbot.waitUntil(
        lambda: open_edition(team.owner, team.key).rows[0].target == "Typed while the server was away",
        timeout=60000,
    )
    qtbot.waitUntil(lambda: shown.status.saving == Saving.SAVED, timeout=30000)
    qtbot.waitUntil(lambda: "not connected" not in shown.status._library.text(), timeout=30000)


def test_an_account_that_is_closed_at_work_is_named_and_what_was_typed_is_kept(at_work, team, qtbot):
    shown, editor = at_work
    account = team.account("translator")
    with team.cluster.connect(team.database) as owner:
        owner.execute(f'ALTER ROLE "{account}" NOLOGIN')
        owner.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (account,))
        QTest.keyClicks(editor.view.target_edit, "Typed meanwhile")
        qtbot.waitUntil(lambda: "does not let the account" in editor.notice.label.text(), timeout=30000)
        assert shown.status.saving == Saving.FAILED
        assert shown.findChildren(QDialog) == []
        owner.execute(f'ALTER ROLE "{account}" LOGIN')
    first = editor.session.model.row(0).target_id
    qtbot.waitUntil(
        lambda: open_edition(team.owner, team.key).rows[0].target == "Typed meanwhile", timeout=60000
    )
    assert editor.session.model.row(0).target_id == first


def test_what_a_killed_program_had_typed_offline_comes_back(team):
    from workbench.library.journal import MARK, Journal

    library, person = team.at("translator")
    row = open_edition(library, team.key).rows[0]
    journal = Journal(library.journal_place)
    journal.jot(row.target_id, seen=row.version, person_id=person, text="Typed before the kill")
    journal.close()
    own = next(library.journal_place.parent.glob(f"*{MARK}*"))
    own.rename(own.with_name(own.name.rpartition("-")[0] + "-999999"))
    (found,) = recover(library)
    assert found.stands
    assert open_edition(library, team.key).rows[0].target == "Typed before the kill"


@pytest.fixture
def careful(cluster, team):
    """The address of the library for an account that needs a password."""
    with cluster.connect(team.database) as owner:
        if not owner.execute("SELECT 1 FROM pg_roles WHERE rolname = 'careful'").fetchone():
            owner.execute("CREATE ROLE careful LOGIN PASSWORD 'right one'")
        owner.execute("SELECT guard.attach('careful', %s)", (team.people["editor"],))
    yield cluster.url(team.database, "careful")
    connecting._typed.clear()


def test_a_wrong_password_is_asked_for_again_in_the_window(careful, window, qtbot, monkeypatch):  # noqa: F811
    tries = iter(["wrong", "right one"])
    asked = []

    def answer(question):
        asked.append(question.windowTitle())
        question._password.setText(next(tries))
        return 1

    monkeypatch.setattr(SignInQuestion, "exec", answer)
    window.open_place(careful)
    qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30000)
    assert len(asked) == 2
    assert window.identity.person.name == "Editor A"


def test_without_a_password_a_command_says_what_to_do(careful):
    with pytest.raises(SignInError, match="sign-in"):
        open_library(careful)


def test_an_address_is_put_together_from_the_form(qtbot):
    question = ServerQuestion(None)
    qtbot.addWidget(question)
    question.accept()
    assert question.result() == 0
    question._host.setText("library.example.org")
    question._library.setText("office")
    question._account.setText("translator@a")
    assert question.address == "postgresql+psycopg://translator%40a@library.example.org:5432/office"


def test_a_server_elsewhere_has_to_prove_who_it_is():
    from workbench.library.place import find_place

    far = connecting._secured(find_place("postgresql+psycopg://a@library.example.org/office").url)
    near = connecting._secured(find_place("postgresql+psycopg://a@127.0.0.1/office").url)
    assert far.query["sslmode"] == "verify-full"
    assert "sslmode" not in near.query
