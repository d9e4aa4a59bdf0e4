"""Eighteen real news pages: the right headline and date, every paragraph, none of the boilerplate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.formats.reading import read_article
from workbench.model.kinds import SegmentKind

PAGES = Path(__file__).parents[1] / "data" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.fixture(scope="module", params=NAMES)
def case(request):
    expected = json.loads((PAGES / "expected" / f"{request.param}.json").read_text(encoding="utf-8"))
    return read_article(PAGES / f"{request.param}.html"), expected


def test_headline_date_and_outlet_are_the_pages_own(case):
    page, expected = case
    assert page.headline == expected["headline"]
    assert str(page.published) == expected["published"]
    assert page.outlet == expected["outlet"]
    assert page.language == "zh"


def test_every_paragraph_of_the_article_is_there_and_nothing_else(case):
    page, expected = case
    kept = [block.text for block in page.blocks if block.kind not in {SegmentKind.HEADLINE, SegmentKind.ALT}]
    assert kept == expected["paragraphs"]


def test_there_are_eighteen_pages():
    assert len(NAMES) == 18
