"""The guards of a shared library: installed by its owner, asked by everybody's program (resources/server/guard.sql)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from workbench.resources import resource


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whom the server takes this connection for: a person's id (None: nobody) and whether it is the owner."""

    person_id: int | None
    is_owner: bool


def install(connection: Connection, schema: int) -> None:
    """Make or renew schema `guard`, its triggers and its grants; only the database's owner may."""
    driver: Any = connection.connection.driver_connection
    driver.execute(_script())
    connection.execute(text("DELETE FROM guard.demands"))
    connection.execute(
        text("INSERT INTO guard.demands (client_schema, script) VALUES (:schema, :script)"),
        {"schema": schema, "script": _digest()},
    )


def is_current(connection: Connection) -> bool:
    """Tell whether the library has the guards of this very program."""
    return bool(connection.scalar(text("SELECT script FROM guard.demands")) == _digest())


def is_there(connection: Connection) -> bool:
    """Tell whether this database has guards at all."""
    return bool(connection.scalar(text("SELECT to_regnamespace('guard') IS NOT NULL")))


def signed_in(connection: Connection) -> SignedIn:
    """Ask the server who we are."""
    row = connection.execute(text("SELECT person_id, is_owner FROM guard.signed_in()")).one()
    return SignedIn(row.person_id, bool(row.is_owner))


def attach(connection: Connection, account: str, person_id: int) -> None:
    """Attach a database account to a person; the server refuses whoever may not."""
    connection.execute(
        text("SELECT guard.attach(CAST(:account AS name), :person)"),
        {"account": account, "person": person_id},
    )


def _script() -> str:
    return resource("server/guard.sql").read_text("utf-8")


def _digest() -> str:
    return hashlib.sha256(_script().encode()).hexdigest()


def make_account(connection: Connection, account: str, password: str) -> None:
    """Make a database account that can sign in; the server refuses whoever may not make roles."""
    from psycopg import sql

    driver: Any = connection.connection.driver_connection
    driver.execute(
        sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(account), sql.Literal(password))
    )


def has_account(connection: Connection, account: str) -> bool:
    """Tell whether the server knows an account of that name."""
    query = text("SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = :account)")
    return bool(connection.scalar(query, {"account": account}))
