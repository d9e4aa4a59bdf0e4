"""Whoever changes a library or published files past the program is found out (RELIABILITY.md, A2).

Every tampering is made at random on a copy of an office with signed approvals and published pages, by hand (rows alone)
and by somebody who knows the program (the sums of the rows, the account of events or the manifest made to fit again).
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.desk.conftest import staffed
from tests.reliability.processes import SEED

from workbench.desk import private_keys, reviewing
from workbench.desk.anchoring import Seal, read_seal, seal_of, write_seal
from workbench.desk.checking import accept
from workbench.desk.commenting import comment, resolve
from workbench.desk.editing import save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.keeping import backup, check_library
from workbench.desk.publishing import PublishReport, publish, set_details
from workbench.desk.reading import open_edition
from workbench.desk.signing_keys import make_key
from workbench.desk.verifying_files import verify
from workbench.library import seals
from workbench.library.events import seal as seal_event
from workbench.library.library import open_library

TAMPERINGS = int(os.environ.get("WORKBENCH_TAMPERINGS", "60"))
DETAILS = {"section": "Home > Photo News", "outlet": "Hunan Provincial Government", "published": "2020-04-03"}
WATCHED = [one.noun for one in seals.sealed_tables()]


@dataclass
class Scene:
    """A library with its published pages, a copy of yesterday, and the seal that somebody else keeps."""

    folder: Path
    seal: Seal

    @property
    def file(self) -> Path:
        return self.folder / "office.workbench"

    @property
    def pages(self) -> Path:
        return self.folder / "pages"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    folder = tmp_path_factory.mktemp("original")
    patch.setenv("XDG_DATA_HOME", str(folder / "data"))
    patch.setattr(private_keys, "can_keep_keys", lambda: False)
    with open_library(folder / "office.workbench") as library:
        office = staffed(library)
        make_key(library, office.reviewer, passphrase="a long passphrase")
        make_key(library, office.second_reviewer, passphrase="another long one")
        office.translate()
        thread = comment(library, office.reviewer, office.edition_id, "Is this the right name?")
        resolve(library, office.editor, thread)
        reviewing.submit(library, office.translator, office.key)
        reviewing.approve(library, office.reviewer, office.key)
        backup(library, str(folder / "yesterday.workbench"))
        set_details(library, office.editor, office.key, DETAILS)
        for gap in ("source_address", "photo_credit"):
            accept(library, office.editor, office.key, gap, "not on the page")
        report = PublishReport()
        formats = ["html", "txt", "docx", "record"]
        for _ in publish(library, office.editor, [office.key], folder / "pages", formats, report):
            pass
        assert report.refused == []
        added = ImportReport()
        import_pasted(
            library, "会议在长沙召开\n\n他在会上讲话。\n\n大家认真听取。", added, by=office.translator
        )
        for row in open_edition(library, added.added[0].key).rows:
            save_text(library, office.translator, row.target_id, f"Draft {row.number}")
        write_seal(library, folder / "seal.json")
        assert check_library(library).problems == []
    with closing(sqlite3.connect(folder / "office.workbench")) as driver:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        driver.execute("PRAGMA journal_mode=DELETE")
    patch.undo()
    assert verify([folder / "pages" / "manifest.json"]) == []
    return Scene(folder, read_seal(folder / "seal.json"))


# ---------------------------------------------------------------- the tamperings of a library


def other_value(dice: random.Random, value: object) -> object:
    """Return a value that differs in one place."""
    match value:
        case None:
            return dice.choice([1, "x"])
        case int():
            return value + dice.choice([-1, 1])
        case float():
            return value + 1.0
        case bytes():
            at = dice.randrange(len(value)) if value else 0
            return value[:at] + bytes([(value[at] + 1) % 256 if value else 1]) + value[at + 1 :]
        case str():
            at = dice.randrange(len(value) + 1)
            return value[:at] + dice.choice(["x", "\u200b", "0", "字", " "]) + value[at + dice.randrange(2) :]
    raise TypeError(type(value))


def pick(driver: sqlite3.Connection, dice: random.Random, noun: str = "") -> tuple[str, int]:
    """Return a table with rows, and one of them."""
    while True:
        name = noun or dice.choice(WATCHED)
        rows = [row for (row,) in driver.execute(f'SELECT rowid FROM "{name}"')]
        if rows:
            return name, dice.choice(rows)
        assert not noun


def change_a_byte(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Change one place of one field of any row."""
    while True:
        name, row = pick(driver, dice)
        column = dice.choice(
            [r[1] for r in driver.execute(f'PRAGMA table_info("{name}")') if not r[5]] or [""]
        )
        if not column:
            continue
        (value,) = driver.execute(f'SELECT "{column}" FROM "{name}" WHERE rowid = ?', (row,)).fetchone()
        try:
            driver.execute(
                f'UPDATE "{name}" SET "{column}" = ? WHERE rowid = ?', (other_value(dice, value), row)
            )
        except sqlite3.IntegrityError:
            continue
        (now,) = driver.execute(f'SELECT "{column}" FROM "{name}" WHERE rowid = ?', (row,)).fetchone()
        if now != value:
            return name


def delete_a_row(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Delete any row, with nothing that refers to it."""
    name, row = pick(driver, dice)
    driver.execute(f'DELETE FROM "{name}" WHERE rowid = ?', (row,))
    return name


def delete_all(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Empty a table."""
    name, _ = pick(driver, dice)
    driver.execute(f'DELETE FROM "{name}"')
    return name


def double_a_row(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Insert a row a second time."""
    while True:
        name, row = pick(driver, dice)
        columns = [r[1] for r in driver.execute(f'PRAGMA table_info("{name}")') if r[1] != "id"]
        said = ", ".join(f'"{column}"' for column in columns)
        try:
            driver.execute(
                f'INSERT INTO "{name}" ({said}) SELECT {said} FROM "{name}" WHERE rowid = ?', (row,)
            )
        except sqlite3.IntegrityError:
            continue
        return name


def swap_rows(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Let two texts change places, or two people, or two times."""
    while True:
        name, column = dice.choice(
            [("targets", "text"), ("targets", "position"), ("revisions", "text"), ("revisions", "person_id"),
             ("segments", "text"), ("events", "person_id"), ("events", "at"), ("ledger", "characters"),
             ("ledger", "person_id"), ("approvals", "at"), ("coverage", "segment_id")]
        )  # fmt: skip
        rows = driver.execute(f'SELECT rowid, "{column}" FROM "{name}"').fetchall()
        if len(rows) < 2:
            continue
        (one, first), (two, second) = dice.sample(rows, 2)
        if first == second:
            continue
        try:
            driver.execute(f'UPDATE "{name}" SET "{column}" = ? WHERE rowid = ?', (second, one))
            driver.execute(f'UPDATE "{name}" SET "{column}" = ? WHERE rowid = ?', (first, two))
        except sqlite3.IntegrityError:
            driver.rollback()
            continue
        return f"{name}.{column}"


def raise_a_credit(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Give somebody more of the work."""
    driver.execute(
        "UPDATE ledger SET characters = characters + ? WHERE id = (SELECT min(id) FROM ledger)",
        (dice.randint(1, 999),),
    )
    return "ledger"


def cut_the_end(driver: sqlite3.Connection, dice: random.Random) -> str:
    """Cut the newest events off."""
    driver.execute(f"DELETE FROM events WHERE id > (SELECT max(id) FROM events) - {dice.randint(1, 5)}")
    return "events"


BY_HAND = [
    change_a_byte,
    change_a_byte,
    change_a_byte,
    delete_a_row,
    delete_all,
    double_a_row,
    swap_rows,
    raise_a_credit,
    cut_the_end,
]


def make_fit(path: Path, *, account: bool) -> None:
    """Make the sums of the rows fit again, and the account of events too: what the program knows, a forger can know."""
    with closing(sqlite3.connect(path)) as driver:
        if account:
            reseal_account(path)
        changes = seals.figure(driver, seals.CHANGES)
        seals.renew(driver)
        driver.execute(
            "UPDATE seals SET sum = ? WHERE noun = '' AND owner = ?", (changes.to_bytes(32), seals.CHANGES)
        )
        driver.commit()


def reseal_account(path: Path) -> None:
    with open_library(path) as library, library.writing() as tx:
        previous = ""
        for event in list(tx.events.all()):
            event.previous = previous
            event.digest = previous = seal_event(event)


def by_hand(scene: Scene, dice: random.Random) -> str:
    """Change the file with another program."""
    act = dice.choice(BY_HAND)
    with closing(sqlite3.connect(scene.file)) as driver:
        where = act(driver, dice)
        driver.commit()
    return f"{act.__name__} {where.partition('.')[0]}"


def with_sums(scene: Scene, dice: random.Random) -> str:
    """Change the file and make the sums of the rows fit."""
    act = by_hand(scene, dice)
    make_fit(scene.file, account=False)
    return f"{act}, sums made to fit"


def forge_an_approval(scene: Scene, dice: random.Random) -> str:
    """Let somebody else have approved, or another text be approved, with everything made to fit but the signature."""
    with open_library(scene.file) as library, library.writing() as tx:
        approval = next(tx.reviews.all_approvals())
        (event,) = [e for e in tx.events.all() if e.kind == "approved"]
        if dice.random() < 0.5:
            approval.person_id = event.person_id = 1 if dice.random() < 0.5 else 5
        else:
            content = json.loads(json.dumps(approval.content))
            row = dice.choice(content["targets"])
            row["text"] += " forged"
            from workbench.desk.content import digest_of

            approval.content, approval.digest = content, digest_of(content)
            event.data = {**event.data, "digest": approval.digest}
        if dice.random() < 0.5:
            approval.signature, approval.key_id = "", None
            event.data = {name: value for name, value in event.data.items() if name != "signature"}
    make_fit(scene.file, account=True)
    return "forge an approval, account made to fit"


def cut_and_fit(scene: Scene, dice: random.Random) -> str:
    """Cut the end of the account off and make everything fit: only a seal kept elsewhere tells."""
    with closing(sqlite3.connect(scene.file)) as driver:
        cut_the_end(driver, dice)
        driver.commit()
    make_fit(scene.file, account=True)
    return "cut the end, everything made to fit"


def put_back_yesterday(scene: Scene, _dice: random.Random) -> str:
    """Put an older whole file in the place of the library."""
    shutil.copy(scene.folder / "yesterday.workbench", scene.file)
    return "yesterday's file"


# ---------------------------------------------------------------- the tamperings of published files


def change_a_file(scene: Scene, dice: random.Random) -> str:
    """Change one byte of a published file, cut it, or make it longer."""
    path = dice.choice(sorted(path for path in scene.pages.iterdir() if path.name != "manifest.json"))
    data = path.read_bytes()
    at = dice.randrange(len(data))
    path.write_bytes(
        dice.choice(
            [data[:at] + bytes([data[at] ^ 1 << dice.randrange(8)]) + data[at + 1 :], data[:at], data + b" "]
        )
    )
    return f"change a {path.suffix}"


def delete_a_file(scene: Scene, dice: random.Random) -> str:
    """Take a published file away."""
    path = dice.choice(sorted(path for path in scene.pages.iterdir() if path.name != "manifest.json"))
    path.unlink()
    return f"delete a {path.suffix}"


def change_the_manifest(scene: Scene, dice: random.Random) -> str:
    """Change one place of the manifest."""
    path = scene.pages / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    page = content["pages"][0]
    name = dice.choice([name for name in page if name != "files"])
    page[name] = "x" if not isinstance(page[name], int) else page[name] + 1
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return "change the manifest"


def change_file_and_manifest(scene: Scene, dice: random.Random) -> str:
    """Change a published page and make the manifest fit it."""
    path = next(
        path
        for path in sorted(scene.pages.iterdir())
        if path.suffix == dice.choice([".html", ".txt"]) or path.suffix == ".txt"
    )
    path.write_bytes(path.read_bytes().replace(b"the", b"a", 1) + b"\n")
    rewrite_manifest(scene, lambda page: [
        each.update(sha256=hashlib.sha256(path.read_bytes()).hexdigest()) for each in page["files"] if each["name"] == path.name
    ])  # fmt: skip
    return "change a page, manifest made to fit"


def unsign_the_manifest(scene: Scene, dice: random.Random) -> str:
    """Take the signature out of the manifest, or let another have approved, and make the manifest fit."""
    if dice.random() < 0.5:
        rewrite_manifest(scene, lambda page: page.update(signature={}))
    else:
        rewrite_manifest(scene, lambda page: page.update(approved_by="Editor A"))
    return "another approver in the manifest, made to fit"


def rewrite_manifest(scene: Scene, change: Callable[[dict], object]) -> None:
    path = scene.pages / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    change(content["pages"][0])
    said = json.dumps(content["pages"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    content["sha256"] = hashlib.sha256(said.encode()).hexdigest()
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


OF_THE_LIBRARY = (
    [by_hand] * 10 + [with_sums] * 2 + [forge_an_approval] * 2 + [cut_and_fit, put_back_yesterday]
)
OF_FILES = [
    change_a_file,
    change_a_file,
    delete_a_file,
    change_the_manifest,
    change_file_and_manifest,
    unsign_the_manifest,
]


def is_found(scene: Scene, seal: Seal, *, in_files: bool) -> bool:
    """Ask what anybody can ask: `library check --against SEAL`, `verify -L LIBRARY --against SEAL`."""
    try:
        with open_library(scene.file) as library:
            if in_files:
                return bool(verify([scene.pages / "manifest.json"], library=library, seal=seal))
            return bool(check_library(library, against=scene.folder / "seal.json").problems)
    except Exception:  # noqa: BLE001 - a library that cannot be read at all is found out as well
        return True


@pytest.mark.timeout(3600)
def test_every_tampering_is_found(original, tmp_path):
    missed, tried = [], Counter[str]()
    for number in range(SEED, SEED + TAMPERINGS):
        dice = random.Random(number)
        in_files = number % 4 == 3
        scene = Scene(tmp_path / "scene", original.seal)
        shutil.rmtree(scene.folder, ignore_errors=True)
        shutil.copytree(original.folder, scene.folder, ignore=shutil.ignore_patterns("data"))
        act = dice.choice(OF_FILES if in_files else OF_THE_LIBRARY)
        said = act(scene, dice)
        tried[said] += 1
        if not is_found(scene, original.seal, in_files=in_files):
            missed.append((number, said))
    sys.stdout.write(f"{TAMPERINGS} tamperings from {SEED} of {len(tried)} kinds, {len(missed)} not found\n")
    assert missed == []


def test_without_tampering_nothing_is_found(original, tmp_path):
    """The control: the very same questions are silent where nobody has changed anything."""
    scene = Scene(tmp_path / "scene", original.seal)
    shutil.copytree(original.folder, scene.folder, ignore=shutil.ignore_patterns("data"))
    assert not is_found(scene, original.seal, in_files=False)
    assert not is_found(scene, original.seal, in_files=True)
    with open_library(scene.file) as library:
        now = seal_of(library)
        assert now is not None
        assert now.head == original.seal.head
