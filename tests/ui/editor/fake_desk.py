"""A desk over a list in memory: the same acts, versions, steps and refusals as the real one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from workbench.desk.consulting import consult
from workbench.desk.finding import Found, Side
from workbench.errors import ConflictError, WorkbenchError
from workbench.library.passages import EditionHead, Passed
from workbench.model.kinds import Origin, SegmentKind, Stage, Standing, State
from workbench.model.page import Page, PageRow
from workbench.model.passage import CheckContext
from workbench.model.progress import Progress
from workbench.model.rows import CommentRow, Counts, Details, EditionRow, OpenEdition, RevisionRow
from workbench.text.searching import Finder
from workbench.text.word_finding import next_word
from workbench.text.words import count_words
from workbench.ui.editor.values import NO_FILTER, EngineAnswer, EngineName, HitFilter

HEAD = EditionHead(1, "article", "Governor Xu Chairs Meeting", "en", "zh")
ARTICLE = [
    (
        SegmentKind.HEADLINE,
        "许达哲主持召开国际友城工作会议",
        "Governor Xu Chairs Meeting on International Friendship City Work",
        State.TRANSLATED,
    ),
    (
        SegmentKind.BODY,
        "4月2日，省委副书记、省长许达哲主持召开会议，研究国际友城工作。",
        "On April 2, Xu Dazhe, deputy secretary of the CPC Hunan Provincial Committee and Hunan governor, chaired a meeting to discuss friendship city work.",
        State.TRANSLATED,
    ),
    (
        SegmentKind.BODY,
        "他强调，要推动友城工作高质量发展，用好友城资源，促进湖南与世界各地友好交流合作。",
        "He stressed accelerating high-quality development of friendship city work and making good use of the friendship city relations, so as to boost friendly exchange and cooperation between Hunan and the world.",
        State.TRANSLATED,
    ),
    (
        SegmentKind.BODY,
        "一季度，湖南实现进出口总额3.5亿元，同比增长12.6%。",
        "In the first quarter, Hunan’s total imports and exports reached 35 million yuan, up 12.6% year on year",
        State.INITIAL,
    ),
    (SegmentKind.SUBHEADING, "高质量发展", "", State.INITIAL),
    (
        SegmentKind.BODY,
        "要坚持以高质量为核心，突出各友城和地区的特点、优势与需求，扩大经贸合作。",
        "",
        State.INITIAL,
    ),
    (SegmentKind.BODY, "吴兰指出，国际友城工作对国家总体外交和湖南开放发展具有重要意义。", "", State.INITIAL),
    (
        SegmentKind.CAPTION,
        "当前新冠肺炎疫情在全球蔓延，要坚决贯彻落实党中央决策部署，为友城提供力所能及的帮助。",
        "",
        State.INITIAL,
    ),
]


def sample_rows(count: int = len(ARTICLE)) -> list[EditionRow]:
    """Return rows of an article, repeated up to `count`."""
    rows = []
    for at in range(count):
        kind, source, target, state = ARTICLE[at % len(ARTICLE)]
        if at >= len(ARTICLE) and kind is SegmentKind.HEADLINE:
            kind = SegmentKind.SUBHEADING
        rows.append(
            EditionRow(at + 1, at + 1, kind, at // 2 + (at > 0), source, target, state, 1, segments=(at + 1,))
        )
    return rows


@dataclass
class FakeStep:
    """The rows and their order before an act."""

    rows: tuple[EditionRow, ...]
    touched: frozenset[int]


@dataclass
class FakeEdit:
    """What an act did."""

    rows: tuple[EditionRow, ...]
    step: FakeStep
    edition_changed: bool = False
    to_fill: Mapping[int, Sequence[int]] = field(default_factory=dict)


@dataclass
class FakeDesk:
    """Acts on a list of rows."""

    stored: list[EditionRow] = field(default_factory=sample_rows)
    asked_by: str = "editor"
    types_smartly: bool = False
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    stage: Stage = Stage.DRAFTING
    accepted: list[tuple] = field(default_factory=list)
    saves: list[tuple[int, str]] = field(default_factory=list)
    revisions: dict[int, list[RevisionRow]] = field(default_factory=dict)
    comments: list[CommentRow] = field(default_factory=list)
    findings: Callable[[object], list] = lambda _passage: []
    facts: Callable[[object], list] = lambda _passage: []
    memory: Callable[[str], list] = lambda _source: []
    terms: Callable[[str], list] = lambda _source: []
    hits: Callable[[str], list] = lambda _words: []
    engines: dict[EngineName, Callable[[Any], EngineAnswer]] = field(default_factory=dict)
    engines_asked: list[tuple[str, str]] = field(default_factory=list)
    gates: dict[str, threading.Event] = field(default_factory=dict)
    filtered: list[HitFilter] = field(default_factory=list)
    failing: WorkbenchError | None = None
    listeners: list = field(default_factory=list)
    words: list = field(default_factory=list)
    not_spelt: str = ""
    consulted: list = field(default_factory=list)
    vocabulary: CheckContext = field(default_factory=CheckContext)
    clock: int = 1

    def open_edition(self, key: str, language: str) -> OpenEdition:
        done = sum(1 for row in self.stored if row.state is not State.INITIAL)
        counts = Counts(done, 0, len(self.stored), sum(count_words(row.target) for row in self.stored), 0)
        return OpenEdition(
            1,
            1,
            key,
            language,
            "zh",
            self.stage,
            0,
            1,
            "许达哲主持召开国际友城工作会议",
            "图片新闻",
            Details(section="Photo News"),
            tuple(self.stored),
            counts,
            ("Pang Yuehui",),
        )

    def read_rows(self, target_ids: Sequence[int]) -> list[EditionRow]:
        return [row for row in self.stored if row.target_id in set(target_ids)]

    def text(self, target_id: int) -> str:
        return self._row(target_id).target

    def save_text(self, target_id: int, text: str, *, seen: int, origin: Origin, detail: str) -> FakeEdit:
        if self.failing:
            raise self.failing
        row = self._row(target_id)
        if row.version != seen:
            raise ConflictError(
                "Somebody else changed this row.", mine=text, theirs=row.target, by="Translator B"
            )
        self.saves.append((target_id, text))
        changed = {"target": text, "state": State.INITIAL, "origin": origin, "is_returned": False}
        return self._change({target_id: {**changed, "origin_detail": detail}})

    def save_texts(self, texts) -> FakeEdit:
        fields = {key: {"target": text, "state": State.INITIAL} for key, text, _seen in texts}
        self.saves += [(key, text) for key, text, _seen in texts]
        return self._change(fields)

    def find(self, search):
        yield Progress(0, 1)
        return self.find_now(search)

    def find_now(self, search):
        finder, found = Finder(search.words), []
        for row in self.stored:
            passed = Passed(
                HEAD, row.target_id, row.number, row.source, row.target, (), Standing.DRAFT,
                row.is_locked, row.origin, row.version, "", None,
            )  # fmt: skip
            spans = tuple(finder.find(row.target))
            if spans:
                found.append(Found(passed, Side.TARGET, row.target, spans))
        return found

    def replace(self, changes, problems):
        yield Progress(0, 1)
        return [self.save_texts([(change.target_id, change.after, change.seen) for change in changes])]

    def read_page(self, edition_id):
        rows = tuple(
            PageRow(f"t{row.target_id}", row.number, row.kind, row.paragraph, (row.source,), row.source, row.target, row.state)
            for row in self.stored
        )  # fmt: skip
        return Page("article", "en", "zh", self.stored[0].target, "", "", None, "", (), rows=rows)

    def people(self) -> list[str]:
        return ["Translator A"]

    def confirm(self, target_ids: Sequence[int]) -> FakeEdit:
        return self._change({key: {"state": State.TRANSLATED} for key in target_ids})

    def fill_more(self, confirmed: int, target_ids: Sequence[int]) -> FakeEdit:
        return self._change({key: {"target": self.text(confirmed)} for key in target_ids})

    def omit(self, target_id: int, reason: str) -> FakeEdit:
        return self._change({target_id: {"is_omitted": True, "target": "", "reason": reason}})

    def restore_omitted(self, target_id: int) -> FakeEdit:
        return self._change({target_id: {"is_omitted": False, "reason": ""}})

    def restore(self, target_id: int, revision: int) -> FakeEdit:
        texts = {row.number: row.text for row in self.revisions.get(target_id, [])}
        return self._change({target_id: {"target": texts[revision], "state": State.INITIAL}})

    def split(self, target_id: int, *, source_at: int | None, target_at: int) -> FakeEdit:
        row = self._row(target_id)
        cut = len(row.source) // 2 if source_at is None else source_at
        first = row._replace(
            source=row.source[:cut], target=row.target[:target_at].rstrip(), state=State.INITIAL
        )
        new_id = max(r.target_id for r in self.stored) + 1
        second = row._replace(
            target_id=new_id,
            source=row.source[cut:],
            target=row.target[target_at:].lstrip(),
            state=State.INITIAL,
            version=1,
        )
        place = self.stored.index(row)
        return self._reorder(
            [*self.stored[:place], first, second, *self.stored[place + 1 :]], {target_id, new_id}
        )

    def join(self, target_id: int) -> FakeEdit:
        place = self.stored.index(self._row(target_id))
        if place + 1 >= len(self.stored):
            raise WorkbenchError("This is the last row: there is none to join it with.")
        one, two = self.stored[place], self.stored[place + 1]
        text = f"{one.target} {two.target}".strip()
        joined = one._replace(source=one.source + two.source, target=text, state=State.INITIAL)
        return self._reorder([*self.stored[:place], joined, *self.stored[place + 2 :]], {target_id})

    def undo(self, step: FakeStep) -> FakeEdit:
        before = {row.target_id: row for row in step.rows}
        touched = step.touched
        is_same_order = [r.target_id for r in self.stored] == [r.target_id for r in step.rows]
        back = FakeStep(tuple(self.stored), touched)
        now = {row.target_id: row for row in self.stored}
        rows = []
        for key, row in before.items():
            version = now[key].version if key in now else row.version
            rows.append(row._replace(version=version + 1) if key in touched else now.get(key, row))
        self.stored = [row._replace(number=at + 1) for at, row in enumerate(rows)]
        changed = tuple(row for row in self.stored if row.target_id in touched)
        return FakeEdit(changed, back, edition_changed=not is_same_order)

    def comment(self, target_id, text, *, span) -> None:
        quoted = self.text(target_id)[slice(*span)] if span else ""
        number = len(self.comments) + 1
        self.comments.append(
            CommentRow(number, target_id, None, "Translator A", datetime.now(UTC), text, span, quoted)
        )

    def reply(self, comment_id: int, text: str) -> None:
        first = next(c for c in self.comments if c.id == comment_id)
        number = len(self.comments) + 1
        self.comments.append(
            CommentRow(number, first.target_id, comment_id, "Reviewer A", datetime.now(UTC), text)
        )

    def resolve(self, comment_id: int) -> None:
        self.comments = [c._replace(is_resolved=True) if c.id == comment_id else c for c in self.comments]

    def reopen_comment(self, comment_id: int) -> None:
        self.comments = [c._replace(is_resolved=False) if c.id == comment_id else c for c in self.comments]

    def read_comments(self, edition_id: int) -> list[CommentRow]:
        return list(self.comments)

    def read_history(self, target_id: int) -> list[RevisionRow]:
        return list(self.revisions.get(target_id, []))

    def check_edition(self, edition_id: int, pause) -> list:
        pause()
        return []

    def check_row(self, edition_id: int, passage) -> list:
        return self.findings(passage)

    def accept(self, target_id, finding, reason, *, in_article=False) -> None:
        self.accepted.append((finding.check, reason, in_article))

    def accept_always(self, kind, source, target, reason, check) -> None:
        self.accepted.append((str(kind), source, target, reason, check))

    def facts_of(self, edition_id: int, passage) -> list:
        return self.facts(passage)

    def suggestions(self, source: str, *, before: str, after: str) -> list:
        return self.memory(source)

    def engines_beside(self) -> list[EngineName]:
        return list(self.engines)

    def ask_engine(self, edition_id: int, passage, engine: EngineName):
        self.engines_asked.append((engine.key, passage.source))
        gate = self.gates.get(engine.key)
        while gate is not None and not gate.is_set():
            yield Progress(0, 1)
            time.sleep(0.005)
        yield Progress(0, 1)
        return self.engines[engine](passage)

    def concordance(self, words: str, only: HitFilter = NO_FILTER) -> list:
        self.filtered.append(only)
        return self.hits(words)

    def export_hits(self, words: str, only: HitFilter, path: Path) -> int:
        path.write_text(words, "utf-8")
        return 1

    def terms_in(self, source: str) -> list:
        return self.terms(source)

    def listen(self, callback):
        self.listeners.append(callback)
        return lambda: self.listeners.remove(callback)

    def names_in(self, source: str) -> list[str]:
        return [name.target for name in self.vocabulary.names if name.source in source]

    def consult(self, text: str, position: int):
        self.consulted.append((text, position))
        return consult(text, position, self.vocabulary)

    def consult_next(self, text: str, span: tuple[int, int], step: int):
        found = next_word(text, span, step)
        return None if found is None else self.consult(text, found[0])

    def why_not_spelt(self) -> str:
        return self.not_spelt

    def spelling_suggestions(self, word: str) -> list[str]:
        return {"goverment": ["government"]}.get(word, [])

    def add_word(self, word: str, *, of_article: bool) -> None:
        self.words.append((word, of_article))

    def somebody_else_saves(self, target_id: int, text: str) -> None:
        self._change({target_id: {"target": text}})

    def _row(self, target_id: int) -> EditionRow:
        return next(row for row in self.stored if row.target_id == target_id)

    def _change(self, fields: dict[int, dict]) -> FakeEdit:
        step = FakeStep(tuple(self.stored), frozenset(fields))
        for place, row in enumerate(self.stored):
            if row.target_id in fields:
                self.stored[place] = row._replace(version=row.version + 1, **fields[row.target_id])
                self._remember(self.stored[place])
        return FakeEdit(tuple(self.read_rows(list(fields))), step)

    def _reorder(self, rows: list[EditionRow], touched: set[int]) -> FakeEdit:
        step = FakeStep(tuple(self.stored), frozenset(touched))
        self.stored = [
            row._replace(number=at + 1, version=row.version + (row.target_id in touched))
            for at, row in enumerate(rows)
        ]
        changed = tuple(row for row in self.stored if row.target_id in touched)
        return FakeEdit(changed, step, edition_changed=True)

    def _remember(self, row: EditionRow) -> None:
        kept = self.revisions.setdefault(row.target_id, [])
        number = len(kept) + 1
        kept.insert(
            0,
            RevisionRow(
                number,
                row.target,
                row.state,
                "Translator A",
                datetime.now(UTC),
                row.origin or Origin.TYPED,
                "",
            ),
        )
