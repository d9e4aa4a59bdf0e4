"""One of several programs that change the same rows in ways of their own: `second_writers PLACE PERSON KEY WAY TIMES`.

`type` writes row by row, `replace` replaces words in all rows, `return` sends the edition out and takes it back with other
texts. Says "ready", waits for a line, and then says in a line each what became of every text.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

from workbench.desk.editing import save_text
from workbench.desk.finding import Search, changes_of, find_now, replace_now
from workbench.desk.reading import open_edition
from workbench.desk.sending import send, take_back
from workbench.errors import ConflictError, LibraryError, WorkbenchError
from workbench.library.library import Library, open_library
from workbench.text.searching import Words

ROWS = 12
WORD = "edit"
Outcome = tuple[int, str, str]
"""A target, the text that was to stand there, and what became of it."""


def type_once(library: Library, by: int, key: str, number: int) -> Iterator[Outcome]:
    """Read a row, wait a little as a person does, and write what was not read."""
    row = random.choice(open_edition(library, key).rows[:ROWS])
    time.sleep(random.random() * 0.1)
    text = f"person {by} {WORD} {number}"
    try:
        save_text(library, by, row.target_id, text, seen=row.version)
        yield row.target_id, text, "saved"
    except ConflictError as error:
        yield row.target_id, text, "conflict" if error.mine == text else "conflict without texts"


def replace_once(library: Library, by: int, key: str, number: int) -> Iterator[Outcome]:
    """Find a word, look at what would be changed, and change it everywhere."""
    words = Words(WORD)
    changes = changes_of(find_now(library, Search(words, key=key)), words, f"{WORD} ({by}.{number})")
    time.sleep(random.random() * 0.1)
    try:
        replace_now(library, by, changes)
        outcome = "saved"
    except LibraryError:
        raise
    except WorkbenchError:
        outcome = "conflict"
    yield from ((change.target_id, change.after, outcome) for change in changes)


def return_once(library: Library, by: int, key: str, number: int) -> Iterator[Outcome]:
    """Send the edition out, change its rows elsewhere, and take the file back in."""
    with TemporaryDirectory() as folder:
        path = send(library, by, key, "po", Path(folder) / "article.po")
        file = polib.pofile(str(path))
        rows = open_edition(library, key).rows[:ROWS]
        texts = {row.number: f"returned by {by}, {number}, row {row.number}" for row in rows}
        for entry, text in zip(file, texts.values(), strict=False):
            entry.msgstr = text
        file.save()
        report = take_back(library, by, path, force=True)
    told = {clash.number: clash for clash in report.clashes}
    for row in rows:
        text, clash = texts[row.number], told.get(row.number)
        if clash is not None:
            yield row.target_id, text, "conflict" if clash.theirs == text else "conflict without texts"
        elif row.number in report.changed:
            yield row.target_id, text, "saved"
        else:
            yield row.target_id, text, "neither saved nor told"


WAYS: dict[str, Callable[[Library, int, str, int], Iterator[Outcome]]] = {
    "type": type_once,
    "replace": replace_once,
    "return": return_once,
}


def main(place: str, person: str, key: str, way: str, times: str) -> None:
    """Change rows so many times, once everybody is ready."""
    with open_library(place) as library:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        for number in range(int(times)):
            for target, text, outcome in WAYS[way](library, int(person), key, number):
                said = {"target": target, "person": int(person), "text": text, "outcome": outcome, "way": way}
                sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
