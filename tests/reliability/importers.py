"""Every reader of files from outside: small true seeds, how to damage them, and both ways in (the reader, the desk)."""

from __future__ import annotations

import csv
import io
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl
from lxml import etree
from lxml import html as lxml_html
from tests.reliability import mutations
from tests.reliability.mutations import Mutate

from workbench.desk.deciding import import_exceptions, import_names
from workbench.desk.exchanging import ExchangeReport, import_memory
from workbench.desk.importing import ImportReport, import_all, import_pasted
from workbench.desk.sending import take_back
from workbench.desk.terming import import_terms
from workbench.errors import FormatError
from workbench.formats.foreign import read_exchange
from workbench.formats.house_tables import read_exceptions, read_names
from workbench.formats.memory_files import read_memory_file
from workbench.formats.reading import read_article, read_text
from workbench.formats.registry import exchange_for
from workbench.formats.tbx import read_tbx, write_tbx
from workbench.formats.term_tables import read_table, write_csv
from workbench.formats.tmx import TmxUnit, read_units, write_units
from workbench.formats.tmx_parallel import TmxRequest
from workbench.library.library import Library
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import SegmentKind, State
from workbench.model.page import Page, PageBlock, PageRow, RowComment

Outer = Callable[[bytes], bool]
BringIn = Callable[[Library, int, Path], list[str]]
DATA = Path(__file__).parents[1] / "data"
AT = datetime(2020, 4, 3, 3, 5, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Importer:
    """One reader; `bring_in` returns what was refused, `again` reads what was read and written once more."""

    ending: str
    seeds: Callable[[], list[bytes]]
    mutate: Mutate
    outer: Outer
    read: Callable[[Path], Any]
    bring_in: BringIn
    again: Callable[[Any, Path], Any] | None = None


def either(structured: Mutate, share: float = 0.8) -> Mutate:
    """Return a mutation that is one of structure so often, else one of bytes."""

    def mutate(data: bytes, rng: Random) -> bytes:
        return structured(data, rng) if rng.random() < share else mutations.mutate_bytes(data, rng)

    return mutate


def sample(name: str, characters: int = 300) -> str:
    """Return the beginning of one of the sample texts."""
    return (DATA / name).read_text("utf-8")[:characters]


def small_page() -> Page:
    """Return a page with a row of each kind, for exchange files."""

    def row(number: int, source: str, target: str, state: State, **more: Any) -> PageRow:
        return PageRow(
            f"t{number}", number, SegmentKind.BODY, number, (source,), source, target, state, **more
        )

    comment = RowComment("Reviewer E", AT, "Is <100%> right?")
    return Page(
        key="a1b2c3", language="en", source_language="zh", headline="R&D", source_headline="研发", section="Home",
        published=date(2020, 4, 3), outlet="Hunan Daily", blocks=(PageBlock(SegmentKind.BODY, "One."),), photos=(),
        translators=("Translator A",), digest="d" * 64,
        rows=(row(1, "研发", "R&D", State.REVIEWED, comments=(comment,)), row(2, "第一句。", "One.", State.TRANSLATED),
              row(3, "第二句。", "", State.INITIAL)),
    )  # fmt: skip


# --- articles ---------------------------------------------------------------------------------------------------


def word_file() -> bytes:
    """Return a small Word file without the template's own weight."""
    made = docx.Document()
    made.add_heading("湖南推动对外开放", 0)
    made.add_paragraph("2020-04-03 来源：湖南日报")
    made.add_paragraph("4月2日，会议在长沙召开。", style="List Bullet")
    made.add_table(rows=2, cols=2).cell(0, 0).text = "进出口"
    made.sections[0].header.paragraphs[0].text = "header"
    buffer = io.BytesIO()
    made.save(buffer)
    return _without_weight(buffer.getvalue())


def _without_weight(data: bytes) -> bytes:
    """Return a Word file with the parts that nobody reads left out, so that ten thousand are soon read."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name.startswith("word/styles"):
                new.writestr(name, _few_styles(old.read(name)))
            elif "theme" not in name and "thumbnail" not in name and "customXml" not in name:
                new.writestr(name, old.read(name))
    return out.getvalue()


def _few_styles(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for style in root.findall("{*}style")[12:]:
        root.remove(style)
    for latent in root.findall("{*}latentStyles"):
        root.remove(latent)
    return bytes(etree.tostring(root))


def web_pages() -> list[bytes]:
    """Return small pages of the shapes that news sites have."""
    paragraphs = "".join(f"<p>{line}</p>" for line in sample("sample_zh.txt").split("\n\n")[3:])
    return [
        (
            "<html lang=zh><head><meta charset=utf-8><title>许达哲主持召开国际友好城市工作会议_湖南</title>"
            '<script type="application/ld+json">{"headline":"x","datePublished":"2020-04-03"}</script></head><body>'
            "<div class=path>首页&gt;图片新闻</div><h1>许达哲主持召开国际友好城市工作会议</h1>"
            "<div class=info>2020-04-03 来源：湖南日报</div><div id=zoom><p align=center>"
            f"<img src='a.jpg' alt='会议现场照片'></p>{paragraphs}</div><div class=share>分享到</div></body></html>"
        ).encode(),
        (
            "<!doctype html><html lang=en><head><title>Governor Xu Chairs Meeting</title></head><body><article>"
            "<h1>Governor Xu Chairs Meeting</h1><p class=byline>By Author B, April 3, 2020</p>"
            f"<p>{sample('sample_en.txt', 400)}</p><figure><img src=x.png><figcaption>Xu Dazhe (Photo by C)</figcaption>"
            "</figure></article></body></html>"
        ).encode(),
    ]


def bring_article(library: Library, by: int, path: Path) -> list[str]:
    """Import a file as the program does."""
    report = ImportReport()
    list(import_all(library, [str(path)], report, by=by))
    return [problem.message for problem in report.problems]


def bring_paste(library: Library, by: int, path: Path) -> list[str]:
    """Import what stands in a file as if it had been pasted."""
    import_pasted(library, path.read_bytes().decode("utf-8", "surrogatepass"), ImportReport(), by=by)
    return []


def mutate_paste(data: bytes, rng: Random) -> bytes:
    """Return pieces of a text in any order with signs between them that a clipboard may bring."""
    text = data.decode("utf-8")
    signs = ["\0", "\ud800", "\udfff", "\u2028", "\x0b", "首页>", "来源：", "\u202e", "摄）", "（", "\U0001f600", "|" * 50, *mutations.TEXTS[:20]]  # fmt: skip
    pieces = []
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(text))
        pieces.append(text[at : at + rng.randint(0, 300)] + rng.choice(signs))
    return "\n".join(pieces).encode("utf-8", "surrogatepass")


# --- exchange files ---------------------------------------------------------------------------------------------


def sent(key: str) -> list[bytes]:
    """Return the small page as an exchange file."""
    return [exchange_for(key).write(small_page())]


def bring_back(library: Library, by: int, path: Path) -> list[str]:
    """Take an exchange file back; where it is foreign, import it."""
    _, returned = read_exchange(path)
    if not returned.page_key and path.suffix in {".po", ".xlf"}:
        return bring_article(library, by, path)
    take_back(library, by, path)
    return []


# --- memories ---------------------------------------------------------------------------------------------------

UNITS = (
    TmxUnit("会议闭幕。", "The meeting <closed>.", created=AT, created_by="A", notes=("n",), props=(("domain", "news"),)),
    TmxUnit("全省新增病例3例。", "Three new cases.", unit_id="u2", changed=AT),
)  # fmt: skip
MARKED = (
    b'<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" srclang="zh" segtype="sentence" adminlang="en"/>'
    b'<body><tu tuid="1" creationdate="20200403T031500Z"><prop type="p">v</prop><note>n</note><tuv xml:lang="zh-CN"><seg>'
    b'\xe4\xbc\x9a<bpt i="1">&lt;b&gt;</bpt>\xe8\xae\xae<ept i="1">x</ept></seg></tuv><tuv xml:lang="en-US"><seg>Meet<ph x="1"/>ing'
    b'<hi>s</hi></seg></tuv></tu><tu><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="zh"><seg>\xe4\xba\x8c</seg></tuv>'
    b"</tu></body></tmx>"
)


def memory_units(path: Path) -> list[Any]:
    """Read a memory file whole, as the import does."""
    return [
        entry
        for batch in read_memory_file(TmxRequest(path, "zh", "en"), _ignore)
        for entry in batch.entries.rows()
    ]


def tmx_units(path: Path) -> list[TmxUnit]:
    """Read the units of a TMX file."""
    return list(read_units(path))


def tmx_again(units: list[TmxUnit], path: Path) -> bool:
    """Write units, read them, write those, and read them again."""
    write_units(path, units)
    once = [unit._replace(line=0) for unit in read_units(path)]
    write_units(path, once)
    return once == [unit._replace(line=0) for unit in read_units(path)] and len(once) == len(units)


def bring_memory(library: Library, _by: int, path: Path) -> list[str]:
    """Import a memory file."""
    list(import_memory(library, path, ExchangeReport()))
    return []


def table(rows: list[list[str]], delimiter: str = ",") -> bytes:
    """Return rows as text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def workbook(rows: list[list[str]]) -> bytes:
    """Return rows as an Excel file."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    out, light = io.BytesIO(), io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(light, "w") as new:
        for name in old.namelist():
            if "theme" not in name and "docProps" not in name:
                new.writestr(name, NO_STYLES if name == "xl/styles.xml" else old.read(name))
    return light.getvalue()


NO_STYLES = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
PAIRS = [
    ["source", "target", "note", "created"],
    ["会议闭幕。", 'He said, "closed"', "n", "2020-04-03"],
    ["二", "Two", "", ""],
]
SEGMENT = (
    "<Segment><Elements><Text><Value>{text}</Value></Text><Tag><Type>Start</Type><Anchor>1</Anchor><TagID>b</TagID></Tag>"
    "<Text><Value>x &amp; y</Value></Text></Elements><CultureName>zh-CN</CultureName></Segment>"
)  # fmt: skip
BILINGUAL = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="../../a.docx" '
    'source-language="zh-CN" target-language="en-US" datatype="x-docx"><body><trans-unit id="1" mq:status="Confirmed"><source>会议'
    '<bpt id="1">&lt;b&gt;</bpt>闭幕<ept id="1">x</ept>。</source><target>Closed.</target></trans-unit><trans-unit id="3"><source>'
    '一。二。</source><seg-source><mrk mtype="seg" mid="1">一。</mrk><mrk mtype="seg" mid="2">二。</mrk></seg-source><target>'
    '<mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk></target></trans-unit></body></file></xliff>'
).encode()


def trados() -> list[bytes]:
    """Return a small memory of Trados: a SQLite file with XML in its rows."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "PRAGMA page_size=512; CREATE TABLE translation_memories (id INTEGER PRIMARY KEY, name TEXT, source_language TEXT, "
            "target_language TEXT); CREATE TABLE translation_units (id INTEGER PRIMARY KEY, translation_memory_id INTEGER, "
            "source_segment TEXT, target_segment TEXT, creation_date TEXT, creation_user TEXT, change_date TEXT, change_user TEXT);"
            "INSERT INTO translation_memories VALUES (1, 'Office', 'zh-CN', 'en-US');"
        )
        for text in ("会议", "散会"):
            connection.execute(
                "INSERT INTO translation_units VALUES (NULL, 1, ?, ?, '2020-04-03 09:15:00', 'A', '2021-01-01', 'B')",
                (SEGMENT.format(text=text), SEGMENT.format(text="Meeting")),
            )
        connection.commit()
        return [bytes(connection.serialize())]


def zipped(name: str, data: bytes) -> bytes:
    """Return an archive with one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


# --- terms, names, exceptions -----------------------------------------------------------------------------------

CONCEPTS = (
    ConceptValue(
        (FormValue("zh", "国务院"), FormValue("en", "State Council")),
        domain="politics",
        note="n",
        definition="d",
    ),
    ConceptValue((FormValue("zh", "“一带一路”"), FormValue("en", "Belt & Road"), FormValue("en", "B&R"))),
)
OLD_TBX = (
    '<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1"><descrip type="subjectField">law</descrip><langSet xml:lang="zh">'
    '<tig><term>法律</term></tig></langSet><langSet xml:lang="en"><ntig><termGrp><term>law</term><termNote type="administrativeStatus">'
    "preferredTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry></body></text></martif>"
).encode()
NAMES = [
    ["zh", "en", "also", "titles", "note"],
    ["许达哲", "Xu Dazhe", "Xu", "省长 = governor [2016-09-05 - 2020-11-24]", ""],
]
EXCEPTIONS = [
    ["kind", "zh", "en", "reason", "check"],
    ["pair", "甲", "A", "house style", ""],
    ["trap", "乙", "", "", ""],
]


def concepts(read: Callable[..., Any]) -> Callable[[Path], list[Any]]:
    """Return a reader of paths from one of bytes and a name."""
    return lambda path: list(read(path.read_bytes(), path.name, _ignore))


def tbx_again(found: list[ConceptValue], path: Path) -> bool:
    """Write concepts, read them, write those, and read them again."""
    once = list(read_tbx(write_tbx(found), path.name, _ignore))
    return once == list(read_tbx(write_tbx(once), path.name, _ignore)) and len(once) == len(found)


def table_again(found: list[ConceptValue], path: Path) -> bool:
    """Do the same as a table."""
    once = list(read_table(write_csv(found), "x.csv", _ignore))
    return once == list(read_table(write_csv(once), "x.csv", _ignore)) and path is not None


def bring_terms(library: Library, by: int, path: Path) -> list[str]:
    """Import a term base."""
    import_terms(library, path, by=by)
    return []


def _ignore(_problem: object) -> None:
    """Take no notice."""


# --- what the outer layer is ------------------------------------------------------------------------------------


def is_xml(data: bytes) -> bool:
    """Whether a parser takes it."""
    with suppress(etree.XMLSyntaxError, ValueError):
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=False)) is not None
    return False


def is_html(data: bytes) -> bool:
    """Whether a page comes out of it."""
    with suppress(etree.ParserError, etree.XMLSyntaxError, ValueError):
        return lxml_html.document_fromstring(data) is not None
    return False


def is_zip(data: bytes, part: str) -> bool:
    """Whether the archive opens and its main part is XML."""
    broken = (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        KeyError,
        OSError,
        RuntimeError,
        EOFError,
        ValueError,
    )
    with suppress(*broken):  # a name that asks for a password is a runtime error
        return is_xml(zipfile.ZipFile(io.BytesIO(data)).read(part))
    return False


def is_text(data: bytes) -> bool:
    """Whether it is text of one of the usual encodings, without the signs of another kind of file."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return any(_decodes(data, encoding) for encoding in ("utf-8-sig", "utf-16", "gb18030"))


def _decodes(data: bytes, encoding: str) -> bool:
    with suppress(UnicodeError):
        return bool(data.decode(encoding))
    return False


def is_database(data: bytes) -> bool:
    """Whether SQLite opens it and reads its tables."""
    with suppress(sqlite3.Error, UnicodeError), closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        return connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    return False


def zip_of(*parts: str) -> tuple[Mutate, Outer]:
    """Return how archives are damaged and looked at; the first part is the main one, and hit most."""
    wanted = (parts[0],) * 6 + parts[1:]
    return either(partial(mutations.mutate_zip, wanted=wanted)), partial(is_zip, part=parts[0])


XML = (either(mutations.mutate_xml), is_xml)
LINES = (either(mutations.mutate_lines), is_text)
DOCX = zip_of(
    "word/document.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
    "_rels/.rels",
    "[Content_Types].xml",
)
XLSX = zip_of(
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/_rels/workbook.xml.rels",
)

IMPORTERS: dict[str, Importer] = {
    "text": Importer(".txt", lambda: [sample("sample_zh.txt").encode(), sample("sample_en.txt").encode(),
                                      sample("sample_zh.txt").encode("gb18030"), sample("sample_zh.txt").encode("utf-16")],
                     either(lambda data, rng: mutations.mutate_lines(data, rng) if _decodes(data, "utf-8") else
                            mutations.mutate_bytes(data, rng), 0.7), is_text, read_article, bring_article),
    "markdown": Importer(".md", lambda: [b"# Title\n\n*2020-04-03*\n\n- one\n- two\n\n> quote\n\n[a](b)\n\n" + sample("sample_en.txt", 300).encode()],
                         *LINES, read_article, bring_article),
    "html": Importer(".html", web_pages, either(mutations.mutate_html, 0.7), is_html, read_article, bring_article),
    "docx": Importer(".docx", lambda: [word_file()], *DOCX, read_article, bring_article),
    "paste": Importer(".txt", lambda: [sample("sample_en.txt", 2000).encode(), sample("sample_zh.txt", 2000).encode()], mutate_paste,
                      lambda data: bool(data.strip()), lambda path: read_text(path.read_bytes().decode("utf-8", "surrogatepass")),
                      bring_paste),
    "po": Importer(".po", lambda: sent("po"), *LINES, read_exchange, bring_back),
    "xliff12": Importer(".xlf", lambda: sent("xliff12"), *XML, read_exchange, bring_back),
    "xliff21": Importer(".xlf", lambda: sent("xliff21"), *XML, read_exchange, bring_back),
    "bilingual-docx": Importer(".docx", lambda: [_without_weight(sent("bilingual-docx")[0])], *DOCX, read_exchange, bring_back),
    "json": Importer(".json", lambda: sent("json"), either(mutations.mutate_json), lambda data: data[:1] in b"[{", read_exchange, bring_back),
    "tmx": Importer(".tmx", lambda: [MARKED], *XML, tmx_units, bring_memory, tmx_again),
    "memory-csv": Importer(".csv", lambda: [table(PAIRS)], *LINES, memory_units, bring_memory),
    "memory-tsv": Importer(".tsv", lambda: [table(PAIRS, "\t")], *LINES, memory_units, bring_memory),
    "memory-xlsx": Importer(".xlsx", lambda: [workbook(PAIRS)], *XLSX, memory_units, bring_memory),
    "sdltm": Importer(".sdltm", trados, mutations.mutate_database, is_database, memory_units, bring_memory),
    "memoq": Importer(".mqxliff", lambda: [BILINGUAL], *XML, memory_units, bring_memory),
    "memoq-zip": Importer(".mqxlz", lambda: [zipped("document.mqxliff", BILINGUAL)], *zip_of("document.mqxliff"), memory_units, bring_memory),
    "tbx": Importer(".tbx", lambda: [OLD_TBX, write_tbx(CONCEPTS)], *XML, concepts(read_tbx), bring_terms, tbx_again),
    "terms-csv": Importer(".csv", lambda: [write_csv(CONCEPTS)], *LINES, concepts(read_table), bring_terms, table_again),
    "terms-xlsx": Importer(".xlsx", lambda: [workbook([["zh", "en"], ["国务院", "State Council"]])], *XLSX, concepts(read_table), bring_terms),
    "names": Importer(".csv", lambda: [table(NAMES)], *LINES, concepts(read_names),
                      lambda library, by, path: [str(one) for one in import_names(library, path, by=by)[1][:0]]),
    "exceptions": Importer(".csv", lambda: [table(EXCEPTIONS)], *LINES, concepts(read_exceptions),
                           lambda library, by, path: [str(one) for one in import_exceptions(library, path, by=by)[1][:0]]),
}  # fmt: skip
"""Every importer by its name."""

REFUSALS = (FormatError,)
"""What a reader may raise."""
