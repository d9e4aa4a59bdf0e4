"""Finding terms in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from workbench.text.terms import TermFinder


@dataclass(frozen=True)
class Term:
    sources: tuple[str, ...]


def finder(*sources: str) -> TermFinder[Term]:
    return TermFinder([Term((source,)) for source in sources])


def found(terms: TermFinder[Term], text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in terms.find(text)]


@pytest.mark.parametrize(
    ("sources", "text", "hits"),
    [
        (("外交部", "外交部长", "部长"), "中国外交部长会见", ["外交部长"]),
        (("大使", "大使馆"), "驻华大使馆的大使", ["大使馆", "大使"]),
        (("省长",), "湖南省长沙市的省长说", ["省长"]),
        (("GDP", "AI"), "gdp增长，AID与AI不同", ["gdp", "AI"]),
        (("党",), "全党", ["党"]),
        ((), "全党", []),
        (("一带一路",), "", []),
    ],
)
def test_the_longest_term_wins(sources: tuple[str, ...], text: str, hits: list[str]) -> None:
    assert found(finder(*sources), text) == hits


def test_overlapping_hits_can_be_had() -> None:
    hits = finder("外交部", "外交部长").overlaps("外交部长")
    assert [(hit.start, hit.end) for hit in hits] == [(0, 4), (0, 3)]


def test_two_entries_with_one_source_are_both_found() -> None:
    first, second = Term(("主任",)), Term(("主任", "办公室主任"))
    assert [hit.entry for hit in TermFinder([first, second]).find("主任说")] == [first, second]


def test_a_large_term_base_finds_the_same() -> None:
    letters = [chr(0x4E00 + i) for i in range(300)]
    terms = TermFinder([Term((a + b + "局",)) for a in letters for b in letters[:100]])
    text = letters[7] + letters[9] + "局长"
    assert found(terms, text) == [text[:3]]
