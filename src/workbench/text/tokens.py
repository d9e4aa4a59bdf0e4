"""Sentences as comparable tokens: English stems, Chinese words, and numbers by their value.

A token is a string. `#350000000` is a number, the same in both languages; any other English token is a
lower-case stem; any other Chinese token is a word as written, except Latin words, which are stems with `=`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache

from workbench.text.lexicon import LONGEST_WORD, longest_word
from workbench.text.numerals import CHINESE_DIGITS, chinese_number
from workbench.text.stems import stem


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ENGLISH_STOP = frozenset(
    _words(
        "the a an of to in on at for and or be by with as it its that this from into s t is are was were been"
    )
)
CHINESE_STOP = frozenset("的了着之地得吧吗呢啊呀嘛么们个把被所而于与和是在一也就都")
MONTHS = _words("january february march april may june july august september october november december")
SMALL_NUMBERS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINALS = _words("zeroth first second third fourth fifth sixth seventh eighth ninth tenth")
NUMBER_WORDS = {word: number for number, word in enumerate(SMALL_NUMBERS)}
NUMBER_WORDS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
SCALE_WORDS = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALE_WORDS |= {"m": 10**6, "bn": 10**9}
MOST_WORDS = 5
"""Words of the longest term."""

_FULL_WIDTH = tuple(zip("０１２３４５６７８９．，％", "0123456789.,%", strict=True))
_CHINESE_NUMBER = re.compile(
    r"(?P<numeral>\d+(?:,\d{3})*(?:\.\d+)?[十百千]?[万萬亿億]*"
    r"|[零〇○一二三四五六七八九十百千万萬亿億两兩]+(?:点[零〇一二三四五六七八九]+)?)(?P<month>月(?!球|亮))?"
)
_ENGLISH_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_LATIN_OR_HAN = r"[A-Za-zÀ-ɏ]+|[\u3400-\u9fff\U00020000-\U0003ffff]+"
"""Stands in where there is no cutter: the lexicon cuts runs of Chinese further."""
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_TRADITIONAL_NUMERALS = str.maketrans("萬億兩", "万亿两")


class TermForms:
    """The Chinese forms of terms, and everything one begins with, so that most runs of words are given up at once."""

    def __init__(self, forms: Iterable[str] = ()) -> None:
        self.forms = frozenset(forms)
        self.beginnings = frozenset(form[:end] for form in self.forms for end in range(1, len(form)))


NO_TERMS = TermForms()


def load_words() -> None:
    """Load what cuts Chinese into words, so that a child forked later need not."""
    chinese_tokens("开")


def chinese_tokens(sentence: str, terms: TermForms = NO_TERMS) -> list[str]:
    """Return the words, numbers and Latin stems of one Chinese sentence, function words left out.

    Words that stand together and make one of the `terms` are a token besides.
    """
    text = sentence.replace("百分之", " ")
    for wide, narrow in _FULL_WIDTH:  # several times as fast as `translate`, for most are not there
        text = text.replace(wide, narrow)
    tokens: list[str] = []
    text = _CHINESE_NUMBER.sub(lambda match: _take_number(match, tokens), text)
    words = _cutter()(text)
    if not terms.beginnings.isdisjoint(words):
        tokens += _joined_terms(words, terms)
    for word in words:
        tokens += _word_tokens(word)
    return tokens


def cut_chinese(text: str) -> list[str]:
    """Return the words of a Chinese text as they stand, punctuation among them."""
    return _cutter()(text)


@cache
def _cutter() -> Callable[[str], list[str]]:
    """Return what cuts Chinese into words; loading it takes a tenth of a second."""
    try:
        from rjieba import cut
    except ImportError:  # no wheel on Windows for Arm
        return re.compile(_LATIN_OR_HAN).findall
    return cut


def _joined_terms(words: Sequence[str], terms: TermForms) -> Iterator[str]:
    for start, first in enumerate(words):
        run = first
        for word in words[start + 1 : start + MOST_WORDS]:
            if run not in terms.beginnings:
                break
            run += word
            if run in terms.forms:
                yield run


@cache
def _word_tokens(word: str) -> tuple[str, ...]:
    """Return a word that the lexicon has, else its longest known parts from the left; a stem for a Latin one."""
    if not _HAN.match(word):
        return ("=" + stem(word.lower()),) if _LATIN_WORD.match(word) else ()
    parts = []
    start = 0
    while start < len(word):
        end = start + max(len(longest_word(word[start : start + LONGEST_WORD])), 1)
        parts.append(word[start:end])
        start = end
    return tuple(part for part in parts if part not in CHINESE_STOP)


def _take_number(match: re.Match[str], tokens: list[str]) -> str:
    """Note the number found and leave a gap, or leave the text alone where it is no quantity."""
    numeral = match["numeral"]
    value = _value_of(numeral)
    if match["month"] and value is not None and 1 <= value <= 12:
        tokens.append("=" + stem(MONTHS[int(value) - 1]))
        return " "
    if value is None or numeral in "零〇○一":
        return match[0]
    tokens.append(_number_token(float(value)))
    return match[0] if numeral in CHINESE_DIGITS else " "


@lru_cache(maxsize=10_000)
def _value_of(numeral: str) -> Fraction | int | None:
    """Return the value of a Chinese numeral; None where it is no quantity."""
    if numeral in CHINESE_DIGITS:
        return CHINESE_DIGITS[numeral]
    return chinese_number(numeral.translate(_TRADITIONAL_NUMERALS))


def _number_token(value: float) -> str:
    """Return the token of a number, the same for equal values however written."""
    return f"#{value:.6g}"


class _NumberReader:
    """Puts the words of an English number together: 3.5 million, twenty-five, one hundred and two."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.value: float | None = None

    def close(self) -> None:
        """Note the number read so far, if any."""
        if self.value is not None:
            self.tokens.append(_number_token(self.value))
            self.value = None

    def take(self, word: str) -> bool:
        """Take a word in when it is part of a number; tell whether it was."""
        if word[0].isdecimal():
            self.close()
            self.value = float(word.replace(",", ""))
        elif word in NUMBER_WORDS:
            self._add(NUMBER_WORDS[word])
        elif self.value is not None and word in SCALE_WORDS:
            self.value *= SCALE_WORDS[word]
        elif not (word == "and" and self.value is not None and self.value >= 100):
            return False
        return True

    def _add(self, number: int) -> None:
        value = self.value
        if value is not None and (value >= 100 or (value in range(20, 100, 10) and number < 10)):
            self.value = value + number
        else:
            self.close()
            self.value = number


def english_tokens(sentence: str) -> list[str]:
    """Return the stems and numbers of one English sentence, function words left out."""
    tokens: list[str] = []
    reader = _NumberReader(tokens)
    for word in _ENGLISH_TOKEN.findall(sentence):
        plain = _plain_tokens(word)
        if plain is None or (reader.value is not None and word in ("and", "m", "bn")):
            if reader.take(word.lower()):
                continue
            plain = (stem(word.lower()),)
        if reader.value is not None:
            reader.close()
        tokens += plain
    reader.close()
    return tokens


@cache
def _plain_tokens(word: str) -> tuple[str, ...] | None:
    """Return the tokens of a word that is no part of a number; None for one that may be."""
    word = word.lower()
    if word[0].isdecimal() or word in NUMBER_WORDS or (word in SCALE_WORDS and len(word) > 2):
        return None
    if word in ENGLISH_STOP:
        return ()
    if word in ORDINALS:
        return stem(word), _number_token(ORDINALS.index(word))
    return (stem(word),)
