"""Turning what a database server says into sentences for the person."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from workbench.errors import LibraryError, Reason, RefusedError, WorkbenchError
from workbench.library.place import Place
from workbench.library.server.connecting import forget_typed
from workbench.library.server.refusals import REFUSALS
from workbench.sentences import Sentence, say

REFUSED = "WB001"
"""The state that the guards raise (resources/server/guard.sql)."""


class SignInError(LibraryError):
    """The server does not let this account in: a password is missing or wrong."""


class ConnectionLostError(LibraryError):
    """The server does not answer; what was typed is kept and saved when it does."""


def failure_of(error: DBAPIError, place: Place) -> WorkbenchError | None:
    """Return our error for a driver's, or None when it is a mistake of ours."""
    state = getattr(error.orig, "sqlstate", None) or ""
    said = str(error.orig).strip().splitlines()[0] if error.orig else ""
    if state == REFUSED:
        return RefusedError(
            Reason("refused-by-library", say("The library refused this: {said}", said=_plain(said)))
        )
    if state == "42501":
        return RefusedError(
            Reason(
                "not-allowed",
                say("Your account on {name} may not do this: {said}.", name=place.name, said=said),
            )
        )
    if state in {"40001", "40P01"}:
        return LibraryError(
            say("Two programs changed the same at the same moment. Nothing was lost; try again.")
        )
    if state == "25006":
        return LibraryError(say("The library {name} is read-only now. Try again later.", name=place.name))
    if state in {"53100", "53200", "53300"}:
        return LibraryError(
            say("The server of {name} is out of room or connections: {said}.", name=place.name, said=said)
        )
    if "not permitted to log in" in said or "permission denied for database" in said:
        return ConnectionLostError(_closed(place))
    if state.startswith("28") or "no password supplied" in said or "password authentication failed" in said:
        forget_typed(place)
        return SignInError(_sign_in(place))
    if error.connection_invalidated or state.startswith(("08", "57P")) or not state:
        return ConnectionLostError(_lost(place, said))
    return None


def _plain(said: str) -> str:
    plain = said.removeprefix("ERROR:").strip()
    return REFUSALS.get(plain, plain)


def _sign_in(place: Place) -> Sentence:
    return say(
        "The server of {name} does not let {account} in. Sign in again with the right password: "
        "“workbench library sign-in”.",
        name=place.name,
        account=place.url.username or "",
    )


def _closed(place: Place) -> Sentence:
    return say(
        "The server of {name} does not let the account {account} into this library. Ask whoever runs it to let you in; "
        "what you have typed is kept on this computer.",
        name=place.name,
        account=place.url.username or "",
    )


def _lost(place: Place, said: str) -> Sentence:
    if "certificate" in said.lower() or "ssl" in said.lower():
        return say(
            "The server of {name} could not be trusted: {said}. Ask whoever runs it for its certificate; "
            "nothing was sent.",
            name=place.name,
            said=said,
        )
    if 'role "' in said and "does not exist" in said:
        return say(
            "The server of {name} knows no account {account}. Check the address, or ask whoever runs the server for an account.",
            name=place.name,
            account=place.url.username or "",
        )
    if "does not exist" in said:
        return say(
            "The server has no database {database}. Check the address, or make an empty one there first.",
            database=place.url.database or "",
        )
    return say(
        "The server of {name} does not answer. What you type is kept here and saved as soon as it does.",
        name=place.name,
    )
