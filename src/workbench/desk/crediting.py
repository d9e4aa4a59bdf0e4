"""Credits: who is named on the page, who did how much, and putting a line right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields

from workbench.desk.finding_editions import find_edition
from workbench.desk.lapsing import back_to_review
from workbench.desk.originating import Figures, figures_by_confirmer, words_of_reviewers
from workbench.desk.rights import Act, require
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import CreditRole
from workbench.model.person import Credit, LedgerEntry
from workbench.sentences import say


def shares_of(tx: Transaction, edition: Edition) -> Counter[int]:
    """Return the source characters each person last confirmed: the translator's share (RULES.md)."""
    return Counter(tx.editions.shares(edition.id))


def reviewed_shares_of(tx: Transaction, edition: Edition) -> Counter[int]:
    """Return the source characters of the targets each person approved."""
    return Counter(tx.editions.shares(edition.id, of_reviewers=True))


def credit_line(tx: Transaction, edition: Edition, role: CreditRole) -> tuple[str, ...]:
    """Return the names on the page for a role.

    A line an editor put right comes first; then what follows from the work, largest share first;
    then the names that came with the article.
    """
    stored = [credit for credit in tx.people.credits(edition.id) if credit.role is role]
    put_right = [credit for credit in stored if credit.set_by is not None]
    if put_right:
        return tuple(credit.name for credit in put_right if credit.name)
    return _from_work(tx, edition, role) or tuple(credit.name for credit in stored)


def _from_work(tx: Transaction, edition: Edition, role: CreditRole) -> tuple[str, ...]:
    names = tx.people.names()
    if role is CreditRole.TRANSLATOR:
        shares = shares_of(tx, edition)
        return tuple(names[person] for person, _ in sorted(shares.items(), key=lambda s: (-s[1], s[0])))
    if role is CreditRole.REVIEWER:
        approvals = [a for a in tx.reviews.approvals(edition.id) if a.number == edition.number]
        return tuple(dict.fromkeys(names[a.person_id] for a in approvals))
    if role is CreditRole.EDITOR:
        return tuple(dict.fromkeys(names[p.person_id] for p in tx.reviews.publications(edition.id)))
    return ()


def translators_of(tx: Transaction, edition: Edition) -> tuple[str, ...]:
    """Return the translators' credit line."""
    return credit_line(tx, edition, CreditRole.TRANSLATOR)


def refresh_lines(tx: Transaction, edition: Edition) -> None:
    """Bring the lines that lists show into agreement with the credits."""
    edition.translator_line = ", ".join(translators_of(tx, edition))
    edition.reviewer_line = ", ".join(credit_line(tx, edition, CreditRole.REVIEWER))


def put_right(
    tx: Transaction, edition: Edition, by: int, role: CreditRole, names: Sequence[str], reason: str
) -> None:
    """Set a credit line by hand, with a reason; it is an event, and what stood before is kept.

    The translators' line is covered by the approval, so changing it lapses one.
    """
    require(tx, Act.CREDIT, edition, by)
    if not reason.strip():
        raise WorkbenchError(say("Say why the credit line is changed; the reason is kept with it."))
    before = credit_line(tx, edition, role)
    lines = [
        Credit(edition_id=edition.id, role=role, name=name.strip(), position=i, reason=reason, set_by=by)
        for i, name in enumerate(names)
        if name.strip()
    ]
    tx.people.set_credits(edition.id, role, lines)
    tx.events.add(
        "credits put right",
        article_id=edition.article_id,
        edition_id=edition.id,
        person_id=by,
        role=str(role),
        before=list(before),
        after=[line.name for line in lines],
        reason=reason,
    )


def correct_credit(
    library: Library,
    by: int,
    key: str,
    role: CreditRole,
    names: Sequence[str],
    reason: str,
    language: str = "en",
    *,
    asked_by: str = "",
) -> tuple[str, ...]:
    """Put a credit line right; return it as it stands now.

    The translators' line is part of what an approval covers, so correcting it takes an approved
    edition back to in review.
    """
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        put_right(tx, edition, by, role, names, reason)
        if role is CreditRole.TRANSLATOR:
            back_to_review(tx, edition, by)
        refresh_lines(tx, edition)
        tx.editions.touch(edition)
        return credit_line(tx, edition, role)


def account_for(tx: Transaction, edition: Edition, reason: str) -> None:
    """Bring the ledger up to date with an approval by appending the differences, never by changing it."""
    translated = figures_by_confirmer(tx, edition)
    rewritten = {who: Figures(typed=words) for who, words in words_of_reviewers(tx, edition).items()}
    _append(tx, edition, CreditRole.TRANSLATOR, shares_of(tx, edition), translated, reason)
    _append(tx, edition, CreditRole.REVIEWER, reviewed_shares_of(tx, edition), rewritten, reason)


def _append(
    tx: Transaction,
    edition: Edition,
    role: CreditRole,
    shares: Counter[int],
    work: Mapping[int, Figures],
    reason: str,
) -> None:
    known: Counter[int] = Counter()
    known_work: dict[int, Figures] = {}
    for entry in tx.people.ledger(edition.id):
        if entry.role is role and entry.person_id is not None:
            known[entry.person_id] += entry.characters
            known_work[entry.person_id] = known_work.get(entry.person_id, Figures()) + figures_in(entry)
    for person in sorted({*shares, *work, *known}):
        more = work.get(person, Figures()) - known_work.get(person, Figures())
        characters = shares[person] - known[person]
        if characters or more != Figures():
            entry = LedgerEntry(
                edition_id=edition.id, role=role, person_id=person, characters=characters, reason=reason
            )
            for field in fields(Figures):
                setattr(entry, field.name, getattr(more, field.name))
            tx.people.account([entry])


def figures_in(entry: LedgerEntry) -> Figures:
    """Return the origin figures of one line of the account."""
    return Figures(*(getattr(entry, field.name) for field in fields(Figures)))
