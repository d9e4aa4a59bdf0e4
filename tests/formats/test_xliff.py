"""XLIFF 1.2 and 2.1: valid by the schemas of OASIS, tolerant with foreign files, plain about broken ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from workbench.errors import FormatError
from workbench.formats import xliff12, xliff21
from workbench.model.kinds import State

SCHEMAS = Path(__file__).parents[1] / "data" / "oasis"


class _Beside(etree.Resolver):
    def resolve(self, url, _public, context):
        return self.resolve_filename(str(SCHEMAS / "xml.xsd"), context) if url.endswith("xml.xsd") else None


@pytest.fixture(scope="module")
def schemas():
    parser = etree.XMLParser()
    parser.resolvers.add(_Beside())
    names = {"xliff12": "xliff-core-1.2-strict.xsd", "xliff21": "xliff-core-2.0.xsd"}
    return {key: etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser)) for key, name in names.items()}


@pytest.mark.parametrize("format_", [xliff12.FORMAT, xliff21.FORMAT], ids=lambda each: each.key)
def test_what_we_write_is_valid_by_the_schema(format_, page, full_page, schemas):
    strange = replace(full_page.rows[0], key="key with / and # in it")
    for each in (page, full_page, replace(full_page, rows=(strange,)), replace(page, rows=())):
        schemas[format_.key].assertValid(etree.fromstring(format_.write(each)))


@pytest.mark.parametrize("format_", [xliff12.FORMAT, xliff21.FORMAT], ids=lambda each: each.key)
def test_a_key_that_is_no_xml_name_survives(format_, full_page):
    page = replace(full_page, rows=(replace(full_page.rows[0], key="key with / and # in it"),))
    assert format_.differences(page, format_.write(page)) == []


@pytest.mark.parametrize(
    ("format_", "path", "codes"),
    [
        (
            xliff12.FORMAT,
            "//x:target/@state",
            (
                "signed-off translated needs-review-translation new needs-translation translated signed-off final "
                "signed-off signed-off"
            ),
        ),
        (
            xliff21.FORMAT,
            "//x:segment/@state",
            "reviewed translated initial initial initial translated reviewed final reviewed reviewed",
        ),
    ],
    ids=["1.2", "2.1"],
)
def test_states_are_those_of_the_table_of_the_house(format_, path, codes, full_page):
    root = etree.fromstring(format_.write(full_page))
    assert root.xpath(path, namespaces={"x": root.nsmap[None]}) == codes.split()


def test_a_state_changed_elsewhere_is_taken_over():
    old = b'state="translated"'
    for format_, new in ((xliff12.FORMAT, b'state="signed-off"'), (xliff21.FORMAT, b'state="reviewed"')):
        page = _page_of_one(State.TRANSLATED)
        assert format_.read_rows(format_.write(page).replace(old, new))[0].state is State.REVIEWED


def _page_of_one(state):
    from datetime import date

    from workbench.model.kinds import SegmentKind
    from workbench.model.page import Page, PageRow

    row = PageRow("t1", 1, SegmentKind.BODY, 0, ("一",), "一", "One", state)
    return Page("k", "en", "zh", "One", "一", "", date(2020, 4, 3), "", (), rows=(row,))


FOREIGN_12 = """<?xml version="1.0"?><!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "xliff.dtd">
<xliff version="1.1"><file source-language="en" target-language="zh" datatype="html" original="a.html"><body>
<group><trans-unit id="a"><source>Press <g id="1">the <x id="2"/> key</g>, <ph id="3">&lt;br/&gt;</ph>now</source>
<target>按<g id="1"><x id="2"/>键</g></target><note>Short!</note></trans-unit></group>
<trans-unit id="b" approved="yes"><source>A <mrk mtype="seg" mid="0">part</mrk></source><target>部分</target></trans-unit>
<trans-unit id="c"><source>Empty</source></trans-unit></body></file>
<file source-language="en" target-language="zh" datatype="plaintext" original="b"><body>
<trans-unit id="a"><source>Again</source><target state="needs-review-translation">再</target></trans-unit></body></file></xliff>"""


def test_a_foreign_1_2_file_is_read_with_codes_as_placeholders():
    found = xliff12.FORMAT.read_exchange(FOREIGN_12.encode())
    assert (found.source_language, found.language, found.page_key) == ("en", "zh", "")
    assert [(row.key, row.source, row.target, row.state, row.is_returned) for row in found.rows] == [
        ("1/a", "Press <1>the <2/> key</1>, <3/>now", "按<1><2/>键</1>", State.TRANSLATED, False),
        ("1/b", "A part", "部分", State.REVIEWED, False),
        ("1/c", "Empty", "", State.INITIAL, False),
        ("2/a", "Again", "再", State.TRANSLATED, True),
    ]
    assert found.rows[0].comments[0].text == "Short!"


def _two(body: str, *, root: str = 'srcLang="en" trgLang="zh"', file: str = "") -> bytes:
    return (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:my="myNS" version="2.1" {root}>'
        f'<file id="f1">{file}<unit id="u1">{body}</unit></file></xliff>'
    ).encode()


def test_a_foreign_2_1_file_is_read_segment_by_segment():
    body = """<notes><note id="n1" category="Author H">Mind the tone</note></notes>
    <segment id="s1" state="reviewed"><source>One <pc id="1">two</pc> <ph id="2"/>.</source><target>一<pc id="1">二</pc><ph id="2"/>。</target></segment>
    <ignorable><source> </source></ignorable><segment><source>Three<cp hex="0001"/></source></segment>"""
    rows = xliff21.FORMAT.read_rows(_two(body))
    assert [(row.key, row.source, row.target, row.state) for row in rows] == [
        ("u1/s1", "One <1>two</1> <2/>.", "一<1>二</1><2/>。", State.REVIEWED),
        ("u1/2", "Three<U+0001/>", "", State.INITIAL),
    ]
    assert [(each.person, each.text) for each in rows[0].comments] == [("Author H", "Mind the tone")]


SEGMENT = "<segment><source>s</source></segment>"
PLAIN = "<segment><source>{}</source><target>{}</target></segment>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_two("<ignorable><source>s</source></ignorable>"), "at least one segment"),
        (_two(SEGMENT.replace("<segment>", '<segment subState="a:b">')), "subState stands only beside state"),
        (_two(SEGMENT.replace("<segment>", '<segment state="done">')), "state may not be 'done'"),
        (_two(SEGMENT.replace("<segment>", '<segment id="/1">')), "id may not be '/1'"),
        (_two(SEGMENT.replace("<segment>", '<segment my:x="1">')), "attribute x of the namespace myNS"),
        (_two(SEGMENT, root=""), "attribute srcLang is missing"),
        (_two(SEGMENT, root='srcLang="en_US"'), "srcLang may not be 'en_US'"),
        (_two(PLAIN.format("s", "t"), root='srcLang="en"'), "trgLang is missing although there are targets"),
        (_two("<segment><source xml:lang='fr'>s</source></segment>"), "is not the file's 'en'"),
        (_two("<segment><target>t</target></segment>"), "may not hold [target] in this order"),
        (_two(f"text{SEGMENT}"), "it may not hold text"),
        (_two("<notes/>" + SEGMENT), "may not hold [nothing]"),
        (_two(SEGMENT, file="<skeleton/>"), "either href or content"),
        (_two('<segment id="1"><source/></segment><segment id="1"><source/></segment>'), "same id"),
        (_two("<segment><source><ph id='1' dataRef='d'/></source></segment>"), "names no <data> of the unit"),
        (_two("<segment><source><ph id='1' copyOf='9'/></source></segment>"), "names no code of the unit"),
        (
            _two("<segment><source><ph id='1' subType='a:b'/></source></segment>"),
            "subType stands only beside type",
        ),
        (_two("<segment><source><sc id='1'/>x</source></segment>"), "isolated if, and only if"),
        (_two("<segment><source><ec startRef='1'/><sc id='1'/></source></segment>"), "before its start"),
        (_two("<segment><source><sm id='1'/>x</source></segment>"), "never closed by an <em>"),
        (_two("<segment><source><cp hex='0041'/></source></segment>"), "U+0041 is written as it is"),
        (
            _two("<segment><source><mrk id='1' type='comment'>x</mrk></source></segment>"),
            "either a value or a ref",
        ),
        (
            _two("<segment><source><mrk id='1' type='comment' ref='#n=9'>x</mrk></source></segment>"),
            "names no note",
        ),
        (_two("<segment><source><mrk id='1' ref='#u=1/f=1'>x</mrk></source></segment>"), "wrong place"),
        (_two(PLAIN.format("<ph id='1' canDelete='no'/>", "x")), "may not be deleted and is missing"),
        (
            _two("<segment><source><ph id='1' canReorder='no'/></source></segment>"),
            "canCopy and canDelete no",
        ),
        (_two("<segment><source>s</source><target order='7'>t</target></segment>"), "beyond the 1 parts"),
    ],
)
def test_a_broken_rule_of_2_1_is_named_with_its_place(data, said):
    with pytest.raises(FormatError, match=r"^The XLIFF file breaks a rule of XLIFF 2 at <") as caught:
        xliff21.FORMAT.read_rows(data)
    assert said in str(caught.value)
    assert caught.value.place.startswith("line ")


@pytest.mark.parametrize("format_", [xliff12.FORMAT, xliff21.FORMAT], ids=lambda each: each.key)
@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE xliff [<!ENTITY a "b">]>',
        '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/evil.dtd">',
        '<!DOCTYPE xliff [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
    ],
)
def test_entities_are_refused_and_nothing_is_fetched(format_, attack, page):
    data = format_.write(page).decode().replace("?>", f"?>{attack}", 1)
    with pytest.raises(FormatError):
        format_.read_rows(data.encode())


def test_codes_nested_thousands_deep_are_read_or_refused_at_once():
    deep = '<g id="1">' * 5000 + "x" + "</g>" * 5000
    unit = f'<trans-unit id="a"><source>{deep}</source></trans-unit>'
    data = f'<xliff version="1.2"><file original="a"><body>{unit}</body></file></xliff>'
    with pytest.raises(FormatError):
        xliff12.FORMAT.read_rows(data.encode())
