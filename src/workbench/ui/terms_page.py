"""The term base as a page: concepts with all their forms, proposals to decide on, and candidates to choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QTableWidget, QWidget

from workbench.model.kinds import TermStatus
from workbench.ui.asset_page import AssetPage, bar_of, bind_on
from workbench.ui.background import Background
from workbench.ui.term_dialogs import CandidatesQuestion, ConceptQuestion
from workbench.ui.theme import Theme
from workbench.ui.words import say_domain

if TYPE_CHECKING:
    from workbench.desk.collecting import TermCandidate
    from workbench.desk.terming import StoredConcept
    from workbench.library.library import Library
    from workbench.model.concept import ConceptValue

EVERY, PROPOSED = "all", "proposed"


def say_forms(value: ConceptValue) -> str:
    """Return the forms in the other language on one line, with a word for what may not be written."""
    marks = {
        TermStatus.DEPRECATED: QCoreApplication.translate("terms", "deprecated"),
        TermStatus.FORBIDDEN: QCoreApplication.translate("terms", "forbidden"),
    }
    said = []
    for form in value.forms:
        if form.language != "zh":
            mark = marks.get(form.status, "")
            said.append(f"{form.text} ({mark})" if mark else form.text)
    return " · ".join(said)


class TermsPage(AssetPage):
    """Looks at the term base and changes it; whoever may not decide proposes."""

    def __init__(self, theme: Theme, background: Background) -> None:
        self._concepts: list[StoredConcept] = []
        super().__init__(theme, background, "terms")
        self.table.setSelectionMode(QTableWidget.SelectionMode.ExtendedSelection)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.doubleClicked.connect(self._edit)
        bind_on(self.table, {"F2": self._edit, "Del": self._remove, "Ins": self._add})

    def ask(self) -> None:
        """Read what the search and the view say."""
        if self._desk is not None:
            library, text = self._desk.library, self.search.text().strip()
            only = self.view.currentData() == PROPOSED
            self._background.look_up("asset", lambda: _concepts(library, text, only), self._show_concepts)

    def chosen(self) -> list[StoredConcept]:
        """Return the chosen concepts."""
        return [self._concepts[row] for row in self.chosen_rows()]

    def _show_concepts(self, found: list[StoredConcept]) -> None:
        self._concepts = found
        row = self.table.currentRow()
        self._fill([self._cells(concept) for concept in found])
        self.stay_near(row)
        self._offer()

    def _cells(self, concept: StoredConcept) -> tuple[str, ...]:
        value = concept.value
        valid = " – ".join(str(day or "") for day in (value.valid_from, value.valid_to))
        return (
            " · ".join(value.texts("zh")),
            say_forms(value),
            say_domain(value.domain),
            self.tr("proposed") if value.is_proposed else self.tr("decided"),
            valid.strip() if value.valid_from or value.valid_to else "",
            concept.person,
        )

    def _widths(self) -> dict[int, int]:
        return {0: 210, 2: 118, 3: 100, 4: 150, 5: 120}

    def _above(self) -> list[QWidget]:
        self.view = QComboBox()
        self.view.addItem("", EVERY)
        self.view.addItem("", PROPOSED)
        self.view.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.view.currentIndexChanged.connect(lambda _: self.ask())
        self.candidates = QPushButton()
        self.candidates.clicked.connect(self._ask_candidates)
        return [bar_of(self.view, None, self.candidates)]

    def _below(self) -> list[QWidget]:
        self.add, self.edit, self.accept, self.refuse, self.remove = (QPushButton() for _ in range(5))
        acts: list[tuple[QPushButton, Callable[[], None]]] = [
            (self.add, self._add),
            (self.edit, self._edit),
            (self.accept, lambda: self._decide(is_accepted=True)),
            (self.refuse, lambda: self._decide(is_accepted=False)),
            (self.remove, self._remove),
        ]
        for button, act in acts:
            button.clicked.connect(act)
        return [bar_of(*(button for button, _ in acts), None)]

    def _offer(self) -> None:
        """Switch on what can be done with the chosen concepts."""
        chosen = self.chosen()
        can_write = self._desk is not None and self._desk.is_writable and self.person_id is not None
        proposals = sum(concept.value.is_proposed for concept in chosen)
        self.add.setEnabled(can_write)
        self.candidates.setEnabled(can_write)
        self.edit.setEnabled(can_write and len(chosen) == 1)
        for button in (self.accept, self.refuse):
            button.setEnabled(can_write and proposals > 0)
        self.remove.setEnabled(can_write and bool(chosen))

    def _add(self) -> None:
        self._ask_concept(None)

    def _edit(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and self.edit.isEnabled():
            self._ask_concept(chosen[0])

    def _ask_concept(self, concept: StoredConcept | None) -> None:
        if self._desk is None or self.person_id is None:
            return
        question = ConceptQuestion(self, concept.value if concept else None)
        if question.exec():
            from workbench.desk.terming import change_concept, save_concept

            library, by, value = self._desk.library, self.person_id, question.value()
            if concept is None:
                self._background.write(lambda: save_concept(library, by, value), self._done)
            else:
                number = concept.id
                self._background.write(lambda: change_concept(library, by, number, value), self._done)

    def _decide(self, *, is_accepted: bool) -> None:
        ids = [concept.id for concept in self.chosen() if concept.value.is_proposed]
        if ids and self._desk is not None and self.person_id is not None:
            from workbench.desk.terming import decide

            library, by = self._desk.library, self.person_id
            self._background.write(lambda: decide(library, by, ids, is_accepted=is_accepted), self._done)

    def _remove(self) -> None:
        ids = [concept.id for concept in self.chosen()]
        if ids and self.remove.isEnabled() and self._desk is not None and self.person_id is not None:
            from workbench.desk.terming import remove_concepts

            library, by = self._desk.library, self.person_id
            self._background.write(lambda: remove_concepts(library, by, ids), self._done)

    def _ask_candidates(self) -> None:
        if self._desk is not None:
            from workbench.desk.collecting import candidates_of_memory

            library = self._desk.library
            self._background.look_up(
                "terms.candidates", lambda: candidates_of_memory(library), self.offer_candidates
            )

    def offer_candidates(self, found: list[TermCandidate]) -> None:
        """Let a person choose among candidates; the chosen ones become terms, or proposals."""
        question = CandidatesQuestion(self, found)
        if question.exec() and self._desk is not None and self.person_id is not None:
            from workbench.desk.terming import add_terms

            library, by, pairs = self._desk.library, self.person_id, question.chosen()
            self._background.write(lambda: add_terms(library, by, pairs), self._done)

    def _done(self, _answer: object) -> None:
        self.ask()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.view.setItemText(0, self.tr("All terms"))
        self.view.setItemText(1, self.tr("Waiting for a decision"))
        self.view.setAccessibleName(self.tr("What is shown"))
        self.candidates.setText(self.tr("Candidates from the memory…"))
        self.add.setText(self.tr("New term… (Ins)"))
        self.edit.setText(self.tr("Edit… (F2)"))
        self.accept.setText(self.tr("Accept"))
        self.refuse.setText(self.tr("Turn down"))
        self.remove.setText(self.tr("Remove (Del)"))
        self._offer()


def _concepts(library: Library, text: str, proposed_only: bool) -> list[StoredConcept]:
    from workbench.desk.terming import list_concepts

    return list_concepts(library, text, proposed_only=proposed_only)
