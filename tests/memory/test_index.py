"""The match index answers as brute force does, whatever was added, changed or removed before."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from workbench.memory import index_blobs
from workbench.memory.index import IndexHit, MatchIndex
from workbench.memory.index_blobs import DamagedIndexError
from workbench.text.normalise import normalise

NEWS = [
    "国家主席习近平4月2日在北京会见了来访的外国客人。",
    "国家主席习近平4月3日在北京会见了来访的外国客人。",
    "国务院总理李强主持召开国务院常务会议。",
    "国务院总理李强主持召开国务院常务会议，研究部署经济工作。",
    "全省新增确诊病例3例，均为境外输入病例。",
    "全省新增确诊病例12例，均为境外输入病例。",
    "GDP同比增长5.2%，好于预期。",
    "ＧＤＰ同比增长５.２％，好于预期。",
    "会议强调，要坚持稳中求进工作总基调。",
    "会议指出，要坚持稳中求进的工作总基调。",
    "（完）",
    "新华社北京4月2日电",
]


def brute_force(texts: Mapping[int, str], query: str, *, limit: int = 5, minimum: int = 70) -> list[IndexHit]:
    asked = normalise(query)
    best: dict[str, tuple[int, int]] = {}
    for unit_id, text in texts.items():
        other = normalise(text)
        longer = max(len(asked), len(other))
        if not asked or not longer:
            continue
        score = 100 * (longer - Levenshtein.distance(asked, other)) // longer
        if score >= minimum:
            best[other] = max(best.get(other, (0, 0)), (score, unit_id))
    ranked = sorted(best.values(), reverse=True)[:limit]
    return [IndexHit(unit_id, score) for score, unit_id in ranked]


def fetching(texts: Mapping[int, str]):
    def fetch(ids: Sequence[int]) -> dict[int, str]:
        return {unit_id: texts[unit_id] for unit_id in ids if unit_id in texts}

    return fetch


def assert_agrees(index: MatchIndex, texts: Mapping[int, str], query: str, **options: int) -> None:
    found = index.search(query, fetch=fetching(texts), **options)
    assert found == brute_force(texts, query, **options), query


def worn(text: str, chance: random.Random) -> str:
    signs = list(text)
    for _ in range(chance.randint(0, max(1, len(signs) // 3))):
        place = chance.randrange(len(signs) + 1)
        signs[place : place + chance.randint(0, 1)] = chance.choice(["", "的", "新", "9"])
    return "".join(signs)


@pytest.fixture(scope="module")
def real_lines(request) -> list[str]:
    chance = random.Random(5)
    lines = list(NEWS)
    clauses = [clause for line in NEWS for clause in line.replace("。", "，").split("，") if clause]
    while len(lines) < 9000:
        lines.append("，".join(chance.choice(clauses) for _ in range(chance.randint(1, 4))) + "。")
    return [worn(line, chance) if at % 3 else line for at, line in enumerate(lines)]


def test_every_query_gets_the_five_that_brute_force_gives(real_lines):
    texts = dict(enumerate(real_lines, start=1))
    index = MatchIndex.build(texts.items())
    chance = random.Random(6)
    for _ in range(120):
        assert_agrees(index, texts, worn(chance.choice(real_lines), chance))


@pytest.mark.parametrize("minimum", [0, 1, 35, 50, 69, 70, 71, 99, 100])
def test_any_threshold_is_exact(real_lines, minimum):
    texts = dict(enumerate(real_lines[:400], start=1))
    index = MatchIndex.build(texts.items())
    for query in real_lines[100:112]:
        assert_agrees(index, texts, query, minimum=minimum, limit=7)


def test_an_added_unit_is_found_by_the_next_query():
    texts = {1: NEWS[0]}
    index = MatchIndex.build(texts.items())
    texts[2] = "改革开放是决定当代中国命运的关键一招。"
    index.add(2, texts[2])
    assert index.search(texts[2], fetch=fetching(texts)) == [IndexHit(2, 100)]


def test_equal_scores_show_the_newer_unit_first():
    texts = {1: "新增病例3例", 2: "新增病例4例", 3: "新增病例5例"}
    index = MatchIndex.build(texts.items())
    assert [hit.id for hit in index.search("新增病例9例", fetch=fetching(texts))] == [3, 2, 1]


def test_units_with_one_source_are_one_hit_and_the_newest_stands_for_them():
    texts = {1: "会议闭幕。", 2: "会议闭幕。", 3: "  会议闭幕。 "}
    index = MatchIndex.build(texts.items())
    assert index.search("会议闭幕。", fetch=fetching(texts)) == [IndexHit(3, 100)]


def test_full_width_and_half_width_are_the_same_source():
    texts = dict(enumerate(NEWS))
    index = MatchIndex.build(texts.items())
    assert index.search("GDP同比增长5.2%，好于预期。", fetch=fetching(texts))[0] == IndexHit(7, 100)


def test_what_the_database_no_longer_has_is_not_found():
    texts = dict(enumerate(NEWS))
    index = MatchIndex.build(texts.items())
    del texts[0]
    assert all(hit.id != 0 for hit in index.search(NEWS[0], fetch=fetching(texts)))
    index.remove(1)
    assert all(hit.id != 1 for hit in index.search(NEWS[0], fetch=fetching({**texts})))


@pytest.mark.parametrize("query", ["", "   ", "\u3000\n"])
def test_an_empty_query_finds_nothing(query):
    assert MatchIndex.build(enumerate(NEWS)).search(query, fetch=fetching(dict(enumerate(NEWS)))) == []


@pytest.mark.parametrize("query", ["𠮷野家𡃁" * 3, "\ud800坏", "é" * 900, "a" * 5000, "的" * 300])
def test_odd_texts_are_indexed_like_any_other(query):
    texts = {1: query, 2: query[1:] + "末", 3: NEWS[0]}
    index = MatchIndex.build(texts.items())
    assert_agrees(index, texts, query)


def test_the_index_comes_back_from_its_pieces(real_lines):
    texts = dict(enumerate((real_lines * 3)[:25_000], start=1))
    index = MatchIndex.build(texts.items())
    pieces = list(index.to_blobs())
    again = MatchIndex.from_blobs(pieces)
    assert again.newest_id == 25_000
    for query in real_lines[::900]:
        assert again.search(query, fetch=fetching(texts)) == index.search(query, fetch=fetching(texts))


def test_an_index_of_many_parts_is_kept_as_one_in_pieces_of_some_columns(real_lines, monkeypatch):
    monkeypatch.setattr(index_blobs, "PIECE_BYTES", 20_000)
    texts = dict(enumerate((real_lines * 2)[:9_000], start=1))
    index = MatchIndex()
    index.add_many(list(texts.items())[:5_000])
    for unit_id, text in list(texts.items())[5_000:]:
        index.add(unit_id, text)
    for unit_id in range(1, 9_000, 7):
        index.remove(unit_id)
        del texts[unit_id]
    pieces = list(index.to_blobs())
    assert len(pieces) > 20
    again = MatchIndex.from_blobs(pieces)
    assert len(again) == len(texts)
    for query in real_lines[::900]:
        assert again.search(query, fetch=fetching(texts)) == index.search(query, fetch=fetching(texts))


def head_of(piece: bytes, *, rows: int) -> bytes:
    """Return a piece that says it has so many rows, and has none."""
    return piece[:8] + rows.to_bytes(4, "little") + bytes(4)


@pytest.mark.parametrize(
    "damage",
    [
        "flip",
        "flip known",
        "cut",
        "other",
        "short",
        "gap",
        "known gap",
        "no head",
        "no rows",
        "no end",
        "another's",
    ],
)
def test_a_damaged_piece_is_noticed(real_lines, monkeypatch, damage):
    monkeypatch.setattr(index_blobs, "PIECE_BYTES", 100_000)
    pieces = list(MatchIndex.build(enumerate(real_lines[:5_000])).to_blobs())
    smaller = list(MatchIndex.build(enumerate(real_lines[:3_000])).to_blobs())
    known, (first, *rest) = pieces[:3], pieces[3:]
    damaged = {
        "flip": [*known, first[:5000] + bytes([first[5000] ^ 1]) + first[5001:], *rest],
        "flip known": [known[0][:5000] + bytes([known[0][5000] ^ 1]) + known[0][5001:], *pieces[1:]],
        "cut": [*known, first[:-1], *rest],
        "other": [*known, b"XXXX" + first[4:], *rest],
        "short": [*known, b"", *rest],
        "gap": [*known, *rest],
        "known gap": [*known[:2], first, *rest],
        "no head": [first, *rest],
        "no rows": [head_of(known[0], rows=0)],
        "no end": pieces[:-1],
        "another's": [*smaller[:3], first, *rest],
    }
    with pytest.raises(DamagedIndexError):
        MatchIndex.from_blobs(damaged[damage])


TEXT = st.text(alphabet="的新增病例一二三12，。AB ", min_size=0, max_size=14)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add", "remove", "replace", "compact", "blobs"]),
        st.integers(0, 40),
        TEXT,
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(edits=EDITS, queries=st.lists(TEXT, min_size=1, max_size=4), minimum=st.sampled_from([40, 70, 85]))
def test_after_any_edits_index_and_brute_force_agree(edits, queries, minimum):
    index, texts, next_id = MatchIndex(), {}, 1
    for act, pick, text in edits:
        known = sorted(texts)
        if act == "add":
            texts[next_id] = text
            index.add(next_id, text)
            next_id += 1
        elif act == "remove" and known:
            gone = known[pick % len(known)]
            del texts[gone]
            index.remove(gone)
        elif act == "replace" and known:
            changed = known[pick % len(known)]
            texts[changed] = text
            index.replace(changed, text)
        elif act == "compact":
            index.compact()
        elif act == "blobs":
            index = MatchIndex.from_blobs(list(index.to_blobs()))
    for query in queries:
        assert_agrees(index, texts, query, minimum=minimum)


def test_many_small_additions_are_sealed_and_stay_exact(real_lines):
    texts = dict(enumerate((real_lines * 2)[:13_000], start=1))
    index = MatchIndex()
    for unit_id, text in texts.items():
        index.add(unit_id, text)
    assert len(index) == len(texts)
    for query in real_lines[::1500]:
        assert_agrees(index, texts, query)
