"""Commands on people and what they are credited for."""

from __future__ import annotations

import csv
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli import signing
from workbench.cli.context import common
from workbench.desk.counting import CreditLine, credit_lines
from workbench.desk.reporting import write_statistics
from workbench.desk.staffing import add_person, list_people, set_person
from workbench.model.kinds import Role
from workbench.model.rows import PersonRow

app = typer.Typer(no_args_is_help=True, help="Who works with the library.")


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(signing.app, name="key")
    program.add_typer(app, name="people")
    program.command("credits")(credits_command)


def _shown(row: PersonRow) -> dict[str, Any]:
    return {"name": row.name, "name_zh": row.name_zh, "roles": sorted(row.roles), "active": row.is_active}


def _said(row: PersonRow) -> str:
    zh = f" ({row.name_zh})" if row.name_zh else ""
    return f"{row.name}{zh}: {', '.join(sorted(row.roles))}{'' if row.is_active else ' – no longer active'}"


@app.command("list")
def list_command(command: typer.Context) -> None:
    """List people with their roles."""
    context = common(command)
    for row in list_people(context.library(create=False)):
        context.answer_line(_shown(row), _said(row))


@app.command("add")
def add_command(
    command: typer.Context,
    name: str,
    role: Annotated[list[Role] | None, typer.Option(help="May be given several times.")] = None,
    zh: Annotated[str, typer.Option(help="The Chinese name.")] = "",
) -> None:
    """Add somebody; the first person of a library gets all roles."""
    context = common(command)
    library = context.library()
    by = context.actor() if list_people(library) else None
    row = add_person(library, name, role or [], name_zh=zh, by=by)
    context.answer(_shown(row), _said(row))


@app.command("set")
def set_command(
    command: typer.Context,
    name: str,
    role: Annotated[list[Role] | None, typer.Option(help="All roles they shall have.")] = None,
    zh: Annotated[str | None, typer.Option(help="The Chinese name.")] = None,
    active: Annotated[
        bool | None, typer.Option("--active/--inactive", help="Still works here or not.")
    ] = None,
) -> None:
    """Change what somebody may do, their Chinese name, or whether they work here."""
    context = common(command)
    row = set_person(context.library(), context.actor(), name, roles=role, name_zh=zh, is_active=active)
    context.answer(_shown(row), _said(row))


@app.command("account")
def account_command(
    command: typer.Context,
    name: str,
    account: Annotated[str, typer.Argument(help="The database account they sign in with.")],
    make: Annotated[
        bool, typer.Option("--make", help="Make the account; its first password is asked for.")
    ] = False,
) -> None:
    """Let somebody sign in to a library on a server with a database account."""
    from workbench.desk.sharing import give_account

    context = common(command)
    password = ""
    if make:
        password = getpass("First password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    give_account(context.library(), context.actor_or_none(), name, account, password=password)
    context.answer({"name": name, "account": account}, f"{name} signs in as {account}.")


def credits_command(
    command: typer.Context,
    since: Annotated[str, typer.Option("--from", help="First day, as 2020-04-01.")] = "",
    until: Annotated[str, typer.Option("--to", help="Last day, as 2020-04-30.")] = "",
    as_csv: Annotated[bool, typer.Option("--csv", help="As comma-separated values.")] = False,
    to: Annotated[Path | None, typer.Option("--file", help="A CSV or XLSX file, article by article.")] = None,
) -> None:
    """Say who did how much, by person, month and role; with --as, a person sees their own figures."""
    context = common(command)
    library = context.library(create=False)
    asked_by = context.actor() if context.person is not None else None
    if to is not None:
        count = write_statistics(library, to, since=since, until=until, asked_by=asked_by)
        context.answer({"path": str(to), "lines": count}, f"wrote  {to}")
        return
    lines = credit_lines(library, since=since, until=until, asked_by=asked_by)
    if as_csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(CreditLine._fields)
        writer.writerows(lines)
        return
    for line in lines:
        said = f"{line.month}  {line.role:<12} {line.person:<24} {line.articles:>4} articles {line.characters:>8} chars"
        context.answer_line(line._asdict(), said)
