"""Commands on what the house has decided for good: names with their titles, and exceptions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli.context import WITH_PROBLEMS, CommandContext, common
from workbench.desk import deciding
from workbench.errors import Problem, WorkbenchError
from workbench.model.house import (
    ExceptionValue,
    NameValue,
    StoredException,
    StoredName,
    reads_titles,
    says_titles,
)
from workbench.model.passage import HeldTitle
from workbench.sentences import say

names = typer.Typer(no_args_is_help=True, help="Names of people and places as the house writes them.")
exceptions = typer.Typer(no_args_is_help=True, help="What the checks accept for good.")
Text = Annotated[str, typer.Argument(help="Words that stand in them.")]
Table = Annotated[Path, typer.Argument(help=".csv, .tsv or .xlsx")]


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.add_typer(names, name="names")
    program.add_typer(exceptions, name="exceptions")


@names.command("list")
def list_names_command(command: typer.Context, text: Text = "") -> None:
    """List the names with their titles."""
    context = common(command)
    for each in deciding.list_names(context.library(create=False), text):
        context.answer_line(_shown_name(each), _said_name(each))


@names.command("set")
def set_name_command(
    command: typer.Context,
    zh: Annotated[str, typer.Argument(help="The Chinese form.")],
    en: Annotated[str, typer.Argument(help="The English form.")],
    also: Annotated[list[str] | None, typer.Option(help="Another English form; several times.")] = None,
    title: Annotated[
        list[str] | None, typer.Option(help="“省长 = governor [2016-09-05 - 2020-11-24]”; several times.")
    ] = None,
    note: Annotated[str, typer.Option()] = "",
) -> None:
    """Add a name, or put another in place of the one with the same Chinese."""
    context = common(command)
    library = context.library()
    known = {each.value.source: each.id for each in deciding.list_names(library)}
    value = NameValue(zh, en, tuple(also or ()), _titles(title or []), note)
    number = deciding.save_name(library, context.actor(), value, name_id=known.get(zh, 0))
    stored = StoredName(number, value)
    context.answer(_shown_name(stored), _said_name(stored))


def _titles(texts: list[str]) -> tuple[HeldTitle, ...]:
    try:
        return tuple(title for text in texts for title in reads_titles(text))
    except ValueError as error:
        raise WorkbenchError(
            say("{text} is no title. Write 省长 = governor [2016-09-05 - 2020-11-24].", text=error.args[0])
        ) from error


@names.command("remove")
def remove_names_command(command: typer.Context, zh: Annotated[list[str], typer.Argument()]) -> None:
    """Take names out, by their Chinese form."""
    context = common(command)
    library = context.library()
    ids = [each.id for each in deciding.list_names(library) if each.value.source in zh]
    count = deciding.remove_names(library, context.actor(), ids)
    context.answer({"removed": count}, f"{count} removed")


@names.command("import")
def import_names_command(command: typer.Context, file: Path) -> None:
    """Add the names of a table."""
    context = common(command)
    _imported(context, *deciding.import_names(context.library(), file, by=context.actor()))


@names.command("export")
def export_names_command(command: typer.Context, file: Table) -> None:
    """Write the names to a table."""
    context = common(command)
    count = deciding.export_names(context.library(create=False), file)
    context.answer({"count": count, "path": str(file)}, f"{count} written to {file}")


@exceptions.command("list")
def list_exceptions_command(command: typer.Context, text: Text = "") -> None:
    """List the exceptions, newest first."""
    context = common(command)
    for each in deciding.list_exceptions(context.library(create=False), text):
        context.answer_line(_shown_exception(each), _said_exception(each))


@exceptions.command("add")
def add_exception_command(
    command: typer.Context,
    zh: Annotated[str, typer.Argument(help="The Chinese words; “” for English that may always stand.")],
    en: Annotated[str, typer.Argument(help="The English they may stand as; without it a trap.")] = "",
    reason: Annotated[str, typer.Option("--reason")] = "",
) -> None:
    """Accept a pair for good; Chinese alone is a trap: no number."""
    context = common(command)
    value = ExceptionValue(zh, en, reason)
    number = deciding.save_exception(context.library(), context.actor(), value)
    document = {"id": number, "kind": str(value.kind), "zh": zh, "en": en, "reason": reason}
    context.answer(document, f"{number}\t{value.kind}\t{zh}\t{en}")


@exceptions.command("set")
def set_exception_command(
    command: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID")],
    zh: Annotated[str, typer.Argument(help="The Chinese words.")],
    en: Annotated[str, typer.Argument(help="The English they may stand as; without it a trap.")] = "",
    reason: Annotated[str, typer.Option("--reason", help="Without it the reason stays.")] = "",
) -> None:
    """Put an exception right, by its number; it gets a new one."""
    context = common(command)
    library = context.library()
    old = next((each.value for each in deciding.list_exceptions(library) if each.id == number), None)
    if old is None:
        raise WorkbenchError(
            say("There is no exception {number}. “exceptions list” shows them.", number=number)
        )
    value = ExceptionValue(zh, en, reason or old.reason, old.check)
    saved = deciding.save_exception(library, context.actor(), value, exception_id=number)
    document = {"id": saved, "kind": str(value.kind), "zh": zh, "en": en, "reason": value.reason}
    context.answer(document, f"{saved}\t{value.kind}\t{zh}\t{en}")


@exceptions.command("remove")
def remove_exceptions_command(
    command: typer.Context, ids: Annotated[list[int], typer.Argument(metavar="ID…")]
) -> None:
    """Take exceptions back, by their numbers."""
    context = common(command)
    count = deciding.remove_exceptions(context.library(), context.actor(), ids)
    context.answer({"removed": count}, f"{count} removed")


@exceptions.command("import")
def import_exceptions_command(command: typer.Context, file: Path) -> None:
    """Accept the pairs of a table for good."""
    context = common(command)
    _imported(context, *deciding.import_exceptions(context.library(), file, by=context.actor()))


@exceptions.command("export")
def export_exceptions_command(command: typer.Context, file: Table) -> None:
    """Write the exceptions to a table."""
    context = common(command)
    count = deciding.export_exceptions(context.library(create=False), file)
    context.answer({"count": count, "path": str(file)}, f"{count} written to {file}")


def _imported(context: CommandContext, count: int, problems: list[Problem]) -> None:
    if problems:
        context.status = WITH_PROBLEMS
    shown = [{"path": p.path, "place": p.place, "message": p.message} for p in problems]
    context.answer(
        {"count": count, "problems": shown},
        [f"{count} added", *(f"{p.place}: {p.message}" for p in problems)],
    )


def _shown_name(stored: StoredName) -> dict[str, Any]:
    value = stored.value
    titles = [
        {"zh": t.source, "en": t.target, "from": _iso(t.valid_from), "to": _iso(t.valid_to)}
        for t in value.titles
    ]
    return {"id": stored.id, "zh": value.source, "en": value.target, "also": value.also, "titles": titles,
            "note": value.note}  # fmt: skip


def _said_name(stored: StoredName) -> str:
    value = stored.value
    cells = [value.source, value.target, " | ".join(value.also), says_titles(value.titles), value.note]
    return "\t".join(cells).rstrip()


def _shown_exception(stored: StoredException) -> dict[str, Any]:
    value = stored.value
    return {"id": stored.id, "kind": str(value.kind), "zh": value.source, "en": value.target,
            "reason": value.reason, "check": value.check, "person": stored.person,
            "at": stored.at.isoformat()}  # fmt: skip


def _said_exception(stored: StoredException) -> str:
    value = stored.value
    return f"{stored.id}\t{value.kind}\t{value.source}\t{value.target}\t{value.reason}\t{stored.person}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
