"""Windows on one shared library see each other's work, presence and claims."""

from __future__ import annotations

import threading
import time

import pytest
from tests.library.test_news import wait_for

from workbench.desk.editing import save_text
from workbench.desk.reading import open_edition
from workbench.library.library import open_library
from workbench.library.news import follow
from workbench.library.server.presence import be_at, present
from workbench.model.changes import Changes


@pytest.fixture
def following(team):
    """What the reviewer's window is told."""
    library, _ = team.at("reviewer")
    heard: list[Changes] = []
    library.listen(heard.append)
    stop = threading.Event()

    def go_on() -> None:
        for _ in follow(library):
            if stop.is_set():
                return

    thread = threading.Thread(target=go_on)
    thread.start()
    time.sleep(1)
    yield heard
    stop.set()
    thread.join()


def test_a_colleague_s_edit_is_heard(team, following):
    library, person = team.at("translator")
    row = open_edition(library, team.key).rows[0]
    save_text(library, person, row.target_id, "A New Headline")
    wait_for(lambda: any(row.target_id in changes.targets for changes in following))


def test_what_happened_while_the_line_was_lost_is_caught_up(team, following):
    library, person = team.at("translator")
    edition = open_edition(library, team.key)
    with team.cluster.connect(team.database) as owner:
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
        )
    save_text(library, person, edition.rows[0].target_id, "Written meanwhile")
    wait_for(lambda: any(edition.edition_id in changes.editions for changes in following))


def test_colleagues_see_where_somebody_works(team):
    mine, _ = team.at("translator")
    theirs, _ = team.at("both")
    edition = open_edition(mine, team.key)
    be_at(mine, edition.edition_id, edition.rows[6].target_id)
    assert present(theirs, edition.edition_id) == [("Translator A", edition.rows[6].target_id, False)]
    assert present(mine, edition.edition_id) == []
    be_at(mine, None)
    assert present(theirs, edition.edition_id) == []


def test_a_row_is_claimed_by_one_and_free_when_released(team):
    mine, me = team.at("translator")
    theirs, _ = team.at("both")
    edition = open_edition(mine, team.key)
    row = edition.rows[0].target_id
    assert be_at(mine, edition.edition_id, row, claim=True) is None
    assert be_at(theirs, edition.edition_id, row, claim=True) == me
    be_at(mine, edition.edition_id, edition.rows[1].target_id, claim=True)
    assert be_at(theirs, edition.edition_id, row, claim=True) is None


def test_an_announcement_of_thousands_of_rows_arrives_whole(team, following):
    library, _ = team.at("editor")
    with library.writing() as tx:
        tx.scope.record.targets.update(range(5000))
        tx.scope.record.nouns.add("terms")
    wait_for(lambda: len({one for changes in following for one in changes.targets}) == 5000)


def test_a_file_has_no_presence(tmp_path):
    with open_library(tmp_path / "office.workbench") as library:
        assert be_at(library, 1, 1, claim=True) is None
        assert present(library, 1) == []
