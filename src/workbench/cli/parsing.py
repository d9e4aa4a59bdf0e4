"""The parser of all commands: only the module with the one that was asked for is loaded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import typer
from typer.exceptions import Abort, Exit, TyperException
from typer.main import get_command

from workbench.cli.commands import MODULES
from workbench.cli.context import NOT_UNDERSTOOD, WITH_PROBLEMS, CommandContext


def make_app(word: str = "") -> typer.Typer:
    """Return the program with the commands of the module that holds `word`; with all when none does."""
    app = typer.Typer(
        name="workbench",
        help="Translate, review and publish Chinese news. Without a command, or with files, it opens the window.",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
        epilog="Everywhere: -L/--library PATH-OR-URL, --as NAME, --json.",
    )
    app.callback()(_whole_program)
    holders = [name for name, words in MODULES.items() if word in words.split()]
    for name in holders or MODULES:
        import_module(f"workbench.cli.{name}").add_commands(app)
    return app


def _whole_program() -> None:
    """Translate, review and publish Chinese news. Without a command it opens the window."""


def run_parsed(context: CommandContext, rest: Sequence[str]) -> int:
    """Run whatever command the words name and return its exit status."""
    try:
        get_command(make_app(rest[0])).main(
            list(rest), prog_name="workbench", standalone_mode=False, obj=context
        )
    except Exit as leaving:
        return leaving.exit_code or context.status
    except TyperException as error:
        _explain(error)
        return NOT_UNDERSTOOD
    except Abort:
        print("Stopped. Nothing is half done.", file=sys.stderr)
        return WITH_PROBLEMS
    return context.status


def _explain(error: TyperException) -> None:
    """Say what was wrong with the command's words, and how it is used."""
    show = getattr(error, "show", None)
    if callable(show):
        show(file=sys.stderr)
    else:
        print(error, file=sys.stderr)
