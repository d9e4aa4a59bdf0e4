"""The documents as arrays of token numbers, with weights by rarity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.int8]

MARKS = ("?？", "!！", '“”"「」『』‘')
"""Marks compared between the two sides; each string is one kind."""
_KIND_OF_MARK = {ord(mark): kind for kind, marks in enumerate(MARKS, 1) for mark in marks}
_SPACE = len(MARKS) + 1
_KIND_OF_SIGN = np.zeros(0x10000, np.uint8)
_KIND_OF_SIGN[list(_KIND_OF_MARK)] = list(_KIND_OF_MARK.values())
_KIND_OF_SIGN[ord(" ")] = _SPACE

_MAYBE_QUOTED = re.compile(r"[\"'“”‘’「」『』]")
_QUOTE = re.compile(
    r"(?P<open>[“「『‘]|(?:(?<=[\s(（:：,，—])|^)[\"'](?=\S))|(?P<close>[”」』]|(?<=[.,!?;。，！？…—\w])[\"'](?!\w)|’(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one document: tokens of all sentences in a row, and what is known of each sentence."""

    tokens: Ints
    starts: Ints
    lengths: Floats
    marks: Floats
    open_quotes: Floats
    paragraph_ends: Floats

    def __len__(self) -> int:
        return len(self.lengths)


class _Numbers(dict[str, int]):
    """Gives every token that is new the next number."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self.words)
        self.words.append(word)
        return number


class Vocabulary:
    """Numbers for tokens, given in order of first appearance, with the count of sentences each stands in."""

    def __init__(self) -> None:
        self.numbers = _Numbers()
        self.sentences = 0
        self._rows: list[Ints] = []

    def add(self, sentences: Sequence[list[str]]) -> tuple[Ints, Ints]:
        """Return the tokens of all sentences as numbers, and where each sentence starts (and the last ends)."""
        number = self.numbers.__getitem__
        rows = [set(map(number, sentence)) for sentence in sentences]
        starts = np.zeros(len(rows) + 1, np.int64)
        np.cumsum([len(row) for row in rows], out=starts[1:])
        tokens = np.fromiter(chain.from_iterable(rows), np.int64, count=int(starts[-1]))
        self.sentences += len(rows)
        self._rows.append(tokens)
        return tokens, starts

    @property
    def words(self) -> Sequence[str]:
        """The tokens by their numbers."""
        return self.numbers.words

    def counts(self) -> Ints:
        """Return for every token in how many sentences it stands."""
        return np.bincount(np.concatenate(self._rows or [np.zeros(0, np.int64)]), minlength=len(self.numbers))

    def telling(self) -> Flags:
        """Return for every token whether its company teaches anything: met twice, and not nearly everywhere."""
        counts = self.counts()
        return (counts >= 2) & (counts <= max(20, 0.2 * self.sentences))

    def rarity(self, fewest: int = 0) -> Floats:
        """Return ln(sentences / sentences with the token), for every token, between 0 and 8.

        Among `fewest` or less it is reckoned as if there were so many: in one sentence every word stands everywhere.
        """
        rarity: Floats = (
            np.log((max(self.sentences, fewest) + 1.0) / (self.counts() + 0.5)).clip(0, 8).astype(np.float32)
        )
        return rarity


def as_side(sentences: Sequence[str], paragraphs: Sequence[int], numbered: tuple[Ints, Ints]) -> Side:
    """Return one side of a document: its sentences, and their tokens as `Vocabulary.add` numbered them."""
    tokens, starts = numbered
    lengths, marks = _lengths_and_marks(sentences)
    return Side(
        tokens=tokens,
        starts=starts,
        lengths=lengths,
        marks=marks,
        open_quotes=_open_quotes(sentences),
        paragraph_ends=_paragraph_ends(sentences, paragraphs),
    )


def _paragraph_ends(sentences: Sequence[str], paragraphs: Sequence[int]) -> Floats:
    """Return 1 for each sentence that ends a paragraph, all 0 when nothing is known of paragraphs."""
    ends = np.zeros(len(sentences), np.float32)
    if len(paragraphs) == len(sentences):
        ends[:-1] = [before != after for before, after in pairwise(paragraphs)]
    return ends


def _lengths_and_marks(sentences: Sequence[str]) -> tuple[Floats, Floats]:
    """Return for each sentence its signs without spaces (1 at least), and its marks of each kind."""
    lengths = np.array([len(sentence) for sentence in sentences], np.float32)
    signs = np.frombuffer("".join(sentences).encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _KIND_OF_SIGN[np.minimum(signs, 0xFFFF)]
    places = np.flatnonzero(kinds)
    rows = np.searchsorted(np.cumsum(lengths, dtype=np.int64), places, side="right")
    counts = np.bincount(rows * (_SPACE + 1) + kinds[places], minlength=len(sentences) * (_SPACE + 1))
    by_kind = counts.reshape(len(sentences), _SPACE + 1).astype(np.float32)
    return np.maximum(lengths - by_kind[:, _SPACE], 1), by_kind[:, 1:_SPACE]


def _open_quotes(sentences: Sequence[str]) -> Floats:
    """Return 1 for each sentence after which a quotation is still open: one begun and not ended, or begun before."""
    states = np.zeros(len(sentences), np.float32)
    state = 0
    for place, sentence in enumerate(sentences):
        if _MAYBE_QUOTED.search(sentence):
            for match in _QUOTE.finditer(sentence):
                state = 1 if match["open"] else 0
        states[place] = state
    return states
