"""One of several programs that edit the same rows at once; says in a line each what became of every text."""

from __future__ import annotations

import json
import random
import sys
import time

from workbench.desk.editing import save_text
from workbench.errors import ConflictError, LibraryError
from workbench.library.library import open_library


def main(place: str, person: int, targets: list[int], edits: int) -> None:
    """Read a row, wait a little as a person does, and write what was not read."""
    dice = random.Random(person)
    with open_library(place) as library:
        for number in range(edits):
            target = dice.choice(targets)
            with library.reading() as tx:
                seen = tx.editions.target(target).version
            time.sleep(dice.random() * 0.01)
            text = f"person {person} edit {number}"
            try:
                save_text(library, person, target, text, seen=seen)
                outcome = "saved"
            except ConflictError as error:
                outcome = (
                    "conflict" if error.mine == text and error.theirs != text else "conflict without texts"
                )
            except LibraryError as error:
                outcome = f"failed: {error}"
            sys.stdout.write(
                json.dumps({"target": target, "person": person, "text": text, "outcome": outcome}) + "\n"
            )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3]), int(sys.argv[4]))
