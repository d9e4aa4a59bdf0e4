"""The verbs of terms, known names and accepted pairs: the vocabulary the house owns."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from workbench.library.scope import Scope
from workbench.model.passage import Equivalence, KnownName, TermEntry, TermForm
from workbench.model.term import AcceptedPair, Concept, Name, Term


class Vocabulary:
    """What can be asked of and done to the vocabulary inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record

    def count(self) -> int:
        """Return how many concepts there are."""
        return self._session.scalar(select(func.count()).select_from(Concept)) or 0

    def entries(self, source_language: str = "zh", target_language: str = "en") -> tuple[TermEntry, ...]:
        """Return the approved concepts with their forms in the two languages."""
        forms: dict[int, list[Term]] = {}
        query = select(Term).where(Term.language.in_([source_language, target_language]))
        for term in self._session.scalars(query.order_by(Term.concept_id, Term.position)):
            forms.setdefault(term.concept_id, []).append(term)
        concepts = self._session.scalars(
            select(Concept).where(Concept.is_proposed.is_(False)).order_by(Concept.id)
        )
        entries = (_entry(c, forms.get(c.id, []), source_language, target_language) for c in concepts)
        return tuple(entry for entry in entries if entry.sources)

    def add(self, concept: Concept, terms: Iterable[Term]) -> Concept:
        """Save a concept and its forms; `terms` arrive with concept_id 0 and receive the right one."""
        self._session.add(concept)
        self._session.flush()
        for position, term in enumerate(terms):
            term.concept_id = concept.id
            term.position = position
            self._session.add(term)
        self._record.nouns.add("terms")
        return concept

    def concept(self, concept_id: int) -> Concept | None:
        """Return one concept, None when there is none."""
        return self._session.get(Concept, concept_id)

    def replace_terms(self, concept: Concept, terms: Iterable[Term]) -> None:
        """Give a concept other forms; it keeps its identity."""
        for old in self.terms_of(concept.id):
            self._session.delete(old)
        self._session.flush()
        for position, term in enumerate(terms):
            term.concept_id, term.position = concept.id, position
            self._session.add(term)
        self._record.nouns.add("terms")

    def touched(self) -> None:
        """Say that something about the terms has changed."""
        self._record.nouns.add("terms")

    def remove(self, concept: Concept) -> None:
        """Take a concept with its forms out of the term base."""
        self._session.delete(concept)
        self._record.nouns.add("terms")

    def concepts(self) -> list[Concept]:
        """Return every concept, proposed ones too."""
        return list(self._session.scalars(select(Concept).order_by(Concept.id)))

    def terms(self) -> dict[int, list[Term]]:
        """Return the forms of every concept in order, by concept id."""
        found: dict[int, list[Term]] = {}
        for term in self._session.scalars(select(Term).order_by(Term.concept_id, Term.position, Term.id)):
            found.setdefault(term.concept_id, []).append(term)
        return found

    def terms_of(self, concept_id: int) -> list[Term]:
        """Return the forms of a concept in order."""
        return list(
            self._session.scalars(select(Term).where(Term.concept_id == concept_id).order_by(Term.position))
        )

    def forms_beside(self, text: str) -> tuple[str, ...]:
        """Return the forms in other languages of the approved concepts that have this very form."""
        has_it = select(Term.concept_id).where(Term.text == text)
        query = (
            select(Term.text)
            .join(Concept, Concept.id == Term.concept_id)
            .where(Term.concept_id.in_(has_it), Term.text != text, Concept.is_proposed.is_(False))
        )
        return tuple(self._session.scalars(query.order_by(Term.concept_id, Term.position)))

    def names(self) -> tuple[KnownName, ...]:
        """Return the names the house has decided."""
        rows = self._session.scalars(select(Name).order_by(Name.id))
        return tuple(KnownName(row.source, row.target, tuple(row.also)) for row in rows)

    def add_name(self, name: Name) -> None:
        """Save a known name."""
        self._session.add(name)
        self._record.nouns.add("names")

    def accepted(self) -> tuple[Equivalence, ...]:
        """Return the pairs accepted for good; an empty target is a trap."""
        rows = self._session.scalars(select(AcceptedPair).order_by(AcceptedPair.id))
        return tuple(Equivalence(row.source, row.target) for row in rows)

    def accept(self, pair: AcceptedPair) -> None:
        """Save a pair accepted for good."""
        self._session.add(pair)
        self._record.nouns.add("accepted")


def _entry(concept: Concept, forms: list[Term], source: str, target: str) -> TermEntry:
    return TermEntry(
        sources=tuple(form.text for form in forms if form.language == source),
        targets=tuple(TermForm(form.text, form.status) for form in forms if form.language == target),
        category=concept.domain,
        note=concept.note,
        is_fixed=concept.is_fixed,
        valid_from=concept.valid_from,
        valid_to=concept.valid_to,
        id=concept.id,
    )
