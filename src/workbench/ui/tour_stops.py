"""What the tour shows in each place of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.ui.actions import EDITOR, LIBRARY
from workbench.ui.tour import Stop

if TYPE_CHECKING:
    from workbench.ui.editor.place import EditorPlace
    from workbench.ui.main_window import MainWindow


def _t(context: str, text: str) -> str:
    """Translate at once; under this name and with these arguments lupdate gathers the words."""
    return QCoreApplication.translate(context, text)


def stops_of(window: MainWindow, place: str) -> list[Stop]:
    """Return the stops of a place; Review and Publish explain themselves."""
    here = {LIBRARY: _library_stops, EDITOR: _editor_stops}.get(place)
    return [*(here(window) if here else ()), *_everywhere(window)]


def _library_stops(window: MainWindow) -> list[Stop]:
    screen = window.library_screen
    return [
        Stop(
            lambda: screen.sidebar,
            _t("tour", "What waits"),
            _t("tour", "Queues say whose turn it is. Below them are the memory, the terms, the people and the figures."),
        ),
        Stop(
            lambda: screen.filters,
            _t("tour", "Find and bring in"),
            _t("tour", "Search as you type, in Chinese or English. New articles come from files, pasted text or a web page; "
               "files can be dropped on the list as well."),
        ),
        Stop(
            lambda: screen.table if screen.table.isVisible() else None,
            _t("tour", "The articles"),
            _t("tour", "Both headlines, the stage, how far it is, and who works on it. Enter opens one in the Editor."),
        ),
    ]  # fmt: skip


def _editor_stops(window: MainWindow) -> list[Stop]:
    shown = window.place(EDITOR)
    if shown is None:
        return []
    editor: EditorPlace = shown  # type: ignore[assignment] # the place of that name
    screen = editor.editor
    return [
        Stop(
            lambda: screen.view,
            _t("tour", "Source and translation"),
            _with_keys(window, _t("tour", "A sentence a row. Type, then %1 confirms it and goes to the next open one. A wavy "
               "line is a finding; %2 goes to the next."), "segment.confirm", "tools.next_finding"),
        ),
        Stop(
            lambda: screen.panel,
            _t("tour", "What helps"),
            _with_keys(window, _t("tour", "Matches, engines, the figures of the sentence in English, and terms. %1 to %2 insert "
               "what has that number."), "segment.insert_1", "segment.insert_9"),
        ),
        Stop(
            lambda: screen.header,
            _t("tour", "Where it stands"),
            _t("tour", "The stage of the article, its preview, and the way on: submit it when every row is confirmed."),
        ),
    ]  # fmt: skip


def _everywhere(window: MainWindow) -> list[Stop]:
    return [
        Stop(
            lambda: window.status,
            _t("tour", "Nothing asks to be saved"),
            _t(
                "tour",
                "This line says “Saved” only when the library has it. At the right stands who is working.",
            ),
        ),
        Stop(
            window.menuBar,
            _t("tour", "Every act has a key"),
            _with_keys(
                window,
                _t(
                    "tour",
                    "Any act is found by its name with %1, all keys are shown by %2, and the guide stands under Help.",
                ),
                "tools.palette",
                "help.shortcuts",
            ),
        ),
    ]


def _with_keys(window: MainWindow, words: str, *acts: str) -> str:
    """Put the keys that acts have now in the places of %1, %2 …; "—" where an act has none."""
    for place, act in enumerate(acts, start=1):
        words = words.replace(
            f"%{place}", window.actions_table.shortcut(act).replace("Return", "Enter") or "—"
        )
    return words
