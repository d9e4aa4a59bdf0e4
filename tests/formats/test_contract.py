"""What every format must keep, ours and those that are added: one suite over the whole registry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import FormatError
from workbench.formats.base import ExchangeFormat
from workbench.formats.registry import exchange_for, format_for, format_keys
from workbench.model.kinds import SegmentKind
from workbench.model.page import PageBlock

KEYS = format_keys()
EXCHANGE = [key for key in KEYS if isinstance(format_for(key), ExchangeFormat)]


@pytest.mark.parametrize("key", KEYS)
def test_what_is_written_reads_back_as_it_was_meant(key, page, full_page):
    written = format_for(key)
    for each in (page, full_page):
        assert written.differences(each, written.write(each)) == []


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=30
)
MARKUP = st.sampled_from(["<b>", "&amp;", "]]>", "*", "**", "_", "# ", "- ", "1. ", "> ", "```", "---", "|", "\n", "\t", "  ",
                          "\\", "{{", "\\n", '"', "'", "[x](y)", "![", "<!--", "%", "@", ": ", "\u00a0", "\u2028",
                          "\u200b", "\u202e", "==", "+ ", "~~", "&#65;", "https://a.b/", "\u3000", "，"])  # fmt: skip
TEXTS = st.lists(WORDS | MARKUP, min_size=1, max_size=6).map("".join).filter(str.strip)


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(headline=TEXTS, body=TEXTS, caption=TEXTS)
def test_any_text_survives(key, page, headline, body, caption):
    headline = " ".join(headline.split())
    changed = replace(
        page,
        headline=headline,
        photos=(replace(page.photos[0], caption=caption),),
        blocks=(PageBlock(SegmentKind.BODY, body), PageBlock(SegmentKind.SUBHEADING, headline)),
        rows=(replace(page.rows[0], source=caption, target=body), replace(page.rows[1], target=headline)),
    )
    assert format_for(key).differences(changed, format_for(key).write(changed)) == []


@pytest.mark.parametrize("key", KEYS)
def test_the_same_page_gives_the_same_bytes(key, full_page):
    assert format_for(key).write(full_page) == format_for(key).write(full_page)


@pytest.mark.parametrize("key", KEYS)
def test_a_changed_word_is_noticed_when_it_is_read_back(key, page):
    last = page.blocks[-1]
    changed = replace(
        page,
        blocks=(*page.blocks[:-1], PageBlock(last.kind, last.text.replace("contribution", "attribution"))),
        rows=(*page.rows[:-1], replace(page.rows[-1], target="We should not participate.")),
    )
    assert format_for(key).differences(page, format_for(key).write(changed)) != []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("bad", ["\0", "\x0b", "\x1b", "\ud83d", "\ufffe", "\x85"])
def test_a_character_no_file_can_carry_is_refused_with_its_place(key, bad, page):
    broken = replace(
        page,
        blocks=(PageBlock(SegmentKind.BODY, f"On April{bad} 2"),),
        rows=(replace(page.rows[0], target=f"On April{bad} 2"),),
    )
    with pytest.raises(FormatError, match=rf"U\+{ord(bad):04X}, in row 1 after “On April”"):
        format_for(key).write(broken)


@pytest.mark.parametrize("key", KEYS)
def test_an_almost_empty_page_is_written_without_inventing_anything(key, page):
    bare = replace(
        page, section="", published=None, outlet="", photos=(), translators=(), blocks=(), rows=(), digest=""
    )
    data = format_for(key).write(bare)
    assert format_for(key).differences(bare, data) == []


@pytest.mark.parametrize("key", EXCHANGE)
def test_every_row_comes_back_with_its_key_texts_and_marks(key, full_page):
    returned = exchange_for(key).read_exchange(exchange_for(key).write(full_page))
    assert (returned.source_language, returned.language) == ("zh", "en")
    assert (returned.page_key, returned.version, returned.digest) == ("a1b2c3", 2, "d" * 64)
    assert [row.key for row in returned.rows] == [row.key for row in full_page.rows]
    for sent, back in zip(full_page.rows, returned.rows, strict=True):
        assert (back.source, back.target) == (sent.source, sent.target)
        assert back.state is sent.state
        assert (back.is_omitted, back.is_added, back.reason) == (sent.is_omitted, sent.is_added, sent.reason)
        assert back.is_returned == sent.is_returned
        assert back.kind is sent.kind
        assert back.opens_paragraph == sent.opens_paragraph


@pytest.mark.parametrize("key", EXCHANGE)
def test_comments_come_back_with_their_words_and_people(key, full_page):
    rows = exchange_for(key).read_rows(exchange_for(key).write(full_page))
    sent = [(each.person, each.at, each.text, each.is_resolved) for each in full_page.rows[0].comments]
    assert [(each.person, each.at, each.text, each.is_resolved) for each in rows[0].comments] == sent


@pytest.mark.parametrize("key", EXCHANGE)
def test_the_previous_source_comes_back(key, full_page):
    rows = exchange_for(key).read_rows(exchange_for(key).write(full_page))
    assert [row.previous_source for row in rows] == [row.previous_source for row in full_page.rows]


@pytest.mark.parametrize("key", EXCHANGE)
@pytest.mark.parametrize("cut", [0, 1, 10, 40, 75, 99])
def test_a_file_cut_short_is_refused_with_a_sentence(key, cut, full_page):
    data = exchange_for(key).write(full_page)
    with pytest.raises(FormatError, match=r"[.!]"):
        exchange_for(key).read_rows(data[: len(data) * cut // 100])


@pytest.mark.parametrize("key", EXCHANGE)
@pytest.mark.parametrize(
    "junk", [b"", b"\0" * 50, b"<html></html>", b"PK\x03\x04", "只是文字".encode(), b"\xff\xfe\xff"]
)
def test_something_else_altogether_is_refused_with_a_sentence(key, junk):
    with pytest.raises(FormatError):
        exchange_for(key).read_rows(junk)
