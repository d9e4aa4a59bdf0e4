"""Turning what the database says into sentences for the person."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from workbench.errors import ConflictError, LibraryError
from workbench.library.place import Place
from workbench.sentences import Sentence, say


@contextlib.contextmanager
def explained(place: Place) -> Iterator[None]:
    """Raise `LibraryError` or `ConflictError` in place of the driver's own errors."""
    try:
        yield
    except StaleDataError:
        raise ConflictError(
            say("Somebody else changed this at the same moment. Look at their version and try again."),
            mine="",
            theirs="",
            by="",
        ) from None
    except DBAPIError as error:
        if place.path is None:
            raise _server_failure(error, place) from error
        if isinstance(error, OperationalError):
            raise LibraryError(_sentence(str(error.orig), place)) from error
        if not isinstance(error, DatabaseError):
            raise
        if "IntegrityError" in type(error).__name__:
            raise
        raise LibraryError(_sentence(str(error.orig), place)) from error


def _server_failure(error: DBAPIError, place: Place) -> Exception:
    from workbench.library.server.failures import failure_of

    return failure_of(error, place) or error


def _sentence(said: str, place: Place) -> Sentence:
    low = said.lower()
    if "locked" in low or "busy" in low:
        return say(
            "The library {name} is locked by another program. Nothing was lost; try again shortly.",
            name=place.name,
        )
    if "disk is full" in low or "full" in low:
        return say(
            "The disk of {name} is full{free}. Make room; what you typed is kept meanwhile.",
            name=place.name,
            free=_free(place),
        )
    if "readonly" in low or "read-only" in low:
        return say(
            "The library {name} is read-only here. Save a copy to a place you can write to.", name=place.name
        )
    if "not a database" in low:
        return say(
            "{name} is not a library of this program. Choose another file; this one was left untouched.",
            name=place.name,
        )
    if "malformed" in low or "corrupt" in low:
        return say(
            "The library {name} is damaged. Run “workbench library check”, then restore a backup.",
            name=place.name,
        )
    if "unable to open" in low:
        return say(
            "The library {path} cannot be opened. Check that the folder exists and is yours.",
            path=place.path or place.name,
        )
    return say("The library {name} cannot be used: {reason}.", name=place.name, reason=said)


def _free(place: Place) -> str:
    if place.path is None:
        return ""
    try:
        return say(" ({count:,} bytes free)", count=shutil.disk_usage(place.path.parent).free)
    except OSError:
        return ""
