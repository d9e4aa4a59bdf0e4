"""Reading Chinese names."""

from __future__ import annotations

import pytest

from workbench.text.pinyin import is_pinyin, name_readings, readings, render_name, syllable_count


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("许达哲", "Xu Dazhe"),
        ("乌兰", "Wu Lan"),
        ("谢建辉", "Xie Jianhui"),
        ("何报翔", "He Baoxiang"),
        ("欧阳文", "Ouyang Wen"),
        ("何西安", "He Xi'an"),
        ("吕思清", "Lyu Siqing"),
        ("单霁翔", "Shan Jixiang"),
        ("仇保兴", "Qiu Baoxing"),
        ("解振华", "Xie Zhenhua"),
        ("曾培炎", "Zeng Peiyan"),
        ("尉迟恭", "Yuchi Gong"),
        ("查志强", "Zha Zhiqiang"),
        ("覃志刚", "Qin Zhigang"),
        ("区伯", "Ou Bo"),
        ("朴树", "Piao Shu"),
        ("女娲", "Nyu Wa"),
        ("", ""),
    ],
)
def test_a_name_is_written_surname_first_and_given_name_in_one_word(zh: str, en: str) -> None:
    assert render_name(zh) == en


@pytest.mark.parametrize(
    ("zh", "forms"),
    [
        ("覃塔", ["Qin Ta", "Tan Ta"]),
        ("吕律", ["Lyu Lyu", "Lü Lü", "Lu Lu", "Lu Lv"]),
        ("何西安", ["He Xi'an", "He Xian"]),
        ("张朝阳", ["Zhang Chaoyang", "Zhang Zhaoyang"]),
        ("王行", ["Wang Xing", "Wang Hang"]),
        ("东方白", ["Dongfang Bai"]),
    ],
)
def test_every_accepted_reading_is_listed(zh: str, forms: list[str]) -> None:
    assert set(forms) <= set(name_readings(zh))


@pytest.mark.parametrize(
    ("zh", "wrong"), [("单霁翔", "Dan Jixiang"), ("仇和", "Chou He"), ("任正非", "Ran Zhengfei")]
)
def test_a_misread_surname_is_no_reading(zh: str, wrong: str) -> None:
    assert wrong not in name_readings(zh)


@pytest.mark.parametrize(
    ("word", "count"),
    [("Dazhe", 2), ("Xi'an", 2), ("Xian", 1), ("Zhuang", 1), ("Lyu", 1), ("governor", 0), ("", 0)],
)
def test_words_of_pinyin_syllables_are_told_from_others(word: str, count: int) -> None:
    assert syllable_count(word) == count
    assert is_pinyin(word) is (count > 0)


def test_the_usual_reading_of_a_character_comes_first() -> None:
    assert readings("重")[:2] == ("zhong", "chong")
    assert readings("x") == ()
