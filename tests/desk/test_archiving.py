"""Published articles become memory: paired by date and headline, aligned, remembered with article, date and address."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.desk.aligning import AlignedText, LinkAct, change_links
from workbench.desk.archiving import (
    Archive,
    align_archive,
    keep_work,
    kept_work,
    read_archive,
    remember_links,
    work_place,
)
from workbench.desk.remembering import digests_around, match
from workbench.errors import FormatError
from workbench.library.library import open_library
from workbench.memory.align import Alignment, DocumentPair

PAGE = (
    '<html lang="{language}"><head><title>{headline}</title><link rel="canonical" href="https://example.org/{name}">'
    '<meta name="pubdate" content="{day}"></head><body><h1>{headline}</h1><div class="content">{body}</div></body></html>'
)
STORIES = [
    (
        "one",
        "2020-04-03",
        "许达哲主持召开国际友城工作会议",
        [
            "4月3日，省长许达哲在长沙主持召开国际友城工作会议。",
            "会议强调，要向友城捐赠口罩20万只。",
            "双方签署了十二项协议。",
        ],
        "Governor Xu Dazhe Chairs Friendship City Meeting",
        [
            "On April 3, Governor Xu Dazhe chaired a meeting on friendship cities in Changsha.",
            "The meeting stressed that 200,000 masks would be donated to friendship cities.",
            "The two sides signed 12 agreements.",
        ],
    ),
    (
        "two",
        "2020-04-20",
        "一季度湖南外贸增长12.6%",
        [
            "据长沙海关统计，一季度湖南外贸进出口增长12.6%。",
            "出口额达到789亿元。",
            "专家表示，对非洲的贸易增长最快。",
        ],
        "Hunan’s Foreign Trade Grows 12.6% in First Quarter",
        [
            "According to Changsha Customs, Hunan’s foreign trade grew by 12.6 percent in the first quarter.",
            "Exports reached 78.9 billion yuan.",
            "Experts said trade with Africa grew fastest.",
        ],
    ),
]


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "office.workbench") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "archive"
    (home / "en").mkdir(parents=True)
    for name, day, headline, chinese, english_headline, english in STORIES:
        for language, path, head, body in (
            ("zh", home / f"{name}.html", headline, chinese),
            ("en", home / "en" / f"story-{name}-en.html", english_headline, english),
        ):
            paragraphs = "".join(f"<p>{text}</p>" for text in body)
            page = PAGE.format(language=language, headline=head, name=path.name, day=day, body=paragraphs)
            path.write_text(page, "utf-8")
    (home / "alone.txt").write_text(
        "没有译文的一篇\n\n这篇稿件没有对应的英文稿。内容与其他稿件无关。\n", "utf-8"
    )
    (home / "broken.docx").write_bytes(b"not a document")
    return home


def built(library, folder) -> tuple[Archive, list[AlignedText]]:
    archive: Archive = Archive()
    list(read_archive(library, folder, archive))
    found: list[AlignedText] = []
    list(align_archive(library, archive, found))
    return archive, found


def test_articles_are_paired_whatever_their_files_are_called(library, folder):
    archive, found = built(library, folder)
    assert [text.document.name for text in found] == ["one", "two"]
    assert [text.published for text in found] == [date(2020, 4, 3), date(2020, 4, 20)]
    named = {problem.path.rpartition("/")[2] for problem in archive.problems}
    assert named == {"alone.txt", "broken.docx"}


def test_sure_links_are_remembered_with_article_date_neighbours_and_address_once(library, folder):
    _, found = built(library, folder)
    added = remember_links(library, found)
    assert added >= 6
    assert remember_links(library, found) == 0
    (best, *_) = match(library, "双方签署了十二项协议。")
    assert best.target == "The two sides signed 12 agreements."
    entry = best.translations[0]
    assert (entry.origin, entry.article_key, entry.published) == ("aligned", "one", date(2020, 4, 3))
    here = digests_around("会议强调，要向友城捐赠口罩20万只。", "")
    assert match(library, "双方签署了十二项协议。", neighbours=here)[0].is_context


def test_half_done_work_is_kept_and_taken_up_again(library):
    document = DocumentPair("one", ("甲。", "乙。"), ("A. B.",))
    text = AlignedText(
        document,
        Alignment("one", [((0,), (0,)), ((1,), ())], [0.4, 0.3]),
        date(2020, 4, 3),
        "https://example.org",
    )
    keep_work(library, [text])
    (again,) = kept_work(library)
    assert again == text
    joined = change_links(again, LinkAct.JOIN, 0)
    assert joined.alignment.links == [((0, 1), (0,))]
    keep_work(library, [joined])
    assert kept_work(library) == [joined]
    assert remember_links(library, [joined]) == 1
    keep_work(library, [])
    assert not work_place(library).exists()


def test_a_folder_that_is_not_there_is_named(library, tmp_path):
    with pytest.raises(FormatError, match="not a folder"):
        list(read_archive(library, tmp_path / "missing", Archive()))


def test_a_folder_without_articles_is_named(library, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(FormatError, match="empty holds no articles"):
        list(read_archive(library, folder, Archive()))
