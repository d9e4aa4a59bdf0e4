"""What the house decides for good: names with their titles over time, and exceptions that no check brings up again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.desk.terming import add_term, may_decide
from workbench.errors import FormatError, Problem, Reason, RefusedError, WorkbenchError, reason_of
from workbench.formats.house_tables import (
    EXCEPTION_COLUMNS,
    NAME_COLUMNS,
    exception_row,
    name_row,
    read_exceptions,
    read_names,
)
from workbench.formats.memory_tables import write_rows
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.finding import Finding, Span
from workbench.model.house import Always, ExceptionValue, NameValue, StoredException, StoredName
from workbench.model.kinds import Family
from workbench.model.passage import Passage
from workbench.model.term import AcceptedPair
from workbench.sentences import say

ENDINGS = (".csv", ".tsv", ".xlsx")
"""The tables in which names and exceptions come and go."""


def list_names(library: Library, text: str = "") -> list[StoredName]:
    """Return the names in which the words occur (all for none), by their English."""
    wanted = text.strip().casefold()
    with library.reading() as tx:
        found = tx.vocabulary.stored_names()
    kept = [each for each in found if wanted in _words(each.value)]
    return sorted(kept, key=lambda each: each.value.target.casefold())


def _words(value: NameValue) -> str:
    titles = [form for title in value.titles for form in (title.source, title.target)]
    return "\n".join([value.source, value.target, *value.also, *titles, value.note]).casefold()


def save_name(library: Library, by: int, value: NameValue, *, name_id: int = 0, asked_by: str = "") -> int:
    """Add a name or change the one of that number; return its number.

    Raises `WorkbenchError` when a form is missing or another name has the same Chinese.
    """
    if not value.source.strip() or not value.target.strip():
        raise WorkbenchError(say("A name needs its Chinese and its English form."))
    for title in value.titles:
        if title.valid_from and title.valid_to and title.valid_from > title.valid_to:
            raise WorkbenchError(
                say("The title {title} ends before it begins. Put its dates right.", title=title.source)
            )
    with library.writing(asked_by=asked_by) as tx:
        _require_decision(tx, by)
        for other in tx.vocabulary.stored_names():
            if other.value.source == value.source and other.id != name_id:
                raise WorkbenchError(
                    say("{name} is in the table already. Change that line.", name=value.source)
                )
        number = tx.vocabulary.save_name(value, name_id)
        tx.events.add("name decided", person_id=by, source=value.source, target=value.target)
        return number


def remove_names(library: Library, by: int, ids: Sequence[int], *, asked_by: str = "") -> int:
    """Take names out of the table; return how many there were."""
    with library.writing(asked_by=asked_by) as tx:
        _require_decision(tx, by)
        said = [each.value.source for each in tx.vocabulary.stored_names() if each.id in ids]
        if said:
            tx.events.add("names removed", person_id=by, names=said)
        return tx.vocabulary.remove_names(ids)


def list_exceptions(library: Library, text: str = "") -> list[StoredException]:
    """Return the exceptions in which the words occur (all for none), newest first; known words are no exceptions."""
    wanted = text.strip().casefold()
    with library.reading() as tx:
        people = tx.people.names()
        words = {word.id for word in tx.vocabulary.all_words()}
        pairs = [pair for pair in tx.vocabulary.accepted_pairs() if pair.id not in words]
        found = [_stored(pair, people) for pair in pairs]
    said = ((each, f"{each.value.source}\n{each.value.target}\n{each.value.reason}") for each in found)
    return [each for each, words in said if wanted in words.casefold()][::-1]


def _stored(pair: AcceptedPair, people: dict[int, str]) -> StoredException:
    value = ExceptionValue(pair.source, pair.target, pair.reason, pair.check)
    return StoredException(pair.id, value, people.get(pair.person_id or 0, ""), pair.at)


def save_exception(
    library: Library, by: int, value: ExceptionValue, *, exception_id: int = 0, asked_by: str = ""
) -> int:
    """Accept a pair for good, or change the exception of that number; return its number."""
    if not value.source.strip() and not value.target.strip():
        raise WorkbenchError(say("An exception needs Chinese words, English words or both."))
    with library.writing(asked_by=asked_by) as tx:
        _require_decision(tx, by)
        if exception_id:
            tx.vocabulary.remove_accepted([exception_id])
        return _accept(tx, by, value)


def _accept(tx: Transaction, by: int | None, value: ExceptionValue) -> int:
    pair = AcceptedPair(
        check=value.check,
        source=value.source.strip(),
        target=value.target.strip(),
        reason=value.reason.strip(),
        person_id=by,
    )
    tx.vocabulary.accept(pair)
    tx.events.add(
        "accepted for good", person_id=by, source=pair.source, target=pair.target, reason=pair.reason
    )
    return pair.id


def remove_exceptions(library: Library, by: int, ids: Sequence[int], *, asked_by: str = "") -> int:
    """Take exceptions back, so that the checks speak again; return how many there were."""
    with library.writing(asked_by=asked_by) as tx:
        _require_decision(tx, by)
        gone = [f"{p.source} {p.target}".strip() for p in tx.vocabulary.accepted_pairs() if p.id in ids]
        if gone:
            tx.events.add("exceptions removed", person_id=by, pairs=gone)
        return tx.vocabulary.remove_accepted(ids)


def accept_always(
    library: Library,
    by: int,
    kind: Always,
    source: str,
    target: str,
    *,
    reason: str = "",
    check: str = "",
    language: str = "en",
    asked_by: str = "",
) -> int:
    """Accept words for good as a trap, an equivalence, a name or a term; return the number of what was saved.

    A name that the table has gets another form; a term from a translator is a proposal.
    """
    source, target = source.strip(), target.strip()
    if kind is Always.TERM:
        return add_term(library, by, source, [target], language=language, note=reason, asked_by=asked_by)
    if kind is Always.NAME:
        return _accept_name(library, by, source, target, reason, asked_by)
    if kind is Always.TRAP and not source:
        raise WorkbenchError(say("A trap needs its Chinese words."))
    value = ExceptionValue(source, "" if kind is Always.TRAP else target, reason, check)
    return save_exception(library, by, value, asked_by=asked_by)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What accepting a finding for good would save, for somebody to look over."""

    kind: Always
    source: str
    target: str


def proposal_of(finding: Finding, row: Passage) -> Proposal:
    """Return what to accept for good so that a finding does not come back.

    Bare figures are proposed with the word after them: the house would hardly accept every “5”.
    """
    source = _words_at(row.source, finding.source, _HAN_AFTER)
    target = _words_at(row.target, finding.target, _WORD_AFTER)
    if finding.family is Family.NAME and source and target:
        return Proposal(Always.NAME, source, target)
    if finding.family is Family.TERM and source and target:
        return Proposal(Always.TERM, source, target)
    return Proposal(Always.EQUIVALENCE if target else Always.TRAP, source, target)


_HAN_AFTER = re.compile(r"[\u4e00-\u9fff]{1,3}")
_WORD_AFTER = re.compile(r"[\s-]?[A-Za-z]+|%")


def _words_at(text: str, span: Span | None, more: re.Pattern[str]) -> str:
    if span is None:
        return ""
    words = text[slice(*span)].strip()
    is_bare = words.replace(".", "").replace(",", "").isdigit() or len(words) < 2
    after = more.match(text, span[1]) if is_bare else None
    return words + (after[0] if after else "")


def _accept_name(library: Library, by: int, source: str, target: str, reason: str, asked_by: str) -> int:
    known = next((each for each in list_names(library) if each.value.source == source), None)
    if known is None:
        return save_name(library, by, NameValue(source, target, note=reason), asked_by=asked_by)
    old = known.value
    also = tuple(dict.fromkeys([*old.also, target])) if target != old.target else old.also
    changed = NameValue(old.source, old.target, also, old.titles, old.note)
    return save_name(library, by, changed, name_id=known.id, asked_by=asked_by)


def import_names(library: Library, path: Path, *, by: int) -> tuple[int, list[Problem]]:
    """Add the names of a table, or bring those with the same Chinese up to date; return how many."""
    problems: list[Problem] = []
    names = list(read_names(table_data(path), path.name, problems.append))
    with library.writing() as tx:
        _require_decision(tx, by)
        for value in names:
            tx.vocabulary.save_name(value)
        tx.events.add("names imported", person_id=by, path=path.name, names=len(names))
    return len(names), problems


def import_exceptions(library: Library, path: Path, *, by: int) -> tuple[int, list[Problem]]:
    """Accept the pairs of a table for good; a pair that is there already is not added again."""
    problems: list[Problem] = []
    values = list(read_exceptions(table_data(path), path.name, problems.append))
    with library.writing() as tx:
        _require_decision(tx, by)
        known = {(pair.source, pair.target) for pair in tx.vocabulary.accepted_pairs()}
        fresh = {(v.source, v.target): v for v in values if (v.source, v.target) not in known}
        for value in fresh.values():
            _accept(tx, by, value)
    return len(fresh), problems


def export_names(library: Library, path: Path) -> int:
    """Write the names to a CSV, TSV or XLSX table; return how many."""
    return write_table(path, NAME_COLUMNS, (name_row(each.value) for each in list_names(library)))


def export_exceptions(library: Library, path: Path) -> int:
    """Write the exceptions, with who decided them and when, to a CSV, TSV or XLSX table; return how many."""
    return write_table(path, EXCEPTION_COLUMNS, (exception_row(each) for each in list_exceptions(library)))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[list[str]]) -> int:
    """Write lines to a CSV, TSV or XLSX table; return how many."""
    if path.suffix.lower() not in ENDINGS:
        raise FormatError(
            say("{path} has to end in one of: {endings}.", path=path.name, endings=", ".join(ENDINGS))
        )
    return write_rows(path, columns, list(rows))


def table_data(path: Path) -> bytes:
    """Return what is in a file; raise `FormatError` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormatError(
            say("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)), place=str(path)
        ) from error


def _require_decision(tx: Transaction, by: int) -> None:
    if not may_decide(tx, by):
        name = tx.people.get(by).name
        said = say(
            "{name} cannot decide for the whole house: that takes a reviewer or an editor. "
            "Accept it in this article, or propose a term.",
            name=name,
        )
        raise RefusedError(Reason("not-allowed", said))
