"""Turning what the database says into sentences for the person."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from workbench.errors import ConflictError, LibraryError
from workbench.library.place import Place


@contextlib.contextmanager
def explained(place: Place) -> Iterator[None]:
    """Raise `LibraryError` or `ConflictError` in place of the driver's own errors."""
    try:
        yield
    except StaleDataError:
        raise ConflictError(
            "Somebody else changed this at the same moment. Look at their version and try again.",
            mine="",
            theirs="",
            by="",
        ) from None
    except OperationalError as error:
        raise LibraryError(_sentence(str(error.orig), place)) from error
    except DatabaseError as error:
        if "IntegrityError" in type(error).__name__:
            raise
        raise LibraryError(_sentence(str(error.orig), place)) from error


def _sentence(said: str, place: Place) -> str:
    low = said.lower()
    if "locked" in low or "busy" in low:
        return f"The library {place.name} is locked by another program. Nothing was lost; try again shortly."
    if "disk is full" in low or "full" in low:
        return f"The disk of {place.name} is full{_free(place)}. Make room; what you typed is kept meanwhile."
    if "readonly" in low or "read-only" in low:
        return f"The library {place.name} is read-only here. Save a copy to a place you can write to."
    if "not a database" in low:
        return f"{place.name} is not a library of this program. Choose another file; this one was left untouched."
    if "malformed" in low or "corrupt" in low:
        return f"The library {place.name} is damaged. Run “workbench library check”, then restore a backup."
    if "unable to open" in low:
        return f"The library {place.path or place.name} cannot be opened. Check that the folder exists and is yours."
    return f"The library {place.name} cannot be used: {said}."


def _free(place: Place) -> str:
    if place.path is None:
        return ""
    try:
        return f" ({shutil.disk_usage(place.path.parent).free:,} bytes free)"
    except OSError:
        return ""
