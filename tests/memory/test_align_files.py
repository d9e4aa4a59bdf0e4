"""Files and folders are read as the aligner needs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.desk.aligning import load_work, read_plain, read_texts
from workbench.errors import FormatError
from workbench.formats.encoding import MAX_TEXT_BYTES
from workbench.memory.align import align_documents, find_pairs, read_article, read_lines

ZH = "国务院总理会见记者。双方签署了十二项协议。\n\n贸易额达到789亿美元。\n"
EN = "The premier met the press. The two sides signed 12 agreements.\n\nTrade reached $78.9 billion.\n"


def pair(folder: Path, chinese: str, english: str, *, encoding: str = "utf-8") -> tuple[Path, Path]:
    (folder / "news.zh").write_bytes(chinese.encode(encoding))
    (folder / "news.en").write_text(english, encoding="utf-8")
    return folder / "news.zh", folder / "news.en"


def test_articles_are_cut_into_sentences_first(tmp_path: Path) -> None:
    document = read_article(*pair(tmp_path, ZH, EN), read_plain)
    alignment = next(align_documents([document]))
    assert document.sources == ("国务院总理会见记者。", "双方签署了十二项协议。", "贸易额达到789亿美元。")
    assert alignment.links == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert alignment.name == "news"


def test_one_sentence_a_line_keeps_the_numbers_of_the_lines(tmp_path: Path) -> None:
    alignment = next(align_documents([read_lines(*pair(tmp_path, ZH, EN), read_plain)]))
    assert ((0,), (0,)) in alignment.links
    assert ((1,), ()) in alignment.links
    assert ((2,), (2,)) in alignment.links


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_usual_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    document = read_article(*pair(tmp_path, ZH, EN, encoding=encoding), read_plain)
    assert document.sources[0] == "国务院总理会见记者。"


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    chinese, english = pair(tmp_path, ZH, EN)
    chinese.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormatError, match=r"news\.zh"):
        read_lines(chinese, english, read_plain)


def test_a_folder_gives_its_pairs_and_names_files_left_alone(tmp_path: Path) -> None:
    for name in ("b.zh", "b.en", "a.zh.txt", "a.en.txt", "lonely.zh", "notes.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    pairs, problems = find_pairs(tmp_path)
    assert [chinese.name for chinese, _ in pairs] == ["a.zh.txt", "b.zh"]
    assert [Path(problem.path).name for problem in problems] == ["lonely.zh"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04" + b"\0" * 40, "ZIP"),
        (b"%PDF-1.7 a page", "PDF"),
        ("会议".encode() + b"\0" * 200, "NUL"),
        (b"\n" * 400_002, "lines"),
        ("会议在长沙举行。".encode("gb18030") + b"\xff\xff", "UTF-8"),
    ],
    ids=["archive", "pdf", "zeros", "lines", "half"],
)
def test_what_is_no_text_is_refused_by_the_gate_in_one_sentence(
    tmp_path: Path, data: bytes, said: str
) -> None:
    chinese, english = pair(tmp_path, ZH, EN)
    chinese.write_bytes(data)
    documents, problems = read_texts([(chinese, english)], one_sentence_a_line=True)
    assert documents == []
    assert said in problems[0].message
    assert "news.zh" in problems[0].message


def test_a_text_beyond_the_limit_and_a_pipe_are_not_read(tmp_path: Path) -> None:
    chinese, english = pair(tmp_path, ZH, EN)
    with chinese.open("wb") as file:
        file.truncate(MAX_TEXT_BYTES + 1)  # takes no room on the disk
    pipe = tmp_path / "pipe.zh"
    os.mkfifo(pipe)
    _, problems = read_texts([(chinese, english), (pipe, english)], one_sentence_a_line=False)
    assert "50 MB" in problems[0].message
    assert "no ordinary file" in problems[1].message


def test_saved_work_that_is_deep_or_no_json_is_no_saved_work(tmp_path: Path) -> None:
    for said in ('{"document": ' + "[" * 5000, "{" * 100, '{"document": 1, "document": 2}', "[]", "\ud800"):
        (tmp_path / "work").write_bytes(said.encode("utf-8", "surrogatepass"))
        with pytest.raises(FormatError, match="no saved alignment"):
            load_work(tmp_path / "work")
