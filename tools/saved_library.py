"""Save a library of the schema that is current, for `tests/library/test_migrating.py`.

Run it once when a schema is released: `python tools/saved_library.py`.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from workbench.desk.demonstrating import demonstrate
from workbench.library.preparing import SCHEMA

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "libraries"


def main() -> None:
    """Do the main job on the sample and keep its library, small and without a log beside it."""
    target = FOLDER / f"schema-{SCHEMA}.workbench"
    with tempfile.TemporaryDirectory() as folder:
        made = demonstrate(Path(folder)).library
        target.unlink(missing_ok=True)
        connection = sqlite3.connect(made)
        connection.execute("VACUUM INTO ?", (str(target),))
        connection.close()


if __name__ == "__main__":
    main()
