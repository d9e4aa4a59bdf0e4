"""Publishing into a folder: all files of a page, nobody else's, and a manifest that can be checked."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from workbench.errors import FormatError
from workbench.formats.manifest import read_manifest, verify_file
from workbench.formats.publication import FileKind, PublishingFolder, publish_page
from workbench.formats.registry import format_for, formats_for
from workbench.model.kinds import SegmentKind
from workbench.model.page import PageBlock

AT = datetime(2020, 4, 3, 12, 0, tzinfo=UTC)
STEM = "2020-04-03-governor-xu-chairs-meeting-on-international-friendship-city-work"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def _publish(page, folder, *keys):
    return publish_page(page, folder, formats_for(keys or ["html", "docx", "txt"]), by="Editor F", at=AT)


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_page_gets_its_files_and_the_folder_a_manifest(page, out):
    written = _publish(page, out)
    assert [(each.path.name, each.format, each.kind) for each in written] == [
        (f"{STEM}.html", "html", FileKind.PAGE),
        (f"{STEM}.docx", "docx", FileKind.PAGE),
        (f"{STEM}.txt", "txt", FileKind.PAGE),
    ]
    assert _names(out) == sorted([f"{STEM}.html", f"{STEM}.docx", f"{STEM}.txt", "manifest.json"])
    entry = json.loads((out / "manifest.json").read_text("utf-8"))["pages"][0]
    assert (entry["key"], entry["language"], entry["digest"]) == ("a1b2c3", "en", "d" * 64)
    assert (entry["published_by"], entry["published_at"]) == ("Editor F", "2020-04-03T12:00:00Z")
    assert entry["files"][0]["sha256"] == written[0].digest


def test_pictures_stand_beside_the_page_and_are_told_apart_from_it(full_page, out):
    written = _publish(full_page, out, "html")
    stem = "2020-04-03-friendship-cities"
    assert [(each.path.name, each.kind) for each in written] == [
        (f"{stem}.html", FileKind.PAGE),
        (f"{stem}-photo-1.png", FileKind.PICTURE),
        (f"{stem}-photo-2.png", FileKind.PICTURE),
    ]
    assert f'src="{stem}-photo-1.png"' in written[0].path.read_text("utf-8")
    assert written[1].path.read_bytes() == full_page.photos[0].data


def test_another_article_of_the_same_headline_gets_a_name_of_its_own(page, out):
    _publish(page, out)
    other = replace(page, key="zzz999", blocks=(PageBlock(SegmentKind.BODY, "Another text."),))
    before = (out / f"{STEM}.html").read_bytes()
    written = _publish(other, out)
    assert [each.path.name for each in written] == [f"{STEM}-2.html", f"{STEM}-2.docx", f"{STEM}-2.txt"]
    assert (out / f"{STEM}.html").read_bytes() == before


def test_a_file_of_somebody_else_is_never_replaced(page, out):
    out.mkdir()
    (out / f"{STEM}.txt").write_text("my shopping list")
    written = _publish(page, out, "txt")
    assert written[0].path.name == f"{STEM}-2.txt"
    assert (out / f"{STEM}.txt").read_text() == "my shopping list"


def test_publishing_again_replaces_the_same_files_even_under_a_new_headline(page, out):
    _publish(page, out)
    corrected = replace(page, headline="Governor Xu Chairs a Meeting", version=2)
    written = _publish(corrected, out)
    assert [each.path.name for each in written] == [f"{STEM}.html", f"{STEM}.docx", f"{STEM}.txt"]
    assert "Governor Xu Chairs a Meeting" in written[0].path.read_text("utf-8")
    assert [problem for each in written for problem in verify_file(each.path)] == []


def test_what_a_killed_run_left_unlisted_is_taken_over_and_not_doubled(page, out):
    _publish(page, out)
    (out / "manifest.json").unlink()
    assert next(each.path.name for each in _publish(page, out)) == f"{STEM}.html"
    assert len(_names(out)) == 4


def test_a_format_that_cannot_carry_the_page_leaves_nothing_behind(page, out):
    broken = replace(page, photos=(replace(page.photos[0], name="a.svg", data=b"<svg onload='x'/>"),))
    with pytest.raises(FormatError, match=r"a\.svg is not a PNG"):
        _publish(broken, out)
    assert _names(out) == []


def test_verify_finds_a_changed_file_a_missing_one_and_a_stranger(page, out):
    html, docx, txt = (each.path for each in _publish(page, out))
    assert verify_file(html) == []
    html.write_text(html.read_text("utf-8").replace("April 2", "April 3"), "utf-8")
    assert "was changed after it was published" in verify_file(html)[0].message
    docx.unlink()
    assert "cannot be read" in verify_file(docx)[0].message
    stranger = out / "stranger.html"
    stranger.write_text("x")
    assert "was not published from here" in verify_file(stranger)[0].message
    assert len(verify_file(out / "manifest.json")) == 2
    assert verify_file(txt) == []


def test_verify_finds_a_file_left_from_an_earlier_version(page, out):
    _, docx, _ = _publish(page, out)
    _publish(replace(page, version=2), out, "html", "txt")
    assert "shows version 1; version 2" in verify_file(docx.path)[0].message


def test_a_manifest_changed_by_hand_is_noticed(page, out):
    html = _publish(page, out)[0].path
    manifest = out / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("d" * 64, "e" * 64), "utf-8")
    assert "damaged or changed by hand" in verify_file(html)[0].message
    with pytest.raises(FormatError, match="damaged or changed by hand"):
        _publish(page, out)


def test_a_batch_keeps_one_manifest_of_all_pages(page, out):
    with PublishingFolder(out) as folder:
        for number in range(60):
            folder.publish(replace(page, key=f"k{number}"), formats_for(["txt"]), by="Editor F", at=AT)
    assert len(_names(out)) == 61
    assert verify_file(out / "manifest.json") == []


def test_two_folders_open_at_once_do_not_lose_each_others_entries(page, out):
    with PublishingFolder(out) as one, PublishingFolder(out) as two:
        one.publish(replace(page, key="one", headline="One"), formats_for(["txt"]))
        two.publish(replace(page, key="two", headline="Two"), formats_for(["txt"]))
    assert verify_file(out / "2020-04-03-one.txt") == verify_file(out / "2020-04-03-two.txt") == []


def test_the_manifest_of_a_long_batch_costs_each_page_once(page, tmp_path, monkeypatch):
    written = Counter()

    def counting(entry):
        written[entry.key] += 1
        return asdict(entry)

    monkeypatch.setattr("workbench.formats.manifest.asdict", counting)
    with PublishingFolder(tmp_path) as folder:
        for number in range(80):
            folder.publish(replace(page, key=f"k{number}", headline=f"Meeting {number}"), [format_for("txt")])
    assert set(written.values()) == {1}
    assert len(read_manifest(tmp_path).pages) == 80


def test_what_another_program_lists_in_the_middle_of_a_batch_is_kept(page, tmp_path):
    with PublishingFolder(tmp_path) as folder:
        for number in range(60):
            if number == 40:
                publish_page(replace(page, key="other", headline="Another"), tmp_path, formats_for(["txt"]))
            folder.publish(replace(page, key=f"k{number}", headline=f"Meeting {number}"), [format_for("txt")])
    assert len(read_manifest(tmp_path).pages) == 61
