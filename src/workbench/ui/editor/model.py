"""The rows of the open edition as a Qt table, with what is typed but not yet saved laid over them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import repeat

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from workbench.model.kinds import SegmentKind, State
from workbench.model.rows import EditionRow

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    SOURCE = 1
    TARGET = 2
    STATE = 3


class EditionModel(QAbstractTableModel):
    """Rows by position and by target id; typed text stands over the saved one until the answer comes."""

    textsChanged = Signal(list)
    """Texts or states of rows changed: their positions."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[EditionRow] = []
        self._places: dict[int, int] = {}
        self._typed: dict[int, str] = {}
        self._shown: frozenset[int] | None = None
        self._shown_places: list[int] | None = None
        self.heard_instead: Callable[[int], str] = lambda _place: ""
        """What a screen reader hears in place of a target, such as its tracked changes; "" for the target itself."""

    def show(
        self,
        rows: Iterable[EditionRow],
        places: dict[int, int] | None = None,
        *,
        kept: Collection[int] = (),
    ) -> None:
        """Show other rows, whose `places` by target may be known.

        What was typed into rows that are still there stays, and what waits to be saved (`kept`) wherever it was typed.
        """
        self.beginResetModel()
        self._rows = list(rows)
        self._places = places_of(self._rows) if places is None else places
        self._typed = {key: text for key, text in self._typed.items() if key in self._places or key in kept}
        self._find_shown()
        self.endResetModel()

    def rows(self) -> Sequence[EditionRow]:
        """Return all rows as the library has them."""
        return self._rows

    def has_places(self, places: Mapping[int, int]) -> bool:
        """Tell whether the same targets are shown in the same order."""
        return self._places == places

    def row(self, place: int) -> EditionRow:
        """Return the row at a place as the library has it."""
        return self._rows[place]

    def place_of(self, target_id: int) -> int | None:
        """Return where a target stands, or None when it is not shown."""
        return self._places.get(target_id)

    def text(self, place: int) -> str:
        """Return the text on the screen: typed, or else saved."""
        row = self._rows[place]
        return self._typed.get(row.target_id, row.target)

    def state(self, place: int) -> State:
        """Return the state on the screen: what is being typed is a draft."""
        row = self._rows[place]
        return State.INITIAL if self.is_typed(place) else row.state

    def is_typed(self, place: int) -> bool:
        """Tell whether the text on the screen differs from the saved one."""
        row = self._rows[place]
        return self._typed.get(row.target_id, row.target) != row.target

    def is_done(self, place: int) -> bool:
        """Tell whether the row counts as confirmed (RULES.md, targets and source)."""
        row = self._rows[place]
        return row.is_omitted or (self.state(place) is not State.INITIAL and not row.is_returned)

    def next_open(self, place: int, step: int = 1) -> int | None:
        """Return the nearest unconfirmed row after (or before) a place."""
        stop = len(self._rows) if step > 0 else -1
        for other in range(place + step, stop, step):
            if not self.is_done(other) and not self._rows[other].is_locked and self.is_shown(other):
                return other
        return None

    def show_only(self, target_ids: Collection[int] | None) -> None:
        """Show only these rows, or (None) all; the others stay where they are and are passed over."""
        self._shown = None if target_ids is None else frozenset(target_ids)
        self._find_shown()

    def _find_shown(self) -> None:
        if self._shown is None:
            self._shown_places = None
            return
        places = sorted(map(self._places.get, self._shown, repeat(-1)))
        self._shown_places = places[bisect_left(places, 0) :]

    @property
    def is_narrowed(self) -> bool:
        """Whether some rows are not shown."""
        return self._shown is not None

    def is_shown(self, place: int) -> bool:
        """Tell whether a row is one of those that are shown."""
        return self._shown is None or self._rows[place].target_id in self._shown

    def places_shown(self) -> Sequence[int]:
        """Return where the rows stand that are shown, in order."""
        return range(len(self._rows)) if self._shown_places is None else self._shown_places

    def shown_from(self, place: int, stop: int | None = None) -> Sequence[int]:
        """Return the places of the shown rows from one on, and before `stop`."""
        shown = self.places_shown()
        return shown[bisect_left(shown, place) : None if stop is None else bisect_left(shown, stop)]

    def next_shown(self, place: int, step: int) -> int:
        """Return the shown row `step` rows away, the farthest there is when there are fewer."""
        shown = self.places_shown()
        here = bisect_right(shown, place) - 1 if step > 0 else bisect_left(shown, place)
        at = max(0, min(here + step, len(shown) - 1))
        is_farther = bool(shown) and (shown[at] - place) * step > 0
        return shown[at] if is_farther else place

    def type_text(self, place: int, text: str) -> None:
        """Lay typed text over a row."""
        self._typed[self._rows[place].target_id] = text
        self.textsChanged.emit([place])

    def typed(self, target_id: int) -> str | None:
        """Return what was typed into a row, shown or not, and is not saved; None when nothing was."""
        return self._typed.get(target_id)

    def forget_typed(self, target_id: int) -> None:
        """Let the saved text of a row show again."""
        self._typed.pop(target_id, None)

    def refresh(self, rows: Iterable[EditionRow]) -> None:
        """Put rows in place of those with the same target."""
        places = []
        for row in rows:
            place = self._places.get(row.target_id)
            if place is None:
                continue
            self._rows[place] = row
            if self._typed.get(row.target_id) == row.target:
                del self._typed[row.target_id]
            places.append(place)
        if places:  # told once: an act may change thousands of rows
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), Column.STATE))
            self.textsChanged.emit(places)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, for screen readers and for copying; painting has its own way."""
        if not index.isValid() or role not in _SPOKEN:
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(index.row())
        is_heard = role == Qt.ItemDataRole.AccessibleTextRole
        match index.column():
            case Column.NUMBER:
                return str(row.number)
            case Column.SOURCE:
                return row.source or (no_source_words() if is_heard else "")
            case Column.TARGET:
                return (is_heard and self.heard_instead(index.row())) or self.text(index.row())
            case _:
                return state_word(row, self.state(index.row()), self.text(index.row()))

    def _described(self, place: int) -> str:
        """Say what the painting of a row shows beside its texts: which row, what kind, which state."""
        row = self._rows[place]
        words = [
            self.tr("Row %1").replace("%1", str(row.number)),
            kind_word(row.kind),
            state_word(row, self.state(place), self.text(place)),
        ]
        if row.is_locked:
            words.append(self.tr("locked"))
        if row.open_comments:
            words.append(self.tr("open comments: %1").replace("%1", str(row.open_comments)))
        return ", ".join(words)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the spoken names of the columns; the painted ones are set by the view."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.AccessibleTextRole:
            return [self.tr("Number"), self.tr("Source"), self.tr("Target"), self.tr("State")][section]
        return None


def places_of(rows: Iterable[EditionRow]) -> dict[int, int]:
    """Return where each target stands."""
    return {row.target_id: place for place, row in enumerate(rows)}


_SPOKEN = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
}


def kind_word(kind: SegmentKind) -> str:
    """Return the word for what a row is on the page."""
    translate = QCoreApplication.translate
    words = {
        SegmentKind.HEADLINE: translate("RowKind", "headline"),
        SegmentKind.SUMMARY: translate("RowKind", "summary"),
        SegmentKind.LEAD: translate("RowKind", "lead"),
        SegmentKind.SUBHEADING: translate("RowKind", "subheading"),
        SegmentKind.BODY: translate("RowKind", "body text"),
        SegmentKind.CAPTION: translate("RowKind", "caption"),
        SegmentKind.ALT: translate("RowKind", "text for a picture"),
        SegmentKind.BYLINE: translate("RowKind", "byline"),
    }
    return words[kind]


def no_source_words() -> str:
    """Return what stands in place of the source of a row that was added to the translation alone."""
    return QCoreApplication.translate("RowState", "Not in the source")


def state_word(row: EditionRow, state: State, text: str) -> str:
    """Return the word for the state of a row, as tooltips and screen readers give it."""
    translate = QCoreApplication.translate
    if row.is_omitted:
        return translate("RowState", "left out on purpose")
    if row.is_returned and state is not State.INITIAL:
        return translate("RowState", "returned")
    match state:
        case State.TRANSLATED:
            return translate("RowState", "confirmed")
        case State.REVIEWED:
            return translate("RowState", "approved")
        case State.FINAL:
            return translate("RowState", "published")
    return translate("RowState", "draft") if text else translate("RowState", "empty")
