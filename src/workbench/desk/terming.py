"""The term base: finding terms in a text, adding concepts, and exchanging them as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import FormatError, Problem, Reason, RefusedError, WorkbenchError, reason_of
from workbench.formats.tbx import read_tbx, write_tbx, write_tbx_2
from workbench.formats.term_tables import read_table, write_csv, write_xlsx
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import Role, TermStatus
from workbench.model.passage import TermEntry
from workbench.model.term import Concept, Term
from workbench.sentences import say
from workbench.text.terms import TermFinder, TermHit

WRITERS: dict[str, Callable[[Iterable[ConceptValue]], bytes]] = {
    ".v2.tbx": write_tbx_2,
    ".tbx": write_tbx,
    ".csv": write_csv,
    ".xlsx": write_xlsx,
}
"""How a term base is written, by the ending of the file's name; the first that fits."""


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
    """Add a concept from a selection: its Chinese form and its forms in the other language, best first.

    From whoever may not decide (`may_decide`) it is a proposal that waits for somebody who may.
    """
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
        concept = _save(tx, replace(value, is_proposed=not may_decide(tx, by)), by)
        tx.events.add("term added", person_id=by, source=source, targets=forms)
        return concept.id


def add_terms(library: Library, by: int, pairs: Iterable[tuple[str, str]], *, asked_by: str = "") -> int:
    """Add concepts with one form on each side, as chosen from candidates; return how many."""
    count = 0
    for source, target in pairs:
        add_term(library, by, source, [target], asked_by=asked_by)
        count += 1
    return count


def save_concept(library: Library, by: int, value: ConceptValue, *, asked_by: str = "") -> int:
    """Add a whole concept; from whoever may not decide it is a proposal."""
    _require_days(value)
    with library.writing(asked_by=asked_by) as tx:
        concept = _save(tx, replace(value, is_proposed=not may_decide(tx, by)), by)
        tx.events.add("term added", person_id=by, forms=[form.text for form in value.forms])
        return concept.id


def may_decide(tx: Transaction, by: int) -> bool:
    """Return whether somebody decides on terms: reviewers, editors and administrators do, translators propose."""
    return bool({Role.REVIEWER, Role.EDITOR, Role.ADMIN} & tx.people.roles(by))


def _require_decision(tx: Transaction, by: int) -> None:
    if not may_decide(tx, by):
        name = tx.people.get(by).name
        raise RefusedError(
            Reason(
                "not-allowed",
                say(
                    "{name} may propose terms but not decide on them: that takes a reviewer or an editor.",
                    name=name,
                ),
            )
        )


def _require_days(value: ConceptValue) -> None:
    """Raise for a term that would hold on no day."""
    if value.valid_from and value.valid_to and value.valid_to < value.valid_from:
        raise WorkbenchError(
            say(
                "A term cannot be valid until {until} when it begins on {first}. Change one of the two dates.",
                until=value.valid_to.isoformat(),
                first=value.valid_from.isoformat(),
            )
        )


def decides(library: Library, by: int) -> bool:
    """Tell whether what somebody brings into the term base holds at once."""
    with library.reading() as tx:
        return may_decide(tx, by)


@dataclass(frozen=True, slots=True)
class StoredConcept:
    """A concept as the term base has it, with who brought it in."""

    id: int
    value: ConceptValue
    person: str = ""


def list_concepts(library: Library, text: str = "", *, proposed_only: bool = False) -> list[StoredConcept]:
    """Return the concepts in which the words occur (all for none), proposals first, then the newest."""
    wanted = text.strip().casefold()
    with library.reading() as tx:
        terms = tx.vocabulary.terms()
        names = {person.id: person.name for person in tx.people.all()}
        found = [
            StoredConcept(
                concept.id, _value(concept, terms.get(concept.id, ())), names.get(concept.person_id or 0, "")
            )
            for concept in tx.vocabulary.concepts()
        ]
    found = [
        each
        for each in found
        if (each.value.is_proposed or not proposed_only) and (not wanted or wanted in _words(each.value))
    ]
    return sorted(found, key=lambda each: (not each.value.is_proposed, -each.id))


def _words(value: ConceptValue) -> str:
    return "\n".join([*(form.text for form in value.forms), value.domain, value.note]).casefold()


def decide(
    library: Library, by: int, concept_ids: Sequence[int], *, is_accepted: bool, asked_by: str = ""
) -> int:
    """Accept proposed terms, or turn them down (they are taken out); return how many were still waiting.

    Raises `WorkbenchError` when none of them is there.
    """
    done = 0
    with library.writing(asked_by=asked_by) as tx:
        _require_decision(tx, by)
        if concept_ids and not any(map(tx.vocabulary.concept, concept_ids)):
            raise WorkbenchError(
                say(
                    "The term base has no term {concept_id}. Look again: somebody may have removed it.",
                    concept_id=concept_ids[0],
                )
            )
        for concept_id in concept_ids:
            concept = tx.vocabulary.concept(concept_id)
            if concept is None or not concept.is_proposed:
                continue
            said = [term.text for term in tx.vocabulary.terms_of(concept_id)]
            kind = "term accepted" if is_accepted else "term turned down"
            tx.events.add(kind, person_id=by, forms=said)
            if is_accepted:
                concept.is_proposed, concept.updated_at = False, now()
                tx.vocabulary.touched()
            else:
                tx.vocabulary.remove(concept)
            done += 1
    return done


def change_concept(
    library: Library, by: int, concept_id: int, value: ConceptValue, *, asked_by: str = ""
) -> None:
    """Give a concept other forms, domain, note, definition, authority or dates."""
    if not value.texts("zh") or len(value.texts("zh")) == len(value.forms):
        raise WorkbenchError(
            say("A term needs its Chinese form and at least one form in the other language.")
        )
    _require_days(value)
    with library.writing(asked_by=asked_by) as tx:
        concept = _existing(tx, concept_id)
        if not concept.is_proposed:
            _require_decision(tx, by)
        concept.domain, concept.definition, concept.note = value.domain, value.definition, value.note
        concept.authority, concept.is_fixed = value.authority, value.is_fixed
        concept.valid_from, concept.valid_to, concept.updated_at = value.valid_from, value.valid_to, now()
        forms = [Term(concept_id=0, language=f.language, text=f.text, status=f.status) for f in value.forms]
        tx.vocabulary.replace_terms(concept, forms)
        tx.events.add("term changed", person_id=by, forms=[form.text for form in value.forms])


def remove_concepts(library: Library, by: int, concept_ids: Sequence[int], *, asked_by: str = "") -> None:
    """Take concepts out of the term base; the history keeps what they said."""
    with library.writing(asked_by=asked_by) as tx:
        _require_decision(tx, by)
        for concept_id in concept_ids:
            concept = _existing(tx, concept_id)
            said = [term.text for term in tx.vocabulary.terms_of(concept_id)]
            tx.events.add("term removed", person_id=by, forms=said)
            tx.vocabulary.remove(concept)


def _existing(tx: Transaction, concept_id: int) -> Concept:
    concept = tx.vocabulary.concept(concept_id)
    if concept is None:
        raise WorkbenchError(
            say(
                "The term base has no concept {number}. Look again: somebody may have removed it.",
                number=concept_id,
            )
        )
    return concept


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

    All of a file or nothing; a concept that is in the term base word for word is not added again. What somebody brings
    in who may not decide on terms waits as proposals.
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
        is_decided = by is None or may_decide(tx, by)
        for value in fresh:
            _save(tx, value if is_decided else replace(value, is_proposed=True), by)
        tx.events.add("terms imported", person_id=by, path=path.name, concepts=len(fresh))
    return len(fresh), problems


def _shape(value: ConceptValue) -> tuple[tuple[str, str, str], ...]:
    return tuple(sorted((f.language, f.text, str(f.status)) for f in value.forms))


def _all(tx: Transaction) -> list[ConceptValue]:
    terms = tx.vocabulary.terms()
    return [_value(concept, terms.get(concept.id, ())) for concept in tx.vocabulary.concepts()]


def _value(concept: Concept, terms: Iterable[Term]) -> ConceptValue:
    return ConceptValue(
        forms=tuple(FormValue(term.language, term.text, term.status) for term in terms),
        domain=concept.domain,
        definition=concept.definition,
        note=concept.note,
        authority=concept.authority,
        is_fixed=concept.is_fixed,
        is_proposed=concept.is_proposed,
        valid_from=concept.valid_from,
        valid_to=concept.valid_to,
    )


def export_terms(library: Library, path: Path) -> int:
    """Write the whole term base as TBX (`.v2.tbx` for older programs), CSV or XLSX; return how many concepts."""
    writer = next((writer for ending, writer in WRITERS.items() if path.name.lower().endswith(ending)), None)
    if writer is None:
        raise WorkbenchError(
            say("{path} has to end in one of: {endings}.", path=path.name, endings=", ".join(WRITERS))
        )
    with library.reading() as tx:
        concepts = _all(tx)
    write_file(path, writer(concepts))
    return len(concepts)
