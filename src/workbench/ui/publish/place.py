"""The Publish place: joins the screen, the desk and the lanes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout

from workbench.desk.captioning import Words
from workbench.desk.gate import FINDINGS
from workbench.desk.publishing import PublishReport
from workbench.errors import RefusedError
from workbench.model.base import now
from workbench.model.changes import Changes
from workbench.model.kinds import Stage
from workbench.model.page import Page
from workbench.sentences import say
from workbench.ui.actions import EDITOR, REVIEW
from workbench.ui.dialogs import Notice, ReasonQuestion
from workbench.ui.paper import set_page
from workbench.ui.pdf import draw_page, register_pdf
from workbench.ui.places import Activity, ArticlePlace, Standing, Surroundings
from workbench.ui.publish.bound import LookedThrough, PublishDesk, PublishView
from workbench.ui.publish.checklist import say_field
from workbench.ui.publish.page_words import PageWordsQuestion
from workbench.ui.publish.screen import PublishScreen
from workbench.ui.sheets import register_sheets
from workbench.ui.status_bar import StatusFact

REFRESH_MS = 150
A_DAY = 24 * 3600


class PublishPlace(ArticlePlace):
    """Shows one edition ready (or not) to be published; `folder` is where files went last."""

    exported = Signal()
    _library_changed = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.desk = PublishDesk(around.desk.library, around.person.id)
        self.view = PublishScreen(around.theme)
        self.folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._key, self._language = "", "en"
        self.shown: PublishView | None = None
        self.report = PublishReport()
        self._looked: LookedThrough | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REFRESH_MS)
        self._later.timeout.connect(self.refresh)
        self._ends = QTimer(self)
        self._ends.setSingleShot(True)
        self._ends.timeout.connect(self.refresh)
        self._connect()

    def open_article(self, key: str, language: str) -> None:
        """Show an article."""
        self._key, self._language, self._looked = key, language, None
        self.refresh()

    def take_focus(self) -> None:
        """Let F5 and the keyboard act here."""
        acts = self._around.actions
        acts.bind("article.publish", self.ask_to_export)
        acts.bind("article.print", self.print_page)
        acts.bind("article.take_down", self.ask_to_take_down)
        acts.bind("article.copy_page", self.copy_page)
        acts.bind("article.browser", self.show_in_browser)
        self.view.setFocus()

    def standing(self) -> Standing | None:
        """Return the article that is shown."""
        if self.shown is None:
            return None
        return Standing(self._key, self.shown.page.source_headline or self.shown.page.headline)

    def splits(self) -> list[QSplitter]:
        """Return the line between details and page."""
        return [self.view.split]

    def forget(self) -> None:
        """Listen to nothing any longer."""
        self._unlisten()
        self._later.stop()
        self._ends.stop()
        self._around.background.forget("publish")

    def refresh(self) -> None:
        """Read the edition again."""
        key, language = self._key, self._language
        if key:
            looked = self._looked
            self._around.background.look_up(
                "publish", lambda: self.desk.read(key, language, looked), self._show
            )

    def _show(self, view: PublishView) -> None:
        self.shown = view
        self.view.show_view(view)
        self._look_again_at(view.details.embargo)
        self.facts_changed.emit([StatusFact(say("version {number}", number=view.page.version))])

    def _look_again_at(self, embargo: datetime | None) -> None:
        """Read the edition again when an embargo ends, as far ahead as a timer of the day reaches."""
        left = (embargo - now()).total_seconds() if embargo is not None else 0
        if 0 < left < A_DAY:
            self._ends.start(int(left * 1000) + REFRESH_MS)
        else:
            self._ends.stop()

    def _connect(self) -> None:
        view = self.view
        view.back_asked.connect(self.left)
        view.export_asked.connect(self.ask_to_export)
        view.print_asked.connect(self.print_page)
        view.details.changed.connect(self._save_detail)
        view.checklist.fill_asked.connect(self._fill)
        view.checklist.deed_asked.connect(self._do)
        view.checklist.look_asked.connect(self._look)
        view.details.words_asked.connect(self.ask_words)
        view.checklist.accept_asked.connect(self._ask_to_accept)
        self._library_changed.connect(self._on_changes)
        self._unlisten = self._around.desk.listen(self._library_changed.emit)

    def _on_changes(self, changes: Changes) -> None:
        if changes.editions or changes.nouns:
            self._later.start()

    def _save_detail(self, name: str, text: str) -> None:
        key, language = self._key, self._language
        self._around.background.write(
            lambda: self.desk.set_details(key, language, {name: text}),
            lambda _: self.refresh(),
            self._refused,
        )

    def _refused(self, error: object) -> None:
        notice = Notice(self, self._around.theme, error)  # type: ignore[arg-type]
        notice.open()
        self.refresh()

    def _fill(self, field: str) -> None:
        if field in {"caption", "headline"}:
            self.ask_words()
        else:
            self.view.details.focus(field)

    def ask_words(self) -> None:
        """Ask for headline, summary, captions and alternative texts, and write what was changed."""
        key, language, lanes = self._key, self._language, self._around.background

        def ask(found: tuple[tuple[Words, ...], int]) -> None:
            question = PageWordsQuestion(self, *found)
            if not question.exec() or not (changed := question.changed()):
                return
            lanes.write(
                lambda: self.desk.say_words(key, language, changed), lambda _: self.refresh(), self._refused
            )

        lanes.look_up("publish.words", lambda: self.desk.read_words(key, language), ask, self._refused)

    def _do(self, deed: str) -> None:
        """Do what a point of the checklist advises; the address of the source is opened only here."""
        key, language, lanes = self._key, self._language, self._around.background
        if deed == "alternatives":
            self.ask_words()
        elif deed == "report":
            self.view.formats.boxes["findings"].setChecked(True)
            self.view.formats.boxes["findings"].setFocus()
        elif deed == FINDINGS:
            self.look_through()
        elif deed == "link":
            lanes.run(
                lambda: self.desk.try_link(key, language),
                done=lambda _: self.refresh(),
                failed=self._refused,
            )
        else:
            lanes.write(
                lambda: self.desk.attest_preview(key, language), lambda _: self.refresh(), self._refused
            )

    def look_through(self) -> None:
        """Let the checks go through a long article, with progress; what they say holds until its text changes."""
        if self.shown is None:
            return
        edition, digest = self.shown.edition_id, self.shown.page.digest

        def done(looked: LookedThrough) -> None:
            self._looked = looked
            self.refresh()

        steps = partial(self.desk.look_through, edition, digest)
        self.activity_asked.emit(Activity(self.tr("Checking the article"), steps, done, self._refused))

    def _look(self, target_id: int) -> None:
        """Go to where a point is settled: the review while it is held, otherwise the Editor."""
        is_reviewed = self.shown is not None and self.shown.stage is Stage.IN_REVIEW
        self.row_asked.emit(REVIEW if is_reviewed else EDITOR, target_id)

    def _ask_to_accept(self, field: str) -> None:
        words = self.tr("Accept that “%1” is missing").replace("%1", say_field(field))
        question = ReasonQuestion(self, self.tr("Accept"), words)
        if question.exec():
            self.accept_gap(field, question.reason)

    def accept_gap(self, field: str, reason: str) -> None:
        """Accept a missing field with a reason."""
        key, language = self._key, self._language
        self._around.background.write(
            lambda: self.desk.accept(key, language, field, reason), lambda _: self.refresh(), self._refused
        )

    def ask_to_export(self) -> None:
        """Ask for the folder and write the chosen files."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the files"), self.folder)
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> None:
        """Write the chosen files into a folder, with progress, and say what came of it."""
        self.folder = str(folder)
        formats = self.view.chosen_formats()
        register_pdf()
        register_sheets()
        report, key, language = PublishReport(), self._key, self._language
        template = self.view.formats.template.currentText()
        self.report = report
        self.activity_asked.emit(
            Activity(
                self.tr("Publishing"),
                lambda: self.desk.publish(key, language, folder, formats, report, template),
                lambda _: self._exported(folder),
                self._refused,
            )
        )

    def _exported(self, folder: Path) -> None:
        self.refresh()
        if self.report.refused:
            self._refused(RefusedError(*self.report.refused[0][1]))
            return
        count = len(self.report.files)
        words = self.tr("%1 files written to %2", "", count).replace("%1", str(count))
        self.facts_changed.emit([StatusFact(words.replace("%2", folder.name), "ok")])
        self.exported.emit()

    def copy_page(self) -> None:
        """Put the page on the clipboard as rich text, for a letter or another editor."""
        if (page := self._page()) is None:
            return

        def put(texts: tuple[str, str]) -> None:
            data = QMimeData()
            data.setHtml(texts[0])
            data.setText(texts[1])
            QGuiApplication.clipboard().setMimeData(data)
            self.facts_changed.emit([StatusFact(self.tr("The page is on the clipboard"), "ok")])

        self._around.background.look_up(
            "publish.copy", lambda: self.desk.rich_text(page()), put, self._refused
        )

    def _page(self) -> Callable[[], Page] | None:
        """Return what gives the whole page, to be asked beside the window; None while nothing is shown."""
        shown = self.shown
        if shown is None:
            return None
        return (lambda: shown.page) if shown.is_whole else partial(self.desk.whole_page, shown.edition_id)

    def show_in_browser(self) -> None:
        """Show the page by its template in the browser, as readers will see it."""
        if (page := self._page()) is None:
            return
        key, template = self._key, self.view.formats.template.currentText()

        def write() -> Path:
            path = Path(tempfile.mkdtemp(prefix="workbench-")) / f"{key}.html"
            path.write_bytes(self.desk.in_browser(page(), template))
            return path

        self._around.background.look_up("publish.browser", write, self._browse, self._refused)

    def _browse(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def ask_to_take_down(self) -> None:
        """Ask for the folder of the pages, and put a notice where the withdrawn page stands."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of the pages"), self.folder)
        if folder:
            key, language = self._key, self._language
            self._around.background.write(
                lambda: self.desk.take_down(key, language, Path(folder)), self._taken_down, self._refused
            )

    def _taken_down(self, files: list[Path]) -> None:
        words = self.tr("%1 files were taken down", "", len(files)).replace("%1", str(len(files)))
        self.facts_changed.emit([StatusFact(words, "ok" if files else "warn")])

    def print_page(self) -> None:
        """Print the page as it goes out as PDF, after a preview of its sheets."""
        if (page := self._page()) is not None:
            self._around.background.look_up("publish.print", page, self._preview_sheets, self._refused)

    def _preview_sheets(self, page: Page) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_page(printer)
        printer.setDocName(page.headline)
        dialog = QPrintPreviewDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.paintRequested.connect(lambda device: draw_page(page, device))
        dialog.exec()
