"""What is typed stands in the journal at once, even where no timer of the program runs."""

from __future__ import annotations

import time

from workbench.library.journal import MARK
from workbench.ui.editor.jottings import PAUSE_MS, Jottings


def test_keys_that_come_without_a_pause_of_the_program_are_noted(editor, tmp_path):
    """Keys that an undo kept back are typed in one go; in a long row that once took seconds without a note."""
    jottings = Jottings(editor.screen.session, tmp_path / "office.workbench", 1)
    for number, letter in enumerate("abcdef"):
        editor.screen.session.type_text(0, "abcdef"[: number + 1])
        if letter in "bd":
            time.sleep(2 * PAUSE_MS / 1000)  # no event is processed meanwhile
    (journal,) = tmp_path.glob(f"*{MARK}*")
    noted = journal.read_text("utf-8")
    assert '"abc"' in noted
    assert '"abcde"' in noted
    editor.settle()
    jottings.close()
    assert not list(tmp_path.glob(f"*{MARK}*"))
