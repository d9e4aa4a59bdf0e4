"""The line to the server breaks, the server stops or freezes: nothing is lost, doubled or stuck (RELIABILITY.md, D16)."""

from __future__ import annotations

import os
import random
import signal

import pytest
from tests.reliability.processes import SEED
from tests.server.proxy import CuttingProxy

from workbench.desk.commenting import comment, read_comments
from workbench.desk.editing import save_text
from workbench.desk.reading import open_edition
from workbench.errors import LibraryError
from workbench.library.library import open_library
from workbench.library.server import patience
from workbench.library.server.failures import ConnectionLostError

CUTS = int(os.environ.get("WORKBENCH_CUTS", "40"))


@pytest.mark.timeout(3600)
def test_a_commit_cut_in_the_middle_is_done_once(team):
    dice = random.Random(7 + SEED)
    proxy = CuttingProxy(team.cluster.port, lambda: dice.choice(["pass", "before", "after"]))
    url = team.cluster.url(team.database, team.account("translator"), port=proxy.port)
    person = team.people["translator"]
    said = 0
    with open_library(url) as library:
        edition = open_edition(team.owner, team.key).edition_id
        proxy.is_armed = True
        while len(proxy.cuts) < CUTS:
            said += 1
            for _ in range(30):
                try:
                    comment(library, person, edition, f"remark {said}")
                    break
                except ConnectionLostError:
                    continue
            else:
                pytest.fail("never saved")
    proxy.close()
    texts = [row.text for row in read_comments(team.owner, edition)]
    assert sorted(texts) == sorted(f"remark {number}" for number in range(1, said + 1))
    assert {"before", "after"} == set(proxy.cuts)


def test_without_its_mark_a_cut_commit_would_be_done_twice(team, monkeypatch):
    """The control: a program that takes every lost answer for a lost commit doubles the work."""
    monkeypatch.setattr("workbench.library.server.committing._happened", lambda *_: False)
    proxy = CuttingProxy(team.cluster.port, iter(["after", *["pass"] * 99]).__next__)
    url = team.cluster.url(team.database, team.account("translator"), port=proxy.port)
    with open_library(url) as library:
        edition = open_edition(team.owner, team.key).edition_id
        proxy.is_armed = True
        with pytest.raises(ConnectionLostError):
            comment(library, team.people["translator"], edition, "once")
        comment(library, team.people["translator"], edition, "once")
    proxy.close()
    assert [row.text for row in read_comments(team.owner, edition)] == ["once", "once"]


def test_a_session_the_server_ends_is_begun_anew(team):
    library, person = team.at("translator")
    row = open_edition(library, team.key).rows[0]
    save_text(library, person, row.target_id, "before")
    with team.cluster.connect(team.database) as owner:
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    save_text(library, person, row.target_id, "after")
    assert open_edition(library, team.key).rows[0].target == "after"


def test_a_frozen_server_is_given_up_with_a_sentence(team, monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 1.0)
    library, person = team.at("translator")
    row = open_edition(library, team.key).rows[0]
    with team.cluster.connect(team.database) as owner:
        pids = [
            pid
            for (pid,) in owner.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        ]
    pids.append(int((team.cluster.folder / "data" / "postmaster.pid").read_text().split()[0]))
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        with pytest.raises(ConnectionLostError, match="does not answer"):
            save_text(library, person, row.target_id, "typed while frozen")
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
    save_text(library, person, row.target_id, "typed while frozen")
    assert open_edition(library, team.key).rows[0].target == "typed while frozen"


def test_a_server_that_was_stopped_is_used_again_when_it_is_back(team):
    library, person = team.at("translator")
    row = open_edition(library, team.key).rows[0]
    save_text(library, person, row.target_id, "kept through a crash of the server")
    team.cluster.stop("immediate")
    try:
        with pytest.raises(LibraryError, match="does not answer"):
            save_text(library, person, row.target_id, "typed meanwhile")
    finally:
        team.cluster.start()
    assert open_edition(library, team.key).rows[0].target == "kept through a crash of the server"
    save_text(library, person, row.target_id, "typed meanwhile")
    assert open_edition(library, team.key).rows[0].target == "typed meanwhile"
