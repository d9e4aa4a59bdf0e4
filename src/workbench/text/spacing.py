"""Slips of the typing hand in English: blanks, repeated words, brackets, ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip with a stable code, its place, and what mends it (None: nothing mechanical does)."""

    code: str
    start: int
    end: int
    instead: str | None = None


_DOUBLE_BLANK = re.compile(r"(?<=\S) {2,}(?=\S)")
_BLANK_BEFORE = re.compile(r"(?<=[\w)”\"’']) +(?=[,;:!?](?:\s|$|[”\"’'])|\.(?:\s|$|[”\"’']))")
_NO_BLANK_AFTER = re.compile(
    r"(?<=[a-z]),(?=[A-Za-z])|(?<=[a-z]{2})[;!?](?=[A-Za-z])|(?<=[a-z]{2})\.(?=[A-Z][a-z]+\s)"
)
_BLANK_INSIDE = re.compile(r"(?<=[(\[]) +(?=\S)|(?<=\S) +(?=[)\]])|(?<=“) +(?=\S)|(?<=\S) +(?=”)")
_REPEATED = re.compile(r"\b([A-Za-z]+) +\1\b", re.IGNORECASE)
_ALWAYS_A_SLIP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "has",
        "have",
        "this",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "your",
        "which",
        "who",
        "into",
        "than",
        "if",
        "not",
        "it",
        "they",
        "we",
        "he",
        "she",
        "when",
    ]
)
_MAY_REPEAT = frozenset(
    [
        "that",
        "had",
        "very",
        "so",
        "ha",
        "no",
        "many",
        "really",
        "long",
        "bye",
        "yada",
        "blah",
        "knock",
        "out",
        "do",
        "in",
        "on",
        "is",
        "go",
        "win",
        "can",
        "will",
    ]
)
_DOUBLED_MARK = re.compile(r",{2,}|(?<![.])\.\.(?![.])|;{2,}|(?<!:):{2}(?!:)|,\.|\.,(?<!\w\.,)|[!?]{4,}")
_HYPHEN_AS_DASH = re.compile(r"(?<=[A-Za-z,]) - (?=[A-Za-z])|(?<=\w)--(?=\w)")
_BLANK_IN_NUMBER = re.compile(r"(?<=\d) (?=%)|(?<=[$€£¥]) (?=\d)")
_CLOCK = re.compile(r"\b(\d{1,2}(?::\d\d)?) ?([ap])\.? ?m\b\.?", re.IGNORECASE)
_MARKS = ",.;:!?)]”’\"'"
_BLANK_AND_MARK = (
    " ,",
    " .",
    " ;",
    " :",
    " !",
    " ?",
    "( ",
    "[ ",
    " )",
    " ]",
    "“ ",
    " ”",
    " %",
    "$ ",
    "€ ",
    "£ ",
    "¥ ",
)
_PAIRS = {")": "(", "]": "[", "}": "{"}
_SMILEY_OR_LIST = re.compile(r"(?:^|(?<=[\s,;:]))(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|[:;]-?[()]")


def slips(text: str) -> Iterator[Slip]:
    """Yield the slips of one English text, kind by kind."""
    if "  " in text:
        yield from (Slip("double-blank", *m.span(), " ") for m in _DOUBLE_BLANK.finditer(text))
    if any(mark in text for mark in _BLANK_AND_MARK):
        yield from (Slip("blank-before", *m.span(), "") for m in _BLANK_BEFORE.finditer(text))
        yield from (Slip("blank-inside", *m.span(), "") for m in _BLANK_INSIDE.finditer(text))
        yield from (Slip("blank-in-number", *m.span(), "") for m in _BLANK_IN_NUMBER.finditer(text))
    yield from (
        Slip("no-blank-after", *m.span(), f"{m.group()} ")
        for m in _NO_BLANK_AFTER.finditer(text)
        if not _in_address(text, m.start())
    )
    if _has_neighbours_alike(text):
        yield from _repeated_words(text)
    yield from (Slip("doubled-mark", *m.span(), m.group()[0]) for m in _DOUBLED_MARK.finditer(text))
    if " - " in text or "--" in text:
        yield from (Slip("hyphen-as-dash", *m.span(), " – ") for m in _HYPHEN_AS_DASH.finditer(text))
    yield from _brackets(text)


def _has_neighbours_alike(text: str) -> bool:
    """Tell at little cost whether any two neighbouring words may be the same."""
    words = text.lower().split()
    return any(
        before == after.rstrip(_MARKS) for before, after in pairwise(words) if after.startswith(before)
    )


def _in_address(text: str, place: int) -> bool:
    """Tell whether a place is inside a web or mail address or a file name."""
    start = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    word = text[start : end if end >= 0 else len(text)]
    return (
        "@" in word
        or "/" in word
        or "www." in word
        or bool(re.search(r"\.(?:com|cn|org|net|gov|edu|io)\b", word))
    )


def _repeated_words(text: str) -> Iterator[Slip]:
    for match in _REPEATED.finditer(text):
        word = match[1]
        second = match.group()[len(word) :].strip()
        if (
            word.lower() in _MAY_REPEAT - _ALWAYS_A_SLIP
            or (len(word) == 1 and word.lower() != "a")
            or (word[0].isupper() and second[0].isupper())
        ):
            continue
        certain = word.lower() in _ALWAYS_A_SLIP - _MAY_REPEAT and second.islower()
        yield Slip("repeated-word" if certain else "repeated-word-maybe", *match.span(), word)


def _brackets(text: str) -> Iterator[Slip]:
    """Yield the first bracket without a partner; 1) and :) are none."""
    if not any(c in text for c in "()[]{}"):
        return
    skipped = {i for m in _SMILEY_OR_LIST.finditer(text) for i in range(*m.span())}
    waiting: list[int] = []
    for place, character in enumerate(text):
        if character in "([{":
            waiting.append(place)
        elif character in _PAIRS:
            if waiting and text[waiting[-1]] == _PAIRS[character]:
                waiting.pop()
            elif place not in skipped:
                yield Slip("bracket", place, place + 1)
                return
    if waiting:
        yield Slip("bracket", waiting[0], waiting[0] + 1)
