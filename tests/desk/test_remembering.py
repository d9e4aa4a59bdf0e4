"""The translation memory as translators use it: matches, concordance, entries, engine."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Generator

import pytest
from sqlalchemy import event, text

from workbench.desk.exchanging import ExchangeReport, export_memory, import_memory
from workbench.desk.maintaining import edit_entry, merge_entries, restore_entries, retire_entries
from workbench.desk.remembering import (
    MemoryEngine,
    concordance,
    digests_around,
    match,
    prepare_memory,
    suggest,
)
from workbench.errors import FormatError, WorkbenchError
from workbench.formats.tmx import TmxUnit, read_units, write_units
from workbench.library import memory_vocabulary, memory_words
from workbench.library.library import open_library
from workbench.library.memories import EntryFilter
from workbench.library.memory_index import LibraryIndex, index_of
from workbench.library.memory_intake import Intake
from workbench.library.memory_words import words_known
from workbench.memory.scoring import Neighbours
from workbench.model.draft import DraftRequest
from workbench.model.memory import MemoryEntry
from workbench.model.pairs import Background, NewEntry
from workbench.model.passage import Passage
from workbench.text.normalise import normalise, source_digest

PAIRS = [
    ("全省新增确诊病例3例。", "The province reported 3 new confirmed cases."),
    (
        "会议强调，要坚持稳中求进工作总基调。",
        "The meeting stressed seeking progress while maintaining stability.",
    ),
    (
        "会议强调，要坚持稳中求进的工作总基调。",
        "It was stressed that progress should be pursued while ensuring stability.",
    ),
    ("GDP同比增长5.2%，好于预期。", "GDP grew by 5.2 percent year on year, better than expected."),
    ("（完）", "(End)"),
]


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "office.workbench") as opened:
        yield opened


def taught(library, pairs, **background):
    intake = Intake(library)
    extra = Background(**background) if background else None
    intake.add([NewEntry(zh, en, normalise(zh), "confirmed", background=extra) for zh, en in pairs])
    intake.close()


def sources(found):
    return [(each.source, each.score) for each in found]


def test_matches_come_best_first_with_their_difference(library):
    taught(library, PAIRS)
    found = match(library, "会议强调，要坚持稳中求进的工作基调。")
    assert sources(found) == [(PAIRS[2][0], 94), (PAIRS[1][0], 88)]
    assert (
        "".join(change.text for change in found[0].changes if change.kind != "delete")
        == "会议强调，要坚持稳中求进的工作基调。"
    )
    assert match(library, "会议强调，要坚持稳中求进的工作基调。", minimum=90)[0].target == PAIRS[2][1]


def test_when_only_the_number_differs_it_is_put_in(library):
    taught(library, PAIRS)
    (found,) = match(library, "全省新增确诊病例12例。", limit=1)
    assert found.repaired is not None
    assert found.repaired.text == "The province reported 12 new confirmed cases."
    assert found.target == PAIRS[0][1]


def test_an_exact_match_between_the_same_neighbours_is_marked(library):
    around = digests_around("前一句。", "后一句。")
    taught(library, [("本报讯", "(Staff reporter)")])
    taught(library, [("本报讯", "From our correspondent")], before=around.before, after=around.after)
    taught(library, [("本报讯", "By staff")])
    (found,) = match(library, "本报讯", neighbours=around)
    assert (found.target, found.is_context, found.shown_score) == ("From our correspondent", True, 101)
    assert [each.target for each in found.translations] == [
        "From our correspondent",
        "By staff",
        "(Staff reporter)",
    ]
    shown = [found.shown_score_of(each) for each in found.translations]
    assert shown == [101, 98, 98]  # the others were used elsewhere, and are unreviewed
    (elsewhere,) = match(library, "本报讯")
    assert not elsewhere.is_context
    assert elsewhere.target == "By staff"


def test_filters_narrow_what_is_matched(library):
    taught(library, PAIRS[:2])
    taught(library, PAIRS[2:], article_key="2026-report")
    only = EntryFilter(article_key="2026-report")
    assert sources(match(library, PAIRS[1][0], only=only)) == [(PAIRS[2][0], 94)]
    assert match(library, PAIRS[1][0], only=EntryFilter(target_language="fr")) == []


def test_a_changed_target_is_what_is_offered_and_found_from_then_on(library):
    taught(library, PAIRS)
    list(prepare_memory(library))
    (before,) = match(library, PAIRS[4][0])
    new_id = edit_entry(library, before.translations[0].id, target="(The end)")
    assert new_id != before.translations[0].id
    assert match(library, PAIRS[4][0])[0].target == "(The end)"
    assert [hit.entry.target for hit in concordance(library, "end", side="target")] == ["(The end)"]
    with pytest.raises(WorkbenchError, match="needs a target"):
        edit_entry(library, new_id, target=" ")
    with pytest.raises(WorkbenchError, match="no entry 999"):
        edit_entry(library, 999, target="x")


def test_retired_entries_are_not_offered_until_they_are_restored(library):
    taught(library, PAIRS)
    entry = match(library, PAIRS[0][0])[0].translations[0].id
    retire_entries(library, [entry])
    assert match(library, PAIRS[0][0]) == []
    assert concordance(library, "确诊病例") == []
    restore_entries(library, [entry])
    assert match(library, PAIRS[0][0])[0].score == 100


def test_merged_entries_add_their_uses(library):
    taught(library, [("会议闭幕", "closed"), ("会议闭幕。", "Closed.")])
    keep, other = (hit.entry.id for hit in concordance(library, "闭幕"))
    merge_entries(library, keep, [other])
    (hit,) = concordance(library, "闭幕")
    assert (hit.entry.id, hit.entry.uses) == (keep, 2)


@pytest.mark.parametrize("is_prepared", [False, True])
@pytest.mark.parametrize(
    ("query", "side", "count"),
    [
        ("会议", "source", 2),
        ("会", "source", 2),
        ("GDP", "source", 1),
        ("gdp", "source", 1),
        ("（完", "source", 1),
        ("(完", "source", 1),
        ("stability", "target", 2),
        ("stabil", "target", 2),
        ("better than", "target", 1),
        ("5.2 percent", "target", 1),
        ("%' OR 1=1 --", "target", 0),
        ("", "source", 0),
        ("\u0301", "source", 0),
    ],
)
def test_concordance_finds_the_same_before_and_after_the_words_are_ready(
    library, is_prepared, query, side, count
):
    taught(library, PAIRS)
    if is_prepared:
        list(prepare_memory(library))
    assert len(concordance(library, query, side=side)) == count


def test_what_is_read_in_several_goes_comes_newest_first_and_once(library, monkeypatch):
    monkeypatch.setattr(memory_words, "READ_FIRST", 2)
    taught(library, [(f"第{at}句话", f"Sentence {at}") for at in range(50)])
    newest = [f"Sentence {at}" for at in reversed(range(50))]
    for limit in (1, 3, 25, 60):
        hits = concordance(library, "句话", limit=limit)
        assert [hit.entry.target for hit in hits] == newest[:limit]
    assert [hit.entry.target for hit in concordance(library, "第1句")] == ["Sentence 1"]


def test_places_say_where_the_words_stand(library):
    taught(library, PAIRS)
    hits = concordance(library, "稳中求进")
    assert {hit.entry.source[start:end] for hit in hits for start, end in hit.places} == {"稳中求进"}
    with pytest.raises(WorkbenchError, match="source"):
        concordance(library, "x", side="both")


def test_the_memory_drafts_what_it_has_word_for_word(library):
    taught(library, PAIRS)
    request = DraftRequest(context="\n".join(zh for zh, _ in PAIRS))
    passages = [Passage(PAIRS[3][0], "", number=4), Passage("没有见过的句子。", "", number=9)]
    (draft,) = MemoryEngine(library).draft(passages, request)
    assert (draft.number, draft.text, draft.engine) == (4, PAIRS[3][1], "memory")
    assert draft.detail["score"] == "100"


# -- files --------------------------------------------------------------------------------------------------


def imported(library, path, **options):
    report = ExchangeReport()
    steps = list(import_memory(library, path, report, **options))
    return report, steps


def test_an_import_twice_adds_nothing_the_second_time(library, tmp_path):
    path = tmp_path / "office.tmx"
    write_units(path, [TmxUnit(zh, en, unit_id=str(at)) for at, (zh, en) in enumerate(PAIRS)])
    first, _ = imported(library, path)
    second, _ = imported(library, path)
    assert (first.units, first.skipped) == (5, 0)
    assert (second.units, second.skipped, second.known) == (0, 5, 5)
    assert sources(match(library, PAIRS[0][0], limit=1)) == [(PAIRS[0][0], 100)]


def test_units_a_file_tells_apart_are_kept_and_true_repetitions_are_not(library, tmp_path):
    path = tmp_path / "office.tmx"
    write_units(
        path,
        [TmxUnit("同", "same", unit_id=number) for number in ("1", "2", "1", "")] + [TmxUnit("同", "same")],
    )
    report, _ = imported(library, path)
    assert (report.units, report.known) == (3, 2)
    assert len(match(library, "同")[0].translations) == 1


def test_what_a_file_says_of_its_units_comes_out_again(library, tmp_path):
    path = tmp_path / "office.tmx"
    units = [
        TmxUnit(
            "甲", "A", unit_id="7", props=(("domain", "law"),), notes=("checked",), created_by="Translator A"
        ),
        TmxUnit("乙丙", "B C", source_markup="乙<ph></ph>丙", target_markup="B <hi>C</hi>"),
        TmxUnit("丁", "D", "zh-CN", "en-US", unit_id="8"),
        TmxUnit(
            "戊",
            "E",
            "zh-TW",
            attributes=(
                ("tu", "usagecount", "3"),
                ("tu", "changeid", "somebody else"),
                ("source", "creationdate", "20241127T035017Z"),
                ("target", "datatype", "plaintext"),
            ),
            created_by="Translator A",
            changed_by="Translator A",
        ),
    ]
    write_units(path, units)
    imported(library, path)
    list(export_memory(library, tmp_path / "out.tmx", ExchangeReport()))
    out = [unit._replace(line=0, created=None, changed=None) for unit in read_units(tmp_path / "out.tmx")]
    assert out == units


def test_tab_separated_pairs_come_in_and_go_out(library, tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("甲\tA\n乙\n丙\tC\n", "utf-8")
    report, _ = imported(library, path)
    assert (report.units, report.skipped, report.problems[0].place) == (2, 1, "line 2")
    list(export_memory(library, tmp_path / "out.tsv", ExchangeReport()))
    assert (tmp_path / "out.tsv").read_text("utf-8") == "甲\tA\n丙\tC\n"


def test_a_file_that_cannot_be_used_is_an_error_with_its_name(library, tmp_path):
    with pytest.raises(FormatError, match=r"missing\.tmx"):
        imported(library, tmp_path / "missing.tmx")
    (tmp_path / "bad.tmx").write_text("<html/>")
    with pytest.raises(FormatError, match=r"bad\.tmx"):
        imported(library, tmp_path / "bad.tmx")


def test_an_import_that_was_stopped_is_resumed_by_running_it_again(library, tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.formats.tmx_entries.BATCH", 10)
    path = tmp_path / "office.tmx"
    write_units(path, [TmxUnit(f"第{at}句话。", f"Sentence {at}.") for at in range(100)])
    steps = import_memory(library, path, ExchangeReport())
    assert isinstance(steps, Generator)
    next(steps), next(steps)
    steps.close()
    assert match(library, "第3句话。", limit=1)[0].score == 100
    report, _ = imported(library, path)
    assert (report.units, report.known) == (80, 20)
    with library.reading() as tx:
        assert tx.memories.count() == 100


# -- agreement ----------------------------------------------------------------------------------------------


def digest_index_exists(library) -> bool:
    from sqlalchemy import inspect

    with library.reading() as tx:
        indexes = inspect(tx.scope.session.connection()).get_indexes("memory_entries")
    return any(index["name"] == "ix_memory_entries_source_digest" for index in indexes)


def test_the_index_of_digests_is_there_after_an_import_and_after_a_broken_one(library, tmp_path):
    intake = Intake(library)
    intake.add([NewEntry("甲", "A", "甲")])
    assert not digest_index_exists(library)
    list(prepare_memory(library))
    assert digest_index_exists(library)
    intake.close()


def test_a_full_text_table_filled_in_many_parts_is_joined_into_one(library, monkeypatch):
    monkeypatch.setattr(memory_words, "BATCH", 40)
    monkeypatch.setattr(memory_words, "MANY", 500)
    monkeypatch.setattr(memory_words, "JOINED_PAGES", 2)

    def parts():
        with library.reading() as tx:
            query = text("SELECT count(DISTINCT segid) FROM memory_words_idx")
            return tx.scope.session.scalar(query)

    taught(library, [(f"第{at}句话说了第{at * 7}件事。", f"Sentence {at}") for at in range(120)])
    list(prepare_memory(library))
    assert parts() == 3
    taught(library, [(f"第{at}句话说了第{at * 7}件事。", f"Sentence {at}") for at in range(120, 700)])
    list(prepare_memory(library))
    assert parts() == 1
    assert [hit.entry.target for hit in concordance(library, "第4件")] == []
    assert [hit.entry.target for hit in concordance(library, "第49件")] == ["Sentence 7"]
    assert len(concordance(library, "句话", limit=1000)) == 700


WORDS = ["the", "Reform", "réform", "reforms", "preform", "Straße", "STRASSE", "naïve", "al-Qaida"]
WORDS += ["MH370", "G20", "I.T.", "e", "o'er", "一", "带一", "GDP，"]


@pytest.mark.parametrize("most", [300, 1])
def test_pieces_of_words_are_found_where_a_plain_search_finds_them(library, monkeypatch, most):
    for module in (memory_words, memory_vocabulary):
        monkeypatch.setattr(module, "MOST", most)
    chance = random.Random(11)
    lines = [" ".join(chance.choices(WORDS, k=chance.randint(1, 5))) for _ in range(40)]
    taught(library, list(zip(lines, reversed(lines), strict=True)))
    list(prepare_memory(library))
    taught(library, [("not yet preformed", "reformed")])
    lines.append("not yet preformed")
    for _ in range(EDITS // 4):
        line = chance.choice(lines)
        start = chance.randrange(len(line))
        query = line[start : start + chance.randint(1, 9)].strip() + chance.choice(["", "", "x", " form"])
        hits = concordance(library, query, limit=1000, inside_words=True)
        found = [hit.entry.source for hit in hits]
        folded = [line for line in lines if lower(query) in lower(line)]
        assert [line for line in found if lower(query) in lower(line)] == folded[::-1] or not query, query
        assert bool(concordance(library, query)) == bool(found), query


def lower(text):
    """As the database compares: capitals of ASCII are small letters."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


@pytest.mark.parametrize("query", ["zebra", "reforx", "zing the", "the zing", "the reform the zing"])
def test_words_that_stand_nowhere_are_known_without_reading_the_memory(library, query):
    taught(library, [("改革", "The reform of the law")])
    list(prepare_memory(library))
    asked = []
    with library.reading() as tx:
        engine = tx.scope.session.get_bind()
    event.listen(engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    assert concordance(library, query, side="target") == []
    assert [question for question in asked if "LIKE" in question and "MATCH" not in question] == []


def test_a_full_text_table_of_before_there_was_a_vocabulary_is_made_anew(library):
    taught(library, PAIRS)
    list(prepare_memory(library))
    with library.writing() as tx:
        tx.scope.session.execute(text("DROP TABLE memory_vocabulary"))
    assert len(concordance(library, "ogres", side="target")) == 2
    list(prepare_memory(library))
    assert len(concordance(library, "ogres", side="target")) == 2
    with library.reading() as tx:
        assert words_known(tx) == len(PAIRS)


def test_the_kept_index_is_loaded_and_a_damaged_one_made_anew(library):
    taught(library, [(f"第{at}句话说了第{at * 7}件事。", str(at)) for at in range(200)])
    assert index_of(library).keep(library, at_least=1)
    fresh = LibraryIndex("zh", "en")
    with library.reading() as tx:
        assert fresh.search(tx, "第7句话说了第49件事。", limit=1)[0].score == 100
    with library.writing() as tx:
        from sqlalchemy import update

        from workbench.model.memory import MemoryBlock

        tx.scope.session.execute(update(MemoryBlock).values(data=b"damaged"))
    again = LibraryIndex("zh", "en")
    with library.reading() as tx:
        assert again.search(tx, "第7句话说了第49件事。", limit=1)[0].score == 100


OTHER = """
import random, sys
from workbench.library import memory_words
from workbench.library.library import open_library
from workbench.model.memory import MemoryEntry
chance = random.Random(int(sys.argv[2]))
with open_library(sys.argv[1]) as library:
    for _ in range(int(sys.argv[3])):
        with library.writing() as tx:
            text = "".join(chance.choice("新增病例一二三") for _ in range(6))
            tx.memories.save(MemoryEntry(source=text, target=text[::-1]))
print("done")
"""


EDITS = int(os.environ.get("WORKBENCH_EDITS", "180"))
"""How many random edits two processes make together; a long run takes 10,000."""


def test_suggestions_follow_what_the_house_has_set(library):
    taught(library, PAIRS)
    with library.writing() as tx:
        tx.memories.save(MemoryEntry(source=PAIRS[0][0], target="Imported.", origin="tmx", domain="health"))

    def targets(**settings):
        with library.writing() as tx:
            for name, value in settings.items():
                tx.options.set(name, value)
        found = suggest(
            library,
            "全省新增确诊病例4例。",
            language="en",
            source_language="zh",
            neighbours=Neighbours(),
            names=(),
        )
        return [each.target for one in found for each in one.translations]

    assert targets() == ["Imported.", PAIRS[0][1]]
    assert targets(memory_origin="confirmed") == [PAIRS[0][1]]
    assert targets(memory_origin="any", memory_domain="health") == ["Imported."]
    assert targets(memory_domain="", memory_minimum="95") == []


def test_points_are_taken_off_as_the_house_has_set(library):
    taught(library, PAIRS)
    assert match(library, PAIRS[0][0])[0].shown_score == 98
    with library.writing() as tx:
        tx.options.set("memory_penalty_unreviewed", "7")
    assert match(library, PAIRS[0][0])[0].shown_score == 93


@pytest.mark.timeout(300 if EDITS < 1000 else 3600)
def test_random_edits_by_two_processes_leave_index_words_and_rows_in_agreement(library):
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(library.path), "4", str(EDITS // 3)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    chance = random.Random(9)
    for step in range(EDITS - EDITS // 3):
        text = "".join(chance.choice("新增病例一二三") for _ in range(chance.randint(1, 7)))
        with library.reading() as tx:
            known = [entry.id for entry in tx.memories.page(limit=500, only=EntryFilter())]
        act = chance.randrange(5)
        if act < 2 or not known:
            with library.writing() as tx:
                tx.memories.save(MemoryEntry(source=text, target=text[::-1]))
        elif act == 2:
            retire_entries(library, [chance.choice(known)])
        elif act == 3:
            edit_entry(library, chance.choice(known), target=text)
        elif step % 3:
            match(library, text)
        else:
            list(prepare_memory(library))
    out, error = other.communicate(timeout=3000)
    assert out.strip() == b"done", error.decode()
    assert_agreement(library, chance)


def assert_agreement(library, chance):
    list(prepare_memory(library))
    with library.reading() as tx:
        rows = tx.memories.page(limit=100_000, only=EntryFilter())
        assert words_known(tx) == tx.memories.newest_id()
    assert all(row.source_digest == source_digest(row.source) for row in rows)
    for row in chance.sample(rows, min(25, len(rows))):
        found = match(library, row.source, limit=1, minimum=100)
        assert found[0].source == row.source
        expected = sorted(
            {each.id for each in rows if each.target == row.target or row.target in each.target}
        )
        assert (
            sorted(hit.entry.id for hit in concordance(library, row.target, side="target", limit=10_000))
            == expected
        )
    index = index_of(library)
    with library.reading() as tx:
        assert len(index.ready(tx)) >= len(rows)
