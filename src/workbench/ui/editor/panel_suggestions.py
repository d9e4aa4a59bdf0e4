"""The Suggestions panel: memory and engines, facts of the source, terms, and what was said last."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.model.finding import FactView
from workbench.model.kinds import Origin
from workbench.model.rows import CommentRow
from workbench.ui.editor.cards import Card, CardList, MarkedLabel, key_badge, note
from workbench.ui.editor.engine_card import EngineCard, is_below
from workbench.ui.editor.highlighting import tracked
from workbench.ui.editor.look import Look
from workbench.ui.editor.values import EngineAnswer, EngineName, MarkedText, Suggestion, TermView
from workbench.ui.labels import ElidedLabel, PlainLabel
from workbench.ui.moments import say_exactly

MOST = 9
SHOWN_FORMS = 2
"""So many forms of a term are shown, the preferred one first."""
"""Suggestions shown: as many as there are keys for them."""


class SuggestionsPanel(CardList):
    """Shows what was found for the active row; each engine has its place and key before it answers."""

    suggestionChosen = Signal(int)
    wordsChosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._source = ""
        self.suggestions: list[Suggestion] = []
        self._facts: list[FactView] = []
        self._terms: list[TermView] = []
        self._comments: list[CommentRow] = []
        self._is_looking = False
        self._engines: dict[str, int] = {}
        self._names: dict[str, EngineName] = {}
        self._answers: dict[str, EngineAnswer] = {}
        self._cards: dict[str, EngineCard] = {}
        self._is_due = False
        self._keys: list[str] = []
        self.zone = ZoneInfo("UTC")

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show these keys on the suggestions, first to last."""
        shown = [key.replace("+", " ") for key in keys]
        if shown != self._keys:
            self._keys = shown
            self._draw()

    def _key(self, place: int) -> str:
        return self._keys[place] if place < len(self._keys) else ""

    def set_look(self, look: Look) -> None:
        """Take over other colours and fonts."""
        self._look = look
        self._draw()

    def begin(self, source: str, comments: Sequence[CommentRow]) -> None:
        """Begin with another row: its source, and what was said about it."""
        self._source, self._comments = source, list(comments)
        self.suggestions, self._facts, self._terms = [], [], []
        self._engines, self._names, self._answers = {}, {}, {}
        self._is_looking = True

    def words_at(self, place: int) -> str:
        """Return the words of a term that has the key behind those of the suggestions, "" where none has it."""
        words = [target for term in self._terms for target in term.targets[:SHOWN_FORMS]]
        behind = place - len(self.suggestions)
        return words[behind] if 0 <= behind < len(words) else ""

    def show_found(
        self, suggestions: Sequence[Suggestion], facts: Sequence[FactView], terms: Sequence[TermView]
    ) -> None:
        """Show what the quick sources found."""
        self.suggestions, self._facts, self._terms = list(suggestions)[:MOST], list(facts), list(terms)
        self._is_looking = False
        self._place_engines()
        self._draw()

    def show_facts(self, facts: Sequence[FactView]) -> None:
        """Show anew which facts the text has; the suggestions above stay as they are."""
        if list(facts) != self._facts:
            self._facts = list(facts)
            self._draw()

    def keep_places(self, engines: Sequence[EngineName]) -> None:
        """Keep a place and a key for each engine that is asked, in the library's order."""
        self._names = {engine.key: engine for engine in engines}
        self._place_engines()
        if self.pointer_y() is None:
            self._draw()
            return
        for key, place in self._engines.items():  # at the end, where nothing moves
            self.column.insertWidget(self.column.count() - 1, self._engine_card(key, place))
        self._is_due = True

    def _place_engines(self) -> None:
        """Give each engine its number behind the quick suggestions, and its answer where it has come."""
        quick = len(self.suggestions)
        names = list(self._names.values())[: MOST - quick]
        self._engines = {engine.key: quick + place for place, engine in enumerate(names)}
        for engine in names:
            answer = self._answers.get(engine.key)
            kept = answer.suggestion if answer is not None else None
            self.suggestions.append(kept or Suggestion(engine.label, "", Origin.ENGINE))

    def show_answer(self, answer: EngineAnswer) -> None:
        """Put an engine's answer into its place; what is under the pointer stays where it is."""
        if answer.key not in self._engines:
            return
        self._answers[answer.key] = answer
        place = self._engines[answer.key]
        if answer.suggestion is not None:
            self.suggestions[place] = answer.suggestion
        self._fill(answer)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere: what waited for that is shown."""
        super().leaveEvent(event)
        if self._is_due:
            self._draw()

    def _fill(self, answer: EngineAnswer) -> None:
        card, pointer = self._cards.get(answer.key), self.pointer_y()
        if card is None:  # its place is not drawn yet
            return
        would_grow = card.height_with(answer, self._room) > card.height()
        if pointer is not None and would_grow and is_below(pointer, card):
            self._is_due = True
            return
        card.show_answer(answer, self._doubts(answer))
        if pointer is None:
            card.take_own_height()
        else:
            self._is_due = True  # the room kept for it is given back later

    def _draw(self) -> None:
        self._is_due = False
        self._cards = {}
        cards = [
            self._card(place, each)
            for place, each in enumerate(self.suggestions)
            if place not in self._engines.values()
        ]
        cards += [self._engine_card(key, place) for key, place in self._engines.items()]
        if not cards and not self._is_looking:
            cards.append(note(self.tr("Nothing like this sentence is in the memory yet.")))
        if self._facts:
            cards.append(self._facts_card())
        if self._terms:
            cards.append(self._terms_card())
        cards += [self._comment_card(each) for each in self._comments if not each.is_resolved]
        self.show_cards(cards)

    def _engine_card(self, key: str, place: int) -> QWidget:
        card = EngineCard(
            self._names[key],
            self._key(place),
            self._look,
            asking=self.tr("is asked…"),
            characters=len(self._source),
            width=self._room,
        )
        card.taken.connect(lambda: self.suggestionChosen.emit(place))
        self._cards[key] = card
        if key in self._answers:
            card.show_answer(self._answers[key], self._doubts(self._answers[key]))
            card.take_own_height()
        return card

    @property
    def _room(self) -> int:
        """How wide the text of a card is."""
        return max(self.viewport().width() - 50, 120)

    def _doubts(self, answer: EngineAnswer) -> str:
        if answer.suggestion is None or not answer.suggestion.doubts:
            return ""
        return self.tr("contradicts the source") + ": " + " ".join(answer.suggestion.doubts)

    def _card(self, place: int, suggestion: Suggestion) -> QWidget:
        card = Card(can_be_chosen=True)
        badge = key_badge(self._key(place), self._look)
        label = ElidedLabel(
            self._label(suggestion), tone="info" if suggestion.origin is Origin.ENGINE else "ok"
        )
        label.setStyleSheet("font-weight: 600")
        detail = PlainLabel(suggestion.detail, tone="muted")
        is_short = (
            sum(each.sizeHint().width() for each in (badge, detail)) + label.wanted_width() < self._room
        )
        card.add_head(badge, label, right=detail if is_short else None)
        if suggestion.source and suggestion.source != self._source:
            changed = tracked(suggestion.source, self._source)
            card.add(MarkedLabel(changed, self._look, is_source=True, is_muted=True))
        card.add(MarkedLabel(MarkedText(suggestion.text, suggestion.marks), self._look))
        if not is_short:  # a head wider than the panel would have the texts cut off
            detail.setWordWrap(True)
            card.add(detail)
        card.setAccessibleName(f"{self._label(suggestion)}: {suggestion.text}")
        card.chosen.connect(lambda: self.suggestionChosen.emit(place))
        return card

    def _label(self, suggestion: Suggestion) -> str:
        return f"{suggestion.score}% {suggestion.label}" if suggestion.score else suggestion.label

    def _facts_card(self) -> QWidget:
        card = Card()
        card.add(PlainLabel(self.tr("Facts in the source"), tone="muted"))
        grid = _grid()
        for line, fact in enumerate(self._facts):
            start, end = fact.source
            grid.addWidget(self._source_words(self._source[start:end]), line, 0)
            rendering = _Words(fact.rendering or fact.reading)
            rendering.clicked.connect(self.wordsChosen)
            grid.addWidget(rendering, line, 1)
            grid.addWidget(self._verdict(fact.is_matched), line, 2)
        card.body.addLayout(grid)
        return card

    def _terms_card(self) -> QWidget:
        card = Card()
        card.add(PlainLabel(self.tr("Terms"), tone="muted"))
        grid = _grid()
        place = len(self.suggestions)
        for line, term in enumerate(self._terms):
            grid.addWidget(self._source_words(term.source), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._renderings(term, place), line, 1)
            place += len(term.targets[:SHOWN_FORMS])
        card.body.addLayout(grid)
        return card

    def _renderings(self, term: TermView, first: int) -> QWidget:
        """Return the forms of a term, each with the key that puts it in where there is one left."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, target in enumerate(term.targets[:SHOWN_FORMS]):
            words = _Words(target, tone="" if place == 0 else "muted")
            words.clicked.connect(self.wordsChosen)
            words.setToolTip(term.note)
            if key := self._key(first + place):
                grid.addWidget(key_badge(key, self._look), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)
        return box

    def _comment_card(self, comment: CommentRow) -> QWidget:
        card = Card()
        head = self.tr("Comment · %1 · %2").replace("%1", comment.person)
        card.add(PlainLabel(head.replace("%2", say_exactly(comment.at, self.zone)), tone="muted"))
        card.add(PlainLabel(comment.text, wraps=True))
        return card

    def _source_words(self, text: str) -> PlainLabel:
        label = PlainLabel(text)
        font = self._look.panel_font(is_source=True)
        label.setStyleSheet(_font_style(font.families(), font.pixelSize()))
        return label

    def _verdict(self, is_matched: bool | None) -> PlainLabel:
        if is_matched is None:
            return PlainLabel("")
        label = PlainLabel("✓" if is_matched else "✕", tone="ok" if is_matched else "accent")
        label.setAccessibleName(self.tr("is in the text") if is_matched else self.tr("is not in the text"))
        label.setToolTip(label.accessibleName())
        return label


class _Words(PlainLabel):
    """Words that are put in at the caret when they are clicked, or chosen with Enter."""

    clicked = Signal(str)

    def __init__(self, text: str, *, tone: str = "") -> None:
        super().__init__(text, tone=tone, wraps=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", "words")
        self.setAccessibleName(self.tr("Insert %1").replace("%1", text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the words with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit(self.text())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Offer the words."""
        super().mouseReleaseEvent(event)
        self.clicked.emit(self.text())


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    return grid


def _font_style(families: Sequence[str], pixels: int) -> str:
    names = ",".join(f'"{family}"' for family in families)
    return f"font-family: {names}; font-size: {pixels}px"
