"""Commits over a network: announced with the commit, and never done twice nor taken for lost when they were not."""

from __future__ import annotations

import time
from uuid import UUID, uuid4

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from workbench.library.server.announcing import announce
from workbench.library.server.patience import watched
from workbench.model.changes import Changes

_MARK = text("SELECT guard.mark(:operation), pg_current_xact_id()::text AS number")
_HAPPENED = text(
    "SELECT guard.happened(:operation) AS is_done, pg_xact_status(CAST(:number AS xid8)) AS state"
)
PAUSES = (0.05, 0.1, 0.4, 1.0, 2.0, 4.0)
"""Seconds before each question whether a commit whose answer was lost happened after all."""


def commit(engine: Engine, session: Session, changes: Changes, client: str) -> None:
    """Commit a transaction with its announcement and its mark.

    When the connection breaks before the answer, the mark tells whether the commit happened: then all is
    well, else the driver's error is raised and nothing was written (RELIABILITY.md, D16: of 300 commits cut
    in the middle a naive retry did 151 twice).
    """
    session.flush()
    connection = session.connection()
    operation = uuid4()
    number = connection.execute(_MARK, {"operation": operation}).one().number
    announce(connection, changes, client)
    try:
        with watched(connection):
            session.commit()
    except DBAPIError as error:
        if not error.connection_invalidated or not _happened(engine, operation, number):
            raise


def _happened(engine: Engine, operation: UUID, number: str) -> bool:
    """Ask for the mark until it is there or the server has given the transaction up.

    The mark decides, not the transaction's number, which another server may have given out again after a
    failover.
    """
    for pause in PAUSES:
        time.sleep(pause)
        try:
            with engine.connect() as connection:
                answer = connection.execute(_HAPPENED, {"operation": operation, "number": number}).one()
        except DBAPIError:
            continue
        if answer.is_done or answer.state != "in progress":
            return bool(answer.is_done)
    return False
