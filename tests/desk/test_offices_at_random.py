"""People act at random, also past the screens: the promises of RULES.md hold after every act.

`WORKBENCH_OFFICES=200` plays that many offices instead of 15.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from workbench.desk import arranging, comparing, editing, restoring, reviewing
from workbench.desk.checking import accept
from workbench.desk.four_eyes import authors_as_submitted
from workbench.desk.importing import ImportReport, save_incoming
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition
from workbench.desk.staffing import add_person
from workbench.desk.timing import stays_of
from workbench.errors import WorkbenchError
from workbench.library.library import open_library
from workbench.model.incoming import Block, Incoming
from workbench.model.kinds import Role, SegmentKind, Stage, State

OFFICES = int(os.environ.get("WORKBENCH_OFFICES", "15"))
TEXTS = st.sampled_from(["Xu Dazhe chaired a meeting.", "He spoke.", "", "The work goes on.", "One, two."])
WHO = st.integers(0, 3)
ROW = st.integers(0, 5)


class OfficeAtRandom(RuleBasedStateMachine):
    """A small article, four people, and every verb of the desk in any order."""

    @initialize()
    def open_office(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.library = open_library(Path(self.folder.name) / "office.workbench")
        editor = add_person(self.library, "Editor A").id
        self.people = [
            editor,
            add_person(self.library, "Translator A", [Role.TRANSLATOR], by=editor).id,
            add_person(self.library, "Reviewer A", [Role.REVIEWER], by=editor).id,
            add_person(self.library, "Both B", [Role.TRANSLATOR, Role.REVIEWER], by=editor).id,
        ]
        blocks = [Block(SegmentKind.HEADLINE, "标题"), Block(SegmentKind.BODY, "他讲话。大家听。会议结束。")]
        incoming = Incoming(
            "zh", blocks, section="首页", outlet="新华社", source_address="https://www.example.cn/a.html"
        )
        report = ImportReport()
        save_incoming(self.library, incoming, report)
        self.key = report.added[0].key
        self.stages = [Stage.DRAFTING]
        self.wrote: dict[int, tuple[int, str]] = {}
        self.handed_in: dict[int, int] = {}

    def act(self, verb: Any, *arguments: Any, **named: Any) -> None:
        before = open_edition(self.library, self.key).stage
        try:
            verb(self.library, *arguments, **named)
        except WorkbenchError:
            assert open_edition(self.library, self.key).stage is before
        after = open_edition(self.library, self.key).stage
        if after is not before:
            self.stages.append(after)
        if after is Stage.IN_REVIEW and before in {Stage.DRAFTING, Stage.CHANGES_REQUESTED}:
            rows = {row.target_id: row.target for row in open_edition(self.library, self.key).rows}
            self.handed_in = {
                target: who for target, (who, text) in self.wrote.items() if rows.get(target) == text
            }

    def note_writing(self, who: int, target: int, verb: Any, *arguments: Any) -> None:
        """Act, and note in a plain book of our own who wrote which row last, as somebody beside them would."""
        texts = {row.target_id: row.target for row in open_edition(self.library, self.key).rows}
        is_draft = open_edition(self.library, self.key).stage in {Stage.DRAFTING, Stage.CHANGES_REQUESTED}
        self.act(verb, self.people[who], *arguments)
        now = {row.target_id: row.target for row in open_edition(self.library, self.key).rows}
        if is_draft and now.get(target) and now.get(target) != texts.get(target):
            self.wrote[target] = (who, now[target])

    def target(self, n: int) -> int:
        rows = open_edition(self.library, self.key).rows
        return rows[n % len(rows)].target_id

    @rule(who=WHO, n=ROW, text=TEXTS)
    def type(self, who: int, n: int, text: str) -> None:
        target = self.target(n)
        self.note_writing(who, target, editing.save_text, target, text)

    @rule(who=WHO, n=ROW)
    def confirm(self, who: int, n: int) -> None:
        self.act(editing.confirm, self.people[who], [self.target(n)])

    @rule(who=WHO)
    def finish(self, who: int) -> None:
        for n in range(6):
            target = self.target(n)
            self.note_writing(who, target, editing.save_text, target, "A sentence.")
            self.act(editing.confirm, self.people[who], [self.target(n)])
        self.act(reviewing.submit, self.people[who], self.key)

    @rule(who=WHO, n=ROW)
    def split(self, who: int, n: int) -> None:
        self.act(arranging.split, self.people[who], self.target(n), target_at=2)

    @rule(who=WHO, n=ROW)
    def join(self, who: int, n: int) -> None:
        self.act(arranging.join, self.people[who], self.target(n))

    @rule(who=WHO, n=ROW)
    def omit(self, who: int, n: int) -> None:
        self.act(arranging.omit, self.people[who], self.target(n), "Repeated.")

    @rule(who=WHO)
    def submit(self, who: int) -> None:
        self.act(reviewing.submit, self.people[who], self.key)

    @rule(who=WHO)
    def send_back(self, who: int) -> None:
        self.act(reviewing.return_edition, self.people[who], self.key, "Look again.")

    @rule(who=WHO)
    def approve(self, who: int) -> None:
        with self.library.reading() as tx:
            edition = tx.editions.get(open_edition(self.library, self.key).edition_id)
            authors = set().union(*authors_as_submitted(tx, edition).values(), set())
        before = open_edition(self.library, self.key).stage
        self.act(reviewing.approve, self.people[who], self.key)
        if before is Stage.IN_REVIEW and open_edition(self.library, self.key).stage is Stage.APPROVED:
            assert self.people[who] not in authors
            rows = {row.target_id for row in open_edition(self.library, self.key).rows}
            assert who not in {writer for target, writer in self.handed_in.items() if target in rows}

    @rule(who=WHO)
    def publish(self, who: int) -> None:
        for gap in ("section", "published", "outlet", "source_address", "photo_credit"):
            self.act(accept, self.people[who], self.key, gap, "None.")
        before = open_edition(self.library, self.key).stage
        report = PublishReport()
        for _ in publish(
            self.library, self.people[who], [self.key], Path(self.folder.name) / "out", ["txt"], report
        ):
            pass
        after = open_edition(self.library, self.key).stage
        if after is not before:
            self.stages.append(after)
        if report.files:
            with self.library.reading() as tx:
                edition = tx.editions.get(open_edition(self.library, self.key).edition_id)
                approval = tx.reviews.final_approval(edition.id, edition.number)
                (*_, publication) = tx.reviews.publications(edition.id)
            assert approval is not None
            assert publication.digest == approval.digest

            (*_, file) = report.files
            said = file.path.read_text("utf-8")
            approved = [one["text"] for one in approval.content["targets"] if one["text"]]
            assert all(text in said for text in approved)

    @rule(who=WHO, n=ROW)
    def return_row(self, who: int, n: int) -> None:
        self.act(reviewing.mark_returned, self.people[who], [self.target(n)], "wrong fact")

    @rule(who=WHO, n=ROW)
    def approve_row(self, who: int, n: int) -> None:
        with self.library.reading() as tx:
            edition = tx.editions.get(open_edition(self.library, self.key).edition_id)
            authors = authors_as_submitted(tx, edition).get(self.target(n), set())
        self.act(reviewing.mark_reviewed, self.people[who], [self.target(n)])
        row = open_edition(self.library, self.key).rows[n % len(open_edition(self.library, self.key).rows)]
        if row.state is State.REVIEWED and self.people[who] in authors:
            with self.library.reading() as tx:
                assert tx.editions.target(row.target_id).reviewed_by != self.people[who]

    @rule(who=WHO, n=ROW)
    def judge_changes(self, who: int, n: int) -> None:
        self.act(comparing.accept_changes, self.people[who], self.target(n))
        row = open_edition(self.library, self.key).rows[n % len(open_edition(self.library, self.key).rows)]
        self.act(
            comparing.undo_changes, self.people[who], row.target_id, "Another base.", [0], seen=row.version
        )

    @rule(who=WHO)
    def restore(self, who: int) -> None:
        self.act(restoring.restore_approved, self.people[who], self.key)

    @rule(who=WHO)
    def withdraw(self, who: int) -> None:
        if len(self.stages) > 12:
            self.act(reviewing.withdraw, self.people[who], self.key, "A mistake.")

    @rule(who=WHO)
    def reopen(self, who: int) -> None:
        self.act(reviewing.reopen, self.people[who], self.key)

    @rule(n=ROW)
    def write_past_the_desk(self, n: int) -> None:
        """A bug, or a hand in the database: the text changes and nobody is told."""
        with self.library.writing() as tx:
            target = tx.editions.target(self.target(n))
            if target.text and target.state is State.REVIEWED:
                target.text += " Slipped in."

    @rule(text=st.sampled_from(["他讲话。大家听。会议结束。", "他讲话。大家听了。会议结束。"]))
    def import_again(self, text: str) -> None:
        blocks = [Block(SegmentKind.HEADLINE, "标题"), Block(SegmentKind.BODY, text)]
        report = ImportReport()
        incoming = Incoming("zh", blocks, source_address="https://www.example.cn/a.html")
        before = open_edition(self.library, self.key).stage
        save_incoming(self.library, incoming, report)
        after = open_edition(self.library, self.key).stage
        if after is not before:
            self.stages.append(after)

    @rule(who=WHO)
    def correct(self, who: int) -> None:
        self.act(reviewing.correct, self.people[who], self.key, reason="A slip.")

    @invariant()
    def every_stage_change_has_its_event(self) -> None:
        if not hasattr(self, "library"):
            return
        with self.library.reading() as tx:
            edition = tx.editions.get(open_edition(self.library, self.key).edition_id)
            assert [stay.stage for stay in stays_of(tx, edition)] == self.stages
            assert tx.events.broken_link() is None

    @invariant()
    def every_segment_is_covered_once_and_counts_agree(self) -> None:
        if not hasattr(self, "library"):
            return
        opened = open_edition(self.library, self.key)
        covered = [segment for row in opened.rows for segment in row.segments]
        with self.library.reading() as tx:
            assert sorted(covered) == sorted(s.id for s in tx.articles.segments(opened.article_id))
        assert opened.counts.total == len(opened.rows)
        done = [r for r in opened.rows if r.is_omitted or (r.state != "initial" and not r.is_returned)]
        assert opened.counts.confirmed == len(done)

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.folder.cleanup()


TestOfficeAtRandom = pytest.mark.timeout(max(300, 30 * OFFICES))(OfficeAtRandom.TestCase)
TestOfficeAtRandom.settings = settings(
    max_examples=int(os.environ.get("WORKBENCH_OFFICES", "15")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
