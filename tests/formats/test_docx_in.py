"""Documents come in as their accepted view, with headings, captions and pictures; damaged ones not at all."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from workbench.errors import FormatError
from workbench.formats.docx_in import read_docx
from workbench.formats.reading import read_bytes
from workbench.model.kinds import SegmentKind

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def png(width: int = 80, height: int = 60) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x40\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def article():
    document = docx.Document()
    document.add_paragraph("首页>新闻>要闻")
    document.add_heading("湖南推动对外开放", 0)
    document.add_paragraph("2020-04-03 来源：湖南日报 作者：张三")
    document.add_picture(io.BytesIO(png()))
    document.add_paragraph("图为会议现场。（李四 摄）", style="Caption")
    document.add_paragraph("4月2日，会议在长沙召开。会议强调，要扩大开放。")
    document.add_heading("扩大经贸合作", 2)
    document.add_paragraph("会议指出，要拓展经贸合作，加强人文交流。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "进出口总额"
    table.cell(0, 1).text = "4342亿元，同比增长41.2%。"
    document.add_paragraph("责任编辑：王五")
    return document


def test_a_document_is_filed_in_fields():
    page = read_bytes(saved(article()), "a.docx", WORD)
    assert page.headline == "湖南推动对外开放"
    assert page.section == "首页 > 新闻 > 要闻"
    assert str(page.published) == "2020-04-03"
    assert (page.outlet, page.author, page.photo_credit) == ("湖南日报", "张三", "李四")
    assert [(block.kind, block.text, block.photo) for block in page.blocks[1:]] == [
        (SegmentKind.CAPTION, "图为会议现场。", 0),
        (SegmentKind.BODY, "4月2日，会议在长沙召开。会议强调，要扩大开放。", None),
        (SegmentKind.SUBHEADING, "扩大经贸合作", None),
        (SegmentKind.BODY, "会议指出，要拓展经贸合作，加强人文交流。", None),
        (SegmentKind.BODY, "进出口总额", None),
        (SegmentKind.BODY, "4342亿元，同比增长41.2%。", None),
    ]
    assert [(photo.media_type, photo.credit) for photo in page.photos] == [("image/png", "李四")]
    assert page.photos[0].data == png()
    assert ("王五", "editor’s name") in [(drop.text, drop.reason) for drop in page.dropped]


def with_xml(xml: str) -> bytes:
    document = docx.Document()
    document.add_heading("Headline of the day", 0)
    document.element.body.insert(1, parse_xml(xml))
    return saved(document)


def body_of(data: bytes) -> list[str]:
    return [block.text for block in read_docx(data, "a.docx").blocks[1:]]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<w:r><w:t xml:space="preserve">Kept </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>inserted</w:t></w:r></w:ins>', "Kept inserted"),
        ('<w:r><w:t>Kept</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText> deleted</w:delText></w:r></w:del>', "Kept"),
        ('<w:moveTo w:id="1" w:author="A"><w:r><w:t>Moved here</w:t></w:r></w:moveTo><w:moveFrom w:id="2" w:author="A"><w:r><w:t>away</w:t></w:r></w:moveFrom>', "Moved here"),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>Link text</w:t></w:r></w:hyperlink>', "Link text"),
        ("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r>", "One two-three"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Shown result</w:t></w:r>', "Shown result"),
        ("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>pinyin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Base text</w:t></w:r></w:rubyBase></w:ruby></w:r>", "Base text"),
        ("<w:sdt><w:sdtContent><w:r><w:t>In a content control</w:t></w:r></w:sdtContent></w:sdt>", "In a content control"),
        ("<w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "Seen"),
    ],
)  # fmt: skip
def test_a_paragraph_is_read_as_accepted(inner, expected):
    assert body_of(with_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")) == [expected]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next():
    document = docx.Document()
    document.add_heading("Headline", 0)
    mark = f'<w:p {nsdecls("w")}><w:pPr><w:rPr><w:del w:id="9" w:author="A"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">First half </w:t></w:r></w:p>'
    document.element.body.insert(1, parse_xml(mark))
    document.add_paragraph("second half.")
    assert body_of(saved(document)) == ["First half second half."]


def test_a_deleted_table_row_is_gone_and_a_line_break_makes_a_paragraph():
    document = docx.Document()
    document.add_heading("Headline", 0)
    table = document.add_table(rows=2, cols=1)
    table.cell(0, 0).text = "Stays in the table."
    table.cell(1, 0).text = "Goes with its row."
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="A"/>'))
    document.add_paragraph("One line.\nAnother line.")
    assert body_of(saved(document)) == ["Stays in the table.", "One line.", "Another line."]


def test_a_centred_line_under_a_picture_is_its_caption():
    document = docx.Document()
    document.add_heading("Headline", 0)
    document.add_paragraph("The first paragraph of the article is long enough.")
    document.add_picture(io.BytesIO(png()))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("The hall before the meeting").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("The second paragraph of the article.")
    kinds = [block.kind for block in read_docx(saved(document), "a.docx").blocks]
    assert kinds == [SegmentKind.HEADLINE, SegmentKind.BODY, SegmentKind.CAPTION, SegmentKind.BODY]


def test_headers_and_hidden_text_are_listed():
    document = article()
    document.sections[0].header.paragraphs[0].text = "Internal draft"
    page = read_docx(saved(document), "a.docx")
    assert ("Internal draft", "page header") in [(drop.text, drop.reason) for drop in page.dropped]


def repacked(data: bytes, change) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            content = change(item, old.read(item))
            if content is not None:
                new.writestr(item, content)
    return buffer.getvalue()


def without_document(name, content):
    return None if name == "word/document.xml" else content


def with_entity(name, content):
    if name != "word/document.xml":
        return content
    return re.sub(
        rb"<w:document",
        b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document',
        content,
        count=1,
    )


def cut_document(name, content):
    return content[:300] if name == "word/document.xml" else content


def without_body(name, content):
    return content.replace(b"w:body>", b"w:corpse>") if name == "word/document.xml" else content


@pytest.mark.parametrize("change", [without_document, with_entity, cut_document, without_body])
def test_a_broken_document_is_refused_with_a_sentence(change):
    with pytest.raises(FormatError) as refusal:
        read_bytes(repacked(saved(article()), change), "a.docx")
    assert str(refusal.value).startswith("a.docx ")
    assert str(refusal.value).endswith(".")


def test_a_document_cut_anywhere_is_refused():
    data = saved(article())
    for cut in range(4, len(data), len(data) // 100):
        with pytest.raises(FormatError):
            read_bytes(data[:cut], "a.docx")


def test_a_missing_picture_is_a_problem_and_the_text_still_comes():
    page = read_bytes(
        repacked(saved(article()), lambda name, content: None if "media/" in name else content), "a.docx"
    )
    assert page.photos == []
    assert "missing" in page.problems[0].message


def test_pictures_outside_the_document_are_never_read():
    def linked(name, content):
        if name == "word/_rels/document.xml.rels":
            return re.sub(
                rb'Target="media/[^"]+"', b'Target="file:///etc/passwd" TargetMode="External"', content
            )
        return content

    assert read_bytes(repacked(saved(article()), linked), "a.docx").photos == []


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"\.doc"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"%PDF-1.7\n" + b"x" * 500, "PDF"),
        (png(), "picture"),
        (b"This is no document at all.", "damaged"),
        (b"", "empty"),
    ],
)
def test_other_files_named_docx_are_refused_by_what_they_are(data, word):
    with pytest.raises(FormatError, match=word):
        read_bytes(data, "report.docx")


@pytest.mark.parametrize(
    ("member", "word"),
    [
        ("xl/workbook.xml", "spreadsheet"),
        ("ppt/a.xml", "presentation"),
        ("content.xml", "OpenDocument"),
        ("x", "ZIP"),
    ],
)
def test_other_archives_are_refused_by_what_they_are(member, word):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "<a/>")
    with pytest.raises(FormatError, match=word):
        read_bytes(buffer.getvalue(), "a.docx")
