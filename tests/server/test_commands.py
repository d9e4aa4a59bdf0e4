"""A library on a server by commands: made, signed in to, moved to and back."""

from __future__ import annotations

import gc
import json
import subprocess
import sys

import pytest

from workbench.desk.demonstrating import demonstrate
from workbench.desk.keeping import check_library
from workbench.desk.reading import list_articles, show
from workbench.library.library import open_library

RUN = "import sys; from workbench.cli.main import main; sys.exit(main(sys.argv[1:]))"


def workbench(*words, place=None, said=""):
    place_words = ["-L", place] if place else []
    command = [sys.executable, "-c", RUN, *words, *place_words, "--json"]
    done = subprocess.run(command, input=said, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_an_office_is_set_up_by_commands(cluster, database):
    url = cluster.url(database)
    status, _, said = workbench("list", place=url)
    assert status == 3
    assert "library init" in said
    assert workbench("library", "init", url)[0] == 0
    assert workbench("people", "add", "Editor A", place=url)[0] == 0
    assert (
        workbench("people", "add", "Translator A", "--role", "translator", "--as", "Editor A", place=url)[0]
        == 0
    )
    account = f"{database}_t"
    made = workbench(
        "people", "account", "Translator A", account, "--make", "--as", "Editor A", place=url, said="secret\n"
    )
    assert made[0] == 0
    mine = cluster.url(database, account)
    status, (answer,), _ = workbench("import", "tests/data/sample_zh.txt", place=mine)
    assert status == 0
    key = answer["added"][0]["key"]
    assert workbench("edit", key, "1", "--text", "A Headline", "--confirm", place=mine)[0] == 0
    status, (answer,), _ = workbench("approve", key, place=mine)
    assert status == 1
    assert {reason["code"] for reason in answer["reasons"]} >= {"wrong-stage"}
    status, _, _ = workbench("people", "add", "Ghost", "--role", "admin", place=mine)
    assert status == 1
    assert workbench("library", "check", place=url)[1][0]["ok"]


@pytest.fixture
def published(tmp_path):
    """A library in a file with the sample published."""
    return demonstrate(tmp_path / "demo").library


def test_a_library_moves_to_a_server_and_back_whole(cluster, database, published, tmp_path):
    url = cluster.url(database)
    assert workbench("library", "move", url, place=str(published))[0] == 0
    with open_library(published) as here, open_library(url) as there:
        (article,) = list_articles(here)
        assert show(here, article.key) == show(there, article.key)
        assert check_library(there).problems == []
    back = tmp_path / "back.workbench"
    assert workbench("library", "move", str(back), place=url)[0] == 0
    with open_library(published) as here, open_library(back) as again:
        assert show(here, article.key) == show(again, article.key)
        assert check_library(again).events == check_library(here).events
    assert workbench("edit", article.key, "1", "--text", "x", place=str(back))[0] == 1


def test_a_library_is_not_moved_over_another(cluster, database, published):
    url = cluster.url(database)
    workbench("library", "init", url)
    status, _, said = workbench("library", "move", url, place=str(published))
    assert status == 1
    assert "already" in said


def test_a_move_that_breaks_off_leaves_nothing(cluster, database, published, monkeypatch):
    from workbench.desk.sharing import move_library
    from workbench.library.server.preparing import schema_on

    url = cluster.url(database)
    with open_library(published) as library:
        steps = move_library(library, url)
        for _ in range(3):
            next(steps)
        del steps  # as when the window is closed meanwhile
        gc.collect()
    assert schema_on(open_place(url)) == 0
    assert workbench("library", "move", url, place=str(published))[0] == 0


def open_place(url):
    from workbench.library.place import find_place

    return find_place(url)


def test_a_password_stands_nowhere_in_what_is_said(cluster, database):
    url = cluster.url(database).replace("owner@", "owner:top-secret@")
    for words in (["library", "init", url], ["list"], ["library", "info"]):
        _, answers, said = workbench(*words, place=url if words[0] != "library" or len(words) == 2 else None)
        assert "top-secret" not in said + json.dumps(answers)


def test_a_server_that_is_not_there_is_named(tmp_path):
    status, _, said = workbench("list", place="postgresql+psycopg://nobody@127.0.0.1:9/office")
    assert status == 3
    assert "does not answer" in said
