"""What the Publish place shows is what is exported: the browser's page to the byte, the preview to the word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from tests.desk.conftest import Office, open_office
from tests.formats.conftest import full_page, page, picture

from workbench.desk import reviewing
from workbench.desk.checking import accept
from workbench.desk.editing import confirm_all
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition
from workbench.desk.settling import change_setting
from workbench.formats.pictures import data_address
from workbench.model.incoming import Block, Incoming, IncomingPhoto
from workbench.model.kinds import SegmentKind
from workbench.ui.publish.bound import PublishDesk
from workbench.ui.publish.preview import Preview

__all__ = ["full_page", "page"]

SOURCE = "https://www.example.cn/1.html"


@pytest.fixture
def office(tmp_path):
    with open_office(tmp_path) as opened:
        yield opened


def an_article(office: Office, number: int, *, photos: int, source: str = SOURCE) -> str:
    """Import an article with its translation, approve it and return its key."""
    pictures = [IncomingPhoto(f"p{n}.png", "image/png", picture(4 + n, 3)) for n in range(photos)]

    def told(language: str, headline: str, caption: str, body: str) -> Incoming:
        captions = [Block(SegmentKind.CAPTION, caption.format(n), n) for n in range(photos)]
        blocks = [Block(SegmentKind.HEADLINE, headline), *captions, Block(SegmentKind.BODY, body)]
        return Incoming(
            language,
            blocks,
            section="Home > Photo News",
            published=date(2026, 11, 27),
            outlet="Hunan Daily",
            source_address=source,
            photo_credit="Photographer A",
            photos=list(pictures) if language == "zh" else [],
        )

    report = ImportReport()
    chinese = told("zh", f"会议召开{number}", "会议现场{}。", "会议召开，与会者发言。")
    english = told(
        "en", f"Meeting {number} <Held> & “Seen”", "Scene {} of the meeting.", "Those present spoke."
    )
    save_incoming(office.library, chinese, report, by=office.translator, translated=english)
    key = report.added[0].key
    confirm_all(office.library, office.translator, open_edition(office.library, key).edition_id)
    reviewing.submit(office.library, office.translator, key)
    reviewing.approve(office.library, office.reviewer, key)
    for gap in () if source else ("source_address",):
        accept(office.library, office.editor, key, gap, "None.")
    return key


def exported(office: Office, key: str, folder: Path, template: str = "") -> bytes:
    """Publish an article and return its web page."""
    report = PublishReport()
    for _ in publish(office.library, office.editor, [key], folder, ["html"], report, template=template):
        pass
    assert report.refused == []
    return report.files[0].path.read_bytes()


def words(page: bytes) -> list[str]:
    """Return the words a reader of the web page sees, in their order."""
    body = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")).find("body")
    return " ".join(body.itertext()).split()


def shown(preview: Preview) -> list[str]:
    """Return the words the preview shows, without the pictures."""
    return preview.browser.toPlainText().replace("\N{OBJECT REPLACEMENT CHARACTER}", " ").split()


@pytest.mark.parametrize("template", ["site.html", "plain.html"])
@pytest.mark.parametrize("site", ["", "https://www.example.cn/{language}"])
@pytest.mark.parametrize("photos", [0, 2])
def test_the_page_shown_in_the_browser_is_the_exported_one_to_the_byte(
    office, tmp_path, template, site, photos
):
    change_setting(office.library, office.editor, "site_address", site)
    key = an_article(office, 1, photos=photos)
    desk = PublishDesk(office.library, office.editor)
    page = desk.read(key, "en").page
    before = desk.in_browser(page, template)
    written = exported(office, key, tmp_path / "out", template)
    assert len(page.photos) == photos
    for photo in page.photos:  # the one difference: the preview is a single file, so its pictures are inside
        beside = f'src="{photo.name}"'.encode()
        assert written.count(beside) == 1
        written = written.replace(beside, f'src="{data_address(photo)}"'.encode())
        assert (tmp_path / "out" / photo.name).read_bytes() == photo.data
    assert before == written
    assert desk.in_browser(desk.read(key, "en").page, template) == written


@pytest.mark.parametrize("photos", [0, 2])
def test_the_preview_on_the_screen_has_the_words_of_the_exported_page_in_their_order(
    office, tmp_path, qtbot, theme, photos
):
    key = an_article(office, 1, photos=photos)
    page = PublishDesk(office.library, office.editor).read(key, "en").page
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.show_page(page)
    assert shown(preview) == words(exported(office, key, tmp_path / "out"))


def test_only_the_preview_says_that_the_source_address_is_missing(office, tmp_path, qtbot, theme):
    key = an_article(office, 1, photos=0, source="")
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.show_page(PublishDesk(office.library, office.editor).read(key, "en").page)
    assert shown(preview) == [
        *words(exported(office, key, tmp_path / "out")),
        "Chinese",
        "source:",
        "missing",
    ]


def test_a_full_page_has_the_same_words_in_the_preview(full_page, qtbot, theme):
    from workbench.formats.html_out import HtmlFormat

    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.show_page(full_page)
    assert shown(preview) == words(HtmlFormat().write(full_page))


def test_the_preview_is_drawn_from_the_exported_page_itself(full_page, qtbot, theme, monkeypatch):
    from workbench.formats.html_out import HtmlFormat

    written = HtmlFormat().preview(full_page).replace("<footer", "<p>One line more</p><footer")
    monkeypatch.setattr(HtmlFormat, "preview", lambda _self, _page: written)
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.show_page(full_page)
    assert "One line more" in preview.browser.toPlainText()


def test_a_page_that_cannot_be_exported_says_so_in_its_preview(page, qtbot, theme):
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.show_page(replace(page, outlet="Hunan\x00Daily"))
    assert "outlet" in preview.browser.toPlainText()
