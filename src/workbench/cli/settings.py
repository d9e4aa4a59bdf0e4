"""The command `settings`, made from the declarations."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.context import common
from workbench.desk.settling import change_setting, read_settings
from workbench.desk.staffing import list_people
from workbench.settings import DECLARED, setting


def add_commands(program: typer.Typer) -> None:
    """Add this command to the program."""
    program.command("settings")(settings_command)


def settings_command(
    command: typer.Context,
    name: Annotated[str | None, typer.Argument(help="A setting.")] = None,
    value: Annotated[str | None, typer.Argument(help="Its new value.")] = None,
) -> None:
    """Show the library's settings, or change one."""
    context = common(command)
    library = context.library()
    if name is None:
        values = read_settings(library)
        context.answer(dict(values), [f"{s.name} = {values[s.name]}   {s.label}" for s in DECLARED])
        return
    setting(name)
    if value is not None:
        by = context.actor() if list_people(library) else None
        change_setting(library, by, name, value)
    now = read_settings(library)[name]
    context.answer({"name": name, "value": now}, f"{name} = {now}")
