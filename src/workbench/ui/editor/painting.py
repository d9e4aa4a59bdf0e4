"""Painting one row: ground, number, both texts, state, lines; nothing here knows Qt's item views."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workbench.model.kinds import Origin, State
from workbench.model.rows import EditionRow
from workbench.ui.editor.layouts import LaidText
from workbench.ui.editor.look import Look
from workbench.ui.editor.model import no_source_words
from workbench.ui.editor.state_marks import paint_state


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin and the texts in them, in pixels from the left of the viewport."""

    source: int
    target: int
    state: int
    right: int
    source_text: int
    source_width: int
    target_text: int
    target_width: int


def columns_of(width: int, look: Look, ratio: float = 0.5) -> Columns:
    """Divide a width: the number, the source, the target, the state."""
    spaces = look.spaces
    middle = round(width * ratio)
    state = width - spaces.state_width
    source_text = spaces.number_width + spaces.across
    return Columns(
        source=spaces.number_width,
        target=middle,
        state=state,
        right=width,
        source_text=source_text,
        source_width=max(middle - source_text - spaces.across, 40),
        target_text=middle + spaces.across,
        target_width=max(state - middle - spaces.across - 6, 40),
    )


@dataclass(frozen=True, slots=True)
class RowPicture:
    """Everything that painting a row needs; `target` is None where the editor stands."""

    row: EditionRow
    state: State
    text: str
    source: LaidText
    target: LaidText | None
    is_active: bool
    opens: bool
    next_opens: bool
    is_focused: bool = False
    word: str = ""
    note: LaidText | None = None


NOTE_INSET = 8
"""Pixels between the edge of a remark's box and its words."""


def note_height(note: LaidText | None) -> float:
    """Return the room a remark below a target takes, with the gap above it."""
    return 0.0 if note is None else note.height + 2 * NOTE_INSET + 4


def row_height(source: float, target: float, look: Look, *, opens: bool) -> int:
    """Return the height of a row from the heights of its texts, in pixels."""
    spaces = look.spaces
    gap = spaces.paragraph if opens else 0
    return round(max(source, target)) + spaces.above + spaces.below + gap


def text_top(look: Look, *, opens: bool) -> int:
    """Return where the texts of a row begin below its top, in pixels."""
    return look.spaces.above + (look.spaces.paragraph if opens else 0)


def paint_row(painter: QPainter, box: QRect, picture: RowPicture, columns: Columns, look: Look) -> None:
    """Paint a row into its box."""
    top = box.top() + text_top(look, opens=picture.opens)
    if picture.is_active:
        painter.fillRect(box, look.active_tint)
        painter.fillRect(
            QRect(0, box.top(), look.spaces.bar, box.height() - 1), look.colour(look.active_tone)
        )
    _paint_number(painter, box, top, picture, look)
    painter.setPen(_source_ink(picture.row, look))
    picture.source.layout.draw(painter, QPointF(columns.source_text, top))
    if not picture.row.source:
        _paint_no_source(painter, top, picture, columns, look)
    if picture.target is None:
        paint_editor_box(painter, editor_box(box, columns, look), look, is_focused=picture.is_focused)
    else:
        painter.setPen(_target_ink(picture, look))
        picture.target.layout.draw(painter, QPointF(columns.target_text, top))
        if picture.note is not None:
            _paint_note(
                painter, QPointF(columns.target_text, top + picture.target.height + 4), picture.note, look
            )
    mark = QPointF(columns.state + 10, top + picture.source.shape.line_height / 2 - 7)
    if not picture.word:
        paint_state(painter, mark, picture.row, picture.state, picture.text, look)
    elif not picture.is_active:
        _paint_verdict(painter, mark, picture, look)
    _paint_lines(painter, box, picture, columns, look)
    if picture.is_focused and picture.target is not None:
        painter.setPen(QPen(look.colour(look.active_tone), 1.6))
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -2))


def editor_box(box: QRect, columns: Columns, look: Look) -> QRect:
    """Return the bordered box of the active row's editor."""
    left = columns.target_text - look.spaces.across
    right = columns.target_text + columns.target_width + 6
    return QRect(left, box.top() + 3, right - left, box.height() - 7)


def paint_editor_box(painter: QPainter, box: QRect, look: Look, *, is_focused: bool) -> None:
    """Paint the border that makes the active row look like an input; stronger with the focus in it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(look.colour("accent"), 1.6 if is_focused else 1.0))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()


def _paint_number(painter: QPainter, box: QRect, top: int, picture: RowPicture, look: Look) -> None:
    painter.setFont(look.small_font())
    painter.setPen(look.colour("muted"))
    height = round(picture.source.shape.line_height)
    place = QRect(box.left() + look.spaces.bar, top + 1, look.spaces.number_width - look.spaces.bar, height)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(picture.row.number))
    if picture.row.open_comments:
        _paint_comment_dot(painter, QPointF(place.center().x(), place.bottom() + 5), look)


def _paint_comment_dot(painter: QPainter, place: QPointF, look: Look) -> None:
    """Paint a small speech bubble: somebody said something about this row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("warn"), 1.2))
    painter.setBrush(look.tint("warn", 0.2))
    painter.drawRoundedRect(QRectF(place.x() - 6, place.y() - 4, 12, 8), 3, 3)
    painter.restore()


def _paint_note(painter: QPainter, place: QPointF, note: LaidText, look: Look) -> None:
    """Paint a remark in a tinted box below the target."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tint("warn", 0.14))
    box = QRectF(place.x(), place.y(), note.width + 2 * NOTE_INSET, note.height + 2 * NOTE_INSET)
    painter.drawRoundedRect(box, 6, 6)
    painter.restore()
    painter.setPen(look.colour("ink"))
    note.layout.draw(painter, place + QPointF(NOTE_INSET, NOTE_INSET))


def _paint_verdict(painter: QPainter, place: QPointF, picture: RowPicture, look: Look) -> None:
    """Paint what the reviewer said about a row: its sign and the word."""
    is_returned = picture.row.is_returned
    is_approved = picture.state in {State.REVIEWED, State.FINAL} and not is_returned
    tone = "accent" if is_returned else "ok" if is_approved else "muted"
    if is_returned or is_approved:
        paint_state(painter, place, picture.row, picture.state, picture.text, look)
    painter.setFont(look.small_font())
    painter.setPen(look.colour(tone))
    left = place.x() + (19 if is_returned or is_approved else 2)
    painter.drawText(QPointF(left, place.y() + 11.5), picture.word)


def _paint_lines(painter: QPainter, box: QRect, picture: RowPicture, columns: Columns, look: Look) -> None:
    """Paint the line under a row, whole between paragraphs and faint inside them, and the middle line."""
    left = 0 if picture.next_opens else columns.source_text
    bottom = box.bottom() + 0.5
    paint_rule(painter, QLineF(left, bottom, columns.right, bottom), look, is_whole=picture.next_opens)
    painter.setPen(look.colour("line"))
    middle = columns.target + 0.5
    if picture.target is not None:
        painter.drawLine(QLineF(middle, box.top(), middle, box.bottom()))


def paint_rule(painter: QPainter, rule: QLineF, look: Look, *, is_whole: bool) -> None:
    """Paint the line under a row: whole between paragraphs, faint inside them."""
    line = look.colour("line")
    painter.setPen(line if is_whole else _faint(line))
    painter.drawLine(rule)


def _faint(line: QColor) -> QPen:
    pen = QPen(line)
    pen.setStyle(Qt.PenStyle.DotLine)
    return pen


def _paint_no_source(painter: QPainter, top: int, picture: RowPicture, columns: Columns, look: Look) -> None:
    """Say that the row was added to the translation alone; a blank would look like a text that failed to load."""
    painter.setFont(look.small_font())
    painter.setPen(look.colour("muted"))
    height = round(picture.source.shape.line_height)
    place = QRect(columns.source_text, top, columns.source_width, height)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, no_source_words())


def _source_ink(row: EditionRow, look: Look) -> QColor:
    return look.colour("muted" if row.is_omitted else "ink")


def _target_ink(picture: RowPicture, look: Look) -> QColor:
    """Return the colour of a target: an untouched machine or memory draft is paler than a person's text."""
    row = picture.row
    is_offered = picture.state is State.INITIAL and row.origin in {Origin.ENGINE, Origin.MEMORY}
    return look.colour("muted" if is_offered and picture.text == row.target else "ink")
