"""Concordance: every query is safe, and the full-text table finds what a plain search finds."""

from __future__ import annotations

import random
import sqlite3
import string

import pytest

from workbench.memory.concordance import (
    TOKENIZER,
    find_places,
    fts_query,
    fts_rare_query,
    fts_text,
    has_phrase,
    like_pattern,
)
from workbench.text.normalise import normalise

LINES = [
    "习近平总书记强调，要坚持稳中求进。",
    "GDP同比增长5.2%，好于预期（见表1）。",
    "“一带一路”国际合作高峰论坛在北京举行。",
    "全国人大常委会办公厅10月8日发布公告",
    "C++ 和 Python 的 e-mail 列表",
    "老人们不会说can't，也不懂l'été。",
    "50%的人，100_000元，路径是C:\\temp",
    "𠮷野家の牛丼は美味しい。한국어도 됩니다.",
    'He said: "The meeting is over." (Xinhua)',
    "Café naïve coöperation in e-mail and C++, 50% off; AND OR NOT NEAR",
]


@pytest.fixture(scope="module")
def table():
    connection = sqlite3.connect(":memory:")
    connection.execute(
        f"CREATE VIRTUAL TABLE words USING fts5(source, target, content='', tokenize=\"{TOKENIZER}\")"
    )
    for at, line in enumerate(LINES, start=1):
        connection.execute(
            "INSERT INTO words(rowid, source, target) VALUES (?, ?, ?)", (at, fts_text(line), "")
        )
    return connection


def found(table, query: str, column: str = "source") -> list[int]:
    words = fts_query(query, column)
    if not words:
        return []
    return [
        row
        for (row,) in table.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (words,))
    ]


@pytest.mark.parametrize("length", range(1, 9))
def test_any_run_of_chinese_characters_is_found_and_nothing_else(table, length):
    for line in LINES:
        for start in range(len(line) - length + 1):
            query = line[start : start + length]
            if all("\u4e00" <= sign <= "\u9fff" for sign in query):
                expected = [at for at, each in enumerate(LINES, start=1) if query in each]
                assert found(table, query) == expected


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("meeting", [9]),
        ("MEETING is", [9]),
        ("cafe", [10]),
        ("e-mail", [5, 10]),
        ("C++", [5, 10]),
        ("50%", [7, 10]),
        ("can't", [6]),
        ("l'été", [6]),
        ("AND OR NOT", [10]),
        ("5.2%，", [2]),
        ("5.2%,", [2]),
        ("ＧＤＰ", [2]),
        ("（", [2, 9]),
        ("牛丼", [8]),
        ("국어", [8]),
        ("\U00020bb7", [8]),
        ("20", []),
        ("00", [7]),
    ],
)
def test_words_signs_and_other_scripts_are_found(table, query, lines):
    assert found(table, query) == lines


def test_no_query_can_break_the_search(table):
    chance = random.Random(3)
    alphabet = string.printable + "的，。“”（）《》\x00\u200b\u0301\ud800é𠮷\u3000" + '"*^:{}()-+'
    words = ["AND", "OR", "NOT", "NEAR(", "source:", '"', "'", "--", ";", "*", "\\", "%", "_", *LINES]
    for _ in range(20_000):
        parts = [
            chance.choice(words) if chance.random() < 0.3 else chance.choice(alphabet)
            for _ in range(chance.randint(0, 9))
        ]
        found(table, "".join(parts), chance.choice(["", "source", "target"]))


def test_leaving_out_the_signs_that_stand_everywhere_finds_the_same(table):
    chance = random.Random(5)
    alphabet = "，。的中国会1%“A \u200b\u0301\u3000"
    lines = ["".join(chance.choices(alphabet, k=chance.randint(1, 30))) for _ in range(400)]
    table.executemany(
        "INSERT INTO words(rowid, source, target) VALUES (?, '', ?)",
        [(1000 + at, fts_text(line)) for at, line in enumerate(lines)],
    )
    spared = 0
    for _ in range(2_000):
        line = chance.choice(lines)
        start = chance.randrange(len(line))
        query = line[start : start + chance.randint(1, 6)]
        if rare := fts_rare_query(query, "target"):
            spared += 1
            more = table.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (rare,))
            those = [row for (row,) in more if has_phrase(lines[row - 1000], query)]
            assert those == found(table, query, "target"), query
    assert spared > 100


@pytest.mark.parametrize("query", ["", "   ", "\u200b", "\x00", "\u0301", "\n\t"])
def test_a_query_without_a_token_says_so(query):
    assert fts_query(query) == ""


@pytest.mark.parametrize(
    ("query", "pattern"),
    [("50%", "%50\\%%"), ("a_b", "%a\\_b%"), ("C:\\x", "%C:\\\\x%"), (" 会议 ", "%会议%")],
)
def test_wild_cards_stand_for_themselves(query, pattern):
    assert like_pattern(query) == pattern


def test_places_point_into_the_text_as_it_is_written():
    for line in LINES:
        for query in (line[:3], line[2:5], line.upper()[1:6], normalise(line)[3:7]):
            for start, end in find_places(line, query):
                assert normalise(line[start:end]).casefold().replace(" ", "") == normalise(
                    query
                ).casefold().replace(" ", "")
    assert find_places("ＧＤＰ增长，GDP增长", "gdp增长") == [(0, 5), (6, 11)]
    assert find_places("会 议会议", "会议") == [(0, 3), (3, 5)]
    assert find_places("会议", "") == []
