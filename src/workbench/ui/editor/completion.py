"""Completion while typing: facts, names, terms, the memory and the words of this article; never in the way."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QWidget

from workbench.ui.editor.target_edit import CompletionKeys, TargetEdit

SHORTEST_OFFER = 2
"""Letters to type before terms and facts are offered."""
SHORTEST_WORD = 4
"""Letters to type before words of the article are offered."""
MOST = 6
SHORTEST_PHRASE = 3
"""Letters to type before a phrase of the memory is offered."""
PHRASE_WORDS = 5
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’'-]{4,}")
_PAUSELESS = r"[^\s,.;:!?()“”\"]+"
_PHRASE = re.compile(rf"{_PAUSELESS}(?: {_PAUSELESS}){{0,{PHRASE_WORDS - 1}}}")
_BEGINNING = re.compile(r"(?<![\w’'-])\S")
"""Where something to complete may begin in a text: at no letter within a word."""
_TAIL = re.compile(r"(?:[\w.,’'-]+ ){0,2}[\w’'-]+$")


class Offers:
    """Phrases that may complete what is being typed, ranked.

    Facts, names and terms of the row come first, then phrases of the memory, then words of the article, the
    frequent ones before the rare.
    """

    def __init__(self) -> None:
        self._first: list[str] = []
        self._memory: list[tuple[str, str]] = []
        self._words: Counter[str] = Counter()
        self._sorted: list[tuple[str, str]] = []

    def set_phrases(self, phrases: Iterable[str]) -> None:
        """Take the renderings of facts, names and terms of the active row, best first."""
        self._first = list(dict.fromkeys(phrase for phrase in phrases if phrase))

    def set_memory(self, texts: Iterable[str]) -> None:
        """Take what the memory has for the active row, best first."""
        phrases = (
            _PHRASE.match(text, hit.start())
            for text in dict.fromkeys(texts)
            for hit in _BEGINNING.finditer(text)
        )
        self._memory = [(each.group().lower(), each.group()) for each in phrases if each is not None]

    def begin(self, words: Counter[str]) -> None:
        """Begin with the words of another article (`words_of`)."""
        self._words = words
        self._sorted = sorted((word.lower(), word) for word in words)

    def learn(self, texts: Iterable[str]) -> None:
        """Learn the longer words of a few more texts."""
        for word in (word for text in texts for word in _WORD.findall(text)):
            if word not in self._words:
                insort(self._sorted, (word.lower(), word))
            self._words[word] += 1

    def find(self, before: str) -> list[tuple[str, int]]:
        """Return what completes the text before the caret, and how many characters of it are there."""
        tail = _TAIL.search(before)
        if tail is None:
            return []
        starts = [tail.group()[at:] for at in _word_starts(tail.group())]
        found: dict[str, int] = {}
        for start in starts:
            if len(start) >= SHORTEST_OFFER:
                for phrase in self._phrases_from(start):
                    found.setdefault(_in_case(phrase, start), len(start))
        for start in starts:
            if len(start) >= SHORTEST_PHRASE:
                for phrase in self._remembered_from(start):
                    found.setdefault(_in_case(phrase, start), len(start))
        last = starts[-1]
        if len(last) >= SHORTEST_WORD:
            for word in self._words_from(last):
                found.setdefault(word, len(last))
        return list(found.items())[:MOST]

    def _phrases_from(self, start: str) -> list[str]:
        low = start.lower()
        return [each for each in self._first if each.lower().startswith(low) and len(each) > len(start)]

    def _remembered_from(self, start: str) -> list[str]:
        """Return how texts of the memory go on from words that begin like this: a few words, to the next pause."""
        low = start.lower()
        return [
            phrase for known, phrase in self._memory if known.startswith(low) and len(phrase) > len(start)
        ]

    def _words_from(self, start: str) -> list[str]:
        low = start.lower()
        at = bisect_left(self._sorted, (low, ""))
        found = []
        while at < len(self._sorted) and self._sorted[at][0].startswith(low):
            if len(self._sorted[at][1]) > len(start) + 1:
                found.append(self._sorted[at][1])
            at += 1
        return sorted(found, key=lambda word: -self._words[word])[:MOST]


class Completion(QListWidget, CompletionKeys):
    """The list under the caret; it never takes the focus. Tab or Right accepts, Esc ignores."""

    def __init__(self, edit: TargetEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent or edit)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Completions"))
        self.offers = Offers()
        self._edit = edit
        self._typed_lengths: Sequence[int] = ()
        self._ignored_at = -1
        self.itemClicked.connect(lambda _item: self._accept())
        edit.composingChanged.connect(lambda _is_composing: self.hide())
        edit.cursorPositionChanged.connect(self._hide_when_elsewhere)
        edit.completion = self

    def follow(self) -> None:
        """Offer what fits after a letter was typed."""
        cursor = self._edit.textCursor()
        text = cursor.block().text()
        at = cursor.positionInBlock()
        is_in_word = at < len(text) and text[at].isalnum()
        if self._edit.is_composing or cursor.hasSelection() or is_in_word:
            self.hide()
            return
        found = self.offers.find(text[:at])
        if not found:
            self.hide()
            return
        self._typed_lengths = [length for _, length in found]
        self._show([phrase for phrase, _ in found], max(self._typed_lengths))

    def takes_key(self, event: QKeyEvent) -> bool:
        """Accept with Tab or Right, ignore with Esc, choose with Alt and an arrow."""
        if not self.isVisible():
            return False
        key, is_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Right} and not event.modifiers():
            self._accept()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if is_alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
            return True
        return False

    def _accept(self) -> None:
        item = self.currentItem()
        if not self.isVisible():
            return
        length = self._typed_lengths[self.currentRow()]
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length)
        self.hide()
        cursor.insertText(item.text())
        self.hide()

    def _show(self, phrases: list[str], typed_length: int) -> None:
        self.clear()
        self.addItems(phrases)
        self.setCurrentRow(0)
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, typed_length)
        corner = self._edit.cursorRect(cursor).bottomLeft() + QPoint(-6, 4)
        self.move(self._edit.viewport().mapToGlobal(corner))
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 8
        self.resize(max(self.sizeHintForColumn(0) + 28, 140), height)
        self._position = self._edit.textCursor().position()
        self.show()

    def _hide_when_elsewhere(self) -> None:
        if self.isVisible() and abs(self._edit.textCursor().position() - self._position) > 1:
            self.hide()


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Count the longer words of an article; for the lookup lane, as it may be long."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_WORD.findall(text))
    return words


def _in_case(phrase: str, typed: str) -> str:
    """Begin a phrase with a capital where the first letter was typed as one."""
    return phrase[:1].upper() + phrase[1:] if typed[:1].isupper() and phrase[:1].islower() else phrase


def _word_starts(text: str) -> list[int]:
    """Return where the words of a text begin."""
    return [0, *(match.end() for match in re.finditer(" ", text))]
