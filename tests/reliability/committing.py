"""Writes to a library, and says after each commit that it is done: `committing LIBRARY COUNT [off|normal]`.

The second argument after the count is for the control: it takes the syncs away that the library wants.
"""

from __future__ import annotations

import sys

from workbench.library.library import open_library
from workbench.model.setting import StoredSetting

CHECKPOINT_PAGES = 40
"""The log is written back this early, so that it happens often."""


def main(path: str, count: str, control: str = "") -> None:
    """Write an event and a setting together, so many times."""
    with open_library(path) as library:
        with library.writing() as tx:
            connection = tx.scope.session.connection()
            connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES:d}")
        if control:
            engine = library._writer
            assert engine is not None
            with engine.raw_connection().driver_connection as raw:  # type: ignore[union-attr]
                raw.execute(f"PRAGMA synchronous={control}")
        for number in range(int(count)):
            with library.writing() as tx:
                tx.events.add("said", number=number, text="x" * 900)
                tx.scope.session.merge(StoredSetting(name="counted", value=str(number + 1)))
            sys.stdout.write(f"{number + 1}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
