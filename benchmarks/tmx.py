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

from bars import Bar, add_option, tell
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
def peak_of_children():
    peaks = [0.0]
    for task in os.listdir("/proc/self/task") if os.path.isdir("/proc/self/task") else ():
        try:
            pids = open(f"/proc/self/task/{task}/children").read().split()
            peaks += [int(open(f"/proc/{pid}/status").read().partition("VmHWM:")[2].split()[0]) / 1024 for pid in pids]
        except (OSError, IndexError):
            pass
    return max(peaks)
children = 0.0
with open_library(sys.argv[2]) as library:
    report, cpu = ExchangeReport(), sum(os.times()[:4])
    for step, _ in enumerate(import_memory(library, Path(sys.argv[1]), report)):
        if step % 5 == 0: children = max(children, peak_of_children())
    cpu = sum(os.times()[:4]) - cpu
    out, out_cpu = ExchangeReport(), sum(os.times()[:4])
    for step, _ in enumerate(export_memory(library, Path(sys.argv[2] + ".tmx"), out)):
        if step % 5 == 0: children = max(children, peak_of_children())
    out_cpu = sum(os.times()[:4]) - out_cpu
print(json.dumps({"into the library": report.units / report.seconds, "into the library, CPU": report.units / cpu,
    "export": out.units / out.seconds, "export, CPU": out.units / out_cpu, "MB": peak() + children,
    "MB of it in a child": children, "units": report.units}))
"""
THEIRS = """
import json, sys, time
from translate.storage import tmx
started, cpu = time.perf_counter(), time.process_time()
units = tmx.tmxfile.parsefile(sys.argv[1]).units
parsed, parsed_cpu = time.perf_counter() - started, time.process_time() - cpu
pairs = [(unit.source, unit.target) for unit in units]
both, both_cpu = time.perf_counter() - started, time.process_time() - cpu
count, mb = len(units), peak()
del units
started, cpu = time.perf_counter(), time.process_time()
store = tmx.tmxfile()
for source, target in pairs: store.addtranslation(source, "zh", target, "en")
store.savefile(sys.argv[1] + ".again")
wrote, wrote_cpu = time.perf_counter() - started, time.process_time() - cpu
print(json.dumps({"parse": count / parsed, "parse, CPU": count / parsed_cpu,
    "parse and read the pairs": count / both, "parse and read the pairs, CPU": count / both_cpu,
    "write the pairs": count / wrote, "write the pairs, CPU": count / wrote_cpu, "MB": mb, "units": count}))
"""

BAR = 1.7
MOST_MEMORY = 0.1
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


def compare(ours: dict[str, float], theirs: dict[str, float]) -> list[Bar]:
    """Return the bars that are set by the peer in the same run."""
    for measure, meaning in MEASURES.items():
        ratio = ours["into the library"] / theirs[measure]
        cpu = ours["into the library, CPU"] / theirs[f"{measure}, CPU"]
        print(f"into the library / their {measure}: {ratio:.2f} (CPU {cpu:.2f}); {meaning}")
    into = ours["into the library"] / theirs["parse and read the pairs"]
    out = ours["export"] / theirs["write the pairs"]
    memory = ours["MB"] / theirs["MB"]
    return [
        Bar("TMX into the library / their reading of pairs", f"{BAR}", f"{into:.2f}", into >= BAR),
        Bar("export / their writing of pairs", f"{BAR}", f"{out:.2f}", out >= BAR),
        Bar(
            "memory of import and export / theirs of reading",
            f"{MOST_MEMORY} at a million",
            f"{memory:.3f} at {theirs['units']:,.0f}",
            memory <= MOST_MEMORY,
        ),
    ]


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
    add_option(parser)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "corpus.tmx"
        pairs = corpus(real_pairs(options.data), size=options.units)
        write_units(file, (TmxUnit(zh, en, unit_id=str(at)) for at, (zh, en) in enumerate(pairs)))
        del pairs
        bars: list[Bar] = []
        ours = run(sys.executable, OURS, str(file), str(folder / "m.workbench"))
        show("this program", ours)
        if options.toolkit:
            theirs = run(options.toolkit, THEIRS, str(file))
            show("Translate Toolkit", theirs)
            bars += compare(ours, theirs)
        sound = True
        for path in sorted(options.data.glob("*.tmx")):
            is_whole = survives(path, folder)
            sound &= is_whole
            bars.append(
                Bar(f"every unit of {path.name} survives a round trip", "yes", str(is_whole), is_whole)
            )
    tell(bars, options.bars)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
