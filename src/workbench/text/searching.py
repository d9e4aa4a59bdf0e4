"""Finding words or a pattern in a text, with whatever a reader takes for the same counted as the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from workbench.errors import WorkbenchError
from workbench.sentences import Sentence, fill, say, template, verbatim

PATIENCE_S = 0.5
"""A pattern may look at one text so long; some patterns would never come to an end."""
LETTERS = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{M}\p{N}_]"
"""What a whole word must not touch; Chinese is written without gaps, so Han stands beside anything."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for, and what counts as the same.

    `is_pattern` reads `text` as a regular expression. `keeps_case` tells A from a, `keeps_width` Ａ from A,
    `keeps_script` 國 from 国. An empty text is found nowhere.
    """

    text: str
    is_pattern: bool = False
    is_whole: bool = False
    keeps_case: bool = False
    keeps_width: bool = False
    keeps_script: bool = False


class Finder:
    """Finds one thing in any number of texts. Offsets are code points of the text as it is given."""

    def __init__(self, words: Words) -> None:
        """Raise `WorkbenchError` when the pattern is not one."""
        self.words = words
        self._fold = folding(width=not words.keeps_width, script=not words.keeps_script)
        self._pattern = _compiled(words, self._fold)

    def find(self, text: str) -> list[Span]:
        """Return where it stands; raise `WorkbenchError` when the pattern takes too long."""
        return [match.span() for match in self._matches(text)]

    def replace(self, text: str, replacement: str, spans: Collection[Span] | None = None) -> str:
        """Return a text with all places replaced, or those of `spans`; see `_GROUP` for patterns."""
        pieces, end = [], 0
        for match in self._matches(text):
            if spans is not None and match.span() not in spans:
                continue
            pieces += [text[end : match.start()], self._filled(replacement, match, text)]
            end = match.end()
        return "".join([*pieces, text[end:]])

    def _matches(self, text: str) -> list[Any]:
        if self._pattern is None:
            return []
        try:
            found = list(self._pattern.finditer(self._fold(text), timeout=PATIENCE_S))
        except TimeoutError:
            raise WorkbenchError(
                say("The pattern “{text}” takes too long. Write it more simply.", text=self.words.text)
            ) from None
        return [match for match in found if match.end() > match.start()]

    def _filled(self, replacement: str, match: Any, text: str) -> str:
        if not self.words.is_pattern:
            return replacement

        def fill(named: Any) -> str:
            if named[0] == r"\\":
                return "\\"
            name = named[1] or named[2]
            start, end = match.span(int(name) if name.isdigit() else name)
            return text[start:end] if start >= 0 else ""

        try:
            return str(_GROUP.sub(fill, replacement))
        except IndexError:
            raise WorkbenchError(
                say("The pattern has no group that “{replacement}” names.", replacement=replacement)
            ) from None


_GROUP = regex.compile(r"\\(?:(\d+)|g<(\w+)>|\\)")
r"""A group named in a replacement: `\1`, `\g<1>` or `\g<name>`; two backslashes are one."""


def _compiled(words: Words, fold: Callable[[str], str]) -> Any:
    if not words.text:
        return None
    flags = regex.VERSION0 if words.keeps_case else regex.VERSION0 | regex.IGNORECASE
    pattern = _folded_pattern(words.text, fold) if words.is_pattern else regex.escape(fold(words.text))
    try:
        compiled = regex.compile(pattern, flags)
    except regex.error as error:
        raise WorkbenchError(_refusal(words.text, error)) from None
    if not words.is_whole:
        return compiled
    return regex.compile(rf"(?<!{LETTERS}(?={LETTERS}))(?:{pattern})(?!(?<={LETTERS}){LETTERS})", flags)


FAULTS = {
    "missing )": template("a bracket “(” is not closed"),
    "unbalanced parenthesis": template("there is a “)” without its “(”"),
    "unterminated character set": template("a square bracket “[” is not closed"),
    "missing ]": template("a square bracket “[” is not closed"),
    "nothing to repeat": template("there is nothing before the sign that repeats (*, + or ?)"),
    "multiple repeat": template("two signs that repeat (*, + or ?) follow each other"),
    "min repeat greater than max repeat": template(
        "of two numbers in curly brackets the smaller one has to stand first"
    ),
    "repeat count too big": template("a number in curly brackets is too big"),
    "bad character range": template("a range in square brackets goes backwards"),
    "bad escape (end of pattern)": template("nothing follows the last backslash"),
    "bad escape": template("this letter means nothing after a backslash"),
    "incomplete escape": template("digits are missing after the backslash"),
    "invalid group reference": template("it speaks of a group that is not there"),
    "unknown group": template("it speaks of a group that is not there"),
    "missing group name": template("a group has no name"),
    "bad character in group name": template("the name of a group has a character that is not allowed"),
    "missing >": template("the name of a group is not closed with “>”"),
    "unknown extension": template("what follows “(?” is not known"),
    "unknown property": template("there is no such class of characters"),
    "undefined character name": template("there is no character of this name"),
}
"""What the library says of a faulty pattern (how it begins, the longer first), and what we say of it."""


def _refusal(pattern: str, error: regex.error) -> Sentence:
    fault = next((said for begins, said in FAULTS.items() if error.msg.startswith(begins)), None)
    reason = verbatim(error.msg) if fault is None else fill(fault, {})
    return say(
        "“{text}” is not a pattern: {reason} (character {place}). Mend it, or look for plain words.",
        text=pattern,
        reason=reason,
        place=(error.pos or 0) + 1,
    )


def _folded_pattern(pattern: str, fold: Callable[[str], str]) -> str:
    """Fold a pattern so that a full-width bracket stays a character and does not become a group."""
    return "".join(
        char if char == folded else regex.escape(folded)
        for char, folded in zip(pattern, fold(pattern), strict=True)
    )


def folding(*, width: bool, script: bool) -> Callable[[str], str]:
    """Return what makes texts alike; it never changes how many characters a text has."""
    table = (_widths() if width else {}) | (_scripts() if script else {})
    return (lambda text: text if text.isascii() else text.translate(table)) if table else str


@cache
def _widths() -> dict[int, str]:
    """Map full-width and half-width forms to the usual ones, one character to one."""
    forms = [*range(0xFF01, 0xFFEF), 0x3000]
    narrow = {code: unicodedata.normalize("NFKC", chr(code)) for code in forms}
    return {code: form for code, form in narrow.items() if len(form) == 1 and form != chr(code)}


@cache
def _scripts() -> dict[int, str]:
    """Map each Traditional character to its Simplified one; empty where OpenCC is not installed."""
    try:
        from opencc import OpenCC  # absent on Windows for Arm
    except ImportError:
        return {}
    convert = OpenCC("t2s").convert
    every = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x2A6E0))]
    simple = convert("\n".join(every)).split("\n")
    return {ord(old): new for old, new in zip(every, simple, strict=True) if old != new and len(new) == 1}
