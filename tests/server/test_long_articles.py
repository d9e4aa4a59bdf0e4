"""Long articles on a server: few questions for many rows, and a row that changed meanwhile is never written over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from workbench.desk import reviewing
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all, save_texts
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.errors import ConflictError
from workbench.library.library import Library

ROWS = 240
FEW = 70
"""Questions for one act on all rows; one a row would be more than three times as many."""


@contextmanager
def counted(library: Library) -> Iterator[list[str]]:
    """Keep every call to the server while something is written."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(library._writer, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(library._writer, "before_cursor_execute", note)


def long_text(name: str = "湖南新闻") -> str:
    sentences = [f"第{number}号项目今天在长沙开工。" for number in range(1, ROWS)]
    return f"{name}\n\n" + "\n\n".join("".join(sentences[at : at + 6]) for at in range(0, ROWS, 6))


@pytest.fixture
def long_article(team):
    library, person = team.at("translator")
    report = ImportReport()
    import_pasted(library, long_text(), report, by=person)
    return report.added[0].key


def test_importing_a_long_article_asks_the_server_a_few_times(team):
    library, person = team.at("translator")
    report = ImportReport()
    with counted(library) as asked:
        import_pasted(library, long_text(), report, by=person)
    assert report.added[0].segments == ROWS
    assert len(asked) < FEW


def test_replacing_confirming_and_handing_in_every_row_asks_the_server_a_few_times(team, long_article):
    library, person = team.at("translator")
    edition = open_edition(library, long_article)
    texts = [(row.target_id, f"Project {row.number} began in Changsha.", row.version) for row in edition.rows]
    for act in (
        lambda: save_texts(library, person, texts),
        lambda: confirm_all(library, person, edition.edition_id),
        lambda: reviewing.submit(library, person, long_article),
    ):
        with counted(library) as asked:
            act()
        assert len(asked) < FEW
    rows = open_edition(library, long_article).rows
    assert [row.target for row in rows] == [text for _, text, _ in texts]
    assert {row.confirmed_by for row in rows} == {person}


def test_drafting_many_rows_asks_the_server_twenty_questions_for_twenty_rows(team, long_article):
    library, person = team.at("translator")
    edition = open_edition(library, long_article)
    save_texts(
        library, person, [(row.target_id, f"Project {row.number}.", row.version) for row in edition.rows]
    )
    confirm_all(library, person, edition.edition_id)
    report = ImportReport()
    import_pasted(library, long_text("湖南要闻"), report, by=person)
    with counted(library) as asked:
        for _ in draft(library, person, report.added[0].key, "memory", DraftReport()):
            pass
    filled = sum(bool(row.target) for row in open_edition(library, report.added[0].key).rows)
    assert filled == ROWS - 1
    assert len(asked) < filled * 1.2


def test_rows_written_together_never_overwrite_what_somebody_changed_meanwhile(team, long_article):
    library, _ = team.at("translator")
    rows = open_edition(library, long_article).rows

    def lock_all() -> None:
        with library.writing() as tx:
            targets = tx.editions.targets_by_id(row.target_id for row in rows[:30])
            with team.cluster.connect(team.database) as owner:
                owner.execute("UPDATE targets SET version = version + 1 WHERE id = %s", (rows[7].target_id,))
            for target in targets.values():
                target.is_locked = True

    with pytest.raises(ConflictError):
        lock_all()
    assert not any(row.is_locked for row in open_edition(library, long_article).rows)
