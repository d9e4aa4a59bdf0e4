"""What an office does with articles from the Library: assign, unlock, sign off on paper, publish many at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.errors import WorkbenchError
from workbench.model.kinds import Role
from workbench.model.progress import Progress
from workbench.model.rows import PersonRow
from workbench.ui.activity_strip import ActivityStrip
from workbench.ui.background import Background
from workbench.ui.dialogs import Notice, ReasonQuestion
from workbench.ui.office_dialogs import Assigning, AssignQuestion, BatchNotice, BatchOrder, BatchQuestion
from workbench.ui.sayings import said
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.desk.publishing import PublishReport
    from workbench.library.library import Library


class Office(QObject):
    """Asks, and lets the desk do it; `library` and `person_id` say where and by whom."""

    def __init__(self, window: QWidget, theme: Theme, strip: ActivityStrip, background: Background) -> None:
        super().__init__(window)
        self._window, self._theme, self._strip, self._background = window, theme, strip, background
        self.folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def assign(self, library: Library, by: int, keys: Sequence[str], language: str) -> None:
        """Ask who shall have these articles, and give them."""
        from workbench.desk.reading import open_edition
        from workbench.desk.staffing import list_people, read_assignments

        def read() -> tuple[list[PersonRow], dict[Role, tuple[str, date | None]]]:
            edition_id = open_edition(library, keys[0], language).edition_id
            held = read_assignments(library, edition_id) if len(keys) == 1 else {}
            return list_people(library), held

        def ask(found: tuple[list[PersonRow], dict[Role, tuple[str, date | None]]]) -> None:
            people, held = found
            question = AssignQuestion(self._window, people, held, len(keys))
            if question.exec():
                self._assign(library, by, keys, language, question.decided())

        self._background.look_up("office.assign", read, ask, self._say)

    def _assign(
        self, library: Library, by: int, keys: Sequence[str], language: str, decided: Sequence[Assigning]
    ) -> None:
        from workbench.desk.staffing import assign, release

        def work() -> None:
            for key in keys:
                for one in decided:
                    if one.name:
                        assign(library, by, key, one.name, one.role, language, due=one.due, reason=one.reason)
                    else:
                        release(library, by, key, one.role, language, reason=one.reason)

        self._background.write(work, None, self._say)

    def unlock(self, library: Library, by: int, key: str, language: str) -> None:
        """Ask why, and open every locked row of an article by force."""
        from workbench.desk.staffing import force_unlock

        sentence = self.tr("Every locked row of this article is opened. Who did it and why is kept.")
        question = ReasonQuestion(self._window, self.tr("Unlock by force"), sentence)
        if question.exec():
            reason = question.reason
            self._background.write(lambda: force_unlock(library, by, key, reason, language), None, self._say)

    def sign_off(self, library: Library, key: str, language: str) -> None:
        """Ask for a file, and write the sign-off sheet to it."""
        name = str(Path(self.folder) / f"{key}-sign-off.pdf")
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Sign-off sheet"), name, "PDF (*.pdf);;JSON (*.json)"
        )
        if path:
            self.write_sheet(library, key, language, Path(path))

    def write_sheet(self, library: Library, key: str, language: str, path: Path) -> None:
        """Write the sign-off sheet to a file."""
        from workbench.desk.signing import write_sheet
        from workbench.ui.sheets import register_sheets

        register_sheets()
        self._background.look_up(
            "office.sheet", lambda: write_sheet(library, key, path, language), lambda _: None, self._say
        )

    def publish(self, library: Library, by: int, titles: Mapping[str, str], language: str) -> None:
        """Ask how, and publish the chosen articles in the strip."""
        from workbench.desk.templating import list_templates

        question = BatchQuestion(self._window, list(titles.values()), list_templates(library), self.folder)
        if question.exec():
            self.run_batch(library, by, titles, language, question.order)

    def run_batch(
        self, library: Library, by: int, titles: Mapping[str, str], language: str, order: BatchOrder
    ) -> None:
        """Publish articles, given as their keys with the headlines that progress and report show."""
        from workbench.desk.publishing import PublishReport, publish, write_report
        from workbench.ui.pdf import register_pdf
        from workbench.ui.sheets import register_sheets

        register_pdf()
        register_sheets()
        self.folder = str(order.folder)
        report = PublishReport()

        def steps() -> Iterator[Progress]:
            try:
                for step in publish(
                    library,
                    by,
                    list(titles),
                    order.folder,
                    order.formats,
                    report,
                    language,
                    template=order.template,
                ):
                    yield Progress(step.done, step.total, titles.get(step.what, step.what))
            finally:
                write_report(report, order.folder, titles)

        def tell(_: object = None) -> None:
            self._tell(report, titles, order)

        self._strip.run(self.tr("Publishing articles"), steps, tell, tell)

    def _tell(self, report: PublishReport, titles: Mapping[str, str], order: BatchOrder) -> None:
        counts = (len(report.published), len(titles), len(report.files))
        lines = [
            (titles.get(key, key), "\n".join(said(reason.message) for reason in reasons))
            for key, reasons in report.refused
        ]
        notice = BatchNotice(self._window, self._theme, counts, lines, str(order.folder))
        notice.open()

    def _say(self, error: WorkbenchError) -> None:
        Notice(self._window, self._theme, error).open()
