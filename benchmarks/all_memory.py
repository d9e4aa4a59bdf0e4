"""All measurements of memory, alignment and terms, one after the other, with their peers in the same run.

    python benchmarks/all_memory.py DATA [--units 1000000] [--toolkit PYTHON] [--fixtures FOLDER…] [--texts FOLDER…]

DATA is the folder with the data sets; --texts are further folders with aligned texts (see `alignment.py`), --fixtures
folders with other programs' TMX files. Leaves with status 1 when one of them does.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--toolkit", help="interpreter with translate-toolkit")
    parser.add_argument("--fixtures", nargs="*", default=[])
    parser.add_argument("--texts", nargs="*", default=[])
    options = parser.parse_args()
    data, units = str(options.data), ["--units", str(options.units)]
    toolkit = ["--toolkit", options.toolkit] if options.toolkit else []
    runs = [
        ["memory.py", data, *units],
        ["tmx.py", data, *units, *toolkit],
        ["alignment.py", str(options.data / "alignment-dev"), *options.texts],
        ["terms.py"],
    ]
    if options.fixtures:
        runs.append(["tmx_fixtures.py", *options.fixtures])
    failed = 0
    for name, *arguments in runs:
        print(f"\n== {name} {' '.join(arguments)}", flush=True)
        failed |= subprocess.run([sys.executable, str(HERE / name), *arguments], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
