"""Exchange files are known by what is in them, whatever their names say."""

from __future__ import annotations

import pytest

from workbench.errors import FormatError
from workbench.formats.base import Returned
from workbench.formats.foreign import as_incoming, exchange_format_of
from workbench.formats.registry import format_for
from workbench.model.kinds import SegmentKind


@pytest.mark.parametrize("key", ["json", "po", "xliff12", "xliff21", "bilingual-docx"])
def test_what_we_write_is_recognised(key, full_page):
    found = exchange_format_of(format_for(key).write(full_page))
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("key", ["html", "docx", "txt", "md"])
def test_finished_pages_are_not_taken_for_exchange_files(key, page):
    assert exchange_format_of(format_for(key).write(page)) is None


@pytest.mark.parametrize("junk", [b"", b"PK\x03\x04junk", b"\xff\xfe", "随便".encode(), b"<html>"])
def test_junk_is_nothing(junk):
    assert exchange_format_of(junk) is None


def test_a_foreign_file_becomes_an_article_with_its_first_text_as_headline():
    po = b'msgid ""\nmsgstr "X-Source-Language: zh_CN\\n"\n\nmsgid "\xe6\xa0\x87\xe9\xa2\x98"\nmsgstr ""\n\nmsgid "Text"\nmsgstr "x"\n'
    format_ = exchange_format_of(po)
    assert format_ is not None
    article = as_incoming(format_.read_exchange(po), path="a.po")
    assert article.language == "zh-CN"
    assert [(block.kind, block.text) for block in article.blocks] == [
        (SegmentKind.HEADLINE, "标题"),
        (SegmentKind.BODY, "Text"),
    ]


def test_a_file_without_texts_is_refused():
    with pytest.raises(FormatError, match=r"a\.po holds no text"):
        as_incoming(Returned("zh", "en", ()), path="a.po")
