"""Hostile files through every way in: refused or harmless, quickly, nothing fetched, nothing read, nothing half (I1, I2, I6, I7)."""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.reliability.importers import IMPORTERS, UNITS, Importer, table, workbook
from tests.reliability.processes import ROOT, environment

from workbench.desk.exchanging import ExchangeReport, import_memory
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.staffing import add_person
from workbench.errors import FormatError, WorkbenchError
from workbench.formats.po import FORMAT as PO
from workbench.formats.tmx import write_units
from workbench.library.library import Library, open_library

MARKER = "MARKER-OF-A-SECRET-FILE"
SECONDS = 5.0


class Canary(HTTPServer):
    """A server on this computer that notes whoever asks it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                canary.asked.append(self.path)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture(scope="module")
def canary():
    server = Canary()
    yield server
    server.shutdown()


def attacks(address: str, secret: Path) -> dict[str, str]:
    """Return what is put before the root element, by its name."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return {
        "laughs": f'<!DOCTYPE R [<!ENTITY l0 "lol">{laughs}]>',
        "quadratic": f'<!DOCTYPE R [<!ENTITY l9 "{"x" * 160_000}">]>',
        "recursive": '<!DOCTYPE R [<!ENTITY l9 "&l8;"><!ENTITY l8 "&l9;">]>',
        "file": f'<!DOCTYPE R [<!ENTITY l9 SYSTEM "{secret.as_uri()}">]>',
        "http": f'<!DOCTYPE R [<!ENTITY l9 SYSTEM "{address}/entity">]>',
        "parameter": f'<!DOCTYPE R [<!ENTITY % p SYSTEM "{address}/parameter"> %p; <!ENTITY l9 "x">]>',
        "subset": f'<!DOCTYPE R SYSTEM "{address}/evil.dtd">',
        "xinclude": "",
    }


INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
PARTS = {
    ".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet1.xml", ".mqxlz": "document.mqxliff",
}  # fmt: skip
XML = [kind for kind in IMPORTERS if IMPORTERS[kind].ending in {".xlf", ".tmx", ".tbx", ".mqxliff", *PARTS}]


EXCHANGED = {"xliff12", "xliff21", "bilingual-docx"}
"""Kinds that are recognised by their beginning, so that a strange one may be no such file at all."""


def armed(data: bytes, name: str, prolog: str, secret: Path) -> bytes:
    """Return XML with a prolog before its root and what it declares used in its first text."""
    text = data.decode("utf-8")
    start = text.index("?>") + 2 if text.startswith("<?xml") else 0
    root = text.index("<", start)
    inside = INCLUDE.format(secret=secret.as_uri()) if name == "xinclude" else "&l9;"
    for tag in ("<w:t>", "<t>", "<seg>", "<term>", "<source>", "<target>"):
        if tag in text:
            text = text.replace(tag, f"{tag}{inside}", 1)
            break
    return (text[:root] + prolog.replace("DOCTYPE R", "DOCTYPE root") + text[root:]).encode()


def hostile(kind: str, name: str, prolog: str, secret: Path) -> bytes:
    """Return a file of one kind with one attack in it."""
    importer = IMPORTERS[kind]
    seed = importer.seeds()[0]
    if importer.ending not in PARTS:
        return armed(seed, name, prolog, secret)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            new.writestr(
                member, armed(data, name, prolog, secret) if member == PARTS[importer.ending] else data
            )
    return out.getvalue()


def refusal_of(importer: Importer, library: Library, by: int, path: Path) -> str:
    """Bring a file in as the desk does; return what was said against it."""
    try:
        return " ".join(importer.bring_in(library, by, path))
    except WorkbenchError as error:
        return str(error)


@pytest.mark.parametrize("kind", XML)
def test_no_entity_is_expanded_fetched_or_read(tmp_path, canary, kind):
    secret = tmp_path / "secret.txt"
    secret.write_text(MARKER, "utf-8")
    importer = IMPORTERS[kind]
    asked = len(canary.asked)
    with open_library(tmp_path / "office.workbench") as library:
        by = add_person(library, "Translator A").id
        for name, prolog in attacks(canary.address, secret).items():
            path = tmp_path / f"{name}{importer.ending}"
            path.write_bytes(hostile(kind, name, prolog, secret))
            began = time.thread_time()
            if name == "xinclude":
                with contextlib.suppress(FormatError):  # XLIFF 2 refuses every element it does not know
                    importer.read(path)  # others leave it as it is: nothing of it is followed
            else:
                with pytest.raises(FormatError) as refused:
                    importer.read(path)
                is_told = any(word in str(refused.value) for word in ("declares", "document type", "DTD"))
                assert is_told or kind in EXCHANGED, f"{name}: {refused.value}"
            assert MARKER not in refusal_of(importer, library, by, path)
            assert time.thread_time() - began < SECONDS
    assert len(canary.asked) == asked
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("office.workbench*"))
    assert MARKER.encode() not in stored


def test_the_canary_sings_and_the_marker_is_found(tmp_path, canary):
    import urllib.request

    with urllib.request.urlopen(f"{canary.address}/control") as answer:
        answer.read()
    assert "/control" in canary.asked
    path = tmp_path / "one.txt"
    path.write_text(f"Title\n\n{MARKER} is text of an article.\n", "utf-8")
    with open_library(tmp_path / "office.workbench") as library:
        list(import_all(library, [str(path)], ImportReport()))
    assert MARKER.encode() in b"".join(each.read_bytes() for each in tmp_path.glob("office.workbench*"))


# --- archives and sheets that claim more than they hold ---------------------------------------------------------


def packed(data: bytes, part: str, content: bytes) -> bytes:
    """Return an archive with another content of one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == part else old.read(member))
    return out.getvalue()


READ = (
    "import json, sys, time; from pathlib import Path; from tests.reliability.importers import IMPORTERS\n"
    "began = time.process_time(); said = 'read'\n"
    "try:\n    IMPORTERS[sys.argv[1]].read(Path(sys.argv[2]))\n"
    "except Exception as error:\n    said = f'{type(error).__name__}: {error}'\n"
    "peak = int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]) // 1024\n"
    "print(json.dumps([said, time.process_time() - began, peak]))\n"
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}<sheetData>{}</sheetData></worksheet>'
ROW = '<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>'


def read_in_child(kind: str, path: Path) -> tuple[str, float, int]:
    """Read a file in a process of its own; return what came of it, its seconds and its megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", READ, kind, str(path)],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-500:]
    said, seconds, megabytes = json.loads(done.stdout)
    return said, seconds, megabytes


@pytest.mark.parametrize(
    ("kind", "part", "content"),
    [
        ("docx", "word/document.xml", b"<a>" + b" " * 300_000_000),
        ("docx", "word/media/image1.png", b"\0" * 300_000_000),
        ("memory-xlsx", "xl/worksheets/sheet1.xml", b"<a>" + b" " * 300_000_000),
        ("terms-xlsx", "xl/workbook.xml", b"<a>" + b" " * 300_000_000),
        ("memoq-zip", "document.mqxliff", b"<a>" + b" " * 300_000_000),
    ],
)
def test_a_bomb_is_not_unpacked(tmp_path, kind, part, content):
    importer = IMPORTERS[kind]
    path = tmp_path / f"bomb{importer.ending}"
    seed = importer.seeds()[0]
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        if part not in archive.namelist():
            pytest.skip("this seed has no such part")
    path.write_bytes(packed(seed, part, content))
    said, seconds, megabytes = read_in_child(kind, path)
    assert said.startswith("FormatError")
    assert seconds < SECONDS
    assert megabytes < 512


@pytest.mark.parametrize(
    "sheet",
    [
        SHEET.format('<dimension ref="A1:XFD1048576"/>', ROW.format(row=1, cell="A1")),
        SHEET.format("", ROW.format(row=999_999_999, cell="A999999999")),
        SHEET.format("", ROW.format(row=1_048_576, cell="XFD1048576")),
        SHEET.format("", "".join(ROW.format(row=n, cell=f"XFD{n}") for n in range(1, 3_000))),
    ],
)
def test_rows_and_columns_that_are_only_claimed_are_not_made(tmp_path, sheet):
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(packed(workbook([["a", "b"]]), "xl/worksheets/sheet1.xml", sheet.encode()))
    _, seconds, megabytes = read_in_child("memory-xlsx", path)
    assert seconds < SECONDS + 3
    assert megabytes < 512


def test_a_trados_file_whose_tables_are_endless_views_is_refused(tmp_path):
    path = tmp_path / "endless.sdltm"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE translation_memories (id, source_language, target_language);"
            "CREATE VIEW translation_units AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            "SELECT x AS id, 1 AS translation_memory_id, '' AS source_segment, '' AS target_segment, '' AS creation_date, "
            "'' AS creation_user, '' AS change_date, '' AS change_user FROM n;"
        )
    with pytest.raises(FormatError, match="endless"):
        IMPORTERS["sdltm"].read(path)


# --- headers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        "Plural-Forms: nplurals=999999999; plural=n;",
        "Plural-Forms: nplurals=2; plural=n/0;",
        f"Plural-Forms: nplurals=2; plural={'(' * 100_000}n{')' * 100_000};",
        "Plural-Forms: nplurals=2; plural=__import__('os').system('false');",
        "X-Poedit-SearchPath-0: ../../..",
        f"X-Long: {'x' * 1_000_000}",
        "PO-Revision-Date: 99999-99-99 99:99+9999",
    ],
)
def test_what_the_head_of_a_po_file_says_is_never_done(header):
    data = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"{header}\\n"\n\nmsgid "甲"\nmsgstr "A"\n'
    began = time.thread_time()
    (row,) = PO.read_exchange(data.encode()).rows
    assert (row.source, row.target) == ("甲", "A")
    assert time.thread_time() - began < 1.0


# --- cut files --------------------------------------------------------------------------------------------------

WHOLE = [
    "docx",
    "xliff12",
    "xliff21",
    "bilingual-docx",
    "tmx",
    "tbx",
    "memoq",
    "memoq-zip",
    "memory-xlsx",
    "terms-xlsx",
    "json",
]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_cut_anywhere_is_refused_and_nothing_of_it_is_kept(tmp_path, kind):
    importer = IMPORTERS[kind]
    data = importer.seeds()[0].rstrip()
    path = tmp_path / f"cut{importer.ending}"
    with open_library(tmp_path / "office.workbench") as library:
        by = add_person(library, "Translator A").id
        watch = sqlite3.connect(str(library.path))
        (before,) = watch.execute("PRAGMA data_version").fetchone()
        for number in range(1, 101):
            path.write_bytes(data[: max(1, len(data) * number // 101)])
            assert refusal_of(importer, library, by, path), number
        assert watch.execute("PRAGMA data_version").fetchone() == (before,)
        watch.close()


@pytest.mark.parametrize("ending", [".tmx", ".csv", ".xlsx"])
def test_nothing_of_a_long_memory_whose_end_is_damaged_is_kept(tmp_path, ending):
    path = tmp_path / f"long{ending}"
    rows = [[f"第{number}句。", f"Sentence {number}."] for number in range(12_000)]
    if ending == ".tmx":
        write_units(path, (UNITS[0]._replace(source=one, target=two) for one, two in rows))
        path.write_bytes(path.read_bytes()[:-200])
    elif ending == ".csv":
        path.write_bytes(table(rows) + b'"x' + b"y" * 140_000)
    else:
        whole = workbook(rows)
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            sheet = archive.read("xl/worksheets/sheet1.xml")
        path.write_bytes(packed(whole, "xl/worksheets/sheet1.xml", sheet[:-300]))
    with open_library(tmp_path / "office.workbench") as library:
        with pytest.raises(FormatError):
            list(import_memory(library, path, ExchangeReport()))
        with library.reading() as tx:
            assert tx.memories.count() == 0
