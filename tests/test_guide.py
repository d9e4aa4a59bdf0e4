"""The user guide says what is so: its menus, keys, links and pictures exist, and its commands run."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from workbench.cli.main import main
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.resources import guide_folder
from workbench.ui.actions import ACTIONS, MENUS, spelled, translated, unmarked
from workbench.ui.guide import PAGES, Guide, read_sections, search
from workbench.ui.language import Language
from workbench.ui.library_sidebar import ENTRIES
from workbench.ui.theme import Theme

LANGUAGES = ("en", "zh_CN")
EVERY_PAGE = [(language, page) for language in LANGUAGES for page in PAGES]
DATA = Path(__file__).parent / "data"


def text_of(language, page):
    return (guide_folder(language) / f"{page}.md").read_text("utf-8")


@pytest.fixture
def labels(qapp):
    """The menus and acts of the program as they read in a language."""
    made = Language("en")

    def of(language):
        made.use(language)
        menus = dict(MENUS)
        return {
            f"{unmarked(translated(menus[action.menu]))} → {unmarked(spelled(action))}"
            for action in ACTIONS
            if action.menu in menus
        }

    yield of
    made.use("en")
    made.fall_silent()


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_every_menu_path_of_the_guide_exists(labels, language, page):
    known = labels(language)
    said = re.findall(r"\*\*([^*\n]+ → [^*]+)\*\*", text_of(language, page))
    assert [path for path in said if " ".join(path.split()) not in known] == []


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_every_key_of_the_guide_is_bound(language, page):
    bound = {QKeySequence(key).toString() for action in ACTIONS for key in action.keys}
    said = re.findall(r"`((?:Ctrl|Alt|Shift|F\d)[^`]*)`", text_of(language, page))
    unbound = [key for key in said if QKeySequence(key.replace("Enter", "Return")).toString() not in bound]
    assert set(unbound) <= {"Ctrl+Space"}


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_every_link_and_picture_of_the_guide_is_there(language, page):
    folder = guide_folder(language)
    for address in re.findall(r"\]\(([^)]+)\)", text_of(language, page)):
        assert (folder / address).exists(), address


def test_the_guides_say_the_same_in_both_languages():
    for page in PAGES:
        english, chinese = text_of("en", page), text_of("zh_CN", page)
        assert english.count("\n## ") == chinese.count("\n## "), page
        assert commands(english) == commands(chinese), page


def commands(text):
    fences = re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL)
    return [line[2:] for fence in fences for line in fence.splitlines() if line.startswith("$ ")]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_the_guide_run(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKBENCH_LIBRARY", str(tmp_path / "library.workbench"))
    with open_library(tmp_path / "library.workbench") as library:
        add_person(library, "Editor A")
    shutil.copy(DATA / "sample_zh.txt", tmp_path / "article.txt")
    assert main(["import", "article.txt"]) == 0
    capsys.readouterr()
    main(["list", "--json"])
    key = json.loads(capsys.readouterr().out.splitlines()[0])["key"]
    for command in commands(text_of("en", page)):
        words = shlex.split(command.replace("KEY", key))
        assert words[0] == "workbench"
        assert main(words[1:]) == 0, command


def test_the_sidebar_is_called_as_in_the_guide():
    names = {entry.label for entry in ENTRIES}
    for name in ("My drafts", "Given to you", "Sent back to you", "Waiting for review", "Statistics"):
        assert name in names
        assert any(f"**{name}**" in text_of("en", page) for page in PAGES)


def test_a_search_finds_sections_in_either_language():
    english, chinese = read_sections(guide_folder("en")), read_sections(guide_folder("zh_CN"))
    assert search(english, "backup")[0].heading == "Backups"
    assert search(chinese, "备份")[0].heading == "备份"
    assert search(english, "no such words here") == []


def test_the_guide_opens_turns_pages_and_searches(qtbot):
    guide = Guide(None, Theme("light"), "en")
    qtbot.addWidget(guide)
    guide.show()
    assert "The guide" in guide._page.toPlainText()
    qtbot.keyClicks(guide._search, "keyring")
    assert "keyring" in guide._page.toPlainText()
    guide._search.clear()
    guide._go(guide._page.document().baseUrl().resolved("editors.md"))
    assert "The checklist" in guide._page.toPlainText()


def test_a_guide_for_an_unknown_language_is_english():
    assert guide_folder("fr") == guide_folder("en")
