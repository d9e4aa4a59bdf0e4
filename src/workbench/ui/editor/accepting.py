"""Accepting a finding: in its row, in the article, or for good, after a look at what the house would keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from workbench.desk.deciding import Proposal, proposal_of
from workbench.errors import WorkbenchError
from workbench.model.house import Always
from workbench.model.judgement import Reach
from workbench.ui.dialogs import Question
from workbench.ui.editor.advice import passage_of
from workbench.ui.editor.values import RowFinding

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen


class Accepting(QObject):
    """What happens when somebody says of a finding that it is right as it is."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.question: AlwaysQuestion | None = None

    def accept(self, found: RowFinding, reason: str, reach: Reach) -> None:
        """Accept a finding with a reason; accepting it for good asks first what to keep."""
        if not reason.strip():
            return
        if reach is Reach.ALWAYS:
            self._ask(found, reason.strip())
            return
        desk, in_article = self._screen.session.desk, reach is Reach.ARTICLE
        self._screen.session.saving.flush()

        def done(_answer: None) -> None:
            self._screen.advice.forget_finding(found)
            if in_article:
                self._screen.advice.check_all()

        self._screen.session.lanes.write(
            lambda: desk.accept(found.target_id, found.finding, reason, in_article=in_article),
            done,
            self._say_error,
        )

    def _ask(self, found: RowFinding, reason: str) -> None:
        model = self._screen.session.model
        place = model.place_of(found.target_id)
        if place is None:
            return
        offer = proposal_of(found.finding, passage_of(model.row(place), model.text(place)))
        self.question = AlwaysQuestion(self._screen, offer, reason)
        self.question.accepted.connect(lambda: self._keep(found))
        self.question.open()

    def _keep(self, found: RowFinding) -> None:
        question, desk = self.question, self._screen.session.desk
        if question is None:
            return
        kept, reason, check = question.kept, question.reason, found.finding.check

        def done(_answer: None) -> None:
            self._screen.advice.forget_finding(found)
            self._screen.advice.check_all()

        self._screen.session.lanes.write(
            lambda: desk.accept_always(kept.kind, kept.source, kept.target, reason, check),
            done,
            self._say_error,
        )

    def _say_error(self, error: WorkbenchError) -> None:
        self._screen.say(error.sentence)


class AlwaysQuestion(Question):
    """Shows what would be kept for good, to be put right before it is."""

    def __init__(self, parent: QWidget | None, offer: Proposal, reason: str) -> None:
        super().__init__(parent)
        words = self.tr(
            "The checks will not bring this up again in any article. It stays in the list under "
            "Tools, Names and exceptions, where it can be changed and taken back."
        )
        self.head(self.tr("Accept for good"), words, accept=self.tr("Accept for good"))
        self.kind = QComboBox()
        for kind in Always:
            self.kind.addItem(self._say(kind), kind)
        self.kind.setCurrentIndex(list(Always).index(offer.kind))
        self.source, self.target = QLineEdit(offer.source), QLineEdit(offer.target)
        self._reason = QLineEdit(reason)
        self.add_fields(
            [
                (self.tr("Kind"), self.kind),
                (self.tr("Chinese"), self.source),
                (self.tr("English"), self.target),
                (self.tr("Reason"), self._reason),
            ]
        )
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self._follow_kind()

    @property
    def kept(self) -> Proposal:
        """What is to be kept."""
        kind = Always(self.kind.currentData())
        target = "" if kind is Always.TRAP else self.target.text().strip()
        return Proposal(kind, self.source.text().strip(), target)

    @property
    def reason(self) -> str:
        """Why it is right."""
        return self._reason.text().strip()

    def accept(self) -> None:
        """Close only when the words are there that this kind needs."""
        kept = self.kept
        needs_both = kept.kind in {Always.NAME, Always.TERM}
        if needs_both and not (kept.source and kept.target):
            self.say_problem(self.tr("This needs the Chinese and the English words."))
        elif not kept.source and not kept.target:
            self.say_problem(self.tr("Write the Chinese words, the English words, or both."))
        elif not self.reason:
            self.say_problem(self.tr("A reason is needed; it is kept in the history."))
        else:
            super().accept()

    def _follow_kind(self) -> None:
        self.target.setEnabled(Always(self.kind.currentData()) is not Always.TRAP)

    def _say(self, kind: Always) -> str:
        words = {
            Always.TRAP: self.tr("trap: these Chinese words are no number and need no English"),
            Always.EQUIVALENCE: self.tr("equivalence: the Chinese may stand as this English"),
            Always.NAME: self.tr("name: the house writes it so"),
            Always.TERM: self.tr("term of the term base"),
        }
        return words[kind]
