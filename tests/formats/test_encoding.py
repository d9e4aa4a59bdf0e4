"""Text is read in the encoding it is in, whatever it claims, and nothing unreadable is lost silently."""

from __future__ import annotations

import codecs

import pytest

from workbench.errors import FormatError
from workbench.formats.encoding import codec_for, decode_text

CHINESE = (
    "4月2日，湖南省委副书记、省长许达哲主持召开会议，研究友好城市工作。他强调，要加快推动友城工作高质量发展。"
)
TRADITIONAL = "湖南省委副書記、省長許達哲主持召開會議，研究友好城市工作。他強調，要加快推動友城工作的發展，擴大對外開放。"
ENGLISH = "Xu Dazhe chaired a meeting on “friendship city” work — café, naïve. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16-le"),
        (CHINESE, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        ("plain ASCII text", "ascii"),
    ],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "gb2312", "big5", "utf-7", "unicode_escape", "nonsense"])
def test_the_encoding_is_found_whatever_is_declared(text, encoding, declared):
    assert decode_text(text.encode(encoding), declared).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_text(encoding):
    decoded = decode_text(CHINESE.encode(encoding), "gb2312")
    assert decoded.text == CHINESE
    assert decoded.confidence == 1.0


def test_a_gb18030_page_that_claims_utf8_is_read_and_the_claim_reported():
    decoded = decode_text(CHINESE.encode("gb18030"), "utf-8", name="a.html")
    assert decoded.text == CHINESE
    assert [problem.message for problem in decoded.problems] == [
        "a.html claims to be utf-8 but is GB18030; it was read as GB18030."
    ]


def test_gb2312_is_read_as_gb18030_so_that_rare_names_survive():
    assert decode_text(
        "朱镕基 㐂 喆".encode("gb18030") + CHINESE.encode("gb18030"), "gb2312"
    ).text.startswith("朱镕基 㐂 喆")


@pytest.mark.parametrize("cut", [1, 2])
def test_a_truncated_character_stays_visible_and_is_reported(cut):
    decoded = decode_text(CHINESE.encode()[:-cut], name="a.txt")
    assert decoded.text == CHINESE[:-1] + "\ufffd"
    assert decoded.problems[0].place.startswith("byte ")
    assert "could not be read" in decoded.problems[0].message


def test_one_bad_byte_does_not_make_the_whole_text_gibberish():
    data = CHINESE.encode() * 3
    decoded = decode_text(data[:32] + b"\xff" + data[32:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("\ufffd", "") == CHINESE * 3


def test_lone_surrogates_and_control_characters_stand_as_a_mark():
    decoded = decode_text("前".encode() + b"\xed\xa0\x80" + CHINESE.encode() * 5 + b"\x07")
    assert "\ud800" not in decoded.text
    assert decoded.text.endswith("\ufffd")
    assert decoded.problems


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.4 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (bytes(range(256)) * 40, "NUL"),
        (b"abc\0" * 300, "NUL"),
        (b"x" * (50 * 1024 * 1024 + 1), "50 MB"),
    ],
)
def test_what_is_no_text_is_refused(data, word):
    with pytest.raises(FormatError, match=word):
        decode_text(data, name="a.txt")


@pytest.mark.parametrize(
    "label",
    ["utf-7", "unicode_escape", "idna", "zip", "rot13", "punycode", "hex", "mbcs", "raw_unicode_escape", ""],
)
def test_no_codec_outside_the_list_is_ever_used(label):
    assert codec_for(label) is None


@pytest.mark.parametrize(
    "label",
    ["UTF8", "GB2312", " gbk ", '"GB18030"', "Big5", "iso-8859-1", "windows-1252", "Shift_JIS", "EUC-KR"],
)
def test_every_known_label_names_a_codec_that_exists(label):
    codec = codec_for(label)
    assert codec is not None
    assert codecs.lookup(codec)


def test_a_guess_says_that_it_is_one():
    decoded = decode_text(b"caf\xe9 and na\xefve in a short line", name="a.txt")
    assert decoded.text == "café and naïve in a short line"
    assert decoded.confidence < 0.9
    assert "guessed" in decoded.problems[0].message
