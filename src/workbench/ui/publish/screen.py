"""The Publish screen: checklist and page details at the left, the formats below them, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.desk.gate import Point
from workbench.model.kinds import Stage
from workbench.ui.icons import icon
from workbench.ui.labels import ElidedLabel, PlainLabel
from workbench.ui.publish.bound import PublishView
from workbench.ui.publish.checklist import ChecklistView
from workbench.ui.publish.details_form import DetailsForm
from workbench.ui.publish.format_box import FormatBox
from workbench.ui.publish.preview import Preview, centred
from workbench.ui.scrolled import ScrolledColumn
from workbench.ui.tab_order import enter
from workbench.ui.theme import Theme
from workbench.ui.words import say_stage

CHOSEN_AT_FIRST = ("html", "docx", "txt")


class PublishScreen(QWidget):
    """Shows a `PublishView` and asks; it does nothing itself."""

    back_asked = Signal()
    export_asked = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: PublishView | None = None
        self.checklist = ChecklistView(theme)
        self.details = DetailsForm()
        self.preview = Preview(theme)
        self.formats = FormatBox(CHOSEN_AT_FIRST, (20, 12, 20, 12))
        self._scroll = QScrollArea()
        self._lay_out()
        self.checklist.rebuilt.connect(self._order_tab)
        self.formats.changed.connect(self._say_export)
        theme.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def chosen_formats(self) -> list[str]:
        """Return the keys of the ticked formats."""
        return self.formats.chosen()

    def show_view(self, view: PublishView) -> None:
        """Show an edition as it stands."""
        self._view = view
        self.title.set_text(self.tr("Publish"))
        self.subtitle.set_text(view.page.headline or view.page.source_headline)
        points = list(view.points)
        if not view.may_publish:
            points.append(Point("role", "", is_met=False))
        self.checklist.show_points(points, may_settle=view.may_edit)
        self.details.show_details(view.details, view.page, view.sections, may_edit=view.may_edit)
        self.details.mark_missing({point.field for point in view.points if point.field and not point.is_met})
        self.formats.show_templates(view.templates, view.template)
        self.preview.show_page(view.page, rows=0 if view.is_whole else view.rows)
        self._say_stage(view)
        self._say_export()

    def _order_tab(self) -> None:
        """Let Tab go through the checklist where it stands: its buttons are made anew, and would come last."""
        enter(self._scroll, self.checklist)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self._scroll.setAccessibleName(self.tr("Checklist and page details"))
        self.back.setToolTip(self.tr("Back to the library"))
        self.back.setAccessibleName(self.tr("Back to the library"))
        self.print.setText(self.tr("Print…"))
        self.formats.retranslate()
        self.details.retranslate()
        if self._view is not None:
            self.show_view(self._view)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the interface language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_stage(self, view: PublishView) -> None:
        page = view.page
        is_good = view.stage in {Stage.APPROVED, Stage.PUBLISHED}
        words = say_stage(view.stage)
        if is_good and page.approved_by and page.approved_at:
            local = page.approved_at.astimezone(view.zone)
            words = (
                self.tr("Approved by %1 · %2")
                .replace("%1", page.approved_by)
                .replace("%2", f"{local:%Y-%m-%d %H:%M}")
            )
        self.stage.setText(words)
        self.stage.set_tone("ok" if is_good else "warn")
        holds = self.tr(
            "An approval holds for exactly this text: source, translation, order, pictures and the "
            "translators' names. Whatever of that changes afterwards puts the article back in review."
        )
        self.stage.setToolTip(holds)
        self.stage.setAccessibleDescription(holds)

    def _say_export(self) -> None:
        count = len(self.chosen_formats())
        words = self.tr("Export %1 files", "", count)
        self.export.setText(words.replace("%1", str(count)))
        view = self._view
        is_open = (
            view is not None
            and all(point.is_met or point.is_advice for point in view.points)
            and view.may_publish
        )
        self.export.setEnabled(is_open and count > 0)
        hint = "" if is_open else self.tr("The checklist says what is missing.")
        if view is not None and not view.may_publish:
            hint = self.tr("Publishing takes an editor.")
        self.export.setToolTip(hint)

    def _dress(self) -> None:
        self.back.setIcon(icon(self._theme, "chevron-left"))
        if self._view is not None:
            self.show_view(self._view)

    def _lay_out(self) -> None:
        split = self.split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._left())
        split.addWidget(centred(self.preview))
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([430, 1010])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(split, 1)

    def _header(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        self.back = QToolButton()
        self.back.setProperty("role", "button")
        self.back.setFixedSize(34, 34)
        self.back.setStyleSheet("padding: 4px;")
        self.title = ElidedLabel(role="title")
        self.subtitle = ElidedLabel(tone="muted")
        self.stage = PlainLabel(role="pill")
        self.print = QPushButton()
        self.export = QPushButton()
        self.export.setProperty("role", "primary")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        line = QHBoxLayout(bar)
        line.setContentsMargins(18, 12, 18, 12)
        line.setSpacing(16)
        line.addWidget(self.back)
        line.addLayout(names, 1)
        line.addWidget(self.stage, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.print)
        line.addWidget(self.export)
        self.back.clicked.connect(self.back_asked)
        self.print.clicked.connect(self.print_asked)
        self.export.clicked.connect(self.export_asked)
        return bar

    def _left(self) -> QWidget:
        """Return checklist and details, which scroll, above the formats, which are always in sight."""
        inner = ScrolledColumn()
        inner.setObjectName("details")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        for part in (self.checklist, self.details):
            column.addWidget(part)
            column.addSpacing(8)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QFrame()
        foot.setProperty("role", "foot")
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.formats)
        left = QWidget()
        left.setMinimumWidth(400)
        whole = QVBoxLayout(left)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(foot)
        return left
