"""Turn a CC-CEDICT text file into the one compact file the program ships.

Run `python tools/dictionary.py cedict_ts.u8` with the file as its publisher offers it (also inside the
packages that carry it). Written: `resources/dictionary/cc-cedict.tsv.gz`, one entry a line, sorted:
simplified, traditional (empty when the same), pinyin with tone numbers, glosses parted by `/`.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

ENTRY = re.compile(r"^(?P<traditional>\S+) (?P<simplified>\S+) \[(?P<pinyin>[^\]]*)\] /(?P<glosses>.*)/\s*$")
TARGET = Path(__file__).resolve().parents[1] / "resources" / "dictionary" / "cc-cedict.tsv.gz"


def compact(lines: list[str]) -> list[str]:
    """Return the entries of a CC-CEDICT file as sorted, tab-separated lines."""
    rows = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        entry = ENTRY.match(line)
        if entry is None:
            raise SystemExit(f"line {number} is no CC-CEDICT entry: {line.strip()}")
        traditional = "" if entry["traditional"] == entry["simplified"] else entry["traditional"]
        rows.append("\t".join((entry["simplified"], traditional, entry["pinyin"], entry["glosses"])))
    return sorted(rows)


def main() -> None:
    """Read the file named on the command line and write the compact one."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rows = compact(lines)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress(("\n".join(rows) + "\n").encode(), compresslevel=9, mtime=0))
    print(f"{len(rows)} entries, {TARGET.stat().st_size} bytes: {TARGET}")


if __name__ == "__main__":
    main()
