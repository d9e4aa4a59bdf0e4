"""Queries of any characters find what a plain scan finds, raise nothing, and never run for long (RELIABILITY.md, Q1 to Q4).

2,000 queries by default; `WORKBENCH_QUERIES=20000` tries as many.
"""

from __future__ import annotations

import os
import random
import sqlite3

import pytest
from tests.reliability.processes import SEED

from workbench.desk.exchanging import ExchangeReport, import_memory
from workbench.desk.finding import Search, find_now
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.maintaining import browse
from workbench.desk.reading import list_articles
from workbench.desk.remembering import concordance
from workbench.desk.staffing import add_person
from workbench.desk.terming import list_concepts, remove_concepts
from workbench.errors import WorkbenchError
from workbench.formats.tmx import TmxUnit, write_units
from workbench.library.library import open_library
from workbench.text.searching import Words

QUERIES = int(os.environ.get("WORKBENCH_QUERIES", "2000"))
SCAN = 200
FEW_TERMS = 20
"""All terms are looked at for every query; what is tried is the query."""
PAIRS = [
    ("会议在长沙召开。", "The meeting was held in Changsha."), ("l'été à Paris", "can't, won't — C++ and 50% off"),
    ("안녕하세요 세계", "e-mail: a_b@example.org"), ("こんにちは、世界。", 'He said "fine" (twice).'), ("Привет, мир!", "100 % <b>bold</b> \\n"),
    ("مرحبا بالعالم", "State Council; NEAR the OR of AND"), ("国务院新闻办", "x*y^z: col:val -not"), ("友好城市工作", "Über straße İstanbul"),
]  # fmt: skip
PIECES = [
    "can't", "C++", "e-mail", "50%", "l'été", "a_b", "*", '"', "'", "(", ")", "NEAR", "OR", "AND", "NOT", "^", ":", "-", "\\", "%", "_", "\0", "\ud83d",
    "长沙", "会", "国务院", "世界", "안녕", "مرحبا", "мир", "🀄", "\u200b", "\u202e", "{}", "[", "]", "--", ";", "/*", " ", "  ", "İ", "ß", "x" * 300,
]  # fmt: skip


def queries(count: int) -> list[str]:
    """Return so many queries, the same every time."""
    dice = random.Random(20 + SEED)
    made = []
    for _ in range(count):
        if dice.random() < 0.4:
            text = dice.choice(dice.choice(PAIRS))
            at = dice.randrange(len(text))
            made.append(text[at : at + dice.randint(1, 9)])
        else:
            made.append("".join(dice.choice(PIECES) for _ in range(dice.randint(1, 4))))
    return made


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("queries")
    write_units(folder / "m.tmx", (TmxUnit(source, target) for source, target in PAIRS))
    with open_library(folder / "office.workbench") as library:
        by = add_person(library, "Translator A").id
        list(import_memory(library, folder / "m.tmx", ExchangeReport()))
        import_pasted(library, "\n\n".join(source for source, _ in PAIRS), ImportReport(), by=by)
        remove_concepts(library, by, [each.id for each in list_concepts(library)[FEW_TERMS:]])
        yield library


@pytest.mark.timeout(3600)
def test_no_query_is_an_error_anywhere(office):
    for query in queries(QUERIES):
        concordance(office, query)
        concordance(office, query, side="target")
        browse(office, query)
        list_articles(office, text=query)
        list_concepts(office, query)


@pytest.mark.timeout(3600)
def test_the_same_queries_would_break_an_index_that_is_asked_in_their_words():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    refused = 0
    for query in queries(400):
        try:
            connection.execute("SELECT * FROM t WHERE t MATCH ?", (query,)).fetchall()
        except (sqlite3.Error, UnicodeError):
            refused += 1
    assert refused > 100


def refusal_of(office, query: str, *, is_pattern: bool) -> str:
    """Look for words in all articles; return what is said against them."""
    try:
        find_now(office, Search(Words(query, is_pattern=is_pattern)))
    except WorkbenchError as error:
        return str(error)
    return ""


def test_finding_takes_any_words_and_says_what_is_no_pattern(office):
    for query in queries(QUERIES // 10):
        assert refusal_of(office, query, is_pattern=False) == ""
        assert refusal_of(office, query, is_pattern=True)[-1:] in {"", "."}


@pytest.mark.timeout(3600)
def test_what_is_found_in_the_memory_is_what_stands_there(office):
    texts = [text for pair in PAIRS for text in pair]
    for query in [query for query in queries(SCAN * 5) if query in "".join(texts) and len(query.strip()) > 1][
        :SCAN
    ]:
        wanted = {pair for pair in PAIRS if any(query.lower() in text.lower() for text in pair)}
        found = {(entry.source, entry.target) for entry in browse(office, query)}
        assert wanted <= found, query
