"""What was split, joined, left out, locked or put right in the source survives export, import, undo and the memory."""

from __future__ import annotations

import pytest

from workbench.desk.arranging import correct_source, join, omit, set_locked, split
from workbench.desk.demonstrating import import_sample
from workbench.desk.editing import confirm, save_text, undo
from workbench.desk.remembering import match
from workbench.desk.sending import send, take_back

FORMATS = {"po": "po", "xliff12": "xlf", "xliff21": "xlf", "bilingual-docx": "docx", "json": "json"}


def seen(office):
    """Return the rows as a reader sees them."""
    return [
        (
            row.source,
            row.target,
            row.state,
            row.is_omitted,
            row.is_locked,
            row.reason,
            row.paragraph,
            row.segments,
        )
        for row in office.rows()
    ]


@pytest.fixture
def rearranged(office):
    """The translated sample with a row split, two joined, one left out, one locked, a source put right."""
    office.translate()
    library, by = office.library, office.translator
    office.before = seen(office)
    office.steps = []

    def do(act, number, *more, **named):
        office.steps.append(act(library, by, office.row(number).target_id, *more, **named).step)

    do(split, 3, source_at=len(office.row(3).source) // 2, target_at=len(office.row(3).target) // 2)
    do(join, 6)
    do(omit, 8, "said in the headline already")
    segment = office.row(9).segments[0]
    office.steps.append(correct_source(library, by, segment, office.row(9).source + "（图）").step)
    do(set_locked, 10, is_locked=True)
    return office


@pytest.mark.parametrize("format_key", FORMATS)
def test_it_survives_going_out_and_coming_back(rearranged, tmp_path, format_key):
    before = seen(rearranged)
    assert before != rearranged.before
    file = tmp_path / f"out.{FORMATS[format_key]}"
    send(rearranged.library, rearranged.translator, rearranged.key, format_key, file)
    report = take_back(rearranged.library, rearranged.translator, file)
    assert (report.changed, report.clashes) == ([], [])
    assert seen(rearranged) == before


def test_it_survives_importing_the_same_source_again(rearranged):
    before = seen(rearranged)
    assert import_sample(rearranged.library, by=rearranged.translator) == rearranged.key
    assert seen(rearranged) == before


def test_undo_takes_all_of_it_back_exactly(rearranged):
    for step in reversed(rearranged.steps):
        undo(rearranged.library, rearranged.translator, step)
    assert seen(rearranged) == rearranged.before


def test_the_memory_learns_the_rows_as_they_are_cut(rearranged):
    library, by = rearranged.library, rearranged.translator
    for number, text in ((3, "The first half."), (6, "Both in one.")):
        save_text(library, by, rearranged.row(number).target_id, text)
        confirm(library, by, [rearranged.row(number).target_id])
        best = match(library, rearranged.row(number).source)[0]
        assert (best.score, best.target) == (100, text)
