"""Do the units of other programs' TMX files survive a round trip? Any folder of .tmx files, every pair of languages.

    python benchmarks/tmx_fixtures.py FOLDER…

The fixtures of OmegaT (github.com/omegat-org/omegat, test/data) and Okapi (github.com/vistatec/vistatec-okapi, or
gitlab.com/okapiframework/okapi) are not ours to keep: clone them and name their folders. For each file every ordered
pair of the languages in it is read, written and read again; what cannot be read is counted by reason.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from itertools import permutations
from pathlib import Path

from bars import Bar, add_option, tell

from workbench.errors import FormatError, Problem
from workbench.formats.tmx import TmxUnit, read_units, write_units

_LANGUAGE = re.compile(r"""<tuv[^>]*?(?:xml:)?lang\s*=\s*["']([\w-]+)["']""", re.IGNORECASE)
MOST_PAIRS = 12


def languages_of(path: Path) -> list[str]:
    """Return the language tags of a file, as far as its text tells."""
    data = path.read_bytes()
    is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if is_wide else "utf-8", "replace")
    return sorted({tag.lower().split("-")[0] for tag in _LANGUAGE.findall(text)})


def round_trip(path: Path, pair: tuple[str, str], folder: Path) -> tuple[int, int]:
    """Return how many units were read, and how many of them came back as they were."""
    problems: list[Problem] = []
    read = list(
        read_units(path, source=pair[0], target=pair[1], on_problem=problems.append, keep_partial=True)
    )
    units = [unit._replace(line=0) for unit in read]
    write_units(folder / "again.tmx", units, source_language=pair[0], target_language=pair[1])
    again: list[TmxUnit] = list(read_units(folder / "again.tmx", source=pair[0], target=pair[1]))
    same = sum(one == other._replace(line=0) for one, other in zip(units, again, strict=False))
    return len(units), same


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    add_option(parser)
    options = parser.parse_args()
    folders = options.folders
    files, units, same = 0, 0, 0
    refused: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        for path in sorted(path for folder in folders for path in folder.rglob("*.tmx*") if path.is_file()):
            files += 1
            for pair in list(permutations(languages_of(path), 2))[:MOST_PAIRS]:
                try:
                    found, kept = round_trip(path, pair, Path(name))
                except FormatError as error:
                    refused[f"{path.name}: {error}"] += 1
                    continue
                units, same = units + found, same + kept
                if found != kept:
                    print(f"{path}: {pair[0]}-{pair[1]}: {found - kept} of {found} units changed")
    print(f"{files} files, {units} units read, {same} survived the round trip")
    for reason in refused:
        print(f"refused: {reason}")
    what = f"units of {files} files of other programs survive a round trip"
    tell([Bar(what, f"{units}", f"{same}", units == same)], options.bars)
    return 0 if units == same else 1


if __name__ == "__main__":
    sys.exit(main())
