"""The head of the Editor: back, which article, the stage it has reached, preview and the next act."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from workbench.model.kinds import Stage
from workbench.model.rows import OpenEdition
from workbench.ui.editor.languages import say_language
from workbench.ui.editor.look import Look
from workbench.ui.icons import icon
from workbench.ui.labels import ElidedLabel
from workbench.ui.theme import Theme
from workbench.ui.words import say_stage

PATH = (Stage.DRAFTING, Stage.IN_REVIEW, Stage.APPROVED, Stage.PUBLISHED)
TONE_OF_STAGE = {
    Stage.DRAFTING: "accent",
    Stage.CHANGES_REQUESTED: "warn",
    Stage.IN_REVIEW: "info",
    Stage.APPROVED: "ok",
    Stage.PUBLISHED: "ok",
    Stage.WITHDRAWN: "muted",
}


class StageBar(QWidget):
    """Drafting — In review — Approved — Published, with a pill around where the edition is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stage, self._step = Stage.DRAFTING, ""
        self._is_short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_stage(self, stage: Stage, step: str = "") -> None:
        """Show where the edition is, in a chain of reviews in which step."""
        self._stage, self._step = stage, step
        self.setAccessibleName(self.tr("Stage: %1").replace("%1", self._say(stage)))
        self.updateGeometry()
        self.update()

    def shorten(self, *, is_short: bool) -> None:
        """Show only where the edition is, or the whole way there and on."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """Return the room that all stages need beside each other."""
        return self._room(self._path())

    def sizeHint(self) -> QSize:
        """Return the room the words need."""
        return QSize(self._room(self._shown()), 28)

    def _room(self, stages: tuple[Stage, ...]) -> int:
        return round(sum(self._width(stage) for stage in stages) + 26 * (len(stages) - 1)) + 2

    def _shown(self) -> tuple[Stage, ...]:
        return (self._stage,) if self._is_short else self._path()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stages in a line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.0, self.height() / 2
        path = self._shown()
        for place, stage in enumerate(path):
            width = self._width(stage)
            self._paint_stage(painter, QRectF(x, middle - 11, width, 22), stage)
            x += width
            if place < len(path) - 1:
                painter.setPen(self._look.colour("muted"))
                painter.drawLine(round(x + 8), round(middle), round(x + 18), round(middle))
            x += 26

    def _paint_stage(self, painter: QPainter, box: QRectF, stage: Stage) -> None:
        is_here = stage is self._stage
        tone = TONE_OF_STAGE[stage] if is_here else "muted"
        painter.setFont(self._look.small_font(bold=is_here))
        if is_here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.tint(tone, 0.12))
            painter.drawRoundedRect(box, 11, 11)
            painter.setBrush(self._look.colour(tone))
            painter.drawEllipse(QRectF(box.left() + 10, box.center().y() - 4, 8, 8))
            box = box.adjusted(23, 0, 0, 0)
        painter.setPen(self._look.colour(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._say(stage))

    def _say(self, stage: Stage) -> str:
        step = self._step if stage is self._stage else ""
        return f"{say_stage(stage)} · {step}" if step else say_stage(stage)

    def _path(self) -> tuple[Stage, ...]:
        first = Stage.CHANGES_REQUESTED if self._stage is Stage.CHANGES_REQUESTED else Stage.DRAFTING
        last = Stage.WITHDRAWN if self._stage is Stage.WITHDRAWN else Stage.PUBLISHED
        return (first, *PATH[1:-1], last)

    def _width(self, stage: Stage) -> float:
        is_here = stage is self._stage
        width = QFontMetricsF(self._look.small_font(bold=is_here)).horizontalAdvance(self._say(stage))
        return width + 34 if is_here else width + 2


FOLLOW_MS = 150
"""The title follows the headline when typing pauses for so long."""


class EditorHeader(QFrame):
    """The bar above the rows; it only shows and asks."""

    backRequested = Signal()
    previewRequested = Signal()
    stageActionRequested = Signal(str)
    """The id of the action that the main button stands for, such as `article.submit`."""

    def __init__(self, look: Look, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._theme = theme
        self._edition: OpenEdition | None = None
        self._preview_key = ""
        self._headline = ""
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(FOLLOW_MS)
        self._following.timeout.connect(self._follow)
        self.back = QToolButton()
        self.back.setProperty("role", "button")
        self.back.setFixedSize(34, 34)
        self.back.setStyleSheet("padding: 4px;")
        self.title = ElidedLabel(role="title")
        self.subtitle = ElidedLabel(tone="muted")
        self.stages = StageBar(look)
        self.preview = QPushButton()
        self.primary = QPushButton()
        self.primary.setProperty("role", "primary")
        self._lay_out()
        self.back.clicked.connect(self.backRequested)
        self.preview.clicked.connect(self.previewRequested)
        self.primary.clicked.connect(lambda: self.stageActionRequested.emit(self._act()))
        self.set_look(look)
        self.retranslate()

    def show_edition(self, edition: OpenEdition, headline: str) -> None:
        """Show which article this is and how far it has come."""
        self._edition, self._headline = edition, headline
        self.retranslate()

    def set_headline(self, headline: str) -> None:
        """Follow the headline while it is being written, after a pause: laying it out costs more than a key."""
        if headline != self._headline:
            self._headline = headline
            self._following.start()

    def _follow(self) -> None:
        self.title.set_text(self._headline or (self._edition.source_headline if self._edition else ""))
        self._fit()

    def set_look(self, look: Look) -> None:
        """Take over other colours."""
        self.stages.set_look(look)
        self.back.setIcon(icon(self._theme, "chevron-left"))

    def set_preview_key(self, key: str) -> None:
        """Show the key of the preview on its button."""
        self._preview_key = key
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self.back.setToolTip(self.tr("Back to the library"))
        self.back.setAccessibleName(self.tr("Back to the library"))
        self.preview.setText((self.tr("Preview") + "  " + self._preview_key).rstrip())
        self.preview.setAccessibleName(self.tr("Preview"))
        edition = self._edition
        if edition is None:
            return
        self.title.set_text(self._headline or edition.source_headline)
        pieces = [
            edition.source_headline,
            (edition.details.section or edition.source_section).rpartition(" > ")[2],
            _say_date(edition),
            self.tr("%1 edition").replace("%1", say_language(edition.language)),
        ]
        self.subtitle.set_text("  ·  ".join(piece for piece in pieces if piece))
        self.stages.show_stage(edition.stage, self._say_step(edition))
        label = self._say_act()
        self.primary.setText(label)
        self.primary.setVisible(bool(label))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names room before the stages that lie behind and ahead."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [widget for widget in (self.back, self.preview, self.primary) if widget.isVisibleTo(self)]
        taken = sum(widget.sizeHint().width() + 16 for widget in shown) + 2 * 18 + 16
        wanted = min(self.title.wanted_width(), self.width() // 2)
        self.stages.shorten(is_short=self.width() - taken - self.stages.whole_width() < wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _act(self) -> str:
        stage = self._edition.stage if self._edition else Stage.DRAFTING
        acts = {
            Stage.DRAFTING: "article.submit",
            Stage.CHANGES_REQUESTED: "article.submit",
            Stage.IN_REVIEW: "article.approve",
            Stage.APPROVED: "article.publish",
            Stage.PUBLISHED: "article.correct",
        }
        return acts.get(stage, "")

    def _say_act(self) -> str:
        words = {
            "article.submit": self.tr("Submit for review"),
            "article.approve": self._say_approval(),
            "article.publish": self.tr("Publish…"),
            "article.correct": self.tr("Start a correction"),
        }
        return words.get(self._act(), "")

    def _say_approval(self) -> str:
        """Say what approving completes: a step of a chain, or with the last one the article."""
        edition = self._edition
        if edition is None or edition.step + 1 >= len(edition.review_steps):
            return self.tr("Approve article")
        return self.tr("Approve %1").replace("%1", edition.review_steps[edition.step])

    @staticmethod
    def _say_step(edition: OpenEdition) -> str:
        count = len(edition.review_steps)
        if edition.stage is not Stage.IN_REVIEW or count < 2:
            return ""
        step = min(edition.step, count - 1)
        return f"{edition.review_steps[step]} {step + 1}/{count}"

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 12, 18, 12)
        line.setSpacing(16)
        line.addWidget(self.back)
        line.addLayout(names, 1)
        line.addWidget(self.stages)
        line.addWidget(self.preview)
        line.addWidget(self.primary)


def _say_date(edition: OpenEdition) -> str:
    published = edition.details.published
    if published is None:
        return ""
    pattern = QCoreApplication.translate("EditorHeader", "d MMMM yyyy")
    return QLocale().toString(QDate(published.year, published.month, published.day), pattern)
