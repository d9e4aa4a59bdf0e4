"""TMX as it is met in offices: dialects, encodings, damage and hostility."""

from __future__ import annotations

import codecs
import contextlib
import random
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import FormatError, Problem
from workbench.formats.tmx import TmxUnit, primary_language, read_units, write_units

TICO = Path(__file__).parents[1] / "data" / "memory" / "tico19-en-zh.tmx"
HEAD = '<?xml version="1.0"{encoding}?>\n{doctype}<tmx version="1.4"><header srclang="en"/><body>\n'
FOOT = "</body></tmx>\n"
PLAIN = '<tu><tuv xml:lang="zh"><seg>会议闭幕。</seg></tuv><tuv xml:lang="en"><seg>The meeting closed.</seg></tuv></tu>\n'


def made(tmp_path: Path, body: str, *, encoding: str = "", doctype: str = "", codec: str = "utf-8") -> Path:
    path = tmp_path / "memory.tmx"
    declared = f' encoding="{encoding}"' if encoding else ""
    path.write_bytes((HEAD.format(encoding=declared, doctype=doctype) + body + FOOT).encode(codec))
    return path


def read(path: Path, **options) -> tuple[list[TmxUnit], list[Problem]]:
    problems: list[Problem] = []
    units = list(read_units(path, on_problem=problems.append, **options))
    return units, problems


def test_a_real_memory_reads_as_a_tree_parser_reads_it():
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    expected = []
    for tu in ET.parse(TICO).getroot().iter("tu"):
        texts = {tuv.get(lang): tuv.findtext("seg") for tuv in tu.iter("tuv")}
        props = tuple((prop.get("type"), prop.text) for prop in tu.iter("prop"))
        expected.append((texts["zh"], texts["en"], tu.get("tuid"), props))
    units, problems = read(TICO)
    assert problems == []
    assert [(unit.source, unit.target, unit.unit_id, unit.props) for unit in units] == expected
    assert len(units) == 3071


def test_every_unit_of_a_real_memory_survives_a_round_trip(tmp_path):
    units, _ = read(TICO)
    path = tmp_path / "again.tmx"
    assert write_units(path, units) == 3071
    again, problems = read(path)
    assert problems == []
    assert [unit._replace(line=0) for unit in again] == [unit._replace(line=0) for unit in units]


def test_line_numbers_are_those_of_the_file(tmp_path):
    body = (
        PLAIN
        + "<!-- one -->\n"
        + PLAIN
        + "\n\n"
        + PLAIN.replace("会议", "<hi>会议</hi>")
        + PLAIN
        + "<tu>\n</tu>\n"
        + PLAIN
    )
    units, problems = read(made(tmp_path, body))
    assert [unit.line for unit in units] == [3, 5, 8, 9, 12]
    assert [problem.place for problem in problems] == ["line 10"]


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        ("", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("", "utf-16-be"),
        ("UTF-16", "utf-8"),
        ("GB2312", "gb18030"),
        ("gbk", "gb18030"),
        ("GB18030", "gb18030"),
        ("UTF-32", "utf-32"),
    ],
)
def test_any_declared_encoding_or_mark_is_read(tmp_path, encoding, codec):
    units, problems = read(made(tmp_path, PLAIN * 3, encoding=encoding, codec=codec))
    assert [(unit.source, unit.target) for unit in units] == [("会议闭幕。", "The meeting closed.")] * 3
    assert problems == []


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "gb18030"),
        ("UTF-8", "big5hkscs"),
        ("GBK", "utf-8"),
        ("ISO-8859-1", "utf-8"),
        ("windows-1252", "utf-8"),
        ("UTF-16", "utf-8"),
        ("UTF-8", "utf-16"),
    ],
)
def test_a_declaration_that_the_text_belies_is_not_believed(tmp_path, declared, codec):
    chinese = "會議強調，要堅持發展實現。" if codec == "big5hkscs" else "会议强调，要坚持发展实现。"
    units = "".join(
        f'<tu><tuv xml:lang="zh"><seg>{chinese}{n}</seg></tuv><tuv xml:lang="en"><seg>No. {n}</seg></tuv></tu>\n'
        for n in range(5)
    )
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<tmx version="1.4"><body>{units}</body></tmx>'
    path = tmp_path / "office.tmx"
    path.write_bytes(text.encode(codec))
    assert [unit.source for unit in read_units(path)] == [f"{chinese}{n}" for n in range(5)]


@pytest.mark.parametrize("encoding", ["utf-7", "unicode_escape", "rot13", "no-such-thing", "punycode"])
def test_what_is_no_character_set_is_refused(tmp_path, encoding):
    with pytest.raises(FormatError, match="not a text encoding"):
        read(made(tmp_path, PLAIN, encoding=encoding))


@pytest.mark.parametrize("tag", ["zh", "ZH-CN", "zh_CN", "zh-Hans-CN", "zho", "cmn-Hans"])
def test_languages_are_matched_by_their_primary_subtag(tmp_path, tag):
    units, _ = read(made(tmp_path, PLAIN.replace('"zh"', f'"{tag}"').replace('"en"', '"EN-us"')))
    assert [(unit.source_language, unit.target_language) for unit in units] == [(tag, "EN-us")]
    assert primary_language(tag) == "zh"


def test_the_direction_is_ours_and_any_pair_can_be_picked(tmp_path):
    body = (
        '<tu><tuv xml:lang="en"><seg>Hello</seg></tuv><tuv xml:lang="fr"><seg>Bonjour</seg></tuv>'
        '<tuv xml:lang="zh-TW"><seg>您好</seg></tuv><tuv xml:lang="zh-CN"><seg>你好</seg></tuv></tu>'
    )
    path = made(tmp_path, body)
    assert [(unit.source, unit.target) for unit in read(path)[0]] == [("你好", "Hello")]
    assert [(unit.source, unit.target) for unit in read(path, source="en", target="fr")[0]] == [
        ("Hello", "Bonjour")
    ]
    assert [unit.source for unit in read(path, source="zh-TW")[0]] == ["您好"]


def test_several_translations_of_one_source_are_all_read(tmp_path):
    body = PLAIN.replace("</tu>", '<tuv xml:lang="en-GB"><seg>The session ended.</seg></tuv></tu>')
    assert [unit.target for unit in read(made(tmp_path, body))[0]] == [
        "The meeting closed.",
        "The session ended.",
    ]


def test_inline_markup_is_kept_beside_the_plain_text(tmp_path):
    body = (
        '<tu><tuv xml:lang="zh"><seg>按<bpt i="1">&lt;b&gt;</bpt>确定<ept i="1">&lt;/b&gt;</ept>键<ph x="2"/></seg></tuv>'
        '<tuv xml:lang="en"><seg>Press <hi type="b">OK</hi><ut>{\\b}</ut> &amp; go<it pos="begin">&lt;i&gt;'
        "<sub>alt</sub></it></seg></tuv></tu>"
    )
    path = made(tmp_path, body)
    (unit,), problems = read(path)
    assert problems == []
    assert (unit.source, unit.target) == ("按确定键", "Press OK & go")
    write_units(tmp_path / "again.tmx", [unit])
    (again,), _ = read(tmp_path / "again.tmx")
    assert again._replace(line=0) == unit._replace(line=0)


def test_dates_people_properties_and_notes_come_along(tmp_path):
    body = (
        '<tu tuid="7" creationdate="20200403T091500Z" creationid="Translator A"><note>checked</note>'
        '<prop type="domain">health</prop><tuv xml:lang="zh"><seg>会议闭幕。</seg></tuv>'
        '<tuv xml:lang="en" changedate="20210101T000000Z" changeid="Translator B"><seg>Closed.</seg></tuv></tu>'
    )
    (unit,), _ = read(made(tmp_path, body))
    assert unit.unit_id == "7"
    assert unit.created == datetime(2020, 4, 3, 9, 15, tzinfo=UTC)
    assert (unit.created_by, unit.changed_by) == ("Translator A", "Translator B")
    assert unit.changed == datetime(2021, 1, 1, tzinfo=UTC)
    assert (unit.props, unit.notes) == ((("domain", "health"),), ("checked",))


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("control character", PLAIN.replace("会议", "会&#x1F;议")),
        ("raw control character", PLAIN.replace("会议", "会\x0b议")),
        ("bare ampersand", PLAIN.replace("meeting", "R&D meeting")),
        ("unclosed seg", PLAIN.replace("闭幕。</seg>", "闭幕。")),
        ("unknown entity", PLAIN.replace("meeting", "&nbsp;meeting")),
        ("no target", PLAIN.replace('"en"', '"fr"')),
        ("blank target", PLAIN.replace("The meeting closed.", "  ")),
        ("attribute twice", PLAIN.replace("<tu>", '<tu tuid="1" tuid="2">')),
        ("prop closed as note", PLAIN.replace("<tu>", '<tu><prop type="a">x</note>')),
    ],
)
def test_a_bad_unit_is_told_with_its_line_and_never_stops_the_rest(tmp_path, name, bad):
    units, problems = read(made(tmp_path, PLAIN * 2 + bad + PLAIN * 3))
    assert len(units) == 5, name
    assert [problem.place for problem in problems] == ["line 5"], name


def test_bytes_that_are_not_utf8_cost_one_unit(tmp_path):
    path = made(tmp_path, PLAIN * 3)
    path.write_bytes(path.read_bytes().replace("会议".encode(), b"\xff\xfe\xff", 1))
    units, problems = read(path)
    assert (len(units), len(problems)) == (2, 1)


def test_a_unit_inside_a_comment_or_cdata_is_not_a_unit(tmp_path):
    body = PLAIN + "<!-- " + PLAIN + PLAIN + "-->\n" + PLAIN + "<![CDATA[" + PLAIN + "]]>" + PLAIN
    assert len(read(made(tmp_path, body))[0]) == 3


def test_a_file_cut_off_is_refused_unless_the_rest_is_wanted(tmp_path):
    path = made(tmp_path, PLAIN * 50)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(FormatError, match="ends in the middle"):
        read(path)
    units, problems = read(path, keep_partial=True)
    assert units
    assert "ends in the middle" in problems[-1].message


@pytest.mark.parametrize(
    "text", ["", "hello", "<html><body/></html>", "<?xml version='1.0'?><xliff/>", "\x00" * 50, "{}"]
)
def test_what_is_not_tmx_is_refused_with_its_name(tmp_path, text):
    path = tmp_path / "memory.tmx"
    path.write_text(text)
    with pytest.raises(FormatError, match=r"memory\.tmx"):
        read(path)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE tmx [<!ENTITY a "b">]>',
        '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
        '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/evil.dtd">',
        '<!DOCTYPE tmx PUBLIC "-//X//Y" "file:///etc/hosts">',
        '<!DOCTYPE tmx [<!ATTLIST tu tuid CDATA "x">]>',
    ],
)
def test_entities_and_dtds_from_elsewhere_are_refused(tmp_path, doctype):
    with pytest.raises(FormatError, match=r"not read"):
        read(made(tmp_path, PLAIN, doctype=doctype))


@pytest.mark.parametrize(
    "doctype", ["<!DOCTYPE tmx>", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', '<!DOCTYPE tmx SYSTEM "tmx11.dtd">']
)
def test_a_bare_doctype_is_accepted_and_nothing_is_opened(tmp_path, doctype):
    assert len(read(made(tmp_path, PLAIN, doctype=doctype))[0]) == 1


def test_deep_nesting_and_endless_text_stay_small(tmp_path):
    deep = PLAIN.replace("会议", "<hi>" * 20_000 + "会议" + "</hi>" * 20_000)
    endless = PLAIN.replace("会议", "会" * 300_000)
    units, problems = read(made(tmp_path, PLAIN + deep + endless + PLAIN))
    assert len(units) + len(problems) == 4
    assert len(units) >= 2


def test_the_old_file_stays_when_writing_fails(tmp_path):
    path = tmp_path / "memory.tmx"
    write_units(path, [TmxUnit("会议", "meeting")])
    before = path.read_bytes()

    def failing():
        yield TmxUnit("闭幕", "closing")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_units(path, failing())
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["memory.tmx"]


@given(
    text=st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40
    )
    .filter(lambda text: text.strip())
    .filter(lambda text: not set(text) & {"\ufffe", "\uffff"}),
    extra=st.sampled_from(["", "\n", "\r", "\t", " ", "&amp;", "]]>", "<seg>"]),
)
@settings(max_examples=100, deadline=None)
def test_any_text_survives_the_round_trip(tmp_path_factory, text, extra):
    path = tmp_path_factory.mktemp("tmx") / "memory.tmx"
    unit = TmxUnit(text + extra, extra + text, unit_id=text, props=((text, text + extra),), notes=(text,))
    write_units(path, [unit])
    (again,), problems = read(path)
    assert problems == []
    assert again._replace(line=0) == unit


def test_damaged_files_give_units_or_one_kind_of_error(tmp_path):
    chance = random.Random(11)
    sound = made(tmp_path, (PLAIN + PLAIN.replace("会议", '<hi x="1">会&amp;议</hi>')) * 4).read_bytes()
    path = tmp_path / "fuzz.tmx"
    nasty = [
        b"<",
        b">",
        b"&",
        b"</tu>",
        b"<tu>",
        b"<!--",
        b"]]>",
        b"\xff",
        b"\x00",
        b'"',
        b"<!DOCTYPE",
        codecs.BOM_UTF16_LE,
    ]
    for _ in range(1500):
        data = bytearray(sound)
        for _ in range(chance.randint(1, 5)):
            place = chance.randrange(len(data))
            data[place : place + chance.randint(0, 12)] = chance.choice(nasty)
        path.write_bytes(bytes(data))
        with contextlib.suppress(FormatError):
            assert len(list(read_units(path, keep_partial=True))) <= 8 + data.count(b"<tu")
