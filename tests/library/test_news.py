"""What one program changes in a library, the window of another hears of."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from workbench.desk.staffing import add_person
from workbench.library import news
from workbench.library.library import open_library
from workbench.library.news import follow, from_line, news_path, to_line
from workbench.model.changes import Changes


@pytest.fixture
def followed(tmp_path):
    """A library, and what its listeners are told while it is followed."""
    with open_library(tmp_path / "office.workbench") as library:
        heard: list[Changes] = []
        library.listen(heard.append)
        stop = threading.Event()

        def go_on() -> None:
            for _ in follow(library):
                if stop.is_set():
                    return

        thread = threading.Thread(target=go_on)
        thread.start()
        assert library.path is not None
        path = library.path
        wait_for(lambda: news_path(path).exists())
        time.sleep(2 * news.PAUSE_SECONDS)
        yield library, heard
        stop.set()
        thread.join()


def wait_for(is_so):
    for _ in range(300):
        if is_so():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen")


ADD = """
import sys
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
with open_library(sys.argv[1]) as library:
    add_person(library, "Translator A")
"""


def test_a_change_by_another_program_is_heard(followed):
    library, heard = followed
    subprocess.run([sys.executable, "-c", ADD, str(library.path)], check=True)
    wait_for(lambda: any(changes.people for changes in heard))


def test_one_s_own_change_is_told_once(followed):
    library, heard = followed
    add_person(library, "Editor A")
    time.sleep(4 * news.PAUSE_SECONDS)
    assert sum(bool(changes.people) for changes in heard) == 1


def test_nobody_following_leaves_nothing_behind(tmp_path):
    with open_library(tmp_path / "office.workbench") as library:
        add_person(library, "Editor A")
    assert not news_path(tmp_path / "office.workbench").exists()


def test_a_line_says_what_was_touched():
    changes = Changes(editions=frozenset({3, 1}), nouns=frozenset({"terms"}), asked_by="editor")
    assert from_line(to_line(changes, "a"), "b") == Changes(
        editions=frozenset({1, 3}), nouns=frozenset({"terms"})
    )
    assert from_line(to_line(changes, "a"), "a") is None
    assert from_line(b"rubbish", "a") is None


def test_news_that_grew_too_long_are_begun_anew(followed, monkeypatch):
    library, heard = followed
    path = news_path(library.path)
    path.write_bytes(b"x" * 1000 + b"\n")
    time.sleep(2 * news.PAUSE_SECONDS)
    monkeypatch.setattr(news, "LONGEST", 500)
    with open_library(library.path) as other:
        add_person(other, "Editor A")
    wait_for(lambda: any(changes.people for changes in heard))
    assert path.stat().st_size < 500
