"""Writes to a library on a disk that fails now and then, going on as the window does: `failing_disk LIBRARY COUNT`.

It says "kept N" after each commit, "refused SENTENCE" where the library could not take it, and at the end how many it
reads back.
"""

from __future__ import annotations

import sys

from workbench.errors import LibraryError
from workbench.library.library import Library, open_library


def say(*words: object) -> None:
    """Write a line at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def write(library: Library, number: int) -> bool:
    """Write one event; return whether it is kept."""
    try:
        with library.writing() as tx:
            tx.events.add("said", number=number, text="x" * 900)
    except LibraryError as error:
        say("refused", error)
        return False
    say("kept", number)
    return True


def main(path: str, count: str) -> None:
    """Write, then read."""
    with open_library(path) as library:
        for number in range(int(count)):
            write(library, number)
        with library.reading() as tx:
            say("reads", tx.events.count())


if __name__ == "__main__":
    main(*sys.argv[1:])
