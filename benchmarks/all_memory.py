"""All measurements of memory, alignment and terms, one after the other, with their peers in the same run.

    python benchmarks/all_memory.py DATA [--units 1000000] [--toolkit PYTHON] [--fixtures FOLDER…]
        [--prose FOLDER…] [--novels FOLDER…]

DATA is the folder with the data sets; --prose and --novels are folders with texts kept aside (see `alignment.py`), --fixtures
folders with other programs' TMX files. At the end one table says of every bar what was wanted, what was measured, and
whether it was held; leaves with status 1 when one was missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bars import read, tell

HERE = Path(__file__).parent


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
    options = parser.parse_args()
    data, units = str(options.data), ["--units", str(options.units)]
    toolkit = ["--toolkit", options.toolkit] if options.toolkit else []
    runs = [
        ["memory.py", data, *units],
        ["tmx.py", data, *units, *toolkit],
        [
            "alignment.py",
            str(options.data / "alignment-dev"),
            "--prose",
            *options.prose,
            "--novels",
            *options.novels,
        ],
        ["terms.py"],
    ]
    if options.fixtures:
        runs.append(["tmx_fixtures.py", *options.fixtures])
    failed, bars = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, *arguments) in enumerate(runs):
            print(f"\n== {name} {' '.join(arguments)}", flush=True)
            left = Path(folder) / f"{number}.json"
            command = [sys.executable, str(HERE / name), *arguments, "--bars", str(left)]
            failed |= subprocess.run(command, check=False).returncode
            bars += read(left)
    print("\n== all bars", flush=True)
    tell(bars)
    return 0 if not failed and all(bar.is_held for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
