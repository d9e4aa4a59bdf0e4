"""Words that spelling knows: of one article or of the library, added and taken out."""

from __future__ import annotations

import pytest

from workbench.checks.grammar import is_installed
from workbench.checks.run import check_passage
from workbench.desk.checking import library_context, read_context
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.desk.settling import change_setting
from workbench.desk.spelling import (
    add_word,
    export_known,
    import_known,
    list_known,
    list_words,
    remove_known,
    remove_word,
    save_known,
)
from workbench.desk.staffing import add_person
from workbench.errors import WorkbenchError
from workbench.library.library import open_library
from workbench.model.house import KnownWord
from workbench.model.kinds import Role
from workbench.model.passage import CheckContext, Passage
from workbench.text.spelling import is_word, misspellings, more_suggestions


@pytest.fixture
def office(tmp_path):
    with open_library(tmp_path / "office.workbench") as library:
        person = add_person(library, "Translator A", [Role.TRANSLATOR, Role.ADMIN])
        keys = []
        for text in ("会议召开\n\n会议今天召开。", "会议闭幕\n\n会议今天闭幕。"):
            report = ImportReport()
            import_pasted(library, text, report, by=person.id)
            keys.append(report.added[0].key)
        yield library, person.id, keys


def misspelt(context, target="The weiqi flurbles."):
    found = check_passage(Passage("会议", target), context)
    return [each.target_reading for each in found if each.check == "spelling"]


def context_of(library, key):
    return read_context(library, open_edition(library, key, "en").edition_id)


def test_a_word_of_the_library_is_known_in_every_article(office):
    library, by, keys = office
    assert misspelt(context_of(library, keys[0])) == ["flurbles"]
    assert add_word(library, by, "flurbles")
    assert not add_word(library, by, "Flurbles")
    assert [misspelt(context_of(library, key)) for key in keys] == [[], []]
    assert misspelt(library_context(library)) == []


def test_a_word_of_an_article_is_known_there_alone(office):
    library, by, keys = office
    add_word(library, by, "flurbles", keys[0])
    assert [misspelt(context_of(library, key)) for key in keys] == [[], ["flurbles"]]
    assert misspelt(library_context(library)) == ["flurbles"]
    assert (list_words(library), list_words(library, keys[0])) == ([], ["flurbles"])


def test_a_word_is_taken_out_again(office):
    library, by, keys = office
    add_word(library, by, "flurbles")
    remove_word(library, by, "flurbles")
    assert misspelt(context_of(library, keys[0])) == ["flurbles"]
    with pytest.raises(WorkbenchError, match="not in this dictionary"):
        remove_word(library, by, "flurbles")


@pytest.mark.parametrize("word", ["", "two words", "x1"])
def test_only_one_word_at_a_time_is_learnt(office, word):
    library, by, _ = office
    with pytest.raises(WorkbenchError, match="not one word"):
        add_word(library, by, word)


@pytest.mark.parametrize(
    ("word", "is_british", "is_american"),
    [
        ("colour", True, True),
        ("organise", True, True),
        ("organize", True, True),
        ("analysing", True, True),
        ("guowuyuan", True, True),
        ("goverment", False, False),
    ],
)
def test_each_variety_has_its_dictionary(word, is_british, is_american):
    assert (is_word(word, "uk"), is_word(word, "us")) == (is_british, is_american)


def test_the_variety_is_a_setting_of_the_library(office):
    library, by, keys = office
    change_setting(library, by, "spelling", "uk")
    found = check_passage(Passage("中心", "The center of town."), context_of(library, keys[0]))
    assert [each.fixes[0].text for each in found if each.slip == "variety"] == ["centre"]


def test_better_words_come_likeliest_first_and_keep_the_capital():
    assert more_suggestions("goverment")[0] == "government"
    assert more_suggestions("Goverment")[0] == "Government"


def test_pinyin_is_no_misspelling():
    assert not list(misspellings("the hongbao and the chunjie"))


@pytest.mark.skipif(not is_installed(), reason="the extra `grammar` is not installed")
def test_grammar_is_noted_where_it_is_wanted():
    passage = Passage("他们在这里", "They was here.")
    wanted = check_passage(passage, CheckContext(style={"grammar": "on"}))
    assert [each.fixes[0].text for each in wanted if each.check == "grammar"] == ["were"]
    assert not [each for each in check_passage(passage, CheckContext()) if each.check == "grammar"]


def test_grammar_is_silent_where_it_is_not_installed(monkeypatch):
    monkeypatch.setattr("workbench.checks.grammar.is_installed", lambda: False)
    found = check_passage(Passage("他们", "They was here."), CheckContext(style={"grammar": "on"}))
    assert not [each for each in found if each.check == "grammar"]


def test_known_words_go_out_as_a_table_and_come_in_again(office, tmp_path):
    library, by, keys = office
    add_word(library, by, "Yuelu")
    add_word(library, by, "Xiangjiang", keys[0])
    assert export_known(library, tmp_path / "words.csv") == 2
    remove_known(library, by, [each.id for each in list_known(library)])
    assert list_known(library) == []
    assert import_known(library, tmp_path / "words.csv", by=by) == (2, [])
    known = {(each.value.word, each.value.key, each.person) for each in list_known(library)}
    assert {(word, bool(key)) for word, key, _ in known} == {("Yuelu", False), ("Xiangjiang", True)}
    (tmp_path / "more.csv").write_text("word,article\ntwo words,\nHengshan,nowhere\nDongting,\n", "utf-8")
    added, problems = import_known(library, tmp_path / "more.csv", by=by)
    assert (added, [problem.place for problem in problems]) == (1, ["line 2", "line 3"])


def test_a_known_word_is_put_right_in_its_own_dictionary(office):
    library, by, keys = office
    add_word(library, by, "Yuelo", keys[0])
    (stored,) = list_known(library)
    save_known(library, by, KnownWord("Yuelu", stored.value.key), stored.id)
    assert (list_words(library), list_words(library, keys[0])) == ([], ["Yuelu"])
    assert [each.value.word for each in list_known(library, "lu")] == ["Yuelu"]
