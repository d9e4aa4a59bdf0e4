"""Damaged exchange files: one kind of error, nothing half read, no hanging. Seeds are fixed."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from lxml import etree

from workbench.errors import FormatError
from workbench.formats.registry import exchange_for

COUNT = 300
NASTY = [
    "",
    "\u0000",
    "]]>",
    "&",
    "%s",
    "-1",
    "9" * 40,
    "../..",
    "\ud83d",
    "\u202e",
    "yes",
    "{}",
    "[]",
    "null",
    "<x/>",
]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(out))
        match chance.randrange(4):
            case 0:
                out[at] = chance.randrange(256)
            case 1:
                del out[at : at + chance.randint(1, 40)]
            case 2:
                out[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
            case _:
                piece = out[at : at + chance.randint(1, 200)]
                out[at:at] = piece
    return bytes(out)


def _tree(data: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 4)):
        elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0:
                element.getparent().remove(element)
            case 1:
                element.tag = other.tag
            case 2 if element.attrib:
                element.set(chance.choice(list(element.attrib)), _legal(chance))
            case 3:
                element.text = _legal(chance)
            case _:
                element.append(etree.fromstring(etree.tostring(other, with_tail=False)))
    return etree.tostring(root)


def _legal(chance: random.Random) -> str:
    return chance.choice([each for each in NASTY if each.isprintable()])


def _member(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, _tree(content, chance) if name == "word/document.xml" else content)
    return out.getvalue()


def _lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.decode().split("\n")
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                lines[at] = chance.choice(NASTY)
            case 1:
                del lines[at]
            case 2:
                lines.insert(at, chance.choice(lines))
            case _:
                lines[at] = lines[at].replace(":", chance.choice(NASTY), 1)
        lines = lines or [""]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


SHAPED = {"xliff12": _tree, "xliff21": _tree, "bilingual-docx": _member, "po": _lines, "json": _lines}


@pytest.mark.parametrize("key", sorted(SHAPED))
@pytest.mark.parametrize("mutate", ["bytes", "shape"])
def test_a_damaged_file_is_read_or_refused_in_one_way(key, mutate, full_page):
    format_ = exchange_for(key)
    whole = format_.write(full_page)
    read = 0
    seeds = range(COUNT if key != "bilingual-docx" else COUNT // 6)
    for seed in seeds:
        chance = random.Random(f"{key} {mutate} {seed}")
        data = _bytes(whole, chance) if mutate == "bytes" else SHAPED[key](whole, chance)
        try:
            found = format_.read_exchange(data)
        except FormatError:
            continue
        read += 1
        assert len({row.key for row in found.rows}) == len(found.rows), seed
    assert read < len(seeds)
    assert read or mutate == "bytes"
