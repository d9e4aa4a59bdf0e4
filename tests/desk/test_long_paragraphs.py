"""A sentence that is too long to edit is held back, and cut or taken whole as somebody says."""

from __future__ import annotations

import pytest

from workbench.cli.main import main
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.reading import open_edition
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.text.segmenting import join_sentences

LONG = "会议强调，要坚持稳中求进；" * 90_000
"""Of a million characters and more, which no segment holds."""


@pytest.fixture
def office(tmp_path):
    (tmp_path / "long.txt").write_text(f"友城工作会议召开\n\n会议今天召开。\n\n{LONG}\n", "utf-8")
    with open_library(tmp_path / "office.workbench") as library:
        add_person(library, "Translator A")
        yield library


def brought(library, path, **choice):
    report = ImportReport()
    list(import_all(library, [str(path)], report, **choice))
    return report


def test_a_very_long_sentence_is_held_back_and_offered_a_split(office, tmp_path):
    report = brought(office, tmp_path / "long.txt")
    (held,) = report.long
    assert not report.added
    assert not report.problems
    assert held.place == "paragraph 3"
    assert "1,170,000 characters" in str(held.message)


def test_what_was_split_is_one_paragraph_and_whole(office, tmp_path):
    (added,) = brought(office, tmp_path / "long.txt", split=True).added
    rows = open_edition(office, added.key).rows
    texts = [row.source for row in rows if row.paragraph == rows[-1].paragraph]
    assert max(map(len, texts)) <= 2_000
    assert join_sentences(texts, "zh") == LONG
    assert brought(office, tmp_path / "long.txt", split=True).unchanged


def test_a_long_sentence_can_be_taken_whole(office, tmp_path):
    path = tmp_path / "whole.txt"
    path.write_text(f"友城工作会议召开\n\n{LONG[:20_000]}\n", "utf-8")
    assert brought(office, path).long
    (added,) = brought(office, path, force=True).added
    assert added.segments == 2


def test_the_command_line_says_how_to_split(office, tmp_path, capsys):
    place = ["-L", str(office.path), "import", str(tmp_path / "long.txt")]
    assert main(place) == 1
    assert "--split-long" in capsys.readouterr().out
    assert main([*place, "--split-long"]) == 0
