"""The verbs of terms, known names and accepted pairs: the vocabulary the house owns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, func, select

from workbench.library.scope import Scope
from workbench.model.house import NameValue, StoredName
from workbench.model.passage import Equivalence, HeldTitle, KnownName, TermEntry, TermForm
from workbench.model.term import AcceptedPair, Concept, Name, Term

ARTICLE_WORDS = "spelling:"
"""The words of one article stand under this and its key, those of the library under the check alone."""


def word_list(article_key: str = "") -> str:
    """Return under which check the words of an article, or of the library, are kept."""
    return f"{ARTICLE_WORDS}{article_key}" if article_key else "spelling"


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
        return tuple(
            KnownName(value.source, value.target, value.also, value.titles)
            for value in (stored.value for stored in self.stored_names())
        )

    def stored_names(self) -> list[StoredName]:
        """Return the names with their numbers and all that is known of them, in the order they came."""
        rows = self._session.scalars(select(Name).order_by(Name.id))
        return [StoredName(row.id, _name_value(row)) for row in rows]

    def save_name(self, value: NameValue, name_id: int = 0) -> int:
        """Save a name, in place of the one of that number or of the same Chinese; return its number."""
        row = self._session.get(Name, name_id) if name_id else None
        row = row or self._session.scalar(select(Name).where(Name.source == value.source))
        if row is None:
            row = Name(source=value.source, target=value.target, also=[], titles=[])
            self._session.add(row)
        row.source, row.target, row.note = value.source, value.target, value.note
        row.also, row.titles = list(value.also), [_stored_title(title) for title in value.titles]
        self._session.flush()
        self._record.nouns.add("names")
        return row.id

    def remove_names(self, ids: Iterable[int]) -> int:
        """Take names out; return how many there were."""
        gone = self._session.execute(delete(Name).where(Name.id.in_(list(ids))))
        self._record.nouns.add("names")
        return int(getattr(gone, "rowcount", 0))

    def accepted(self) -> tuple[Equivalence, ...]:
        """Return the pairs accepted for good; an empty target is a trap, an empty source a known word."""
        of_articles = AcceptedPair.check.startswith(ARTICLE_WORDS)
        rows = self._session.scalars(select(AcceptedPair).where(~of_articles).order_by(AcceptedPair.id))
        return tuple(Equivalence(row.source, row.target) for row in rows)

    def words(self, article_key: str = "") -> list[AcceptedPair]:
        """Return the words that spelling knows: of one article, or those of the whole library."""
        query = select(AcceptedPair).where(
            AcceptedPair.check == word_list(article_key), AcceptedPair.source == ""
        )
        return list(self._session.scalars(query.order_by(AcceptedPair.target)))

    def all_words(self) -> list[AcceptedPair]:
        """Return the words that spelling knows, of the library and of every article, in order."""
        check = AcceptedPair.check
        is_word = (check == word_list()) | check.startswith(ARTICLE_WORDS)
        query = select(AcceptedPair).where(is_word, AcceptedPair.source == "")
        return list(self._session.scalars(query.order_by(AcceptedPair.target, AcceptedPair.id)))

    def forget_word(self, pair: AcceptedPair) -> None:
        """Take a word out of its dictionary."""
        self._session.delete(pair)
        self._record.nouns.add("accepted")

    def accept(self, pair: AcceptedPair) -> None:
        """Save a pair accepted for good."""
        self._session.add(pair)
        self._session.flush()
        self._record.nouns.add("accepted")

    def accepted_pairs(self) -> list[AcceptedPair]:
        """Return the pairs accepted for good with why, by whom and when, in the order they came."""
        return list(self._session.scalars(select(AcceptedPair).order_by(AcceptedPair.id)))

    def remove_accepted(self, ids: Iterable[int]) -> int:
        """Take accepted pairs out; return how many there were."""
        gone = self._session.execute(delete(AcceptedPair).where(AcceptedPair.id.in_(list(ids))))
        self._record.nouns.add("accepted")
        return int(getattr(gone, "rowcount", 0))


def _name_value(row: Name) -> NameValue:
    titles = tuple(
        HeldTitle(each["zh"], each["en"], _day(each.get("from")), _day(each.get("to"))) for each in row.titles
    )
    return NameValue(row.source, row.target, tuple(row.also), titles, row.note)


def _stored_title(title: HeldTitle) -> dict[str, str]:
    dates = {"from": title.valid_from, "to": title.valid_to}
    said = {name: day.isoformat() for name, day in dates.items() if day is not None}
    return {"zh": title.source, "en": title.target, **said}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


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
