"""English words cut down to a common stem, so that said, says and saying meet say."""

from __future__ import annotations

from functools import cache

from workbench.resources import resource

ENDINGS = (
    "ization", "isation", "ations", "ation", "ingly", "edly", "iness", "ness", "ments", "ment", "ings",
    "ing", "ied", "ies", "ily", "ers", "er", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip
"""Endings taken off, the longest that fits; three letters must remain."""
_ENDINGS = frozenset(ENDINGS)
_LONGEST_ENDING = max(map(len, ENDINGS))


@cache
def irregular_forms() -> dict[str, str]:
    """Return the base form of irregular English words: went → go, children → child."""
    pairs = {}
    for line in resource("dictionary/irregular-english.tsv").read_text(encoding="utf-8").splitlines():
        base, *forms = line.split()
        pairs.update(dict.fromkeys(forms, base))
    return pairs


@cache
def stem(word: str) -> str:
    """Return a crude stem of a lower-case English word, the same for its common inflections."""
    word = word.replace("’", "'").removesuffix("'s")
    word = irregular_forms().get(word, word)
    if len(word) <= 3:
        return word
    ending = _ending(word)
    if ending and not (ending == "s" and word.endswith("ss")):
        word = word[: -len(ending)]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "iye" else word


def _ending(word: str) -> str:
    for length in range(min(_LONGEST_ENDING, len(word) - 3), 0, -1):
        if word[-length:] in _ENDINGS:
            return word[-length:]
    return ""
