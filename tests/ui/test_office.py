"""The office from the window: own queues, assigning, unlocking, publishing many, the sheet, the clipboard."""

from __future__ import annotations

import csv
import json
import subprocess
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.desk.conftest import Office, open_office

from workbench.desk import editing, publishing, reviewing
from workbench.desk.captioning import Place
from workbench.desk.checking import accept
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.reading import open_edition
from workbench.desk.staffing import assign, read_assignments
from workbench.formats.text_out import page_parts
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import Role, SegmentKind
from workbench.ui.actions import PUBLISH
from workbench.ui.library_access import open_access
from workbench.ui.library_model import Column
from workbench.ui.office_dialogs import AssignQuestion, BatchNotice, BatchOrder
from workbench.ui.publish.page_words import PageWordsQuestion


@pytest.fixture
def made(tmp_path):
    """An office with the sample approved and three short articles, two of them approved."""
    with open_office(tmp_path) as office:
        office.translate()
        finish(office, office.key)
        for number in range(3):
            report = ImportReport()
            words = f"第{'一二三'[number]}次会议召开"
            blocks = [Block(SegmentKind.HEADLINE, words), Block(SegmentKind.BODY, f"{words}。")]
            save_incoming(office.library, Incoming("zh", blocks), report)
            key = report.added[0].key
            for row in open_edition(office.library, key).rows:
                editing.save_text(office.library, office.translator, row.target_id, "A Meeting Is Held")
                editing.confirm(office.library, office.translator, [row.target_id])
            if number < 2:
                finish(office, key)
    return office


def finish(office: Office, key: str) -> None:
    reviewing.submit(office.library, office.translator, key)
    reviewing.approve(office.library, office.reviewer, key)
    for gap in ("section", "published", "outlet", "source_address", "photo_credit"):
        accept(office.library, office.editor, key, gap, "None.")


@pytest.fixture
def sit_down(window, qtbot, made, tmp_path):
    def sit(name="Editor A", queue="all"):
        window.identity.wanted = name
        window.open(open_access(str(tmp_path / "office.workbench")))
        window.activateWindow()
        qtbot.waitUntil(lambda: window.identity.person is not None, timeout=30_000)
        window.library_screen.show_queue(queue)
        qtbot.waitUntil(lambda: window.library_screen.table.model().rowCount() > 0, timeout=30_000)
        return window

    return sit


def when_there(kind, act):
    """Do something in the dialog of a kind as soon as it is there."""

    def look():
        found = next(
            (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None
        )
        if found is None:
            QTimer.singleShot(10, look)
        else:
            act(found)

    QTimer.singleShot(10, look)


def keep(seen: list[BatchNotice]):
    def read(notice: BatchNotice) -> None:
        seen.append(notice)
        notice.reject()

    return read


def test_an_article_is_given_to_somebody_until_a_day_by_keyboard(sit_down, qtbot, made):
    window = sit_down()
    library = window._desk.library
    (row,) = [r for r in window.library_screen.articles() if str(r.stage) == "drafting"]
    place = [r.key for r in window.library_screen.articles()].index(row.key)
    window.library_screen.table.selectRow(place)

    def give(question: AssignQuestion) -> None:
        names = question.names[Role.TRANSLATOR]
        names.setFocus()
        QTest.keyClicks(names, "Translator A")
        question.days[Role.TRANSLATOR].setDate(QDate.currentDate().addDays(5))
        QTest.keyClick(question, Qt.Key.Key_Return)

    when_there(AssignQuestion, give)
    QTest.keyClick(
        window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    edition = open_edition(library, row.key).edition_id
    qtbot.waitUntil(lambda: read_assignments(library, edition) != {}, timeout=30_000)
    name, due = read_assignments(library, edition)[Role.TRANSLATOR]
    assert name == "Translator A"
    assert due is not None
    model = window.library_screen.table.model()
    qtbot.waitUntil(
        lambda: (
            f"due {due:%m-%d}"
            in [model.index(n, Column.UPDATED).data().split("\n")[-1] for n in range(model.rowCount())]
        ),
        timeout=30_000,
    )


def test_each_persons_queue_stands_in_the_sidebar_with_its_count(sit_down, qtbot, made):
    window = sit_down("Translator A")
    library = window._desk.library
    (row,) = [r for r in window.library_screen.articles() if str(r.stage) == "drafting"]
    assign(library, made.editor, row.key, "Translator A", Role.TRANSLATOR)
    window.library_screen.show_queue("given")
    qtbot.waitUntil(lambda: [r.key for r in window.library_screen.articles()] == [row.key], timeout=30_000)
    model = window.library_screen.sidebar._model

    def spoken() -> list[str]:
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.data(model.index(n, 0), role) for n in range(model.rowCount())]

    qtbot.waitUntil(lambda: "Given to you, 1" in spoken(), timeout=30_000)
    assert any(line.startswith("What others did, ") for line in spoken())


def test_many_articles_are_published_at_once_with_a_report(sit_down, qtbot, made, tmp_path):
    window = sit_down()
    qtbot.waitUntil(lambda: window.library_screen.table.model().rowCount() == 4, timeout=30_000)
    window.library_screen.table.selectAll()
    titles = window.articles.chosen_titles()
    assert len(titles) == 4
    order = BatchOrder(("html", "docx", "record"), "plain.html", tmp_path / "pages")
    seen: list[BatchNotice] = []
    when_there(BatchNotice, keep(seen))
    window.articles.office.run_batch(window._desk.library, window.identity.person.id, titles, "en", order)
    qtbot.waitUntil(lambda: seen != [], timeout=60_000)
    (notice,) = seen
    assert notice.list.count() == 1
    assert "has to approve it first" in notice.list.item(0).text()
    rows = list(
        csv.DictReader((tmp_path / "pages" / "publish-report.csv").read_text("utf-8-sig").splitlines())
    )
    assert sorted(row["result"] for row in rows) == ["published", "published", "published", "refused"]
    manifest = json.loads((tmp_path / "pages" / "manifest.json").read_text("utf-8"))
    assert {f["format"] for page in manifest["pages"] for f in page["files"]} == {"html", "docx", "record"}


def test_a_batch_that_is_cancelled_leaves_whole_pages_and_says_what_was_not_reached(
    sit_down, qtbot, made, tmp_path, monkeypatch
):
    is_cancelled, publish = threading.Event(), publishing.publish

    def publish_then(*given, **named):
        is_cancelled.wait(60)
        yield from publish(*given, **named)

    monkeypatch.setattr(publishing, "publish", publish_then)
    window = sit_down()
    window.library_screen.table.selectAll()
    seen: list[BatchNotice] = []
    when_there(BatchNotice, keep(seen))
    order = BatchOrder(("html",), "site.html", tmp_path / "pages")
    window.articles.office.run_batch(
        window._desk.library, window.identity.person.id, window.articles.chosen_titles(), "en", order
    )
    window.strip._stop()
    is_cancelled.set()
    qtbot.waitUntil(lambda: seen != [], timeout=60_000)
    report = (tmp_path / "pages" / "publish-report.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(report.splitlines()))
    published = [row for row in rows if row["result"] == "published"]
    assert "not reached" in {row["result"] for row in rows}
    assert len(list((tmp_path / "pages").glob("*.html"))) == len(published)


def test_the_page_goes_to_the_clipboard_as_rich_text(sit_down, qtbot, made):
    window = sit_down()
    window.open_article(made.key, PUBLISH)
    place = window.place(PUBLISH)
    qtbot.waitUntil(lambda: place.shown is not None, timeout=30_000)
    place.copy_page()
    qtbot.waitUntil(lambda: "<h1>" in QGuiApplication.clipboard().text("html")[0], timeout=30_000)
    data = QGuiApplication.clipboard().mimeData()
    assert "<h1>Governor Xu Chairs Meeting on International Friendship City Work</h1>" in data.html()
    assert "Governor Xu Chairs Meeting" in data.text()
    assert "<" not in data.text()


@pytest.mark.outside("pdftotext")
def test_the_page_is_printed_as_its_pdf_reads_after_a_preview_of_the_sheets(sit_down, qtbot, made, tmp_path):
    window = sit_down()
    window.open_article(made.key, PUBLISH)
    place = window.place(PUBLISH)
    qtbot.waitUntil(lambda: place.shown is not None, timeout=30_000)
    sheets, path = [], tmp_path / "printed.pdf"

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintPreviewDialog):
            QTimer.singleShot(20, look)
            return
        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview is not None
        sheets.append(preview.pageCount())
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        dialog.paintRequested.emit(printer)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(20, look)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sheets != [], timeout=30_000)
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert "".join(printed.split()) == "".join("".join(page_parts(place.shown.page)).split())
    assert sheets == [path.read_bytes().count(b"/Type /Page\n")]


def test_advice_leaves_the_export_open_and_is_followed_by_keyboard(sit_down, qtbot, made, tmp_path):
    window = sit_down()
    window.open_article(made.key, PUBLISH)
    place = window.place(PUBLISH)
    qtbot.waitUntil(lambda: place.shown is not None, timeout=30_000)
    assert place.view.export.isEnabled()

    def press(words: str) -> None:
        buttons = place.view.checklist.findChildren(QPushButton)
        QTest.keyClick(next(one for one in buttons if one.text() == words), Qt.Key.Key_Space)

    def is_met(key: str) -> bool:
        return next(point for point in place.shown.points if point.key == key).is_met

    assert not is_met("preview")
    press("I have read it")
    qtbot.waitUntil(lambda: is_met("preview"), timeout=30_000)
    assert not place.view.formats.boxes["findings"].isChecked()
    press("File")
    assert place.view.formats.boxes["findings"].isChecked()
    place.export_to(tmp_path / "out")
    qtbot.waitUntil(lambda: is_met("report"), timeout=30_000)
    assert len(list((tmp_path / "out").glob("*.findings.html"))) == 1


def test_a_template_of_the_office_makes_the_page_in_the_browser(sit_down, qtbot, made, tmp_path, monkeypatch):
    folder = tmp_path / "templates"
    folder.mkdir()
    body = "{% for b in page.blocks %}<p>{{ b.text }}</p>{% endfor %}"
    (folder / "ours.html").write_text(
        f"<!DOCTYPE html><html lang=en><title>x</title><body class=ours><h1>{{{{ page.headline }}}}</h1>{body}</body></html>",
        "utf-8",
    )
    from workbench.desk.settling import change_setting
    from workbench.library.library import open_library

    with open_library(tmp_path / "office.workbench") as library:
        change_setting(library, made.editor, "template_folder", str(folder))
        change_setting(library, made.editor, "page_template", "ours.html")
    opened: list[Path] = []

    def note_address(url) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("workbench.ui.publish.place.QDesktopServices.openUrl", note_address)
    window = sit_down()
    window.open_article(made.key, PUBLISH)
    place = window.place(PUBLISH)
    qtbot.waitUntil(lambda: place.shown is not None, timeout=30_000)
    assert place.view.formats.template.currentText() == "ours.html"
    place.show_in_browser()
    qtbot.waitUntil(lambda: opened != [], timeout=30_000)
    assert "class=ours" in opened[0].read_text("utf-8")


def test_the_sign_off_sheet_is_written_from_the_window(sit_down, qtbot, made, tmp_path):
    window = sit_down()
    path = tmp_path / "sheet.pdf"
    window.articles.office.write_sheet(window._desk.library, made.key, "en", path)
    qtbot.waitUntil(path.exists, timeout=30_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_the_library_lists_and_opens_the_chosen_language(sit_down, qtbot, made):
    window = sit_down()
    window.library_screen.filters.language._pick("fr")
    qtbot.waitUntil(
        lambda: {r.stage for r in window.library_screen.articles()} == {"drafting"}, timeout=30_000
    )
    window.open_article(made.key)
    qtbot.waitUntil(lambda: window.place("editor").editor.session.edition is not None, timeout=30_000)
    assert window.place("editor").editor.session.edition.language == "fr"


def test_words_of_the_page_are_written_by_keyboard_into_the_article(sit_down, qtbot, made):
    window = sit_down()
    window.open_article(made.key, PUBLISH)
    place = window.place(PUBLISH)
    qtbot.waitUntil(lambda: place.shown is not None, timeout=30_000)

    def fill(dialog: PageWordsQuestion) -> None:
        headline = dialog.fields[Place(SegmentKind.HEADLINE)]
        assert dialog.focusWidget() is headline
        assert dialog.length.text() == "Length: 9 (at most 12)"
        QTest.keyClick(headline, Qt.Key.Key_Tab)
        QTest.keyClicks(dialog.focusWidget(), "Hunan works with its friends abroad.")
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_there(PageWordsQuestion, fill)
    QTest.keyClick(place.view.details.words, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: place.shown.page.summary != "", timeout=30_000)
    assert place.shown.page.summary == "Hunan works with its friends abroad."
    assert place.shown.stage == "in review"
