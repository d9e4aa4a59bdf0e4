"""When the live preview is shown, drawn and followed; it stands beside the panel where there is room, else instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.editor.lanes import ignore
from workbench.ui.editor.live_preview import LivePreview
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

ROOMY = 1700
"""A screen this wide has room for rows, page and panel, in device-independent pixels."""


class Previewing(QObject):
    """Shows and hides the page of one screen, and keeps it in step with the rows."""

    def __init__(self, screen: EditorScreen, theme: Theme) -> None:
        super().__init__(screen)
        self._screen, self._session = screen, screen.session
        self._had_panel = True
        self.page = LivePreview(theme)
        self.page.wanted.connect(self._ask)
        self.page.rowChosen.connect(screen.go_to)
        screen.rowEntered.connect(self.page.follow)
        screen.header.previewRequested.connect(self.toggle)
        self._session.rowsReplaced.connect(lambda _old, _new: self.page.ask_soon())
        self._session.editionRead.connect(lambda _target, _caret: self.page.ask_soon())
        self._session.opened.connect(lambda _edition: self.page.ask_soon())

    def toggle(self) -> None:
        """Show the page, or put the panel back."""
        panel, is_shown = self._screen.panel, self.page.isHidden()
        if is_shown:
            self._had_panel = not panel.isHidden()
        is_roomy = self._screen.width() >= ROOMY
        panel.setVisible(self._had_panel and (is_roomy or not is_shown))
        self.page.setVisible(is_shown)
        if is_shown:
            self._screen.give_page_room()
            self._session.after_saving(self._ask)

    def _ask(self) -> None:
        edition, desk = self._session.edition, self._session.desk
        if edition is None or self.page.isHidden():
            return
        view = self._screen.view
        if view.active >= 0:
            self.page.follow(self._session.model.row(view.active).target_id)
        self._session.lanes.look_up(
            "page", lambda: desk.read_page(edition.edition_id), self.page.show_page, ignore
        )
