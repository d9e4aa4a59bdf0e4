"""Stand-ins for the desk, with articles as a newsroom would have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from workbench.model.changes import Changes
from workbench.model.kinds import Role, Stage
from workbench.model.progress import Progress
from workbench.model.rows import ArticleRow, PersonRow
from workbench.ui.library_desk import PAGE, Importing, Query

if TYPE_CHECKING:
    from workbench.library.library import Library

NEWS = [
    ("许达哲主持召开国际友城工作会议", "Governor Xu Chairs Meeting on International Friendship City Work and the Opening of New Routes", Stage.DRAFTING, 7, 4, 24, ""),
    ("一季度湖南外贸进出口同比增长12.6%", "Hunan’s Foreign Trade Grows 12.6% in First Quarter", Stage.CHANGES_REQUESTED, 24, 2, 26, "Reviewer 1"),
    ("长沙新开通至内罗毕货运航线", "Changsha Opens New Cargo Route to Nairobi", Stage.DRAFTING, 11, 3, 20, ""),
    ("岳麓书院推出线上讲座", "Yuelu Academy Launches Online Lecture Series", Stage.IN_REVIEW, 18, 0, 18, "Reviewer 1"),
    ("张家界主要景区恢复开放", "Zhangjiajie Reopens Major Scenic Spots", Stage.APPROVED, 15, 0, 15, "Editor 1"),
    ("湖南向国际友城捐赠防疫物资", "", Stage.DRAFTING, 0, 0, 21, ""),
    ("湖南向国际友城捐赠防疫物资（二）", "Province Sends Medical Supplies to Friendship Cities", Stage.PUBLISHED, 21, 0, 21, "Reviewer 1"),
]  # fmt: skip


def article(number: int, now: datetime | None = None) -> ArticleRow:
    """Return one of the articles; beyond the seven they repeat with other ids."""
    headline, english, stage, confirmed, drafted, segments, reviewer = NEWS[number % len(NEWS)]
    ages = [
        timedelta(minutes=2),
        timedelta(hours=1),
        timedelta(hours=5),
        timedelta(days=1),
        timedelta(days=4),
    ]
    now = now or datetime.now(UTC)
    return ArticleRow(
        article_id=10_000_000 - number,
        edition_id=number + 1,
        key=f"{number:08x}",
        language="en",
        headline=headline,
        target_headline=english,
        section="Home > Photo News",
        published=date(2020, 4, 3),
        stage=stage,
        confirmed=confirmed,
        drafted=drafted,
        segments=segments,
        translator="Pang Yuehui",
        reviewer=reviewer,
        updated_at=now - ages[min(number, len(ages) - 1)] - timedelta(minutes=number),
    )


class FakeLibraryDesk:
    """A library of any size that was never on a disk."""

    name = "hunan.workbench"
    place = "hunan.workbench"
    is_writable = True

    def __init__(self, count: int = 7, people: Iterable[PersonRow] | None = None) -> None:
        self.rows = [article(number) for number in range(count)]
        everyone = frozenset(str(role) for role in Role)
        self.staff = (
            [PersonRow(1, "Pang Yuehui", "庞月辉", everyone, True)] if people is None else list(people)
        )
        self.steps: list[tuple[str, Role | None]] = []
        self.asked: list[Query] = []
        self.imported: list[str] = []
        self.listeners: list[Callable[[Changes], None]] = []
        self.is_closed = False

    @property
    def library(self) -> Library:
        return cast("Library", None)

    def signed_in(self) -> int | None:
        return None

    def follow(self, trouble: object, reached: object) -> Iterator[None]:
        yield from ()

    def list_articles(self, query: Query, after: ArticleRow | None) -> list[ArticleRow]:
        self.asked.append(query)
        rows = [row for row in self.rows if self._fits(row, query)]
        first = 0 if after is None else next(n for n, row in enumerate(rows) if row.key == after.key) + 1
        return rows[first : first + PAGE]

    def _fits(self, row: ArticleRow, query: Query) -> bool:
        return (
            (not query.stages or row.stage in query.stages)
            and query.text.casefold() in f"{row.headline} {row.target_headline}".casefold()
            and (not query.person or query.person in {row.translator, row.reviewer})
            and (not query.step or query.step == row.review_step)
            and (not query.section or query.section == row.section)
        )

    def queue_counts(self, person_id: int | None, language: str = "en") -> Mapping[str, int]:
        stages = [row.stage for row in self.rows]
        return {
            "drafts": sum(stage in {Stage.DRAFTING, Stage.CHANGES_REQUESTED} for stage in stages),
            "review": stages.count(Stage.IN_REVIEW),
            "ready": stages.count(Stage.APPROVED),
            "published": stages.count(Stage.PUBLISHED),
            "all": len(stages),
            "memory": 58_310,
            "terms": 1_846,
        }

    def review_steps(self) -> Sequence[tuple[str, Role | None]]:
        return self.steps

    def sections(self) -> list[str]:
        return sorted({row.section for row in self.rows})

    def people(self) -> list[PersonRow]:
        return list(self.staff)

    def add_person(
        self, name: str, roles: Iterable[Role], *, name_zh: str = "", by: int | None = None
    ) -> PersonRow:
        made = PersonRow(len(self.staff) + 1, name, name_zh, frozenset(map(str, roles)), True)
        self.staff.append(made)
        return made

    def set_person(
        self, by: int, name: str, *, roles: Iterable[Role], name_zh: str, is_active: bool
    ) -> PersonRow:
        place = next(n for n, person in enumerate(self.staff) if person.name == name)
        changed = PersonRow(self.staff[place].id, name, name_zh, frozenset(map(str, roles)), is_active)
        self.staff[place] = changed
        return changed

    def import_paths(
        self,
        paths: Iterable[str],
        *,
        section: str = "",
        by: int | None = None,
        force: bool = False,
        split: bool = False,
    ) -> Importing:
        from workbench.desk.importing import Imported, ImportReport

        places = list(paths)
        for done, place in enumerate(places):
            yield Progress(done, len(places), place)
            self.imported.append(place)
        return ImportReport(added=[Imported("00000000", "标题", None, "", 3)])

    def import_text(
        self, text: str, *, by: int | None = None, force: bool = False, split: bool = False
    ) -> Importing:
        return (yield from self.import_paths([text], by=by))

    def import_sample(self, *, by: int | None = None) -> Importing:
        return (yield from self.import_paths(["sample"], by=by))

    def listen(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        self.listeners.append(callback)
        return lambda: self.listeners.remove(callback)

    def left_out(self):
        return None

    def time_zone(self) -> str:
        return "Asia/Shanghai"

    def close(self) -> None:
        self.is_closed = True
