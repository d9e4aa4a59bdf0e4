"""Pages of any site: fields from their lines and their head, pictures wherever a page hides them."""

from __future__ import annotations

import base64
from datetime import date

import pytest

from workbench.formats.reading import read_article, read_bytes
from workbench.formats.sites import css_to_xpath, site_rules
from workbench.model.kinds import SegmentKind

ONE = (
    "4月2日，湖南省委副书记、省长许达哲主持召开会议，研究友好城市工作。他强调，要加快推动友城工作高质量发展。"
)
TWO = "许达哲充分肯定了近年来湖南友城工作取得的成绩。他指出，友好城市是各领域对外开放的重要官方平台。"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 300


def page(
    body: str, head: str = "<title>许达哲主持召开友城工作会议_湖南频道_某某网</title>", name: str = "a.html"
):
    return read_bytes(
        f"<!DOCTYPE html><html lang=zh><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(),
        name,
    )


def article(
    inside: str = "",
    before: str = "<div class=info>2020-04-03 来源：湖南日报</div>",
    head: str | None = None,
    name: str = "a.html",
):
    body = (
        f"<h1>许达哲主持召开友城工作会议</h1>{before}<div class=text>{inside}<p>{ONE}</p><p>{TWO}</p></div>"
    )
    return page(body, name=name) if head is None else page(body, head, name)


def texts(found):
    return [block.text for block in found.blocks if block.kind is SegmentKind.BODY]


def test_headline_date_outlet_and_text_of_a_plain_page():
    found = article()
    assert found.headline == "许达哲主持召开友城工作会议"
    assert (found.published, found.outlet) == (date(2020, 4, 3), "湖南日报")
    assert texts(found) == [ONE, TWO]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-04-03T09:30:00+08:00">',
        '<meta name="PubDate" content="2020-04-03 09:30">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-04-03","author":{"name":"张三"}}</script>',
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"headline":"x","datePublished":"2020-04-03"}]}</script>',
        '<meta property="og:url" content="http://www.example.cn/2020/04/03/1.html">',
        '<link rel="canonical" href="http://www.example.cn/a/t20200403_1.html">',
        '<meta itemprop="datePublished" content="2020年4月3日">',
    ],
)
def test_the_date_comes_from_the_head_where_no_line_says_it(head):
    assert article(before="", head=f"<title>许达哲主持召开友城工作会议</title>{head}").published == date(
        2020, 4, 3
    )


def test_a_date_beside_the_headline_beats_one_in_the_head():
    head = '<title>许达哲主持召开友城工作会议</title><meta name="PubDate" content="2019-01-01">'
    assert article(head=head).published == date(2020, 4, 3)


def test_broken_linked_data_is_no_obstacle():
    head = '<title>许达哲主持召开友城工作会议</title><script type="application/ld+json">{"a": [}</script>'
    assert texts(article(head=head)) == [ONE, TWO]


@pytest.mark.parametrize(
    ("crumb", "path"),
    [
        ("<div class=crumb>首页&gt;新闻&gt;要闻</div>", "首页 > 新闻 > 要闻"),
        (
            "<div>您当前的位置：<a href=/>首页</a> &gt;&gt; <a href=/n>要闻</a> &gt;&gt; 正文</div>",
            "首页 > 要闻",
        ),
        ("<ul class=breadcrumb><li><a href=/>首页</a></li><li><a href=/n>要闻</a></li></ul>", "首页 > 要闻"),
        ("<p>Home › News › Photo News</p>", "Home > News > Photo News"),
        ("", ""),
    ],
)
def test_the_section_path_is_read_from_any_breadcrumb(crumb, path):
    found = page(
        f"{crumb}<h1>许达哲主持召开友城工作会议</h1><p>2020-04-03</p><div><p>{ONE}</p><p>{TWO}</p></div>"
    )
    assert found.section == path


@pytest.mark.parametrize(
    "noise",
    [
        "<div class=share>分享到：微信 微博</div>",
        "<div class=article-tags>标签：开放 发展</div>",
        "<div id=comments><p>这条评论写得很长，有很多字，还有标点，好像是正文一样。</p></div>",
        "<div class='related-news'><a href=a>另一条新闻的标题很长很长</a><a href=b>再一条新闻的标题</a></div>",
        "<p>责任编辑：王五</p><p>这是编辑之后的推荐内容，不属于本文。</p>",
        "<p style='display:none'>看不见的推广文字，有一百个关键词。</p>",
        "<p>扫描二维码关注我们的公众号</p>",
        "<p>版权声明：本网所有内容，未经授权不得转载。</p>",
    ],
)
def test_noise_inside_the_text_is_left_out(noise):
    found = page(
        f"<h1>许达哲主持召开友城工作会议</h1><p>2020-04-03</p><div class=text><p>{ONE}</p><p>{TWO}</p>{noise}</div>"
    )
    assert texts(found) == [ONE, TWO]


@pytest.mark.parametrize(
    ("image", "address"),
    [
        ('<img src="http://a.cn/1.jpg">', "http://a.cn/1.jpg"),
        ('<img src="//a.cn/1.jpg">', "https://a.cn/1.jpg"),
        ('<img src="img/blank.gif" data-src="http://a.cn/1.jpg">', "http://a.cn/1.jpg"),
        ('<img src="loading.gif" data-original="http://a.cn/1.jpg">', "http://a.cn/1.jpg"),
        ('<img srcset="http://a.cn/s.jpg 1x, http://a.cn/1.jpg 2x">', "http://a.cn/1.jpg"),
        ('<img src="../pic/1.jpg">', "http://www.hunan.gov.cn/pic/1.jpg"),
    ],
)
def test_pictures_are_found_where_pages_keep_them(image, address):
    found = article(f"<p>{image}</p>", name="http://www.hunan.gov.cn/n/1.html")
    assert [photo.address for photo in found.photos] == [address]


@pytest.mark.parametrize(
    "image",
    [
        '<img src="icon-share.png">',
        '<img src="a.jpg" width=20 height=20>',
        '<img src="file:///etc/passwd">',
        '<img src="javascript:1">',
        '<img src="data:text/html,x">',
        '<img src="data:image/png;base64,!!!">',
        '<img src="http://[::1">',
        "<img>",
        '<img class=emoji src="1.png">',
    ],
)
def test_ornaments_and_unreadable_addresses_are_no_pictures(image):
    assert article(f"<p>{image}</p>").photos == []


def test_a_picture_inside_the_page_is_decoded():
    found = article(
        f'<p><img alt="会议现场的照片" src="data:image/png;base64,{base64.b64encode(PNG).decode()}"></p>'
    )
    assert (found.photos[0].data, found.photos[0].media_type) == (PNG, "image/png")
    assert [(block.text, block.photo) for block in found.blocks if block.kind is SegmentKind.ALT] == [
        ("会议现场的照片", 0)
    ]


def test_pictures_beside_the_page_come_along_but_none_from_elsewhere(tmp_path):
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "in.png").write_bytes(PNG)
    (folder / "secret.txt").write_bytes(PNG)
    (folder / "fake.png").write_bytes(b"password")
    (tmp_path / "out.png").write_bytes(PNG)
    (folder / "link.png").symlink_to(tmp_path / "out.png")
    images = "".join(
        f"<p><img src='{one}'></p>"
        for one in ("in.png", "secret.txt", "fake.png", "../out.png", "link.png", f"{tmp_path}/out.png")
    )
    path = folder / "a.html"
    path.write_text(
        f"<title>许达哲主持召开友城工作会议</title><h1>许达哲主持召开友城工作会议</h1><div>{images}<p>{ONE}</p><p>{TWO}</p></div>",
        encoding="utf-8",
    )
    found = read_article(path)
    assert [photo.name for photo in found.photos if photo.data] == ["in.png"]


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (
            "<figure><img src='http://a.cn/1.jpg'><figcaption>会议现场。（李四 摄）</figcaption></figure>",
            "会议现场。",
            "李四",
        ),
        ("<p align=center><img src='http://a.cn/1.jpg'></p><p align=center>会议现场</p>", "会议现场", ""),
        ("<p><img src='http://a.cn/1.jpg'></p><p>图为会议现场。李四 摄</p>", "图为会议现场。", "李四"),
        ("<p><img src='http://a.cn/1.jpg'></p><p class=pic-desc>会议现场</p>", "会议现场", ""),
    ],
)
def test_captions_are_known_by_markup_place_and_wording(markup, caption, credit):
    found = article(markup)
    assert [(block.text, block.photo) for block in found.blocks if block.kind is SegmentKind.CAPTION] == [
        (caption, 0)
    ]
    assert (found.photos[0].credit, found.photo_credit) == (credit, credit)


def test_an_english_government_page_reads_like_the_sample():
    found = read_bytes(
        b"<html lang=en><head><title>Governor Xu Chairs Meeting-enghunan.gov.cn</title></head><body>"
        b"<div class=top>The Official Website of the People's Government of Hunan Province</div><div>15 July 2015</div>"
        b"<div>Home&gt;Photo News</div><h2>Governor Xu Chairs Meeting</h2><div>2020-04-03 Download Print Comment</div><div class=main>"
        b"<p><img src='http://a.cn/1.jpg'></p><p>Xu Dazhe chairs a meeting.</p>"
        b"<p>On April 2, Xu Dazhe, governor of Hunan, chaired a meeting to discuss friendship city work, and stressed opening up.</p>"
        b"<p>Wu Lan noted that the work is of important significance to the national diplomacy and the opening up of Hunan.</p>"
        b"<p>This article is from Hunan Provincial Government</p><p>Translator: Pang Yuehui</p><p>Chinese source:</p></div></body></html>",
        "page.html",
    )
    assert (found.language, found.section, found.published) == ("en", "Home > Photo News", date(2020, 4, 3))
    assert (found.outlet, found.translator, found.source_address) == (
        "Hunan Provincial Government",
        "Pang Yuehui",
        "",
    )
    assert [block.kind for block in found.blocks] == [
        SegmentKind.HEADLINE,
        SegmentKind.CAPTION,
        SegmentKind.BODY,
        SegmentKind.BODY,
    ]


@pytest.mark.parametrize("label", ["utf-8", "gb2312", "big5", "utf-7"])
def test_a_gb18030_page_is_read_whatever_it_claims(label):
    data = f"<html><head><meta charset={label}><title>许达哲主持召开会议</title></head><body><h1>许达哲主持召开会议</h1><div><p>{ONE}</p><p>{TWO}</p></div></body></html>"
    found = read_bytes(data.encode("gb18030"), "a.html")
    assert texts(found) == [ONE, TWO]
    assert label == "gb2312" or any("claims" in problem.message for problem in found.problems)


def test_emoji_written_as_two_halves_are_put_together():
    found = page(f"<h1>许达哲主持召开友城工作会议</h1><div><p>{ONE}</p><p>{TWO}&#55357;&#56397;</p></div>")
    assert texts(found)[1].endswith("\U0001f44d")


def test_every_rule_of_the_sites_can_be_used():
    assert len(site_rules()) > 15
    for rule in site_rules():
        for css in (rule.body, rule.headline, rule.info, rule.drop):
            assert not css or css_to_xpath(css).startswith(".//")


@pytest.mark.parametrize(
    ("info", "outlet", "author"),
    [
        ("By Zhang San | China Daily | Updated: 2020-04-03 09:30", "China Daily", "Zhang San"),
        ("Source: Xinhua | 2020-04-03 09:30:15 | Editor: Li Si", "Xinhua", ""),
        ("2020-04-03 09:30:15 China News Service Editor : Li Si", "China News Service", ""),
        ("Updated: April 3, 2020 | Source: english.gov.cn", "english.gov.cn", ""),
        (
            "Time: 2020-04-03  Source: Hunan Daily  Author: Zhang San  Font size: A A A",
            "Hunan Daily",
            "Zhang San",
        ),
    ],
)
def test_the_line_under_an_english_headline_is_read(info, outlet, author):
    english = "<p>Xu Dazhe, governor of Hunan, chaired a meeting to discuss friendship city work, and stressed opening up.</p>"
    found = page(
        f"<h1>Governor Xu chairs meeting</h1><div>{info}</div><div>{english * 3}</div>",
        "<title>Governor Xu chairs meeting - China</title>",
    )
    assert (found.published, found.outlet, found.author) == (date(2020, 4, 3), outlet, author)
    assert len(texts(found)) == 3


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("<base href='http://www.hunan.gov.cn/x/'>", "http://www.hunan.gov.cn/x/1.jpg"),
        ("<base href='http://[::1'>", "http://a.cn/n/1.jpg"),
        ("<base href='file:///etc/'>", "http://a.cn/n/1.jpg"),
    ],
)
def test_pictures_are_relative_to_the_base_of_the_page(base, address):
    found = article(
        "<p><img src='1.jpg'></p>",
        head=f"<title>许达哲主持召开友城工作会议</title>{base}",
        name="http://a.cn/n/2.html",
    )
    assert [photo.address for photo in found.photos] == [address]
