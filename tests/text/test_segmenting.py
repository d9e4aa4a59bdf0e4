"""Sentences are cut where a reader would, and nothing is lost by cutting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import FormatError
from workbench.text.segmenting import join_sentences, split_sentences

# | marks where the sentence ends.
CHINESE = [
    "他强调，要加快高质量发展。|他指出，要推进对外开放。",
    "“走吧！”他说。|然后大家出发了。",
    "他说：“要加快。要推进。”|会议指出，要抓好落实。",
    "“是吗？”记者问，他没有回答。",
    "“我们要发展。”许达哲强调，“还要改革。”|与会者鼓掌。",
    "《谁是最可爱的人？》的作者来了。|他今年九十岁。",
    "增长3.5%。|增速回落0.6个百分点。",
    "（记者 张三。实习生 李四。）|下一句。",
    "他说……然后走了。",
    "好！！|真的？！|是的。",
    "今天天气好。 |明天也好。\n|后天不知道。",
    "This is Hunan. |湖南在中国中部。|No. 5 is Mr. Xu said.",
    "见http://example.org/?id=1。|好。",
    "什么是“获得感”？|“获得感”就是大家都得到好处。",
    "“加油！”声响彻全场。|比赛结束了。",
    "会议听取了《关于“为什么要改革？”的报告》和说明。|会议通过了决议。",
    "一要稳；二要进；三要保。|四要快",
    "",
    "   ",
]
ENGLISH = [
    "Governor Xu chaired a meeting on April 2. |He said that the U.S. market is big. |Prices rose 3.5 percent.",
    "Mr. Xu and Dr. Wu came. |“It is good. We go,” he said. |They left.",
    "No. 5 Middle School was opened. |It is in Changsha.",
]


@pytest.mark.parametrize("marked", CHINESE)
def test_chinese_is_cut_where_a_sentence_ends(marked):
    assert split_sentences(marked.replace("|", ""), "zh") == ([] if not marked else marked.split("|"))


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_is_cut_where_a_sentence_ends(marked):
    assert split_sentences(marked.replace("|", ""), "en") == marked.split("|")


ALPHABET = st.text(
    alphabet="湖南要说。！？…，：“”《》（）()「」 \n.?!aA1\u3000\u200b\U00020000\x85\u2028", max_size=80
)


@given(
    text=st.one_of(ALPHABET, st.text(max_size=60)),
    language=st.sampled_from(["zh", "zh-Hant", "en", "ja", "xx"]),
)
def test_nothing_is_lost_by_cutting(text, language):
    assert "".join(split_sentences(text, language)) == text


@given(text=ALPHABET)
def test_no_sentence_is_empty_and_none_crosses_a_line(text):
    pieces = split_sentences(text, "zh")
    assert all(pieces)
    assert not any("\n" in piece.rstrip() for piece in pieces)


def test_english_pieces_join_with_a_space_and_chinese_without():
    assert join_sentences(["One.", "Two. ", " Three."], "en") == "One. Two. Three."
    assert join_sentences(["一。", "二。"], "zh") == "一。二。"
    assert join_sentences(["It is.", "So"], "zh") == "It is. So"
    assert join_sentences(["", "  "], "en") == ""
    assert join_sentences([], "zh") == ""


def test_cutting_and_joining_gives_the_paragraph_back():
    english = "Xu Dazhe chaired a meeting. He stressed opening up. Wu Lan spoke."
    chinese = "许达哲主持会议。他强调对外开放。乌兰讲话。"
    assert join_sentences(split_sentences(english, "en"), "en") == english
    assert join_sentences(split_sentences(chinese, "zh"), "zh") == chinese


def test_a_very_long_paragraph_is_cut_without_a_freeze():
    assert len(split_sentences("要推动高质量发展，“用好资源。促进交流”。" * 5000, "zh")) == 5000


OWN_RULES = """<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>
<languagerules><languagerule languagerulename="A"><rule break="yes"><beforebreak>{rule}</beforebreak><afterbreak/></rule>
</languagerule></languagerules><maprules><languagemap languagepattern="zh.*" languagerulename="A"/></maprules></body></srx>"""


def test_a_users_own_rules_are_followed_and_read_anew_when_changed(tmp_path):
    path = tmp_path / "own.srx"
    path.write_text(OWN_RULES.format(rule="；"), encoding="utf-8")
    assert split_sentences("一；二。三", "zh", path) == ["一；", "二。三"]
    path.write_text(OWN_RULES.format(rule="，"), encoding="utf-8")
    assert split_sentences("一，二", "zh", path) == ["一，", "二"]


@pytest.mark.parametrize(
    "content",
    [
        OWN_RULES.format(rule="("),
        "<srx>",
        "<srx/>",
        "",
        "not xml",
        '<!DOCTYPE srx [<!ENTITY x "y">]>' + OWN_RULES.format(rule="&x;"),
        OWN_RULES.replace('languagerulename="A"/>', 'languagerulename="B"/>').format(rule="。"),
    ],
)
def test_rules_that_cannot_be_used_are_refused_with_a_sentence(tmp_path, content):
    path = tmp_path / "broken.srx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match=r"broken\.srx"):
        split_sentences("一。", "zh", path)


def test_missing_rules_are_refused_with_a_sentence(tmp_path):
    with pytest.raises(FormatError, match="none\\.srx"):
        split_sentences("一。", "zh", tmp_path / "none.srx")
