"""Words and patterns are found whatever the case, width or script; a pattern cannot stop the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.text.searching import FAULTS, Finder, Words, folding

FOUND = [
    (Words("friendship"), "Friendship city work and friendship", ["Friendship", "friendship"]),
    (Words("friendship", keeps_case=True), "Friendship city work and friendship", ["friendship"]),
    (Words("国际友城"), "研究國際友城工作", ["國際友城"]),
    (Words("國際友城"), "研究国际友城工作", ["国际友城"]),
    (Words("国际", keeps_script=True), "國際和国际", ["国际"]),
    (Words("GDP 12.6%"), "全年ＧＤＰ　１２．６％，GDP 12.6%", ["ＧＤＰ　１２．６％", "GDP 12.6%"]),
    (Words("GDP", keeps_width=True), "ＧＤＰ和GDP", ["GDP"]),
    (Words("cat", is_whole=True), "cat, concat, cats, 我的cat好, caté", ["cat", "cat"]),
    (Words("国际", is_whole=True), "研究国际友城", ["国际"]),
    (Words("+1.2% (", is_whole=True), "up +1.2% (year)", ["+1.2% ("]),
    (Words(r"\d+(\.\d+)?亿元", is_pattern=True), "３．５億元、12亿元", ["３．５億元", "12亿元"]),
    (Words("（.+?）", is_pattern=True), "吴兰（湖南）与(x)", ["（湖南）", "(x)"]),
    (Words("[（]", is_pattern=True), "(a", ["("]),
    (Words("x*", is_pattern=True), "axxb", ["xx"]),
    (Words("𠮷"), "a𠮷b𠮷", ["𠮷", "𠮷"]),
    (Words(""), "anything", []),
]


@pytest.mark.parametrize(("words", "text", "expected"), FOUND)
def test_what_is_found(words, text, expected):
    assert [text[start:end] for start, end in Finder(words).find(text)] == expected


REPLACED = [
    (Words("imports"), "Imports and imports", "exports", "exports and exports"),
    (Words(r"(\d+) yuan", is_pattern=True), "35 yuan, 12 yuan", r"\1 dollars", "35 dollars, 12 dollars"),
    (Words(r"(?<n>\d+)亿元", is_pattern=True), "３５億元", r"\g<n> hundred", "３５ hundred"),
    (Words(r"a(b)?", is_pattern=True), "ab a", r"<\1>\\", "<b>\\ <>\\"),
    (Words("a.c"), "a.c abc", r"\1", r"\1 abc"),
    (Words("Hunan"), "Hunan", "", ""),
]


@pytest.mark.parametrize(("words", "text", "replacement", "expected"), REPLACED)
def test_what_replacing_makes_of_a_text(words, text, replacement, expected):
    assert Finder(words).replace(text, replacement) == expected


def test_only_the_chosen_places_are_replaced():
    text = "a city, a town, a village"
    finder = Finder(Words("a", is_whole=True))
    assert finder.replace(text, "the", {(8, 9)}) == "a city, the town, a village"


@pytest.mark.parametrize("pattern", ["(", "[a", "*", r"(?P<n>a)(?P<n", "a{2,1}"])
def test_what_is_no_pattern_is_said_in_a_sentence(pattern):
    with pytest.raises(WorkbenchError, match="is not a pattern"):
        Finder(Words(pattern, is_pattern=True))


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(", r"is not closed \(character 2\)"),
        ("湖南)", r"“\)” without its “\(” \(character 3\)"),
        ("[a", "square bracket"),
        ("*a", r"nothing before the sign that repeats .* \(character 1\)"),
        ("a{2,1}", "the smaller one has to stand first"),
        (r"\1", "a group that is not there"),
        (r"\p{Foo}", "no such class of characters"),
        ("a\\", "nothing follows the last backslash"),
    ],
)
@pytest.mark.parametrize("is_whole", [False, True])
def test_the_reason_is_ours_and_names_the_place(pattern, reason, is_whole):
    with pytest.raises(WorkbenchError, match=reason) as refused:
        Finder(Words(pattern, is_pattern=True, is_whole=is_whole))
    assert refused.value.sentence.values["reason"].template in FAULTS.values()


def test_a_group_that_is_not_there_is_said_in_a_sentence():
    with pytest.raises(WorkbenchError, match="no group"):
        Finder(Words("a", is_pattern=True)).replace("a", r"\3")


def test_a_pattern_without_an_end_is_given_up():
    with pytest.raises(WorkbenchError, match="takes too long"):
        Finder(Words(r"(x|xx)+y\1", is_pattern=True)).find("x" * 80)


@given(st.text(max_size=60))
def test_folding_never_moves_a_character(text):
    for width in (True, False):
        for script in (True, False):
            assert len(folding(width=width, script=script)(text)) == len(text)


@given(st.text(min_size=1, max_size=8), st.text(max_size=40), st.text(max_size=40))
def test_plain_words_are_found_where_they_stand(words, before, after):
    assert any(start <= len(before) < end for start, end in Finder(Words(words)).find(before + words + after))


@given(st.text(max_size=40), st.text(max_size=10))
def test_replacing_words_by_themselves_changes_nothing(text, words):
    exact = Words(words, keeps_case=True, keeps_width=True, keeps_script=True)
    assert Finder(exact).replace(text, words) == text
