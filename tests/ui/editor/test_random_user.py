"""A random user: after every act the library and the screen agree, and undo is exact."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from workbench.desk.editing import save_text
from workbench.model.kinds import Origin
from workbench.ui.actions import Actions
from workbench.ui.background import Background
from workbench.ui.editor.screen import EditorScreen
from workbench.ui.editor.values import Suggestion
from workbench.ui.theme import Theme

WORDS = st.sampled_from(
    ["On April 2", "  two blanks", "Hunan’s", "3.5", "国际友城", "𠮷 rare", "a", "end.", "-"]
)
EXAMPLES = int(os.environ.get("RANDOM_USERS", "2"))
STEPS = int(os.environ.get("RANDOM_STEPS", "350"))
SITTINGS = 3
"""2,100 steps in CI; `RANDOM_USERS=10 RANDOM_STEPS=500` plays 15,000."""


class RandomUser(RuleBasedStateMachine):
    """Does what people do, in any order, on a real library."""

    def __init__(self) -> None:
        super().__init__()
        from tests.ui.editor.real import RealLibrary

        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.real = RealLibrary(Path(self._folder.name))
        self.window = QMainWindow()
        self.theme = Theme("light")
        self.background = Background()
        actions = Actions(self.window, self.theme)
        actions.enter("editor")
        self.screen = EditorScreen(self.real.desk(), self.theme, actions, self.background)
        self.actions = actions
        self.window.setCentralWidget(self.screen)
        self.window.resize(1000, 700)
        self.window.show()
        self.session, self.view = self.screen.session, self.screen.view
        self.said: list[str] = []
        self.screen.said.connect(self.said.append)
        self.screen.open(self.real.key, "en")
        self.settle()
        self.known = {0: self.state()}
        self.depth = 0

    def settle(self) -> None:
        """Wait for the library, without a word of it left in the air."""
        self.session.saving.flush()
        for _ in range(2000):
            QApplication.processEvents()
            if self.background.waiting_writes == 0:
                break
            QTest.qWait(1)
        QApplication.processEvents()

    def state(self):
        """Return what the library holds, as a reader would see it."""
        return [
            (
                row.kind,
                row.source,
                row.target,
                row.state,
                row.is_omitted,
                row.is_locked,
                row.paragraph,
                row.confirmed_by,
                row.segments,
            )
            for row in self.real.rows()
        ]

    def did(self, *, several: bool = False) -> None:
        """Note the state the library has at this depth; of several acts only the last is seen."""
        self.settle()
        stack = self.session.undo_stack
        if not stack.can_redo:
            sure = self.depth if several else stack.depth
            self.known = {at: state for at, state in self.known.items() if at < sure}
            self.known[stack.depth] = self.state()
        self.depth = stack.depth

    def was_here_before(self) -> None:
        """Compare with the state known at this depth (a rule that acts twice passes one unseen)."""
        depth = self.session.undo_stack.depth
        assert self.state() == self.known.setdefault(depth, self.state())
        self.depth = depth

    @rule(place=st.integers(0, 20))
    def go(self, place: int) -> None:
        self.view.enter(place % self.session.model.rowCount())
        self.did()

    @rule(words=WORDS, at=st.floats(0, 1))
    def type(self, words: str, at: float) -> None:
        edit = self.view.target_edit
        edit.set_caret(round(at * len(edit.text())))
        edit.put(words)
        self.did()

    @rule(share=st.floats(0, 1))
    def delete_from_here(self, share: float) -> None:
        edit = self.view.target_edit
        edit.select(round(share * len(edit.text())), len(edit.text()))
        edit.put("")
        self.did()

    @rule(words=WORDS, count=st.integers(1, 3))
    def type_without_a_pause_and_go_on(self, words: str, count: int) -> None:
        for _ in range(count):
            self.view.target_edit.put(words)
            self.view.enter((self.view.active + 1) % self.session.model.rowCount())
        self.did(several=True)

    @rule()
    def confirm(self) -> None:
        self.screen.commands.confirm()
        self.did()

    @rule(at=st.floats(0, 1))
    def split(self, at: float) -> None:
        self.view.target_edit.set_caret(round(at * len(self.view.target_edit.text())))
        self.screen.commands.split()
        self.did()

    @rule()
    def join(self) -> None:
        self.screen.commands.join()
        self.did()

    @rule(old=st.sampled_from(["a", "2", "国际", "On"]), new=st.sampled_from(["", "b", "twenty"]))
    def replace_all(self, old: str, new: str) -> None:
        bar = self.screen.find_bar
        bar.find_field.setText(old)
        bar.replace_field.setText(new)
        finding = self.screen.commands.finding
        finding.preview_all()
        for _ in range(2000):
            QApplication.processEvents()
            if finding.preview is not None and finding.preview.is_ready:
                break
            QTest.qWait(1)
        assert finding.preview is not None
        if finding.preview.chosen():
            finding.preview.accept()
        else:
            finding.preview.reject()
        self.did()

    @rule(place=st.integers(0, 20))
    def insert_a_suggestion(self, place: int) -> None:
        offered = [Suggestion("memory", f"Offer {place}.", Origin.MEMORY, 90)]
        self.screen.panel.suggestions.show_found(offered, [], [])
        self.screen.commands.insert_suggestion(0)
        self.did()

    @rule(lines=st.lists(WORDS, min_size=2, max_size=4))
    def paste_lines(self, lines: list[str]) -> None:
        self.screen.commands.put_lines([line.strip() for line in lines])
        self.did()

    @rule()
    def copy_the_source(self) -> None:
        self.screen.commands.copy_source()
        self.did(several=True)

    @rule()
    def lock_or_unlock(self) -> None:
        self.actions["segment.lock"].trigger()
        self.did()

    @rule(step=st.sampled_from(["segment.move_up", "segment.move_down", "segment.paragraph"]))
    def arrange(self, step: str) -> None:
        self.actions[step].trigger()
        self.did()

    @rule(words=WORDS)
    def correct_the_source(self, words: str) -> None:
        row = self.session.model.row(self.view.active)
        if len(row.segments) == 1:
            desk, segment = self.session.desk, row.segments[0]
            self.session.arrange(row.target_id, lambda: desk.correct_source(segment, row.source + words))
            self.did()

    @rule(words=st.sampled_from(["", "On", "国际"]), is_on=st.booleans())
    def show_only_some_rows(self, words: str, is_on: bool) -> None:
        self.screen.find_bar.find_field.setText(words)
        self.screen.find_bar.rows_button.setChecked(is_on)
        self.settle()

    @rule(words=WORDS)
    def somebody_else_types(self, words: str) -> None:
        """Another window changes a row of which nothing is being typed; steps over it can then be refused."""
        row = self.real.rows()[0]
        if not row.is_locked and not row.is_omitted:
            save_text(self.real.library, self.real.person.id, row.target_id, row.target + words)
        self.settle()
        self.session.undo_stack.clear()
        self.known, self.depth = {0: self.state()}, 0

    @rule()
    def leave_out(self) -> None:
        row = self.session.model.row(self.view.active)
        if row.is_omitted:
            self.session.restore_omitted(row.target_id)
        else:
            self.session.omit(row.target_id, "said already")
        self.did()

    @rule(number=st.integers(1, 6))
    def restore(self, number: int) -> None:
        self.screen.commands.restore_version(number)
        self.did()

    @rule()
    def undo(self) -> None:
        before = self.session.undo_stack.depth
        self.session.undo()
        self.settle()
        assert self.session.undo_stack.depth == max(before - 1, 0), self.said
        self.was_here_before()

    @rule()
    def redo(self) -> None:
        could = self.session.undo_stack.can_redo
        before = self.session.undo_stack.depth
        self.session.redo()
        self.settle()
        assert self.session.undo_stack.depth == before + could, self.said
        self.was_here_before()

    @invariant()
    def the_screen_shows_what_the_library_holds(self) -> None:
        model = self.session.model
        shown = [
            (model.row(place).source, model.text(place), model.state(place))
            for place in range(model.rowCount())
        ]
        assert shown == [(row.source, row.target, row.state) for row in self.real.rows()]
        if self.view.active >= 0:
            assert self.view.target_edit.text() == model.text(self.view.active)
            assert self.view.rowHeight(self.view.active) or model.is_narrowed
        status = self.screen.status()
        done = sum(model.is_done(place) for place in range(model.rowCount()))
        assert (status.confirmed, status.total) == (done, model.rowCount())

    def teardown(self) -> None:
        self.session.close()
        self.background.close()
        self.real.library.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
        self._folder.cleanup()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("sitting", range(SITTINGS))
def test_library_and_screen_agree_whatever_a_person_does(sitting):
    run_state_machine_as_test(
        RandomUser,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=False,  # each sitting is to be another one
            phases=[
                Phase.explicit,
                Phase.generate,
                *([Phase.shrink] if "RANDOM_SHRINK" in os.environ else []),
            ],
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
