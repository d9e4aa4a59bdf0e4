"""English added, moved, joined, split and left out on purpose comes through everything that can carry it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from workbench.desk import arranging, editing, reviewing
from workbench.desk.archiving import Archive, _paired, align_archive, remember_links
from workbench.desk.checking import accept
from workbench.desk.commenting import resolve_on
from workbench.desk.content import current_digest
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition, show
from workbench.desk.restoring import restore_approved
from workbench.desk.sending import send, take_back
from workbench.formats.reading import read_article
from workbench.formats.registry import exchange_for, format_for
from workbench.library.memories import EntryFilter
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import SegmentKind, Stage
from workbench.ui.pdf import register_pdf

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


REARRANGED = {
    "moved": lambda lib, by, ids: arranging.move(lib, by, ids[2], 4),
    "added": lambda lib, by, ids: arranging.add_after(lib, by, ids[2], "It is large.", "For readers"),
    "joined": lambda lib, by, ids: arranging.join(lib, by, ids[2]),
    "split": lambda lib, by, ids: arranging.split(lib, by, ids[4], source_at=5, target_at=20),
    "left out": lambda lib, by, ids: arranging.omit(lib, by, ids[3], "Said before"),
    "taken back in": lambda lib, by, ids: arranging.take_back(lib, by, ids[5]),
    "another paragraph": lambda lib, by, ids: arranging.set_paragraph(lib, by, ids[3], opens=False),
}


@pytest.mark.parametrize("act", REARRANGED)
def test_the_digest_covers_exactly_this_arrangement(arranged, act):
    approve(arranged)
    digest = show(arranged.library, arranged.key)["approval"]["digest"]
    ids = [row.target_id for row in arranged.rows()]
    edit = REARRANGED[act](arranged.library, arranged.reviewer, ids)
    with arranged.library.reading() as tx:
        assert current_digest(tx, tx.editions.get(arranged.edition_id)) != digest
    editing.undo(arranged.library, arranged.reviewer, edit.step)
    with arranged.library.reading() as tx:
        assert current_digest(tx, tx.editions.get(arranged.edition_id)) == digest


def test_a_review_with_a_return_in_it_leaves_the_arrangement_and_its_reasons(arranged):
    reviewing.submit(arranged.library, arranged.translator, arranged.key)
    reviewing.return_edition(arranged.library, arranged.reviewer, arranged.key, "Is it large?", number=2)
    returned = arranged.row(2)
    editing.confirm(arranged.library, arranged.translator, [returned.target_id])
    resolve_on(arranged.library, arranged.translator, arranged.key, 2)
    approve(arranged)
    assert shape(arranged) == WANTED
    assert [row.reason for row in arranged.rows() if row.reason] == ["For foreign readers", "No annex here"]
    covered = show(arranged.library, arranged.key)["segments"]
    assert [one["state"] for one in covered if one["target"]] == ["reviewed"] * 5


def test_the_approved_arrangement_is_restored_as_it_was(arranged):
    approve(arranged)
    digest = show(arranged.library, arranged.key)["approval"]["digest"]
    ids = [row.target_id for row in arranged.rows()]
    for act in ("another paragraph", "split", "taken back in", "moved"):
        REARRANGED[act](arranged.library, arranged.reviewer, ids)
    assert shape(arranged) != WANTED
    restore_approved(arranged.library, arranged.reviewer, arranged.key)
    assert shape(arranged) == WANTED
    with arranged.library.reading() as tx:
        assert current_digest(tx, tx.editions.get(arranged.edition_id)) == digest


def published(office, folder: Path, *keys: str) -> list[Path]:
    approve(office)
    for gap in ("section", "published", "outlet"):
        accept(office.library, office.editor, office.key, gap, "None.")
    report = PublishReport()
    for _ in publish(office.library, office.editor, [office.key], folder, keys, report):
        pass
    assert report.refused == []
    return [file.path for file in report.files]


@pytest.mark.parametrize("key", PUBLISHED)
def test_the_page_reads_in_this_order_without_the_sentence_left_out(arranged, tmp_path, key):
    (path,) = published(arranged, tmp_path, key)
    reads_as_arranged(page_text(path))


@pytest.mark.outside("pdftotext")
def test_the_pdf_reads_in_this_order_too(arranged, tmp_path, qapp):
    register_pdf()
    (path,) = published(arranged, tmp_path, "pdf")
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    reads_as_arranged(" ".join(text.split()))


def reads_as_arranged(text: str) -> None:
    """Every sentence stands there once, in this order; what was left out is not there in either language."""
    headline, *targets = [target for _, target, _, _ in WANTED if target]
    assert [text.count(target) for target in targets] == [1] * len(targets)
    places = [text.index(target) for target in (headline, *targets)]
    assert places == sorted(places)
    assert not re.search("[\u4e00-\u9fff]", text[places[0] : places[-1]])
    assert not any(sentence in text for sentence in SENTENCES)


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
    assert pairs == {source: target for source, target, _, _ in WANTED if source and target}


CHINESE_PAGE = (
    '<html lang="zh"><head><title>会议召开</title><link rel="canonical" href="https://www.example.cn/a.html"></head>'
    f'<body><h1>会议召开</h1><div class="content"><p>{"".join(SENTENCES)}</p></div></body></html>'
)


@pytest.mark.parametrize("key", ["html", "docx"])
def test_the_published_page_is_aligned_with_its_source_as_the_edition_says(arranged, tmp_path, key):
    (page,) = published(arranged, tmp_path, key)
    (tmp_path / "source.html").write_text(CHINESE_PAGE, "utf-8")
    pair = _paired(read_article(tmp_path / "source.html"), read_article(page))
    archive = Archive([pair])
    for _ in align_archive(arranged.library, archive, archive.aligned):
        pass
    (text,) = archive.aligned
    sources, targets = text.document.sources, text.document.targets
    linked = [
        ("".join(sources[n] for n in zh), " ".join(targets[n] for n in en)) for zh, en in text.alignment.links
    ]
    assert linked == [(source, target) for source, target, _, _ in WANTED]
    assert text.doubtful() == []
    with arranged.library.reading() as tx:
        before = tx.memories.count(EntryFilter())
    assert remember_links(arranged.library, archive.aligned) == 0
    with arranged.library.reading() as tx:
        assert tx.memories.count(EntryFilter()) == before


def test_a_page_that_reads_otherwise_than_its_edition_is_aligned_like_any_other(arranged, tmp_path):
    (page,) = published(arranged, tmp_path, "html")
    page.write_text(page.read_text("utf-8").replace("was held today", "took place today"), "utf-8")
    (tmp_path / "source.html").write_text(CHINESE_PAGE, "utf-8")
    archive = Archive([_paired(read_article(tmp_path / "source.html"), read_article(page))])
    for _ in align_archive(arranged.library, archive, archive.aligned):
        pass
    (text,) = archive.aligned
    assert sorted(n for zh, _ in text.alignment.links for n in zh) == list(range(6))
    assert max(text.alignment.scores) < 1


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
    (path,) = published(arranged, tmp_path, "docx")
    read = read_article(path)
    text = " ".join(block.text for block in read.blocks)
    assert text == " ".join(target for _, target, _, _ in WANTED if target)
