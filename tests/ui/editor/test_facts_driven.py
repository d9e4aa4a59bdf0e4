"""Facts and findings driven in a real window on a real library, with the mouse and with keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from tests.ui.editor.conftest import Opened
from tests.ui.editor.real import RealLibrary

from workbench.desk.deciding import export_exceptions, list_exceptions, save_exception
from workbench.model.house import ExceptionValue

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
AMOUNT = "进出口总额3.5亿元"


@pytest.fixture
def real(tmp_path):
    made = RealLibrary(tmp_path)
    yield made
    made.library.close()


@pytest.fixture
def window(qtbot, real):
    opened = Opened(qtbot, real.desk(), real.key)
    model = opened.model
    row = next(place for place in range(model.rowCount()) if AMOUNT in model.row(place).source)
    opened.screen.view.enter(row)
    opened.edit.setFocus()
    yield opened
    opened.close()


def wrong_amount(window, qtbot) -> None:
    """Type an amount that is ten times too small, and wait for its wave."""
    window.edit.selectAll()
    window.type("In the first quarter, trade totaled 35 million yuan, up 12.6 percent.")
    qtbot.waitUntil(lambda: "35 million" in waved(window), timeout=20_000)


def waved(window) -> str:
    """Return the words of the active row that are underlined."""
    return " ".join(each.cursor.selectedText() for each in window.edit.extraSelections())


def accept(window, qtbot, reason: str, reach: int) -> None:
    """Accept the finding at the caret by keys: the reason, how far it reaches, Enter."""
    window.edit.set_caret(window.edit.text().index("35 million"))
    window.press(Qt.Key.Key_F8, CTRL_SHIFT)
    panel = window.screen.panel.findings
    field, how_far = panel.findChild(QLineEdit), panel.findChild(QComboBox)
    qtbot.keyClicks(field, reason)
    how_far.setFocus()
    for _ in range(reach):
        qtbot.keyClick(how_far, Qt.Key.Key_Down)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_click_on_a_fact_puts_its_english_at_the_caret(window, qtbot):
    panel = window.screen.panel.suggestions
    window.edit.selectAll()
    window.type("Trade totaled , up on the year.")

    def amount():
        found = [each for each in panel.findChildren(QLabel) if "350 million" in each.text()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: amount() is not None, timeout=20_000)
    window.edit.set_caret(len("Trade totaled "))
    qtbot.mouseClick(amount(), Qt.MouseButton.LeftButton)
    assert window.edit.text() == "Trade totaled 350 million yuan, up on the year."
    window.type(" (")
    assert window.edit.text().startswith("Trade totaled 350 million yuan (,")


def test_a_wrong_number_is_underlined_gone_to_and_mended_with_two_keys(window, qtbot):
    wrong_amount(window, qtbot)
    window.screen.view.enter(0)
    window.press(Qt.Key.Key_F8)
    for _ in range(9):
        if window.edit.selected_text().startswith("35 million"):
            break
        window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_F8, CTRL)
    window.settle()
    assert "totaled 350 million yuan, up 12.6 percent." in window.edit.text()
    qtbot.waitUntil(lambda: "million" not in waved(window), timeout=5_000)


@pytest.mark.parametrize("reach", [0, 1])
def test_a_finding_accepted_by_keys_here_or_in_the_article_is_gone(window, qtbot, reach):
    wrong_amount(window, qtbot)
    accept(window, qtbot, "as the office rounds it", reach)
    qtbot.waitUntil(lambda: "35 million" not in waved(window), timeout=5_000)


def test_what_is_accepted_for_good_becomes_data_of_the_house(window, qtbot, real, tmp_path):
    wrong_amount(window, qtbot)
    accept(window, qtbot, "an exchange of the day", 2)
    question = window.screen.commands.accepting.question
    qtbot.keyClick(question.confirm, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "35 million" not in waved(window), timeout=5_000)
    (kept,) = list_exceptions(real.library)
    assert (kept.value.source, kept.value.target) == ("3.5亿", "35 million")
    changed = ExceptionValue("3.5亿", "some 35 million yuan", "seen again")
    save_exception(real.library, real.person.id, changed, exception_id=kept.id)
    table = tmp_path / "exceptions.csv"
    assert export_exceptions(real.library, table) == 1
    assert "some 35 million yuan" in table.read_text("utf-8-sig")
