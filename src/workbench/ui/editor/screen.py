"""The Editor screen: assembles header, rows, panel and bars, and wires them; holds no rules."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from workbench.desk.comparing import SUBMITTED
from workbench.model.kinds import SegmentKind, Stage
from workbench.model.rows import OpenEdition
from workbench.ui.actions import ACTIONS, Actions
from workbench.ui.background import Background
from workbench.ui.editor.advice import Advice
from workbench.ui.editor.bars import AskBar, ConflictBar, NoticeBar
from workbench.ui.editor.beside import Beside
from workbench.ui.editor.column_header import ColumnHeader
from workbench.ui.editor.commands import Commands
from workbench.ui.editor.completion import Completion
from workbench.ui.editor.desk_port import EditorDesk
from workbench.ui.editor.dictionary import Dictionary
from workbench.ui.editor.find_replace import FindBar
from workbench.ui.editor.header import EditorHeader
from workbench.ui.editor.languages import name_in_itself
from workbench.ui.editor.long_rows import LongRows
from workbench.ui.editor.look import Look
from workbench.ui.editor.panel_suggestions import MOST
from workbench.ui.editor.previewing import Previewing
from workbench.ui.editor.session import EditingSession
from workbench.ui.editor.showing import Showing
from workbench.ui.editor.side_panel import WIDTH, SidePanel
from workbench.ui.editor.spelling import Spelling
from workbench.ui.editor.tally import Tally
from workbench.ui.editor.values import EditorStatus, RowFinding
from workbench.ui.editor.view import EditionView
from workbench.ui.labels import NOTHING
from workbench.ui.places import Standing
from workbench.ui.sayings import said
from workbench.ui.theme import Theme


class EditorScreen(QWidget):
    """One open edition. `open` shows it; everything else is asked for by signals."""

    backRequested = Signal()
    articleAsked = Signal(str)
    statusChanged = Signal(EditorStatus)
    stageActionRequested = Signal(str)
    rowEntered = Signal(int)
    baseChanged = Signal()
    """The target that became active, for a preview that follows."""
    said = Signal(str)

    def __init__(
        self,
        desk: EditorDesk,
        theme: Theme,
        actions: Actions,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("place")
        self._theme, self._actions = theme, actions
        self.resume_at, self.base_key = 0, SUBMITTED
        self.look = self._make_look("zh", "en")
        self.session = EditingSession(desk, background, self)
        self.advice = Advice(desk, background, self.session.model, self)
        self.tally = Tally()
        self.header = EditorHeader(self.look, theme)
        self.columns = ColumnHeader(self.look)
        self.view = EditionView(self.session.model, self.look)
        self.panel = SidePanel(self.look)
        self.notice, self.ask_bar = NoticeBar(), AskBar()
        self.conflict_bar = ConflictBar(self.look)
        self.find_bar = FindBar()
        self.completion = Completion(self.view.target_edit, self.view)
        self.previewing = Previewing(self, theme)
        self.dictionary = Dictionary(self)
        self.spelling = Spelling(self)
        self.commands = Commands(self)
        self.long_rows = LongRows(self)
        self.beside = Beside(self)
        self.showing = Showing(self)
        self._lay_out()
        self._wire()
        self.retranslate()

    @property
    def edition(self) -> OpenEdition | None:
        """The edition that is open."""
        return self.session.edition

    def read_base(self) -> None:
        """Read what changes are shown against; only the Review shows them in its rows."""

    def standing(self) -> Standing | None:
        """Return the article that is open and the target with the caret."""
        edition, place = self.edition, self.view.active
        if edition is None:
            return None
        row = self.session.model.row(place) if place >= 0 else None
        headline = next((one.source for one in self.session.model.rows()[:5] if one.source), edition.key)
        return Standing(edition.key, headline, row.target_id if row is not None else 0)

    def open(self, key: str, language: str = "en") -> None:
        """Read an edition and show it, the caret in its first unconfirmed row."""
        self.session.open(key, language)

    def begin_anew(self) -> None:
        """Forget what was chosen for the edition before: another one is about to be shown."""
        self.find_bar.rows_button.setChecked(False)

    def close_edition(self) -> None:
        """Save everything typed; the screen may be left afterwards."""
        self.session.saving.flush()
        self.advice.engines.leave()

    def retranslate(self) -> None:
        """Write what this widget itself says in the language of the interface."""
        edition = self.edition
        source, target = self.tr("source"), self._say_target(edition.stage if edition else Stage.DRAFTING)
        self.columns.set_names(
            f"{name_in_itself(edition.source_language if edition else 'zh')} · {source}",
            f"{name_in_itself(edition.language if edition else 'en')} · {target}",
        )

    def _say_target(self, stage: Stage) -> str:
        is_draft = stage in {Stage.DRAFTING, Stage.CHANGES_REQUESTED}
        return self.tr("draft") if is_draft else self.tr("text")

    def say(self, sentence: str) -> None:
        """Show a sentence below the rows and to the window."""
        self.notice.say(sentence)
        self.said.emit(said(sentence))

    def first_place(self) -> int:
        """Return where the caret begins: the first unconfirmed row."""
        first = self.session.model.next_open(-1)
        return 0 if first is None else first

    def status(self) -> EditorStatus:
        """Return what the bottom of the window shows."""
        edition = self.edition
        errors, findings = self.advice.counts()
        return EditorStatus(
            saved=self.session.saving.state,
            confirmed=self.tally.confirmed,
            drafted=self.tally.drafted,
            total=self.tally.total,
            words=self.tally.words,
            errors=errors,
            findings=findings,
            stage=edition.stage if edition else Stage.DRAFTING,
            translators=edition.translators if edition else (),
            reviewer=edition.reviewer if edition else "",
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.panel.retranslate()
            self.panel.set_look(self.look)
            self.beside.show_again()
            self.statusChanged.emit(self.status())
        super().changeEvent(event)

    def _lay_out(self) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.find_bar, self.columns, self.view, self.conflict_bar, self.ask_bar, self.notice):
            column.addWidget(widget, 1 if widget is self.view else 0)
        split = self.split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(rows)
        split.addWidget(self.previewing.page)
        split.addWidget(self.panel)
        for place, stretch in enumerate((1, 1, 0)):
            split.setStretchFactor(place, stretch)
        split.setSizes([1068, 0, WIDTH])
        self.panel.setMinimumWidth(260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        body = QHBoxLayout()
        body.addWidget(split)
        layout.addLayout(body, 1)

    def give_page_room(self) -> None:
        """Divide the width so that the page beside the rows can be read: half of what the panel leaves."""
        panel = 0 if self.panel.isHidden() else max(self.panel.width(), self.panel.minimumWidth())
        half = (self.width() - panel) // 2
        self.split.setSizes([self.width() - panel - half, half, panel])

    def _wire(self) -> None:
        session, view, advice = self.session, self.view, self.advice
        edit = view.target_edit
        view.marks_of = advice.marks_of
        view.rowEntered.connect(self._on_row_entered)
        view.allShown.connect(lambda: self.find_bar.rows_button.setChecked(False))
        view.columnsChanged.connect(self.columns.set_columns)
        edit.typed.connect(self._on_typed)
        edit.typedInVain.connect(self._explain_closed)
        edit.composingChanged.connect(lambda is_composing: session.compose(is_composing=is_composing))
        session.actStarted.connect(edit.keep_back)
        session.actEnded.connect(edit.let_go)
        session.conflictsChanged.connect(self.conflict_bar.show_conflicts)
        session.opened.connect(lambda _edition: self._tell_left_behind())
        session.refused.connect(self.say)
        session.saving.changed.connect(lambda _saved: self.tell())
        advice.findingsChanged.connect(self.tell)
        self.header.backRequested.connect(self.backRequested)
        self.header.stageActionRequested.connect(self.stageActionRequested)
        self.conflict_bar.settled.connect(
            lambda conflict, mine: session.handing_in.settle(conflict, keep_mine=mine)
        )
        self.conflict_bar.rowAsked.connect(self.go_to)
        self.ask_bar.left.connect(self.back_to_text)
        self.find_bar.left.connect(self.back_to_text)
        self._theme.changed.connect(self._on_theme)
        self._actions.retranslated.connect(self.retranslate)
        self.bind()
        self._actions.keysChanged.connect(self._take_keys)
        self._take_keys()

    def _take_keys(self) -> None:
        """Leave the keys of the table to their actions, and show them where they are named."""
        actions, edit = self._actions, self.view.target_edit
        edit.reserve(_keys(actions))
        searching = [key.toString() for key in actions["tools.concordance"].shortcuts()]
        for text in (edit, self.view.source_view):
            text.claim(dict.fromkeys(searching, self.commands.look_words_up))
        sending = actions["comment.send"]
        keys = [key.toString() for key in sending.shortcuts()]
        self.panel.comments.set_send_keys(keys, actions.shortcut(sending.objectName()))
        self.panel.findings.set_keys(
            actions.shortcut("tools.next_finding"),
            actions.shortcut("tools.mend_finding"),
            actions.shortcut("tools.accept_finding"),
        )
        self.header.set_preview_key(actions.shortcut("article.preview"))
        self.panel.suggestions.set_keys([actions.shortcut(f"segment.insert_{n}") for n in range(1, MOST + 1)])

    def key_of(self, identity: str) -> str:
        """Return the key of an act, for sentences that name it: "—" where it has none."""
        return self._actions.shortcut(identity) or NOTHING

    def bind(self) -> None:
        """Take the actions over: they do here what this screen does while it is the one shown."""
        self.commands.bind(self._actions)

    def back_to_text(self) -> None:
        """Put the focus where typing goes; while rows are still read, on nothing that a typed blank could press."""
        if self.view.active < 0:
            self.setFocus()
        else:
            self.view.take_focus()

    def show_finding(self, found: RowFinding) -> None:
        """Go to the words of a finding."""
        place = self.session.model.place_of(found.target_id)
        if place is None:
            return
        self.view.enter(place)
        self.notice.hide()
        if found.finding.target is not None:
            self.view.target_edit.select(*found.finding.target)
        self.back_to_text()

    def _on_row_entered(self, place: int) -> None:
        self.advice.quiet.disturb()
        self.session.saving.flush()
        self.session.undo_stack.seal()
        self.completion.hide()
        self.beside.look_up_soon()
        self.rowEntered.emit(self.session.model.row(place).target_id)

    def _on_typed(self, text: str) -> None:
        place = self.view.active
        if place < 0:
            return
        self.session.type_text(place, text)
        self.advice.typed(place)
        self.completion.follow()
        if self.session.model.row(place).kind is SegmentKind.HEADLINE:
            self.header.set_headline(text)

    def _explain_closed(self) -> None:
        """Say why a key did nothing."""
        edition, place = self.edition, self.view.active
        if edition is None or place < 0:
            return
        row = self.session.model.row(place)
        if not edition.is_writable:
            self.say(self.tr("This library is open for reading only."))
        elif edition.stage is Stage.PUBLISHED:
            self.say(
                self.tr("A published page is never changed. Start a correction to work on a new version.")
            )
        elif row.is_locked:
            self.say(self._with_key(self.tr("This row is locked. Unlock it first (%1)."), "segment.lock"))
        elif row.is_omitted:
            words = self.tr("This sentence is left out on purpose. Take it back in first (%1).")
            self.say(self._with_key(words, "segment.omit"))
        else:
            self.say(self.tr("This page was withdrawn and cannot be changed."))

    def _with_key(self, words: str, identity: str) -> str:
        return words.replace("%1", self.key_of(identity))

    def _tell_left_behind(self) -> None:
        """Say that texts of another article are not in the library yet."""
        left = [one for one in self.session.saving.stuck() if self.session.model.place_of(one) is None]
        if left:
            words = self.tr(
                "%n row(s) of another article are not saved: their text is kept. Go back there to settle it.",
                "",
                len(left),
            )
            self.say(words)

    def _on_theme(self) -> None:
        self.dress_for(self.look.source_language, self.look.target_language)

    def dress_for(self, source_language: str, target_language: str) -> None:
        """Take over colours, fonts and sizes as they are now, for these languages."""
        look = self._make_look(source_language, target_language)
        if look == self.look:
            return
        self.look = look
        for part in (self.header, self.columns, self.view, self.panel, self.conflict_bar):
            part.set_look(self.look)

    def go_to(self, target_id: int) -> None:
        """Go to the row of a target, when it is shown."""
        place = self.session.model.place_of(target_id)
        if place is not None:
            self.view.enter(place)
            self.back_to_text()

    def tell(self) -> None:
        """Say what the bottom of the window shows."""
        if self.edition is not None:
            self.statusChanged.emit(self.status())

    def _make_look(self, source_language: str, target_language: str) -> Look:
        return Look(
            tokens=self._theme.tokens,
            source_language=source_language,
            target_language=target_language,
            size=float(self._theme.article_px),
            face=self._theme.article_face,
        )


def _keys(actions: Actions) -> set[str]:
    """Return the keys of all row actions, which the editor leaves to them."""
    return {key.toString() for action in ACTIONS for key in actions[action.id].shortcuts()}
