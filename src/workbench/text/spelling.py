"""English spelling by Hunspell's dictionaries for the US and the UK, each loaded when first asked, with words of this field added.

Where Hunspell has no wheel (Windows on Arm) spylls, the same in Python, reads the same dictionaries.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from workbench.resources import resource
from workbench.text.pinyin import is_pinyin
from workbench.text.tables import rows

US, UK = "us", "uk"
"""The two varieties of English that a house chooses from."""
_OXFORD = re.compile(r"[iy]z(?:e[drs]?|ing|ation|ations|ational|able)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\S+\.(?:com|cn|org|net|gov|edu|io|html?)\b\S*|[#@]\w+")
_SIGN_OF_ADDRESS = re.compile(r"[@#]|://|www\.|\.(?:com|cn|org|net|gov|edu|io|html?)\b")
_NAME_GOES_ON = re.compile(r"['’-]|,? [A-Z]")
SHORTEST_AT_START = 6
"""Letters of a capitalised word that may be called misspelt: shorter ones are near too many words by chance."""
_PREFIXES = frozenset(
    (
        "multi",
        "sub",
        "inter",
        "trans",
        "anti",
        "non",
        "pre",
        "post",
        "micro",
        "mini",
        "eco",
        "cyber",
        "bio",
        "geo",
        "tele",
    )
)
_FUNCTION_WORDS = frozenset(
    (
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "was",
        "are",
        "has",
        "have",
        "had",
        "its",
        "his",
        "her",
        "not",
        "which",
        "will",
        "would",
        "were",
        "been",
        "their",
        "they",
        "who",
        "but",
        "all",
        "can",
        "you",
        "our",
        "any",
        "other",
        "ing",
        "ion",
        "ted",
        "ton",
        "ate",
        "con",
        "pro",
        "per",
        "dis",
        "mis",
        "ins",
        "ess",
        "ment",
        "men",
        "ant",
        "ent",
        "ist",
        "ism",
        "age",
        "able",
        "ible",
        "les",
        "ers",
        "est",
        "ned",
        "ring",
        "ting",
        "ling",
        "sting",
        "rest",
        "tor",
        "tors",
    )
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Dictionary(Protocol):
    """What we need of Hunspell."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is in the dictionary."""

    def suggest(self, word: str) -> Iterable[str]:
        """Return words that look alike, likelier ones first; may take tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that no dictionary has, or that is a well-known slip (`is_known_slip`)."""

    start: int
    end: int
    word: str
    suggestions: tuple[str, ...]
    is_known_slip: bool = False


def misspellings(text: str, known: frozenset[str] = frozenset(), variety: str = US) -> Iterator[Misspelling]:
    """Yield the misspelt words of a text; `known` holds lower-case words that are right here.

    Capitalised words are taken for names and left alone, unless they are well-known slips, or begin a sentence and
    are one slip of the hand away from a word.
    """
    for pattern, right in _slips_in_phrases():
        for match in pattern.finditer(text):
            yield Misspelling(
                *match.span(), match.group(), (_in_case(right, match.group()),), is_known_slip=True
            )
    skipped = [m.span() for m in _ADDRESS.finditer(text)] if _SIGN_OF_ADDRESS.search(text) else []
    for match in _WORD.finditer(text):
        word = match.group()
        right = _known_slips().get(word.lower(), "")
        if right:
            yield Misspelling(*match.span(), word, (_in_case(right, word),), is_known_slip=True)
        elif not _is_unknown(text, match, known, variety) or not _stands_free(text, match.start(), skipped):
            continue
        else:
            better = tuple(_in_case(each, word) for each in suggestions(word.lower()))
            yield Misspelling(*match.span(), word, better)


def _is_unknown(text: str, match: re.Match[str], known: frozenset[str], variety: str) -> bool:
    """Tell whether a word is not known; asked first, for most words are, and where they stand is slow to find out."""
    word = match.group()
    if word.islower():
        return not is_word(word, variety) and word not in known
    return word[1:].islower() and _is_slip_at_start(text, match, known, variety)


def _is_slip_at_start(text: str, match: re.Match[str], known: frozenset[str], variety: str) -> bool:
    """Tell whether a capitalised word is a common one misspelt at the beginning of a sentence rather than a name.

    A name comes again, stands before another capital, or is not one letter away from any common word.
    """
    word = match.group()
    plain = word.lower()
    return (
        len(word) >= SHORTEST_AT_START
        and _opens_sentence(text, match.start())
        and _NAME_GOES_ON.match(text, match.end()) is None
        and plain not in known
        and text.count(word) == 1
        and not is_word(plain, variety)
        and not _is_name(word, variety)
        and bool(suggestions(plain))
    )


def _opens_sentence(text: str, start: int) -> bool:
    """Tell whether nothing but quotes and brackets stands between a word and the beginning or the last full stop."""
    before = text[max(0, start - 12) : start].rstrip("\"'“‘([")
    if not before:
        return start <= 12
    if not before[-1].isspace():
        return False
    return before.rstrip().rstrip("\"'”’)]")[-1:] in frozenset(".!?…")


def _is_name(word: str, variety: str) -> bool:
    """Tell whether the dictionary has the word with its capital; it knows straight apostrophes and Latin letters only."""
    dictionary = _dictionary(variety)
    plain = word.replace("’", "'")
    return dictionary is None or not plain.isascii() or dictionary.spell(plain)


def _stands_free(text: str, start: int, skipped: list[tuple[int, int]]) -> bool:
    """Tell whether a word is outside of addresses and no second part of a name (Kim Jong-un, Ki-moon)."""
    if any(first <= start < last for first, last in skipped):
        return False
    return re.search(r"[A-Z][a-z]*-$", text[max(0, start - 15) : start]) is None


@lru_cache(maxsize=50_000)
def is_word(word: str, variety: str = US) -> bool:
    """Tell whether a lower-case word is English, a word of the field, or a listed spelling of either side.

    British English takes -ise and -ize alike; its dictionary has the first, the American one the second.
    """
    plain = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if (
        len(plain) < 3
        or not plain.isascii()
        or plain in _own_words()
        or plain in _british()
        or plain in _american()
    ):
        return True
    dictionary = _dictionary(variety)
    return (
        dictionary is None
        or dictionary.spell(plain)
        or (variety == UK and _OXFORD.search(plain) is not None and is_word(plain))
        or _is_compound(plain, dictionary)
        or not plain.isascii()
    )


def more_suggestions(word: str, variety: str = US, limit: int = 6) -> list[str]:
    """Return what Hunspell itself would write for a word, for a person who asks; not while checking."""
    dictionary = _dictionary(variety)
    known = _known_slips().get(word.lower(), "")
    found = [known] if known else [*suggestions(word)]
    if dictionary is not None:
        found += dictionary.suggest(word)
    return list(dict.fromkeys(_in_case(each, word) for each in found))[:limit]


@lru_cache(maxsize=5_000)
def suggestions(word: str, limit: int = 3) -> tuple[str, ...]:
    """Return words one slip of the hand away, likelier ones first: exchanged letters, then one letter off."""
    dictionary = _dictionary()
    if dictionary is None or not word.isascii():
        return ()
    found: dict[str, None] = {}
    for candidate in _one_slip_away(word):
        if _may_be_word(candidate) and candidate not in found and dictionary.spell(candidate):
            found[candidate] = None
            if len(found) == limit:
                break
    return tuple(found)


def british_for(word: str) -> str:
    """Return the British spelling of an American word, or ""."""
    return _american().get(word, "")


def american_for(word: str) -> str:
    """Return the American spelling of a British word, or ""."""
    return _british().get(word, "")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the lower-case words of several texts, to be passed on as known."""
    return frozenset(match.group().lower() for text in texts for match in _WORD.finditer(text))


def _is_compound(word: str, dictionary: Dictionary) -> bool:
    """Tell whether two words make the word (hotline), a prefix of the news and a word, or pinyin."""
    for cut in range(3, len(word) - 2):
        first, second = word[:cut], word[cut:]
        is_first = first in _PREFIXES or (first not in _FUNCTION_WORDS and dictionary.spell(first))
        if is_first and len(second) > 2 and second not in _FUNCTION_WORDS and dictionary.spell(second):
            return True
    return len(word) >= 4 and is_pinyin(word)


def _may_be_word(candidate: str) -> bool:
    """Tell by the stems of the dictionary, far more quickly than it can, whether to ask it."""
    stems = _stems()
    return any(candidate[: len(candidate) - cut] in stems for cut in range(min(4, len(candidate) - 2))) or (
        candidate.endswith("ing") and candidate[:-3] + "e" in stems
    )


def _one_slip_away(word: str) -> Iterator[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + c + b for a, b in cuts for c in _LETTERS)
    yield from (a + c + b[1:] for a, b in cuts if b for c in _LETTERS)


def _in_case(right: str, wrong: str) -> str:
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right


def can_spell() -> bool:
    """Tell whether any dictionary is installed."""
    return _american_files() is not None


@cache
def _dictionary(variety: str = US) -> Dictionary | None:
    american = _american_files()
    if american is None:
        return None
    files = resource("dictionary/en_GB.dic").with_suffix("") if variety == UK else american
    if _folder_of("hunspell") is None:
        return _InPython(files)
    import hunspell

    loaded: Dictionary = hunspell.Hunspell(files.name, hunspell_data_dir=str(files.parent))
    return loaded


class _InPython:
    """Hunspell written in Python: slower, and the same answers."""

    def __init__(self, files: Path) -> None:
        from spylls.hunspell import Dictionary as Spylls

        self._spylls = Spylls.from_files(str(files))

    def spell(self, word: str) -> bool:
        return bool(self._spylls.lookup(word))

    def suggest(self, word: str) -> Iterable[str]:
        found: Iterable[str] = self._spylls.suggest(word)
        return found


def _american_files() -> Path | None:
    """Return where the American dictionary lies that came with Hunspell or spylls, without the ends of its names."""
    for package, place in (("hunspell", "dictionaries/en_US"), ("spylls", "hunspell/data/en/en_US")):
        folder = _folder_of(package)
        if folder is not None:
            return folder / place
    return None


def _folder_of(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


@cache
def _stems() -> frozenset[str]:
    files = _american_files()
    if files is None:
        return frozenset()
    lines = files.with_suffix(".dic").read_text(encoding="iso-8859-1").splitlines()[1:]
    return frozenset(line.split("/", 1)[0].lower() for line in lines)


@cache
def _own_words() -> frozenset[str]:
    return frozenset(resource("checks/words.txt").read_text(encoding="utf-8").lower().split())


@cache
def _british() -> dict[str, str]:
    return {row[1]: row[0] for row in rows("us-uk")}


@cache
def _american() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("us-uk")}


@cache
def _known_slips() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in rows("misspellings") if " " not in row[0]}


@cache
def _slips_in_phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return slips that only their neighbours show, such as "forth quarter"."""
    return tuple(
        (re.compile(rf"\b{row[0]}", re.IGNORECASE), row[1]) for row in rows("misspellings") if " " in row[0]
    )
