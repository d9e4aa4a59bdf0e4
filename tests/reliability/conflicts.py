"""The oracle of simultaneous edits: no text that was saved is silently gone (RELIABILITY.md, D13)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tests.reliability.processes import ROOT, environment

from workbench.library.library import Library

SCRIPT = Path(__file__).parent / "editing_at_once.py"


def edit_at_once(
    places: list[str], people: list[int], targets: list[int], edits: int
) -> list[dict[str, object]]:
    """Let one program a person edit the same targets at once; return all outcomes, each program's in its order."""
    running = [
        subprocess.Popen(
            [sys.executable, str(SCRIPT), place, str(person), json.dumps(targets), str(edits)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for place, person in zip(places, people, strict=True)
    ]
    outcomes = []
    for process in running:
        said, _ = process.communicate(timeout=1800)
        assert process.returncode == 0
        outcomes += [json.loads(line) for line in said.splitlines()]
    return outcomes


def change_at_once(key: str, writers: list[tuple[str, int, str, int]]) -> list[dict[str, object]]:
    """Let programs change one edition at once, each given as (place, person, way, times); return all outcomes."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.second_writers", place, str(person), key, way, str(times)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment(),
        )
        for place, person, way, times in writers
    ]  # fmt: skip
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    outcomes = []
    for process in running:
        said, _ = process.communicate(timeout=1800)
        assert process.returncode == 0
        outcomes += [json.loads(line) for line in said.splitlines()]
    return outcomes


def tell_pairs(outcomes: list[dict[str, object]]) -> None:
    """Print how many edits met another of the same text: the n beside the promise (pytest -s shows it)."""
    pairs = sum(one["outcome"] == "conflict" for one in outcomes)
    sys.stdout.write(f"{pairs} conflicting pairs in {len(outcomes)} edits\n")


def silently_gone(library: Library, outcomes: list[dict[str, object]]) -> list[str]:
    """Return saved texts that are neither in the history nor went on in their writer's own sitting."""
    kept: dict[object, set[str]] = defaultdict(set)
    with library.reading() as tx:
        for target in {int(str(one["target"])) for one in outcomes}:
            kept[target] = {row.text for row in tx.editions.history(target)}
    gone = []
    saved = [one for one in outcomes if one["outcome"] == "saved"]
    later: dict[tuple[object, object], int] = Counter((one["target"], one["person"]) for one in saved)
    for one in saved:
        place = (one["target"], one["person"])
        later[place] -= 1
        if one["text"] not in kept[one["target"]] and not later[place]:
            gone.append(str(one["text"]))
    return gone
