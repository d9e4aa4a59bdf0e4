"""The Word page: real styles, both fonts, nothing hidden."""

from __future__ import annotations

import io
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from workbench.errors import FormatError
from workbench.formats.docx_out import FORMAT


def _document(page):
    return docx.Document(io.BytesIO(FORMAT.write(page)))


def test_parts_of_the_page_carry_real_styles(full_page):
    styles = [paragraph.style.name for paragraph in _document(full_page).paragraphs]
    assert styles == [
        "Page Path", "Title", "Page Date", "Picture", "Caption", "Picture", "Caption",
        "Lead", "Normal", "Heading 2", "Normal", "Byline", *["Page Credits"] * 5,
    ]  # fmt: skip


def test_fonts_are_named_for_both_scripts_and_the_language_is_set(page):
    document = _document(page)
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert (fonts.get(qn("w:ascii")), fonts.get(qn("w:eastAsia"))) == ("Times New Roman", "SimSun")
    language = document.styles.element.find(".//" + qn("w:lang"))
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-US", "zh-CN")


def test_nothing_in_the_file_names_a_person_a_program_or_a_place_outside(full_page):
    data = FORMAT.write(full_page)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == full_page.headline
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(
            archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))
        )
        assert not [name for name in archive.namelist() if "thumbnail" in name or "vba" in name.lower()]
    assert b'TargetMode="External"' not in everything
    for forbidden in (b"w:instrText", b"w:fldSimple", b"w:fldChar", b"python-docx", b"attachedTemplate"):
        assert forbidden not in everything


def test_only_parts_and_styles_that_a_page_needs_are_in_the_file(page):
    data = FORMAT.write(page)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert sorted(parts.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
        assert b"Theme" not in parts.read("word/styles.xml").replace(b"themeColor", b"")
    assert len(data) < 8_000


def test_pictures_are_inside_with_their_alternative_text(full_page):
    document = _document(full_page)
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [
        "People at a <table>",
        "",
    ]


def test_a_picture_that_word_cannot_show_is_named(page):
    webp = b"RIFF\x24\0\0\0WEBPVP8 " + bytes(24)
    broken = replace(page, photos=(replace(page.photos[0], name="hall.webp", data=webp),))
    with pytest.raises(FormatError, match=r"Word cannot show hall\.webp"):
        FORMAT.write(broken)


def test_a_damaged_picture_is_named(page):
    broken = replace(
        page, photos=(replace(page.photos[0], name="hall.png", data=b"\x89PNG\r\n\x1a\n" + b"\0" * 9),)
    )
    with pytest.raises(FormatError, match=r"hall\.png is damaged"):
        FORMAT.write(broken)


@pytest.mark.outside("soffice")
def test_libreoffice_reads_every_paragraph(full_page, tmp_path):
    source = tmp_path / "page.docx"
    source.write_bytes(FORMAT.write(full_page))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "page.txt").read_text("utf-8-sig")
    for wanted in (
        full_page.headline,
        *(line for block in full_page.blocks for line in block.text.split("\n")),
    ):
        assert wanted in text
