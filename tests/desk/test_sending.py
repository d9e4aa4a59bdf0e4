"""Exchange files out and back in: what was changed comes in, what would cost somebody's work does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.desk.arranging import set_locked
from workbench.desk.commenting import read_comments
from workbench.desk.editing import save_text, undo
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.reading import open_edition, read_history
from workbench.desk.reviewing import submit
from workbench.desk.sending import send, take_back
from workbench.errors import FormatError, RefusedError, WorkbenchError

FORMATS = {"po": "po", "xliff12": "xlf", "xliff21": "xlf", "bilingual-docx": "docx", "json": "json"}
HEADLINE = "Governor Xu Chairs Meeting on International Friendship City Work"


def sent(office, tmp_path: Path, format_key: str = "po") -> Path:
    return send(
        office.library, office.translator, office.key, format_key, tmp_path / f"out.{FORMATS[format_key]}"
    )


def reworded(path: Path, before: str, after: str) -> Path:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    return path


@pytest.mark.parametrize("format_key", FORMATS)
def test_a_file_that_nobody_touched_changes_nothing(office, tmp_path, format_key):
    office.translate()
    before = office.rows()
    report = take_back(office.library, office.translator, sent(office, tmp_path, format_key))
    assert (report.changed, report.clashes, report.comments, report.claimed) == ([], [], 0, [])
    assert report.unchanged == len(before)
    assert [row.state for row in office.rows()] == [row.state for row in before]


@pytest.mark.parametrize("format_key", ["po", "xliff12", "xliff21"])
def test_a_changed_row_comes_in_as_an_import_and_is_a_draft_again(office, tmp_path, format_key):
    office.translate()
    file = reworded(sent(office, tmp_path, format_key), HEADLINE, "Governor Xu Chairs a Meeting")
    report = take_back(office.library, office.translator, file)
    assert report.changed == [1]
    row = office.row(1)
    assert (row.target, row.state, row.origin) == ("Governor Xu Chairs a Meeting", "initial", "import")
    assert row.origin_detail == file.name
    assert report.edit is not None
    undo(office.library, office.translator, report.edit.step)
    assert office.row(1).target == HEADLINE


def test_a_row_changed_here_meanwhile_is_a_clash_with_both_texts(office, tmp_path):
    office.translate()
    file = reworded(sent(office, tmp_path), HEADLINE, "Theirs")
    save_text(office.library, office.translator, office.row(1).target_id, "Ours")
    report = take_back(office.library, office.translator, file)
    (clash,) = report.clashes
    assert (clash.number, clash.ours, clash.theirs) == (1, "Ours", "Theirs")
    assert office.row(1).target == "Ours"


def test_a_row_changed_here_only_stays_without_a_word(office, tmp_path):
    office.translate()
    file = sent(office, tmp_path)
    save_text(office.library, office.translator, office.row(1).target_id, "Ours")
    report = take_back(office.library, office.translator, file)
    assert (report.changed, report.clashes) == ([], [])
    assert office.row(1).target == "Ours"


def test_a_locked_row_and_a_changed_source_are_reported(office, tmp_path):
    office.translate()
    file = reworded(sent(office, tmp_path), HEADLINE, "Theirs")
    reworded(file, "省委副书记乌兰讲话", "省委书记讲话")
    reworded(file, "Wu Lan", "Wulan")
    set_locked(office.library, office.translator, office.row(1).target_id, is_locked=True)
    report = take_back(office.library, office.translator, file, force=True)
    why = {clash.number: clash.why for clash in report.clashes}
    assert why[1] == "The segment is locked."
    assert "The source was changed in the file." in why.values()


def test_an_approval_claimed_by_a_file_approves_nothing(office, tmp_path):
    office.translate()
    file = sent(office, tmp_path, "xliff21")
    reworded(file, 'state="translated"', 'state="reviewed"')
    report = take_back(office.library, office.translator, file)
    assert report.claimed == [row.number for row in office.rows()]
    assert {row.state for row in office.rows()} == {"translated"}


def test_comments_come_in_once(office, tmp_path):
    office.translate()
    file = sent(office, tmp_path)
    reworded(file, '"Language: en', '"Language: en')
    text = file.read_text("utf-8")
    place = text.index("msgctxt")
    file.write_text(text[:place] + "# Is this her title?\n" + text[place:], "utf-8")
    for expected in (1, 0):
        report = take_back(office.library, office.translator, file)
        assert report.comments == expected
    (comment,) = read_comments(office.library, office.edition_id)
    assert "Is this her title?" in comment.text


def test_a_file_that_changes_almost_everything_has_to_be_meant(office, tmp_path):
    office.translate()
    file = sent(office, tmp_path)
    text = file.read_text("utf-8")
    file.write_text(text.replace("Hunan", "HUNAN").replace("and", "&").replace("of", "OF"), "utf-8")
    with pytest.raises(RefusedError) as refused:
        take_back(office.library, office.translator, file)
    assert refused.value.reasons[0].code == "mass-change"
    assert office.row(1).target == HEADLINE
    assert len(take_back(office.library, office.translator, file, force=True).changed) > 9


def test_who_may_not_edit_may_not_merge(office, tmp_path):
    office.translate()
    file = reworded(sent(office, tmp_path), HEADLINE, "Theirs")
    submit(office.library, office.translator, office.key)
    with pytest.raises(RefusedError):
        take_back(office.library, office.translator, file)
    assert take_back(office.library, office.reviewer, file).changed == [1]
    assert read_history(office.library, office.row(1).target_id)[0].person == "Reviewer A"


def test_a_page_cannot_be_sent_and_a_letter_not_merged(office, tmp_path):
    with pytest.raises(FormatError):
        send(office.library, office.translator, office.key, "html", tmp_path / "x.html")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague")
    for path in (letter, tmp_path, tmp_path / "missing.po"):
        with pytest.raises(WorkbenchError):
            take_back(office.library, office.translator, path)


FOREIGN = """msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "省长会见客人"
msgstr "Governor Meets Guests"

msgid "会议今天在长沙召开。大家讨论了合作。"
msgstr "The meeting was held in Changsha today. Cooperation was discussed."

msgid "会议闭幕。"
msgstr ""
"""


def test_a_foreign_file_becomes_an_article_with_its_translations_as_drafts(office, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "foreign.po").write_text(FOREIGN, "utf-8")
    report = ImportReport()
    for _ in import_all(office.library, [str(tmp_path / "in")], report, by=office.translator):
        pass
    assert not report.problems
    rows = open_edition(office.library, report.added[0].key).rows
    assert [row.target for row in rows] == [
        "Governor Meets Guests",
        "The meeting was held in Changsha today. Cooperation was discussed.",
        "",
    ]
    assert {row.state for row in rows} == {"initial"}


def test_our_own_file_is_not_imported_a_second_time(office, tmp_path):
    report = ImportReport()
    for _ in import_all(office.library, [str(sent(office, tmp_path))], report):
        pass
    assert not report.added
    assert "workbench merge" in report.problems[0].message
