"""The memory kept in order: nothing twice, nothing contradictory unseen, bulk changes that can be looked at first."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from workbench.desk.maintaining import (
    apply_replacements,
    browse,
    contradictions,
    duplicates,
    export_hits,
    give_domain,
    memory_figures,
    merge_duplicates,
    merge_entries,
    planned_replacements,
    restore_entries,
    retire_entries,
    take_back_replacements,
)
from workbench.desk.remembering import concordance, match, with_equivalents
from workbench.errors import WorkbenchError
from workbench.library.library import open_library
from workbench.library.memories import EntryFilter
from workbench.model.memory import MemoryEntry


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "office.workbench") as opened:
        yield opened


def remember(library, source, target, **facts) -> int:
    with library.writing() as tx:
        return tx.memories.save(MemoryEntry(source=source, target=target, **facts)).id


def texts(entries):
    return [(entry.source, entry.target) for entry in entries]


def test_entries_are_browsed_newest_first_and_found_by_words_of_either_language(library):
    remember(library, "会议闭幕。", "The meeting closed.")
    remember(library, "全省新增病例3例。", "Three new cases.")
    assert texts(browse(library)) == [
        ("全省新增病例3例。", "Three new cases."),
        ("会议闭幕。", "The meeting closed."),
    ]
    assert (
        texts(browse(library, "闭幕"))
        == texts(browse(library, "meeting"))
        == [("会议闭幕。", "The meeting closed.")]
    )
    (newest, oldest) = browse(library)
    assert browse(library, before=newest.id) == [oldest]


def test_retired_entries_are_found_and_brought_back(library):
    number = remember(library, "会议闭幕。", "The meeting closed.")
    retire_entries(library, [number])
    assert browse(library) == []
    assert texts(browse(library, "MEETING", is_retired=True)) == [("会议闭幕。", "The meeting closed.")]
    restore_entries(library, [number])
    assert browse(library, is_retired=True) == []


def test_what_stands_twice_is_merged_into_the_reviewed_one_with_the_uses_of_all(library):
    remember(library, "（完）", "(End)", uses=3)
    kept = remember(library, "（完）", "(End)", is_reviewed=True)
    remember(library, "(完)", "(End)")
    remember(library, "（完）", "(The end)")
    (group,) = duplicates(library)
    assert len(group.entries) == 3
    list(merge_duplicates(library))
    assert duplicates(library) == []
    (entry,) = [each for each in browse(library) if each.target == "(End)"]
    assert (entry.id, entry.uses) == (kept, 5)
    counted = {each.target: each.uses for each in match(library, "（完）")[0].translations}
    assert counted == {"(End)": 5, "(The end)": 1}


def test_a_translation_that_stands_several_times_is_shown_once_with_its_count(library):
    for _ in range(3):
        remember(library, "（完）", "(End)")
    remember(library, "（完）", "(The end)")
    (found,) = match(library, "（完）")
    assert {each.target: each.uses for each in found.translations} == {"(End)": 3, "(The end)": 1}


def test_sources_with_several_translations_are_listed_together(library):
    remember(library, "国务院", "State Council")
    remember(library, "国务院", "the cabinet")
    remember(library, "新华社", "Xinhua")
    (group,) = contradictions(library)
    assert (group.source, {entry.target for entry in group.entries}) == (
        "国务院",
        {"State Council", "the cabinet"},
    )


def test_words_are_replaced_in_bulk_after_a_look_and_what_changed_meanwhile_is_left_alone(library):
    one = remember(library, "广东省", "Kwangtung Province")
    two = remember(library, "广东人", "people of Kwangtung")
    planned = planned_replacements(library, [one, two], "Kwangtung", "Guangdong")
    assert [each.target for each in planned] == ["Guangdong Province", "people of Guangdong"]
    retire_entries(library, [two])
    assert len(apply_replacements(library, planned)) == 1
    assert texts(browse(library)) == [("广东省", "Guangdong Province")]
    assert match(library, "广东省")[0].target == "Guangdong Province"
    with pytest.raises(WorkbenchError, match="which words"):
        planned_replacements(library, [one], "", "x")


def test_figures_say_how_much_there_is_and_where_it_comes_from(library):
    one = remember(library, "会议闭幕。", "Closed.", origin="tmx", creator="Translator A")
    remember(library, "会议闭幕。", "The end.", origin="confirmed", is_reviewed=True)
    retire_entries(library, [remember(library, "旧", "old")])
    give_domain(library, [one], "politics")
    found = memory_figures(library)
    assert (found.entries, found.sources, found.retired, found.reviewed) == (2, 1, 1, 1)
    assert found.source_characters == 10
    assert dict(found.origins) == {"tmx": 1, "confirmed": 1}
    assert dict(found.domains) == {"politics": 1, "": 1}
    assert len(found.years) == 1
    assert texts(browse(library, only=EntryFilter(domain="politics"))) == [("会议闭幕。", "Closed.")]


def test_hits_carry_their_likely_equivalent_and_go_out_as_a_table(library, tmp_path):
    for year in range(2001, 2011):
        remember(library, f"{year}年经济增长较快。", f"The economy grew fast in {year}.", article_key="a1")
        remember(library, f"{year}年召开了会议。", f"A meeting was held in {year}.")
    found = with_equivalents(library, "经济", concordance(library, "经济"))
    assert {hit.entry.target[slice(*hit.likely)] for hit in found if hit.likely} == {"economy"}
    other = with_equivalents(
        library, "meeting", concordance(library, "meeting", side="target"), side="target"
    )
    assert {hit.entry.source[slice(*hit.likely)] for hit in other if hit.likely} == {"会议"}
    assert export_hits(tmp_path / "hits.xlsx", found) == 10
    sheet = load_workbook(tmp_path / "hits.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("source", "target", "equivalent", "article")
    assert rows[1][2:4] == ("economy", "a1")


def test_a_term_of_the_house_is_the_equivalent_where_it_stands(library):
    remember(library, "国务院发布通知。", "A circular was issued by the State Council.")
    (hit,) = with_equivalents(library, "国务院", concordance(library, "国务院"))
    assert hit.likely is not None
    assert hit.entry.target[slice(*hit.likely)] == "State Council"


def test_what_is_looked_for_is_found_however_much_came_after_it(library):
    old = remember(library, "会议闭幕。", "The meeting closed.")
    retire_entries(library, [old, *(remember(library, f"第{n}句", f"No. {n}") for n in range(5))])
    assert texts(browse(library, "MEETING", limit=3, is_retired=True)) == [
        ("会议闭幕。", "The meeting closed.")
    ]
    for target in ("One.", "Two.", "Two."):
        remember(library, "第一句", target)
    remember(library, "第二句", "Three.")
    remember(library, "第二句", "Four.")
    (group,) = contradictions(library, words="one.")
    assert {entry.target for entry in group.entries} == {"One.", "Two."}
    assert duplicates(library, words="三") == []
    assert len(duplicates(library, words="第一")) == 1


def test_merging_leaves_what_the_filter_leaves_out(library):
    for language in ("en", "fr", "fr"):
        remember(library, "完", "Fin", target_language=language)
    french = EntryFilter(target_language="fr")
    list(merge_duplicates(library))
    assert len(duplicates(library, french)) == 1
    list(merge_duplicates(library, only=french))
    assert duplicates(library, french) == []


@pytest.mark.parametrize("act", [retire_entries, restore_entries])
def test_what_is_not_in_the_memory_is_not_said_to_be_retired_or_in_use_again(library, act):
    number = remember(library, "会议闭幕。", "Closed.")
    with pytest.raises(WorkbenchError, match="no entry 99"):
        act(library, [number, 99])
    assert [entry.id for entry in browse(library)] == [number]


def test_nothing_is_joined_into_an_entry_that_is_retired(library):
    one, again = remember(library, "会议闭幕。", "Closed."), remember(library, "会议闭幕。", "It closed.")
    retire_entries(library, [again])
    with pytest.raises(WorkbenchError, match="is retired"):
        merge_entries(library, again, [one])
    assert [entry.id for entry in browse(library)] == [one]


def test_replacements_are_taken_back_but_for_what_was_changed_since(library):
    one, other = remember(library, "一。", "End one."), remember(library, "二。", "End two.")
    planned = planned_replacements(library, [one, other], "End", "Close")
    done = apply_replacements(library, planned)
    assert {new.target for new in browse(library)} == {"Close one.", "Close two."}
    retire_entries(library, [after for before, after in done if before == other])
    assert take_back_replacements(library, done) == 1
    assert [(entry.id, entry.target) for entry in browse(library)] == [(one, "End one.")]
