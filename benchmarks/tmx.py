"""TMX into the library, with the index of the matches ready, beside Translate Toolkit in the same run.

    python benchmarks/tmx.py DATA [--units 1000000] [--toolkit PYTHON]

PYTHON is the interpreter of an environment of its own in which translate-toolkit is installed (it is GPL and never
a part of this program). Each side runs in a process of its own; rates are units a second, memory the peak.

Translate Toolkit is measured twice in its run: "parse" builds a tree and leaves the texts in it; "parse and read the
pairs" also asks every unit for its two texts. The bar of 1.7 is by the second: an import needs the texts, and the
41,000 a second that the bar was set by are near the second, a third of the first. The bar is by the wall clock, where
our two processes work side by side; "CPU" is the time of both added up.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import corpus, real_pairs

from workbench.formats.tmx import TmxUnit, read_units, write_units

PEAK = """
def peak():
    try:  # what the kernel keeps of a process starts anew with the program; `getrusage` remembers the parent's
        said = open("/proc/self/status").read()
        return int(said.partition("VmHWM:")[2].split()[0]) / 1024
    except (OSError, IndexError):
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
"""
OURS = """
import json, os, sys, time
from pathlib import Path
from workbench.desk.exchanging import ExchangeReport, export_memory, import_memory
from workbench.library.library import open_library
with open_library(sys.argv[2]) as library:
    report, cpu = ExchangeReport(), sum(os.times()[:4])
    for _ in import_memory(library, Path(sys.argv[1]), report): pass
    cpu, mb = sum(os.times()[:4]) - cpu, peak()
    out = ExchangeReport()
    for _ in export_memory(library, Path(sys.argv[2] + ".tmx"), out): pass
print(json.dumps({"into the library": report.units / report.seconds, "into the library, CPU": report.units / cpu,
    "export": out.units / out.seconds, "MB": mb, "units": report.units}))
"""
THEIRS = """
import json, sys, time
from translate.storage import tmx
started, cpu = time.perf_counter(), time.process_time()
units = tmx.tmxfile.parsefile(sys.argv[1]).units
parsed, parsed_cpu = time.perf_counter() - started, time.process_time() - cpu
pairs = sum(1 for unit in units if unit.source and unit.target)
both, both_cpu = time.perf_counter() - started, time.process_time() - cpu
print(json.dumps({"parse": len(units) / parsed, "parse, CPU": len(units) / parsed_cpu,
    "parse and read the pairs": pairs / both, "parse and read the pairs, CPU": pairs / both_cpu,
    "MB": peak(), "units": len(units)}))
"""

BAR = 1.7
MEASURES = {
    "parse": "not the bar: no text was read",
    "parse and read the pairs": f"the bar is {BAR}, by the wall clock",
}
"""How Translate Toolkit is measured, and what each measure is for."""


def run(python: str, script: str, *arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [python, "-c", PEAK + script, *arguments], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def show(name: str, found: dict[str, float]) -> None:
    print(name)
    for label, value in found.items():
        print(f"  {label:32s} {value:12,.0f}")


def survives(path: Path, folder: Path) -> bool:
    """Return whether every unit of a file comes back from a round trip as it was."""
    units = [unit._replace(line=0) for unit in read_units(path)]
    write_units(folder / "again.tmx", units)
    return units == [unit._replace(line=0) for unit in read_units(folder / "again.tmx")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--toolkit", help="interpreter with translate-toolkit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "corpus.tmx"
        pairs = corpus(real_pairs(options.data), size=options.units)
        write_units(file, (TmxUnit(zh, en, unit_id=str(at)) for at, (zh, en) in enumerate(pairs)))
        del pairs
        ours = run(sys.executable, OURS, str(file), str(folder / "m.workbench"))
        show("this program", ours)
        if options.toolkit:
            theirs = run(options.toolkit, THEIRS, str(file))
            show("Translate Toolkit", theirs)
            for measure, meaning in MEASURES.items():
                ratio = ours["into the library"] / theirs[measure]
                cpu = ours["into the library, CPU"] / theirs[f"{measure}, CPU"]
                print(f"into the library / their {measure}: {ratio:.2f} (CPU {cpu:.2f}); {meaning}")
            print(f"memory: {ours['MB'] / theirs['MB']:.3f} of theirs")
        sound = True
        for path in sorted(options.data.glob("*.tmx")):
            is_whole = survives(path, folder)
            sound &= is_whole
            print(f"{path.name}: every unit survives a round trip: {is_whole}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
