"""Nobody gets past the rules by going past the program: direct SQL as every role (RELIABILITY.md, A1)."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import psycopg
import pytest
from tests.server.conftest import WHO, Team

from workbench.desk import reviewing
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all, save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import open_edition
from workbench.library.library import open_library
from workbench.library.server import guarding
from workbench.library.server.refusals import REFUSALS
from workbench.resources import resource

ATTACKS = [
    line
    for line in (Path(__file__).parent / "attacks.sql").read_text("utf-8").splitlines()
    if line and not line.startswith("--")
]
SEEN = """
    SELECT string_agg(t.line, E'\\n' ORDER BY t.line) FROM (
      SELECT 'a' || to_jsonb(x)::text AS line FROM approvals x UNION ALL SELECT 'l' || to_jsonb(x)::text FROM ledger x
      UNION ALL SELECT 'c' || to_jsonb(x)::text FROM credits x UNION ALL SELECT 'e' || to_jsonb(x)::text FROM editions x
      UNION ALL SELECT 't' || to_jsonb(x)::text FROM targets x UNION ALL SELECT 'r' || to_jsonb(x)::text FROM revisions x
      UNION ALL SELECT 'p' || to_jsonb(x)::text FROM publications x UNION ALL SELECT 'v' || to_jsonb(x)::text FROM events x
      UNION ALL SELECT 'm' || to_jsonb(x)::text FROM comments x UNION ALL SELECT 'w' || to_jsonb(x)::text FROM waivers x
      UNION ALL SELECT 'o' || to_jsonb(x)::text FROM people x UNION ALL SELECT 's' || to_jsonb(x)::text FROM settings x
      UNION ALL SELECT 'g' || to_jsonb(x)::text FROM guard.accounts x UNION ALL SELECT 'd' || to_jsonb(x)::text FROM guard.demands x
      UNION ALL SELECT 'k' || to_jsonb(x)::text FROM signing_keys x
      UNION ALL SELECT 'h' || to_jsonb(x)::text FROM person_roles x UNION ALL SELECT 'f' || tgname FROM pg_trigger
        WHERE tgname LIKE 'guard%' AND tgenabled = 'O'
      UNION ALL SELECT 'u' || rolname || rolsuper FROM pg_roles UNION ALL SELECT 'y' || prosrc FROM pg_proc WHERE pronamespace = 'guard'::regnamespace
      UNION ALL SELECT 'q' || relname || relowner FROM pg_class WHERE relnamespace = 'public'::regnamespace
      UNION ALL SELECT 'z' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ) t
"""


def article(team: Team, who: str, headline: str) -> tuple[str, int]:
    """Let somebody import and translate a short article; return its key and edition."""
    library, person = team.at(who)
    report = ImportReport()
    import_pasted(library, f"{headline}\n\n他在会上讲话。\n\n大家认真听取。", report, by=person)
    key = report.added[0].key
    edition = open_edition(library, key)
    for row in edition.rows:
        save_text(library, person, row.target_id, f"English {row.number} of {who}")
    confirm_all(library, person, edition.edition_id)
    reviewing.submit(library, person, key)
    return key, edition.edition_id


@pytest.fixture
def scene(team: Team) -> dict[str, object]:
    """One edition approved, one in review, one in review by somebody who is also a reviewer."""
    library, person = team.at("translator")
    for _ in draft(library, person, team.key, "sample", DraftReport()):
        pass
    approved = open_edition(library, team.key).edition_id
    confirm_all(library, person, approved)
    reviewing.submit(library, person, team.key)
    library, person = team.at("reviewer")
    reviewing.approve(library, person, team.key)
    _, review = article(team, "translator", "会议在长沙召开")
    _, own = article(team, "both", "论坛在北京闭幕")
    with team.cluster.connect(team.database) as owner:
        for name, person in team.people.items():
            owner.execute(
                "INSERT INTO signing_keys (person_id, public, added_at, reason) VALUES (%s, md5(%s) || md5(%s), now(), '')",
                (person, name, f"{name} again"),
            )
        digests = {
            name: owner.execute("SELECT guard.content_digest(%s)", (edition,)).fetchall()[0][0]
            for name, edition in {"own_digest": own, "approved_digest": approved}.items()
        }
    return {"approved": approved, "review": review, "own": own, **digests}


@pytest.mark.parametrize("who", list(WHO))
def test_no_attack_changes_anything(team, scene, who):
    other = "translator" if who != "translator" else "reviewer"
    names = {
        **scene,
        "me": team.people[who],
        "other": team.people[other],
        "reviewer": team.people["reviewer"],
        "other_account": team.account(other),
        "owner_account": "owner",
        "not_admin": "false" if who == "admin" else "true",
    }
    assert len(ATTACKS) >= 40
    with team.cluster.connect(team.database) as watcher:
        before = watcher.execute(SEEN).fetchone()
        for attack in ATTACKS:
            with team.sql(who) as connection, contextlib.suppress(psycopg.Error):
                connection.execute(attack.format(**names))
            assert watcher.execute(SEEN).fetchone() == before, attack


def test_the_same_attacks_succeed_for_the_owner(team, scene):
    """The control: where nothing guards, the oracle sees the change."""
    with team.cluster.connect(team.database) as owner:
        before = owner.execute(SEEN).fetchone()
        owner.execute("UPDATE approvals SET digest = repeat('0', 64)")
        assert owner.execute(SEEN).fetchone() != before


def test_an_account_of_nobody_sees_and_changes_nothing(team, cluster):
    with cluster.connect(team.database) as owner:
        owner.execute(f'CREATE ROLE "{team.database}_stranger" LOGIN')
    with pytest.raises(psycopg.OperationalError):
        cluster.connect(team.database, f"{team.database}_stranger")


def test_an_older_program_is_refused_by_the_library_itself(team):
    with cluster_connection(team) as connection, pytest.raises(psycopg.DatabaseError, match="newer version"):
        connection.execute("SELECT guard.welcome(0)")
    with cluster_connection(team) as connection, pytest.raises(psycopg.DatabaseError, match="which schema"):
        connection.execute("UPDATE editions SET words = words + 1")


def cluster_connection(team: Team) -> psycopg.Connection:
    return team.cluster.connect(team.database, team.account("translator"))


def test_every_table_has_a_guard(team):
    """A table added later is writable by nobody until its guard is written."""
    with team.cluster.connect(team.database) as owner:
        tables = {
            row[0] for row in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        }
        guarded = {
            row[0]
            for row in owner.execute(
                "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'guard%'"
            )
        }
        assert tables - guarded == {"alembic_version"}


def test_the_digest_of_the_library_is_that_of_the_program(team, scene):
    with open_library(team.cluster.url(team.database)) as library, library.reading() as tx:
        from workbench.desk.content import current_digest

        edition = tx.editions.get(scene["own"])
        assert current_digest(tx, edition) == scene["own_digest"]
        assert guarding.is_current(tx.scope.session.connection())


def test_every_plain_refusal_of_the_guards_can_be_said_in_chinese():
    script = resource("server/guard.sql").read_text("utf-8")
    plain = {said.replace("''", "'") for said in re.findall(r"guard\.refuse\('((?:[^']|'')*)'\)", script)}
    assert plain == set(REFUSALS)
