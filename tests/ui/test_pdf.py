"""PDF: the text that can be copied is the article, in Latin and in Chinese."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from workbench.errors import FormatError
from workbench.formats.text_out import page_parts
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page, PageBlock, PagePhoto
from workbench.ui.pdf import PdfFormat

CHINESE = (
    "4月2日，湖南省委副书记、省长许达哲主持召开国际友城工作专题会议，行走于金融、龙山、见面、长江、门户之间。"
)
ENGLISH = "The office’s efficient staff — “Belt and Road”, 5–6% fi ffi AV To; café naïve: £3.50."


@pytest.fixture
def page(qapp):
    return Page(
        key="k",
        language="en",
        source_language="zh",
        headline="Governor Xu Chairs Meeting on International Friendship City Work",
        source_headline="",
        section="Home > Photo News",
        published=date(2020, 4, 3),
        outlet="Hunan Provincial Government",
        blocks=(
            PageBlock(SegmentKind.LEAD, ENGLISH),
            PageBlock(SegmentKind.SUBHEADING, "A subheading"),
            PageBlock(SegmentKind.BODY, f"First line\nsecond line {CHINESE}"),
        ),
        photos=(PagePhoto("", "", b"", "A caption.", "Photographer C", ""),),
        translators=("Translator A",),
    )


EAST = {
    "ko": "쉬다저 성장이 4월 2일 국제 우호도시 업무 회의를 주재하고 “일대일로” 협력을 강조했다. 3.5억 위안.",
    "ja": "許達哲省長は4月2日、国際友好都市に関する会議を主宰し、「一帯一路」の協力を強調した。沢渡駅、3.5億元。",
    "fr": "Le gouverneur Xu Dazhe a présidé une réunion : « coopération », œuvre, 3,5 milliards d’euros.",
}


def _folded(text: str) -> str:
    return "".join(text.split())


def test_the_text_layer_is_the_text_of_the_page(page):
    written = PdfFormat().write(page)
    assert PdfFormat().differences(page, written) == []


@pytest.mark.outside("pdftotext")
@pytest.mark.parametrize("language", EAST)
def test_pages_in_other_scripts_copy_as_they_were_typed(page, tmp_path, language):
    east = replace(page, language=language, blocks=(PageBlock(SegmentKind.BODY, EAST[language]),))
    path = tmp_path / "page.pdf"
    path.write_bytes(PdfFormat().write(east))
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert _folded(text) == _folded("".join(page_parts(east)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_long_article_of_many_pages_is_whole(page, language):
    long = replace(
        page,
        language=language,
        blocks=tuple(PageBlock(SegmentKind.BODY, f"{n} {CHINESE} {ENGLISH}" * 3) for n in range(60)),
    )
    written = PdfFormat().write(long)
    assert written.count(b"/Type /Page\n") > 3
    assert PdfFormat().differences(long, written) == []


def test_a_changed_word_is_noticed(page):
    other = replace(page, blocks=(PageBlock(SegmentKind.BODY, "Something else"),))
    assert PdfFormat().differences(page, PdfFormat().write(other)) != []


def test_the_same_page_gives_the_same_bytes(page):
    assert PdfFormat().write(page) == PdfFormat().write(page)


@pytest.mark.outside("pdftotext")
def test_pdftotext_gives_the_article_without_radicals(page, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(PdfFormat().write(page))
    text = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert _folded(text) == _folded("".join(page_parts(page)))


def test_a_damaged_picture_is_named(page):
    broken = replace(page, photos=(replace(page.photos[0], name="hall.png", data=b"\x89PNG\r\n\x1a\nx"),))
    with pytest.raises(FormatError, match=r"hall\.png cannot be read"):
        PdfFormat().write(broken)


def test_a_pdf_cut_short_is_refused(page):
    with pytest.raises(FormatError, match="not whole"):
        PdfFormat().read_back(PdfFormat().write(page)[:-100])
