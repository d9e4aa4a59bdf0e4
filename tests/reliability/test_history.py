"""Every confirmed text stays readable, and an approval holds for the very text it was given for (RELIABILITY.md, D22, A3).

40 confirmed texts and 3 approvals by default; `WORKBENCH_SAVES=10000` and `WORKBENCH_APPROVALS=500` try as many.
"""

from __future__ import annotations

import os
import random
from collections import defaultdict

import pytest
from tests.desk.conftest import staffed
from tests.reliability.processes import SEED

from workbench.desk import editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.finding import Search, changes_of, find_now, replace_now
from workbench.desk.publishing import PublishReport, publish
from workbench.library.library import open_library
from workbench.model.kinds import Stage, State
from workbench.text.searching import Words

SAVES = int(os.environ.get("WORKBENCH_SAVES", "40"))
APPROVALS = int(os.environ.get("WORKBENCH_APPROVALS", "3"))
REOPENED = 200
"""After so many texts the library is closed and opened again."""
GAPS = ("section", "published", "outlet", "source_address", "photo_credit")


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "office.workbench"
    with open_library(path) as library:
        made = staffed(library)
    return path, made


@pytest.mark.timeout(3600)
def test_every_confirmed_text_stays_in_the_history_in_its_order(place):
    path, office = place
    dice, confirmed = random.Random(22 + SEED), defaultdict(list)
    people = [office.translator, office.second_translator]
    for begun in range(0, SAVES, REOPENED):
        with open_library(path) as office.library:
            targets = [row.target_id for row in office.rows()[:5]]
            for number in range(begun, min(begun + REOPENED, SAVES)):
                by, target = dice.choice(people), dice.choice(targets)
                for draft in range(dice.randint(1, 2)):
                    editing.save_text(office.library, by, target, f"Text {number}, draft {draft}.")
                editing.confirm(office.library, by, [target])
                confirmed[target].append(f"Text {number}, draft {draft}.")
    with open_library(path) as library:
        assert unlike(library, confirmed) == []
        with library.writing() as tx:
            target = next(iter(confirmed))
            gone = next(
                row
                for row in tx.editions.revisions(office.edition_id)
                if row.note == "confirmed" and row.target_id == target
            )
            tx.scope.session.delete(gone)
        assert unlike(library, confirmed) == [target], "the control: a text that is gone is noticed"


def unlike(library, confirmed):
    """Return the rows whose history does not hold every confirmed text in its order."""
    with library.reading() as tx:
        histories = {
            target: [row.text for row in tx.editions.history(target) if row.note == "confirmed"]
            for target in confirmed
        }
    return [target for target, texts in confirmed.items() if histories[target] != texts[::-1]]


def a_letter(office, dice):
    row = dice.choice([row for row in office.rows() if row.target])
    at = dice.randrange(len(row.target) + 1)
    return save(office, row, row.target[:at] + "x" + row.target[at:])


def nothing_to_see(office, dice):
    row = dice.choice([row for row in office.rows() if row.target])
    return save(office, row, row.target[:1] + "\u200b" + row.target[1:])


def save(office, row, text):
    editing.save_text(office.library, office.editor, row.target_id, text)
    return [row.target_id]


def a_word_everywhere(office, dice):
    word = dice.choice(["the", "Hunan", "and"])
    found = find_now(office.library, Search(Words(word), key=office.key))
    changes = changes_of(found, Words(word), f"{word}{dice.randrange(10)}")
    replace_now(office.library, office.editor, changes)
    return sorted({change.target_id for change in changes})


CHANGES = (a_letter, nothing_to_see, a_word_everywhere)


def published(office, folder):
    report = PublishReport()
    for _ in publish(office.library, office.editor, [office.key], folder, ["txt"], report):
        pass
    return bool(report.files)


@pytest.mark.timeout(3600)
def test_an_approval_goes_with_the_first_sign_that_changes(place, tmp_path):
    path, office = place
    dice = random.Random(3 + SEED)
    with open_library(path) as office.library:
        office.translate()
        for gap in GAPS:
            accept(office.library, office.editor, office.key, gap, "None.")
        reviewing.submit(office.library, office.translator, office.key)
        for number in range(APPROVALS):
            reviewing.approve(office.library, office.reviewer, office.key)
            assert office.stage() == Stage.APPROVED
            before = {row.target_id: row.target for row in office.rows()}
            touched = CHANGES[number % len(CHANGES)](office, dice)
            assert office.stage() != Stage.APPROVED, number
            states = {row.target_id: row.state for row in office.rows()}
            assert State.REVIEWED not in {states[target] for target in touched}
            assert not published(office, tmp_path / "out")
            for target in touched:
                editing.save_text(office.library, office.editor, target, before[target])
            editing.confirm_all(office.library, office.editor, office.edition_id)
            assert office.stage() != Stage.APPROVED, "the same words once more are not what was approved"
        reviewing.approve(office.library, office.reviewer, office.key)
        assert published(office, tmp_path / "out"), "the control: what is approved goes out"
