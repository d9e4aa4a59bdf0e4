"""Which English token may stand for which Chinese one: dictionary, term base, numbers, names, learned words.

A strength of 1 says the two always translate each other, 0 that nothing is known.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from workbench.memory.align.tokens import english_tokens, stem
from workbench.text.dictionary import entry_lines

_NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|·]+")
_TONE = re.compile(r"[1-5]$")
GLOSS_STOP = frozenset(
    [
        stem(word)
        for word in "sth sb one's oneself esp etc abbr variant also used see old surname not very".split()
    ]
)


@cache
def gloss_strengths(word: str) -> Mapping[str, float]:
    """Return the English stems of a word's glosses, each with its share of the gloss it stands in."""
    strengths: dict[str, float] = {}
    glosses = []
    for line in entry_lines().get(word, ()):
        for gloss in line.split("\t")[3].split("/"):
            if gloss.startswith(("CL:", "surname ", "variant of", "old variant", "see ", "also written")):
                continue
            for part in re.split(r"[;,]", _NOTE.sub(" ", gloss)):
                tokens = [token for token in english_tokens(part) if token not in GLOSS_STOP]
                if tokens and len(tokens) <= 8:
                    glosses.append(tokens)
    for tokens in glosses:
        share = 1 / math.sqrt(len(tokens))
        for token in tokens:
            strengths[token] = max(strengths.get(token, 0.0), share)
    crowd = 1 / (1 + 0.03 * len(strengths))
    return {token: share * crowd for token, share in strengths.items()}


@cache
def syllables(character: str) -> frozenset[str]:
    """Return the readings of one Chinese character without tones, as names are spelt in English."""
    return frozenset(
        _TONE.sub("", line.split("\t")[2]).lower().replace("u:", "u")
        for line in entry_lines().get(character, ())
        if line.split("\t", 1)[0] == character or line.split("\t", 2)[1] == character
    )


def spellings(word: str) -> dict[str, int]:
    """Return how a Chinese name or a part of it may be spelt in English, with the characters each takes."""
    found: dict[str, int] = {}
    for start in range(len(word)):
        runs = [""]
        for end in range(start, min(len(word), start + 3)):
            runs = [run + reading for run in runs for reading in syllables(word[end])][:12]
            for run in runs:
                found[run] = max(found.get(run, 0), end - start + 1)
    return found


def link_tokens(
    chinese: Sequence[str],
    english: Mapping[str, int],
    capitalised: frozenset[str],
    terms: Mapping[str, Sequence[str]],
) -> Iterable[tuple[int, int, float]]:
    """Yield (Chinese index, English index, strength) for every pair of tokens that may translate each other."""
    for index, word in enumerate(chinese):
        found: dict[str, float] = {}
        if word[0] == "#":
            found[word] = 1.0
        elif word[0] == "=":
            found[word[1:]] = 1.0
        else:
            found.update(gloss_strengths(word))
            if len(word) <= 4:
                for spelling, count in spellings(word).items():
                    if spelling in capitalised:
                        strength = 1.0 if count > 1 else 0.7 if len(word) == 1 or len(spelling) > 3 else 0.5
                        found[spelling] = max(found.get(spelling, 0.0), strength)
            for form in terms.get(word, ()):
                tokens = english_tokens(form)
                for token in tokens:
                    found[token] = max(found.get(token, 0.0), 1 / math.sqrt(len(tokens)))
        for token, strength in found.items():
            place = english.get(token)
            if place is not None:
                yield index, place, strength


def capitalised_stems(sentences: Iterable[str]) -> frozenset[str]:
    """Return the stems of words written with a capital inside a sentence oftener than not: likely names."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for sentence in sentences:
        for word in re.findall(r"[A-Za-z][a-z'’-]*", sentence):
            plain = word.lower().replace("-", "")
            (capital if word[0].isupper() else small)[plain] += 1
            if "-" in word:
                for part in word.lower().split("-"):
                    (capital if word[0].isupper() else small)[part] += 1
    return frozenset(
        form for word, count in capital.items() if count > small[word] for form in (word, stem(word))
    )
