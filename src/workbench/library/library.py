"""The library: one database, its one writer, its readers, and the announcement of every change."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self
from uuid import uuid4

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

from workbench.errors import LibraryError, reason_of
from workbench.library.bulk import write_targets_together
from workbench.library.connecting import connect_readers, connect_writer
from workbench.library.dangers import is_on_network
from workbench.library.failures import explained
from workbench.library.locking import Keeping, WriteLock
from workbench.library.log_damage import look_at_log
from workbench.library.news import news_path, tell
from workbench.library.place import Place, find_place, journals_folder
from workbench.library.preparing import SCHEMA, make, prepare
from workbench.library.replacing import finish_replacing
from workbench.library.transaction import Transaction
from workbench.model.changes import Changes
from workbench.sentences import say

log = logging.getLogger(__name__)

LONGEST_NAME = 200
"""Bytes of a library's name; most file systems take 255, and a copy has its time in its name."""
Listener = Callable[[Changes], None]


class Library:
    """An open library. `reading()` and `writing()` are the only ways in."""

    def __init__(
        self,
        place: Place,
        *,
        is_writable: bool = True,
        keeping: Keeping | None = None,
        left_out: int = 0,
    ) -> None:
        self.place = place
        self.left_out = left_out
        """Commits that stood in the log and could not be read when it was opened."""
        self._keeping = keeping
        self.client = uuid4().hex
        self.is_writable = is_writable
        self._lock = WriteLock(None if place.path is None else Path(f"{place.path}.lock"))
        self._writer = connect_writer(place, schema=SCHEMA) if is_writable else None
        self._readers = connect_readers(place, is_writable=is_writable, schema=SCHEMA)
        self._write = sessionmaker(self._writer, expire_on_commit=False) if self._writer else None
        if self._write and place.path is None:
            event.listen(self._write, "before_flush", write_targets_together)
        self._read = sessionmaker(self._readers, expire_on_commit=False)
        self._listeners: list[Listener] = []
        self.answered_at = 0.0
        """When the database answered last, by the clock of `time.monotonic`."""

    @property
    def name(self) -> str:
        """Return what the status bar calls this library."""
        return self.place.name

    @property
    def path(self) -> Path | None:
        """Return the library's file, or None for a database server."""
        return self.place.path

    @property
    def journal_place(self) -> Path:
        """Return what edit journals are named after: the file, or one in the person's own data folder."""
        if self.path is not None:
            return self.path
        url = self.place.url
        name = f"{url.username}@{url.host}-{url.port or 5432}-{url.database}"
        return journals_folder() / re.sub(r"[^\w@.-]", "_", name)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Read one consistent state of the library; nothing can be written."""
        with explained(self.place), self._read() as session:
            yield Transaction(session, only_reads=True)
        self.answered_at = time.monotonic()

    @contextlib.contextmanager
    def writing(self, *, asked_by: str = "") -> Iterator[Transaction]:
        """Write one short transaction: all of it or nothing; announced once when it is safe on disk.

        Never hold it across a yield, a signal or a network call. Raises `LibraryError` when the
        library is read-only, locked for long, or its disk is full.
        """
        if self._write is None:
            raise LibraryError(
                say(
                    "The library {name} is open for reading only. Save a copy to a place you can write to.",
                    name=self.name,
                )
            )
        with explained(self.place), self._lock.held():
            session = self._write()
            try:
                transaction = Transaction(session, locks_rows=self.path is None)
                yield transaction
                self._commit(session, transaction.changes(asked_by))
            except BaseException:
                session.rollback()
                raise
            finally:
                session.close()
        self.answered_at = time.monotonic()
        self.announce(transaction.changes(asked_by))

    def _commit(self, session: Session, changes: Changes) -> None:
        if self._writer is None or self.path is not None:
            session.commit()
            if self.path is not None and not changes.is_empty:
                tell(news_path(self.path), changes, self.client)
            return
        from workbench.library.server.committing import commit

        commit(self._writer, session, changes, self.client)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every committed change, in the writing thread; return how to stop."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten

    def announce(self, changes: Changes) -> None:
        """Tell every listener what changed, here or in another program."""
        if changes.is_empty:
            return
        for listener in list(self._listeners):
            try:
                listener(changes)
            except RuntimeError:  # the window that listened is gone: the write itself has succeeded
                log.warning("a listener that is gone was forgotten", exc_info=True)
                self._listeners.remove(listener)

    def session(self) -> Session:
        """Return a reading session for the verbs of `library` that run on their own."""
        return self._read()

    def close(self) -> None:
        """Close all connections."""
        self._readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
        if self._keeping is not None:
            self._keeping.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_library(place: str | Path | None = None, *, create: bool = True) -> Library:
    """Open the library at a path or URL (None: the person's own), made or migrated as needed.

    Raises `LibraryError` with a sentence when it is missing (and `create` is False), belongs to
    another program, is newer than this program, or cannot be reached.
    """
    found = find_place(place)
    if found.path is None:
        with explained(found):
            prepare(found, WriteLock(None))
        return Library(found)
    _refuse_long_name(found.path)
    finish_replacing(found.path)
    if not found.path.exists():
        if not create:
            raise LibraryError(
                say("There is no library at {path}. “workbench library init” makes one.", path=found.path)
            )
        make_folder(found.path)
    elif found.path.is_dir():
        raise LibraryError(
            say("{path} is a folder. A library is a file, such as office.workbench in it.", path=found.path)
        )
    _refuse_second_name(found.path)
    is_writable = _can_write(found.path)
    left_out = look_at_log(found.path)
    keeping = Keeping(found.path) if is_writable and is_on_network(found.path) else None
    try:
        with explained(found):
            prepare(found, WriteLock(Path(f"{found.path}.lock")), is_writable=is_writable)
            return Library(found, is_writable=is_writable, keeping=keeping, left_out=left_out)
    except BaseException:
        if keeping is not None:
            keeping.close()
        raise


def init_library(place: str | Path) -> Library:
    """Make a library where there is none and open it; the only way to make one on a server.

    There it takes the owner of an empty database. An existing library is opened and brought up to date.
    """
    found = find_place(place)
    if found.path is None:
        from workbench.library.server.preparing import schema_on

        with explained(found):
            if not schema_on(found):
                make(found)
    return open_library(place)


def make_folder(path: Path) -> None:
    """Make the folder that a library will stand in; raise `LibraryError` when it cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            say(
                "The folder {folder} cannot be made: {reason}. Choose another.",
                folder=path.parent,
                reason=reason_of(error),
            )
        ) from error


def _refuse_long_name(path: Path) -> None:
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise LibraryError(
            say(
                "The name {name} is too long: the files beside a library have longer ones. Choose a shorter name.",
                name=path.name,
            )
        )


def _refuse_second_name(path: Path) -> None:
    """Refuse a file that has two names: programs that open it by either would each keep a log of their own."""
    if path.exists() and path.stat().st_nlink > 1:
        raise LibraryError(
            say(
                "{path} is one file with another name as well (a hard link). Opened by both names it would be damaged. "
                "Remove one of the names, or copy the file, then open it.",
                path=path,
            )
        )


def _can_write(path: Path) -> bool:
    if not path.exists():
        if not os.access(path.parent, os.W_OK):
            raise LibraryError(
                say(
                    "The folder {folder} cannot be written to. Choose another place for the library.",
                    folder=path.parent,
                )
            )
        return True
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
