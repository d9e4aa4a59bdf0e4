"""How an article looks in the list: headline on two lines, chip, bar, people, time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.model.kinds import Stage
from workbench.model.rows import ArticleRow
from workbench.ui.fonts import SANS, SANS_ZH, interface_font
from workbench.ui.icons import pixmap
from workbench.ui.library_model import ROW, Column, say_step
from workbench.ui.theme import Theme
from workbench.ui.tokens import STAGE_TONES, tint_of
from workbench.ui.words import STAGE_ICONS, say_stage

MARGIN = 12
FIRST_MARGIN = 20
ABOVE = 12
BETWEEN = 2
HEADLINE_LINES = 2
CHIP_HEIGHT = 22


def headline_font() -> QFont:
    """Return the font of the English headline in the list."""
    return interface_font(14, QFont.Weight.DemiBold)


def source_font() -> QFont:
    """Return the font of the Chinese headline in the list."""
    font = interface_font(13)
    font.setFamilies([SANS_ZH, SANS])
    return font


class LibraryDelegate(QStyledItemDelegate):
    """Paints one cell of the list from its whole row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._headline = headline_font()
        self._source = source_font()
        self._plain = interface_font(13)
        self._small = interface_font(12)
        self._chip = interface_font(12, QFont.Weight.DemiBold)

    def height_of(self, row: ArticleRow, width: int) -> int:
        """Return how high a row must be when its first column is `width` wide."""
        lines = len(self._lines(row, width - FIRST_MARGIN - MARGIN))
        below = QFontMetrics(self._source).height() + BETWEEN
        has_both = bool(row.target_headline and row.headline)
        return ABOVE * 2 + lines * self._line_height() + (below if has_both or lines == 1 else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room a cell asks for."""
        return QSize(80, 2 * ABOVE + 2 * self._line_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, rule and contents of a cell."""
        row: ArticleRow | None = index.data(ROW)
        if row is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state, index.column())
        inside = rect.adjusted(FIRST_MARGIN if index.column() == 0 else 0, 0, -MARGIN, 0)
        match Column(index.column()):
            case Column.ARTICLE:
                self._article(painter, inside, row)
            case Column.STATUS:
                self._status(painter, inside, row)
            case Column.PROGRESS:
                self._progress(painter, inside, row, str(index.data()))
            case Column.TRANSLATOR:
                self._text(painter, inside, str(index.data()), "ink" if row.translator else "muted")
            case Column.REVIEWER:
                self._text(painter, inside, str(index.data()), "muted")
            case Column.UPDATED:
                self._moment(painter, inside, row, str(index.data()))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, column: int) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "active_tint" if is_selected else "raised" if is_over else "surface"
        painter.fillRect(rect, self._theme.color(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        if is_selected and self._view.hasFocus() and column == Column.ARTICLE:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.color("accent"))

    def _article(self, painter: QPainter, inside: QRect, row: ArticleRow) -> None:
        lines = self._lines(row, inside.width())
        has_both = bool(row.target_headline and row.headline)
        y = inside.top() + ABOVE if has_both else inside.center().y() - len(lines) * self._line_height() // 2
        painter.setFont(self._headline)
        painter.setPen(self._theme.color("ink"))
        for line in lines:
            box = QRect(inside.left(), y, inside.width(), self._line_height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
            y += self._line_height()
        if has_both:
            metrics = QFontMetrics(self._source)
            painter.setFont(self._source)
            painter.setPen(self._theme.color("muted"))
            shown = metrics.elidedText(row.headline, Qt.TextElideMode.ElideRight, inside.width())
            box = QRect(inside.left(), y + BETWEEN, inside.width(), metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _status(self, painter: QPainter, inside: QRect, row: ArticleRow) -> None:
        """Draw the chip of the stage, and below it where a review of several steps stands."""
        step = say_step(row)
        if not step:
            self._stage_chip(painter, inside, row.stage)
            return
        half = (CHIP_HEIGHT + QFontMetrics(self._small).height()) // 2
        middle = inside.center().y()
        self._stage_chip(painter, inside.adjusted(0, 0, 0, -2 * (half - CHIP_HEIGHT // 2)), row.stage)
        below = QRect(
            inside.left() + 9, middle - half + CHIP_HEIGHT + 1, inside.width() - 9, 2 * half - CHIP_HEIGHT
        )
        painter.setFont(self._small)
        painter.setPen(self._theme.color("muted"))
        shown = QFontMetrics(self._small).elidedText(step, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _stage_chip(self, painter: QPainter, inside: QRect, stage: Stage) -> None:
        tone = STAGE_TONES[stage]
        word = say_stage(stage)
        metrics = QFontMetrics(self._chip)
        width = min(metrics.horizontalAdvance(word) + 34, inside.width())
        top = inside.center().y() - CHIP_HEIGHT // 2
        chip = QRectF(inside.left(), top, width, CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(tint_of(tone)))
        painter.drawRoundedRect(chip, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        drawn = pixmap(
            self._theme, STAGE_ICONS[stage], tone, size=12, scale=painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(QPoint(inside.left() + 9, int(chip.center().y()) - 6), drawn)
        painter.setFont(self._chip)
        painter.setPen(self._theme.color(tone))
        box = chip.adjusted(25, 0, -6, 0).toRect()
        shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, box.width() + 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _progress(self, painter: QPainter, inside: QRect, row: ArticleRow, words: str) -> None:
        middle = inside.center().y()
        bar = QRect(inside.left(), middle - 10, min(inside.width(), 162), 5)
        draw_progress(painter, self._theme, bar, row.confirmed, row.drafted, row.segments)
        painter.setFont(self._small)
        painter.setPen(self._theme.color("muted"))
        below = QRect(inside.left(), middle, inside.width(), QFontMetrics(self._small).height())
        shown = QFontMetrics(self._small).elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _text(self, painter: QPainter, inside: QRect, text: str, tone: str) -> None:
        painter.setFont(self._plain)
        painter.setPen(QPen(self._theme.color(tone)))
        shown = QFontMetrics(self._plain).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _moment(self, painter: QPainter, inside: QRect, row: ArticleRow, words: str) -> None:
        """Write when the article changed, and below it when it is due; late is said in words and colour."""
        updated, _, due = words.partition("\n")
        if not due:
            self._text(painter, inside, updated, "muted")
            return
        half = QFontMetrics(self._plain).height()
        middle = inside.center().y()
        self._text(painter, QRect(inside.left(), middle - half, inside.width(), half), updated, "muted")
        is_late = row.due is not None and row.due < date.today()  # noqa: DTZ011 - the person's own day
        below = QRect(inside.left(), middle + 1, inside.width(), half)
        self._text(painter, below, due, "accent" if is_late else "ink")

    def _line_height(self) -> int:
        return QFontMetrics(self._headline).height()

    def _lines(self, row: ArticleRow, width: int) -> list[str]:
        """Break the first headline into at most two lines, the last one elided."""
        text = row.target_headline or row.headline or row.key
        layout = QTextLayout(text, self._headline)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < HEADLINE_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 60))
            starts.append(line.textStart())
        layout.endLayout()
        units = text.encode("utf-16-le")
        pieces = [
            units[2 * start : 2 * end if end is not None else None].decode("utf-16-le").strip()
            for start, end in zip(starts, [*starts[1:], None], strict=True)
        ]
        pieces[-1] = QFontMetrics(self._headline).elidedText(
            pieces[-1], Qt.TextElideMode.ElideRight, max(width, 60)
        )
        return pieces


def draw_progress(
    painter: QPainter, theme: Theme, bar: QRect, confirmed: int, drafted: int, total: int
) -> None:
    """Draw how far an edition is: confirmed, then drafted, then the rest."""
    painter.setPen(Qt.PenStyle.NoPen)
    radius = bar.height() / 2
    shares = [
        ("line", 1.0),
        ("warn", (confirmed + drafted) / total if total else 0.0),
        ("ok", confirmed / total if total else 0.0),
    ]
    for tone, share in shares:
        width = round(bar.width() * min(share, 1.0))
        if width:
            painter.setBrush(theme.color(tone))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(width, bar.height()), bar.height()), radius, radius
            )
