"""Mutated files: every one is read or refused with our sentence, none hangs, nothing else is raised."""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from workbench.errors import FormatError
from workbench.formats.reading import read_bytes, read_text

DATA = Path(__file__).parents[1] / "data"
ROUNDS = int(os.environ.get("WORKBENCH_FUZZ", "2000"))
SEED = 20200403
LONGEST_SECONDS = 5.0
NASTY = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<!ENTITY x 'y'>", b"<![CDATA[", b"]]>", b"&#0;", b"&#xD800;", b"&lt;",
    b"<table>" * 300, b"<div>" * 400, b"</div>" * 50, b"<br>" * 50, b"<img src=data:image/png;base64,AAAA>", b"<script>", b"<!--",
    b'<meta charset="utf-7">', b'<meta charset="unicode_escape">', b"\x1b$B", b"9" * 400, "：".encode() * 300, "来源：".encode() * 100,
    "（".encode() * 300, b"2020-13-45 " * 20, b"<a href='//'>", b"<html><body>", b"http://[::1", b"<base href='http://[::1'>",
]  # fmt: skip


def mutate_bytes(data: bytes, rng: random.Random) -> bytes:
    raw = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(raw) + 1)
        match rng.randrange(5):
            case 0:
                raw[at : at + rng.randint(1, 40)] = b""
            case 1:
                raw[at:at] = rng.choice(NASTY)
            case 2:
                raw[at : at + 4] = rng.randbytes(4)
            case 3:
                raw[at:at] = raw[rng.randrange(len(raw) + 1) :][: rng.randint(1, 200)]
            case _:
                raw = raw[: max(1, at)] if rng.random() < 0.3 else raw
    return bytes(raw)


def mutate_tree(data: bytes, rng: random.Random, parse) -> bytes:
    root = parse(data)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    for _ in range(rng.randint(1, 5)):
        node = rng.choice(nodes)
        other = rng.choice(nodes)
        match rng.randrange(6):
            case 0 if node.getparent() is not None:
                node.getparent().remove(node)
            case 1:
                node.tag = other.tag
            case 2:
                node.text = rng.choice(
                    ["", "来源：", "x" * 5000, "（摄）", "2020-02-31", "首页>" * 50, "\u202e", "责任编辑：A"]
                )
            case 3 if node.attrib:
                node.attrib[rng.choice(list(node.attrib))] = rng.choice(
                    ["", "-1", "99999999999", "display:none", "../../x", "http://[", "é"]
                )
            case 4 if (
                node not in list(other.iterancestors()) and node is not other and node.getparent() is not None
            ):
                other.append(node)
            case _:
                node.tail = "尾" * rng.randint(1, 50)
    return etree.tostring(root, encoding="utf-8")


def html_tree(data: bytes):
    return etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


def document() -> bytes:
    made = docx.Document()
    made.add_heading("湖南推动对外开放", 0)
    made.add_paragraph("2020-04-03 来源：湖南日报")
    made.add_paragraph("4月2日，会议在长沙召开。", style="List Bullet")
    made.add_table(rows=2, cols=2).cell(0, 0).text = "进出口"
    made.sections[0].header.paragraphs[0].text = "header"
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def mutate_document(data: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        return mutate_bytes(data, rng)
    buffer = io.BytesIO()
    target = rng.choice(
        ["word/document.xml"] * 4
        + ["word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels", "word/header1.xml"]
    )
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == target:
                content = (
                    mutate_tree(content, rng, etree.fromstring)
                    if rng.random() < 0.8
                    else mutate_bytes(content, rng)
                )
            new.writestr(name, content)
    return buffer.getvalue()


def small_page() -> bytes:
    text = (DATA / "sample_zh.txt").read_text(encoding="utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n")[3:])
    return (
        f"<html lang=zh><head><meta charset=utf-8><title>许达哲主持召开国际友好城市工作会议_湖南</title>"
        f'<script type=\'application/ld+json\'>{{"headline":"x"}}</script></head><body><div class=path>首页&gt;图片新闻</div>'
        f"<h1>许达哲主持召开国际友好城市工作会议</h1><div class=info>2020-04-03 来源：湖南日报</div><div id=zoom>"
        f"<p align=center><img src='a.jpg' alt='会议现场照片'></p>{paragraphs}</div><div class=share>分享到</div></body></html>"
    ).encode()


def seeds(kind: str) -> list[bytes]:
    if kind == "docx":
        return [document()]
    if kind == "html":
        return [
            small_page(),
            (DATA / "pages" / "zsnews.html").read_bytes(),
            (DATA / "pages" / "mingridapan.html").read_bytes(),
        ]
    chinese = (DATA / "sample_zh.txt").read_bytes()
    return [
        chinese,
        (DATA / "sample_en.txt").read_bytes(),
        chinese.decode().encode("gb18030"),
        chinese.decode().encode("utf-16"),
    ]


def mutate(kind: str, data: bytes, rng: random.Random) -> bytes:
    if kind == "docx":
        return mutate_document(data, rng)
    if kind == "html" and rng.random() < 0.6:
        return mutate_tree(data, rng, html_tree)
    return mutate_bytes(data, rng)


def read_or_none(data: bytes, name: str):
    try:
        return read_bytes(data, name)
    except FormatError:
        return None


@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
def test_mutated_files_are_read_or_refused(kind):
    rng = random.Random(f"{SEED}-{kind}")
    originals = seeds(kind)
    read = 0
    for number in range(ROUNDS):
        data = mutate(kind, rng.choice(originals), rng)
        started = time.monotonic()
        page = read_or_none(data, f"case{number}.{kind}")
        if page is not None:
            read += 1
            assert page.blocks
            assert all(block.text or block.photo is not None for block in page.blocks)
            for block in page.blocks:
                block.text.encode("utf-8")
        assert time.monotonic() - started < LONGEST_SECONDS, f"case {number} of seed {SEED} is slow"
    assert read > ROUNDS * 0.4, "most cases should get past the outer layer"


def test_mutated_pastes_are_read_or_refused():
    rng = random.Random(SEED)
    text = (DATA / "sample_en.txt").read_text(encoding="utf-8")
    signs = [
        "\0",
        "\ud800",
        "\udfff",
        "\u2028",
        "\x0b",
        "首页>",
        "来源：",
        "\u202e",
        "摄）",
        "（",
        "\U0001f600",
        "|" * 50,
        "Translator:",
    ]
    for _ in range(ROUNDS):
        pieces = [
            text[rng.randrange(len(text)) :][: rng.randint(0, 300)] + rng.choice(signs)
            for _ in range(rng.randint(1, 5))
        ]
        try:
            read_text("\n".join(pieces))
        except FormatError:
            continue
