"""The publish checklist beyond the gate: captions, alternative texts, the source link, the report, the preview."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.formats.conftest import picture

from workbench.checks.registry import all_checks
from workbench.desk import arranging, editing, reviewing
from workbench.desk.attesting import Deed, attest, try_link
from workbench.desk.captioning import Place, place_named, read_words, say_words
from workbench.desk.checking import accept
from workbench.desk.gate import Point
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish, read_checklist, set_details
from workbench.desk.reading import open_edition
from workbench.desk.settling import change_setting
from workbench.desk.signing import read_sign_off
from workbench.desk.topics import Topic, topic_of
from workbench.desk.verifying_files import verify
from workbench.errors import RefusedError, WorkbenchError
from workbench.model.finding import Finding
from workbench.model.incoming import Block, Incoming, IncomingPhoto
from workbench.model.kinds import Family, Level, SegmentKind, Stage

HEADLINE = "省长主持召开国际友城工作专题会议"
PAGES = {
    "/right.html": f"<html><head><title>{HEADLINE}_湖南省人民政府</title></head><body><h1>{HEADLINE}</h1>"
    + "<p>省长主持召开国际友城工作专题会议，研究部署下一步工作。</p>" * 4,
    "/other.html": "<html><body><h1>今日天气晴朗</h1>" + "<p>今天全省大部分地区天气晴朗，气温回升。</p>" * 4,
}


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    """A site on this machine with the right page and another; it writes down what it is asked."""
    asked: list[str] = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = PAGES.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def an_article(office, *, captions: int, photos: int = 2) -> str:
    """Import an article with photos of which some have captions; return its key."""
    pictures = [IncomingPhoto(f"p{n}.png", "image/png", picture(4 + n, 3)) for n in range(photos)]
    said = [Block(SegmentKind.CAPTION, f"会议现场{n}。", n) for n in range(captions)]
    blocks = [Block(SegmentKind.HEADLINE, HEADLINE), *said, Block(SegmentKind.BODY, "会议召开。")]
    report = ImportReport()
    save_incoming(office.library, Incoming("zh", blocks, photos=pictures), report, by=office.translator)
    key = report.added[0].key
    for row in open_edition(office.library, key).rows:
        editing.save_text(office.library, office.translator, row.target_id, "The Meeting Is Held")
        editing.confirm(office.library, office.translator, [row.target_id])
    reviewing.submit(office.library, office.translator, key)
    return key


def point(office, key: str, name: str) -> Point:
    points = read_checklist(office.library, open_edition(office.library, key).edition_id)
    return next(one for one in points if one.key == name)


def points(office, key: str) -> dict[str, Point]:
    found = read_checklist(office.library, open_edition(office.library, key).edition_id)
    return {one.key: one for one in found}


def ready(office, key: str) -> None:
    """Approve an article and accept the gaps nobody looks at here."""
    reviewing.approve(office.library, office.reviewer, key)
    for gap in ("section", "published", "outlet", "photo_credit"):
        accept(office.library, office.editor, key, gap, "None.")


def brought_out(office, key: str, folder, *formats: str) -> PublishReport:
    report = PublishReport()
    for _ in publish(office.library, office.editor, [key], folder, formats, report):
        pass
    return report


def test_a_photo_without_a_caption_is_a_gap_that_an_editor_may_accept(office, tmp_path):
    key = an_article(office, captions=1)
    assert not point(office, key, "field:caption").is_met
    ready(office, key)
    accept(office.library, office.editor, key, "source_address", "None.")
    ((_, reasons),) = brought_out(office, key, tmp_path, "txt").refused
    assert [reason.code for reason in reasons] == ["missing-field"]
    assert "caption" in reasons[0].message
    accept(office.library, office.editor, key, "caption", "A mere decoration.")
    assert brought_out(office, key, tmp_path, "txt").published == [key]


def test_every_photo_with_a_caption_meets_the_point_and_no_photo_asks_for_none(office):
    assert point(office, an_article(office, captions=2), "field:caption").is_met
    assert "field:caption" not in points(office, office.key)


def test_an_alternative_text_is_advised_and_never_demanded(office, tmp_path):
    key = an_article(office, captions=2)
    found = point(office, key, "alternatives")
    assert (found.is_met, found.is_advice) == (False, True)
    assert "photos 1, 2" in str(found.said)
    ready(office, key)
    accept(office.library, office.editor, key, "source_address", "None.")
    assert brought_out(office, key, tmp_path, "txt").refused == []


def test_an_address_that_is_none_does_not_count_as_given(office):
    open_edition(office.library, office.key)
    with office.library.writing() as tx:  # as an import brought it
        tx.editions.get(office.edition_id).source_address = "见湖南日报 4 月 3 日"
    found = point(office, office.key, "field:source_address")
    assert not found.is_met
    assert "no web address" in str(found.said)
    with pytest.raises(WorkbenchError, match="not a web address"):
        set_details(office.library, office.editor, office.key, {"source_address": "ftp://a"})


@pytest.mark.parametrize(
    ("page", "fault"),
    [("right.html", ""), ("other.html", "今日天气晴朗"), ("gone.html", "404")],
)
def test_the_source_is_opened_only_when_it_is_asked_for(office, site, tmp_path, page, fault):
    address, asked = site
    change_setting(office.library, office.editor, "allow_private_addresses", "on")
    key = an_article(office, captions=2)
    set_details(office.library, office.editor, key, {"source_address": f"{address}/{page}"})
    before = point(office, key, "link")
    assert (before.is_met, before.is_advice) == (False, True)
    ready(office, key)
    assert brought_out(office, key, tmp_path, "html").refused == []
    assert asked == []
    list(try_link(office.library, office.editor, key))
    assert asked == [f"/{page}"]
    after = point(office, key, "link")
    assert after.is_met is not bool(fault)
    assert fault in str(after.said)
    assert "Editor A" in str(after.said)
    set_details(office.library, office.editor, key, {"source_address": f"{address}/new.html"})
    assert not point(office, key, "link").is_met
    assert asked == [f"/{page}"]


def test_the_report_of_findings_is_filed_beside_the_page_and_noted(office, tmp_path):
    key = an_article(office, captions=2)
    ready(office, key)
    accept(office.library, office.editor, key, "source_address", "None.")
    assert not point(office, key, "report").is_met
    report = brought_out(office, key, tmp_path, "html", "findings")
    (filed,) = [file for file in report.files if file.format == "findings"]
    assert filed.path.name.endswith(".findings.html")
    assert key in filed.path.read_text("utf-8")
    assert verify([tmp_path / "manifest.json"]) == []
    listed = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["pages"][0]["files"]
    assert ("record", "findings") in {(file["kind"], file["format"]) for file in listed}
    assert point(office, key, "report").is_met
    assert "filed the report of findings" in [
        str(act.said) for act in read_sign_off(office.library, key).acts
    ]


def test_what_was_read_is_no_longer_read_when_the_text_changes(office):
    key = an_article(office, captions=2)
    attest(office.library, office.reviewer, key, Deed.PREVIEW)
    assert point(office, key, "preview").is_met
    row = open_edition(office.library, key).rows[-1]
    editing.save_text(office.library, office.reviewer, row.target_id, "The meeting was held.")
    assert not point(office, key, "preview").is_met


def test_only_who_may_change_page_details_signs(office):
    key = an_article(office, captions=2)
    for act in (
        lambda: attest(office.library, office.translator, key, Deed.PREVIEW),
        lambda: list(try_link(office.library, office.translator, key)),
    ):
        with pytest.raises(RefusedError):
            act()


CAPTION, ALT = SegmentKind.CAPTION, SegmentKind.ALT


def test_a_photo_is_given_the_caption_it_came_without(office, tmp_path):
    key = an_article(office, captions=1)
    ready(office, key)
    accept(office.library, office.editor, key, "source_address", "None.")
    said = {Place(CAPTION, 2): "A view of the hall.", Place(ALT, 1): "People at a table."}
    say_words(office.library, office.editor, key, said)
    opened = open_edition(office.library, key)
    assert opened.stage == "in review"  # it is text, so it is read again
    assert point(office, key, "field:caption").is_met
    assert "photo 2" in str(point(office, key, "alternatives").said)
    added = [(row.kind, row.target, row.is_added, row.state) for row in opened.rows if row.is_added]
    assert sorted(added) == [
        ("alt", "People at a table.", True, "translated"),
        ("caption", "A view of the hall.", True, "translated"),
    ]
    reviewing.approve(office.library, office.reviewer, key)
    page = brought_out(office, key, tmp_path, "html").files[0].path.read_text("utf-8")
    assert 'alt="People at a table."' in page
    assert page.index("The Meeting Is Held</span>") < page.index("A view of the hall.")


def test_words_that_are_there_are_changed_and_empty_ones_change_nothing(office):
    key = an_article(office, captions=2)
    before = len(open_edition(office.library, key).rows)
    headline = Place(SegmentKind.HEADLINE)
    say_words(office.library, office.editor, key, {headline: "Hunan Holds a Meeting", Place(CAPTION, 1): ""})
    opened = open_edition(office.library, key)
    assert len(opened.rows) == before
    assert opened.rows[0].target == "Hunan Holds a Meeting"
    assert opened.rows[0].state == "translated"
    with office.library.reading() as tx:
        words = {each.place: each.text for each in read_words(tx, tx.editions.get(opened.edition_id))}
    assert words[headline] == "Hunan Holds a Meeting"
    assert words[Place(SegmentKind.SUMMARY)] == words[Place(ALT, 2)] == ""


def test_a_photo_that_is_not_there_and_a_place_of_several_rows_are_refused(office):
    key = an_article(office, captions=2)
    with pytest.raises(WorkbenchError, match="There is no photo 3; the article has 2"):
        say_words(office.library, office.editor, key, {Place(CAPTION, 3): "A view."})
    row = next(row for row in open_edition(office.library, key).rows if row.kind is CAPTION)
    arranging.split(office.library, office.editor, row.target_id, target_at=4)
    with pytest.raises(WorkbenchError, match="stands in 2 rows"):
        say_words(office.library, office.editor, key, {Place(CAPTION, 1): "A view."})


def test_a_published_page_gets_no_words_past_a_correction(office, tmp_path):
    key = an_article(office, captions=2)
    ready(office, key)
    accept(office.library, office.editor, key, "source_address", "None.")
    brought_out(office, key, tmp_path, "txt")
    with pytest.raises(RefusedError):
        say_words(office.library, office.editor, key, {Place(SegmentKind.SUMMARY): "A summary."})


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("headline", Place(SegmentKind.HEADLINE)),
        ("caption", Place(CAPTION, 1)),
        ("alt.2", Place(ALT, 2)),
        ("section", None),
        ("caption.x", None),
    ],
)
def test_places_have_names_on_the_command_line(name, place):
    assert place_named(name) == place


def test_the_checklist_says_topic_by_topic_what_nobody_has_decided_on(office):
    office.translate()
    row = office.row(4)
    editing.save_text(
        office.library, office.translator, row.target_id, row.target.replace("April 2", "May 3")
    )
    topics = {name: one for name, one in points(office, office.key).items() if name.startswith("topic:")}
    assert list(topics) == [f"topic:{topic}" for topic in Topic]
    dates = topics["topic:dates"]
    assert not dates.is_met
    assert dates.is_advice
    assert "segment" in dates.said
    assert dates.target_id == row.target_id
    assert topics["topic:quotations"].is_met
    accept(office.library, office.translator, office.key, "dates", "As the bureau says.", number=4)
    now = points(office, office.key)
    assert now["topic:dates"].is_met
    assert now["findings"].value >= "1"


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.key)
def test_every_check_has_its_topic(check):
    finding = Finding(check.key, check.family, Level.WARNING, "")
    assert topic_of(finding, SegmentKind.BODY) in set(Topic) - {Topic.CAPTIONS}


def test_whether_captions_agree_is_told_at_captions():
    finding = Finding("agreement", Family.ARTICLE, Level.WARNING, "")
    assert topic_of(finding, SegmentKind.CAPTION) is Topic.CAPTIONS
    assert topic_of(finding, SegmentKind.HEADLINE) is Topic.HEADLINE
    assert topic_of(finding, SegmentKind.BODY) is Topic.CONSISTENCY


def test_a_stage_without_an_approval_opens_no_gate(office, tmp_path):
    key = an_article(office, captions=2)
    assert "unchanged" not in points(office, key)
    with office.library.writing() as tx:  # a hand in the database
        tx.editions.get(open_edition(office.library, key).edition_id).stage = Stage.APPROVED
    for gap in ("section", "published", "outlet", "photo_credit", "source_address"):
        accept(office.library, office.editor, key, gap, "None.")
    assert points(office, key)["unchanged"].code == "not-approved"
    report = brought_out(office, key, tmp_path, "html")
    assert [reason.code for _, reasons in report.refused for reason in reasons] == ["not-approved"]
    assert list(tmp_path.glob("*.html")) == []
