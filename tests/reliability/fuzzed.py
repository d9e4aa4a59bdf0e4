"""What has to hold of every importer that is fuzzed. `WORKBENCH_FUZZ=200000` tries as many."""

from __future__ import annotations

import json
import os

from tests.reliability.processes import ROOT, answer_of

COUNT = int(os.environ.get("WORKBENCH_FUZZ", "10000"))
TALLIES = ROOT / "out" / "fuzz" / "tallies"
"""Where `benchmarks/reliability.py --write` finds them."""
LONGEST_SECONDS = 5.0
MOST_MEGABYTES = 512


def fuzzed(kind: str) -> None:
    """Fuzz one importer and look at its tally."""
    tally = answer_of("tests.reliability.fuzzing", kind, str(COUNT))
    TALLIES.mkdir(parents=True, exist_ok=True)
    (TALLIES / f"{kind}-{tally['seed']}.json").write_text(json.dumps(tally), "utf-8")
    assert tally["tried"] == COUNT
    assert tally["foreign"] == {}, "errors that are not ours; the cases are in out/fuzz"
    assert tally["changed"] == 0, "a refusal changed the library"
    assert tally["silent"] == 0, "the desk took what the reader refuses"
    assert tally["unstable"] == 0, "what was read is not what is read again after writing"
    assert tally["slowest"] < LONGEST_SECONDS, f"case {tally['slowest_case']} is slow"
    assert tally["megabytes"] < MOST_MEGABYTES
    assert tally["past"] >= 0.4 * COUNT, "most cases should get past the outer layer"
    assert tally["read"] > 0
    assert tally["refused"] < COUNT
