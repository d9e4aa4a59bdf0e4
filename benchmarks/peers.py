"""Other checks of numbers to compare with: digits as a multiset, digits missing, translate-toolkit's `numbers`.

The toolkit is an oracle of the benchmark only. Where it is not installed beside the program, `--toolkit PYTHON`
names the interpreter of an environment that has it, and a child of that interpreter judges all pairs at once.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence

Pair = tuple[str, str]
Peer = Callable[[Sequence[Pair]], list[bool]]
"""Takes pairs, returns for each whether the check would flag it."""

_JUDGE = """
import json, sys
from translate.filters import checks
checker = checks.StandardChecker()
def flags(source, target):
    try:
        return not checker.numbers(source, target)
    except checks.FilterFailure:
        return True
print(json.dumps([flags(*pair) for pair in json.load(sys.stdin)]))
"""


def digits(text: str) -> list[str]:
    """Return the digit strings of a text, commas removed."""
    return re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", text))


def _each(flags: Callable[[str, str], bool]) -> Peer:
    return lambda pairs: [flags(*pair) for pair in pairs]


def _by_toolkit(interpreter: str) -> Peer:
    def judge(pairs: Sequence[Pair]) -> list[bool]:
        words = [interpreter, "-c", _JUDGE]
        answer = subprocess.run(words, input=json.dumps(pairs), capture_output=True, text=True, check=True)
        flags: list[bool] = json.loads(answer.stdout)
        return flags

    return judge


def peers(toolkit: str = "") -> dict[str, Peer]:
    """Return the checks to compare with, translate-toolkit's only where an interpreter has it."""
    found = {
        "digit multiset": _each(lambda source, target: Counter(digits(source)) != Counter(digits(target))),
        "digits missing": _each(lambda source, target: bool(set(digits(source)) - set(digits(target)))),
    }
    return found | ({"toolkit numbers": _by_toolkit(toolkit)} if toolkit else {})
