"""Sheets on paper: the sign-off sheet of an article and the statement of a person's work."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.conftest import Office, open_office

from workbench.desk import editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.counting import article_lines
from workbench.desk.signing import read_sign_off
from workbench.ui.sheets import sign_off_sheet, statement_sheet


@pytest.fixture
def approved(tmp_path: Path, qapp) -> Iterator[Office]:
    with open_office(tmp_path) as office:
        approve(office)
        yield office


def approve(office: Office) -> None:
    office.translate()
    editing.save_text(office.library, office.translator, office.row(3).target_id, "Wu Lan gave a speech.")
    editing.confirm(office.library, office.translator, [office.row(3).target_id])
    reviewing.submit(office.library, office.translator, office.key)
    editing.save_text(
        office.library, office.reviewer, office.row(4).target_id, office.row(4).target + " Yes."
    )
    accept(office.library, office.editor, office.key, "source_address", "There is none.")
    reviewing.approve(office.library, office.reviewer, office.key)


def test_the_sign_off_sheet_says_who_did_what_when_and_what_was_approved(approved):
    text = sign_off_sheet(read_sign_off(approved.library, approved.key)).text
    (approval,) = read_sign_off(approved.library, approved.key).approvals
    assert f"Reviewer A\treview, version 1: {approval.digest} · with own changes in rows 4" in text
    assert "this is the text as it stands" in text
    assert "Editor A\tsource_address (page): There is none." in text
    assert "Translator A\tsubmitted for review" in text
    assert "from a machine" in text
    assert "read by Reviewer A" in text


@pytest.mark.outside("pdftotext")
def test_the_sheet_prints_as_it_reads(approved, tmp_path):
    sheet = sign_off_sheet(read_sign_off(approved.library, approved.key))
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet.pdf())
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    found = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert sorted("".join(found.split())) == sorted("".join(sheet.text.split()))


def test_a_statement_lists_every_article_with_its_share(approved):
    lines = [line for line in article_lines(approved.library) if line.person == "Translator A"]
    text = statement_sheet("Translator A", "2026", lines).text
    assert "(100 % of the article)" in text
    assert "In all: 1 articles" in text
