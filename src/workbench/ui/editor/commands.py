"""What each action does in the Editor; bound to the action table once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from workbench.errors import WorkbenchError
from workbench.model.finding import Fix
from workbench.model.rows import EditionRow
from workbench.sentences import say
from workbench.ui.actions import Actions
from workbench.ui.editor.accepting import Accepting
from workbench.ui.editor.comparing import VersionsDialog
from workbench.ui.editor.copying import Copying
from workbench.ui.editor.find_commands import FindCommands
from workbench.ui.editor.finding_keys import FindingKeys
from workbench.ui.editor.row_commands import RowCommands
from workbench.ui.editor.side_panel import COMMENTS, CONCORDANCE
from workbench.ui.editor.values import RowFinding

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen

NAMED = 12
"""Of rows that were filled so many are named; of more, their number is said."""


class Commands(QObject):
    """The acts of the keyboard and the menus, over the parts of one screen."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = screen.session
        self._view = screen.view
        self._edit = screen.view.target_edit
        self._model = screen.session.model
        self._rows = RowCommands(screen)
        self._edit.left.connect(self._leave_row)
        self._session.repetitionsFilled.connect(self._say_filled)
        self._edit.pageTurned.connect(self._turn_page)
        self._edit.linesPasted.connect(self._ask_lines)
        self._edit.enterPressed.connect(self._explain_enter)
        self.finding, self.copying = FindCommands(screen), Copying(screen)
        self.versions: VersionsDialog | None = None
        self.accepting = Accepting(screen)
        self.at_findings = FindingKeys(screen)

    def bind(self, actions: Actions) -> None:
        """Say what the actions of the table do here."""
        acts: dict[str, Callable[[], None]] = {
            "edit.undo": self._session.undo,
            "edit.redo": self._session.redo,
            "edit.find": lambda: self.finding.open(self._selected_words()),
            "edit.replace": lambda: self.finding.open(self._selected_words(), replaces=True),
            "edit.copy_rows": self.copying.copy,
            "edit.select_down": lambda: self._view.select_farther(1),
            "edit.select_up": lambda: self._view.select_farther(-1),
            "segment.confirm": self.confirm,
            "segment.confirm_next": self.confirm_next,
            "segment.next_open": lambda: self.go_open(1),
            "segment.previous_open": lambda: self.go_open(-1),
            "segment.copy_source": self.copy_source,
            "segment.split": self.split,
            "segment.divide": self._screen.long_rows.divide,
            "segment.join": self.join,
            "segment.omit": self.omit,
            "segment.comment": self.comment,
            "comment.send": self._screen.panel.comments.send,
            "tools.next_finding": self.at_findings.go_next,
            "tools.mend_finding": self.at_findings.mend,
            "tools.accept_finding": self.at_findings.accept,
            "tools.spelling": self._screen.spelling.go_next,
            "tools.dictionary": self._screen.dictionary.ask_by_key,
            "tools.check": self._screen.advice.check_all,
            "article.compare": self.compare_versions,
            "article.preview": self._screen.previewing.toggle,
            "view.panel": lambda: self._screen.panel.setVisible(not self._screen.panel.isVisible()),
        }
        for number in range(1, 10):
            acts[f"segment.insert_{number}"] = partial(self.insert_suggestion, number - 1)
        acts |= self._rows.acts()
        for identity, act in acts.items():
            actions.bind(identity, self._when_ready(act))

    def _say_filled(self, numbers: list[int]) -> None:
        """Tell which other rows got the text that was just confirmed."""
        if len(numbers) > NAMED:
            named = ", ".join(map(str, numbers[:NAMED]))
            words = self.tr(
                "The same sentence was filled into %1 other rows, first %2. Look at each and confirm it."
            )
            self._screen.say(words.replace("%1", str(len(numbers))).replace("%2", named))
            return
        words = self.tr("The same sentence was filled in here too: row %1. Look at it and confirm it.")
        self._screen.say(words.replace("%1", ", ".join(map(str, numbers))))

    def confirm(self) -> None:
        """Confirm the row and go to the next unconfirmed one."""
        place = self._view.active
        if not self._confirm_active():
            return
        following = self._model.next_open(place)
        if following is None:
            following = self._model.next_open(-1)
        if following is None:
            self._screen.say(self.tr("That was the last unconfirmed row."))
            return
        self._view.enter(following)

    def confirm_next(self) -> None:
        """Confirm the row and go to the next one."""
        if self._confirm_active():
            self._view.enter(self._model.next_shown(self._view.active, 1))

    def go_open(self, step: int) -> None:
        """Go to the next or previous unconfirmed row."""
        place = self._model.next_open(self._view.active, step)
        if place is None:
            self._screen.say(self.tr("There is no unconfirmed row in this direction."))
            return
        self._view.enter(place)

    def copy_source(self) -> None:
        """Put the source into the row."""
        row = self._row()
        if row is not None:
            self.replace_text(row.source)

    def insert_suggestion(self, place: int) -> None:
        """Put a suggestion into the row, or the words of a term at the caret; the origin of a suggestion is recorded."""
        panel = self._screen.panel.suggestions
        suggestions = panel.suggestions
        row = self._row()
        if row is None or not self._may_write(row):
            return
        if place >= len(suggestions):
            if words := panel.words_at(place):
                panel.wordsChosen.emit(words)
            return
        chosen = suggestions[place]
        if not chosen.text:  # an engine that has not answered yet
            return
        detail = chosen.provenance or chosen.detail or chosen.label
        self._session.put_text(self._view.active, chosen.text, chosen.origin, detail)
        self._view.refill(len(chosen.text))
        self._screen.back_to_text()

    def split(self) -> None:
        """Cut the row at the caret; the source at its own caret, or where it fits best."""
        row = self._row()
        if row is None or not self._may_write(row):
            return
        source = self._view.source_view
        source_at = source.caret() if source.hasFocus() or source.textCursor().hasSelection() else None
        at = self._edit.caret()
        if source_at in {0, len(row.source)}:
            source_at = None
        self._session.split(row.target_id, source_at=source_at, target_at=at)

    def join(self) -> None:
        """Join the row with the next."""
        row = self._row()
        if row is not None and self._may_write(row):
            self._session.join(row.target_id)

    def omit(self) -> None:
        """Leave the source out on purpose, with a reason, or take that back; an added row goes out again."""
        row = self._row()
        if row is None:
            return
        if row.is_omitted:
            self._session.restore_omitted(row.target_id)
            return
        if row.is_added:
            self._session.arrange(row.target_id, lambda: self._session.desk.take_out(row.target_id))
            return
        self._screen.ask_bar.ask(
            say("Why is this sentence left out?"),
            say("The reviewer reads this; then Enter"),
            lambda reason: self._session.omit(row.target_id, reason),
        )

    def comment(self) -> None:
        """Write a comment on the row or the selected words."""
        self._comment_span = self._edit.selected_span()
        self._screen.panel.show()
        self._screen.panel.open_tab(COMMENTS)
        self._screen.panel.comments.field.setFocus()

    def say_comment(self, text: str) -> None:
        """Say it about the active row."""
        row = self._row()
        target_id = row.target_id if row is not None else None
        span, self._comment_span = self._comment_span, None
        desk = self._session.desk
        self._session.saving.flush()
        self._in_writer(lambda: desk.comment(target_id, text, span=span))
        self._screen.back_to_text()

    def reply(self, comment_id: int, text: str) -> None:
        """Answer in a thread."""
        self._in_writer(lambda: self._session.desk.reply(comment_id, text))
        self._screen.back_to_text()

    def resolve_comment(self, comment_id: int) -> None:
        """Close a comment."""
        self._in_writer(lambda: self._session.desk.resolve(comment_id))

    def reopen_comment(self, comment_id: int) -> None:
        """Open a comment again."""
        self._in_writer(lambda: self._session.desk.reopen_comment(comment_id))

    def restore_version(self, number: int) -> None:
        """Put an earlier version of the active row back."""
        row = self._row()
        if row is not None and self._may_write(row):
            self._session.restore(row.target_id, number)
            self._screen.back_to_text()

    def apply_fix(self, found: RowFinding, fix: Fix) -> None:
        """Mend a finding by its fix."""
        place = self._model.place_of(found.target_id)
        if place is None:
            return
        if not self._screen.advice.is_of_this_text(found.target_id):
            self._screen.say(self.tr("The text has changed since the check; it is being checked again."))
            return
        text = self._model.text(place)
        start, end = fix.span
        self._view.enter(place)
        self.replace_text(text[:start] + fix.text + text[end:], caret=start + len(fix.text))

    def compare_versions(self) -> None:
        """Show two versions of the article beside each other."""
        session, screen = self._session, self._screen
        edition = session.edition
        if edition is not None:
            dialog = VersionsDialog(screen, screen.look, session.desk, session.lanes, edition.edition_id)
            dialog.rowChosen.connect(screen.go_to)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            session.after_saving(dialog.show)
            self.versions = dialog

    def look_words_up(self) -> None:
        """Search the memory for the selected words, in the source or in the target."""
        source, target = self._view.source_view, self._edit
        if target.is_composing:
            return
        words = source.selected_text() if source.hasFocus() else target.selected_text()
        self._screen.panel.show()
        self._screen.panel.open_tab(CONCORDANCE)
        self._screen.panel.concordance.begin(words or source.selected_text())

    def search_memory(self, words: str) -> None:
        """Show how words were translated before."""
        desk, panel = self._session.desk, self._screen.panel.concordance
        if words:
            only = panel.filter()
            self._session.lanes.look_up(
                "concordance", lambda: desk.concordance(words, only), panel.show_hits, self._say_error
            )

    def export_hits(self, path: Path) -> None:
        """Write what the concordance found to a file."""
        desk, panel = self._session.desk, self._screen.panel.concordance
        words, only = panel.field.text().strip(), panel.filter()

        def done(_count: int) -> None:
            panel.say_exported(path.name)

        if words:
            self._session.lanes.look_up(
                "concordance.export", lambda: desk.export_hits(words, only, path), done, self._say_error
            )

    _comment_span: tuple[int, int] | None = None

    def _when_ready(self, act: Callable[[], None]) -> Callable[[], None]:
        """Let an act wait for nothing but never interrupt a composition."""

        def guarded() -> None:
            if self._edit.is_composing or self._view.active < 0:
                return
            act()

        return guarded

    def _confirm_active(self) -> bool:
        place, row = self._view.active, self._row()
        if row is None or row.is_omitted:
            return row is not None
        if not self._model.text(place).strip():
            self._screen.say(
                self.tr("This row is empty. Write it, or leave it out on purpose (%1).").replace(
                    "%1", self._screen.key_of("segment.omit")
                )
            )
            return False
        if self._may_write(row):
            self._session.confirm([row.target_id])
            return True
        return False

    def replace_text(self, text: str, caret: int | None = None) -> None:
        """Replace the text of the active row as one undo step of its own."""
        row = self._row()
        if row is None or not self._may_write(row):
            return
        self._session.saving.flush()
        self._session.undo_stack.seal()
        self._session.type_text(self._view.active, text)
        self._session.saving.flush()
        self._session.undo_stack.seal()
        self._view.refill(len(text) if caret is None else caret)
        self._screen.advice.typed(self._view.active)

    def _selected_words(self) -> str:
        source = self._view.source_view
        return source.selected_text() if source.hasFocus() else self._edit.selected_text()

    def _row(self) -> EditionRow | None:
        place = self._view.active
        return self._model.row(place) if place >= 0 else None

    def _may_write(self, row: EditionRow) -> bool:
        is_closed = self._edit.isReadOnly() and row.target_id == self._model.row(self._view.active).target_id
        if is_closed:
            self._edit.typedInVain.emit()
        return not is_closed

    def _leave_row(self, direction: int, x: int) -> None:
        place = self._model.next_shown(self._view.active, direction)
        if place != self._view.active:
            self._view.enter(place, x=x, last_line=direction < 0)

    def _turn_page(self, direction: int) -> None:
        self._view.enter(self._model.next_shown(self._view.active, direction * self._view.page_rows()))

    def _explain_enter(self) -> None:
        words = self.tr("%1 confirms this row, %2 splits it. A row is one piece of a paragraph.")
        for number, identity in enumerate(["segment.confirm", "segment.split"], start=1):
            words = words.replace(f"%{number}", self._screen.key_of(identity))
        self._screen.say(words)

    def _ask_lines(self, lines: list[str]) -> None:
        """Ask whether several pasted lines go into several rows."""
        box = QMessageBox(self._screen)
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(self.tr("You are pasting %1 lines.").replace("%1", str(len(lines))))
        box.setInformativeText(self.tr("Into how many rows shall they go?"))
        several = box.addButton(self.tr("One row a line"), QMessageBox.ButtonRole.AcceptRole)
        one = box.addButton(self.tr("All into this row"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is one:
            self._edit.put(" ".join(lines))
        elif box.clickedButton() is several:
            self.put_lines(lines)

    def put_lines(self, lines: list[str]) -> None:
        """Put lines into this row and those after it; what was there stays in the history."""
        places = [
            p for p in range(self._view.active, self._model.rowCount()) if not self._model.row(p).is_locked
        ]
        pairs = list(zip(places, lines, strict=False))
        self._session.put_texts([(self._model.row(place).target_id, line) for place, line in pairs])
        if len(lines) > len(pairs):
            left = len(lines) - len(pairs)
            self._screen.say(self.tr("%1 lines did not find a row.", "", left).replace("%1", str(left)))

    def _in_writer(self, act: Callable[[], None]) -> None:
        self._session.lanes.write(act, lambda _answer: self._screen.advice.read_comments(), self._say_error)

    def _say_error(self, error: WorkbenchError) -> None:
        self._screen.say(error.sentence)
