"""An archive of texts and translations becomes sentence pairs, with the doubtful ones set apart."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from workbench.desk.aligning import (
    AlignedText,
    align_texts,
    aligned_units,
    find_texts,
    load_work,
    read_texts,
    save_work,
    write_aligned,
)
from workbench.errors import FormatError
from workbench.formats.tmx import read_units
from workbench.memory.align import Alignment, DocumentPair

ZH = "国务院总理会见记者。双方签署了十二项协议。\n贸易额达到789亿美元。\n"
EN = "The premier met the press. The two sides signed 12 agreements.\nTrade reached $78.9 billion.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / f"{name}.zh").write_text(ZH, encoding="utf-8")
        (tmp_path / f"{name}.en").write_text(EN, encoding="utf-8")
    return tmp_path


def test_a_folder_is_aligned_with_progress_and_written_as_a_memory(archive: Path) -> None:
    pairs, problems = find_texts(archive)
    documents, unread = read_texts(pairs, one_sentence_a_line=False)
    found: list[AlignedText] = []
    steps = list(align_texts(documents, found))
    assert problems == unread == []
    assert [(step.done, step.total) for step in steps] == [(done, 8) for done in range(1, 9)]
    assert [text.document.name for text in found] == ["one", "two"]
    assert write_aligned(archive / "pairs.tmx", found) == 6
    first = next(iter(read_units(archive / "pairs.tmx")))
    assert (first.source, first.target) == ("国务院总理会见记者。", "The premier met the press.")
    assert ("x-article", "one") in first.props


def test_one_bad_file_does_not_lose_the_others(archive: Path) -> None:
    (archive / "one.zh").write_bytes(b"\xff\xfe\x00")
    documents, problems = read_texts(find_texts(archive)[0], one_sentence_a_line=True)
    assert [document.name for document in documents] == ["two"]
    assert [Path(problem.path).name for problem in problems] == ["one.zh"]


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_place_without_pairs_is_refused_in_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FormatError, match=name):
        find_texts(tmp_path / name)


def test_doubtful_links_and_omissions_stay_out_of_the_memory() -> None:
    document = DocumentPair("news", ("甲。", "乙。", "丙。"), ("A.", "B.", "C."))
    links = [((0,), (0,)), ((1,), (1, 2)), ((2,), ())]
    text = AlignedText(document, Alignment("news", list(links), [0.9, 0.3, 0.8]))
    assert [(unit.source, unit.target) for unit in aligned_units(text)] == [("甲。", "A.")]
    assert text.doubtful() == [1]
    assert [unit.target for unit in aligned_units(text, trusted=0.2)] == ["A.", "B. C."]


def test_half_done_work_is_kept_and_found_again(tmp_path: Path) -> None:
    document = DocumentPair("新闻", ("甲。",), ("A.", "B."), (0,), (0, 1))
    work = [AlignedText(document, Alignment("新闻", [((0,), (0,)), ((), (1,))], [0.9, 1.0]))]
    save_work(tmp_path / "work.jsonl", work)
    assert load_work(tmp_path / "work.jsonl") == work


@pytest.mark.parametrize("text", ["no json", "{}", '{"document": 1, "alignment": 2}'])
def test_other_files_are_no_saved_work(tmp_path: Path, text: str) -> None:
    (tmp_path / "other").write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match="other"):
        load_work(tmp_path / "other")


def test_a_list_names_the_pairs(archive: Path) -> None:
    (archive / "pairs.tsv").write_text("one.zh\ttwo.en\n\nno tab\n", encoding="utf-8")
    pairs, problems = find_texts(archive / "pairs.tsv")
    assert pairs == [(archive / "one.zh", archive / "two.en")]
    assert [problem.place for problem in problems] == ["line 3"]


def test_a_text_alone_is_no_list_of_pairs(archive: Path) -> None:
    with pytest.raises(FormatError, match="lists no pair"):
        find_texts(archive / "one.zh")


def test_a_scorer_of_a_plug_in_takes_part_and_is_never_forked(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "plugged" / "other_office-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: other-office\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[workbench.aligners]\nmodel = office_model:scorer\n", "utf-8")
    (about.parent / "office_model.py").write_text(SCORER, "utf-8")
    monkeypatch.syspath_prepend(str(about.parent))
    documents, _ = read_texts(find_texts(archive)[0] * 5, one_sentence_a_line=False)
    list(align_texts(documents, [], is_shared=True))
    assert set(sys.modules.pop("office_model").asked) == {os.getpid()}


SCORER = """
import os
import sys
import numpy as np
asked = []
def scorer(chinese, english):
    asked.append(os.getpid())
    return np.zeros((len(chinese), len(english)), np.float32)
"""
