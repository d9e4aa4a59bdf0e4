"""The Review screen: the Editor read first, with tracked changes, a verdict a row, and two buttons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from workbench.desk.comparing import REVISION, SUBMITTED, Base
from workbench.desk.reviewing import RETURNED
from workbench.model.kinds import Stage, State
from workbench.model.rows import EditionRow, RevisionRow
from workbench.sentences import listed, say
from workbench.ui.actions import Actions
from workbench.ui.background import Background
from workbench.ui.editor.desk_port import EditorDesk, StageDesk
from workbench.ui.editor.hearing import heard
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.lanes import ignore
from workbench.ui.editor.look import Look, Spaces
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.editor.side_panel import HISTORY
from workbench.ui.editor.values import MarkedText
from workbench.ui.labels import NOTHING
from workbench.ui.moments import say_exactly
from workbench.ui.review.stretch import StretchQuestion
from workbench.ui.sayings import said
from workbench.ui.theme import Theme

JUDGED = frozenset({State.REVIEWED, State.FINAL})
COUNTED_HERE = 5_000
VERDICT_WIDTH = 112
"""Room for a word or two small buttons beside a row, in pixels."""


class ReviewScreen(EditorScreen):
    """Rows are read until somebody begins to edit one; what they change is tracked like the rest."""

    def __init__(
        self,
        desk: EditorDesk,
        stage_desk: StageDesk,
        theme: Theme,
        actions: Actions,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        self._base: Mapping[int, str] = {}
        self._base_name = ""
        self._tracked: dict[int, tuple[str, str, MarkedText]] = {}
        self._verdicts: Counter[str] = Counter()
        super().__init__(desk, theme, actions, background, parent)
        self.stage_desk = stage_desk
        self.view.read_only_until_asked()
        self.view.shown_instead = self._changes_in
        self.session.model.heard_instead = self._heard_in
        self.view.word_of = self._verdict_of
        self.view.note_of = self._reason_of
        self.verdict = VerdictButtons(self.view.viewport())
        self.setTabOrder(self.view, self.verdict.approve)
        self.setTabOrder(self.verdict.approve, self.verdict.give_back)
        self.verdict.approve.clicked.connect(self.approve_row)
        self.verdict.give_back.clicked.connect(self.ask_return)
        self.view.placed.connect(self._place_buttons)
        self.view.target_edit.escapePressed.connect(self.view.end_editing)
        self.advice.commentsChanged.connect(self.view.measure_sight_anew)
        self.session.opened.connect(lambda _edition: self.compare_with(SUBMITTED, ""))
        self.session.editionRead.connect(lambda _target, _caret: self.read_base())
        self.session.rowsReplaced.connect(self._recount)
        self.session.model.modelReset.connect(self._count_anew)
        self.session.rowsChanged.connect(lambda _targets: self._place_buttons())
        self.panel.history.offers_comparing = True
        self.panel.history.compared.connect(self._compare_since)
        self.columns.offer(actions["review.compare"])
        self._say_what_holds()
        self.panel.open_tab(HISTORY)

    def bind(self) -> None:
        """Confirming means approving here."""
        super().bind()
        self._actions.bind("segment.confirm", self.approve_row)
        self._actions.bind("segment.confirm_next", self.approve_row)
        self._actions.bind("segment.return", self.ask_return)
        self._actions.bind("segment.return_stretch", partial(self.ask_stretch, returns=True))
        self._actions.bind("segment.approve_stretch", partial(self.ask_stretch, returns=False))
        self._actions.bind("review.compare", self.ask_base)
        self._actions.bind("segment.next_open", lambda: self._go_unread(1))
        self._actions.bind("segment.previous_open", lambda: self._go_unread(-1))

    def read_base(self) -> None:
        """Read the texts against which changes are shown: as handed in, unless another base was chosen."""
        key = self.base_key

        def done(texts: Mapping[int, str]) -> None:
            self._base = texts
            self.view.measure_sight_anew()

        self.session.lanes.look_up("base", lambda: self.stage_desk.base_texts(key), done, ignore)

    def ask_base(self) -> None:
        """Offer everything the edition can be compared with."""

        def offer(bases: Sequence[Base]) -> None:
            menu = QMenu(self)
            for base in bases:
                when = f" · {say_exactly(base.at, self.session.desk.zone)}" if base.at else ""
                action = menu.addAction(said(base.name) + when)
                action.setCheckable(True)
                action.setChecked(base.key == self.base_key)
                action.triggered.connect(partial(self.compare_with, base.key, said(base.name) + when))
            menu.popup(self.columns.mapToGlobal(QPoint(self.columns.width() // 2, self.columns.height())))

        self.session.lanes.look_up("bases", self.stage_desk.bases, offer, ignore)

    def compare_with(self, key: str, name: str) -> None:
        """Show the changes since another base."""
        self.base_key, self._base_name = key, "" if key == SUBMITTED else name
        self._tracked.clear()
        self.retranslate()
        self.read_base()
        self.baseChanged.emit()

    def _compare_since(self, version: RevisionRow) -> None:
        """Show what changed in the whole article since a version of the active row was saved."""
        when = say_exactly(version.at, self.session.desk.zone)
        name = self.tr("version by %1, %2").replace("%1", version.person or version.detail or NOTHING)
        self.compare_with(f"{REVISION}{version.id}", name.replace("%2", when))

    def ask_stretch(self, *, returns: bool) -> None:
        """Ask which rows, and why they go back, and judge them all."""

        def ask(reasons: Sequence[str]) -> None:
            rows = self.session.model.rows()
            question = StretchQuestion(self, reasons if returns else None, self.view.active + 1, len(rows))
            if not question.exec():
                return
            targets = [row.target_id for row in rows[question.first - 1 : question.last]]
            reason = question.reason
            if returns:
                self._judge(targets, lambda: self.stage_desk.mark_returned(targets, reason))
            else:
                self._judge(targets, lambda: self.stage_desk.mark_reviewed(targets))

        self.session.lanes.look_up("reasons", lambda: list(self.stage_desk.return_reasons()), ask, ignore)

    def approve_row(self) -> None:
        """Approve the active row and go to the next that nobody has judged yet."""
        place = self.view.active
        if place < 0 or self.view.target_edit.is_composing:
            return
        target = self.session.model.row(place).target_id
        self._judge([target], lambda: self.stage_desk.mark_reviewed([target]))
        self._go_unread(1)

    def ask_return(self) -> None:
        """Ask why the row goes back; the library's usual reasons are offered."""
        place = self.view.active
        if place < 0:
            return
        target = self.session.model.row(place).target_id

        def offer(reasons: object) -> None:
            offered = reasons if isinstance(reasons, list) else []
            self.ask_bar.ask(
                say("What should change?"),
                listed(offered),
                lambda reason: self._judge([target], lambda: self.stage_desk.mark_returned([target], reason)),
                offers=[said(reason) for reason in offered],
            )

        self.session.lanes.look_up("reasons", lambda: list(self.stage_desk.return_reasons()), offer, ignore)

    def judged(self) -> tuple[int, int]:
        """Return how many rows are approved and how many are returned; counted once, then kept up row by row."""
        return self._verdicts[State.REVIEWED], self._verdicts[RETURNED]

    def _recount(self, old: Sequence[EditionRow], new: Sequence[EditionRow]) -> None:
        self._verdicts.subtract(map(_verdict, old))
        self._verdicts.update(map(_verdict, new))

    def _count_anew(self) -> None:
        """Count the verdicts on the rows, of very many beside the window; what changes meanwhile is counted as it comes."""
        counted, rows = self._verdicts, list(self.session.model.rows())
        counted.clear()
        if len(rows) <= COUNTED_HERE:
            counted.update(map(_verdict, rows))
            return

        def done(found: Counter[str]) -> None:
            counted.update(found)
            self.tell()

        self.session.lanes.look_up("verdicts", lambda: Counter(map(_verdict, rows)), done, ignore)

    def _say_target(self, stage: Stage) -> str:
        if self._base_name:
            return self.tr("changes since: %1").replace("%1", self._base_name)
        return self.tr("changes since submission")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.verdict.retranslate()
            self._say_what_holds()
        super().changeEvent(event)

    def _say_what_holds(self) -> None:
        self.panel.history.footnote = self.tr(
            "An approval holds for exactly this text. Any later change to the source, the draft or the "
            "credits puts the article back in review."
        )

    def first_place(self) -> int:
        """Begin with the first row that nobody has judged."""
        return next((p for p in range(self.session.model.rowCount()) if not self._is_judged(p)), 0)

    def _judge(self, targets: Sequence[int], act: Callable[[], None]) -> None:
        session = self.session
        session.saving.flush()

        def work() -> object:
            act()
            return session.desk.read_rows(targets)

        session.lanes.write(work, self._judged, lambda error: self.say(error.sentence))
        self.view.end_editing()

    def _judged(self, rows: object) -> None:
        self.session.take_rows(rows)  # type: ignore[arg-type]
        self.advice.read_comments()
        self.tell()

    def _go_unread(self, step: int) -> None:
        here, count = self.view.active, self.session.model.rowCount()
        stop = count if step > 0 else -1
        after = next((p for p in range(here + step, stop, step) if not self._is_judged(p)), None)
        if after is None and step > 0:
            after = next((p for p in range(here) if not self._is_judged(p)), None)
        if after is not None:
            self.view.enter(after)
            self.view.take_focus()

    def _is_judged(self, place: int) -> bool:
        row = self.session.model.row(place)
        return row.is_omitted or row.is_returned or row.state in JUDGED

    def _changes_in(self, place: int) -> MarkedText | None:
        """Return the target with its changes since submission, kept while neither text changes."""
        row = self.session.model.row(place)
        new = self.session.model.text(place)
        old = (
            self._base.get(row.target_id, "") if self._base else new
        )  # a row that came since is new throughout
        if old == new:
            return None
        kept = self._tracked.get(row.target_id)
        if kept is None or kept[:2] != (old, new):
            kept = self._tracked[row.target_id] = (old, new, tracked(old, new))
        return kept[2]

    def _heard_in(self, place: int) -> str:
        changes = self._changes_in(place)
        return heard(changes) if changes is not None else ""

    def _verdict_of(self, place: int) -> str:
        row = self.session.model.row(place)
        if row.is_returned:
            return self.tr("returned")
        if row.is_omitted:
            return self.tr("left out")
        return self.tr("approved") if self._is_judged(place) else NOTHING

    def _reason_of(self, place: int) -> str:
        row = self.session.model.row(place)
        if not (row.is_returned or row.open_comments):
            return ""
        said = [
            each for each in self.advice.comments if each.target_id == row.target_id and not each.is_resolved
        ]
        return f"{said[-1].person}: {said[-1].text.removeprefix(RETURNED)}" if said else ""

    def _place_buttons(self) -> None:
        place = self.view.active
        is_reviewing = self.edition is not None and self.edition.stage is Stage.IN_REVIEW
        self.verdict.setVisible(place >= 0 and is_reviewing)
        if place < 0:
            return
        box, columns = self.view.active_box(), self.view.columns
        self.verdict.move(columns.state + 4, box.top() + 8)
        self.verdict.raise_()

    def begin_anew(self) -> None:
        """Compare with what was submitted, as at the beginning."""
        super().begin_anew()
        self._base, self._tracked = {}, {}
        self._base_key, self._base_name = SUBMITTED, ""

    def _make_look(self, source_language: str, target_language: str) -> Look:
        look = super()._make_look(source_language, target_language)
        return Look(
            tokens=look.tokens,
            source_language=look.source_language,
            target_language=look.target_language,
            size=look.size,
            face=look.face,
            spaces=Spaces(state_width=VERDICT_WIDTH, active_height=VerdictButtons.NEEDED),
            active_tone="info",
        )


def _verdict(row: EditionRow) -> str:
    if row.is_returned:
        return RETURNED
    return State.REVIEWED if row.state in JUDGED else State.INITIAL


class VerdictButtons(QWidget):
    """Approve and return, beside the active row."""

    NEEDED = 76
    """The height that a row needs to show both, in pixels."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.approve, self.give_back = QPushButton(), QPushButton()
        self.retranslate()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in (self.approve, self.give_back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setStyleSheet("padding: 2px 10px; min-height: 18px; font-size: 12px;")
            column.addWidget(button)
        self.hide()

    def retranslate(self) -> None:
        """Write the buttons in the language of the interface."""
        self.approve.setText("✓ " + self.tr("Approve"))
        self.give_back.setText("↩ " + self.tr("Return"))
