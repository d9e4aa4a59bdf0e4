"""PO: what gettext and translators' editors expect, and what they send back."""

from __future__ import annotations

import re
import subprocess

import polib
import pytest

from workbench.errors import FormatError
from workbench.formats.po import FORMAT
from workbench.model.kinds import State


@pytest.mark.outside("msgfmt")
def test_msgfmt_finds_nothing_to_say(full_page, page, tmp_path):
    for number, each in enumerate((page, full_page)):
        path = tmp_path / f"{number}.po"
        path.write_bytes(FORMAT.write(each))
        done = subprocess.run(
            ["msgfmt", "-c", "-v", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, "warning" in done.stderr) == (0, False), done.stderr


def test_only_reviewed_rows_are_without_fuzzy(full_page):
    entries = polib.pofile(FORMAT.write(full_page).decode())
    fuzzy = {entry.msgctxt for entry in entries if entry.fuzzy}
    assert fuzzy == {"t2", "t3", "t5"}
    assert entries.find("t3", by="msgctxt").previous_msgid == "旧的第二句。"


def test_a_change_made_in_a_po_editor_comes_back(full_page):
    entries = polib.pofile(FORMAT.write(full_page).decode())
    row = entries.find("t5", by="msgctxt")
    row.msgstr, row.flags = "The fourth sentence, done.", []
    row.tcomment = "Is this the right name?"
    rows = {each.key: each for each in FORMAT.read_rows(str(entries).encode())}
    assert (rows["t5"].target, rows["t5"].state) == ("The fourth sentence, done.", State.TRANSLATED)
    assert rows["t5"].comments[0].text == "Is this the right name?"
    assert rows["t3"].state is State.TRANSLATED
    assert rows["t3"].is_returned


def test_comments_read_before_and_new_ones_are_told_apart(full_page):
    entries = polib.pofile(FORMAT.write(full_page).decode())
    row = entries.find("t1", by="msgctxt")
    row.tcomment += "\nOne more thing."
    texts = [each.text for each in FORMAT.read_rows(str(entries).encode())[0].comments]
    assert texts == [*(each.text for each in full_page.rows[0].comments), "One more thing."]


def test_a_missing_row_of_ours_is_noticed(full_page):
    entries = polib.pofile(FORMAT.write(full_page).decode())
    entries.remove(entries.find("t5", by="msgctxt"))
    with pytest.raises(FormatError, match="should hold 10 rows and holds 9"):
        FORMAT.read_rows(str(entries).encode())


FOREIGN = b"""# a comment
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n/0;\\n"

#: a.py:3
msgid "Open"
msgstr "\xe6\x89\x93\xe5\xbc\x80"

#, fuzzy
msgctxt "menu"
msgid "Close"
msgstr "\xe5\x85\xb3"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d"
msgstr[1] ""

#~ msgid "Old"
#~ msgstr "gone"
"""


def test_a_foreign_file_is_read_with_contexts_and_plurals():
    found = FORMAT.read_exchange(FOREIGN)
    assert (found.page_key, found.language) == ("", "zh_CN")
    assert [(row.key, row.source, row.target, row.state) for row in found.rows] == [
        ("1", "Open", "打开", State.TRANSLATED),
        ("menu", "Close", "关", State.INITIAL),
        ("3[0]", "%d file", "%d", State.TRANSLATED),
        ("3[1]", "%d files", "", State.INITIAL),
    ]


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8-sig", "utf-16"])
def test_encodings_of_the_field_are_read(codec):
    name = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(codec, codec)
    text = FOREIGN.decode().replace("UTF-8", name).replace("关", "開")
    assert FORMAT.read_rows(text.replace("打开", "打開").encode(codec))[0].target == "打開"


@pytest.mark.parametrize(
    "data",
    [
        FOREIGN.replace(b"UTF-8", b"unicode_escape"),
        FOREIGN.replace(b"UTF-8", b"utf-7"),
        FOREIGN + b'msgid "x"\nmsgstr "cut',
        FOREIGN + b'msgid "x"\nmsgstr "a" nonsense\n',
        FOREIGN + b'msgid "Open"\nmsgid "twice"\n',
        b"/etc/passwd",
        b"msgid",
        FOREIGN.replace(b"\xe6\x89\x93", b"\xe6\x89"),
    ],
)
def test_a_broken_file_is_refused_whole(data):
    with pytest.raises(FormatError, match=r"^The .*\.$"):
        FORMAT.read_rows(data)


def test_a_megabyte_in_one_line_is_read_at_once():
    text = "长" * 300_000
    rows = FORMAT.read_rows(f'msgid "{text}"\nmsgstr "long"\n'.encode())
    assert rows[0].source == text


def test_the_file_reads_well_for_people(full_page):
    text = FORMAT.write(full_page).decode()
    assert "#. row 3, body, translated, returned: Tone: too literal" in text
    assert re.search(
        r"^# Reviewer E, 2020-04-03T03:05:00Z: Is <100%> right\? Please check & answer\.$", text, re.MULTILINE
    )
