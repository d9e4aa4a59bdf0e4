"""Kills one act of the program again and again at random moments: `python -m tests.reliability.killing ACT COUNT`.

Each try happens in a forked child, which has all imported already, with a timer of the system that ends it without a
word: what is on the disk then is what a kill leaves. The moments are drawn evenly from the time that the whole act
takes; tries that were done before their moment came do not count. Prints what came of it as JSON.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.reliability.processes import SEED

from workbench.desk.demonstrating import demonstrate
from workbench.desk.exchanging import ExchangeReport, import_memory
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.keeping import check_library, restore
from workbench.desk.publishing import PublishReport, publish, set_details
from workbench.desk.reading import list_articles, open_edition, show
from workbench.desk.recovering import recover
from workbench.desk.repairing import repair
from workbench.desk.staffing import add_person, list_people
from workbench.desk.verifying_files import verify
from workbench.formats import tmx_entries
from workbench.formats.tmx import TmxUnit, write_units
from workbench.library.backups import damage_in
from workbench.library.journal import MARK, Journal
from workbench.library.library import open_library
from workbench.library.preparing import SCHEMA
from workbench.library.rotation import copies_of, keep_copy
from workbench.model.kinds import Role

DATA = Path(__file__).parents[1] / "data"
NAME = "office.workbench"
DEAD = 4_194_303
"""A process number above the largest of Linux: the owner of a journal that was left behind."""
QUICK = Path("/dev/shm")
UNITS, BATCH = 1_200, 400
ROWS = {18, 23}
"""The segments of the sample texts, in either language."""
FORMATS = ("html", "txt", "md", "json")


@dataclass(frozen=True, slots=True)
class Act:
    """What is killed: how its folder is made once, what is done in it, and what must hold of it afterwards."""

    prepare: Callable[[Path], None]
    run: Callable[[Path], None]
    check: Callable[[Path], str]


@dataclass(slots=True)
class Tally:
    """What came of the kills; `half` are sentences about what did not hold, with the moment in milliseconds."""

    act: str
    killed: int = 0
    finished: int = 0
    milliseconds: float = 0.0
    half: list[str] = field(default_factory=list)


def sound(path: Path) -> str:
    """Open a library, which finishes what was begun, and say what is wrong with it."""
    with open_library(path, create=False) as library:
        return "; ".join(map(str, check_library(library).problems))


def litter(folder: Path) -> str:
    """Say which files stand there that nobody will come back for (a copy broken off goes by its age)."""
    found = [path for pattern in ("*.part", "*.replacing") for path in folder.rglob(pattern)]
    left = [path.name for path in found if path.parent.name != "backups"]
    return f"left behind: {left}" if left else ""


# --- import -----------------------------------------------------------------------------------------------------


def prepare_import(folder: Path) -> None:
    """Make a library with one article, and files with another and with a memory of three batches."""
    shutil.copy(DATA / "sample_en.txt", folder / "one.txt")
    shutil.copy(DATA / "sample_zh.txt", folder / "two.txt")
    with open_library(folder / NAME) as library:
        add_person(library, "Translator A")
        list(import_all(library, [str(folder / "one.txt")], ImportReport()))
    write_units(
        folder / "m.tmx", (TmxUnit(f"第{number}句。", f"Sentence {number}.") for number in range(UNITS))
    )


def run_import(folder: Path) -> None:
    """Import the second article and the memory."""
    tmx_entries.BATCH = BATCH
    with open_library(folder / NAME) as library:
        list(import_all(library, [str(folder / "two.txt")], ImportReport()))
        list(import_memory(library, folder / "m.tmx", ExchangeReport()))


def check_import(folder: Path) -> str:
    """An article is there whole or not at all, the memory in whole batches; importing again completes both."""
    if problem := sound(folder / NAME):
        return problem
    with open_library(folder / NAME) as library, library.reading() as tx:
        rows = [len(open_edition(library, article.key).rows) for article in list_articles(library)]
        units = tx.memories.count()
    if any(count not in ROWS for count in rows) or units % BATCH:
        return f"{rows} rows and {units} units are half an import"
    run_import(folder)
    with open_library(folder / NAME) as library, library.reading() as tx:
        again = (len(list_articles(library)), tx.memories.count())
    return litter(folder) if again == (2, UNITS) else f"{again} after importing again"


# --- export -----------------------------------------------------------------------------------------------------


def prepare_export(folder: Path) -> None:
    """Publish an article, then change its page details, so that publishing again writes other files."""
    demonstrate(folder)
    _publish(folder)
    shutil.copytree(folder / "pages", folder / "old")
    with open_library(folder / "demo.workbench") as library:
        editor = next(person.id for person in list_people(library) if person.name.startswith("Editor"))
        key = list_articles(library)[0].key
        set_details(library, editor, key, {"section": "Home > Other News", "outlet": "Another Outlet"})
    shutil.copytree(folder / "pages", folder / "kept")
    _publish(folder)
    shutil.move(folder / "pages", folder / "new")
    shutil.move(folder / "kept", folder / "pages")


def run_export(folder: Path) -> None:
    """Publish over the good files."""
    _publish(folder)


def _publish(folder: Path) -> None:
    with open_library(folder / "demo.workbench") as library:
        editor = next(person.id for person in list_people(library) if person.name.startswith("Editor"))
        report = PublishReport()
        list(publish(library, editor, [list_articles(library)[0].key], folder / "pages", FORMATS, report))
        assert report.published, report.refused


def check_export(folder: Path) -> str:
    """Every file is byte for byte the old one or the new one; publishing again tidies up and verifies."""
    for path in (folder / "pages").iterdir():
        if path.name.startswith(".") or path.name == "manifest.json":
            continue
        versions = [folder / version / path.name for version in ("old", "new")]
        if path.read_bytes() not in [version.read_bytes() for version in versions if version.exists()]:
            return f"{path.name} is neither the old nor the new one"
    if problem := sound(folder / "demo.workbench"):
        return problem
    _publish(folder)
    problems = verify([folder / "pages" / "manifest.json"])
    return "; ".join(one.message for one in problems) or litter(folder)


# --- migration --------------------------------------------------------------------------------------------------


def prepare_migration(folder: Path) -> None:
    """Take a library of the first schema."""
    shutil.copy(DATA / "libraries" / "schema-1.workbench", folder / NAME)


def run_migration(folder: Path) -> None:
    """Open it."""
    open_library(folder / NAME).close()


def check_migration(folder: Path) -> str:
    """It has the old schema or the new one; it opens, and a copy of the old one stands beside a migrated one."""
    with closing(sqlite3.connect(folder / NAME)) as connection:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        (columns,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    copy = folder / "office-before-schema-2.workbench"
    if schema not in {1, SCHEMA} or not columns:
        return f"schema {schema} is neither the old nor the new one"
    if copy.exists() and damage_in(copy):
        return "the copy made before is damaged"
    if schema != 1 and not copy.exists():
        return "there is no copy of what was migrated"
    with open_library(folder / NAME) as library:
        (article,) = list_articles(library)
        segments = len(show(library, article.key)["segments"])
    if segments != 18:
        return f"{segments} segments are left of 18"
    return sound(folder / NAME) or litter(folder)


# --- repair, restore, backup ------------------------------------------------------------------------------------

TYPED = "Typed in the last second before"


def prepare_repair(folder: Path) -> None:
    """Damage a page of texts of a library that has a copy, and leave a journal behind."""
    demonstrate(folder)
    path = folder / NAME
    shutil.copy(folder / "demo.workbench", path)
    shutil.rmtree(folder / "pages")
    with open_library(path) as library:
        keep_copy(library)
        edition = open_edition(library, list_articles(library)[0].key)
        journal = Journal(path)
        row = edition.rows[3]
        journal.jot(row.target_id, seen=row.version, person_id=2, text=TYPED)
        journal.close()
    next(folder.glob(f"{NAME}{MARK}*")).rename(folder / f"{NAME}{MARK}{DEAD}")
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT pageno FROM dbstat WHERE name = 'targets' AND pagetype = 'leaf'")
        page = found.fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)


def run_repair(folder: Path) -> None:
    """Repair it."""
    repair(str(folder / NAME))


def check_repair(folder: Path) -> str:
    """Repairing again gives a sound library with every row, and what was typed last is there or beside its row."""
    repair(str(folder / NAME))
    if problem := sound(folder / NAME):
        return problem
    with open_library(folder / NAME) as library:
        recover(library)  # as the window does when it opens a library
        (article,) = list_articles(library)
        shown = json.dumps(show(library, article.key), default=str)
        rows = open_edition(library, article.key).rows
        with library.reading() as tx:
            comments = " ".join(comment.text for comment in tx.reviews.comments(article.edition_id or 0))
    if len(rows) != 18:
        return f"{len(rows)} rows are left of 18"
    if TYPED not in shown and TYPED not in comments:
        return "what was typed last is lost"
    return litter(folder)


def prepare_restore(folder: Path) -> None:
    """Make a library that has changed since its copy was made, and leave its log beside it."""
    with open_library(folder / NAME) as library:
        add_person(library, "Translator A")
        keep_copy(library).rename(folder / "copy.workbench")
        add_person(library, "Translator B", [Role.TRANSLATOR], by=1)
    shutil.rmtree(folder / "backups")


def run_restore(folder: Path) -> None:
    """Put the copy back."""
    restore(str(folder / NAME), str(folder / "copy.workbench"))


def check_restore(folder: Path) -> str:
    """The library has the people of before or of after; one with two of them is there under its own or its kept name."""
    if problem := sound(folder / NAME):
        return problem
    counts = []
    for path in [folder / NAME, *folder.glob("office-before-restore-*.workbench")]:
        with open_library(path) as library:
            counts.append(len(list_people(library)))
    run_restore(folder)
    if counts not in ([2], [1, 2]):
        return f"{counts} people stand in the library and what was kept"
    return litter(folder)


def run_backup(folder: Path) -> None:
    """Make an automatic copy."""
    with open_library(folder / NAME) as library:
        keep_copy(library)


def check_backup(folder: Path) -> str:
    """Whatever is called a copy verifies; another one can be made."""
    if bad := [path.name for _, path in copies_of(folder / NAME) if damage_in(path)]:
        return f"{bad} do not verify"
    run_backup(folder)
    return sound(folder / NAME) or litter(folder)


ACTS = {
    "import": Act(prepare_import, run_import, check_import),
    "export": Act(prepare_export, run_export, check_export),
    "migration": Act(prepare_migration, run_migration, check_migration),
    "repair": Act(prepare_repair, run_repair, check_repair),
    "restore": Act(prepare_restore, run_restore, check_restore),
    "backup": Act(prepare_restore, run_backup, check_backup),
}
"""Every act that is killed by its name."""


def in_child(act: Act, folder: Path, after: float = 0.0) -> tuple[float, bool]:
    """Do an act in a child that is ended after so many seconds (0: never); return how long it took, and if it was."""
    began = time.perf_counter()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_REAL, after)
        try:
            act.run(folder)
        except BaseException as error:  # noqa: BLE001 - the parent only sees how the child ended
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0, "the act itself failed"
    return time.perf_counter() - began, os.WIFSIGNALED(status)


def kill(name: str, count: int, seed: int = 8 + SEED) -> Tally:
    """Kill an act so many times."""
    act, tally, rng = ACTS[name], Tally(name), random.Random(seed)
    with tempfile.TemporaryDirectory(dir=QUICK if QUICK.is_dir() else None) as work:
        template = Path(work) / "template"
        template.mkdir()
        _move_house(work)
        act.prepare(template)
        whole = max(in_child(act, _fresh(template, work))[0] for _ in range(2))
        tally.milliseconds = round(whole * 1000, 1)
        while tally.killed < count and tally.killed + tally.finished < 3 * count:
            after = rng.uniform(0.001, whole)
            folder = _fresh(template, work)
            _, was_killed = in_child(act, folder, after)
            tally.killed += was_killed
            tally.finished += not was_killed
            _move_house(work)
            if problem := act.check(folder):
                tally.half.append(f"after {after * 1000:.1f} ms: {problem}")
    return tally


def _move_house(work: str) -> None:
    """Forget which libraries this computer has seen: every try begins with the same one."""
    home = Path(work) / "home"
    shutil.rmtree(home, ignore_errors=True)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(home)


def _fresh(template: Path, work: str) -> Path:
    _move_house(work)
    folder = Path(work) / "folder"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder


def main(name: str, count: str) -> None:
    """Kill and print the tally."""
    logging.disable(logging.CRITICAL)
    gc.collect()
    gc.freeze()
    sys.stdout.write(json.dumps(asdict(kill(name, int(count)))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
