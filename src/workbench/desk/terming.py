"""The term base: finding terms in a text, adding concepts, and exchanging them as files."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import FormatError, Problem, WorkbenchError
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.model.kinds import TermStatus
from workbench.model.passage import TermEntry
from workbench.model.term import Concept, Term
from workbench.text.terms import TermFinder, TermHit


def find_terms(library: Library, text: str, language: str = "en") -> list[TermHit[TermEntry]]:
    """Return the terms of a Chinese text, longest match first."""
    with library.reading() as tx:
        entries = tx.vocabulary.entries("zh", language)
    return TermFinder(entries).find(text)


def add_term(
    library: Library,
    by: int,
    source: str,
    targets: Sequence[str],
    *,
    domain: str = "",
    language: str = "en",
    note: str = "",
    asked_by: str = "",
) -> int:
    """Add a concept from a selection: its Chinese form and its forms in the other language, best first."""
    forms = [target.strip() for target in targets if target.strip()]
    if not source.strip() or not forms:
        raise WorkbenchError("A term needs its Chinese form and at least one form in the other language.")
    with library.writing(asked_by=asked_by) as tx:
        concept = tx.vocabulary.add(
            Concept(domain=domain, note=note, person_id=by), _terms(source.strip(), forms, language)
        )
        tx.events.add("term added", person_id=by, source=source, targets=forms)
        return concept.id


def _terms(source: str, forms: Sequence[str], language: str) -> list[Term]:
    status = [TermStatus.PREFERRED, *[TermStatus.ADMITTED] * (len(forms) - 1)]
    return [
        Term(concept_id=0, language="zh", text=source),
        *[
            Term(concept_id=0, language=language, text=form, status=state)
            for form, state in zip(forms, status, strict=True)
        ],
    ]


def import_terms(library: Library, path: Path, *, by: int | None = None) -> tuple[int, list[Problem]]:
    """Add concepts from a file of two or more columns: Chinese, then the other forms, best first."""
    try:
        rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{path} cannot be read as UTF-8 comma-separated values: {error}.") from error
    problems, added = [], 0
    with library.writing() as tx:
        for line, row in enumerate(rows, start=1):
            source, *forms = [cell.strip() for cell in row] or [""]
            if source == "zh":
                continue
            if not source or not any(forms):
                problems.append(
                    Problem(str(path), f"line {line}", "A Chinese form and another one are needed.")
                )
                continue
            tx.vocabulary.add(Concept(person_id=by), _terms(source, [f for f in forms if f], "en"))
            added += 1
    return added, problems


def export_terms(library: Library, path: Path) -> int:
    """Write the term base as comma-separated values."""
    with library.reading() as tx:
        entries = tx.vocabulary.entries()
    lines = [["zh", "en"], *[[entry.sources[0], *[form.text for form in entry.targets]] for entry in entries]]
    text = "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in lines)
    write_file(path, (text + "\n").encode())
    return len(entries)
