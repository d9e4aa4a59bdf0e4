"""Reviewing with real keys on a real library: read, approve, return, edit, and what the library says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QToolButton

from workbench.desk import arranging, editing, reviewing
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition, read_events
from workbench.desk.settling import change_setting
from workbench.desk.staffing import add_person
from workbench.desk.walking import StopKind
from workbench.library.library import open_library
from workbench.model.kinds import Role, Stage, State
from workbench.ui.actions import Actions
from workbench.ui.background import Background
from workbench.ui.editor.bound_desk import BoundDesk
from workbench.ui.editor.bound_stages import BoundStages
from workbench.ui.editor.cards import MarkedLabel
from workbench.ui.editor.going_over import GoingOver
from workbench.ui.editor.hearing import heard
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.model import Column
from workbench.ui.editor.side_panel import STOPS
from workbench.ui.editor.stage_commands import StageCommands
from workbench.ui.review.screen import ReviewScreen
from workbench.ui.review.stretch import StretchQuestion
from workbench.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SOURCE = "友城工作会议\n\n4月2日，会议研究友城工作。吴兰出席。\n\n要扩大经贸合作。\n"
ENGLISH = [
    "Meeting on Friendship City Work",
    "On April 2, a meeting discussed sister city work.",
    "Wu Lan attended.",
    "Trade is to grow.",
]


class Reviewed:
    """A submitted article before a reviewer."""

    def __init__(self, qtbot, folder, steps: str = "review") -> None:
        self.qtbot = qtbot
        self.library = open_library(folder / "review.workbench")
        translator = add_person(self.library, "Translator A", [Role.TRANSLATOR])
        reviewer = add_person(self.library, "Reviewer B", [Role.REVIEWER], by=translator.id)
        change_setting(self.library, translator.id, "review_steps", steps)
        report = ImportReport()
        import_pasted(self.library, SOURCE, report, by=translator.id)
        self.key = report.added[0].key
        for row, text in zip(self.rows(), ENGLISH, strict=True):
            editing.save_text(self.library, translator.id, row.target_id, text)
        editing.confirm(self.library, translator.id, [row.target_id for row in self.rows()])
        reviewing.submit(self.library, translator.id, self.key)
        self.window = QMainWindow()
        theme = Theme("light")
        self.actions = Actions(self.window, theme)
        self.background = Background()
        desk = BoundDesk(self.library, reviewer.id)
        stages = BoundStages(self.library, reviewer.id, desk.asked_by)
        self.screen = ReviewScreen(desk, stages, theme, self.actions, self.background)
        self.screen.session.read.connect(lambda e: stages.bind(e.key, e.language, e.edition_id))
        self.commands = StageCommands(self.screen, stages)
        self.commands.bind(self.actions)
        self.going_over = GoingOver(self.screen, stages)
        self.going_over.bind(self.actions)
        self.actions.enter("review")
        self.window.setCentralWidget(self.screen)
        self.window.resize(1200, 700)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.screen.open(self.key)
        qtbot.waitUntil(lambda: len(self.screen._base) == 4, timeout=20_000)
        self.screen.back_to_text()

    @property
    def view(self):
        return self.screen.view

    def rows(self):
        return open_edition(self.library, self.key).rows

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view.target_edit if self.view.is_editing else self.view, key, modifiers)

    def settle(self) -> None:
        self.screen.session.saving.flush()
        self.qtbot.waitUntil(lambda: self.background.waiting_writes == 0, timeout=20_000)
        self.qtbot.wait(2)

    def close(self) -> None:
        self.screen.session.close()
        self.background.close()
        self.library.close()


@pytest.fixture
def review(qtbot, tmp_path):
    made = Reviewed(qtbot, tmp_path)
    yield made
    made.close()


def test_rows_are_read_until_somebody_begins_to_edit(review):
    assert review.view.hasFocus()
    assert not review.view.is_editing
    review.press(Qt.Key.Key_Down)
    assert review.view.active == 1
    review.press(Qt.Key.Key_Return)
    assert review.view.is_editing
    assert review.view.target_edit.hasFocus()


def test_confirming_approves_the_row_and_goes_to_the_next_unjudged_one(review):
    review.press(Qt.Key.Key_Return, CTRL)
    review.settle()
    assert review.rows()[0].state is State.REVIEWED
    assert review.view.active == 1


def test_what_a_reviewer_changes_is_tracked_against_the_submitted_text(review):
    review.press(Qt.Key.Key_Down)
    review.press(Qt.Key.Key_Return)
    edit = review.view.target_edit
    edit.select(ENGLISH[1].index("sister"), ENGLISH[1].index("sister") + len("sister"))
    review.qtbot.keyClicks(edit, "friendship")
    review.press(Qt.Key.Key_Escape)
    review.settle()
    assert review.rows()[1].target == ENGLISH[1].replace("sister", "friendship")
    marked = review.view.shown_instead(1)
    assert "sisterfriendship" in marked.text
    assert [str(mark.paint) for mark in marked.marks] == ["deleted", "inserted"]
    assert review.view.shown_instead(0) is None


def test_returning_asks_for_a_reason_which_reaches_the_translator(review):
    review.press(Qt.Key.Key_Down)
    review.screen.verdict.give_back.click()
    field = review.screen.ask_bar.field
    review.qtbot.waitUntil(field.hasFocus, timeout=20_000)
    review.qtbot.keyClicks(field, "friendship, not sister")
    review.qtbot.keyClick(field, Qt.Key.Key_Return)
    review.settle()
    row = review.rows()[1]
    assert row.is_returned
    review.qtbot.waitUntil(lambda: "friendship, not sister" in review.view.note_of(1), timeout=20_000)
    assert review.screen.judged() == (0, 1)


def test_the_article_is_approved_as_a_whole(review):
    review.screen.header.primary.click()
    review.settle()
    edition = open_edition(review.library, review.key)
    assert edition.stage is Stage.APPROVED
    assert review.screen.edition.stage is Stage.APPROVED
    assert {row.state for row in edition.rows} == {State.REVIEWED}


def test_a_chain_of_steps_says_where_it_is_and_what_the_button_completes(qtbot, tmp_path):
    review = Reviewed(qtbot, tmp_path, steps="一审;二审")
    header = review.screen.header
    assert header.stages.accessibleName() == "Stage: In review · 一审 1/2"
    assert header.primary.text() == "Approve 一审"
    qtbot.keyClick(header.primary, Qt.Key.Key_Space)
    review.settle()
    qtbot.waitUntil(lambda: header.stages.accessibleName() == "Stage: In review · 二审 2/2", timeout=20_000)
    assert header.primary.text() == "Approve article"
    review.close()


def test_returning_the_article_offers_the_librarys_reasons(review):
    review.actions["article.return"].trigger()
    field = review.screen.ask_bar.field
    review.qtbot.waitUntil(field.hasFocus, timeout=20_000)
    review.qtbot.keyClicks(field, "miss")
    assert field.completer().currentCompletion() == "missing text"
    review.qtbot.keyClicks(field, "ing text")
    review.qtbot.keyClick(field, Qt.Key.Key_Return)
    review.settle()
    assert open_edition(review.library, review.key).stage is Stage.CHANGES_REQUESTED


def test_a_refused_approval_shows_every_reason(review):
    review.press(Qt.Key.Key_Down)
    review.screen.verdict.give_back.click()
    field = review.screen.ask_bar.field
    review.qtbot.waitUntil(field.hasFocus, timeout=20_000)
    review.qtbot.keyClicks(field, "why?")
    review.qtbot.keyClick(field, Qt.Key.Key_Return)
    review.settle()
    said = []
    review.screen.said.connect(said.append)
    review.screen.header.primary.click()
    review.settle()
    assert open_edition(review.library, review.key).stage is Stage.IN_REVIEW
    assert said


def change(review, place: int, text: str) -> None:
    """Let another reviewer rewrite a row."""
    second = add_person(review.library, "Reviewer C", [Role.REVIEWER], by=1).id
    editing.save_text(review.library, second, review.rows()[place].target_id, text)
    review.qtbot.waitUntil(lambda: review.screen.session.model.text(place) == text, timeout=20_000)


def stops(review, count: int):
    review.qtbot.waitUntil(lambda: len(review.going_over.stops) == count, timeout=20_000)
    return review.going_over.stops


def buttons(review, words: str):
    found = review.screen.panel.stops.findChildren(QToolButton)
    return [button for button in found if button.text() == words and not button.isHidden()]


def test_changes_stand_beside_the_text_and_are_undone_one_by_one(review):
    change(review, 1, "On May 2, a meeting discussed friendship city work.")
    (stop,) = stops(review, 1)
    assert [(hunk.before, hunk.after) for hunk in stop.hunks] == [("April", "May"), ("sister", "friendship")]
    review.qtbot.waitUntil(lambda: len(buttons(review, "↩ Undo")) == 3, timeout=20_000)
    review.qtbot.keyClick(buttons(review, "↩ Undo")[0], Qt.Key.Key_Space)
    wanted = "On April 2, a meeting discussed friendship city work."
    review.qtbot.waitUntil(lambda: review.rows()[1].target == wanted, timeout=20_000)
    review.qtbot.waitUntil(lambda: len(review.going_over.stops[0].hunks) == 1, timeout=20_000)
    review.actions["edit.undo"].trigger()
    review.qtbot.waitUntil(lambda: review.rows()[1].target.startswith("On May 2"), timeout=20_000)


def test_an_accepted_change_leaves_the_list_and_the_marks(review):
    change(review, 1, "On April 2, a meeting discussed friendship city work.")
    stops(review, 1)
    assert review.screen._changes_in(1) is not None
    review.qtbot.waitUntil(lambda: len(buttons(review, "✓ Accept")) == 1, timeout=20_000)
    review.qtbot.keyClick(buttons(review, "✓ Accept")[0], Qt.Key.Key_Space)
    stops(review, 0)
    review.qtbot.waitUntil(lambda: review.screen._changes_in(1) is None, timeout=20_000)


def test_a_stretch_is_returned_with_a_reason_from_the_list_and_free_words(review):
    def fill(dialog: StretchQuestion) -> None:
        dialog._from.setValue(2)
        dialog._to.setValue(3)
        assert dialog.list.currentText() == "Choose a reason"
        reached = [dialog._from, dialog._to, dialog.list]
        for widget in reached:
            assert dialog.focusWidget() is widget
            if widget is dialog.list:
                review.qtbot.keyClick(widget, Qt.Key.Key_Down)
            review.qtbot.keyClick(widget, Qt.Key.Key_Tab)
        assert dialog.focusWidget() is dialog.words
        review.qtbot.keyClicks(dialog.words, "3.5 is 35")
        review.qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    def look() -> None:
        found = review.screen.findChild(StretchQuestion)
        if found is None or not found.isVisible():
            QTimer.singleShot(20, look)
        else:
            fill(found)

    QTimer.singleShot(20, look)
    review.actions["segment.return_stretch"].trigger()
    review.qtbot.waitUntil(
        lambda: [row.is_returned for row in review.rows()] == [False, True, True, False], timeout=5000
    )
    found = stops(review, 2)
    assert {stop.said for stop in found} == {"wrong fact: 3.5 is 35"}


def test_the_list_is_walked_with_one_key(review):
    rows = review.rows()
    with_reason = [rows[2].target_id, rows[3].target_id]
    reviewing.mark_returned(review.library, 2, with_reason, "style")
    stops(review, 2)
    review.actions["review.next_stop"].trigger()
    assert review.view.active == 2
    review.actions["review.next_stop"].trigger()
    assert review.view.active == 3
    assert review.screen.panel.tab == STOPS
    review.actions["review.previous_stop"].trigger()
    assert review.view.active == 2


def test_changes_are_shown_since_another_point(review):
    with review.library.reading() as tx:
        first = tx.editions.revisions(review.screen.edition.edition_id)[0]
    assert first.text == ENGLISH[0]
    review.screen.compare_with("draft", "the machine draft")
    review.qtbot.waitUntil(lambda: review.screen._changes_in(1) is not None, timeout=20_000)
    assert "since: the machine draft" in review.screen.columns.accessibleName()
    review.screen.compare_with("submitted", "")
    review.qtbot.waitUntil(lambda: review.screen._changes_in(1) is None, timeout=20_000)


def test_a_remark_is_answered_from_the_list(review):
    reviewing.mark_returned(review.library, 2, [review.rows()[2].target_id], "style")
    stops(review, 1)
    review.qtbot.waitUntil(lambda: buttons(review, "Answer…") != [], timeout=20_000)
    review.qtbot.keyClick(buttons(review, "Answer…")[0], Qt.Key.Key_Space)
    review.qtbot.keyClicks(review.screen.ask_bar.field, "Which word?")
    review.qtbot.keyClick(review.screen.ask_bar.field, Qt.Key.Key_Return)
    review.qtbot.waitUntil(
        lambda: [a.text for stop in review.going_over.stops for a in stop.answers] == ["Which word?"],
        timeout=5000,
    )


def test_changes_since_a_version_are_shown_accepted_and_undone_in_the_whole_article(review):
    change(review, 1, "On May 2, a meeting discussed sister city work.")
    review.press(Qt.Key.Key_Down)
    review.qtbot.waitUntil(
        lambda: any(one.text.startswith("On May") for one in versions(review)), timeout=5000
    )
    (since,) = [one for one in versions(review) if one.text == ENGLISH[1] and one.note == "confirmed"]
    editing.save_text(review.library, 2, review.rows()[3].target_id, "Trade is to be expanded.")
    review.screen.panel.history.compared.emit(since)
    review.qtbot.waitUntil(lambda: review.screen._changes_in(3) is not None, timeout=20_000)
    assert "since: version by Translator A" in review.screen.columns.accessibleName()
    (first, second) = stops(review, 2)
    assert (first.number, second.number) == (2, 4)
    review.qtbot.waitUntil(lambda: len(buttons(review, "✓ Accept")) == 2, timeout=20_000)
    review.qtbot.keyClick(buttons(review, "✓ Accept")[0], Qt.Key.Key_Space)
    stops(review, 1)
    review.qtbot.waitUntil(lambda: review.screen._changes_in(1) is None, timeout=20_000)
    review.qtbot.waitUntil(lambda: len(buttons(review, "↩ Undo")) == 1, timeout=20_000)
    review.qtbot.keyClick(buttons(review, "↩ Undo")[0], Qt.Key.Key_Space)
    review.qtbot.waitUntil(lambda: review.rows()[3].target == ENGLISH[3], timeout=20_000)


def versions(review):
    return review.screen.panel.history._revisions


def test_a_change_of_which_nothing_was_said_is_answered_too(review):
    change(review, 1, "On April 2, a meeting discussed friendship city work.")
    stops(review, 1)
    review.qtbot.waitUntil(lambda: len(buttons(review, "Answer…")) == 1, timeout=20_000)
    review.qtbot.keyClick(buttons(review, "Answer…")[0], Qt.Key.Key_Space)
    review.qtbot.keyClicks(review.screen.ask_bar.field, "The house says sister city.")
    review.qtbot.keyClick(review.screen.ask_bar.field, Qt.Key.Key_Return)
    said = stops(review, 2)
    assert [(one.kind, one.number, one.said) for one in said if one.said] == [
        (StopKind.REMARK, 2, "The house says sister city.")
    ]


def test_a_row_that_was_added_in_the_review_is_taken_out_from_the_list(review):
    arranging.add_after(review.library, 2, review.rows()[1].target_id, "Changsha is in Hunan.", "For readers")
    (stop,) = stops(review, 1)
    assert stop.kind is StopKind.ARRANGED
    review.qtbot.waitUntil(lambda: len(buttons(review, "↩ Undo")) == 1, timeout=20_000)
    review.qtbot.keyClick(buttons(review, "↩ Undo")[0], Qt.Key.Key_Space)
    review.qtbot.waitUntil(lambda: [row.target for row in review.rows()] == ENGLISH, timeout=20_000)
    review.settle()
    review.actions["edit.undo"].trigger()
    review.qtbot.waitUntil(lambda: len(review.rows()) == len(ENGLISH) + 1, timeout=20_000)


def test_a_row_that_was_added_says_that_the_source_has_nothing_of_it(review):
    arranging.add_after(review.library, 2, review.rows()[0].target_id, "Changsha is in Hunan.", "For readers")
    model, view = review.screen.session.model, review.screen.view
    review.qtbot.waitUntil(lambda: model.rowCount() == 5, timeout=20_000)
    assert (
        model.data(model.index(1, Column.SOURCE), Qt.ItemDataRole.AccessibleTextRole) == "Not in the source"
    )
    assert model.data(model.index(1, Column.SOURCE)) == "", "nothing that could be copied as a text"
    review.press(Qt.Key.Key_Down)
    review.qtbot.waitUntil(lambda: view.source_view.placeholderText() == "Not in the source", timeout=20_000)
    review.press(Qt.Key.Key_Down)
    assert view.source_view.placeholderText() == ""


def test_the_key_that_leaves_a_sentence_out_takes_an_added_one_out_again(review):
    arranging.add_after(review.library, 2, review.rows()[0].target_id, "Changsha is in Hunan.", "For readers")
    review.qtbot.waitUntil(lambda: review.screen.session.model.rowCount() == 5, timeout=20_000)
    review.press(Qt.Key.Key_Down)
    review.actions["segment.omit"].trigger()
    review.qtbot.waitUntil(lambda: [row.target for row in review.rows()] == ENGLISH, timeout=20_000)


def test_a_screen_reader_hears_what_was_deleted_and_what_was_inserted(review):
    change(review, 1, ENGLISH[1].replace("sister", "friendship"))
    (stop,) = stops(review, 1)
    review.qtbot.waitUntil(lambda: review.screen._changes_in(1) is not None, timeout=20_000)
    said = "On April 2, a meeting discussed [deleted: sister] [inserted: friendship] city work."
    model = review.screen.session.model
    assert model.data(model.index(1, Column.TARGET), Qt.ItemDataRole.AccessibleTextRole) == said
    names = [label.accessibleName() for label in review.screen.panel.stops.findChildren(MarkedLabel)]
    assert names == [said]
    assert (
        heard(tracked("会议研究工作。", "会议讨论工作。")) == "会议 [deleted: 研究] [inserted: 讨论] 工作。"
    )
    assert stop.after == review.rows()[1].target


def test_changes_are_accepted_and_undone_one_after_another_by_key(review):
    change(review, 1, "On 2 April, a meeting discussed friendship city work.")
    editing.save_text(review.library, 2, review.rows()[3].target_id, "Trade is to expand.")
    (first, _) = stops(review, 2)
    last = first.hunks[-1]
    review.press(Qt.Key.Key_Down)
    for left in range(len(first.hunks) - 1, 0, -1):  # all but the last are accepted
        review.actions["review.accept_change"].trigger()
        review.qtbot.waitUntil(
            lambda left=left: len(review.going_over.stops[0].hunks) == left, timeout=20_000
        )
    assert review.going_over.stops[0].hunks[0].after == last.after
    review.actions["review.undo_change"].trigger()
    wanted = "On 2 April, a meeting discussed sister city work."
    review.qtbot.waitUntil(lambda: review.rows()[1].target == wanted, timeout=20_000)
    (left,) = stops(review, 1)
    review.actions["review.accept_change"].trigger()
    review.qtbot.waitUntil(lambda: review.view.active == left.number - 1, timeout=20_000)
    review.actions["review.undo_change"].trigger()
    review.qtbot.waitUntil(lambda: review.rows()[3].target == ENGLISH[3], timeout=20_000)


def test_a_change_is_accepted_by_key_right_after_it_was_typed(review):
    review.press(Qt.Key.Key_Down)
    review.press(Qt.Key.Key_Return)
    review.qtbot.keyClicks(review.view.target_edit, " Wu Lan was there.")
    review.press(Qt.Key.Key_Escape)
    review.actions["review.accept_change"].trigger()
    review.qtbot.waitUntil(
        lambda: "change accepted" in [event.kind for event in read_events(review.library, 1)], timeout=20_000
    )
    assert review.view.active == 1
    assert review.rows()[1].target.endswith("Wu Lan was there.")
