"""Text files and pastes are filed in fields; what is no article is refused with one sentence."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from workbench.errors import FormatError
from workbench.formats.reading import read_article, read_bytes, read_text
from workbench.model.kinds import SegmentKind

DATA = Path(__file__).parents[1] / "data"


def kinds(page):
    return [block.kind for block in page.blocks]


def reasons(page):
    return {drop.text: drop.reason for drop in page.dropped}


def test_the_published_english_sample_fills_every_field():
    page = read_article(DATA / "sample_en.txt")
    assert page.language == "en"
    assert page.headline == "Governor Xu Chairs Meeting on International Friendship City Work"
    assert page.section == "Home > Photo News"
    assert page.published == date(2020, 4, 3)
    assert kinds(page) == [SegmentKind.HEADLINE, SegmentKind.CAPTION] + [SegmentKind.BODY] * 9
    assert page.blocks[1].text.startswith("Xu Dazhe, deputy secretary")
    assert page.blocks[1].text.endswith("delivers a speech.")
    assert page.blocks[2].text.startswith("On April 2, Xu Dazhe")
    assert page.blocks[-1].text.startswith("Wu Lan noted that")
    assert page.outlet == "Hunan Provincial Government"
    assert page.translator == "Pang Yuehui"
    assert page.source_address == ""
    assert reasons(page)["15 July 2015"] == "masthead date"
    assert page.problems == []


def test_the_chinese_sample_fills_every_field():
    page = read_article(DATA / "sample_zh.txt")
    assert page.language == "zh"
    assert page.headline == "许达哲主持召开国际友好城市工作会议"
    assert page.section == "首页 > 图片新闻"
    assert page.published == date(2020, 4, 3)
    assert kinds(page) == [SegmentKind.HEADLINE, SegmentKind.CAPTION] + [SegmentKind.BODY] * 9
    assert page.blocks[1].text == "湖南省委副书记、省长许达哲主持召开友好城市工作会议。省委副书记乌兰讲话。"
    assert (page.outlet, page.translator, page.source_address) == ("湖南省人民政府", "Pang Yuehui", "")


def test_a_news_page_keeps_its_first_paragraph_as_body():
    page = read_text(
        "Home > News > Local News\nHunan Opens Up\n2020-04-03\nShort lead here.\nThe second paragraph is a good deal longer."
    )
    assert kinds(page)[1:] == [SegmentKind.BODY, SegmentKind.BODY]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("来源：湖南日报", "outlet", "湖南日报"),
        ("来源: 新华社  作者: 张三", "author", "张三"),
        ("（来源：湖南日报）", "outlet", "湖南日报"),
        (
            "This article is from the Hunan Provincial Government www.enghunan.gov.cn.",
            "outlet",
            "the Hunan Provincial Government",
        ),
        ("Source: Xinhua", "outlet", "Xinhua"),
        ("Translator: Translator A", "translator", "Translator A"),
        ("译者：译者甲", "translator", "译者甲"),
        (
            "Chinese source: http://www.hunan.gov.cn/hnyw/a/1.html",
            "source_address",
            "http://www.hunan.gov.cn/hnyw/a/1.html",
        ),
        ("Chinese source: hunan.gov.cn", "source_address", "hunan.gov.cn"),
        ("中文来源：https://www.hunan.gov.cn/x.html", "source_address", "https://www.hunan.gov.cn/x.html"),
        ("文/李四 图/王五", "author", "李四"),
        ("摄影：王五", "photo_credit", "王五"),
    ],
)
def test_a_line_at_the_end_is_filed_in_its_field(line, field, value):
    page = read_text(
        f"湖南推动对外开放\n2020-04-03\n会议指出，要扩大开放，推动发展。\n会议强调，要抓好落实，取得实效。\n{line}"
    )
    assert getattr(page, field) == value
    assert kinds(page) == [SegmentKind.HEADLINE, SegmentKind.BODY, SegmentKind.BODY]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2020-04-03 Download Print Comment", date(2020, 4, 3)),
        ("发布时间：2020年04月03日 09:30 来源：湖南日报 字体：大 中 小", date(2020, 4, 3)),
        ("April 3, 2020", date(2020, 4, 3)),
        ("3 April 2020", date(2020, 4, 3)),
        ("2020/4/3 8:05", date(2020, 4, 3)),
        ("二〇二〇年四月三日", date(2020, 4, 3)),
        ("2020-13-45", None),
    ],
)
def test_dates_are_read_as_they_are_written(line, day):
    assert read_text(f"湖南推动对外开放\n{line}\n会议指出，要扩大开放，推动发展。").published == day


def test_the_reporter_in_the_lead_is_the_author_and_the_lead_stays_whole():
    lead = "湖南日报4月2日讯（记者 张三 李四）今天，会议在长沙召开。"
    page = read_text(f"湖南推动对外开放\n2020-04-03\n{lead}\n会议指出，要扩大开放。")
    assert page.author == "张三 李四"
    assert page.blocks[1].text == lead


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("图为会议现场。（李四 摄）", "图为会议现场。", "李四"),
        ("图为会议现场。（湖南日报记者 李四 摄）", "图为会议现场。", "湖南日报记者 李四"),
        ("Photo shows the hall. (Photo/Li Si, Wang Wu)", "Photo shows the hall.", "Li Si, Wang Wu"),
        ("Photo shows the hall. (Photo by Li Si)", "Photo shows the hall.", "Li Si"),
    ],
)
def test_a_caption_gives_its_credit_to_the_field(caption, text, credit):
    page = read_text(
        f"湖南推动对外开放\n2020-04-03\n{caption}\n会议指出，要扩大开放，推动湖南的高质量发展取得实效。\n会议强调，要落实。"
    )
    assert (page.blocks[1].kind, page.blocks[1].text) == (SegmentKind.CAPTION, text)
    assert page.photo_credit == credit


def test_boilerplate_is_dropped_and_listed_with_its_reason():
    page = read_text(
        "湖南推动对外开放\n2020-04-03\n【字体：大 中 小】\n会议指出，要扩大开放，推动发展。\n分享到：微信 微博\n会议强调，要抓好落实。\n"
        "责任编辑：王五\n相关阅读\n别的新闻标题\n版权所有 未经授权禁止转载"
    )
    assert [block.text for block in page.blocks[1:]] == [
        "会议指出，要扩大开放，推动发展。",
        "会议强调，要抓好落实。",
    ]
    listed = " ".join(drop.text for drop in page.dropped)
    for words in ("微信", "王五", "相关阅读", "别的新闻标题", "版权所有"):
        assert words in listed


def test_no_line_disappears_without_being_filed_or_listed():
    text = (DATA / "sample_en.txt").read_text(encoding="utf-8")
    page = read_text(text)
    kept = " ".join(
        [
            page.section,
            str(page.published),
            page.outlet,
            page.translator,
            *(b.text for b in page.blocks),
            *reasons(page),
        ]
    )
    for word in text.replace(">", " > ").split():
        assert word in kept or word in {"This", "article", "is", "from", "Translator:", "Chinese", "source:"}


def test_an_interview_keeps_its_questions():
    page = read_text(
        "专访省长\n2020-04-03\n记者：今年的工作怎么安排？\n省长：我们要扩大开放。\n记者：有什么困难？\n省长：困难不少，办法更多。"
    )
    assert len(page.blocks) >= 4
    assert any("有什么困难" in block.text for block in page.blocks)


def test_hard_wrapped_english_is_joined_to_paragraphs():
    page = read_text(
        "Hunan Opens Up\n\n2020-04-03\n\nOn April 2, the governor of Hunan chaired a meeting to discuss the\nwork of friendship cities and "
        "stressed the high-quality development\nof opening up in every field of the economy.\n\nHe said that trade should grow and that "
        "people-to-people exchange\nwith all of the friendship cities should be made much stronger in\nthe coming years."
    )
    assert len(page.blocks) == 3
    assert "the work of friendship cities" in page.blocks[1].text


@pytest.mark.parametrize(
    ("text", "language"),
    [("湖南推动对外开放", "zh"), ("Hunan opens up", "en"), ("これは日本語の文章です。", "ja"), ("한국어 문장입니다.", "ko"), ("Это русский текст", "ru"),
     ("华为Mate20X 5G版发布", "zh")],
)  # fmt: skip
def test_the_language_is_told_by_the_letters(text, language):
    assert read_text(f"{text}\n{text}。").language == language


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "a.txt", "empty"),
        (b"  \n \t\r\n", "a.txt", "empty"),
        (b"\xef\xbb\xbf", "a.txt", "empty"),
        (b"", "a.html", "empty"),
        (b"%PDF-1.5 text", "a.txt", "PDF"),
        (b"%PDF-1.5 text", "a.html", "PDF"),
        (b"\xff\xd8\xff\xe0 JFIF", "a.html", "picture"),
        (b"{\\rtf1 text}", "a.txt", "RTF"),
        (
            b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<p>a</p>",
            "a.mht",
            "web archive",
        ),
        (b"a\0" + b"b\0c\0\0" * 400, "a.txt", "NUL"),
        (
            b"<html><head><title>x</title></head><body><script>1</script></body></html>",
            "a.html",
            "no article",
        ),
        (
            b"<html><body><nav><a href=a>Home</a><a href=b>News</a></nav></body></html>",
            "a.html",
            "no article",
        ),
    ],
)
def test_what_is_no_article_gives_one_sentence(data, name, word):
    with pytest.raises(FormatError, match=word) as refusal:
        read_bytes(data, name)
    assert str(refusal.value).startswith(name)
    assert str(refusal.value).endswith(".")


def test_missing_files_and_folders_are_refused_by_name(tmp_path):
    with pytest.raises(FormatError, match=r"none\.txt was not found"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(FormatError, match="folder"):
        read_article(tmp_path)


def test_twenty_megabytes_of_text_are_read_whole():
    paragraph = "会议指出，要扩大开放，推动湖南的高质量发展取得实效。" * 40
    count = 20_000_000 // len(paragraph.encode())
    page = read_bytes(
        ("标题在这里\n2020-04-03\n" + f"{paragraph}\n" * count).encode("gb18030"), "a.txt", declared="utf-8"
    )
    assert len(page.blocks) == count + 1
    assert "claims to be utf-8" in page.problems[0].message


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "2020-04-03"])
def test_an_empty_paste_is_refused(text):
    with pytest.raises(FormatError):
        read_text(text)


def test_lone_surrogates_in_a_paste_become_visible_marks():
    page = read_text("标题\n正文有\ud800坏字。")
    assert "\ufffd" in page.blocks[1].text
    assert page.problems


def test_the_caller_may_say_the_language(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Titre\nUn paragraphe.", encoding="utf-8")
    assert read_article(path, language="fr").language == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "<!---->" * 500 + "x",
        "来源：" * 20_000,
        "（" * 50_000 + "摄）",
        "首页>" * 20_000,
        "。”" * 50_000,
        "2020-" * 30_000,
        "<p>" + "a " * 100_000,
        "记者" * 40_000,
        "\n".join(["首页>新闻"] * 5_000),
        "\n".join(["责任编辑：王五"] * 5_000),
        "\n".join(["字"] * 20_000),
    ],
)
def test_text_made_to_slow_the_rules_down_does_not(text):
    for name in ("a.txt", "a.html"):
        with suppress(FormatError):
            read_bytes(text.encode(), name)


def test_a_text_without_headline_keeps_its_first_paragraph_as_body():
    paragraph = "4月2日，湖南省委副书记、省长许达哲主持召开会议，研究友好城市工作。他强调，要加快推动友城工作高质量发展，扩大开放。"
    page = read_text(f"{paragraph}\n{paragraph}")
    assert page.headline == ""
    assert [block.text for block in page.blocks] == [paragraph, paragraph]
    assert "No headline" in page.problems[0].message
