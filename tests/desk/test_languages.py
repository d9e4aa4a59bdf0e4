"""One article in several languages: each edition with its own stage, people, words and page."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.desk import editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.finding_editions import find_edition
from workbench.desk.paging import make_page
from workbench.desk.publishing import PublishReport, publish, set_details
from workbench.desk.reading import open_edition, show
from workbench.desk.settling import change_setting
from workbench.desk.verifying_files import verify
from workbench.desk.withdrawing import take_down
from workbench.errors import RefusedError
from workbench.formats.html_out import HtmlFormat
from workbench.model.base import now
from workbench.model.kinds import Stage

WORDS = {
    "en": "The meeting was held.",
    "fr": "La réunion s’est tenue.",
    "ko": "회의가 열렸다.",
    "ja": "会議が開かれた。沢渡の駅に。",
}
PATHS = {"en": "Home", "fr": "Accueil", "ko": "홈", "ja": "ホーム"}


def bring_out(office, language: str, folder: Path, formats=("html",)) -> PublishReport:
    """Take the sample through every stage in a language, each sentence rendered by the same words."""
    for row in open_edition(office.library, office.key, language).rows:
        editing.save_text(office.library, office.translator, row.target_id, WORDS[language])
        editing.confirm(office.library, office.translator, [row.target_id])
    edition = open_edition(office.library, office.key, language).edition_id
    reviewing.submit(office.library, office.translator, office.key, language)
    for check, number in {(f.check, f.number) for f in _errors(office, edition)}:
        accept(office.library, office.reviewer, office.key, check, "A stand-in.", language, number=number)
    reviewing.approve(office.library, office.reviewer, office.key, language)
    for gap in ("section", "published", "outlet", "source_address", "photo_credit"):
        accept(office.library, office.editor, office.key, gap, "None.", language)
    report = PublishReport()
    for _ in publish(office.library, office.editor, [office.key], folder, list(formats), report, language):
        pass
    assert report.refused == []
    return report


def _errors(office, edition_id):
    from workbench.desk.checking import check_edition

    return [f for f in check_edition(office.library, edition_id) if f.level == "error"]


def page_of(office, language: str) -> str:
    with office.library.reading() as tx:
        _, edition = find_edition(tx, office.key, language)
        return HtmlFormat().preview(make_page(tx, edition))


def test_every_edition_has_its_own_stage(office):
    open_edition(office.library, office.key, "fr")
    office.translate()
    reviewing.submit(office.library, office.translator, office.key)
    assert open_edition(office.library, office.key).stage is Stage.IN_REVIEW
    assert open_edition(office.library, office.key, "fr").stage is Stage.DRAFTING


@pytest.mark.parametrize("language", WORDS)
def test_section_and_outlet_are_said_in_the_language_of_the_edition_or_not_at_all(office, language):
    details = open_edition(office.library, office.key, language).details
    assert details.section.split(" > ")[0] in {PATHS[language], ""}
    assert language == "en" or "Government" not in details.outlet


@pytest.mark.parametrize("language", WORDS)
def test_an_edition_is_published_in_its_language(office, tmp_path, language):
    report = bring_out(office, language, tmp_path)
    page = report.files[0].path.read_text("utf-8")
    assert f'<html lang="{language}">' in page
    assert WORDS[language] in page


def links_of(path: Path) -> dict[str, str]:
    """Return the addresses a page names for each language, itself included."""
    found = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', path.read_text("utf-8"))
    assert len(dict(found)) == len(found)
    return dict(found)


def test_each_page_names_every_language_itself_included_and_all_agree(office, tmp_path):
    pages = {language: bring_out(office, language, tmp_path).files[0].path for language in ("en", "fr", "ko")}
    names = {language: path.name for language, path in pages.items()}
    for path in pages.values():
        assert links_of(path) == names
        shown = path.read_text("utf-8").split('<nav class="languages"')[1].split("</nav>")[0]
        assert shown.count("<a ") == 2
    assert verify([tmp_path / "manifest.json"]) == []
    assert len(json.loads((tmp_path / "manifest.json").read_text("utf-8"))["pages"]) == 3


def test_a_page_alone_names_no_other_language(office, tmp_path):
    assert links_of(bring_out(office, "en", tmp_path).files[0].path) == {}


def test_the_other_formats_of_a_page_stay_right_when_its_links_are_written_again(office, tmp_path):
    english = bring_out(office, "en", tmp_path, ("html", "docx", "txt", "record")).files[0]
    report = bring_out(office, "fr", tmp_path, ("html", "docx"))
    assert report.published == [office.key]
    (again,) = [one for one in report.files if one.path == english.path]
    assert again.digest != english.digest
    assert verify([tmp_path / "manifest.json"]) == []
    assert verify([english.path.with_suffix(".docx"), english.path]) == []


def test_links_follow_the_address_of_the_site_into_the_folder_of_each_language(office, tmp_path):
    change_setting(office.library, office.editor, "site_address", "https://www.example.cn/{language}/")
    english = bring_out(office, "en", tmp_path / "en").files[0].path
    french = bring_out(office, "fr", tmp_path / "fr").files[0].path
    wanted = {
        "en": f"https://www.example.cn/en/{english.name}",
        "fr": f"https://www.example.cn/fr/{french.name}",
    }
    assert links_of(english) == links_of(french) == wanted
    assert f'<link rel="canonical" href="{wanted["en"]}">' in english.read_text("utf-8")
    assert verify([tmp_path / "en" / "manifest.json", tmp_path / "fr" / "manifest.json"]) == []


def test_a_page_alone_knows_its_address_on_the_site(office, tmp_path):
    change_setting(office.library, office.editor, "site_address", "https://www.example.cn/{language}/")
    french = bring_out(office, "fr", tmp_path).files[0].path
    assert f'<link rel="canonical" href="https://www.example.cn/fr/{french.name}">' in french.read_text(
        "utf-8"
    )
    assert f'href="https://www.example.cn/fr/{french.name}"' in page_of(office, "en")


def test_a_withdrawn_page_is_no_longer_linked_to(office, tmp_path):
    english = bring_out(office, "en", tmp_path).files[0].path
    french = bring_out(office, "fr", tmp_path).files[0].path
    assert set(links_of(english)) == {"en", "fr"}
    reviewing.withdraw(office.library, office.editor, office.key, "Wrong.", "fr")
    assert 'hreflang="fr"' not in page_of(office, "en")
    take_down(office.library, office.editor, office.key, tmp_path, "fr")
    assert links_of(english) == {}
    assert links_of(french) == {}
    assert verify([tmp_path / "manifest.json"]) == []


def test_a_correction_says_what_and_when_by_the_librarys_calendar(office, tmp_path):
    bring_out(office, "en", tmp_path)
    reviewing.correct(office.library, office.editor, office.key, reason="A title was wrong.")
    reviewing.approve(office.library, office.reviewer, office.key)
    for _ in publish(office.library, office.editor, [office.key], tmp_path, ["html"], PublishReport()):
        pass
    with office.library.writing() as tx:
        (*_, newest) = tx.reviews.publications(office.edition_id)
        newest.at = datetime(2026, 3, 31, 17, 0, tzinfo=UTC)  # already April in Changsha
    assert "Correction (2026-04-01): A title was wrong." in page_of(office, "en")
    for _ in publish(office.library, office.editor, [office.key], tmp_path, ["html"], PublishReport()):
        pass
    assert "Correction (2026-04-01): A title was wrong." in page_of(office, "en")


def test_a_correction_without_words_is_still_said(office, tmp_path):
    bring_out(office, "fr", tmp_path)
    reviewing.correct(office.library, office.editor, office.key, "fr")
    assert "Le texte a été révisé." in page_of(office, "fr")


def test_an_embargo_is_understood_and_said_in_the_librarys_time_zone(office):
    later = (now() + timedelta(days=2)).astimezone(UTC).replace(hour=16, minute=30, second=0, microsecond=0)
    in_changsha = later + timedelta(hours=8)
    set_details(office.library, office.editor, office.key, {"embargo": f"{in_changsha:%Y-%m-%d %H:%M}"})
    embargo = open_edition(office.library, office.key).details.embargo
    assert embargo == later
    assert embargo is not None
    assert f"{embargo:%Y-%m-%d %H:%M}" == f"{in_changsha:%Y-%m-%d %H:%M}"
    assert show(office.library, office.key)["fields"]["embargo"].endswith("+08:00")
    from workbench.desk.publishing import read_checklist

    (point,) = [p for p in read_checklist(office.library, office.edition_id) if p.key == "embargo"]
    assert not point.is_met
    assert f"{in_changsha:%Y-%m-%d %H:%M} (Asia/Shanghai)" in str(point.said)


def test_a_withdrawn_page_gives_way_to_a_notice_and_its_other_files_go(office, tmp_path):
    report = bring_out(office, "fr", tmp_path, ("html", "docx", "txt"))
    with pytest.raises(RefusedError, match="Withdraw the edition first"):
        take_down(office.library, office.editor, office.key, tmp_path, "fr")
    reviewing.withdraw(office.library, office.editor, office.key, "Wrong person.", "fr")
    with pytest.raises(RefusedError, match="editor"):
        take_down(office.library, office.translator, office.key, tmp_path, "fr")
    (tmp_path / report.files[2].path.name).write_text("changed by somebody", "utf-8")
    touched = take_down(office.library, office.editor, office.key, tmp_path, "fr", note="Erreur de personne.")
    assert [path.suffix for path in touched] == [".html", ".docx"]
    page = report.files[0].path.read_text("utf-8")
    assert "Cette page a été retirée le" in page
    assert "Erreur de personne." in page
    assert "Wrong person." not in page
    assert WORDS["fr"] not in page.split("<main>")[1].replace(f"<h1>{WORDS['fr']}</h1>", "")
    assert verify([report.files[0].path]) == []
    assert not report.files[1].path.exists()
    assert report.files[2].path.exists()
