"""The Editor as one of the window's places: made for one person, told to the status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QVBoxLayout

from workbench.desk.readying import make_ready
from workbench.model.rows import OpenEdition
from workbench.ui.colleagues import Colleagues, in_words
from workbench.ui.editor.bound_desk import BoundDesk
from workbench.ui.editor.bound_stages import BoundStages
from workbench.ui.editor.going_over import GoingOver
from workbench.ui.editor.jottings import Jottings
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.editor.stage_commands import StageCommands
from workbench.ui.editor.values import EditorStatus, Saved
from workbench.ui.places import ArticlePlace, Standing, Surroundings
from workbench.ui.status_bar import Saving, StatusFact, StatusProgress

if TYPE_CHECKING:
    from workbench.library.server.presence import Present

SAVING = {Saved.SAVED: Saving.SAVED, Saved.SAVING: Saving.SAVING, Saved.NOT_SAVED: Saving.FAILED}


class EditorPlace(ArticlePlace):
    """Holds the screen and its desk."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._status: EditorStatus | None = None
        self.desk = BoundDesk(around.desk.library, around.person.id)
        self.editor = EditorScreen(self.desk, around.theme, around.actions, around.background)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.editor)
        failed = around.background.unanswered.emit
        around.background.run(partial(make_ready, around.desk.library), failed=failed)
        self._jottings = Jottings(self.editor.session, around.desk.library.journal_place, around.person.id)
        self._colleagues = Colleagues(around.desk.library, around.background, self)
        self._others: list[Present] = []
        self._colleagues.changed.connect(self._on_others)
        self.editor.rowEntered.connect(self._colleagues.be_at)
        self._actions = around.actions
        self.stage_desk = BoundStages(around.desk.library, around.person.id, self.desk.asked_by)
        self.stages = StageCommands(self.editor, self.stage_desk)
        self.going_over = GoingOver(self.editor, self.stage_desk)
        self.stages.publishAsked.connect(lambda: self.place_asked.emit("publish"))
        self.editor.session.read.connect(self._on_read)
        self.editor.backRequested.connect(self.left)
        self.editor.articleAsked.connect(self.article_asked)
        self.editor.statusChanged.connect(self._tell)

    def open_article(self, key: str, language: str) -> None:
        """Show an article."""
        self.editor.open(key, language)

    def resume(self, target_id: int) -> None:
        """Put the caret into this target when the next article is shown."""
        self.editor.resume_at = target_id

    def standing(self) -> Standing | None:
        """Return where one stands."""
        return self.editor.standing()

    def splits(self) -> list[QSplitter]:
        """Return the line between rows and panel."""
        return [self.editor.split]

    def leave(self) -> None:
        """Hand in everything typed; the window goes elsewhere."""
        self.editor.close_edition()
        self._colleagues.leave()

    def forget(self) -> None:
        """Listen to the library no longer."""
        self.editor.session.close()
        self._jottings.close()
        self._colleagues.close()
        self.desk.close()

    def take_focus(self) -> None:
        """Take the actions over and put the caret where work goes on."""
        self.editor.bind()
        self.stages.bind(self._actions)
        self.going_over.bind(self._actions)
        self.editor.back_to_text()

    def _on_read(self, edition: OpenEdition) -> None:
        self.stage_desk.bind(edition.key, edition.language, edition.edition_id)
        self._colleagues.enter(edition.edition_id)

    def _on_others(self, others: list[Present]) -> None:
        self._others = others
        if self._status is not None:
            self._tell(self._status)

    def _number_of(self, target_id: int) -> int | None:
        place = self.editor.session.model.place_of(target_id)
        return None if place is None else self.editor.session.model.row(place).number

    def _say_where(self, pattern: str) -> str:
        return {"%1 is here": self.tr("%1 is here"), "%1 is in segment %2": self.tr("%1 is in segment %2")}[
            pattern
        ]

    def _tell(self, status: EditorStatus) -> None:
        self._status = status
        self.saving_changed.emit(SAVING[status.saved])
        confirmed = self.tr("%1 of %2 confirmed").replace("%1", str(status.confirmed))
        facts: list[object] = [
            StatusFact(confirmed.replace("%2", str(status.total))),
            StatusProgress(status.confirmed, status.drafted, status.total),
            StatusFact(self.tr("%1 words", "", status.words).replace("%1", f"{status.words:,}")),
        ]
        if status.findings:
            tone = "accent" if status.errors else "warn"
            facts.append(StatusFact(self.tr("%n finding(s)", "", status.findings), tone))
        if self._others:
            facts.append(StatusFact(in_words(self._others, self._number_of, self._say_where), "info"))
        self.facts_changed.emit(facts)
