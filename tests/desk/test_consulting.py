"""Looking words up: the house first, then the dictionary, then single characters."""

from __future__ import annotations

from workbench.desk.consulting import consult
from workbench.model.kinds import TermStatus
from workbench.model.passage import CheckContext, KnownName, TermEntry, TermForm

TEXT = "省长许达哲主持召开国际友城工作会议"
HOUSE = CheckContext(
    terms=(
        TermEntry(
            ("国际友城",),
            (TermForm("international friendship city"), TermForm("sister city", TermStatus.FORBIDDEN)),
        ),
    ),
    names=(KnownName("许达哲", "Xu Dazhe"),),
)


def test_the_words_of_the_house_come_with_those_of_the_dictionary():
    found = consult(TEXT, TEXT.index("国际"), HOUSE)
    assert found is not None
    assert found.word == "国际"
    assert [word.targets for word in found.house] == [("international friendship city",)]
    assert found.entries[0].pinyin == "guó jì"
    assert found.entries[0].traditional == "國際"


def test_a_known_name_is_said_to_be_one():
    found = consult(TEXT, TEXT.index("达"), HOUSE)
    assert found is not None
    assert [(word.source, word.targets, word.is_name) for word in found.house] == [
        ("许达哲", ("Xu Dazhe",), True)
    ]


def test_a_word_that_the_dictionary_does_not_have_is_explained_character_by_character():
    found = consult("友城", 0, CheckContext())
    assert found is not None
    assert found.entries


def test_punctuation_is_no_word():
    assert consult("，", 0, CheckContext()) is None
