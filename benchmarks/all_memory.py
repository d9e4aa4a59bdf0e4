"""All measurements of memory, alignment and terms, one after the other, with their peers in the same run.

    python benchmarks/all_memory.py DATA [--units 1000000] [--toolkit PYTHON] [--fixtures FOLDER…]
        [--prose FOLDER…] [--novels FOLDER…] [--keep FOLDER [--part NAME…]]

DATA is the folder with the data sets; --prose and --novels are folders with texts kept aside (see `alignment.py`), --fixtures
folders with other programs' TMX files. At the end one table says of every bar what was wanted, what was measured, under
which load, and whether it was held; leaves with status 1 when one was missed.

The whole takes half an hour. With --keep it can be done in parts: what each measured stays in that FOLDER, the table shows
all that is there, and the parts of a million units share a library.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bars import read, tell

HERE = Path(__file__).parent
QUERIES, PIECES = 600, 4
"""Queries compared with brute force, and in how many parts: each takes two minutes."""


def parts_of(options: argparse.Namespace, folder: Path) -> dict[str, list[str]]:
    """Return what there is to run, by name."""
    data, units = str(options.data), ["--units", str(options.units)]
    library = ["--keep", str(folder / "units.workbench")]
    toolkit = ["--toolkit", options.toolkit] if options.toolkit else []
    count = QUERIES // PIECES
    parts = {
        f"matches-{piece + 1}": [
            *("memory.py", data, *units, *library, "--part", "matches"),
            *("--first", str(piece * count), "--queries", str(count)),
        ]
        for piece in range(PIECES)
    }
    parts["concordance"] = ["memory.py", data, *units, *library, "--part", "concordance"]
    parts["window"] = ["memory_window.py", data, *units, *library]
    parts["tmx"] = ["tmx.py", data, *units, *toolkit]
    parts["fixtures"] = ["tmx_fixtures.py", *options.fixtures]
    kept_aside = ["--prose", *options.prose, "--novels", *options.novels]
    parts["alignment"] = ["alignment.py", str(options.data / "alignment-dev"), *kept_aside]
    parts["terms"] = ["terms.py"]
    return parts


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--toolkit", help="interpreter with translate-toolkit")
    parser.add_argument("--fixtures", nargs="*", default=[])
    parser.add_argument("--prose", nargs="*", default=[])
    parser.add_argument("--novels", nargs="*", default=[])
    parser.add_argument(
        "--keep", type=Path, help="folder for what was measured, so that parts can be run apart"
    )
    parser.add_argument("--part", nargs="*", default=[], help="run only these; “none” shows the table alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = options.keep or Path(scratch)
        folder.mkdir(exist_ok=True)
        parts = parts_of(options, folder)
        failed = 0
        for name in options.part or [name for name in parts if name != "fixtures" or options.fixtures]:
            if name in parts:
                failed |= _run(name, parts[name], folder)
        print("\n== all bars", flush=True)
        bars = [
            replace(bar, what=f"{name}: {bar.what}")
            for name in parts
            for bar in read(folder / f"{name}.json")
        ]
        tell(bars)
    return 0 if not failed and all(bar.is_held for bar in bars) else 1


def _run(name: str, words: list[str], folder: Path) -> int:
    """Run a part, which leaves its bars in the folder."""
    script, *arguments = words
    print(f"\n== {name}: {script} {' '.join(arguments)}", flush=True)
    command = [sys.executable, str(HERE / script), *arguments, "--bars", str(folder / f"{name}.json")]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
