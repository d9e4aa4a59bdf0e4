"""What is typed stands in the journal at once, even where no timer of the program runs."""

from __future__ import annotations

import json
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
    assert '"a"' in noted, "the first key waits for nothing"
    assert '"abc"' in noted
    assert '"abcde"' in noted
    editor.settle()
    jottings.close()
    assert not list(tmp_path.glob(f"*{MARK}*"))


def test_what_an_undo_puts_back_is_the_newest_that_is_noted(editor, tmp_path):
    """The note of what was undone stayed while another row waited, and recovery brought it back over the undo."""
    session = editor.screen.session
    target, other = (session.model.rows()[place].target_id for place in (0, 1))
    jottings = Jottings(session, tmp_path / "office.workbench", 1)
    session.saving.conflict_began(other)  # so that not all is saved for a long time
    for text in ("First words.", "First words. And more"):
        session.type_text(0, text)
        editor.settle()
    session.undo()
    editor.settle()
    (journal,) = tmp_path.glob(f"*{MARK}*")
    noted = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    assert session.model.text(0) != "First words. And more"
    assert [one["text"] for one in noted if one["target_id"] == target][-1] == session.model.text(0)
    jottings.close()
