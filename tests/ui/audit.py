"""What is wrong with a screen as it is laid out now: text cut off, widgets over or outside others, English left.

It walks whatever widgets are shown, so that a new screen is audited by adding its scene (`ui/scenes.py`).
"""

from __future__ import annotations

import html
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QPlainTextEdit,
    QStyle,
    QStyleOptionViewItem,
    QTabBar,
    QTextEdit,
    QWidget,
)

from workbench.ui.editor.cards import MarkedLabel
from workbench.ui.tokens import contrast
from workbench.ui.tour import Tour

SLACK = 2
"""Pixels that rounding may take."""


def faults(top: QWidget) -> list[str]:
    """Return what a person would see to be wrong in the layout of a window or dialog."""
    found: list[str] = []
    for widget in shown_in(top):
        found += _cut_off(widget)
        found += _misplaced(widget)
    return found


def shown_in(top: QWidget) -> list[QWidget]:
    """Return a window and every widget that is shown in it."""
    return [
        top,
        *(widget for widget in top.findChildren(QWidget) if widget.isVisibleTo(top) and _is_in(widget, top)),
    ]


def _is_in(widget: QWidget, top: QWidget) -> bool:
    return widget.window() is top


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else widget.accessibleName()
    return f"{type(widget).__name__} “{words[:40] or widget.objectName()}”"


def _cut_off(widget: QWidget) -> Iterator[str]:
    size, hint = widget.size(), widget.sizeHint()
    if isinstance(widget, QLabel) and widget.text() and not widget.toolTip():
        if widget.wordWrap():
            if widget.heightForWidth(size.width()) > size.height() + SLACK:
                yield f"{_name(widget)} needs {widget.heightForWidth(size.width())} px of height, has {size.height()}"
        elif hint.width() > size.width() + SLACK or hint.height() > size.height() + SLACK:
            yield f"{_name(widget)} needs {hint.width()}×{hint.height()} px, has {size.width()}×{size.height()}"
    elif isinstance(widget, (QAbstractButton, QComboBox)) and not isinstance(widget.parent(), QLineEdit):
        least = widget.minimumSizeHint() if isinstance(widget, QComboBox) else hint
        if least.width() > size.width() + SLACK or least.height() > size.height() + SLACK:
            yield f"{_name(widget)} needs {least.width()}×{least.height()} px, has {size.width()}×{size.height()}"
    elif isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        room = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right()
        if widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > room:
            yield f"the hint “{widget.placeholderText()}” is cut off in {room} px"
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, QListWidget):
        yield from _lines(widget)
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        yield from _sections(widget)


def _tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        if bar.isTabVisible(tab):
            room = bar.tabRect(tab)
            if (
                bar.fontMetrics().horizontalAdvance(bar.tabText(tab)) > room.width()
                or room.right() > bar.width() + SLACK
                or room.left() < -SLACK
            ):
                yield f"the tab “{bar.tabText(tab)}” is cut off"


def _lines(view: QListWidget) -> Iterator[str]:
    """Look at the height of lines: the style cuts words that do not fit into it and puts an ellipsis."""
    for row in range(view.count()):
        item, option = view.item(row), QStyleOptionViewItem()
        room = view.visualItemRect(item)
        option.initFrom(view)
        option.rect, option.text = room, item.text().replace("\n", "\u2028")
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        needed = view.style().sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, option, QSize(), view)
        if needed.height() > room.height() + SLACK:
            yield f"the line “{item.text()}” needs {needed.height()} px of height, has {room.height()}"


def _sections(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for section in range(header.count()):
        words = str(model.headerData(section, header.orientation()) or "")
        if words and not header.isSectionHidden(section):
            needed = header.fontMetrics().horizontalAdvance(words)
            if needed > header.sectionSize(section):
                yield f"the column “{words}” has {header.sectionSize(section)} px, its name needs {needed}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None and widget.isVisible():
            yield widget


def _misplaced(parent: QWidget) -> Iterator[str]:
    layout = parent.layout()
    children = (
        [] if layout is None else [child for child in _laid_out(layout) if child.parentWidget() is parent]
    )
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for child in children:
        if not room.contains(child.geometry()):
            yield f"{_name(child)} lies outside {_name(parent)}: {_said(child.geometry())} in {_said(parent.rect())}"
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK and common.height() > SLACK and not _are_stacked(parent):
            yield f"{_name(one)} lies over {_name(other)} by {common.width()}×{common.height()} px"


def _are_stacked(parent: QWidget) -> bool:
    return type(parent.layout()).__name__ == "QStackedLayout"


def _said(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"


# What cannot be read -----------------------------------------------------------------------------

AA = 4.5
"""The contrast of text and ground (WCAG 2.2, 1.4.3)."""


def pale(top: QWidget) -> list[str]:
    """Return the words that stand out too little from the ground they are really drawn on."""
    picture = QImage(top.size(), QImage.Format.Format_RGB32)
    top.render(picture)
    found = []
    for widget in shown_in(top):
        words = _words_of(widget)
        seen = widget.visibleRegion().boundingRect()
        area = seen.translated(widget.mapTo(top, QPoint(0, 0)))
        if words and widget.isEnabled() and not seen.isEmpty() and not _is_dimmed(widget, area, top):
            ink = widget.palette().color(widget.foregroundRole()).name()
            ground = _ground(picture, area)
            if contrast(ink, ground) < AA:
                found.append(f"“{words[:40]}” is {ink} on {ground}: {contrast(ink, ground):.1f}")
    return found


def _is_dimmed(widget: QWidget, area: QRect, top: QWidget) -> bool:
    """Tell whether a tour has taken the light from a widget: it is neither of the tour nor what that points at."""
    tours = [tour for tour in top.findChildren(Tour) if tour.isVisible()]
    return any(not tour.isAncestorOf(widget) and not tour.lit().contains(area) for tour in tours)


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        return "" if isinstance(widget, QLabel) and widget.text().startswith("<") else widget.text()
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _ground(picture: QImage, area: QRect) -> str:
    """Return the colour that most of an area has."""
    places = product(range(area.left(), area.right() + 1, 2), range(area.top(), area.bottom() + 1, 2))
    seen = Counter(picture.pixel(x, y) for x, y in places if picture.valid(x, y))
    return QColor(seen.most_common(1)[0][0]).name() if seen else "#808080"


# What is left in English -------------------------------------------------------------------------

KEYS = r"Ctrl|Delete|Shift|Alt|Enter|Esc|Tab|Ins|Del|Home|End|PgUp|PgDown|F\d{1,2}|Meta"
FORMATS = (
    r"PDF|SVG|HTML|DOCX|Word|LibreOffice|TMX|TBX|CSV|XLSX|Excel|XLIFF(?: [\d.]+)?|JSON|Markdown|gettext|DeepL|CTranslate2|OpenAI"
    r"|percent|Hunspell|CC-CEDICT|CC BY-SA [\d.]+|US|UK|memoQ|Trados|OmegaT|Poedit|URL|UTF-8|SDLTM"
)
ALLOWED = re.compile(
    rf"\b(?:{KEYS}|{FORMATS}|English)\b|\.[a-z0-9]{{2,9}}\b|https?://\S*|(?:/[\w.-]+){{2,}}|\bv?\d[\w.:-]*|\b(?=\w*\d)[0-9a-f]{{8,}}\b"
)
"""Keys, formats, addresses, paths, and the name of the English language where one chooses it."""
RUNS = re.compile(r"[A-Za-z](?:[A-Za-z0-9'’&,.%/ –-]*[A-Za-z])?")
TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
LATIN = re.compile(r"[A-Za-z]{2,}")


ORDINARY_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
"""An index of words is no text of its own, and need not let itself be read."""


class Content:
    """What people wrote into a library: it is shown as it is, in whatever language."""

    def __init__(self, path: Path, *more: str) -> None:
        connection = sqlite3.connect(path)
        tables = [name for (name,) in connection.execute(ORDINARY_TABLES)]
        rows = (row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"'))
        texts = {value for row in rows for value in row if isinstance(value, str)}
        connection.close()
        self._text = " \n ".join(
            [path.name, path.stem, *(text for text in texts if " " in text or "-" in text), *more]
        )
        self._words = {text for text in texts if not text.islower()}

    def has(self, chunk: str) -> bool:
        """Tell whether somebody wrote this, as a whole or as the visible part of something."""
        return (
            chunk in self._words
            or re.search(rf"(?<![A-Za-z]){re.escape(chunk)}(?![A-Za-z])", self._text) is not None
        )


def english_in(top: QWidget, content: Content) -> list[str]:
    """Return every shown text of the window that has English in it which nobody wrote."""
    return sorted({f"{where}: {text}" for where, text in texts_of(top) if has_english(text, content)})


def has_english(text: str, content: Content) -> bool:
    """Tell whether a text has Latin words that are neither allowed nor content."""
    plain = " ".join(html.unescape(TAGS.sub(" ", text)).split()) if text.startswith("<") else text
    rest = ALLOWED.sub("，", plain)
    return any(LATIN.search(run) and not content.has(run.strip(" .,:;!?–-")) for run in RUNS.findall(rest))


def texts_of(top: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text a person can read, point at or hear in a window, with what shows it."""
    for widget in shown_in(top):
        if isinstance(widget, MarkedLabel):
            continue  # two versions of a sentence in one: article text throughout, and in no one place like this
        kind = type(widget).__name__
        for text in (
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            *_shown_by(widget),
        ):
            if text:
                yield kind, text
    if top.isWindow():
        yield "title", top.windowTitle()


def _shown_by(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()) if widget.isTabVisible(tab))
    elif isinstance(widget, QMenuBar):
        for action in widget.actions():
            yield from _of_menu(action)
    elif isinstance(widget, QHeaderView):
        model = widget.model()
        for section in range(widget.count() if widget.isVisible() else 0):
            yield str(model.headerData(section, widget.orientation()) or "")
    elif isinstance(widget, QAbstractItemView):
        yield from _of_items(widget)


def _of_menu(action: QAction) -> Iterator[str]:
    yield action.text().replace("&", "")
    menu = action.menu()
    if menu is not None:
        for inner in menu.actions():  # type: ignore[attr-defined]
            yield from _of_menu(inner)


ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def _of_items(view: QAbstractItemView) -> Iterator[str]:
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return
    area = view.viewport().rect()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(view.rootIndex())
    for row in range(min(model.rowCount(view.rootIndex()), 60)):
        for column in range(columns):
            index: QModelIndex = model.index(row, column)
            if view.visualRect(index).intersects(area):
                yield from (
                    str(text) for text in (index.data(role) for role in ROLES) if isinstance(text, str)
                )
