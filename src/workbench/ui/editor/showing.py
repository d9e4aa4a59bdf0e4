"""What the library answers, shown on the screen: an edition opened or read again, rows that changed, where the caret goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.model.kinds import SegmentKind, Stage
from workbench.model.rows import EditionRow, OpenEdition
from workbench.text.completing import make_ready, words_of
from workbench.ui.editor.advice import CHECKED_OPENED
from workbench.ui.editor.lanes import ignore

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

LEARN_MS = 300
"""The words of an opened article are counted when it has been painted."""

LEARNT = 9
"""Of rows that change together the words of so many are learnt: thousands of them say the same."""


class Showing(QObject):
    """Listens to the sitting of one screen."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen, self._session, self._view = screen, screen.session, screen.view
        self._last_place = 0
        self._session.opened.connect(self._on_opened)
        self._session.editionRead.connect(self._on_read_again)
        self._session.rowsReplaced.connect(self._on_rows_replaced)
        self._session.caretMoved.connect(self._on_caret_moved)
        self._view.rowEntered.connect(self._remember)

    def _remember(self, place: int) -> None:
        self._last_place = place

    def _on_opened(self, edition: OpenEdition) -> None:
        self._screen.begin_anew()
        self._screen.panel.set_zone(self._session.desk.zone)
        self._view.target_edit.is_smart = self._session.desk.types_smartly
        self._screen.dress_for(edition.source_language, edition.language)
        self._begin(edition)
        model = self._session.model
        if model.rowCount():
            resumed = model.place_of(self._screen.resume_at)
            self._view.enter(self._screen.first_place() if resumed is None else resumed)
        self._screen.resume_at = 0
        self._say_when_it_is_checked(model.rowCount())
        self._screen.back_to_text()
        self._screen.tell()
        QTimer.singleShot(LEARN_MS, self, self._learn_words)

    def _say_when_it_is_checked(self, rows: int) -> None:
        """Say of an article that is too long to be checked whenever it is opened how that is asked for."""
        if rows > CHECKED_OPENED:
            words = self.tr("This article is very long: all its rows are checked when you ask for it (%1).")
            self._screen.notice.say(words.replace("%1", self._screen.key_of("tools.check")))

    def _on_read_again(self, target_id: int, caret: int) -> None:
        edition = self._screen.edition
        if edition is None:
            return
        self._begin(edition)
        place = self._session.model.place_of(target_id)
        if place is not None:
            self._view.enter(place, caret)
        elif self._view.active < 0 and self._session.model.rowCount():
            self._view.enter(min(self._last_place, self._session.model.rowCount() - 1))
        self._view.refill()
        self._screen.tell()

    def _begin(self, edition: OpenEdition) -> None:
        counts = edition.counts
        self._screen.tally.begin(
            confirmed=counts.confirmed, drafted=counts.drafted, words=counts.words, total=len(edition.rows)
        )
        self._show_head(edition)
        self._screen.advice.open(edition.edition_id)

    def _on_rows_replaced(self, old: Sequence[EditionRow], new: Sequence[EditionRow]) -> None:
        self._screen.tally.replace(old, new)
        self._screen.completion.offers.learn(row.target for row in new[:LEARNT])
        keys = [row.target_id for row in new]
        active = self._view.active
        if active >= 0 and self._session.model.row(active).target_id in keys:
            self._view.refill()
            self._screen.beside.read_history()
        self._screen.advice.saved(keys)
        self._screen.tell()

    def _on_caret_moved(self, target_id: int, caret: int) -> None:
        place = self._session.model.place_of(target_id)
        if place is not None:
            self._view.enter(place, caret)
            self._view.refill(caret)

    def _show_head(self, edition: OpenEdition) -> None:
        """Show what the edition as a whole is, and whether anything can be typed into it."""
        is_closed = edition.stage in {Stage.PUBLISHED, Stage.WITHDRAWN} or not edition.is_writable
        self._view.close_texts(is_closed=is_closed)
        rows = self._session.model.rows()
        headline = next((row.target for row in rows[:5] if row.kind is SegmentKind.HEADLINE), "")
        self._screen.header.show_edition(edition, headline)
        self._screen.retranslate()

    def _learn_words(self) -> None:
        """Count the words of the article behind the window; what is typed from now on is learnt as it is saved."""
        rows = list(self._session.model.rows())
        language = self._screen.look.target_language

        def work() -> Counter[str]:
            make_ready(language)
            return words_of(row.target for row in rows if row.target)

        self._session.lanes.look_up("words", work, self._screen.completion.offers.begin, ignore)
