"""The gate refuses what can hurt and lets through what real programs write."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from workbench.errors import FormatError
from workbench.formats.gate import MAX_MEMBERS, open_zip, safe_html, safe_json, safe_xml

LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))

REFUSED_XML = {
    "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>&l9;</a>',
    "quadratic": f'<!DOCTYPE a [<!ENTITY x "{"x" * 160_000}">]><a>{"&x;" * 100}</a>',
    "recursive": '<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a>&x;</a>',
    "file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "http": '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>',
    "parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><a/>',
    "external subset": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/evil.dtd"><a/>',
    "external subset by file": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "external subset by path": '<!DOCTYPE a SYSTEM "../../secret.dtd"><a/>',
    "default attribute": f'<!DOCTYPE a [<!ATTLIST a b CDATA "{"x" * 9000}">]><a/>',
    "unparsed entity": '<!DOCTYPE a [<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "x" NDATA n>]><a/>',
    "utf-7": '<?xml version="1.0" encoding="UTF-7"?><a/>',
    "python codec": '<?xml version="1.0" encoding="unicode_escape"?><a/>',
    "broken": "<a><b></a>",
    "empty": "",
    "undeclared entity": "<a>&nbsp;</a>",
}


@pytest.mark.parametrize("case", REFUSED_XML)
def test_dangerous_or_broken_xml_is_refused_with_a_sentence(case):
    with pytest.raises(FormatError) as refusal:
        safe_xml(REFUSED_XML[case].encode(), name="a.tmx")
    assert str(refusal.value).startswith("a.tmx ")
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_an_entity_hidden_in_another_encoding_is_refused_too(codec):
    text = f'<?xml version="1.0" encoding="{codec[:6]}"?>{REFUSED_XML["file"]}'
    with pytest.raises(FormatError):
        safe_xml(text.encode(codec))


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE tmx><tmx/>",
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx/>',
        '<!DOCTYPE tmx SYSTEM "http://www.lisa.org/tmx/tmx14.dtd"><tmx/>',
        '<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "tmx14.dtd"><tmx/>',
        "<!DOCTYPE tmx [<!ELEMENT tmx ANY>]><tmx><!-- kept --><?kept too?><![CDATA[<]]></tmx>",
    ],
)
def test_a_bare_document_type_is_accepted(text):
    assert safe_xml(text.encode()).tag == "tmx"


@pytest.mark.parametrize("label", ["GB18030", "gbk", "Big5", "UTF-16", "windows-1252", "utf-8"])
def test_xml_is_read_in_the_encoding_it_declares(label):
    word = "é" if label == "windows-1252" else "湖南"
    data = f'<?xml version="1.0" encoding="{label}"?><a>{word}</a>'.encode(label)
    assert safe_xml(data).text == word


def test_xinclude_and_schema_locations_are_left_as_they_are():
    text = (
        '<a xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="x http://127.0.0.1:9/x.xsd" xml:base="http://127.0.0.1:9/">'
        '<xi:include href="file:///etc/passwd" parse="text"/></a>'
    )
    assert "root:" not in "".join(safe_xml(text.encode()).itertext())


def test_more_tags_than_the_limit_are_refused_before_a_tree_is_built():
    with pytest.raises(FormatError, match="tags"):
        safe_xml(b"<a>" + b"<b/>" * 50 + b"</a>", max_tags=40)


def packed(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_an_honest_archive_is_read():
    parts = open_zip(packed(("word/document.xml", b"<a/>"), ("media/1.png", b"x" * 70_000)))
    assert list(parts) == ["word/document.xml", "media/1.png"]
    assert parts["media/1.png"] == b"x" * 70_000
    assert "nothing" not in parts


@pytest.mark.parametrize("name", ["../evil", "/etc/x", "a/../../b", "C:/x", "a\\b"])
def test_names_that_point_elsewhere_are_refused(name):
    with pytest.raises(FormatError):
        open_zip(packed(("good", b""), (name, b"x")))


def test_a_bomb_stops_at_the_limit_of_a_part():
    with pytest.raises(FormatError, match="100 MB"):
        open_zip(packed(("a.xml", b"\0" * (101 * 1024 * 1024))))["a.xml"]


def test_the_total_is_counted_over_all_parts(monkeypatch):
    monkeypatch.setattr("workbench.formats.gate.MAX_ZIP_BYTES", 100_000)
    parts = open_zip(packed(*((f"{i}", b"\0" * 30_000) for i in range(4))))
    with pytest.raises(FormatError, match="unpacks"):
        [parts[name] for name in parts]


def test_a_size_that_the_header_lies_about_is_damage():
    data = bytearray(packed(("a.xml", b"x" * 5000)))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(FormatError, match="damaged"):
        open_zip(bytes(data))["a.xml"]


def test_too_many_members_are_refused():
    with pytest.raises(FormatError, match="5,000"):
        open_zip(packed(*((str(i), b"") for i in range(MAX_MEMBERS + 1))))


def test_overlapping_parts_are_refused():
    data = bytearray(packed(("a", b"x" * 100), ("b", b"y" * 100)))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    with pytest.raises(FormatError):
        open_zip(bytes(data))["b"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with pytest.raises(FormatError, match="twice"):
        open_zip(packed(("a", b"1"), ("a", b"2")))


def test_encrypted_links_and_odd_packings_are_refused():
    encrypted = bytearray(packed(("a", b"1")))
    at = encrypted.rfind(b"PK\x01\x02")
    encrypted[at + 8] |= 1
    with pytest.raises(FormatError, match="password"):
        open_zip(bytes(encrypted))
    with pytest.raises(FormatError, match="packed"):
        open_zip(packed(("a", b"1" * 99), compression=zipfile.ZIP_LZMA))
    link = zipfile.ZipInfo("a")
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(FormatError, match="link"):
        open_zip(buffer.getvalue())


def test_an_archive_cut_anywhere_is_refused_or_whole():
    data = packed(("a.xml", b"<a>hunan</a>" * 30), ("b.xml", b"<b/>"))
    for cut in range(0, len(data) - 1, 3):
        with pytest.raises(FormatError):
            open_zip(data[:cut])


@pytest.mark.parametrize(
    "text", ["<p>湖南</p>", '<?xml version="1.0" encoding="gbk"?><html><p>湖南</p></html>', "湖南"]
)
def test_html_is_read_from_decoded_text(text):
    assert "湖南" in safe_html(text).text_content()


@pytest.mark.parametrize("text", ["", " \n", "<!-- only -->"])
def test_nothing_is_no_page(text):
    with pytest.raises(FormatError):
        safe_html(text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[" * 100_000, "deep"),
        (b"[" * 70 + b"]" * 70, "deep"),
        (b"[" + b"0," * 8_000_001 + b"0]", "values"),
        (b'{"digest": "a", "digest": "b"}', "twice"),
        (b'{"size": NaN}', "no JSON"),
        (b'{"name": "\\ud800.html"}', "half a character"),
        (b'{"size": ' + b"9" * 5000 + b"}", "no JSON"),
        ('{"标题": "会议"}'.encode("gb18030"), "no JSON"),
        (b"", "no JSON"),
    ],
    ids=["brackets", "levels", "values", "twins", "nan", "surrogate", "digits", "encoding", "nothing"],
)
def test_json_of_unknown_origin_is_refused_with_its_name(data, said):
    with pytest.raises(FormatError, match=said) as refused:
        safe_json(data, name="manifest.json")
    assert "manifest.json" in refused.value.sentence


def test_usual_json_passes_the_gate():
    assert safe_json(b'\xef\xbb\xbf{"pages": [{"key": "\\ud83d\\ude00", "n": [1, 2.5, null, true]}]}') == {
        "pages": [{"key": "\U0001f600", "n": [1, 2.5, None, True]}]
    }
