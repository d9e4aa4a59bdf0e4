"""The seal of a whole library, kept outside of it: a cut account or yesterday's file fits its own sums, but not this.

This computer keeps the newest seal it has seen of each library in its place, manifests name it beside what was published, and
`library seal` writes it to a file for somebody else.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import platformdirs

from workbench.desk.signing_keys import list_keys
from workbench.errors import FormatError, WorkbenchError, reason_of
from workbench.formats.files import read_file
from workbench.formats.gate import MAX_JSON_BYTES, safe_json
from workbench.formats.writing import write_file
from workbench.library import seals
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.sentences import Sentence, say

log = logging.getLogger(__name__)
FORMAT = "translation-workbench-seal-1"


@dataclass(frozen=True, slots=True)
class Seal:
    """A library at one moment.

    `library` is the seal of its first event and tells libraries apart; `events` and `head` are number and seal of the
    newest event; `changes` counts transactions and `rows` sums all rows (a file only); `keys` are the public signing
    keys by person.
    """

    library: str
    at: str
    events: int
    head: str
    changes: int = 0
    rows: str = ""
    keys: dict[str, list[str]] = field(default_factory=dict)


def seal_of(library: Library) -> Seal | None:
    """Return the seal of a library as it stands; None before anything has happened in it."""
    with library.reading() as tx:
        first = tx.events.seal_at(1)
        if first is None:
            return None
        number, head = tx.events.count(), tx.events.newest_digest()
    changes, rows = _figures(library)
    keys: dict[str, list[str]] = {}
    for row in list_keys(library):
        keys.setdefault(row.name, []).append(row.public)
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Seal(first, at, number, head, changes, rows, keys)


def _figures(library: Library) -> tuple[int, str]:
    if library.path is None:
        return 0, ""
    with closing(sqlite3.connect(f"file:{quote(str(library.path))}?mode=ro", uri=True)) as driver:
        return seals.figure(driver, seals.CHANGES), f"{seals.figure(driver, seals.TOTAL):064x}"


def write_seal(library: Library, path: Path) -> Seal:
    """Write the seal of a library to a file that somebody else keeps."""
    seal = seal_of(library)
    if seal is None:
        raise WorkbenchError(say("Nothing has happened in this library yet; there is nothing to seal."))
    write_file(path, _as_bytes(seal))
    return seal


def read_seal(path: Path) -> Seal:
    """Read a seal from its file; raises `WorkbenchError` for anything else."""
    try:
        content: dict[str, Any] = safe_json(read_file(path, most=MAX_JSON_BYTES), name=path.name)
        is_ours = content.pop("format") == FORMAT
        seal = Seal(**content)
    except OSError as error:
        raise WorkbenchError(
            say("{path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error
    except (FormatError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _no_seal(path) from error
    if not is_ours:
        raise _no_seal(path)
    return seal


def _no_seal(path: Path) -> WorkbenchError:
    return WorkbenchError(say("{path} is no seal of a library.", path=path.name))


def keep_seal(library: Library) -> None:
    """Note the seal of a sound library on this computer; a failure is for the log."""
    try:
        seal = seal_of(library)
        if seal is not None:
            path = _kept(library, seal.library)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, _as_bytes(seal))
    except (OSError, WorkbenchError):
        log.warning("the seal of the library could not be kept", exc_info=True)


def kept_seal(library: Library) -> Seal | None:
    """Return the newest seal this computer has seen of a library, if any."""
    with library.reading() as tx:
        first = tx.events.seal_at(1)
    path = None if first is None else _kept(library, first)
    return read_seal(path) if path is not None and path.exists() else None


def differences(library: Library, seal: Seal) -> Iterator[Sentence]:
    """Yield how a library contradicts what it was when it was sealed; growing since is no contradiction."""
    with library.reading() as tx:
        if tx.events.seal_at(1) != seal.library:
            yield say("This is the seal of another library, or the account of this one was written anew.")
            return
        yield from _account(tx, seal)
    names: dict[str, set[str]] = {}
    for row in list_keys(library):
        names.setdefault(row.name, set()).add(row.public)
    for name, publics in seal.keys.items():
        if not set(publics) <= names.get(name, set()):
            yield say(
                "The signing key of {name} is not the one it was when the library was sealed.", name=name
            )
    changes, rows = _figures(library)
    if seal.rows and changes < seal.changes:
        yield say("The library is older than when it was sealed at {at}: it was put back.", at=seal.at)
    elif seal.rows and changes == seal.changes and rows != seal.rows:
        yield say("The library is not what it was when it was sealed at {at}.", at=seal.at)


def _account(tx: Transaction, seal: Seal) -> Iterator[Sentence]:
    if tx.events.count() < seal.events:
        yield say(
            "The account of events has {count} entries and had {sealed} at {at}: its end was cut off, or an older file "
            "was put back.",
            count=tx.events.count(),
            sealed=seal.events,
            at=seal.at,
        )
    elif tx.events.seal_at(seal.events) != seal.head:
        yield say(
            "The account of events is not the one that was sealed at {at}: it was written anew.", at=seal.at
        )


def _kept(library: Library, first: str) -> Path:
    """Return where the seal of a library in its place is kept: a copy elsewhere counts its own changes."""
    place = str(library.path.resolve() if library.path is not None else library.name)
    name = f"{first[:32]}-{hashlib.sha256(place.encode()).hexdigest()[:16]}.json"
    return Path(platformdirs.user_data_dir("workbench", False)) / "seals" / name


def _as_bytes(seal: Seal) -> bytes:
    return (json.dumps({"format": FORMAT, **asdict(seal)}, ensure_ascii=False, indent=1) + "\n").encode()
