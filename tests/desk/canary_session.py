"""A session with a planted key, as a process of its own: `canary_session.py FOLDER SERVER`, the key on standard input."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path

from workbench.desk import keys
from workbench.desk.accounts import list_engines, try_engine
from workbench.desk.demonstrating import import_sample
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all, save_text
from workbench.desk.engaging import engine_of, offers
from workbench.desk.exchanging import ExchangeReport, export_memory
from workbench.desk.keeping import backup
from workbench.desk.reading import open_edition
from workbench.desk.settling import change_setting, read_settings
from workbench.desk.staffing import add_person
from workbench.engines.courier import Patience
from workbench.engines.deepl import DeeplEngine
from workbench.errors import EngineError, WorkbenchError
from workbench.library.library import Library, open_library
from workbench.settings import DECLARED


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
    dialog.boxes["deepl"].keep.click()
    settle(window)
    print(Variant(), dialog.boxes["deepl"].place.text(), repr(desk), repr(desk.read()))
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
