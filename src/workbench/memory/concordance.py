"""Concordance: how texts are cut for the full-text table, and how a person's words are asked of it.

One token a character for Chinese, kana, Hangul, digits, punctuation and symbols; one token a word
otherwise. A query is one phrase of such tokens, so any run of Chinese characters is found, however short.
The table is FTS5 without content: `unicode61 remove_diacritics 2 categories 'L* N* Co P* S*'`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from workbench.text.normalise import normalise

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co P* S*'"

_WIDE = r"\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
_SINGLE = re.compile(rf"[{_WIDE}\d]|[^\w\s]|_")
_TOKEN = re.compile(rf"[{_WIDE}\d_]|[^\W\d_{_WIDE}]+|[^\w\s]")
_WORD = re.compile(rf"[^\W\d_{_WIDE}]")
_ESCAPED = re.compile(r"[\\%_]")
_KEPT = frozenset({"L", "N", "P", "S"})
_EVERYWHERE = frozenset(",。的")
"""Signs that stand in three of four sentences: going through all their places takes longer than everything else."""
_LEAST_LEFT = 2


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


class Place(StrEnum):
    """Where in a word a piece of it may stand."""

    ANYWHERE = "anywhere"
    BEGINNING = "beginning"
    END = "end"


class Piece(NamedTuple):
    """What a query has of a word that may be longer."""

    text: str
    place: Place


def open_pieces(text: str) -> tuple[str, list[Piece]]:
    """Return the tokens of a query that must stand as they are, and its first and last word where they may be pieces.

    A text that holds the query anywhere has those tokens one after the other, and words that hold the pieces.
    """
    tokens = fts_text(_bindable(text)).split(" ")
    if len(tokens) == 1:
        return "", [Piece(tokens[0], Place.ANYWHERE)]
    pieces = []
    if _WORD.match(tokens[0]):
        pieces.append(Piece(tokens.pop(0), Place.END))
    if _WORD.match(tokens[-1]):
        pieces.append(Piece(tokens.pop(), Place.BEGINNING))
    return " ".join(tokens), pieces


def fts_words_query(phrase: str, words: Sequence[Sequence[str]], column: str, *, goes_on: str = "") -> str:
    """Return the MATCH expression for a phrase together with one of each of some lists of words.

    `goes_on` is how the word behind the phrase begins.
    """
    asked = [" OR ".join(map(_quoted, some)) for some in words]
    if any(map(_is_token_sign, phrase + goes_on)):
        asked.append(f"{_quoted(f'{phrase} {goes_on}')} *" if goes_on else _quoted(phrase))
    return f"{{{column}}} : (" + " AND ".join(f"({each})" for each in asked) + ")" if asked else ""


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


def is_seen_alike(text: str) -> bool:
    """Tell whether every sign of a query is one that the full-text table and a plain search see in the same places.

    Marks that join with the sign before them, what cannot be seen, and signs that stand for several are not.
    """
    return all(
        sign == " "
        or (unicodedata.category(sign)[0] in _KEPT and len(unicodedata.normalize("NFKC", sign)) == 1)
        for sign in text
    )


def words_in(texts: Iterable[str]) -> set[str]:
    """Return the words of texts that `fts_text` made, ASCII ones in small letters as the full-text table has them."""
    tokens = {token for text in texts for token in text.split(" ")}
    return {token.lower() if token.isascii() else token for token in tokens if _WORD.match(token)}


def folded_word(word: str) -> str:
    """Return a word without case and accents, sign by sign: what holds a piece holds it folded, too."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in bare if unicodedata.category(sign)[0] != "M").casefold()


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
