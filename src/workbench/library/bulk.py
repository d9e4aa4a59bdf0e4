"""Many rows of one table at once: for a file one by one through the driver, for a server as one statement of arrays.

A server guards and answers each statement. As `VALUES` a thousand rows carry thousands of parameters, which the driver takes
longer to name than the server to store; as arrays they carry one a column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import (
    ARRAY,
    BindParameter,
    Connection,
    FromClause,
    Table,
    TableValuedAlias,
    bindparam,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from workbench.model.edition import Target

FEW = 5
"""Up to so many changed targets are left to the session, which writes one after the other."""


def write_rows(connection: Connection, table: FromClause, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns; what they do not name gets its default."""
    if not rows:
        return
    into = insert(cast("Table", table))
    if connection.dialect.name == "sqlite":
        connection.execute(into, rows)
        return
    names = list(rows[0])
    given = _arrays(table, names)
    chosen = select(*(given.c[name] for name in names))
    connection.execute(into.from_select(names, chosen), _columns(rows))


def write_targets_together(session: Session, *_: object) -> None:
    """Write many changed targets as one statement before a flush, each only while its version is the one that was seen.

    Raises what the session itself raises for a target that somebody has changed since.
    """
    changed = [one for one in session.dirty if isinstance(one, Target) and session.is_modified(one)]
    if len(changed) <= FEW:
        return
    names = sorted({each.key for one in changed for each in inspect(one).attrs if each.history.has_changes()})
    rows = [{name: getattr(one, name) for name in ("id", "version", *names)} for one in changed]
    table = Target.__table__
    given = _arrays(table, list(rows[0]))
    is_same = (table.c.id == given.c.id, table.c.version == given.c.version)
    values = {name: given.c[name] for name in names} | {"version": table.c.version + 1}
    written = session.connection().execute(
        update(cast("Table", table)).where(*is_same).values(values), _columns(rows)
    )
    if written.rowcount != len(changed):
        raise StaleDataError
    for one in changed:
        for name in names:
            set_committed_value(one, name, getattr(one, name))
        set_committed_value(one, "version", one.version + 1)


def _arrays(table: FromClause, names: Sequence[str]) -> TableValuedAlias:
    """Return rows that come as an array a column, to be bound by `_columns`."""
    arrays: list[BindParameter[Any]] = [
        bindparam(f"all_{name}", type_=ARRAY(table.c[name].type)) for name in names
    ]
    return func.unnest(*arrays).table_valued(*names).render_derived()


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    return {f"all_{name}": [row[name] for row in rows] for name in rows[0]}
