"""Memories of other programs: tables, Trados memories, and bilingual files of memoQ and Trados."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.errors import FormatError, Problem
from workbench.formats.memory_files import read_memory_file
from workbench.formats.memory_tables import write_memory_table
from workbench.formats.tmx_parallel import TmxRequest
from workbench.formats.tmx_units import TmxUnit
from workbench.model.pairs import NewEntry

UNITS = [
    TmxUnit(
        "会议闭幕。",
        "The meeting closed.",
        created=datetime(2020, 4, 3, 9, 15, tzinfo=UTC),
        created_by="Translator A",
    ),
    TmxUnit("=SUM(A1)", "'quoted', and \"so\" on", notes=("first line\nsecond",)),
]


def read(path: Path) -> tuple[list[NewEntry], list[Problem]]:
    problems: list[Problem] = []
    batches = list(read_memory_file(TmxRequest(path), problems.append))
    return [entry for batch in batches for entry in batch.entries.rows()], problems


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".tsv"])
def test_a_table_comes_back_as_it_was_written(tmp_path, ending):
    path = tmp_path / f"memory{ending}"
    assert write_memory_table(path, UNITS) == 2
    entries, problems = read(path)
    assert problems == []
    assert [(each.source, each.target) for each in entries] == [(each.source, each.target) for each in UNITS]
    if ending != ".tsv":
        assert entries[0].created_at == UNITS[0].created
        assert entries[0].creator == "Translator A"
        assert "second" in entries[1].details


def test_a_heading_may_name_the_columns_by_language_in_any_order(tmp_path):
    path = tmp_path / "office.csv"
    path.write_text("en-US,备注,zh-CN\nClosed.,ok,会议闭幕。\nOnly English.,,\n", "utf-8")
    entries, problems = read(path)
    assert [(each.source, each.target) for each in entries] == [("会议闭幕。", "Closed.")]
    assert [(problem.path, problem.place) for problem in problems] == [("office.csv", "line 3")]


def test_a_tsv_file_needs_no_heading_and_quotes_mean_nothing(tmp_path):
    path = tmp_path / "office.tsv"
    path.write_text('他说"好"\tHe said "fine"\n没有译文\n', "utf-8")
    entries, problems = read(path)
    assert [(each.source, each.target) for each in entries] == [('他说"好"', 'He said "fine"')]
    assert [problem.place for problem in problems] == ["line 2"]


@pytest.mark.parametrize("name", ["broken.xlsx", "broken.sdltm", "broken.mqxlz", "broken.sdlxliff"])
def test_a_broken_file_is_refused_by_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 this is not it" if name.endswith("z") else b"this is not it")
    with pytest.raises(FormatError, match="broken"):
        read(path)


def segment(text: str, tag: str = "") -> str:
    return (
        '<Segment xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Elements>'
        f"<Text><Value>{text}</Value></Text>{tag}</Elements><CultureName>zh-CN</CultureName></Segment>"
    )


def trados(
    path: Path, rows: list[tuple[str, str]], *, languages: tuple[str, str] = ("zh-CN", "en-US")
) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE translation_memories (id INTEGER PRIMARY KEY, name TEXT, source_language TEXT, "
            "target_language TEXT);"
            "CREATE TABLE translation_units (id INTEGER PRIMARY KEY, translation_memory_id INTEGER, "
            "source_segment TEXT, target_segment TEXT, creation_date TEXT, creation_user TEXT, change_date TEXT, "
            "change_user TEXT);"
        )
        connection.execute("INSERT INTO translation_memories VALUES (1, 'Office', ?, ?)", languages)
        for source, target in rows:
            facts = ("2020-04-03 09:15:00", "Translator A", "2021-01-01 00:00:00", "Translator B")
            connection.execute(
                "INSERT INTO translation_units (translation_memory_id, source_segment, target_segment, creation_date, "
                "creation_user, change_date, change_user) VALUES (1, ?, ?, ?, ?, ?, ?)",
                (source, target, *facts),
            )
        connection.commit()
    return path


def test_a_trados_memory_is_read_with_people_and_dates_and_without_tags(tmp_path):
    tag = "<Tag><Type>Start</Type><Anchor>1</Anchor><TagID>b</TagID></Tag><Text><Value>闭幕 &amp; 散会。</Value></Text>"
    path = trados(tmp_path / "office.sdltm", [(segment("会议", tag), segment("The meeting closed."))])
    (entry,), problems = read(path)
    assert problems == []
    assert (entry.source, entry.target) == ("会议闭幕 & 散会。", "The meeting closed.")
    assert (entry.creator, entry.created_at) == ("Translator A", datetime(2020, 4, 3, 9, 15, tzinfo=UTC))


def test_a_trados_memory_of_the_other_direction_is_turned_round(tmp_path):
    rows = [(segment("The meeting closed."), segment("会议闭幕。"))]
    (entry,), _ = read(trados(tmp_path / "office.sdltm", rows, languages=("en-US", "zh-CN")))
    assert entry.source == "会议闭幕。"


def test_damaged_units_of_a_trados_memory_do_not_stop_the_rest(tmp_path):
    hostile = '<!DOCTYPE x [<!ENTITY a "b">]><Segment><Elements><Text><Value>&a;</Value></Text></Elements></Segment>'
    rows = [(hostile, segment("Bad.")), ("<Segment>", segment("Cut.")), (segment("好。"), segment("Good."))]
    entries, problems = read(trados(tmp_path / "office.sdltm", rows))
    assert [entry.target for entry in entries] == ["Good."]
    assert [problem.place for problem in problems] == ["unit 1", "unit 2"]


XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a.docx" source-language="{source}" target-language="{target}" datatype="x-docx"><body>{units}</body></file></xliff>
"""
UNIT = '<trans-unit id="1" mq:status="Confirmed"><source>会议<bpt id="1">&lt;b&gt;</bpt>闭幕<ept id="1">x</ept>。</source><target>Closed.</target></trans-unit><trans-unit id="2"><source>没有译文</source><target/></trans-unit>'
CUT = (
    '<trans-unit id="3"><source>一。二。</source><seg-source><mrk mtype="seg" mid="1">一。</mrk><mrk mtype="seg" mid="2">二。</mrk>'
    '</seg-source><target><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk></target></trans-unit>'
)


def test_bilingual_files_of_memoq_and_trados_give_a_pair_for_each_segment(tmp_path):
    document = XLIFF.format(source="zh-CN", target="en-US", units=UNIT + CUT)
    plain = tmp_path / "a.sdlxliff"
    plain.write_text(document, "utf-8")
    zipped = tmp_path / "a.mqxlz"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("document.mqxliff", document)
        archive.writestr("skeleton.xml", "<x/>")
    for path in (plain, zipped):
        entries, problems = read(path)
        assert problems == []
        assert [(each.source, each.target) for each in entries] == [
            ("会议闭幕。", "Closed."), ("一。", "One."), ("二。", "Two.")
        ]  # fmt: skip


def test_a_bilingual_file_of_other_languages_says_so(tmp_path):
    path = tmp_path / "a.xlf"
    path.write_text(XLIFF.format(source="de", target="fr", units=UNIT), "utf-8")
    entries, problems = read(path)
    assert entries == []
    assert "de-fr" in problems[0].message
    path.write_text(XLIFF.format(source="en", target="zh", units=CUT), "utf-8")
    assert read(path)[0][0].source == "One."


PAIRS = [
    ("会议闭幕。", "The meeting closed."),
    ("全省新增3例。", "3 new cases, all told."),
    ("散会。", "They left."),
]


def table(delimiter: str = ",", *, heading: str = "", order: str = "{zh}{sep}{en}") -> str:
    lines = [order.format(zh=zh, en=f'"{en}"', sep=delimiter, number=at) for at, (zh, en) in enumerate(PAIRS)]
    return "\n".join([*([heading] if heading else []), *lines]) + "\n"


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("semicolons.csv", table(";"), "utf-8"),
        ("semicolons-headed.csv", table(";", heading="中文;英文"), "gb18030"),
        ("tabs.csv", table("\t", heading="Chinese_PRC\tEnglish_United_States"), "utf-16"),
        ("other-way-round.csv", table(order="{en},{zh}"), "utf-8-sig"),
        ("numbered.csv", table(order="{number},稿,{zh},{en}"), "utf-8"),
        ("numbered-headed.csv", table(heading="编号,稿件,中文原文,英文译文", order="{number},稿,{zh},{en}"), "utf-8"),
        ("titled.csv", table(heading="2020年翻译记忆,,\n\n原文,译文"), "utf-8"),
    ],
)  # fmt: skip
def test_tables_of_others_are_read_whatever_their_columns_delimiter_and_encoding(
    tmp_path, name, text, encoding
):
    path = tmp_path / name
    path.write_text(text, encoding)
    entries, problems = read(path)
    assert problems == []
    assert [(each.source, each.target) for each in entries] == PAIRS


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_tab_separated_text_is_read_in_the_encodings_of_spreadsheets(tmp_path, encoding):
    path = tmp_path / "office.tsv"
    path.write_text("原文\t译文\n" + "".join(f"{zh}\t{en}\n" for zh, en in PAIRS), encoding)
    entries, problems = read(path)
    assert problems == []
    assert [(each.source, each.target) for each in entries] == PAIRS


def test_a_heading_in_unknown_words_is_told_and_no_pair(tmp_path):
    path = tmp_path / "office.csv"
    path.write_text(table(heading="foo,bar"), "utf-8")
    entries, (problem,) = read(path)
    assert [(each.source, each.target) for each in entries] == PAIRS
    assert (problem.place, "heading" in problem.message) == ("line 1", True)


def test_a_row_of_several_lines_does_not_move_the_lines_that_are_told(tmp_path):
    path = tmp_path / "office.csv"
    path.write_text('原文,译文\n"一。\n二。","One.\nTwo."\n没有译文,\n', "utf-8")
    _, (problem,) = read(path)
    assert problem.place == "line 5"
