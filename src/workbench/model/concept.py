"""A concept of the term base as it travels in files: plain values, nothing saved yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.model.kinds import TermStatus


@dataclass(frozen=True, slots=True)
class FormValue:
    """One form of a concept in one language and its standing."""

    language: str
    text: str
    status: TermStatus = TermStatus.PREFERRED


@dataclass(frozen=True, slots=True)
class ConceptValue:
    """One concept with all its forms, best first within a language."""

    forms: tuple[FormValue, ...]
    domain: str = ""
    definition: str = ""
    note: str = ""
    authority: str = ""
    is_fixed: bool = False
    is_proposed: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    def texts(self, language: str, status: TermStatus | None = None) -> list[str]:
        """Return the forms in a language (of one standing)."""
        wanted = language.split("-", maxsplit=1)[0]
        return [
            form.text
            for form in self.forms
            if form.language.split("-")[0] == wanted and (status is None or form.status is status)
        ]
