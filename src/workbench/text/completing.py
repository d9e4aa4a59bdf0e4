"""Where words begin and how they go on, for completion while typing: with blanks between words and without.

Chinese and Japanese have no blanks: Chinese words are what the segmenter parts off, Japanese ones begin where the kind
of character changes (kanji, katakana, hiragana). French and others write a short word with an apostrophe before the
next one ("l’économie"): a word begins behind it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

from workbench.text.tokens import cut_chinese, load_words
from workbench.text.words import HAN

KANA = r"ぁ-ゖゝゞァ-ヺー-ヿｦ-ﾟ"
_WORD = re.compile(r"[^\W\d_가-힣](?:[^\W\d_가-힣]|[’'-]){4,}|[가-힣]{3,}")
"""Words worth learning where blanks stand between words: of five letters, or three Korean syllables."""
_UNSPACED = re.compile(rf"[{HAN}{KANA}]+")
_KINDS = re.compile(rf"[ァ-ヺー-ヿｦ-ﾟ]+|[ぁ-ゖゝゞ]+|[^{KANA}]+")
"""Stretches of katakana, hiragana and kanji in a text without blanks."""
_IS_KANA = re.compile(rf"[{KANA}]")
_PAUSELESS = r"[^\s,.;:!?()“”\"，。；：！？、（）《》「」…]+"
PHRASE_WORDS = 5
_PHRASE = re.compile(rf"{_PAUSELESS}(?: {_PAUSELESS}){{0,{PHRASE_WORDS - 1}}}")
_BEGINNING = re.compile(r"(?<![\w’'-])\S|(?<=\b[cdjlmnstCDJLMNST][’'])\w")
"""Where a phrase may begin in a text: at no letter within a word, but behind an elided one."""
_TAIL = re.compile(r"(?:[\w.,’'-]+ ){0,2}[\w’'-]+$")
_BEHIND = re.compile(r" |(?<=\w)[’'-]")
"""What a word may begin behind."""
LONGEST_TAIL = 24
"""Characters before the caret that are looked at where no blanks stand between words."""
UNSPACED_WORD = 3
"""Characters of a Chinese or Japanese word that is worth learning."""


def is_unspaced(character: str) -> bool:
    """Tell whether a character is of a script that writes no blanks between words."""
    return _UNSPACED.match(character) is not None


def make_ready(language: str) -> None:
    """Load what cuts Chinese into words, where an article's language needs it: a tenth of a second, once."""
    if language.partition("-")[0] in {"zh", "ja"}:
        load_words()


def starts_of(before: str) -> list[str]:
    """Return the ends of a text, the longest first, that begin where a word begins."""
    tail = _TAIL.search(before)
    if tail is None:
        return []
    text = tail.group()[-LONGEST_TAIL:] if _UNSPACED.search(tail.group()) else tail.group()
    cuts = {0, *(match.end() for match in _BEHIND.finditer(text))}
    for run in _UNSPACED.finditer(text):
        cuts.update(run.start() + cut for cut in _borders(run.group()))
        cuts.add(run.end())
    return [text[at:] for at in sorted(cuts) if at < len(text)]


def phrases_of(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Return how texts go on from each of their words: a few words, to the next pause; in small letters and as they stand."""
    found = []
    for text in dict.fromkeys(texts):
        found += [phrase for phrase in _spaced_phrases(text) if not is_unspaced(phrase[0])]
        found += _unspaced_phrases(text)
    return [(phrase.lower(), phrase) for phrase in found]


def _spaced_phrases(text: str) -> Iterator[str]:
    for hit in _BEGINNING.finditer(text):
        phrase = _PHRASE.match(text, hit.start())
        if phrase is not None:
            yield phrase.group()


def _unspaced_phrases(text: str) -> Iterator[str]:
    for run in _UNSPACED.finditer(text):
        borders = [*_borders(run.group()), len(run.group())]
        for place, start in enumerate(borders[:-1]):
            yield run.group()[start : borders[min(place + PHRASE_WORDS, len(borders) - 1)]]


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Count the longer words of texts; of a long article it takes a while."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_WORD.findall(_UNSPACED.sub(" ", text)))
        for run in _UNSPACED.findall(text):
            words.update(word for word in _pieces(run) if len(word) >= UNSPACED_WORD)
    return words


def _borders(run: str) -> list[int]:
    """Return where the words of a stretch without blanks begin."""
    return [0, *accumulate(map(len, _pieces(run)))][:-1]


def _pieces(run: str) -> list[str]:
    return _KINDS.findall(run) if _IS_KANA.search(run) else cut_chinese(run)
