"""Articles of an archive find their translations by date and by what they begin with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np

from workbench.memory.align.pairing import Beginning, pair_articles

DATA = Path(__file__).resolve().parents[1] / "data" / "alignment"


def beginnings(ending: str) -> list[Beginning]:
    paths = sorted(DATA.glob(f"*{ending}"))
    return [Beginning("\n".join(path.read_text(encoding="utf-8").splitlines()[:4])) for path in paths]


def test_shuffled_news_is_paired_by_its_first_sentences() -> None:
    chinese, english = beginnings(".zh"), beginnings(".en")
    order = np.random.default_rng(2).permutation(len(english))
    pairs = pair_articles(chinese, [english[place] for place in order])
    assert len(pairs) >= len(chinese) - 1
    assert all(order[column] == row for row, column, _ in pairs)
    shares = [share for *_, share in pairs]
    assert shares == sorted(shares, reverse=True)


def test_dates_far_apart_rule_a_pair_out_and_unknown_ones_do_not() -> None:
    text, translation = (
        "国务院总理李强在北京会见法国总统。",
        "Premier Li Qiang met the French president in Beijing.",
    )
    other, foreign = "贸易额达到789亿美元。", "Trade reached $78.9 billion."

    def found(first: date | None, second: date | None) -> set[tuple[int, int]]:
        chinese = [Beginning(text, first), Beginning(other)]
        english = [Beginning(foreign), Beginning(translation, second)]
        return {(row, column) for row, column, _ in pair_articles(chinese, english)}

    assert found(date(2024, 4, 3), date(2024, 4, 4)) == {(0, 1), (1, 0)}
    assert found(date(2024, 4, 3), None) == {(0, 1), (1, 0)}
    assert found(date(2024, 4, 3), date(2024, 5, 4)) == {(1, 0)}


def test_an_empty_archive_has_no_pairs() -> None:
    assert pair_articles([], []) == []
    assert pair_articles([Beginning("新闻。")], []) == []


def test_one_article_finds_its_only_translation_and_no_other_text() -> None:
    chinese, english = beginnings(".zh"), beginnings(".en")
    for place, article in enumerate(chinese):
        assert [pair[:2] for pair in pair_articles([article], [english[place]])] == [(0, 0)]
        assert pair_articles([article], [english[place - 1]]) == []
