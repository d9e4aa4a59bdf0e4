"""What keys do with findings: go to the next one, mend the one at the caret, accept it as right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.editor.side_panel import FINDINGS
from workbench.ui.editor.values import RowFinding

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen


class FindingKeys(QObject):
    """Leads through the findings without a mouse; what a key is about is the finding at the caret."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._shown: RowFinding | None = None

    def go_next(self) -> None:
        """Go to the next finding behind the caret, from the top again after the last."""
        findings = self._screen.advice.findings()
        if not findings:
            self._screen.say(self.tr("There are no findings."))
            return
        view, model = self._screen.view, self._screen.session.model
        here = (view.active, view.target_edit.textCursor().selectionEnd())
        places = [
            (model.place_of(each.target_id) or 0, (each.finding.target or (0, 0))[1]) for each in findings
        ]
        after = next((at for at, place in enumerate(places) if place > here), 0)
        self._shown = findings[after]
        self._screen.panel.open_tab(FINDINGS)
        self._screen.show_finding(self._shown)
        self._screen.panel.findings.reveal(self._shown)

    def mend(self) -> None:
        """Put the first remedy of the finding at the caret into the text."""
        found = next((each for each in self._here() if each.finding.fixes), None)
        if found is None:
            self._screen.say(self.tr("No finding of this row has a remedy to put in."))
            return
        self._screen.commands.apply_fix(found, found.finding.fixes[0])

    def accept(self) -> None:
        """Ask why the finding at the caret is right as it is, in its card."""
        found = next(iter(self._here()), None)
        self._screen.panel.show()
        self._screen.panel.open_tab(FINDINGS)
        if found is None or not self._screen.panel.findings.ask_reason(found):
            self._screen.say(self.tr("There is no finding in this row."))

    def _here(self) -> list[RowFinding]:
        """Return the findings of the active row: at the caret first, then the one shown last, then the others."""
        view, model = self._screen.view, self._screen.session.model
        cursor = view.target_edit.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()

        def distance(found: RowFinding) -> tuple[bool, bool]:
            span = found.finding.target
            return not (span and span[0] <= end and start <= span[1]), found != self._shown

        own = [
            each for each in self._screen.advice.findings() if model.place_of(each.target_id) == view.active
        ]
        return sorted(own, key=distance)
