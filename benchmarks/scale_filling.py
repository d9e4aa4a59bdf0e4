"""A large library for `scale.py`: real tables and columns, filled in bulk, its account of events sealed line by line.

An article has a headline and eleven sentences put together from real pairs; nineteen in twenty are published with
approval, publication and account of work, the newest are in every earlier stage. Rare names and numbers are strewn in, so that
a search finds much, little, one or nothing.
"""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from corpus import Pair
from sqlalchemy import Table

from workbench.desk.content import digest_of
from workbench.desk.staffing import add_person
from workbench.library import seals
from workbench.library.connecting import connect_writer
from workbench.library.copying import set_sequences
from workbench.library.events import seal
from workbench.library.library import Library
from workbench.model.kinds import Role
from workbench.model.review import Event
from workbench.model.schema import metadata
from workbench.text.normalise import digest_of as memory_digest
from workbench.text.normalise import normalise
from workbench.text.words import count_characters

SENTENCES = 12
BATCH = 500
"""Articles written at a time."""
FIRST_DAY = datetime(2021, 1, 1, tzinfo=UTC)
SYLLABLES = [
    "bei",
    "dong",
    "fang",
    "guo",
    "hai",
    "jian",
    "kang",
    "lin",
    "ming",
    "ning",
    "ping",
    "qing",
    "rui",
    "shan",
    "tang",
    "wei",
    "xin",
    "yang",
    "zhong",
    "zhou",
]
SIGNS = [chr(code) for code in range(0x4E00, 0x9FA5, 7)]
Rows = dict[str, list[tuple[Any, ...]]]

COLUMNS = {
    "articles": "id key language headline section published outlet author translator photo_credit source_address path "
    "fingerprint imported_at updated_at version",
    "segments": "id article_id position paragraph kind text characters photo_id previous is_retired",
    "editions": "id article_id language stage step number headline section published outlet slug keywords source_address "
    "photo_credit embargo confirmed drafted total words translator_line reviewer_line created_at updated_at version",
    "targets": "id edition_id position kind text state is_returned is_omitted is_locked is_retired opens_paragraph reason "
    "origin origin_detail photo_id confirmed_by confirmed_at reviewed_by revision submitted_revision version",
    "coverage": "target_id segment_id edition_id position",
    "revisions": "id target_id edition_id number text state person_id at origin stage detail note",
    "events": "id kind data article_id edition_id person_id at previous digest",
    "ledger": "id edition_id role person_id characters words typed memory machine imported others drafted edited at reason",
    "approvals": "id edition_id number step person_id digest content own_changes step_name is_self_approval is_final at signed_after signature",
    "publications": "id edition_id number digest details files person_id correction at",
    "assignments": "edition_id role person_id due at",
    "memory_entries": "id source target source_language target_language source_digest before after origin creator domain "
    "note details article_key target_id published is_machine is_reviewed is_retired uses created_at updated_at",
}


class Writer:
    """Writes rows of many tables at once, as fast as the database takes them."""

    def __init__(self, library: Library) -> None:
        self._engine = connect_writer(library.place, keeps_seals=False)
        self._raw = self._engine.raw_connection()
        self._driver: Any = self._raw.driver_connection
        self._is_file = library.path is not None
        if self._is_file:
            self._driver.execute("PRAGMA foreign_keys=OFF")
            self._driver.execute("PRAGMA cache_size=-400000")
        else:
            self._driver.execute(
                "SET session_replication_role = replica"
            )  # no guards: the owner fills an empty library
            self._driver.commit()

    def write(self, rows: Rows) -> None:
        """Write a batch in one transaction."""
        if self._is_file:
            self._driver.execute("BEGIN")
            for name, many in rows.items():
                self._insert(name, many)
            self._driver.execute("COMMIT")
        else:
            with self._driver.cursor() as cursor:
                for name, many in rows.items():
                    with cursor.copy(f"COPY {name} ({', '.join(COLUMNS[name].split())}) FROM STDIN") as copy:
                        for row in many:
                            copy.write_row(row)
            self._driver.commit()

    def _insert(self, name: str, many: list[tuple[Any, ...]]) -> None:
        columns = COLUMNS[name].split()
        marks = ", ".join("?" * len(columns))
        self._driver.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})",
            [tuple(map(_plain, row)) for row in many],
        )

    def finish(self) -> None:
        """Leave the database as the program expects it."""
        if not self._is_file:
            self._driver.execute(
                "INSERT INTO guard.article_stale SELECT id FROM articles ON CONFLICT DO NOTHING"
            )
            self._driver.execute("RESET session_replication_role")
            self._driver.commit()
            self._driver.autocommit = True
            self._driver.execute("VACUUM ANALYZE")
            self._driver.autocommit = False
        else:
            self._driver.execute("ANALYZE")
            seals.renew(self._driver)
            self._driver.execute("PRAGMA foreign_keys=ON")
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._raw.close()
        with self._engine.begin() as connection:
            set_sequences(connection)
        self._engine.dispose()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if isinstance(value, date) else value


def fill(library: Library, pairs: Sequence[Pair], *, articles: int, units: int) -> Iterator[str]:
    """Fill an empty library, or go on where it was broken off; yields what it has done, in words."""
    people = hire(library)
    with library.reading() as tx:
        done, known = tx.articles.count(), tx.memories.newest_id()
        made = Newsroom(pairs, people, articles, tx.events.newest_id(), tx.events.newest_digest())
    writer = Writer(library)
    for first in range(done + 1, articles + 1, BATCH):
        writer.write(made.articles(range(first, min(first + BATCH, articles + 1))))
        if first % 2_000 == 1:
            yield f"{first - 1} articles"
    for first in range(known + 1, units + 1, 20_000):
        writer.write({"memory_entries": made.units(range(first, min(first + 20_000, units + 1)))})
    yield f"{units} units"
    writer.finish()


def hire(library: Library) -> dict[Role, list[int]]:
    """Add the people of a large office; return their ids by role."""
    with library.reading() as tx:
        there = tx.people.all()
    if there:
        return {
            role: sorted(row.id for row in there if role in row.roles and row.name != "Editor A")
            or [there[0].id]
            for role in (Role.EDITOR, Role.TRANSLATOR, Role.REVIEWER)
        }
    first = add_person(library, "Editor A").id
    people: dict[Role, list[int]] = {Role.EDITOR: [first]}
    for role, count in ((Role.TRANSLATOR, 20), (Role.REVIEWER, 5)):
        names = [f"{role.title()} {number:02}" for number in range(1, count + 1)]
        people[role] = [add_person(library, name, [role], by=first).id for name in names]
    return people


class Newsroom:
    """Makes articles and units, always the same ones for the same numbers."""

    def __init__(
        self, pairs: Sequence[Pair], people: dict[Role, list[int]], total: int, event: int, digest: str
    ) -> None:
        self._pairs, self._people, self._total = pairs, people, total
        self._event, self._digest = event, digest

    def articles(self, numbers: range) -> Rows:
        """Return the rows of some articles, table by table in the order in which they may be written."""
        rows: Rows = {name: [] for name in COLUMNS if name != "memory_entries"}
        for number in numbers:
            self._article(number, random.Random(number), rows)
        return rows

    def units(self, numbers: range) -> list[tuple[Any, ...]]:
        """Return entries of the memory."""
        rows = []
        for number in numbers:
            dice = random.Random(-number)
            zh, en = self._sentence(dice)
            at = FIRST_DAY + timedelta(minutes=number)
            digest = memory_digest(normalise(zh))
            rows.append((number, zh, en, "zh", "en", digest, "", "", "tmx", "Translator 01", "", "", "", "", None, None,
                         False, True, False, 1, at, at))  # fmt: skip
        return rows

    def _sentence(self, dice: random.Random) -> Pair:
        zh, en = dice.choice(self._pairs)
        if dice.random() < 0.3:
            other_zh, other_en = dice.choice(self._pairs)
            zh, en = f"{zh.rstrip('。')}，{other_zh}", f"{en.rstrip('.')}, {other_en}"
        if dice.random() < 0.15:
            name = "".join(dice.choice(SIGNS) for _ in range(2))
            zh = f"{name}表示，{zh}"
            en = f"{''.join(dice.choices(SYLLABLES, k=2)).title()} said: {en}"
        return zh, en

    def _stage(self, number: int) -> str:
        back = self._total - number
        share = back / max(self._total, 1)
        if share < 0.02:
            return "drafting"
        for bound, stage in ((0.022, "changes requested"), (0.028, "in review"), (0.03, "approved")):
            if share < bound:
                return stage
        return "published"

    def _article(self, n: int, dice: random.Random, rows: Rows) -> None:
        stage = self._stage(n)
        texts = [self._sentence(dice) for _ in range(SENTENCES)]
        at = FIRST_DAY + timedelta(minutes=25 * n)
        day = at.date()
        head_zh, head_en = texts[0][0][:30], texts[0][1][:80]
        fingerprint = hashlib.sha256("\n".join(zh for zh, _ in texts).encode() + str(n).encode()).hexdigest()
        section = f"首页 > 栏目{n % 30}"
        translator = dice.choice(self._people[Role.TRANSLATOR])
        reviewer = dice.choice(self._people[Role.REVIEWER])
        editor = self._people[Role.EDITOR][0]
        rows["articles"].append((n, f"{n:08x}", "zh", head_zh, section, day, "新华社", "", "", "",
                                 f"https://news.example.cn/{n}.html", "", fingerprint, at, at, 1))  # fmt: skip
        is_done = stage in {"approved", "published"}
        state = {"published": "final", "approved": "reviewed", "in review": "translated"}.get(
            stage, "translated"
        )
        empty = set(range(SENTENCES // 2, SENTENCES)) if stage == "drafting" else set()
        name = f"Translator {self._people[Role.TRANSLATOR].index(translator) + 1:02}"
        read = f"Reviewer {self._people[Role.REVIEWER].index(reviewer) + 1:02}" if is_done else ""
        words = sum(len(en.split()) for _, en in texts)
        rows["editions"].append((n, n, "en", stage, 0, 1, head_en, f"Home > Section {n % 30}", day, "Xinhua", f"story-{n}",
                                 "", f"https://news.example.cn/{n}.html", "", None, SENTENCES - len(empty), 0, SENTENCES,
                                 words, name, read, at, at, 1))  # fmt: skip
        first = (n - 1) * SENTENCES + 1
        for place, (zh, en) in enumerate(texts):
            row = first + place
            kind = "headline" if place == 0 else "body"
            if place in empty:
                en = ""  # noqa: PLW2901 - nobody has translated it yet
            own = "initial" if place in empty else state
            who = None if place in empty else translator
            rows["segments"].append(
                (row, n, place * 1024, (place + 2) // 3, kind, zh, count_characters(zh), None, "", False)
            )
            rows["targets"].append((row, n, place * 1024, kind, en, own, False, False, False, False, place % 3 == 1, "",
                                    "typed" if en else None, "", None, who, at if who else None,
                                    reviewer if is_done else None, 1 if en else 0, 1 if stage != "drafting" else 0, 1))  # fmt: skip
            rows["coverage"].append((row, row, n, 0))
            if en:
                rows["revisions"].append(
                    (row, row, n, 1, en, "translated", translator, at, "typed", "drafting", "", "confirmed")
                )
        self._events(n, stage, at, (translator, reviewer, editor), rows)
        if stage in {"drafting", "changes requested"} and n % 3 == 0:
            rows["assignments"].append((n, "translator", translator, day + timedelta(days=3), at))
        if is_done:
            self._decided(n, at, texts, (translator, reviewer, editor), name, stage, rows)

    def _events(self, n: int, stage: str, at: datetime, who: tuple[int, int, int], rows: Rows) -> None:
        translator, reviewer, editor = who
        acts = [("imported", translator, "drafting", "drafting")]
        if stage != "drafting":
            acts.append(("submitted", translator, "drafting", "in review"))
        if stage == "changes requested":
            acts.append(("returned", reviewer, "in review", "changes requested"))
        if stage in {"approved", "published"}:
            acts.append(("approved", reviewer, "in review", "approved"))
        if stage == "published":
            acts.append(("published", editor, "approved", "published"))
        for kind, person, before, after in acts:
            said = {"before": before, "stage": after}
            self._event += 1
            event = Event(
                kind=kind,
                data=said,
                article_id=n,
                edition_id=n,
                person_id=person,
                at=at,
                previous=self._digest,
            )
            self._digest = seal(event)
            rows["events"].append(
                (self._event, kind, json.dumps(said), n, n, person, at, event.previous, self._digest)
            )

    def _decided(
        self,
        n: int,
        at: datetime,
        texts: list[Pair],
        who: tuple[int, int, int],
        name: str,
        stage: str,
        rows: Rows,
    ) -> None:
        translator, reviewer, editor = who
        content = {
            "language": "en",
            "segments": [["headline" if k == 0 else "body", zh] for k, (zh, _) in enumerate(texts)],
            "targets": [
                {"text": en, "kind": "headline" if k == 0 else "body", "covers": [k], "opens": k % 3 == 1,
                 "omitted": False, "added": False, "reason": ""}
                for k, (_, en) in enumerate(texts)
            ],
            "photos": [],
            "translators": [name],
        }  # fmt: skip
        digest = digest_of(content)
        rows["approvals"].append((n, n, 1, 0, reviewer, digest, json.dumps(content, ensure_ascii=False), "[]", "review",
                                  False, True, at, "", ""))  # fmt: skip
        characters = sum(count_characters(zh) for zh, _ in texts)
        words = sum(len(en.split()) for _, en in texts)
        for at_line, (role, person) in enumerate((("translator", translator), ("reviewer", reviewer))):
            rows["ledger"].append((2 * n + at_line, n, role, person, characters, words, words, 0, 0, 0, 0, 0, 0, at,
                                   "approval of version 1"))  # fmt: skip
        if stage == "published":
            rows["publications"].append((n, n, 1, digest, "{}", "[]", editor, "", at))


def check_columns() -> None:
    """Fail when the tables have other columns than this writes: the schema has moved on."""
    for name, said in COLUMNS.items():
        table: Table = metadata.tables[name]
        missing = {
            column.name for column in table.columns if column.server_default is None and not column.nullable
        } - set(said.split())
        assert not missing, f"{name} also has {sorted(missing)}"


def is_filled(path: str) -> bool:
    """Tell whether a file holds a library that was filled to the end."""
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("SELECT count(*) FROM memory_entries").fetchone()[0])
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
