"""Numbers, names and words of both languages come out as tokens that can meet."""

from __future__ import annotations

import pytest

from workbench.memory.align.lexicon import Capitals, Suggestions
from workbench.text.tokens import TermForms, chinese_tokens, english_tokens


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("3.5亿人", "350 million people"),
        ("三百五十万元", "3.5 million yuan"),
        ("二〇二〇年", "in 2020"),
        ("百分之五十", "50 percent"),
        ("两万五千里", "25,000 li"),
        ("二十五个孩子", "twenty-five children"),
        ("一百二十二项", "one hundred and twenty-two items"),
        ("12亿美元", "$1.2bn"),
        ("１２．３％", "12.3%"),
        ("第三名", "the third place"),
    ],
)
def test_a_number_is_the_same_token_however_it_is_written(chinese: str, english: str) -> None:
    numbers = {token for token in chinese_tokens(chinese) if token[0] == "#"}
    assert numbers
    assert numbers <= set(english_tokens(english))


def test_months_meet_their_names() -> None:
    assert "=april" in chinese_tokens("4月3日")
    assert "=decemb" in chinese_tokens("十二月")
    assert "decemb" in english_tokens("December")


@pytest.mark.parametrize("text", ["一带一路", "唯一", "三月球"])
def test_numeral_characters_in_words_are_no_months_or_ones(text: str) -> None:
    assert not {"#1", "=march"} & set(chinese_tokens(text))


def test_inflected_words_share_a_stem() -> None:
    assert len(set(english_tokens("say says said saying"))) == 1
    assert english_tokens("children") == english_tokens("child")


def test_superscripts_are_no_numbers_to_stumble_over() -> None:
    assert "#5" in english_tokens("x³⁴ 5")


def test_words_unknown_to_the_dictionary_are_cut_into_known_ones() -> None:
    assert chinese_tokens("骑自行车者") == chinese_tokens("骑") + chinese_tokens("自行车") + ["者"]


def test_a_name_is_found_by_its_sound() -> None:
    capitals = Capitals()
    capitals.count(["Yesterday Chen Qingyang came."])
    english = {"chen": 0, "qingyang": 1}
    found = Suggestions(english, names=capitals.likely_names(), terms={})
    for number, word in enumerate(["陈", "清扬"]):
        found.add(number, word)
    z, e, _ = found.pairs()
    assert set(zip(z.tolist(), e.tolist(), strict=True)) >= {(0, 0), (1, 1)}


def test_a_term_of_several_words_is_a_token_besides_its_words() -> None:
    tokens = chinese_tokens("推动高质量发展。", TermForms(["高质量发展"]))
    assert {"高质量发展", "发展"} <= set(tokens)
