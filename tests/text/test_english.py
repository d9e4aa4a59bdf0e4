"""Quotation marks, slips of spacing, headlines, spelling and negation as plain functions."""

from __future__ import annotations

import pytest

from workbench.text.headlines import is_sentence_case, title_case, wrong_case
from workbench.text.polarity import flipped, may_be_negative, strict_cue
from workbench.text.punctuation import CHINESE_MARKS, as_english, replacement_at
from workbench.text.quotes import chinese_marks, english_marks, running, unpaired
from workbench.text.spacing import slips
from workbench.text.spelling import american_for, british_for, is_word, misspellings, suggestions


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“one” and “two”", []),
        ("“one and two", [0]),
        ("one” and two", [3]),
        ('"one" and "two', [10]),
        ('“one" and two', []),
        ('a 5" pipe', []),
        ("", []),
    ],
)
def test_marks_without_a_partner_are_found(text, places):
    assert [mark.place for mark in unpaired(text, english_marks(text))] == places


@pytest.mark.parametrize(
    ("text", "runs_in", "runs_out"),
    [("“一”", False, False), ("“一", False, True), ("一”", True, False), ('"一', False, True)],
)
def test_a_chinese_row_tells_at_which_end_a_quotation_is_open(text, runs_in, runs_out):
    found = running(text, chinese_marks(text))
    assert (found.runs_in, found.runs_out) == (runs_in, runs_out)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("All is well.", []),
        ("It is  here .", ["double-blank", "blank-before"]),
        ("in Hunan,China", ["no-blank-after"]),
        ("see www.hunan.gov.cn,index", []),
        ("the the end", ["repeated-word"]),
        ("he had had it", []),
        ("Duran Duran", []),
        ("(one", ["bracket"]),
        ("a) one b) two", []),
        ("one , two,,", ["blank-before", "doubled-mark"]),
        ("well--known", ["hyphen-as-dash"]),
        ("“ quoted ”", ["blank-inside", "blank-inside"]),
    ],
)
def test_slips_of_the_hand_are_named(text, codes):
    assert [slip.code for slip in slips(text)] == codes


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("governor Xu chairs meeting on COVID-19", "Governor Xu Chairs Meeting on COVID-19"),
        ("the first step of many: a start", "The First Step of Many: A Start"),
        ("high-quality growth", "High-Quality Growth"),
    ],
)
def test_headlines_are_put_in_title_case(written, right):
    assert title_case(written) == right
    assert wrong_case(right) == []


def test_a_headline_like_a_sentence_is_told():
    assert is_sentence_case("Governor Xu chairs meeting about friendship cities")
    assert not is_sentence_case("Governor Xu Chairs Meeting About Friendship Cities")


@pytest.mark.parametrize(
    ("word", "right"), [("goverment", "government"), ("econmic", "economic"), ("thier", "their")]
)
def test_a_slip_of_the_hand_has_a_suggestion(word, right):
    pytest.importorskip("hunspell")
    assert right in suggestions(word)


def test_words_of_the_field_are_words():
    assert all(
        is_word(w)
        for w in ("yuan", "netizens", "livestream", "hotline", "internet", "centre", "dazhe", "don’t")
    )


def test_known_words_are_not_misspelt():
    pytest.importorskip("hunspell")
    assert [m.word for m in misspellings("the zxqv")] == ["zxqv"]
    assert list(misspellings("the zxqv", frozenset({"zxqv"}))) == []


def test_each_side_of_the_atlantic_knows_the_other():
    assert (american_for("centre"), british_for("center"), american_for("town")) == ("center", "centre", "")


@pytest.mark.parametrize(
    ("source", "cue"),
    [
        ("没有讨论", "没有"),
        ("能不能成功", None),
        ("不断提高", None),
        ("不得不说", None),
        ("尚未完成", "尚未"),
        ("无人机", None),
    ],
)
def test_only_sure_negations_count(source, cue):
    span = strict_cue(source)
    assert (span and source[span[0] : span[1]]) == cue


@pytest.mark.parametrize(
    ("target", "answer"),
    [("It did not.", True), ("unapproved", True), ("international information", False), ("He came.", False)],
)
def test_a_wide_net_is_cast_for_english_negation(target, answer):
    assert may_be_negative(target) is answer


def test_forbidding_that_became_allowing_is_seen():
    assert flipped("禁止停车", "Parking is permitted") is not None
    assert flipped("禁止停车", "Parking is not permitted") is None
    assert flipped("允许停车", "Parking is prohibited") is not None


@pytest.mark.parametrize(
    ("marks", "english"),
    [("，", ", "), ("（", " ("), ("％", "%"), ("１２", "12"), ("Ａ", "A"), ("……", "… "), ("。”", ". ”")],
)
def test_chinese_marks_have_an_english_form(marks, english):
    assert as_english(marks) == english


def test_a_replacement_keeps_the_blanks_right():
    text = "First ，second"
    match = CHINESE_MARKS.search(text)
    assert match is not None
    start, end, new = replacement_at(text, *match.span())
    assert text[:start] + new + text[end:] == "First, second"
