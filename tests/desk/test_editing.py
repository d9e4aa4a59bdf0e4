"""Typing, confirming and arranging: what is saved, who is credited, and that undo is exact."""

from __future__ import annotations

import pytest

from workbench.desk import arranging, editing
from workbench.desk.reading import open_edition, read_history
from workbench.errors import ConflictError, RefusedError, WorkbenchError
from workbench.model.kinds import Origin, State


def test_typing_is_kept_and_one_sitting_is_one_revision(office):
    row = office.row(2)
    editing.save_text(office.library, office.translator, row.target_id, "Xu Dazhe")
    editing.save_text(office.library, office.translator, row.target_id, "Xu Dazhe chairs a meeting.")
    assert office.row(2).target == "Xu Dazhe chairs a meeting."
    assert [revision.text for revision in read_history(office.library, row.target_id)] == [
        "Xu Dazhe chairs a meeting."
    ]


def test_two_people_get_a_revision_each(office):
    target = office.row(2).target_id
    editing.save_text(office.library, office.translator, target, "One.")
    editing.save_text(office.library, office.second_translator, target, "Two.")
    history = read_history(office.library, target)
    assert [(r.text, r.person) for r in history] == [("Two.", "Translator B"), ("One.", "Translator A")]


def test_a_stale_writer_gets_both_texts_and_nothing_is_overwritten(office):
    row = office.row(2)
    editing.save_text(office.library, office.translator, row.target_id, "Theirs.", seen=row.version)
    with pytest.raises(ConflictError) as conflict:
        editing.save_text(office.library, office.second_translator, row.target_id, "Mine.", seen=row.version)
    assert (conflict.value.mine, conflict.value.theirs, conflict.value.by) == (
        "Mine.",
        "Theirs.",
        "Translator A",
    )
    assert office.row(2).target == "Theirs."


def test_confirming_marks_and_editing_takes_the_mark_off(office):
    target = office.row(1).target_id
    editing.save_text(office.library, office.translator, target, "A Headline")
    editing.confirm(office.library, office.translator, [target])
    assert office.row(1).state is State.TRANSLATED
    editing.save_text(office.library, office.translator, target, "Another Headline")
    assert office.row(1).state is State.INITIAL


def test_confirming_teaches_the_memory_and_typing_alone_does_not(office):
    target = office.row(1).target_id
    editing.save_text(office.library, office.translator, target, "A Headline")
    with office.library.reading() as tx:
        assert tx.memories.count() == 0
    editing.confirm(office.library, office.translator, [target])
    with office.library.reading() as tx:
        entry = tx.memories.taught_by([target])[target]
    assert entry is not None
    assert (entry.source, entry.target, entry.creator) == (office.row(1).source, "A Headline", "Translator A")


def test_confirming_again_after_an_edit_updates_the_memory_and_adds_nothing(office):
    target = office.row(1).target_id
    for text in ("A Headline", "A Better Headline"):
        editing.save_text(office.library, office.translator, target, text)
        editing.confirm(office.library, office.translator, [target])
    with office.library.reading() as tx:
        entry = tx.memories.taught_by([target])[target]
        assert tx.memories.count() == 1
    assert entry is not None
    assert entry.target == "A Better Headline"


@pytest.mark.parametrize(
    ("text", "named"),
    [("a\x00b", "U+0000"), ("a\ud83db", "U+D83D"), ("a\ufffeb", "U+FFFE"), ("x\x07", "U+0007")],
)
def test_what_cannot_be_stored_is_refused_with_its_place(office, text, named):
    target = office.row(2).target_id
    editing.save_text(office.library, office.translator, target, "Good.")
    with pytest.raises(WorkbenchError, match=named.replace("+", r"\+")):
        editing.save_text(office.library, office.translator, target, text)
    assert office.row(2).target == "Good."


def test_lines_become_one_stretch_of_text(office):
    target = office.row(2).target_id
    editing.save_text(office.library, office.translator, target, "One\r\ntwo\u2028three\n")
    assert office.row(2).target == "One two three"


def test_an_earlier_version_can_be_brought_back(office):
    target = office.row(2).target_id
    editing.save_text(office.library, office.translator, target, "First.")
    editing.save_text(office.library, office.second_translator, target, "Second.")
    editing.restore(office.library, office.translator, target, 1)
    assert office.row(2).target == "First."
    assert office.row(2).origin is Origin.RESTORED


def snapshot(office) -> list[tuple[object, ...]]:
    return [
        (r.target_id, r.number, r.paragraph, r.source, r.target, r.state, r.is_omitted, r.segments, r.reason)
        for r in office.rows()
    ]


ARRANGEMENTS = {
    "type": lambda o: editing.save_text(o.library, o.translator, o.row(3).target_id, "New."),
    "confirm": lambda o: editing.confirm(o.library, o.translator, [o.row(3).target_id]),
    "split": lambda o: arranging.split(o.library, o.translator, o.row(5).target_id, target_at=20),
    "split at": lambda o: arranging.split(
        o.library, o.translator, o.row(5).target_id, target_at=20, source_at=7
    ),
    "join": lambda o: arranging.join(o.library, o.translator, o.row(4).target_id),
    "leave out": lambda o: arranging.omit(o.library, o.translator, o.row(4).target_id, "Said already."),
    "add": lambda o: arranging.add_after(
        o.library, o.translator, o.row(4).target_id, "Hunan lies in central China.", "Background."
    ),
    "move up": lambda o: arranging.move(o.library, o.translator, o.row(9).target_id, 3),
    "move first": lambda o: arranging.move(o.library, o.translator, o.row(9).target_id, 1),
    "move last": lambda o: arranging.move(o.library, o.translator, o.row(2).target_id, 18),
    "paragraph": lambda o: arranging.set_paragraph(o.library, o.translator, o.row(5).target_id, opens=True),
    "correct": lambda o: arranging.correct_source(
        o.library, o.translator, o.row(4).segments[0], "4月3日，许达哲主持召开会议。"
    ),
    "lock": lambda o: arranging.set_locked(o.library, o.translator, o.row(4).target_id, is_locked=True),
}


@pytest.mark.parametrize("act", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_every_edit_is_undone_and_redone_exactly(office, act):
    office.translate()
    before, counts = snapshot(office), open_edition(office.library, office.key).counts
    done = act(office)
    after, counts_after = snapshot(office), open_edition(office.library, office.key).counts
    back = editing.undo(office.library, office.translator, done.step)
    assert snapshot(office) == before
    assert open_edition(office.library, office.key).counts == counts
    editing.undo(office.library, office.translator, back.step)
    assert snapshot(office) == after
    assert open_edition(office.library, office.key).counts == counts_after


def test_undo_never_takes_somebody_elses_words_away(office):
    target = office.row(3).target_id
    mine = editing.save_text(office.library, office.translator, target, "Mine.")
    editing.save_text(office.library, office.second_translator, target, "Theirs.")
    with pytest.raises(ConflictError):
        editing.undo(office.library, office.translator, mine.step)
    assert office.row(3).target == "Theirs."


def test_a_joined_row_comes_apart_where_it_was_joined(office):
    office.translate()
    sources = [office.row(4).source, office.row(5).source]
    arranging.join(office.library, office.translator, office.row(4).target_id)
    joined = office.row(4)
    assert joined.source == "".join(sources)
    assert joined.target.count(". ") >= 1, "English joins with a space"
    place = joined.target.index(". ") + 2
    arranging.split(office.library, office.translator, joined.target_id, target_at=place)
    assert [office.row(4).source, office.row(5).source] == sources


def test_splitting_the_source_keeps_the_other_editions_whole(office):
    french = open_edition(office.library, office.key, "fr")
    editing.save_text(office.library, office.translator, french.rows[4].target_id, "Il a souligné …")
    arranging.split(office.library, office.translator, office.row(5).target_id, target_at=0, source_at=5)
    row = open_edition(office.library, office.key, "fr").rows[4]
    assert row.source == french.rows[4].source
    assert len(row.segments) == 2


def test_leaving_out_needs_a_reason_and_counts_as_done(office):
    with pytest.raises(WorkbenchError, match="why"):
        arranging.omit(office.library, office.translator, office.row(4).target_id, " ")
    arranging.omit(office.library, office.translator, office.row(4).target_id, "Said in the headline.")
    assert open_edition(office.library, office.key).counts.confirmed == 1
    arranging.take_back(office.library, office.translator, office.row(4).target_id)
    assert open_edition(office.library, office.key).counts.confirmed == 0


def test_a_headline_is_not_joined_with_a_caption(office):
    with pytest.raises(WorkbenchError, match="cannot be joined"):
        arranging.join(office.library, office.translator, office.row(1).target_id)


def test_a_locked_row_is_left_alone(office):
    arranging.set_locked(office.library, office.translator, office.row(4).target_id, is_locked=True)
    with pytest.raises(RefusedError, match="locked"):
        editing.save_text(office.library, office.translator, office.row(4).target_id, "x")


def test_there_is_room_for_any_number_of_rows_in_one_place(office):
    anchor = office.row(4).target_id
    for n in range(30):
        arranging.add_after(office.library, office.translator, anchor, f"Sentence {n}.", "Background.")
    rows = office.rows()
    assert [row.target for row in rows[4:34]] == [f"Sentence {n}." for n in reversed(range(30))]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_one_row_read_alone_is_as_it_stands_among_all(office):
    office.translate()
    arranging.set_paragraph(office.library, office.translator, office.row(5).target_id, opens=True)
    with office.library.reading() as tx:
        together = tx.editions.rows(office.edition_id)
        alone = [tx.editions.rows(office.edition_id, [row.target_id])[0] for row in together]
    assert alone == together
