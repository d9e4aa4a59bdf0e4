"""The languages of a TMX file are told before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.desk.exchanging import languages_of, usual_pair
from workbench.formats import tmx_languages


def written(folder: Path, variants: list[str], *, encoding: str = "utf-8") -> Path:
    path = folder / "some.tmx"
    units = "".join(f"<tu>{variant}</tu>\n" for variant in variants)
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"><header/><body>'
    path.write_text(f"{head}{units}</body></tmx>", encoding)
    return path


def variants_in(*codes: str) -> str:
    return "".join(f"<tuv changeid='x' xml:lang='{code}'><seg>a &gt; b</seg></tuv>" for code in codes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_languages_are_told_the_most_frequent_first_whatever_the_encoding(tmp_path, encoding):
    path = written(
        tmp_path, [variants_in("zh-CN", "fr"), variants_in("zh_Hans", "fr-FR", "EN-US")], encoding=encoding
    )
    assert languages_of(path) == ["zh", "fr", "en"]


def test_a_language_is_not_missed_where_two_blocks_meet(tmp_path):
    path = written(tmp_path, [variants_in("zh", "ko")] * 9_000)
    assert path.stat().st_size > 3 * (1 << 16)
    assert set(languages_of(path)) == {"zh", "ko"}


def test_of_a_long_file_only_the_beginning_is_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(tmx_languages, "MOST_BYTES", 1)
    path = written(tmp_path, [variants_in("zh", "en")] * 4_000 + [variants_in("de")])
    assert languages_of(path) == ["zh", "en"]


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"<?xml version='1.0' encoding='klingon'?><tmx/>"])
def test_a_file_that_says_nothing_has_no_languages(tmp_path, content):
    path = tmp_path / "odd.tmx"
    path.write_bytes(content)
    assert languages_of(path) == []
    assert languages_of(tmp_path / "missing.tmx") == []
    assert languages_of(tmp_path / "pairs.tsv") == []


@pytest.mark.parametrize(
    ("languages", "pair"),
    [
        ([], ("zh", "en")),
        (["en", "zh"], ("zh", "en")),
        (["fr", "zh"], ("zh", "fr")),
        (["zh"], ("zh", "en")),
        (["de", "en", "fr"], ("de", "en")),
        (["en", "fr"], ("en", "fr")),
    ],
)
def test_the_usual_pair_is_chinese_into_english_as_far_as_they_are_there(languages, pair):
    assert usual_pair(languages) == pair
