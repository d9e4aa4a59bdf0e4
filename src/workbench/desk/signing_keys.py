"""A signing key for each person who wants one: made, replaced, brought to another computer, revoked when it is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.desk import private_keys
from workbench.desk.keys import can_keep_keys
from workbench.desk.rights import require_admin
from workbench.desk.statements import Statement, fingerprint, public_of, sign
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.person import SigningKey
from workbench.model.review import Approval
from workbench.model.signoff import Signature
from workbench.sentences import say


class KeyRow(NamedTuple):
    """A key as lists show it: whose it is, since when, and whether it still signs."""

    person_id: int
    name: str
    fingerprint: str
    public: str
    added_at: datetime
    revoked_at: datetime | None
    reason: str


Signer = Callable[[Transaction, Approval], None]
"""Signs an approval inside its transaction, where its person has a key."""


def make_key(library: Library, by: int, *, passphrase: str = "") -> KeyRow:
    """Make a key for a person and sign with it from now on; a former one is revoked as replaced.

    With a passphrase the private half goes into a file that it protects, without one into the keyring.
    """
    key = Ed25519PrivateKey.generate()
    private_keys.keep_private(key, passphrase)
    try:
        with library.writing() as tx:
            person = tx.people.get(by)
            for former in tx.people.signing_keys(by):
                if former.revoked_at is None:
                    _revoke(tx, former, by, say("replaced by a new key"))
            added = tx.people.add_signing_key(SigningKey(person_id=by, public=public_of(key)))
            tx.events.add(
                "signing key added",
                person_id=by,
                name=person.name,
                key=fingerprint(added.public),
                public=added.public,
            )
            return _row(added, person.name)
    except BaseException:
        private_keys.forget_private(public_of(key))
        raise


def revoke_key(library: Library, by: int, mark: str, reason: str) -> KeyRow:
    """Revoke a key, one's own or as an admin anybody's; what was signed with it before stays signed.

    `mark` is the fingerprint or its beginning.
    """
    if not reason.strip():
        raise WorkbenchError(say("Say why the key is revoked; the reason is kept."))
    with library.writing() as tx:
        key = _found(tx, mark)
        if key.person_id != by:
            require_admin(tx, by)
        if key.revoked_at is not None:
            raise WorkbenchError(say("The key {mark} is revoked already.", mark=fingerprint(key.public)))
        _revoke(tx, key, by, reason.strip())
        return _row(key, tx.people.get(key.person_id).name)


def list_keys(library: Library) -> list[KeyRow]:
    """Return every key of a library, oldest first."""
    with library.reading() as tx:
        names = tx.people.names()
        return [_row(key, names[key.person_id]) for key in tx.people.signing_keys()]


def active_key(library: Library, person_id: int) -> KeyRow | None:
    """Return the key a person signs with now; None when they do not sign."""
    return next(
        (row for row in list_keys(library) if row.person_id == person_id and row.revoked_at is None), None
    )


def export_key(library: Library, by: int, path: Path, passphrase: str) -> None:
    """Write one's own key to a file for another computer; the passphrase opens it there."""
    private_keys.write_private(private_keys.private_key(_own(library, by).public), path, passphrase)


def import_key(library: Library, by: int, path: Path, passphrase: str) -> KeyRow:
    """Take one's own key from a file into the keyring, or where there is none into a file of this computer."""
    key = private_keys.read_private(path, passphrase)
    row = _own(library, by)
    if public_of(key) != row.public:
        raise WorkbenchError(
            say(
                "{path} holds another key than {mark}, which you sign with here.",
                path=path.name,
                mark=row.fingerprint,
            )
        )
    private_keys.keep_private(key, "" if can_keep_keys() else passphrase)
    return row


def signer_for(library: Library, by: int) -> Signer:
    """Return how a person signs; asked before the transaction, since a keyring may keep people waiting.

    Raises `RefusedError` when they sign and their key is not at hand.
    """
    own = active_key(library, by)
    if own is None:
        return _leave_unsigned
    key, public = private_keys.private_key(own.public), own.public

    def signs(tx: Transaction, approval: Approval) -> None:
        found = next((one for one in tx.people.signing_keys(by) if one.public == public), None)
        if found is None or found.revoked_at is not None:
            raise WorkbenchError(say("Your signing key was revoked just now. Try again."))
        approval.key_id, approval.signed_at = found.id, approval.at
        approval.signed_after = tx.events.newest_digest()
        approval.signature = sign(statement_of(tx, approval), key)

    return signs


def statement_of(tx: Transaction, approval: Approval) -> Statement:
    """Return what an approval says, as it is signed."""
    edition = tx.editions.get(approval.edition_id)
    return Statement(
        article=tx.articles.get(edition.article_id).key,
        language=edition.language,
        version=approval.number,
        step=approval.step,
        digest=approval.digest,
        person=tx.people.get(approval.person_id).name,
        at=approval.signed_at or approval.at,
        after=approval.signed_after,
    )


def signature_of_approval(tx: Transaction, approval: Approval) -> Signature | None:
    """Return the signature of an approval with all it takes to verify it elsewhere; None for one that is not signed."""
    key = next((one for one in tx.people.signing_keys(approval.person_id) if one.id == approval.key_id), None)
    if key is None or not approval.signature:
        return None
    said = statement_of(tx, approval).as_bytes().decode()
    return Signature(fingerprint(key.public), key.public, said, approval.signature)


def _leave_unsigned(_tx: Transaction, _approval: Approval) -> None:
    return None


def _revoke(tx: Transaction, key: SigningKey, by: int, reason: str) -> None:
    key.revoked_at, key.revoked_by, key.reason = now(), by, reason
    tx.events.add(
        "signing key revoked",
        person_id=by,
        name=tx.people.get(key.person_id).name,
        key=fingerprint(key.public),
        reason=reason,
    )


def _found(tx: Transaction, mark: str) -> SigningKey:
    wanted = mark.strip().upper()
    found = [key for key in tx.people.signing_keys() if fingerprint(key.public).startswith(wanted)]
    if len(found) != 1 or not wanted:
        raise WorkbenchError(
            say("There is no key {mark}. “workbench people key list” shows them.", mark=mark)
        )
    return found[0]


def _own(library: Library, by: int) -> KeyRow:
    own = active_key(library, by)
    if own is None:
        raise WorkbenchError(
            say("You have no signing key in this library. Make one: “workbench people key make”.")
        )
    return own


def _row(key: SigningKey, name: str) -> KeyRow:
    return KeyRow(
        key.person_id, name, fingerprint(key.public), key.public, key.added_at, key.revoked_at, key.reason
    )
