"""The Review as one of the window's places."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QVBoxLayout

from workbench.model.rows import OpenEdition
from workbench.ui.editor.bound_desk import BoundDesk
from workbench.ui.editor.bound_stages import BoundStages
from workbench.ui.editor.going_over import GoingOver
from workbench.ui.editor.place import SAVING
from workbench.ui.editor.stage_commands import StageCommands
from workbench.ui.editor.values import EditorStatus
from workbench.ui.places import ArticlePlace, Standing, Surroundings
from workbench.ui.review.screen import ReviewScreen
from workbench.ui.status_bar import StatusFact, StatusProgress


class ReviewPlace(ArticlePlace):
    """Holds the screen and its desks."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.desk = BoundDesk(around.desk.library, around.person.id)
        self.stage_desk = BoundStages(around.desk.library, around.person.id, self.desk.asked_by)
        self.review = ReviewScreen(
            self.desk, self.stage_desk, around.theme, around.actions, around.background
        )
        self.stages = StageCommands(self.review, self.stage_desk)
        self.going_over = GoingOver(self.review, self.stage_desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.review)
        self._actions = around.actions
        self.review.backRequested.connect(self.left)
        self.review.statusChanged.connect(self._tell)
        self.stages.publishAsked.connect(lambda: self.place_asked.emit("publish"))
        self.review.session.read.connect(self._on_read)

    def open_article(self, key: str, language: str) -> None:
        """Show an article."""
        self.review.open(key, language)

    def resume(self, target_id: int) -> None:
        """Put the caret into this target when the next article is shown."""
        self.review.resume_at = target_id

    def standing(self) -> Standing | None:
        """Return where one stands."""
        return self.review.standing()

    def splits(self) -> list[QSplitter]:
        """Return the line between rows and panel."""
        return [self.review.split]

    def leave(self) -> None:
        """Hand in everything typed; the window goes elsewhere."""
        self.review.close_edition()

    def forget(self) -> None:
        """Listen to the library no longer."""
        self.review.session.close()
        self.desk.close()

    def take_focus(self) -> None:
        """Take the actions over and put the focus on the rows."""
        self.review.bind()
        self.stages.bind(self._actions)
        self.going_over.bind(self._actions)
        self.review.back_to_text()

    def _on_read(self, edition: OpenEdition) -> None:
        self.stage_desk.bind(edition.key, edition.language, edition.edition_id)

    def _tell(self, status: EditorStatus) -> None:
        self.saving_changed.emit(SAVING[status.saved])
        approved, returned = self.review.judged()
        said = self.tr("%1 of %2 approved").replace("%1", str(approved)).replace("%2", str(status.total))
        if returned:
            said += ", " + self.tr("%1 returned").replace("%1", str(returned))
        facts: list[object] = [
            StatusFact(said),
            StatusProgress(approved, returned, status.total),
            StatusFact(self.tr("%1 words", "", status.words).replace("%1", f"{status.words:,}")),
        ]
        if status.findings:
            tone = "accent" if status.errors else "warn"
            facts.append(StatusFact(self.tr("%n finding(s)", "", status.findings), tone))
        self.facts_changed.emit(facts)
