"""Ways to damage a file: bytes of any file, and the structure of trees, archives, tables, JSON and SQLite files.

Byte damage is stopped by the outer layer nine times in ten; damage to the structure gets past it to our own code.
Everything is drawn from the `Random` that is handed in, so that a case is known by its seed and its number.
"""

from __future__ import annotations

import io
import json
import random
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from typing import Any

from lxml import etree
from lxml import html as lxml_html

Mutate = Callable[[bytes, random.Random], bytes]

BYTES = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<!ENTITY x 'y'>", b"<![CDATA[", b"]]>", b"&#0;", b"&#xD800;", b"&lt;",
    b"<table>" * 300, b"<div>" * 400, b"</div>" * 50, b"<br>" * 50, b"<img src=data:image/png;base64,AAAA>", b"<script>", b"<!--",
    b'<meta charset="utf-7">', b'<meta charset="unicode_escape">', b"\x1b$B", b"9" * 400, "：".encode() * 300, "来源：".encode() * 100,
    "（".encode() * 300, b"2020-13-45 " * 20, b"<a href='//'>", b"<html><body>", b"http://[::1", b"<base href='http://[::1'>",
    b"nplurals=999999999; plural=n/0;", b"(" * 2000, b"[" * 2000, b'"', b"\r", b"\t" * 40, b"%PDF-", b"PK\x03\x04",
]  # fmt: skip
TEXTS = [
    "", " ", "x" * 5000, "来源：", "（摄）", "2020-02-31", "首页>" * 50, "\u202e", "\u200b", "责任编辑：A", "-1", "99999999999999999999", "é" * 300,
    "display:none", "../../x", "http://[", "file:///etc/passwd", "0", "yes", "true", "null", "{}", "[]", "%s%n", "&lt;script&gt;", "\u2028",
    "zh", "en", "zh-CN", "xx-invalid-tag", "0000-00-00T99:99:99Z", "99991231T235959Z", "10000-01-01", "preserve", "=1+1", "@SUM(A1)", "1e999", "NaN",
    "\U0001f600" * 20, "한국어", "العربية", "a\u0301", "\t\n", "\u3000", "Translator:", "a" * 70_000,
]  # fmt: skip


def mutate_bytes(data: bytes, rng: random.Random) -> bytes:
    """Change, remove, double or insert bytes in one to six places, or cut the file off."""
    raw = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(raw) + 1)
        match rng.randrange(6):
            case 0:
                raw[at : at + rng.randint(1, 40)] = b""
            case 1:
                raw[at:at] = rng.choice(BYTES)
            case 2:
                raw[at : at + 4] = rng.randbytes(4)
            case 3:
                raw[at:at] = raw[rng.randrange(len(raw) + 1) :][: rng.randint(1, 200)]
            case 4 if raw:
                raw[at - 1] ^= 1 << rng.randrange(8)
            case _:
                raw = raw[: max(1, at)] if rng.random() < 0.3 else raw
    return bytes(raw)


def mutate_xml(data: bytes, rng: random.Random) -> bytes:
    """Move, clone, rename, nest and empty elements, and swap attributes and texts; still well-formed."""
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(data)
        _mutate_tree(root, rng)
        return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=rng.random() < 0.5))
    return mutate_bytes(data, rng)


def mutate_html(data: bytes, rng: random.Random) -> bytes:
    """Do the same to a web page, as browsers would still read it."""
    root = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(encoding="utf-8"))
    _mutate_tree(root, rng)
    return bytes(etree.tostring(root, encoding="utf-8", method="html"))


def _mutate_tree(root: Any, rng: random.Random) -> None:
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for _ in range(rng.randint(1, 5)):
        _mutate_node(rng.choice(nodes), rng.choice(nodes), rng)


def _mutate_node(node: Any, other: Any, rng: random.Random) -> None:
    match rng.randrange(11):
        case 0 if node.getparent() is not None:
            node.getparent().remove(node)
        case 1:
            node.tag = other.tag
        case 2:
            node.text = _legal(rng)
        case 3 if node.attrib:
            node.attrib[rng.choice(list(node.attrib))] = _legal(rng)
        case 4 if node.attrib:
            del node.attrib[rng.choice(list(node.attrib))]
        case 5:
            node.attrib.update(other.attrib)
        case 6 if node.getparent() is not None and not _is_within(other, node):
            other.append(node)
        case 7 if node.getparent() is not None:
            for _ in range(rng.choice([1, 1, 2, 30])):
                node.addnext(etree.fromstring(etree.tostring(node, with_tail=False)))
        case 8:
            inner = node
            for _ in range(rng.choice([2, 60, 240])):
                inner = etree.SubElement(inner, other.tag)
        case 9:
            node.insert(0, etree.Comment("inserted"))
            node.append(etree.ProcessingInstruction("what", "ever"))
        case _:
            node.tail = _legal(rng)


def _is_within(node: Any, ancestor: Any) -> bool:
    return node is ancestor or any(each is ancestor for each in node.iterancestors())


def _legal(rng: random.Random) -> str:
    """Return a nasty text that XML can carry; the long one seldom."""
    text = rng.choice(TEXTS)
    return text[:200] if len(text) > 6000 and rng.random() < 0.9 else text


def mutate_zip(data: bytes, rng: random.Random, wanted: tuple[str, ...]) -> bytes:
    """Damage one of the wanted parts of an archive, or the archive itself."""
    name = rng.choice(wanted)
    archive, kept = Archive(), _members(data)
    for member, (content, ready) in kept.items():
        if member != name:
            archive.add(ready)
        elif (damaged := _mutate_part(content, rng)) is not None:
            archive.add(Member(rng.choice(NAMES) if rng.random() < 0.05 else member, damaged))
    return archive.whole()


class Member:
    """A stored member of an archive: its two heads and its content."""

    def __init__(self, name: str, content: bytes) -> None:
        size, encoded = len(content), name.encode()
        about = struct.pack(
            "<HHHHHLLLHH", 20, 0x800, 0, 0, 33, zlib.crc32(content), size, size, len(encoded), 0
        )
        self.local = b"PK\3\4" + about + encoded + content
        self.central = b"PK\1\2\x14\3" + about + struct.pack("<HHHL", 0, 0, 0, 0o600 << 16), encoded


class Archive:
    """A ZIP archive in the making: as `zipfile` writes one without compression, in a tenth of the time."""

    def __init__(self) -> None:
        self._members: list[Member] = []

    def add(self, member: Member) -> None:
        """Add a member at the end."""
        self._members.append(member)

    def whole(self) -> bytes:
        """Return the archive."""
        pieces, directory, at = [], [], 0
        for member in self._members:
            pieces.append(member.local)
            head, name = member.central
            directory += [head, struct.pack("<L", at), name]
            at += len(member.local)
        listed, count = b"".join(directory), len(self._members)
        end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(listed), at, 0)
        return b"".join([*pieces, listed, end])


@cache
def _members(data: bytes) -> dict[str, tuple[bytes, Member]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    return {name: (content, Member(name, content)) for name, content in contents.items()}


NAMES = ["../x", "word/document.xml", "xl/workbook.xml", "a\\b", "x" * 200]


def _mutate_part(content: bytes, rng: random.Random) -> bytes | None:
    match rng.randrange(12):
        case 0:
            return None
        case 1:
            return mutate_bytes(content, rng)
        case _:
            return mutate_xml(content, rng)


def mutate_lines(data: bytes, rng: random.Random) -> bytes:
    """Change, double, drop, swap and join lines and cells, and now and then the encoding of the whole."""
    lines = data.decode("utf-8-sig").split("\n")
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(lines))
        match rng.randrange(8):
            case 0:
                lines[at] = rng.choice(TEXTS)
            case 1 if len(lines) > 1:
                del lines[at]
            case 2:
                lines.insert(at, rng.choice(lines))
            case 3:
                sign = rng.choice([",", "\t", ":", '"', "|", " "])
                lines[at] = lines[at].replace(sign, rng.choice([*TEXTS[:20], ",", "\t", '"', '""', "\\"]), 1)
            case 4:
                cut = rng.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + rng.choice(TEXTS) + lines[at][cut:]
            case 5:
                lines[at] = lines[at][::-1]
            case 6:
                cells = lines[at].split(rng.choice(["\t", ",", '"']))
                rng.shuffle(cells)
                lines[at] = rng.choice(["\t", ",", '"']).join(cells)
            case _:
                lines[at] += rng.choice(["\r", "\0", "\v", "\ud83d", "\x1a", "\\", '"', "\u2028"])
    encoding = rng.choice(["utf-8"] * 8 + ["utf-16", "gb18030", "utf-8-sig"])
    return "\n".join(lines).encode(encoding, "surrogatepass" if "utf" in encoding else "replace")


def mutate_json(data: bytes, rng: random.Random) -> bytes:
    """Swap values for others of any type, rename and drop keys, nest; still JSON."""
    document = json.loads(data)
    for _ in range(rng.randint(1, 4)):
        _mutate_value(document, rng)
    if rng.random() < 0.02:
        depth = rng.choice([50, 900, 20_000])
        return b"[" * depth + json.dumps(document).encode() + b"]" * depth
    return json.dumps(document, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def _mutate_value(document: Any, rng: random.Random) -> None:
    places = list(_places(document))
    if not places:
        return
    holder, key = rng.choice(places)
    values: list[Any] = [None, True, -1, 10**30, 1.5, float("nan"), "", [], {}, [[]], "\ud83d", *TEXTS]
    match rng.randrange(4):
        case 0 if isinstance(holder, dict):
            holder[rng.choice(["", "key", "rows", "text", "\0"])] = holder.pop(key)
        case 1:
            del holder[key]
        case 2:
            other, place = rng.choice(places)
            with suppress(KeyError, IndexError):
                holder[key] = json.loads(json.dumps(other[place]))
        case _:
            holder[key] = rng.choice(values)


def _places(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key
        yield from _places(inner)


def mutate_database(data: bytes, rng: random.Random) -> bytes:
    """Change rows and columns of a SQLite file by SQL, or flip bytes behind its header."""
    if rng.random() < 0.4:
        raw = bytearray(data)
        for _ in range(rng.randint(1, 4)):
            raw[rng.randrange(100, len(raw))] = rng.randrange(256)
        return bytes(raw)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in rng.choices(tables, k=rng.randint(1, 3)):
            with suppress(sqlite3.Error):
                _mutate_table(connection, table, rng)
        return bytes(connection.serialize())


def _mutate_table(connection: sqlite3.Connection, table: str, rng: random.Random) -> None:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    if not columns:
        return
    column = rng.choice(columns)
    stored = connection.execute(f'SELECT "{column}" FROM "{table}"').fetchone()
    match rng.randrange(8):
        case 0:
            connection.execute(f'DROP TABLE "{table}"')
        case 1:
            connection.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO other')
        case 2 | 3 | 4 if stored and isinstance(stored[0], str) and stored[0].startswith("<"):
            value = mutate_xml(stored[0].encode(), rng).decode("utf-8", "replace")
            connection.execute(f'UPDATE "{table}" SET "{column}" = ?', (value,))
        case _:
            other = rng.choice([None, 1, -(2**63), 1.5, b"\xff\xfe\0", *TEXTS])
            connection.execute(f'UPDATE "{table}" SET "{column}" = ?', (other,))
    connection.commit()
