"""The long block of the reliability protocol by one command: `python benchmarks/reliability.py [NAME…] [--quick] [--write]`.

Each part runs the tests that run in CI too, but tries as often as the protocol wants; `--quick` tries as often as CI. A
part prints one line: how often it tried, and 0 or what did not hold. `--write` puts the lines into docs/reliability.md,
with date and load; parts that were not run keep theirs. `--more` adds to what is written there, with other moments and
cases than before, so that a long part can be run in pieces: `--often 100 --more --write`, again and again.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[1]
PAGE = HOME / "docs" / "reliability.md"
RESULTS = PAGE.with_suffix(".json")
TALLIES = HOME / "out" / "fuzz" / "tallies"
"""Where the tests of damaged files leave what each importer came to."""
BLOCK, FUZZED = "block", "fuzzed"
"""The names under which the whole block of every change, and the largest tally of each importer, are kept."""
ADDED = ("tried", "past", "read", "refused", "brought", "watched", "changed", "silent", "unstable", "cpu")
MARK = "<!-- figures: written by `python benchmarks/reliability.py --write` -->"
TESTS = "tests/reliability"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the protocol: what is promised, what is counted, and the tests that try it so often."""

    protocol: str
    promise: str
    bad: str
    control: str
    tests: str
    variable: str = ""
    often: int = 0
    in_ci: int = 0


PARTS = {
    "typing": Part("D1", "stopped while somebody works: nothing older than a second is lost, what was called saved is there",
                   "lost, mixed or wrongly called saved", "an oracle fed with losses; real kills in tests/ui/test_kill.py",
                   f"{TESTS}/test_typing_kills.py", "WORKBENCH_KILLS", 1000, 50),
    "kills": Part("D2–D4, D11, D12, D18", "import, export, migration, repair, restore and backup killed at random moments, each so often",
                  "half states", "a try that was done before its moment does not count", f"{TESTS}/test_kills.py",
                  "WORKBENCH_KILLED", 100, 25),
    "power": Part("D5", "simulated power cuts of commits, of a published file and of a restore, each so often",
                  "acknowledged commits lost, halves, damaged files", "synchronous=NORMAL and OFF, writing in place, renaming without a sync",
                  f"{TESTS}/test_power_cuts.py", "WORKBENCH_POWER_CUTS", 1500, 60),
    "disks": Part("D6–D9", "calls of the system refused one by one (EIO, ENOSPC), besides a full, a read-only and a locked disk",
                  "kept commits lost", "each fault has to have happened", f"{TESTS}/test_disks.py", "WORKBENCH_FAULTS", 200, 0),
    "damage": Part("D10, D11", "bits flipped and pages spoilt in a library; one in twenty of them repaired", "changes that are not reported, repairs that fail",
                   "one damage in ten has to change what people see", f"{TESTS}/test_damage.py", "WORKBENCH_FLIPS", 2000, 200),
    "fuzz-texts": Part("I3", "damaged articles and exchange files of ten kinds, so many of each",
                       "foreign errors, hangs over 5 s, changed libraries", "40 % have to get past the outer layer",
                       f"{TESTS}/test_fuzzing_articles.py {TESTS}/test_fuzzing_exchange.py", "WORKBENCH_FUZZ", 200_000, 10_000),
    "fuzz-tables": Part("I3", "damaged memories, term bases and tables of twelve kinds, so many of each",
                        "foreign errors, hangs over 5 s, changed libraries", "40 % have to get past the outer layer",
                        f"{TESTS}/test_fuzzing_memories.py {TESTS}/test_fuzzing_terms.py", "WORKBENCH_FUZZ", 200_000, 10_000),
    "damaged-log": Part("D10", "bits flipped in the log that a killed program left", "commits lost in silence", "one flip in ten has to lose something; a sound "
                        "log and one cut short raise no alarm", f"{TESTS}/test_damaged_log.py", "WORKBENCH_LOG_FLIPS", 2_000, 40),
    "copies": Part("D12", "copies when due, before changes of many rows and at close, thinned by age; restored", "damaged copies kept or restored, last good ones thinned",
                   "a damaged copy is passed over", "tests/library/test_backups.py tests/library/test_rotation.py"),
    "conflicts": Part("D13", "edits of four programs on the same five rows of a file; about a quarter meet another of the same text",
                      "texts silently gone", "an oracle that is told of a text that was never written", f"{TESTS}/test_conflicts.py -k four_programs",
                      "WORKBENCH_CONFLICTS", 40_000, 200),
    "second-writers": Part("D13", "an edition is sent out and its file taken back, so often, while another program types in its rows and a third replaces words in "
                           "all of them", "texts silently gone, rows neither taken nor told", "an oracle that is told of a text that was never written",
                           f"{TESTS}/test_conflicts.py -k come_back", "WORKBENCH_RETURNED", 100, 1),
    "conflicts-server": Part("D13", "the same on PostgreSQL", "texts silently gone", "an oracle that is told of a text that was never written",
                             "tests/server/test_conflicts.py", "WORKBENCH_CONFLICTS", 40_000, 200),
    "many-writers": Part("D14", "three programs that write while a fourth always begins the log anew, so many seconds; one connection that writes, one SQLite",
                         "acknowledged commits lost, damaged libraries", "the log has to have been begun anew", f"{TESTS}/test_many_writers.py",
                         "WORKBENCH_STRESS", 25, 1),
    "clocks": Part("D15", "a clock behind, ahead, set to and fro at work, two an hour apart: order, history, conflicts, credits and copies as with a right one",
                   "differences", "a program under the faked clock is told another year", f"{TESTS}/test_clocks.py"),
    "server-losses": Part("D16", "commits cut in the middle, sessions ended, a frozen and a stopped server", "commits lost, doubled or stuck",
                          "without its mark a cut commit is done twice", "tests/server/test_losses.py", "WORKBENCH_CUTS", 300, 40),
    "schemas": Part("D17", "newer and foreign libraries, older programs on a newer server", "files changed, programs let in", "an older library is opened and migrated",
                    "tests/library/test_opening.py tests/server/test_attacks.py -k newer_library or another_programs or older_program or every_noun"),
    "places": Part("D19", "cloud folders, network drives, sticks, second names, unusual names", "libraries opened without a word or refusal",
                   "folders with like names are not warned of", "tests/library/test_dangers.py"),
    "careless-copies": Part("D19", "copies of the file alone, taken by others while it is written to, restored", "halves that came back",
                            "some have to be sound", f"{TESTS}/test_careless_copies.py", "WORKBENCH_COPIES", 100, 20),
    "mass-changes": Part("D20", "sources and returned files that lost, emptied or un-approved much", "taken without being asked",
                         "what takes little away comes in as ever", "tests/desk/test_guarding.py"),
    "unsavable": Part("D21", "NUL, lone surrogates, U+FFFE and control characters typed, imported and exported; very long sentences",
                      "texts taken in part, exports that fail or cut", "what can be stored is stored",
                      "tests/desk/test_editing.py tests/desk/test_long_paragraphs.py tests/formats/test_contract.py "
                      "-k cannot_be_stored or long_sentence or no_file_can_carry or any_text_survives"),
    "history": Part("D22", "confirmed texts of two people, read back after reopening", "texts missing from the history or out of order",
                    "one of them is taken out past the program", f"{TESTS}/test_history.py -k stays_in_the_history", "WORKBENCH_SAVES", 10_000, 40),
    "hostile": Part("I1, I2, I6, I7", "entities, bombs, lying archives, headers and cut files through every way in",
                    "requests, secrets read, half imports", "a canary that is asked and a marker that is read", f"{TESTS}/test_hostile.py"),
    "endless": Part("I2, I4", "articles and exchange files that never end, take gigabytes or end their reader", "programs held up or ended",
                    "the next file is read", "tests/formats/test_apart.py"),
    "encodings": Part("I5", "texts in many encodings with true, false and no declarations, cut characters, codecs of Python alone",
                      "unreadable bytes dropped in silence, codecs outside the list", "known labels name codecs that exist", "tests/formats/test_encoding.py"),
    "leaving": Part("X1–X5", "payloads in every field of a page, cells, names and templates", "run, loaded or written elsewhere",
                    "the raw payloads fire in the same Chromium", "tests/formats/test_html_in_chromium.py tests/formats/test_html_out.py "
                    f"tests/formats/test_safe_names.py {TESTS}/test_leaving.py"),
    "invisible": Part("X6", "hidden and look-alike characters in any place, clean text of many languages", "hidden ones missed, clean ones alarmed",
                      "each half is the other's control", "tests/checks/test_invisible_check.py"),
    "engines": Part("N1–N6", "a draft server that fails in every way, to one sentence, to an article and to two hundred; kills at the moment of the answer",
                    "texts lost, wrongly paired, paid twice or overwritten; keys sent elsewhere", "a server that answers well is believed",
                    "tests/desk/test_failing_servers.py tests/desk/test_drafting.py tests/engines/test_deepl.py"),
    "secrets": Part("S1–S5", "a whole session with a planted key, through every failure", "traces of the key", "planted traces are found",
                    "tests/desk/test_canary.py"),
    "search": Part("Q1–Q4", "queries of any characters in memory, library and term base", "errors, answers unlike a plain scan",
                   "the same queries raw are refused by the index", f"{TESTS}/test_searching.py", "WORKBENCH_QUERIES", 20_000, 2_000),
    "attacks": Part("A1", "direct SQL past the program as each of five roles", "attacks that changed anything", "the owner's same statements do",
                    "tests/server/test_attacks.py"),
    "tampering": Part("A2", "a library or published files changed past the program, a seal kept elsewhere at hand", "changes not found",
                      "where nothing was changed nothing is found", f"{TESTS}/test_tampering.py", "WORKBENCH_TAMPERINGS", 1_000, 60),
    "approvals": Part("A3", "approved articles of which a letter, an invisible sign or a word everywhere is changed", "approvals that stay, unapproved texts published",
                      "what is approved again goes out", f"{TESTS}/test_history.py -k approval_goes", "WORKBENCH_APPROVALS", 500, 3),
    "offices": Part("A3–A5", "offices whose four people do any act of the desk in any order", "self-approvals, unapproved publications, credits unlike the revisions",
                    "texts are slipped in past the desk between the acts", "tests/desk/test_offices_at_random.py", "WORKBENCH_OFFICES", 200, 15),
    "signatures": Part("A2", "approvals in another's name, without their signature, with lost and replaced keys", "forgeries not found", "true ones fit",
                       "tests/desk/test_signing_keys.py"),
    "account": Part("A6", "changes of pay, rights, stages and decisions without an entry in the account", "silent changes that are not seen",
                    "what is told is no silence", "tests/desk/test_audit.py"),
}  # fmt: skip
"""Every part by its name, in the order in which they are run."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of a part came to."""

    date: str
    load: str
    seconds: float
    tried: int
    passed: int
    failed: int
    said: str
    pairs: int = 0
    """Edits that met another of the same text, where such are counted."""
    cpu: float = 0.0
    """Seconds of a processor."""


def arguments(part: Part) -> list[str]:
    """Return what pytest is told: the files, and which of their tests."""
    files, _, chosen = part.tests.partition(" -k ")
    return [*files.split(), *(["-k", chosen] if chosen else [])]


def command(part: Part, tried: int) -> str:
    """Return the command that tries a part again."""
    often = f"{part.variable}={tried} " if part.variable else ""
    files, _, chosen = part.tests.partition(" -k ")
    return f"{often}pytest {files}" + (f' -k "{chosen}"' if chosen else "")


def run(part: Part, tried: int, before: int = 0) -> Result:
    """Run the tests of a part and return what they came to; `before` were tried already, of which none is tried again."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HOME / "src")}
    if part.variable:
        environment[part.variable], environment["WORKBENCH_SEED"] = str(tried), str(before)
    load, began = f"{os.getloadavg()[0]:.1f}", time.monotonic()
    used = _used()
    words = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", *arguments(part)]
    done = subprocess.run(words, cwd=HOME, env=environment, capture_output=True, text=True, check=False)
    counted = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", done.stdout)}
    failures = re.findall(r"^E +(.+)$", done.stdout, re.MULTILINE)
    failed = counted.get("failed", 0) + counted.get("error", 0) + (not counted)
    said = (
        "0" if not failed else " ".join("; ".join(failures[:3] or ["see the output of the command"]).split())
    )
    seconds = round(time.monotonic() - began)
    pairs = sum(int(number) for number in re.findall(r"(\d+) conflicting pairs", done.stdout))
    return Result(
        f"{datetime.now(UTC):%Y-%m-%d}",
        load,
        seconds,
        tried,
        counted.get("passed", 0),
        failed,
        said,
        pairs,
        _used() - used,
    )


def _used() -> float:
    """Return the seconds of a processor that the programs started here have used."""
    times = os.times()
    return times.children_user + times.children_system


def kept() -> dict[str, Any]:
    """Return what is written in the document, as plain data."""
    return dict(json.loads(RESULTS.read_text("utf-8"))) if RESULTS.exists() else {}


def kept_results() -> dict[str, Result]:
    """Return the results of parts that are written in the document."""
    return {name: Result(**each) for name, each in kept().items() if name in PARTS or name == BLOCK}


def tallies() -> dict[str, dict[str, Any]]:
    """Return the largest tally of every importer: the one in the document, or those that tests left put together."""
    left: dict[str, dict[str, Any]] = {}
    for path in sorted(TALLIES.glob("*.json")):
        one = json.loads(path.read_text("utf-8"))
        one |= {
            "date": f"{datetime.fromtimestamp(path.stat().st_mtime, UTC):%Y-%m-%d}",
            "seed": str(one["seed"]),
        }
        left[one["name"]] = added(left[one["name"]], one) if one["name"] in left else one
    known: dict[str, dict[str, Any]] = kept().get(FUZZED, {})
    return known | {name: one for name, one in left.items() if one["tried"] >= known.get(name, one)["tried"]}


def added(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the tally of two parts of a run; each has a seed of its own."""
    worst = {name: max(one[name], other[name]) for name in ("slowest", "megabytes", "date")}
    counts = {name: one[name] + other[name] for name in ADDED}
    foreign = dict(Counter(one["foreign"]) + Counter(other["foreign"]))
    return one | counts | worst | {"foreign": foreign, "seed": f"{one['seed']}, {other['seed']}"}


def together(earlier: Result, later: Result) -> Result:
    """Return what two pieces of a part came to."""
    loads = [float(load) for each in (earlier, later) for load in each.load.split(" to ")]
    said = "; ".join(dict.fromkeys(each.said for each in (earlier, later) if each.failed)) or "0"
    return replace(
        later,
        load=f"{min(loads)} to {max(loads)}",
        seconds=earlier.seconds + later.seconds,
        tried=earlier.tried + later.tried,
        failed=earlier.failed + later.failed,
        said=said,
        pairs=earlier.pairs + later.pairs,
        cpu=earlier.cpu + later.cpu,
    )


def write(results: dict[str, Result]) -> None:
    """Put results into the document and its JSON; others stay as they are."""
    known = kept_results() | results
    known = {name: known[name] for name in [*PARTS, BLOCK] if name in known}
    fuzzed = tallies()
    plain = {**{name: asdict(result) for name, result in known.items()}, FUZZED: fuzzed}
    RESULTS.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", "utf-8")
    head = PAGE.read_text("utf-8").partition(MARK)[0]
    PAGE.write_text(head + MARK + "\n" + table(known) + fuzzed_table(fuzzed), "utf-8")


def table(results: dict[str, Result]) -> str:
    """Return the lines of the document."""
    lines = ["", "| protocol | promise | tried | result | control, which has to fire | measured | command |", "|---|---|---|---|---|---|---|"]  # fmt: skip
    for name, part in PARTS.items():
        if name not in results:
            continue
        result = results[name]
        tried = (
            f"{result.tried:,}"
            if part.variable and result.tried
            else f"{result.passed + result.failed} tests"
        )
        tried += f", {result.pairs:,} conflicting pairs" if result.pairs else ""
        outcome = f"**{result.failed} tests failed**: {result.said}"
        if not result.failed:
            outcome = f"0 {part.bad}" + (f"; {result.said}" if result.said != "0" else "")
        measured = f"{result.date}, {result.seconds:.0f} s, load {result.load}"
        lines.append(
            f"| {part.protocol} | {part.promise} | {tried} | {outcome} | {part.control} | {measured} | `{command(part, result.tried)}` |"
        )
    if BLOCK in results:
        lines += ["", block_line(results[BLOCK])]
    return "\n".join(lines) + "\n"


def block_line(one: Result) -> str:
    """Return what the block of every change took."""
    return (
        f"The block of every change by two workers (`python benchmarks/reliability.py --block`): {one.passed} tests passed, {one.failed} "
        f"failed in {one.seconds:.0f} s ({one.cpu:.0f} s of a processor), {one.date}, load {one.load}."
    )


def fuzzed_table(fuzzed: dict[str, dict[str, Any]]) -> str:
    """Return the lines about damaged files, an importer each."""
    lines = ["", "| importer | damaged files | past the outer layer | read | refused | errors that are not ours, changed libraries, texts unlike themselves | slowest | memory | measured |", "|---|---|---|---|---|---|---|---|---|"]  # fmt: skip
    for name, one in fuzzed.items():
        bad = sum(one["foreign"].values()) + one["changed"] + one["silent"] + one["unstable"]
        lines.append(
            f"| {name} | {one['tried']:,} | {one['past'] / one['tried']:.0%} | {one['read']:,} | {one['refused']:,} | {bad} "
            f"| {one['slowest']:.2f} s | {one['megabytes']} MB | {one['date']}, seed {one['seed']}, {one['cpu']:.0f} s of a processor |"
        )
    return "\n".join(lines) + "\n" if fuzzed else ""


def run_block() -> Result:
    """Run the block of every change as CI does, all its files by two workers; return how long that took."""
    files = list(
        dict.fromkeys(file for part in PARTS.values() for file in part.tests.partition(" -k ")[0].split())
    )
    return run(Part("", "", "", "", f"{' '.join(files)} -n 2"), 0)


def tell_block(*, write_it: bool) -> int:
    """Run that block and print its line."""
    result = run_block()
    print(
        f"{result.passed} passed, {result.failed} failed in {result.seconds:.0f} s ({result.cpu:.0f} s of a processor), load {result.load}: {result.said}"
    )
    if write_it:
        write({BLOCK: result})
    return 1 if result.failed else 0


def main() -> int:
    """Run what was asked for; leave with status 1 when something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="as often as CI")
    parser.add_argument("--often", type=int, help="try every part so often")
    parser.add_argument("--more", action="store_true", help="add to what is written")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md")
    parser.add_argument(
        "--block", action="store_true", help="run the block of every change by two workers and time it"
    )
    chosen = parser.parse_args()
    if chosen.block:
        return tell_block(write_it=chosen.write)
    if unknown := set(chosen.names) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    results: dict[str, Result] = {}
    for name in chosen.names or PARTS:
        part = PARTS[name]
        earlier = kept_results().get(name) if chosen.more else None
        often = chosen.often or (part.in_ci if chosen.quick else part.often)
        result = run(part, often, earlier.tried if earlier else 0)
        result = together(earlier, result) if earlier else result
        print(
            f"{part.protocol} {name}: {result.tried or result.passed} tried, {result.failed} failed: {result.said}",
            flush=True,
        )
        results[name] = result
        if chosen.write:
            write(results)
    seconds, cpu = (sum(getattr(result, name) for result in results.values()) for name in ("seconds", "cpu"))
    print(f"{len(results)} parts, one after the other, in {seconds:.0f} s, {cpu:.0f} s of a processor")
    return 1 if any(result.failed for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
