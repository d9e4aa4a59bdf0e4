"""The term base: finding terms in a text, adding concepts, and exchanging them as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from workbench.errors import FormatError, Problem, WorkbenchError, reason_of
from workbench.formats.tbx import read_tbx, write_tbx
from workbench.formats.term_tables import read_table, write_csv, write_xlsx
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import TermStatus
from workbench.model.passage import TermEntry
from workbench.model.term import Concept, Term
from workbench.sentences import say
from workbench.text.terms import TermFinder, TermHit

WRITERS: dict[str, Callable[[Iterable[ConceptValue]], bytes]] = {
    ".tbx": write_tbx,
    ".csv": write_csv,
    ".xlsx": write_xlsx,
}


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
        raise WorkbenchError(
            say("A term needs its Chinese form and at least one form in the other language.")
        )
    first, *others = forms
    value = ConceptValue(
        forms=(
            FormValue("zh", source.strip()),
            FormValue(language, first),
            *[FormValue(language, other, TermStatus.ADMITTED) for other in others],
        ),
        domain=domain,
        note=note,
    )
    with library.writing(asked_by=asked_by) as tx:
        concept = _save(tx, value, by)
        tx.events.add("term added", person_id=by, source=source, targets=forms)
        return concept.id


def _save(tx: Transaction, value: ConceptValue, by: int | None) -> Concept:
    concept = Concept(
        domain=value.domain,
        definition=value.definition,
        note=value.note,
        authority=value.authority,
        is_fixed=value.is_fixed,
        is_proposed=value.is_proposed,
        valid_from=value.valid_from,
        valid_to=value.valid_to,
        person_id=by,
    )
    terms = [Term(concept_id=0, language=f.language, text=f.text, status=f.status) for f in value.forms]
    return tx.vocabulary.add(concept, terms)


def import_terms(library: Library, path: Path, *, by: int | None = None) -> tuple[int, list[Problem]]:
    """Add the concepts of a TBX, CSV, TSV or XLSX file; return how many, and what was left out.

    All of a file or nothing; a concept that is in the term base word for word is not added again.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FormatError(
            say("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)), place=str(path)
        ) from error
    problems: list[Problem] = []
    is_xml = path.suffix.lower() in {".tbx", ".xml", ".tbxm"}
    read = read_tbx if is_xml else read_table
    concepts = list(read(data, path.name, problems.append))
    with library.writing() as tx:
        known = {_shape(value) for value in _all(tx)}
        fresh = [value for value in dict.fromkeys(concepts) if _shape(value) not in known]
        for value in fresh:
            _save(tx, value, by)
        tx.events.add("terms imported", person_id=by, path=path.name, concepts=len(fresh))
    return len(fresh), problems


def _shape(value: ConceptValue) -> tuple[tuple[str, str, str], ...]:
    return tuple(sorted((f.language, f.text, str(f.status)) for f in value.forms))


def _all(tx: Transaction) -> list[ConceptValue]:
    terms = tx.vocabulary.terms()
    return [
        ConceptValue(
            forms=tuple(FormValue(t.language, t.text, t.status) for t in terms.get(concept.id, ())),
            domain=concept.domain,
            definition=concept.definition,
            note=concept.note,
            authority=concept.authority,
            is_fixed=concept.is_fixed,
            is_proposed=concept.is_proposed,
            valid_from=concept.valid_from,
            valid_to=concept.valid_to,
        )
        for concept in tx.vocabulary.concepts()
    ]


def export_terms(library: Library, path: Path) -> int:
    """Write the whole term base as TBX, CSV or XLSX, by the file's ending; return how many concepts."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise WorkbenchError(
            say("{path} has to end in one of: {endings}.", path=path.name, endings=", ".join(WRITERS))
        )
    with library.reading() as tx:
        concepts = _all(tx)
    write_file(path, writer(concepts))
    return len(concepts)
