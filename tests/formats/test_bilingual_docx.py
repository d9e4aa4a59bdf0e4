"""The Word table: what a reader changes in Word or LibreOffice comes back, row by row."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx_plus.revisions import mark_deletion, mark_insertion
from tests.formats.office_macro import replace_words

from workbench.errors import FormatError
from workbench.formats.bilingual_docx import FORMAT
from workbench.model.kinds import State


@pytest.fixture
def table(full_page):
    return docx.Document(io.BytesIO(FORMAT.write(full_page)))


def _read(document):
    stream = io.BytesIO()
    document.save(stream)
    return {row.number: row for row in FORMAT.read_rows(stream.getvalue())}


def test_the_table_shows_number_source_target_state_and_comments(table):
    assert [cell.text for cell in table.tables[0].rows[0].cells] == [
        "No.",
        "Chinese",
        "English",
        "State",
        "Comments",
    ]
    cells = [cell.text for cell in table.tables[0].rows[3].cells]
    assert cells[1:4] == ["第二句。", table.tables[0].rows[3].cells[2].text, "returned\nTone: too literal"]
    assert "Reviewer E: Is <100%> right? Please check & answer." in table.tables[0].rows[1].cells[4].text


def test_a_text_typed_over_comes_back(table):
    paragraph = table.tables[0].rows[4].cells[2].paragraphs[0]
    paragraph.add_run("The third sentence.")
    paragraph.add_run().add_break()
    paragraph.add_run("Its second line.")
    assert _read(table)[4].target == "The third sentence.\nIts second line."


def test_tracked_changes_are_read_as_accepted_and_their_author_named(table):
    paragraph = table.tables[0].rows[5].cells[2].paragraphs[0]
    mark_deletion(paragraph.runs[0], author="Reader G")
    mark_insertion(paragraph.add_run("A better fourth sentence"), author="Reader G")
    row = _read(table)[5]
    assert (row.target, row.changed_by) == ("A better fourth sentence", ("Reader G",))


def test_a_paragraph_split_under_tracking_and_joined_again_is_one(table):
    cell = table.tables[0].rows[5].cells[2]
    second = cell.add_paragraph(" and more")
    assert _read(table)[5].target == "A draft of the fourth sentence\n and more"
    first = cell.paragraphs[0]._p
    mark = first.get_or_add_pPr().makeelement(qn("w:rPr"))
    mark.append(mark.makeelement(qn("w:del"), {qn("w:author"): "Reader G", qn("w:id"): "900"}))
    first.get_or_add_pPr().append(mark)
    assert second.text == " and more"
    assert _read(table)[5].target == "A draft of the fourth sentence and more"


def test_comments_of_word_come_back_with_author_and_words(table):
    cell = table.tables[0].rows[5].cells[2]
    table.add_comment(cell.paragraphs[0].runs, text="Which report?\nPlease name it.", author="Reader G")
    comment = _read(table)[5].comments[0]
    assert (comment.person, comment.text) == ("Reader G", "Which report?\nPlease name it.")


def test_a_remark_in_the_last_column_is_a_new_comment_and_old_ones_stay(table, full_page):
    table.tables[0].rows[1].cells[4].add_paragraph("A new remark")
    comments = _read(table)[1].comments
    assert comments[:2] == full_page.rows[0].comments
    assert [each.text for each in comments[2:]] == ["A new remark"]


@pytest.mark.parametrize(("word", "state"), [("Approved", State.REVIEWED), ("confirmed", State.TRANSLATED)])
def test_a_state_written_into_the_table_is_a_claim(word, state, table):
    table.tables[0].rows[5].cells[3].paragraphs[0].runs[0].text = word
    assert _read(table)[5].state is state


def test_a_row_taken_out_is_noticed(table):
    row = table.tables[0].rows[5]._tr
    row.getparent().remove(row)
    with pytest.raises(FormatError, match="should hold 10 rows and holds 9"):
        _read(table)


def test_a_row_without_our_number_is_noticed(table):
    table.tables[0].add_row()
    with pytest.raises(FormatError, match="neither added nor removed"):
        _read(table)


def test_a_row_moved_keeps_its_number(table):
    rows = table.tables[0].rows
    rows[1]._tr.addprevious(rows[6]._tr)
    assert _read(table)[6].reason == "an end mark is not translated"


def test_another_word_file_is_refused(page):
    stream = io.BytesIO()
    docx.Document().save(stream)
    with pytest.raises(FormatError, match="not a bilingual table"):
        FORMAT.read_rows(stream.getvalue())


def test_a_thousand_rows_are_written_and_read(page):
    rows = tuple(replace(page.rows[1], key=f"t{number}", number=number) for number in range(1, 1001))
    long = replace(page, rows=rows)
    assert FORMAT.differences(long, FORMAT.write(long)) == []


@pytest.mark.outside("soffice")
def test_libreoffice_keeps_everything_through_a_round_of_saving(full_page, tmp_path):
    source, out = tmp_path / "table.docx", tmp_path / "out"
    document = docx.Document(io.BytesIO(FORMAT.write(full_page)))
    paragraph = document.tables[0].rows[5].cells[2].paragraphs[0]
    mark_insertion(paragraph.add_run(", changed"), author="Reader G")
    document.add_comment(paragraph.runs, text="Is it so?", author="Reader G")
    document.save(str(source))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    rows = FORMAT.read_rows((out / "table.docx").read_bytes())
    for sent, back in zip(full_page.rows, rows, strict=True):
        assert (back.key, back.source, back.state) == (sent.key, sent.source, sent.state)
        assert back.target == (f"{sent.target}, changed" if sent.number == 5 else sent.target)
    assert rows[4].changed_by == ("Reader G",)
    assert [(each.person, each.text) for each in rows[4].comments] == [("Reader G", "Is it so?")]
    assert rows[0].comments == full_page.rows[0].comments


@pytest.mark.outside("soffice")
@pytest.mark.parametrize("tracked", [True, False])
def test_words_that_a_reader_replaces_in_libreoffice_come_back(full_page, tmp_path, tracked):
    source, out = tmp_path / "table.docx", tmp_path / "back.docx"
    source.write_bytes(FORMAT.write(full_page))
    row = next(each for each in full_page.rows if len(each.target.split()) > 3)
    word = max(row.target.split(), key=len).strip(".,")
    replace_words(source, out, word, "REPLACED", tracked=tracked)
    rows = {each.key: each for each in FORMAT.read_rows(out.read_bytes())}
    assert rows[row.key].target == row.target.replace(word, "REPLACED")
    assert bool(rows[row.key].changed_by) is tracked
    for sent in full_page.rows:
        if word not in sent.target and word not in sent.source:
            assert rows[sent.key].target == sent.target
            assert rows[sent.key].comments == sent.comments
