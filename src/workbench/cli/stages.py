"""Commands that move an edition from stage to stage."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import common
from workbench.cli.editing import Reason
from workbench.desk import reviewing
from workbench.desk.reading import show
from workbench.desk.withdrawing import take_down
from workbench.errors import RefusedError


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("submit")(submit_command)
    app.command("return")(return_command)
    app.command("approve")(approve_command)
    app.command("reopen")(reopen_command)
    app.command("correct")(correct_command)
    app.command("withdraw")(withdraw_command)


def _act(
    command: typer.Context, key: str, language: str, act: object, *arguments: str, **named: object
) -> None:
    """Do it and say the stage, or say every reason why not together with the stage as it is."""
    context = common(command)
    library, by = context.library(), context.actor()
    try:
        stage = act(library, by, key, *arguments, language, **named)  # type: ignore[operator]
    except RefusedError as error:
        context.refuse(error.reasons, stage=show(library, key, language)["stage"])
        return
    context.answer({"stage": str(stage), "reasons": []}, f"{key} is now {stage}")


def submit_command(command: typer.Context, key: str, language: Language = "en") -> None:
    """Hand an edition to the reviewers."""
    _act(command, key, language, reviewing.submit)


def return_command(
    command: typer.Context,
    key: str,
    reason: Reason,
    number: Annotated[int | None, typer.Option(help="The segment it is about.")] = None,
    language: Language = "en",
) -> None:
    """Send an edition back to the translator, with a reason."""
    _act(command, key, language, reviewing.return_edition, reason, number=number)


def approve_command(command: typer.Context, key: str, language: Language = "en") -> None:
    """Approve exactly this text."""
    _act(command, key, language, reviewing.approve)


def reopen_command(command: typer.Context, key: str, language: Language = "en") -> None:
    """Take an approved edition back to in review."""
    _act(command, key, language, reviewing.reopen)


def correct_command(
    command: typer.Context,
    key: str,
    reason: Annotated[str, typer.Option(help="What is put right; the new page says so.")] = "",
    language: Language = "en",
) -> None:
    """Begin a correction of a published edition."""
    _act(command, key, language, reviewing.correct, reason=reason)


def withdraw_command(
    command: typer.Context,
    key: str,
    reason: Reason,
    folder: Annotated[
        Path | None, typer.Option("--from", help="A folder of pages, where a notice takes its place.")
    ] = None,
    note: Annotated[str, typer.Option(help="What readers are told there beside the date.")] = "",
    language: Language = "en",
) -> None:
    """Withdraw a published edition, and take its files down."""
    _act(command, key, language, reviewing.withdraw, reason)
    context = common(command)
    if folder is not None and not context.status:
        take_down(context.library(), context.actor(), key, folder, language, note=note)
