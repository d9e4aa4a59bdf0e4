"""An edit costs the database little in an article of 10,000 rows, whatever it knows about its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from workbench.desk.arranging import correct_source, join, move, set_locked, split
from workbench.desk.commenting import comment
from workbench.desk.editing import confirm, save_text, undo
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition, read_rows
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.model.kinds import Role, State

LONG = 10_000
SENTENCES = ("今日天气晴{}。", "一季度，湖南实现进出口总额{}亿元。")
REPEATED = "他强调，要推动友城工作高质量发展。"
EVERY = 16
"""Each sentence of so many is the repeated one."""
A_THOUSAND = 1000
"""Steps of SQLite's machine between two calls of the counter."""


class LongArticle:
    """A library with one long article in it, in which one sentence comes back again and again."""

    def __init__(self, folder) -> None:
        self.library = open_library(folder / "long.workbench")
        self.person = add_person(self.library, "Translator A", [Role.TRANSLATOR]).id
        sentences = [SENTENCES[at % 2].format(at) if at % EVERY else REPEATED for at in range(LONG)]
        paragraphs = ["".join(sentences[at : at + 6]) for at in range(0, LONG, 6)]
        report = ImportReport()
        import_pasted(self.library, "湖南新闻\n\n" + "\n\n".join(paragraphs), report, by=self.person)
        self.key = report.added[0].key
        self.steps = 0
        self._count_steps()

    def analyse(self) -> None:
        """Let the database count what is in its tables."""
        with self.library.writing() as tx:
            tx.scope.session.connection().exec_driver_sql("ANALYZE")

    def _count_steps(self) -> None:
        def more() -> int:
            self.steps += 1
            return 0

        for transaction in (self.library.writing, self.library.reading):
            with transaction() as tx:
                raw = tx.scope.session.connection().connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)
                raw.set_progress_handler(more, A_THOUSAND)

    def rows(self):
        return open_edition(self.library, self.key, "en").rows

    def thousands_of_steps(self, act: Callable[[], object]) -> int:
        self.steps = 0
        act()
        return self.steps


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    made = LongArticle(tmp_path_factory.mktemp("long"))
    yield made
    made.library.close()


@pytest.fixture(params=["fresh", "analysed"])
def long_article(request, made):
    if request.param == "analysed":
        made.analyse()
    return made


def test_every_edit_of_a_long_article_goes_through_its_rows_at_most_a_few_times(long_article):
    library, person, rows = long_article.library, long_article.person, long_article.rows()
    edition_id = open_edition(library, long_article.key, "en").edition_id
    waiting = [row for row in rows[LONG // 2 :] if not row.target and row.source != REPEATED]
    middle = [row.target_id for row in waiting]
    edits: list = []
    acts = {
        "typing": lambda: save_text(library, person, middle[0], "Sunny today."),
        "typing on": lambda: edits.append(save_text(library, person, middle[0], "Sunny again.")),
        "undo": lambda: undo(library, person, edits[0].step),
        "confirm": lambda: confirm(library, person, [middle[0]]),
        "split": lambda: split(library, person, middle[2], source_at=2, target_at=0),
        "join": lambda: join(library, person, middle[2]),
        "lock": lambda: set_locked(library, person, middle[4], is_locked=True),
        "move": lambda: move(library, person, middle[7], 17),
        "comment": lambda: comment(library, person, edition_id, "Which day?", target_id=middle[5]),
        "read": lambda: read_rows(library, edition_id, [middle[0]]),
        "correct": lambda: correct_source(library, person, waiting[6].segments[0], "今日天气阴。"),
    }
    took = {name: long_article.thousands_of_steps(act) for name, act in acts.items()}
    assert max(took.values()) < 40 * LONG // A_THOUSAND, took


def test_a_sentence_that_comes_back_is_filled_without_comparing_all_rows(long_article):
    rows = [row for row in long_article.rows() if row.source == REPEATED]
    first, text = next(row for row in rows if row.state is State.INITIAL), f"He stressed it, {len(rows)}."
    save_text(long_article.library, long_article.person, first.target_id, text)
    took = long_article.thousands_of_steps(
        lambda: confirm(long_article.library, long_article.person, [first.target_id])
    )
    filled = [row for row in long_article.rows() if row.target == text]
    assert len(filled) >= len(rows) - 1 > LONG // EVERY - 2
    assert took < 150 * LONG // A_THOUSAND, took
