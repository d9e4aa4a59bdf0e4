"""A session with a planted key, as a process of its own: `canary_session.py FOLDER SERVER`, the key on standard input."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.desk import keys
from workbench.desk.accounts import list_engines, try_engine
from workbench.desk.checking import accept, check_edition
from workbench.desk.demonstrating import import_sample
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all, save_text
from workbench.desk.engaging import engine_of, offers
from workbench.desk.exchanging import ExchangeReport, export_memory
from workbench.desk.keeping import backup
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition
from workbench.desk.reviewing import approve, submit
from workbench.desk.sending import send
from workbench.desk.settling import change_setting, read_settings
from workbench.desk.staffing import add_person
from workbench.engines.courier import Patience
from workbench.engines.deepl import DeeplEngine
from workbench.errors import EngineError, WorkbenchError
from workbench.formats.registry import format_keys
from workbench.library.library import Library, open_library
from workbench.model.kinds import Level, Role
from workbench.settings import DECLARED

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow
    from workbench.ui.settings.window import SettingsWindow


def main(folder: Path, server: str) -> None:
    """Do everything a day brings, at the most talkative level."""
    logging.basicConfig(level=logging.DEBUG, filename=folder / "everything.log", force=True)
    keys.keep_key("deepl", sys.stdin.readline().strip())
    with open_library(folder / "office.workbench") as library:
        editor = add_person(library, "Editor A").id
        change_setting(library, editor, "deepl_server", server)
        change_setting(library, editor, "deepl_glossary", "off")
        key = import_sample(library, by=editor)
        work(library, editor, key)
        print(DECLARED, read_settings(library), list_engines(library), offers(library))
        backup(library, str(folder / "copy.workbench"))
        for _ in export_memory(library, folder / "memory.tmx", ExchangeReport()):
            pass
        show_and_crash(library, editor, folder)
        hand_on(library, editor, key, folder)  # after the window: PDF takes whatever Qt application there is
    print("the session is over")


def work(library: Library, editor: int, key: str) -> None:
    """Draft through every failure, then for good."""
    report = DraftReport()
    while not report.filled:
        engine = engine_of(library, "deepl")
        assert isinstance(engine, DeeplEngine)
        engine._patience = Patience(deadline_s=3, try_s=1, tries=2, first_wait_s=0.001)
        report = DraftReport()
        for _ in draft(library, editor, key, "deepl", report, made=engine):
            pass
        print(report, repr(engine))
    try:
        print(try_engine(library, "deepl"))
    except EngineError as error:
        print(error, repr(error))
    row = open_edition(library, key).rows[0]
    save_text(library, editor, row.target_id, "Another headline")
    confirm_all(library, editor, open_edition(library, key).edition_id)


def hand_on(library: Library, editor: int, key: str, folder: Path) -> None:
    """Send the article away in every format that can come back, and publish it in every format there is."""
    from workbench.ui.pdf import register_pdf

    register_pdf()
    for name in ("po", "xliff12", "xliff21", "bilingual-docx", "json"):
        send(library, editor, key, name, folder / f"sent.{name}")
    reviewer = add_person(library, "Reviewer A", [Role.REVIEWER], by=editor).id
    submit(library, editor, key)
    found = check_edition(library, open_edition(library, key).edition_id)
    for check, number in sorted({(one.check, one.number) for one in found if one.level is Level.ERROR}):
        accept(library, reviewer, key, check, "a stand-in server", number=number)
    for gap in ("source_address", "photo_credit"):
        accept(library, editor, key, gap, "There is none.")
    approve(library, reviewer, key)
    published = PublishReport()
    for _ in publish(library, editor, [key], folder / "pages", format_keys(), published):
        pass
    print(format_keys(), published)


def say_about(window: MainWindow, folder: Path) -> None:
    """Copy what the page about the program and the list of what went wrong would show."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (folder / "about.txt").write_text(box.text() + box.informativeText() + box.detailedText(), "utf-8")
        box.accept()

    QTimer.singleShot(0, read)
    window.actions_table["help.about"].trigger()


def copy_all(dialog: SettingsWindow, folder: Path) -> None:
    """Select and copy in every field, the one with the key among them, and keep what the clipboard holds."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QLineEdit

    clipboard, held = QGuiApplication.clipboard(), []
    for field in dialog.findChildren(QLineEdit):
        field.selectAll()
        field.copy()
        held.append(clipboard.text())
    (folder / "clipboard.txt").write_text("\n".join(held), "utf-8")


def show_and_crash(library: Library, editor: int, folder: Path) -> None:
    """Take a picture of the settings with a key typed in, and let the program fail badly."""
    from workbench.ui.app import keep_log, log_path, make_application, make_window, tell_failure
    from workbench.ui.pictures import Variant
    from workbench.ui.scenes import settle
    from workbench.ui.settings.desk import SettingsDesk
    from workbench.ui.settings.window import SettingsWindow
    from workbench.ui.window_state import WindowState

    make_application(["canary"])
    window = make_window(WindowState(folder / "window.ini"))
    keep_log(log_path())
    desk = SettingsDesk(library, editor)
    dialog = SettingsWindow(window, window.theme, window.background, desk, may_change=True, page="engines")
    dialog.show()
    settle(window)
    dialog.boxes["deepl"].key.setText(keys.key_of("deepl"))
    dialog.grab().save(str(folder / "settings.png"))
    copy_all(dialog, folder)
    dialog.boxes["deepl"].keep.click()
    settle(window)
    print(Variant(), dialog.boxes["deepl"].place.text(), repr(desk), repr(desk.read()))
    dialog.close()
    say_about(window, folder)
    fail(tell_failure)
    with (log_path().with_suffix(".crash")).open("a", encoding="utf-8") as crash:
        faulthandler.dump_traceback(crash, all_threads=True)
    window.close()
    window.language.fall_silent()


def fail(tell_failure: object) -> None:
    """Fail with the key in a local name, as a mistake of ours could."""
    planted = keys.key_of("deepl")
    try:
        len(planted) / 0
    except ZeroDivisionError as error:
        tell_failure(print_it, type(error), error, error.__traceback__)  # type: ignore[operator]


def print_it(error: WorkbenchError) -> None:
    """Say what the window would say."""
    print(error)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
