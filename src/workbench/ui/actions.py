"""The table of everything a person can do: menus, palette, shortcuts page and docs are drawn from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from workbench.ui.icons import icon
from workbench.ui.theme import Theme

LIBRARY, EDITOR, REVIEW, PUBLISH = "library", "editor", "review", "publish"
COMMENT = "comment"
"""The field of a comment: what belongs there is done by the field while the focus is in it."""
ROWS = frozenset({EDITOR, REVIEW})
ARTICLE = frozenset({EDITOR, REVIEW, PUBLISH})
EVERYWHERE = frozenset({LIBRARY, EDITOR, REVIEW, PUBLISH})


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the table.

    `keys` are the default shortcut and a second one, in Qt's portable spelling; `places` say where
    the action exists; actions of one `group` stand together in the menu.
    """

    id: str
    label: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    places: frozenset[str] = EVERYWHERE
    group: int = 0
    is_checkable: bool = False


def _T(context: str, text: str) -> str:  # noqa: ARG001 - the mark that lupdate looks for (tools/translations.py)
    return text


MENUS: tuple[tuple[str, str], ...] = (
    ("file", _T("actions", "&File")),
    ("edit", _T("actions", "&Edit")),
    ("segment", _T("actions", "&Segment")),
    ("article", _T("actions", "&Article")),
    ("tools", _T("actions", "&Tools")),
    ("view", _T("actions", "&View")),
    ("help", _T("actions", "&Help")),
)

LIBRARY_ONLY = frozenset({LIBRARY})
# fmt: off
ACTIONS: tuple[Action, ...] = (
    Action("file.import", _T("actions", "Import files…"), "file", ("Ctrl+O",), "file-plus"),
    Action("file.paste", _T("actions", "New article from pasted text…"), "file", ("Ctrl+N",), "clipboard"),
    Action("file.address", _T("actions", "New article from a web address…"), "file", ("Ctrl+L",), "globe"),
    Action("file.recent_articles", _T("actions", "Recent articles"), "file", (), "history"),
    Action("file.open_library", _T("actions", "Open library…"), "file", (), "folder", group=1),
    Action("file.recent_libraries", _T("actions", "Recent libraries"), "file", (), "database", group=1),
    Action("file.open_server", _T("actions", "Open library on a server…"), "file", (), "database", group=1),
    Action("file.person", _T("actions", "Who is working…"), "file", (), "user", group=1),
    Action("file.new_window", _T("actions", "New window for somebody else…"), "file", (), "users", group=1),
    Action("file.quit", _T("actions", "Quit"), "file", ("Ctrl+Q",), group=2),
    Action("edit.undo", _T("actions", "Undo"), "edit", ("Ctrl+Z",), "undo", ROWS),
    Action("edit.redo", _T("actions", "Redo"), "edit", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", ROWS),
    Action("edit.find", _T("actions", "Find…"), "edit", ("Ctrl+F",), "search", ROWS, group=1),
    Action("edit.replace", _T("actions", "Replace…"), "edit", ("Ctrl+H",), "replace", ROWS, group=1),
    Action("edit.copy_rows", _T("actions", "Copy rows as a table"), "edit", ("Ctrl+Shift+C",), "copy", ROWS, 2),
    Action("edit.select_down", _T("actions", "Choose the next row too"), "edit", ("Ctrl+Shift+Down",), "", ROWS, 2),
    Action("edit.select_up", _T("actions", "Choose the row before too"), "edit", ("Ctrl+Shift+Up",), "", ROWS, 2),
    Action("segment.confirm", _T("actions", "Confirm, go to next unconfirmed"), "segment",
           ("Ctrl+Return", "Ctrl+Enter"), "check", ROWS),
    Action("segment.confirm_next", _T("actions", "Confirm, go to next"), "segment",
           ("Ctrl+Alt+Return", "Ctrl+Alt+Enter"), "check", ROWS),
    Action("segment.next_open", _T("actions", "Next unconfirmed"), "segment", ("Ctrl+Down",), "arrow-down", ROWS),
    Action("segment.previous_open", _T("actions", "Previous unconfirmed"), "segment",
           ("Ctrl+Up",), "arrow-up", ROWS),
    Action("segment.copy_source", _T("actions", "Copy source to target"), "segment",
           ("Ctrl+Ins", "Ctrl+Shift+S"), "copy", ROWS, 1),
    *(Action(f"segment.insert_{n}", _T("actions", "Insert suggestion %1"), "suggestions", (f"Ctrl+{n}",), "", ROWS)
      for n in range(1, 10)),
    Action("segment.split", _T("actions", "Split at the caret"), "segment", ("Ctrl+T",), "split", ROWS, 2),
    Action("segment.divide", _T("actions", "Divide a very long row"), "segment", (), "split", ROWS, 2),
    Action("segment.join", _T("actions", "Join with next"), "segment", ("Ctrl+J",), "join", ROWS, 2),
    Action("segment.paragraph", _T("actions", "Opens a paragraph"), "segment",
           ("Ctrl+Shift+B",), "paragraph", ROWS, 2),
    Action("segment.move_up", _T("actions", "Move up"), "segment", ("Alt+Shift+Up",), "arrow-up", ROWS, 2),
    Action("segment.move_down", _T("actions", "Move down"), "segment", ("Alt+Shift+Down",), "arrow-down", ROWS, 2),
    Action("segment.omit", _T("actions", "Leave out on purpose…"), "segment", ("Ctrl+Shift+O",), "minus", ROWS, 3),
    Action("segment.add", _T("actions", "Add English without a source…"), "segment",
           ("Ctrl+Shift+A",), "plus", ROWS, 3),
    Action("segment.lock", _T("actions", "Lock or unlock"), "segment", ("Ctrl+Shift+L",), "lock", ROWS, 3),
    Action("segment.correct_source", _T("actions", "Correct the source…"), "segment", ("F2",), "pencil", ROWS, 3),
    Action("segment.comment", _T("actions", "Comment…"), "segment",
           ("Ctrl+M", "Ctrl+Shift+N"), "comment", ROWS, 4),
    Action("comment.send", _T("actions", "Send the comment"), "segment", ("Ctrl+Return", "Ctrl+Enter"), "send",
           frozenset({COMMENT}), 4),
    Action("segment.return", _T("actions", "Return this row…"), "segment", ("Ctrl+R",), "return",
           frozenset({REVIEW}), 4),
    Action("segment.return_stretch", _T("actions", "Return rows…"), "segment", ("Ctrl+Shift+R",), "return",
           frozenset({REVIEW}), 4),
    Action("segment.approve_stretch", _T("actions", "Approve rows…"), "segment", (), "check-double",
           frozenset({REVIEW}), 4),
    Action("review.next_stop", _T("actions", "Next returned or changed"), "segment", ("Alt+Down",), "arrow-down", ROWS, 4),
    Action("review.previous_stop", _T("actions", "Previous returned or changed"), "segment",
           ("Alt+Up",), "arrow-up", ROWS, 4),
    Action("review.accept_change", _T("actions", "Accept the change"), "segment", ("F9",), "check", ROWS, 4),
    Action("review.undo_change", _T("actions", "Undo the change"), "segment", ("Shift+F9",), "return", ROWS, 4),
    Action("review.compare", _T("actions", "Show changes since…"), "segment", ("Ctrl+Shift+M",), "history",
           frozenset({REVIEW}), 4),
    Action("segment.add_term", _T("actions", "Add term from the selection…"), "segment",
           ("Ctrl+E",), "tag", ROWS, 4),
    Action("article.open", _T("actions", "Open"), "article", (), "pencil", LIBRARY_ONLY),
    Action("article.draft", _T("actions", "Fill empty segments…"), "article", ("Ctrl+Shift+D",), "star"),
    Action("article.analyse", _T("actions", "Match analysis…"), "article", (), "chart"),
    Action("article.candidates", _T("actions", "Candidates for terms…"), "article", (), "tag"),
    Action("article.assign", _T("actions", "Assign or hand over…"), "article", ("Ctrl+Shift+G",), "users"),
    Action("article.preview", _T("actions", "Preview"), "article", ("F5",), "eye"),
    Action("article.compare", _T("actions", "Compare versions…"), "article", (), "history", ROWS),
    Action("article.submit", _T("actions", "Submit for review"), "article",
           ("Ctrl+Shift+Return",), "send", frozenset({EDITOR}), 1),
    Action("article.approve", _T("actions", "Approve article"), "article",
           ("Alt+Shift+Return",), "check-double", ROWS, 1),
    Action("article.return", _T("actions", "Return with a reason…"), "article",
           ("Alt+Shift+R",), "return", ROWS, 1),
    Action("article.reopen", _T("actions", "Reopen the review"), "article", (), "history", group=1),
    Action("article.publish", _T("actions", "Publish…"), "article", ("Ctrl+Shift+X",), "upload", group=2),
    Action("article.print", _T("actions", "Print…"), "article", ("Ctrl+P",), "", frozenset({PUBLISH}), 2),
    Action("article.copy_page", _T("actions", "Copy the page as rich text"), "article", ("Ctrl+Shift+C",), "copy",
           frozenset({PUBLISH}), 2),
    Action("article.browser", _T("actions", "Show the page in the browser"), "article", ("F6",), "globe",
           frozenset({PUBLISH}), 2),
    Action("article.publish_many", _T("actions", "Publish chosen articles…"), "article", (), "upload",
           LIBRARY_ONLY, 2),
    Action("article.sheet", _T("actions", "Sign-off sheet…"), "article", (), "clipboard", group=2),
    Action("article.correct", _T("actions", "Start a correction"), "article", (), "pencil", group=2),
    Action("article.withdraw", _T("actions", "Withdraw…"), "article", (), "x-circle", group=2),
    Action("article.take_down", _T("actions", "Take the withdrawn page down…"), "article", (), "x-circle",
           frozenset({PUBLISH}), 2),
    Action("article.unlock", _T("actions", "Unlock by force…"), "article", (), "lock", group=3),
    Action("tools.concordance", _T("actions", "Concordance or search"), "tools", ("F3", "Ctrl+K"), "search"),
    Action("tools.dictionary", _T("actions", "Look the Chinese word up"), "tools", ("F4",), "book", ROWS),
    Action("tools.spelling", _T("actions", "Next misspelt word"), "tools", ("F7",), "book", ROWS, 1),
    Action("tools.next_finding", _T("actions", "Next finding"), "tools", ("F8",), "warning", ROWS, 1),
    Action("tools.mend_finding", _T("actions", "Mend the finding"), "tools", ("Ctrl+F8",), "check", ROWS, 1),
    Action("tools.accept_finding", _T("actions", "Accept the finding…"), "tools", ("Ctrl+Shift+F8",), "check", ROWS, 1),
    Action("tools.check", _T("actions", "Run all checks"), "tools", ("Shift+F8",), "check-double", ROWS, 1),
    Action("tools.build_memory", _T("actions", "Build memory from published articles…"), "tools", (), "join", group=2),
    Action("tools.house", _T("actions", "Names and exceptions…"), "tools", (), "tag", group=2),
    Action("tools.people", _T("actions", "People…"), "tools", (), "users", group=2),
    Action("tools.settings", _T("actions", "Settings…"), "tools", ("Ctrl+,",), "settings", group=2),
    Action("tools.keys", _T("actions", "Keys…"), "tools", (), "keyboard", group=2),
    Action("tools.palette", _T("actions", "Command palette…"), "tools", ("Ctrl+Shift+P",), "command", group=3),
    Action("view.library", _T("actions", "Library"), "view", ("Alt+1",), "inbox"),
    Action("view.editor", _T("actions", "Editor"), "view", ("Alt+2",), "pencil"),
    Action("view.review", _T("actions", "Review"), "view", ("Alt+3",), "check-double"),
    Action("view.publish", _T("actions", "Publish"), "view", ("Alt+4",), "upload"),
    Action("view.panel", _T("actions", "Side panel"), "view", ("Ctrl+Shift+E",), "", ROWS, 1),
    Action("view.larger", _T("actions", "Larger article text"), "view", ("Ctrl++", "Ctrl+="), "", group=1),
    Action("view.smaller", _T("actions", "Smaller article text"), "view", ("Ctrl+-",), "", group=1),
    Action("view.fonts", _T("actions", "Fonts of articles…"), "view", (), "", group=1),
    Action("view.system", _T("actions", "Light or dark as the system"), "view", (), "", group=2, is_checkable=True),
    Action("view.light", _T("actions", "Light"), "view", (), "sun", group=2, is_checkable=True),
    Action("view.dark", _T("actions", "Dark"), "view", (), "moon", group=2, is_checkable=True),
    Action("view.english", "English", "view", (), "", group=3, is_checkable=True),
    Action("view.chinese", "简体中文", "view", (), "", group=3, is_checkable=True),
    Action("help.guide", _T("actions", "User guide"), "help", ("Shift+F1",), "book"),
    Action("help.tour", _T("actions", "Take the tour"), "help", (), "arrow-right"),
    Action("help.shortcuts", _T("actions", "Keyboard shortcuts"), "help", ("F1",), "keyboard"),
    Action("help.about", _T("actions", "About Translation Workbench"), "help", (), "info"),
)
# fmt: on
ICONS_MS = 300
"""The icons of the menus are drawn after the window: they cost more than all the rest of it."""
FORBIDDEN_KEYS = frozenset({"Return", "Enter", "Space", "Ctrl+Space"})
"""Keys that belong to the input method and are never bound."""


def translated(text: str) -> str:
    """Return an action's or menu's label in the language of the interface."""
    return QCoreApplication.translate("actions", text)


def unmarked(label: str) -> str:
    """Return a menu's label without the mark of its key, which Chinese writes in brackets behind it."""
    return re.sub(r"\(&.\)|&", "", label)


def spelled(action: Action) -> str:
    """Return an action's label as people read it: translated, numbered, without the menu's marks."""
    label = translated(action.label)
    number = action.id.rpartition("_")[2]
    return label.replace("%1", number) if number.isdigit() else label


def conflicts(keys: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Return every key that two actions of one place share: (key, action id, action id)."""
    found = []
    rows = [(action, key) for action in ACTIONS for key in keys.get(action.id, action.keys)]
    for index, (first, key) in enumerate(rows):
        for second, other in rows[index + 1 :]:
            if key == other and first.id != second.id and first.places & second.places:
                found.append((key, first.id, second.id))
    return found


class Actions(QObject):
    """The table come alive in one window: a `QAction` a row, bound by whoever can do it.

    Screens bind their acts with `bind`; the window says with `enter` which place is shown, and only
    what belongs there and is bound can be triggered. `refused` lets a screen switch acts off.
    """

    retranslated = Signal()
    keysChanged = Signal()
    """Other keys do what is in the table: whoever reserved or shows them looks again."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._place = LIBRARY
        self._bound: dict[str, Callable[[], None]] = {}
        self._allowed: dict[str, bool] = {}
        self._made = {action.id: self._make(action) for action in ACTIONS}
        theme.changed.connect(self._colour)
        QTimer.singleShot(ICONS_MS, self, self._colour)
        self._refresh()

    def __getitem__(self, identity: str) -> QAction:
        """Return the live action of that id."""
        return self._made[identity]

    def __iter__(self) -> Iterator[tuple[Action, QAction]]:
        """Go through the table with the live actions beside it."""
        for action in ACTIONS:
            yield action, self._made[action.id]

    def bind(self, identity: str, act: Callable[[], None]) -> None:
        """Say what an action does; binding again replaces what it did."""
        self._bound[identity] = act
        self._refresh()

    def allow(self, identity: str, *, is_allowed: bool) -> None:
        """Switch a bound action on or off, as rights and state demand."""
        self._allowed[identity] = is_allowed
        self._refresh()

    def enter(self, place: str) -> None:
        """Say which place is shown: library, editor, review or publish."""
        self._place = place
        self._refresh()

    def use_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give every action the keys of a keymap, at once."""
        for identity, given in keys.items():
            self.set_keys(identity, given)
        self.keysChanged.emit()

    def set_keys(self, identity: str, keys: tuple[str, ...]) -> None:
        """Give an action other shortcuts; the input method's own keys are left out."""
        usable = [key for key in keys if key not in FORBIDDEN_KEYS]
        self._made[identity].setShortcuts([QKeySequence(key) for key in usable])

    def shortcut(self, identity: str) -> str:
        """Return an action's first shortcut as this system writes it, "" without one; the key is called Enter."""
        written = self._made[identity].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return written.replace("Return", "Enter")

    def retranslate(self) -> None:
        """Write every label anew after the language changed."""
        for action, made in self:
            made.setText(spelled(action))
            made.setToolTip(spelled(action))
        self.retranslated.emit()

    def fill(self, bar: QMenuBar) -> None:
        """Draw the menus of the current place into a menu bar; those of the place before go."""
        bar.clear()
        for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()
        for name, label in MENUS:
            rows = [action for action in ACTIONS if action.menu == name and self._place in action.places]
            if rows:
                self._fill_menu(bar.addMenu(translated(label)), rows)

    def _fill_menu(self, menu: QMenu, rows: list[Action]) -> None:
        menu.setToolTipsVisible(False)
        group = rows[0].group
        for action in rows:
            if action.group != group:
                menu.addSeparator()
                group = action.group
            menu.addAction(self._made[action.id])

    def _make(self, action: Action) -> QAction:
        made = QAction(spelled(action), self)
        made.setObjectName(action.id)
        made.setCheckable(action.is_checkable)
        made.setMenuRole(QAction.MenuRole.QuitRole if action.id == "file.quit" else QAction.MenuRole.NoRole)
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made.setShortcuts([QKeySequence(key) for key in action.keys])
        made.triggered.connect(lambda: self._act(action.id))
        self._window.addAction(made)
        return made

    def _act(self, identity: str) -> None:
        act = self._bound.get(identity)
        if act is not None:
            act()

    def _refresh(self) -> None:
        for action, made in self:
            is_here = self._place in action.places and action.id in self._bound
            made.setEnabled(is_here and self._allowed.get(action.id, True))

    def _colour(self) -> None:
        for action, made in self:
            if action.icon:
                made.setIcon(icon(self._theme, action.icon, "muted"))
