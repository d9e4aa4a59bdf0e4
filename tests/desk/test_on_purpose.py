"""English added, moved, joined, split and left out on purpose comes through everything that can carry it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.desk import arranging, editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.content import current_digest
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition, show
from workbench.desk.sending import send, take_back
from workbench.formats.reading import read_article
from workbench.formats.registry import exchange_for, format_for
from workbench.library.memories import EntryFilter
from workbench.memory.align import DocumentPair, align_documents
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import SegmentKind, Stage

SENTENCES = ["会议今天召开。", "省长讲话。", "他强调合作。", "详见附件。", "会议下午结束。"]
ADDED = "Changsha is the capital of Hunan Province."
PUBLISHED = ["html", "docx", "txt", "md"]
EXCHANGED = ["po", "xliff12", "xliff21", "json", "bilingual-docx"]


def story() -> Incoming:
    blocks = [Block(SegmentKind.HEADLINE, "会议召开"), Block(SegmentKind.BODY, "".join(SENTENCES))]
    return Incoming("zh", blocks, source_address="https://www.example.cn/a.html")


@pytest.fixture
def arranged(office):
    """The story with rows 2 and 3 joined, one left out, one added behind the headline, the last one moved up."""
    report = ImportReport()
    save_incoming(office.library, story(), report)
    office.key = report.added[0].key
    texts = [
        "A Meeting Is Held",
        "The meeting was held today.",
        "The governor spoke.",
        "He stressed cooperation.",
        "",
        "It ended in the afternoon.",
    ]
    for row, text in zip(office.rows(), texts, strict=True):
        if text:
            editing.save_text(office.library, office.translator, row.target_id, text)
    arranging.join(office.library, office.translator, office.row(3).target_id)
    arranging.omit(office.library, office.translator, office.row(4).target_id, "No annex here")
    arranging.add_after(
        office.library, office.translator, office.row(1).target_id, ADDED, "For foreign readers"
    )
    arranging.move(office.library, office.translator, office.row(6).target_id, 3)
    ready = [row.target_id for row in office.rows() if row.target]
    editing.confirm(office.library, office.translator, ready)
    return office


def shape(office) -> list[tuple[str, str, bool, bool]]:
    return [(row.source, row.target, row.is_added, row.is_omitted) for row in office.rows()]


WANTED = [
    ("会议召开", "A Meeting Is Held", False, False),
    ("", ADDED, True, False),
    ("会议下午结束。", "It ended in the afternoon.", False, False),
    ("会议今天召开。", "The meeting was held today.", False, False),
    ("省长讲话。他强调合作。", "The governor spoke. He stressed cooperation.", False, False),
    ("详见附件。", "", False, True),
]


def test_the_editor_shows_it_as_it_was_arranged(arranged):
    assert shape(arranged) == WANTED


@pytest.mark.parametrize("key", EXCHANGED)
def test_every_exchange_file_brings_it_back_unchanged(arranged, tmp_path, key):
    path = send(
        arranged.library, arranged.translator, arranged.key, key, tmp_path / f"sent{format_for(key).suffix}"
    )
    rows = exchange_for(key).read_rows(path.read_bytes())
    assert [(r.source, r.target, r.is_added, r.is_omitted) for r in rows] == WANTED
    assert [r.reason for r in rows if r.is_added or r.is_omitted] == ["For foreign readers", "No annex here"]
    report = take_back(arranged.library, arranged.translator, path)
    assert (report.changed, report.clashes) == ([], [])
    assert shape(arranged) == WANTED


@pytest.mark.parametrize("key", ["po", "xliff21", "bilingual-docx"])
def test_a_change_to_added_english_comes_back_too(arranged, tmp_path, key):
    path = send(
        arranged.library, arranged.translator, arranged.key, key, tmp_path / f"sent{format_for(key).suffix}"
    )
    if key == "bilingual-docx":
        import docx

        document = docx.Document(str(path))
        (cell,) = [row.cells[2] for row in document.tables[0].rows if row.cells[2].text == ADDED]
        cell.paragraphs[0].runs[0].text = "Changsha lies in Hunan."
        document.save(str(path))
    else:
        path.write_text(path.read_text("utf-8").replace(ADDED, "Changsha lies in Hunan."), "utf-8")
    report = take_back(arranged.library, arranged.translator, path)
    assert report.changed == [2]
    assert arranged.row(2).is_added
    assert arranged.row(2).target == "Changsha lies in Hunan."


def approve(office) -> None:
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.approve(office.library, office.reviewer, office.key)


def test_review_and_digest_cover_exactly_this_arrangement(arranged):
    approve(arranged)
    digest = show(arranged.library, arranged.key)["approval"]["digest"]
    edit = arranging.move(arranged.library, arranged.reviewer, arranged.row(3).target_id, 4)
    with arranged.library.reading() as tx:
        assert current_digest(tx, tx.editions.get(arranged.edition_id)) != digest
    editing.undo(arranged.library, arranged.reviewer, edit.step)
    with arranged.library.reading() as tx:
        assert current_digest(tx, tx.editions.get(arranged.edition_id)) == digest


@pytest.mark.parametrize("key", PUBLISHED)
def test_the_page_reads_in_this_order_without_the_sentence_left_out(arranged, tmp_path, key):
    approve(arranged)
    for gap in ("section", "published", "outlet"):
        accept(arranged.library, arranged.editor, arranged.key, gap, "None.")
    report = PublishReport()
    for _ in publish(arranged.library, arranged.editor, [arranged.key], tmp_path, [key], report):
        pass
    assert report.refused == []
    text = page_text(report.files[0].path)
    places = [text.index(target) for _, target, _, _ in WANTED if target]
    assert places == sorted(places)
    assert "详见附件" not in text


def page_text(path: Path) -> str:
    if path.suffix == ".docx":
        import docx

        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<[^>]+>", "", text.split("<body>")[1])
    return text.replace("\\", "")


def test_the_memory_learns_the_joined_pair_and_nothing_without_a_source(arranged):
    approve(arranged)
    with arranged.library.reading() as tx:
        pairs = {row[0]: row[1] for row in tx.memories.exported(EntryFilter())}
    assert pairs["省长讲话。他强调合作。"] == "The governor spoke. He stressed cooperation."
    assert ADDED not in pairs.values()
    assert "详见附件。" not in pairs


def test_the_pair_is_aligned_around_what_was_added_joined_and_left_out(arranged):
    chinese = [
        "会议召开",
        "会议今天在长沙召开。",
        "省长许达哲讲话。",
        "他强调合作。",
        "详见附件。",
        "会议下午结束。",
    ]
    english = [
        "A Meeting Is Held",
        "The meeting was held in Changsha today.",
        ADDED,
        "Governor Xu Dazhe spoke. He stressed cooperation.",
        "The meeting ended in the afternoon.",
    ]
    (alignment,) = align_documents([DocumentPair("story", tuple(chinese), tuple(english))])
    links = alignment.links
    assert sorted(n for sources, _ in links for n in sources) == list(range(6))
    assert sorted(n for _, targets in links for n in targets) == list(range(5))
    assert ((0,), (0,)) in links
    assert ((1,), (1,)) in links


def test_a_new_version_of_the_source_leaves_it_as_it_is(arranged):
    changed = story()
    changed.blocks[1].text = changed.blocks[1].text.replace("今天", "昨天")
    report = ImportReport()
    save_incoming(arranged.library, changed, report)
    assert len(report.merged) == 1
    now = open_edition(arranged.library, arranged.key)
    assert now.stage is Stage.DRAFTING
    assert [row.is_added for row in now.rows].count(True) == 1
    assert [row.is_omitted for row in now.rows].count(True) == 1
    joined = next(row for row in now.rows if len(row.segments) == 2)
    assert joined.state == "translated"
    assert [row.target for row in now.rows if row.state == "initial" and row.target] == [
        "The meeting was held today."
    ]


def test_a_published_page_comes_back_in_as_it_was_read(arranged, tmp_path):
    approve(arranged)
    for gap in ("section", "published", "outlet"):
        accept(arranged.library, arranged.editor, arranged.key, gap, "None.")
    report = PublishReport()
    for _ in publish(arranged.library, arranged.editor, [arranged.key], tmp_path, ["docx"], report):
        pass
    read = read_article(report.files[0].path)
    assert ADDED in " ".join(block.text for block in read.blocks)
