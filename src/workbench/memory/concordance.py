"""Concordance: how texts are cut for the full-text table, and how a person's words are asked of it.

One token a character for Chinese, kana, Hangul, digits, punctuation and symbols; one token a word
otherwise. A query is one phrase of such tokens, so any run of Chinese characters is found, however short.
The table is FTS5 without content: `unicode61 remove_diacritics 2 categories 'L* N* Co P* S*'`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from workbench.text.normalise import normalise

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co P* S*'"

_WIDE = r"\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
_SINGLE = re.compile(rf"[{_WIDE}\d]|[^\w\s]|_")
_TOKEN = re.compile(rf"[{_WIDE}\d_]|[^\W\d_{_WIDE}]+|[^\w\s]")
_ESCAPED = re.compile(r"[\\%_]")
_KEPT = frozenset({"L", "N", "P", "S"})
_EVERYWHERE = frozenset(",。的")
"""Signs that stand in three of four sentences: going through all their places takes longer than everything else."""
_LEAST_LEFT = 2
_ENOUGH_WORDS = 3


def fts_text(text: str) -> str:
    """Return a text as the full-text table takes it: normalised, characters of Chinese apart."""
    return " ".join(_TOKEN.findall(normalise(text)))


def fts_query(text: str, column: str = "") -> str:
    """Return the MATCH expression for a person's words as one phrase, or "" when no token is in them.

    Nothing in `text` acts as query syntax: it stands inside quotes, quotes doubled, NUL dropped.
    `column` ("source" or "target") limits the search to one side.
    """
    spaced = fts_text(_bindable(text))
    if not any(_is_token_sign(sign) for sign in spaced):
        return ""
    phrase = '"' + spaced.replace('"', '""') + '"'
    return f"{{{column}}} : {phrase}" if column else phrase


def _bindable(text: str) -> str:
    """Return a text that every database takes: without NUL and halves of surrogate pairs."""
    return text.replace("\0", " ").encode("utf-8", "ignore").decode()


def _is_token_sign(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in _KEPT or category == "Co"


def fts_partial_query(text: str, column: str) -> str:
    """Return the MATCH expression for words that may begin or end inside longer ones; "" when it would ask for nothing.

    The first word is left out (it may be the end of a longer one), the last may go on, or is left out where enough
    others are there. This finds more than the words: what it finds is to be compared with the text itself.
    """
    tokens = fts_text(_bindable(text)).split(" ")
    if len(tokens) > 1 and _is_word_sign(tokens[0][:1]):
        tokens = tokens[1:]
    if len(tokens) > _ENOUGH_WORDS and _is_word_sign(tokens[-1][-1:]):
        tokens = tokens[:-1]  # every word that begins so would be gone through
    phrase = " ".join(tokens).replace('"', '""')
    if not any(_is_token_sign(sign) for sign in phrase):
        return ""
    goes_on = " *" if _is_word_sign(tokens[-1][-1:]) else ""
    return f'{{{column}}} : "{phrase}"{goes_on}'


def fts_rare_query(text: str, column: str) -> str:
    """Return the MATCH expression for what a phrase has beside the signs that stand nearly everywhere.

    It finds what the phrase does and some more, in a fraction of the time; what it finds is to be looked through with
    `has_phrase`. "" where nothing would be spared, where little would be left, and for words, which the table folds.
    """
    tokens = fts_text(_bindable(text)).split(" ")
    if _EVERYWHERE.isdisjoint(tokens) or not all(map(_is_sign, tokens)):
        return ""
    runs = [list(run) for is_common, run in groupby(tokens, _EVERYWHERE.__contains__) if not is_common]
    if sum(map(len, runs)) < _LEAST_LEFT:
        return ""
    phrases = [" ".join(run).replace('"', '""') for run in runs]
    return f"{{{column}}} : (" + " AND ".join(f'"{phrase}"' for phrase in phrases) + ")"


def has_phrase(text: str, query: str) -> bool:
    """Tell whether the full-text table finds a query of single signs in a text."""
    if normalise(query).replace(" ", "") in normalise(text).replace(" ", ""):
        return True  # nothing lies between its signs
    tokens = filter(_is_kept, fts_text(text).split(" "))
    return f" {fts_text(_bindable(query))} " in f" {' '.join(tokens)} "


@lru_cache(maxsize=20_000)
def _is_kept(token: str) -> bool:
    """Tell whether the full-text table takes a token; it passes over marks and what cannot be seen."""
    return any(map(_is_token_sign, token))


def _is_sign(token: str) -> bool:
    return len(token) == 1 and _is_token_sign(token) and not _is_word_sign(token)


def like_pattern(text: str) -> str:
    r"""Return the LIKE pattern for texts that contain `text`, with `% _ \` escaped by a backslash."""
    return "%" + _ESCAPED.sub(r"\\\g<0>", _bindable(text).strip()) + "%"


def is_inside_words(text: str) -> bool:
    """Return whether the query may stand inside longer words, where the full-text table cannot see it."""
    folded = normalise(text)
    return bool(folded) and any(_is_word_sign(sign) for sign in (folded[0], folded[-1]))


def _is_word_sign(sign: str) -> bool:
    return sign.isalpha() and _SINGLE.match(sign) is None


def find_places(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the query stands in a text, (start, end) in code points, whatever its case or width.

    White space in the query stands for any white space, or none next to Chinese.
    """
    pattern = _pattern(query)
    return [] if pattern is None else [match.span() for match in pattern.finditer(_folded(text))]


@lru_cache(maxsize=64)
def _pattern(query: str) -> re.Pattern[str] | None:
    pieces = [re.escape(piece) for piece in _SINGLE.sub(r" \g<0> ", _folded(query)).split()]
    return re.compile(r"\s*".join(pieces)) if pieces else None


def _folded(text: str) -> str:
    """Fold width, case and accents character by character, so that every place stays where it was."""
    return text.translate(_FOLDING)


class _Folding(dict[int, str]):
    """The folded form of every character met so far."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        bare = unicodedata.normalize("NFKD", sign)[:1].lower()
        self[code] = bare if len(bare) == 1 else sign
        return self[code]


_FOLDING = _Folding()
