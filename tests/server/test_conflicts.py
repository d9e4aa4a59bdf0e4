"""Four people edit the same rows of a shared library at once: nothing is overwritten in silence."""

from __future__ import annotations

from collections import Counter

from tests.reliability.conflicts import edit_at_once, silently_gone, tell_pairs
from tests.reliability.test_conflicts import EDITS

from workbench.desk.reading import open_edition
from workbench.desk.sharing import give_account
from workbench.desk.staffing import add_person
from workbench.model.kinds import Role


def test_four_people_on_one_server_overwrite_nothing_in_silence(team):
    people, places = [], []
    for number in range(4):
        row = add_person(team.owner, f"Translator {number}", [Role.TRANSLATOR], by=team.people["owner"])
        account = f"{team.database}_{number}"
        give_account(team.owner, team.people["owner"], row.name, account, password="unused here")
        people.append(row.id)
        places.append(team.cluster.url(team.database, account))
    targets = [row.target_id for row in open_edition(team.owner, team.key).rows[:5]]
    outcomes = edit_at_once(places, people, targets, EDITS)
    counts = Counter(one["outcome"] for one in outcomes)
    tell_pairs(outcomes)
    assert set(counts) <= {"saved", "conflict"}, counts
    assert counts["conflict"] >= EDITS // 20
    assert silently_gone(team.owner, outcomes) == []
