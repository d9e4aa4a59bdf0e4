"""Published pages as a browser lays them out: nothing overlaps or sticks out, every character has a glyph, print."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from tests.formats.browser import Browser
from tests.formats.conftest import picture

from workbench.formats.html_out import HtmlFormat
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page, PageBlock, PagePhoto, Sister
from workbench.resources import resource

pytestmark = pytest.mark.outside("chromium", "pdftotext")
WIDTHS = (360, 768, 1280)
TEMPLATES = ("site.html", "plain.html")
LONG = "https://www.example.cn/" + "a-very-long-address-without-a-break/" * 6 + "index.html"
CHINESE = "4月2日，湖南省委副书记、省长许达哲主持召开国际友城工作专题会议。镕 喆 堃"

MEASURE = (Path(__file__).parent / "layout_probe.js").read_text("utf-8")


def crowded(page: Page, language: str, words: str) -> Page:
    """Return a page of a language with everything long, wide and many."""
    wide, tall = picture(1400, 200), picture(3, 900)
    photos = (
        PagePhoto("wide.png", "image/png", wide, words, "Photographer A, Photographer B and the News Agency of the Province", "x"),
        PagePhoto("tall.png", "image/png", tall, "Second", "", "y"),
        PagePhoto("", "", b"", words, "", ""),
    )  # fmt: skip
    return replace(
        page,
        language=language,
        headline=f"{words} {'Internationalization' * 3}",
        section="Home > News > Special Reports > A Section With a Rather Long Name > Photo News",
        summary=words,
        outlet=words,
        blocks=tuple(
            PageBlock(kind, f"{words} {number}\n{words}")
            for number in range(3)
            for kind in (SegmentKind.LEAD, SegmentKind.SUBHEADING, SegmentKind.BODY, SegmentKind.BYLINE)
        ),
        photos=photos,
        source_address=LONG,
        sisters=tuple(Sister(one, f"{one}.html") for one in ("zh", "fr", "ko", "ja", "de", "es", "pt")),
        notes=(words, LONG),
    )


def pages_of(page: Page) -> dict[str, bytes]:
    said = {
        "en": "The meeting of the Provincial Committee 湖南省委 was held in Changsha on April 2.",
        "zh": CHINESE,
        "ja": "会議が開かれた。沢渡の駅に、人々が集まった。" * 3,
        "ko": "회의가 열렸다. 사람들이 모였다. " * 4,
    }
    return {
        f"{template}-{language}": HtmlFormat(template).preview(crowded(page, language, words)).encode()
        for template in TEMPLATES
        for language, words in said.items()
    }


def fonts(browse: Browser, *, only: str = "*") -> dict[str, str]:
    """Give the browser the fonts of the program (matching a pattern), and no others."""
    folder = browse.folder / "fonts"
    folder.mkdir(mode=0o755)
    for font in sorted(resource("fonts").glob(only)):
        if font.suffix in {".ttf", ".otf"}:
            shutil.copy(font, folder)
            (folder / font.name).chmod(0o644)
    settings = f"<fontconfig><dir>{folder}</dir><cachedir>{browse.folder}/home/fonts</cachedir></fontconfig>"
    return {"FONTCONFIG_FILE": str(browse.put("fonts.conf", settings.encode()))}


def faults_in(browse: Browser, pages: dict[str, bytes], **environment: str) -> dict[str, list[str]]:
    """Lay pages out at every width and return what is wrong with each; nothing in the pages is changed."""
    for name, data in pages.items():
        browse.put(f"{name}.html", data)
    frames = "".join(
        f'<iframe title="{name} {width}" src="{name}.html" width="{width}" height="4000" frameborder=0></iframe>'
        for name in pages
        for width in WIDTHS
    )
    asking = f"<!DOCTYPE html><meta charset=utf-8><body>{frames}<pre id=said></pre><script>{MEASURE}</script>"
    tree = browse.load(
        browse.put("asking.html", asking.encode()), "--allow-file-access-from-files", **environment
    )
    said = re.search(r'<pre id="said">(.+?)</pre>', tree, re.DOTALL)
    assert said is not None, "the pages were not measured"
    measured: dict[str, list[str]] = json.loads(unescape(said.group(1)))
    assert len(measured) == len(pages) * len(WIDTHS)
    return {name: found for name, found in measured.items() if found}


def test_no_page_overlaps_sticks_out_or_lacks_a_glyph(page, browse):
    assert faults_in(browse, pages_of(page), **fonts(browse)) == {}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("<div style='width:1500px'>wide</div>", "scrolls sideways"),
        ("<p style='margin-top:-3rem'>These words lie on those above.</p>", "overlap"),
        ("<p style='margin-left:-900px'>Out at the left.</p>", "sticks out"),
        ("<p>\u0378</p>", "no glyph"),
    ],
)
def test_the_control_fires(page, browse, change, fault):
    broken = HtmlFormat("plain.html").preview(page).replace("</article>", f"{change}</article>")
    broken = broken.replace("<head>", "<head><!--").replace(
        "<title>", "--><title>"
    )  # its policy forbids the change
    found = faults_in(browse, {"broken": broken.encode()}, **fonts(browse))
    assert len(found) == len(WIDTHS)
    assert all(any(fault in one for one in each) for each in found.values()), found


def test_a_chinese_character_without_a_font_is_noticed(page, browse):
    pages = {"zh": HtmlFormat().preview(replace(page, headline=CHINESE)).encode()}
    assert "no glyph" in str(faults_in(browse, pages, **fonts(browse, only="WorkbenchSerif-Regular.ttf")))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_printed_page_has_the_article_and_no_links_to_other_languages(page, browse, template):
    whole = crowded(page, "en", "The meeting was held in Changsha.")
    printed = browse.print(browse.put("page.html", HtmlFormat(template).preview(whole).encode()))
    text = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, check=True
    ).stdout.decode()
    folded = " ".join(text.split())
    assert folded.count("The meeting was held in Changsha.") > len(whole.blocks) * 2
    assert "Translator: Translator A" in folded
    assert "Français" not in folded
    sizes = subprocess.run(["pdfinfo", str(printed)], capture_output=True, check=True).stdout.decode()
    assert re.search(r"Page size: +(612|595)", sizes)
