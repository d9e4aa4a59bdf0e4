"""Questions about terms: all of a concept, and which candidates to take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import TermStatus
from workbench.ui.dialogs import Question
from workbench.ui.tables import plain_table

if TYPE_CHECKING:
    from workbench.desk.collecting import TermCandidate

OTHER = "en"


class ConceptQuestion(Question):
    """Asks for the forms of a concept and what is known of it."""

    def __init__(self, parent: QWidget | None, value: ConceptValue | None = None) -> None:
        super().__init__(parent)
        self.head(
            self.tr("Edit a term") if value else self.tr("New term"),
            self.tr(
                "Where a form has others of the same rank, write them with a bar between: form | other form"
            ),
            accept=self.tr("Save"),
        )
        self.resize(620, 520)
        self._kept = value or ConceptValue(())
        self._fields: dict[str, QLineEdit] = {}
        rows = self._rows()
        self._fields.update((name, QLineEdit(text)) for name, _, text in rows)
        self.add_fields([(words, self._fields[name]) for name, words, _ in rows])

    def _rows(self) -> list[tuple[str, str, str]]:
        value = self._kept
        days = [str(day or "") for day in (value.valid_from, value.valid_to)]
        return [
            ("zh", self.tr("Chinese"), " | ".join(value.texts("zh"))),
            ("preferred", self.tr("Preferred English"), self._forms(TermStatus.PREFERRED)),
            ("admitted", self.tr("Also admitted"), self._forms(TermStatus.ADMITTED)),
            ("deprecated", self.tr("Deprecated"), self._forms(TermStatus.DEPRECATED)),
            ("forbidden", self.tr("Forbidden"), self._forms(TermStatus.FORBIDDEN)),
            ("domain", self.tr("Domain"), value.domain),
            ("definition", self.tr("Definition"), value.definition),
            ("note", self.tr("Note"), value.note),
            ("authority", self.tr("Authority"), value.authority),
            ("from", self.tr("Valid from (2020-04-03)"), days[0]),
            ("to", self.tr("Valid to (2020-04-03)"), days[1]),
        ]

    def _forms(self, status: TermStatus) -> str:
        return " | ".join(f.text for f in self._kept.forms if f.language == OTHER and f.status is status)

    def value(self) -> ConceptValue:
        """Return the concept as it stands in the fields; forms in further languages are kept."""
        forms = [FormValue("zh", text) for text in self._several("zh")]
        for status in TermStatus:
            forms += [FormValue(OTHER, text, status) for text in self._several(status.value)]
        forms += [form for form in self._kept.forms if form.language not in {"zh", OTHER}]
        said = {name: self._text(name) for name in ("domain", "definition", "note", "authority")}
        return ConceptValue(
            tuple(forms),
            is_fixed=self._kept.is_fixed,
            is_proposed=self._kept.is_proposed,
            valid_from=self._day("from"),
            valid_to=self._day("to"),
            **said,
        )

    def accept(self) -> None:
        """Close only when both languages have a form and the dates are dates."""
        try:
            value = self.value()
        except ValueError:
            self.say_problem(self.tr("Write dates as 2020-04-03."))
            return
        if not value.texts("zh") or not (self._several("preferred") or self._several("admitted")):
            self.say_problem(self.tr("A term needs its Chinese form and an English one."))
            return
        if value.valid_from and value.valid_to and value.valid_to < value.valid_from:
            self.say_problem(self.tr("The last day of a term cannot be before its first."))
            return
        super().accept()

    def _text(self, name: str) -> str:
        return self._fields[name].text().strip()

    def _several(self, name: str) -> list[str]:
        return [part.strip() for part in self._text(name).split("|") if part.strip()]

    def _day(self, name: str) -> date | None:
        return date.fromisoformat(self._text(name)) if self._text(name) else None


class CandidatesQuestion(Question):
    """Shows candidates with their likely English; Space ticks one, the English can be typed over."""

    def __init__(self, parent: QWidget | None, found: Sequence[TermCandidate]) -> None:
        super().__init__(parent)
        sentence = self.tr("Tick what shall become a term, and mend its English where needed.")
        if not found:
            sentence = self.tr("Nothing comes back often enough that is not a term already.")
        self.head(self.tr("Candidates for the term base"), sentence, accept="")
        self.resize(860, 560)
        self._table = plain_table(4)
        self._table.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self._table.setRowCount(len(found))
        labels = [self.tr("Chinese"), self.tr("English"), self.tr("Times"), self.tr("Example")]
        self._table.setHorizontalHeaderLabels(labels)
        self._table.setAccessibleName(self.tr("Candidates for the term base"))
        for row, each in enumerate(found):
            self._add(row, each)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((200, 240, 70)):
            self._table.setColumnWidth(column, width)
        self._table.itemChanged.connect(lambda _: self._count())
        self.body.addWidget(self._table, 1)
        self._count()
        self._table.setFocus()
        if found:
            self._table.setCurrentCell(0, 0)

    def _add(self, row: int, each: TermCandidate) -> None:
        source = QTableWidgetItem(each.source)
        source.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        source.setCheckState(Qt.CheckState.Unchecked)
        self._table.setItem(row, 0, source)
        self._table.setItem(row, 1, QTableWidgetItem(each.target))
        for column, text in ((2, f"{each.times:,}"), (3, each.example)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(text)
            self._table.setItem(row, column, item)

    def chosen(self) -> list[tuple[str, str]]:
        """Return the ticked candidates that have an English form."""
        rows = range(self._table.rowCount())
        cells = [(self._table.item(row, 0), self._table.item(row, 1)) for row in rows]
        return [
            (source.text(), target.text().strip())
            for source, target in cells
            if source and target and source.checkState() is Qt.CheckState.Checked and target.text().strip()
        ]

    def _count(self) -> None:
        count = len(self.chosen())
        words = self.tr("Add %1 terms", "", count).replace("%1", str(count))
        self.confirm.setText(words if count else self.tr("Add terms"))
        self.confirm.setEnabled(count > 0)
