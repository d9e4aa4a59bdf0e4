"""Do the units of other programs' TMX files survive a round trip? Any folder of .tmx files, every pair of languages.

    python benchmarks/tmx_fixtures.py FOLDER…

The fixtures of OmegaT (github.com/omegat-org/omegat, test/data) and Okapi (github.com/vistatec/vistatec-okapi, or
gitlab.com/okapiframework/okapi) are not ours to keep: clone them and name their folders. For each file every ordered
pair of the languages in it is taken twice: read, written and read again by our reader; and brought into a library,
taken out, and compared with the original by Python's own ElementTree: the contents of both segments with their codes,
languages, identifier, people, dates, properties, notes and any other attribute. What cannot be read is counted by reason.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from bars import Bar, add_option, tell

from workbench.desk.exchanging import ExchangeReport, export_memory, import_memory
from workbench.errors import FormatError, Problem
from workbench.formats.tmx import TmxUnit, primary_language, read_units, write_units
from workbench.library.library import open_library
from workbench.library.memories import EntryFilter

_LANGUAGE = re.compile(r"""<tuv[^>]*?(?:xml:)?lang\s*=\s*["']([\w-]+)["']""", re.IGNORECASE)
_TAG = "{http://www.w3.org/XML/1998/namespace}lang"
_FACTS = ("creationdate", "creationid", "changedate", "changeid")
MOST_PAIRS = 12


class Seen(NamedTuple):
    """A pair as an independent reader sees it."""

    segments: tuple[str, str]
    languages: tuple[str, str]
    facts: tuple[str, ...]
    fields: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]

    def says_what(self, other: Seen) -> bool:
        """Tell whether nothing of another is missing here; a library adds people and times where none are said."""
        facts = zip(self.facts, other.facts, strict=True)
        return self._replace(facts=()) == other._replace(facts=()) and all(
            mine == theirs or not theirs for mine, theirs in facts
        )


def seen_in(path: Path, pair: tuple[str, str]) -> Iterator[list[Seen]]:
    """Yield for each target of a unit that has text how it is seen beside each possible source."""
    for unit in ET.parse(path).iter("tu"):
        sides = [[each for each in unit.iter("tuv") if _is_in(each, language)] for language in pair]
        met: set[str] = set()
        for target in sides[1]:
            text = _contents(target)[0]
            if sides[0] and text not in met:
                met.add(text)
                yield [_seen(unit, source, target) for source in sides[0]]


def _is_in(variant: ET.Element, language: str) -> bool:
    return primary_language(_tag(variant)) == language and bool(_contents(variant)[0].strip())


def _tag(variant: ET.Element) -> str:
    return variant.get(_TAG) or variant.get("lang") or ""


def _contents(variant: ET.Element) -> tuple[str, str]:
    """Return what a person reads of a segment, and all that stands in it; native codes are not read."""
    segment = variant.find("seg")
    if segment is None:
        return "", ""
    read, whole = segment.text or "", escape(segment.text or "")
    for part in segment:
        whole += ET.tostring(part, "unicode", short_empty_elements=False)
        read += ("".join(part.itertext()) if part.tag == "hi" else "") + (part.tail or "")
    return read, whole


def _seen(unit: ET.Element, source: ET.Element, target: ET.Element) -> Seen:
    fields = [
        (each.tag, each.get("type", ""), each.text or "")
        for each in unit.iter()
        if each.tag in ("prop", "note")
    ]
    others = [("tu", *item) for item in unit.items() if item[0] not in _FACTS or target.get(item[0])]
    others += [("source", *item) for item in source.items() if item[0] not in (_TAG, "lang")]
    others += [("target", *item) for item in target.items() if item[0] not in (_TAG, "lang", *_FACTS)]
    return Seen(
        (_contents(source)[1], _contents(target)[1]),
        (_tag(source).lower(), _tag(target).lower()),
        tuple(target.get(name) or unit.get(name, "") for name in _FACTS),
        tuple(sorted(fields)),
        tuple(sorted(others)),
    )


def through_a_library(path: Path, pair: tuple[str, str], folder: Path) -> tuple[int, int]:
    """Return how many pairs there are, and how many of them come out of a library as they were."""
    library, out = folder / "one.workbench", folder / "out.tmx"
    shutil.copy(folder / "empty.workbench", library)
    with open_library(library) as opened:
        options = {"source_language": pair[0], "target_language": pair[1]}
        list(import_memory(opened, path, ExchangeReport(), keep_partial=True, **options))
        list(export_memory(opened, out, ExchangeReport(), only=EntryFilter(*pair)))
    again = [one for every in seen_in(out, pair) for one in every]
    found = list(seen_in(path, pair))
    lost = [each for each in found if not any(one.says_what(other) for one in again for other in each)]
    for each in lost:
        print(f"{path}: {pair[0]}-{pair[1]}: not as it was: {each[0]}")
    return len(found), len(found) - len(lost)


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
    paths = sorted(path for folder in options.folders for path in folder.rglob("*.tmx*") if path.is_file())
    again, through = [0, 0], [0, 0]
    refused: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_library(folder / "empty.workbench").close()
        for path in paths:
            for pair in list(permutations(languages_of(path), 2))[:MOST_PAIRS]:
                try:
                    again = [
                        one + two for one, two in zip(again, round_trip(path, pair, folder), strict=True)
                    ]
                    compared = through_a_library(path, pair, folder)
                    through = [one + two for one, two in zip(through, compared, strict=True)]
                except FormatError as error:
                    refused[f"{path.name}: {error}"] += 1
                except ET.ParseError as error:
                    refused[f"{path.name}: not compared, for it is no sound XML: {error}"] += 1
    for reason in refused:
        print(f"refused: {reason}")
    bars = [
        Bar(
            f"units of {len(paths)} files of other programs, read, written, read",
            str(again[0]),
            str(again[1]),
            again[0] == again[1],
        ),
        Bar(
            "pairs of them in and out of a library, with all that is said of them",
            str(through[0]),
            str(through[1]),
            through[0] == through[1],
        ),
    ]
    tell(bars, options.bars)
    return 0 if all(bar.is_held for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
