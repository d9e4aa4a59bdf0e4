"""Fills a small disk with a library, a copy and a page, and says what became of each: `full_disk FOLDER`."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats.writing import write_file
from workbench.library.backups import damage_in
from workbench.library.library import Library, open_library
from workbench.library.rotation import copies_of, keep_copy

LATER = datetime.now(UTC) + timedelta(hours=1)
"""A copy of the same second would be the same copy."""


def refusal(act, *arguments: object) -> str:
    """Return the sentence with which an act is refused, "" when it is done."""
    try:
        act(*arguments)
    except WorkbenchError as error:
        return str(error)
    return ""


def write(library: Library, number: int) -> None:
    """Write one event of 40 kB."""
    with library.writing() as tx:
        tx.events.add("said", number=number, text="x" * 40_000)


def main(folder: str) -> None:
    """Keep a copy and a page, fill the disk, try everything, make room and try again."""
    place = Path(folder)
    page, ballast = place / "page.html", place / "ballast"
    write_file(page, b"old")
    with open_library(place / "office.workbench") as library:
        keep_copy(library)
        ballast.write_bytes(bytes(400_000))
        told: dict[str, object] = {"kept": 0}
        for number in range(1_000):
            if sentence := refusal(write, library, number):
                told["refused"] = sentence
                break
            told["kept"] = number + 1
        told["copy refused"] = refusal(keep_copy, library, LATER)
        told["page refused"] = refusal(write_file, page, bytes(2_000_000))
        told["page"] = page.read_bytes().decode()
        with library.reading() as tx:
            told["read"] = tx.events.count()
        told["sound copies"] = sum(not damage_in(path) for _, path in copies_of(place / "office.workbench"))
        told["litter"] = [path.name for path in place.rglob("*.part")]
        ballast.unlink()
        told["refused with room"] = refusal(write, library, 1_000)
    told["damage"] = [str(one) for one in damage_in(place / "office.workbench")]
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
