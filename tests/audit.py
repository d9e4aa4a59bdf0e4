"""A watch over the account of events: what decides pay or publication never changes without an entry (RELIABILITY.md, A6)."""

from __future__ import annotations

import sys
from collections.abc import Callable

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from workbench.library.library import Library
from workbench.model.changes import Changes
from workbench.model.edition import Edition
from workbench.model.person import Credit, LedgerEntry, Person, PersonRole, SigningKey
from workbench.model.review import Approval, Event, Publication, Waiver
from workbench.model.setting import StoredSetting

Commit = Callable[[Library, Session, Changes], None]
DECIDING = (Approval, Publication, Waiver, Credit, LedgerEntry, Person, PersonRole, SigningKey, StoredSetting)
"""Rows that decide who is paid, who may do what, and what is published."""


class Watch:
    """Notes what each transaction of a session did, and which of them changed something without an entry."""

    def __init__(self) -> None:
        self.watched = 0
        self.silent: list[str] = []

    def look(self, of: tuple[Library, Session, Changes], commit: Commit, *, everywhere: bool = False) -> None:
        """Commit as the library does, and judge what was committed by the desk (or by anybody)."""
        _, session, _ = of
        commit(*of)
        told = session.info.pop("told", set())
        done = session.info.pop("done", set())
        if done - {"seen"} and (everywhere or _is_of_desk()):
            self.watched += 1
            if "event" not in told:
                self.silent.append(", ".join(sorted(done)))


def _is_of_desk() -> bool:
    """Tell whether the transaction that is being committed was begun by the desk, and not by a test itself."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_name != "__exit__":
        frame = frame.f_back
    return frame.f_back is not None and "/workbench/desk/" in frame.f_back.f_code.co_filename


def note(session: Session, *_: object) -> None:
    """Note what a flush is about to write."""
    done = session.info.setdefault("done", set())
    told = session.info.setdefault("told", set())
    for row in [*session.new, *session.dirty, *session.deleted]:
        if isinstance(row, Event):
            told.add("event")
        elif isinstance(row, StoredSetting) and row.name.startswith("seen event"):
            done.add("seen")
        elif isinstance(row, DECIDING) and (row not in session.dirty or session.is_modified(row)):
            done.add(type(row).__name__)
        elif isinstance(row, Edition) and row in session.dirty and _changes_stage(row):
            done.add("stage")


def _changes_stage(edition: Edition) -> bool:
    state = inspect(edition)
    return any(state.attrs[name].history.has_changes() for name in ("stage", "number", "step"))


def start() -> None:
    """Listen to every session of this process."""
    if not event.contains(Session, "before_flush", note):
        event.listen(Session, "before_flush", note)


def stop() -> None:
    """Listen no more."""
    if event.contains(Session, "before_flush", note):
        event.remove(Session, "before_flush", note)
