"""The checklist: each point with its mark, its words, and what settles it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.desk.gate import NOT_LOOKED, TOPIC, Point
from workbench.ui.icons import icon
from workbench.ui.labels import PlainLabel
from workbench.ui.sayings import said
from workbench.ui.theme import Theme

IN_THE_TEXT = frozenset(
    {"approved", "unchanged", "translated", "confirmed", "findings", "comments", "glyphs"}
)
"""Points that are settled in the text, by whoever works on it."""


def say_point(point: Point) -> str:
    """Return a point in the language of the interface."""
    if point.key.startswith(TOPIC):
        return said(point.name) if point.is_met else f"{said(point.name)} · {said(point.said)}"
    if point.key == "topics":
        return QCoreApplication.translate("publish", "Nothing else the checks found is undecided")
    if point.key == "quiet" and point.value:
        words = QCoreApplication.translate(
            "publish", "No open findings (%1 accepted with a reason) or comments"
        )
        return words.replace("%1", point.value)
    if point.key == "findings" and point.is_met and point.value:
        words = QCoreApplication.translate("publish", "No open findings (%1 accepted with a reason)")
        return words.replace("%1", point.value)
    if point.field:
        field = say_field(point.field)
        if point.waived:
            words = QCoreApplication.translate("publish", "%1 is missing (accepted: %2)")
            return words.replace("%1", field).replace("%2", point.waived)
        if point.field == "caption":
            every = QCoreApplication.translate("publish", "Every photo has a caption")
            return every if point.is_met else QCoreApplication.translate("publish", "A photo has no caption")
        if point.is_met:
            return QCoreApplication.translate("publish", "%1 is given").replace("%1", field)
        if point.value:
            words = QCoreApplication.translate("publish", "%1 is no web address: %2")
            return words.replace("%1", field).replace("%2", point.value)
        return QCoreApplication.translate("publish", "%1 is missing").replace("%1", field)
    if point.key == "details" and point.value:
        words = QCoreApplication.translate("publish", "Page details are complete (gaps accepted: %1)")
        return words.replace("%1", point.value)
    met = {
        "details": QCoreApplication.translate("publish", "Page details are complete"),
        "four-eyes": QCoreApplication.translate("publish", "Translator and reviewer are different people"),
        "own-work": QCoreApplication.translate("publish", "Approved by one of its own translators"),
        "approved": QCoreApplication.translate("publish", "Approved by a reviewer"),
        "unchanged": QCoreApplication.translate("publish", "Approved text is unchanged since approval"),
        "translated": QCoreApplication.translate("publish", "Every segment has its text"),
        "confirmed": QCoreApplication.translate("publish", "Every segment is confirmed"),
        "ready": QCoreApplication.translate("publish", "Every segment has its text and is confirmed"),
        "quiet": QCoreApplication.translate("publish", "No open findings or comments"),
        "findings": QCoreApplication.translate("publish", "No open findings"),
        "comments": QCoreApplication.translate("publish", "No open comments"),
        "embargo": QCoreApplication.translate("publish", "No embargo runs"),
        "glyphs": QCoreApplication.translate("publish", "Every character can be shown"),
        "alternatives": QCoreApplication.translate("publish", "Every photo has an alternative text"),
        "link": QCoreApplication.translate("publish", "The Chinese source opens and is the right article"),
        "report": QCoreApplication.translate("publish", "The report of findings is filed"),
        "preview": QCoreApplication.translate("publish", "The preview was read"),
    }
    unmet = {
        "role": QCoreApplication.translate("publish", "Publishing takes an editor: choose who is working"),
        "approved": QCoreApplication.translate("publish", "Not approved yet: a reviewer has to approve it"),
        "unchanged": QCoreApplication.translate("publish", "The text has changed since it was approved"),
        "translated": QCoreApplication.translate("publish", "Some segments have no text"),
        "confirmed": QCoreApplication.translate("publish", "Some segments are not confirmed"),
        "findings": QCoreApplication.translate("publish", "Findings are open"),
        "comments": QCoreApplication.translate("publish", "Comments are open"),
        "embargo": QCoreApplication.translate("publish", "An embargo runs"),
        "glyphs": QCoreApplication.translate("publish", "Some characters cannot be shown"),
        "alternatives": QCoreApplication.translate("publish", "A photo has no alternative text of its own"),
        "link": QCoreApplication.translate("publish", "The Chinese source has not been opened yet"),
        "report": QCoreApplication.translate("publish", "The report of findings is not filed yet"),
        "preview": QCoreApplication.translate("publish", "Nobody has read the preview yet"),
    }
    if point.key == "unchanged" and point.code == "not-approved":
        return said(point.said)
    if point.code == NOT_LOOKED:
        return QCoreApplication.translate("publish", "The checks have not gone through this long article yet")
    if point.key == "link" and point.value:
        return QCoreApplication.translate("publish", "The Chinese source was not found there")
    return (met if point.is_met else unmet).get(point.key, said(point.name))


def say_field(field: str) -> str:
    """Return a page detail's name in the language of the interface."""
    names = {
        "headline": QCoreApplication.translate("publish", "Headline"),
        "section": QCoreApplication.translate("publish", "Section"),
        "published": QCoreApplication.translate("publish", "Date"),
        "outlet": QCoreApplication.translate("publish", "Source"),
        "translator": QCoreApplication.translate("publish", "Translator"),
        "slug": QCoreApplication.translate("publish", "Page address"),
        "keywords": QCoreApplication.translate("publish", "Keywords"),
        "source_address": QCoreApplication.translate("publish", "Chinese source"),
        "photo_credit": QCoreApplication.translate("publish", "Photo credit"),
        "caption": QCoreApplication.translate("publish", "Photo captions"),
        "embargo": QCoreApplication.translate("publish", "Embargo"),
    }
    return names.get(field, field)


QUIET = frozenset({"embargo", "glyphs"})
"""Points of which nothing is said shortly as long as they are met."""
TOGETHER = (
    ("approved", "unchanged", "unchanged"),
    ("translated", "confirmed", "ready"),
    ("findings", "comments", "quiet"),
)
"""Pairs of points that are said as one when both are met, with the key of that one."""


def summed_up(points: Sequence[Point]) -> list[Point]:
    """Return the checklist shortly: what is met in few lines, whatever is not met by itself."""
    fields = [point for point in points if point.field]
    topics = [point for point in points if point.key.startswith(TOPIC)]
    shown = [point for point in points if not point.field and (point.key not in QUIET or not point.is_met)]
    asked = _together([point for point in shown if not point.is_advice])
    advised = [point for point in shown if point.is_advice and point not in topics]
    if fields and all(point.is_met for point in fields):
        waived = [point for point in fields if point.waived]
        said = "\n".join(say_point(point) for point in fields)
        lines = [Point("details", "", is_met=True, said=said, value=str(len(waived) or ""))]
    else:
        lines = [point for point in fields if not point.is_met or point.waived]
    return [*asked, *lines, *_summed_topics(topics), *advised]


def _together(points: Sequence[Point]) -> list[Point]:
    """Say pairs that are both met as one, where the first of them stood."""
    found = list(points)
    met = {point.key: point for point in points if point.is_met}
    for first, second, key in TOGETHER:
        if first in met and second in met:
            said = "\n".join(say_point(met[one]) for one in (first, second))
            value = met[first].value if first == "findings" else ""
            found[found.index(met[first])] = Point(key, "", is_met=True, said=said, value=value)
            found.remove(met[second])
    return found


def _summed_topics(topics: Sequence[Point]) -> list[Point]:
    """Return the topics that are undecided, and one line for the others; nothing when all are settled."""
    undecided = [point for point in topics if not point.is_met]
    if not undecided:
        return []
    settled = [said(point.name) for point in topics if point.is_met]
    others = str(len(undecided))
    line = Point("topics", "", is_met=True, said="\n".join(settled), value=others, is_advice=True)
    return [*undecided, *([line] if settled else [])]


class ChecklistView(QWidget):
    """Shows the points; asks to fill a field, to accept its gap, or to do what a point advises."""

    fill_asked = Signal(str)
    accept_asked = Signal(str)
    deed_asked = Signal(str)
    look_asked = Signal(int)
    """The target (0: none in particular) at which a point is settled in the text."""
    rebuilt = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[Point, ...] = ()
        self._may_settle = self._shows_every = False
        self._heading, self._verdict = PlainLabel(role="heading"), PlainLabel(role="pill")
        self._every = QPushButton()
        self._every.setProperty("role", "link")
        self._every.setCursor(Qt.CursorShape.PointingHandCursor)
        self._every.clicked.connect(self.show_every)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._heading)
        head.addWidget(self._verdict)
        head.addStretch(1)
        head.addWidget(self._every)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addLayout(self._lines)

    def show_points(self, points: Sequence[Point], *, may_settle: bool) -> None:
        """Show the checklist as it stands now: shortly, or every point where that was asked for."""
        self._points, self._may_settle = tuple(points), may_settle
        self._show()

    def _show(self) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        short = summed_up(self._points)
        for point in self._points if self._shows_every else short:
            self._lines.addWidget(self._line(point))
        self._every.setVisible(short != list(self._points))
        self._every.setText(self.tr("Fewer points") if self._shows_every else self.tr("Every point"))
        self._say_verdict()
        self.rebuilt.emit()

    def _say_verdict(self) -> None:
        """Say beside the heading whether the page can be published, so that nobody has to count."""
        self._heading.setText(self.tr("Ready to publish?"))
        left = sum(not (point.is_met or point.is_advice) for point in self._points)
        words = self.tr("%1 to settle", "", left).replace("%1", str(left)) if left else self.tr("Yes")
        self._verdict.setText(words)
        self._verdict.set_tone("warn" if left else "ok")
        self._verdict.setVisible(bool(self._points))

    def show_every(self) -> None:
        """Show every point by itself, or sum them up again; the keyboard stays at the switch."""
        self._shows_every = not self._shows_every
        self._show()

    def _line(self, point: Point) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = PlainLabel(say_point(point), tone=self._tone(point), wraps=True)
        words.setAccessibleName(f"{say_point(point)}: {self._state(point)}")
        words.setToolTip(said(point.said))
        row.addWidget(self._mark(point), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        for link in () if point.is_met else self._links(point):
            row.addWidget(link)
        return line

    def _mark(self, point: Point) -> QLabel:
        mark = QLabel()
        mark.setFixedSize(QSize(18, 18))
        unmet, tone = ("circle", "muted") if point.is_advice else ("x", "accent")
        name, tone = ("check", "ok") if point.is_met else (unmet, tone)
        mark.setPixmap(icon(self._theme, name, tone).pixmap(16, 16))
        return mark

    def _state(self, point: Point) -> str:
        if point.is_met:
            return self.tr("met")
        return self.tr("advised") if point.is_advice else self.tr("not met")

    @staticmethod
    def _tone(point: Point) -> str:
        if point.is_met:
            return ""
        return "muted" if point.is_advice else "accent"

    def _links(self, point: Point) -> list[QPushButton]:
        """Return what leads to where a point is settled, and what settles it here for who may."""
        if point.code == NOT_LOOKED:
            return [self._link(self.tr("Check"), self.deed_asked, point.key, say_point(point))]
        if point.target_id or point.key in IN_THE_TEXT:
            return [self._link(self.tr("Look"), self.look_asked, point.target_id, say_point(point))]
        if not self._may_settle:
            return []
        if point.field:
            return [
                self._link(self.tr("Add…"), self.fill_asked, point.field, say_field(point.field)),
                self._link(self.tr("Accept…"), self.accept_asked, point.field, say_field(point.field)),
            ]
        words = {
            "alternatives": self.tr("Add…"),
            "link": self.tr("Open"),
            "report": self.tr("File"),
            "preview": self.tr("I have read it"),
        }.get(point.key)
        return [self._link(words, self.deed_asked, point.key, say_point(point))] if words else []

    def _link(self, words: str, signal: object, name: str | int, about: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{words} {about}")
        button.clicked.connect(lambda: signal.emit(name))  # type: ignore[attr-defined]
        return button
