"""Looking a Chinese word up: what the house has decided first, then the dictionary."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.desk.checking import library_context
from workbench.library.library import Library
from workbench.model.kinds import TermStatus
from workbench.model.passage import CheckContext, TermEntry
from workbench.text.dictionary import DictionaryEntry, look_up
from workbench.text.terms import TermFinder
from workbench.text.word_finding import word_over


@dataclass(frozen=True, slots=True)
class HouseWord:
    """What the house writes for Chinese words: a term or a name, best form first."""

    source: str
    targets: tuple[str, ...]
    is_name: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consulted:
    """The word over a place in a text, with everything known about it."""

    word: str
    start: int
    end: int
    house: tuple[HouseWord, ...]
    entries: tuple[DictionaryEntry, ...]


def consult(
    text: str, position: int, context: CheckContext, finder: TermFinder[TermEntry] | None = None
) -> Consulted | None:
    """Look up the word over the character at `position`; None where no Chinese stands.

    Terms and names that cover the place count even where they are longer than the dictionary's word; where that
    has no entry, its single characters are explained.
    """
    span = word_over(text, position)
    if span is None:
        return None
    start, end = span
    word = text[start:end]
    entries = look_up(word) or [entry for each in word for entry in look_up(each)]
    house = (*_names(text, position, context), *_terms(text, position, finder or TermFinder(context.terms)))
    return Consulted(word, start, end, house, tuple(entries))


def look_word_up(library: Library, text: str, position: int = 0, language: str = "en") -> Consulted | None:
    """Look a word of a Chinese text up, with the library's terms and names."""
    return consult(text, position, library_context(library, "zh", language))


def _names(text: str, position: int, context: CheckContext) -> list[HouseWord]:
    return [
        HouseWord(name.source, (name.target, *name.also), is_name=True)
        for name in context.names
        if _covers(text, name.source, position)
    ]


def _terms(text: str, position: int, finder: TermFinder[TermEntry]) -> list[HouseWord]:
    offered = (TermStatus.PREFERRED, TermStatus.ADMITTED)
    return [
        HouseWord(
            text[hit.start : hit.end],
            tuple(form.text for form in hit.entry.targets if form.status in offered),
            note=hit.entry.note,
        )
        for hit in finder.find(text)
        if hit.start <= position < hit.end
    ]


def _covers(text: str, word: str, position: int) -> bool:
    first = max(0, position - len(word) + 1)
    at = text.find(word, first, position + len(word)) if word else -1
    return at != -1 and at <= position < at + len(word)
