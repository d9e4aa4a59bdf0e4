"""The command line: one small module a group of commands, one table that joins them."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from workbench.cli.aligning import align, plain_request
from workbench.cli.context import (
    DONE,
    NO_LIBRARY,
    NOT_UNDERSTOOD,
    WITH_PROBLEMS,
    CommandContext,
    take_common,
)
from workbench.errors import LibraryError, RefusedError, WorkbenchError

if TYPE_CHECKING:
    import typer
    from typer.exceptions import TyperException

MODULES = {
    "articles": "import list show draft",
    "editing": "edit confirm omit split join move comment resolve accept set assign",
    "finding": "find replace",
    "stages": "submit return approve reopen correct withdraw",
    "checking": "check",
    "going_over": "compare walk answer restore-approved release unlock notices sheet",
    "publishing": "publish verify",
    "exchanging": "send merge",
    "windows": "demo",
    "memory": "memory",
    "terms": "terms",
    "words": "lookup words",
    "deciding": "names exceptions",
    "people": "people credits",
    "libraries": "library",
    "settings": "settings",
    "engines": "engines",
}
"""Which module holds which commands: only the one that was asked for is loaded, so that `list` starts fast."""


def make_app(word: str = "") -> typer.Typer:
    """Return the program with the commands of the module that holds `word`; with all when none does."""
    import typer

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status (CLI.md); never a traceback a user can cause."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        context, rest = take_common(given)
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return NOT_UNDERSTOOD
    try:
        if not rest or _are_files(rest):
            return _open_window(context, rest)
        return _run(context, rest)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    finally:
        context.close()


def _run(context: CommandContext, rest: list[str]) -> int:
    try:
        request = plain_request(rest)
        if request is None:
            return _run_any(context, rest)
        align(context, request)
    except LibraryError as error:
        _say(context, {"problems": [_problem(str(error))]}, str(error))
        return NO_LIBRARY
    except RefusedError as error:
        context.refuse(error.reasons)
        return WITH_PROBLEMS
    except WorkbenchError as error:
        problem = _problem(str(error), getattr(error, "place", ""))
        _say(context, {"problems": [problem], "reasons": []}, str(error))
        return WITH_PROBLEMS
    except OSError as error:
        if error.filename is None:
            raise
        problem = {"path": str(error.filename), "place": "", "message": _sentence(error)}
        _say(context, {"problems": [problem], "reasons": []}, problem["message"])
        return WITH_PROBLEMS
    return context.status


def _run_any(context: CommandContext, rest: list[str]) -> int:
    """Run whatever command the words name."""
    from typer.exceptions import Abort, Exit, TyperException
    from typer.main import get_command

    try:
        get_command(make_app(rest[0])).main(rest, prog_name="workbench", standalone_mode=False, obj=context)
    except Exit as leaving:
        return leaving.exit_code or context.status
    except TyperException as error:
        _explain(error)
        return NOT_UNDERSTOOD
    except Abort:
        print("Stopped. Nothing is half done.", file=sys.stderr)
        return WITH_PROBLEMS
    return context.status


def _sentence(error: OSError) -> str:
    """Say what a file or folder the person named could not be used for."""
    return f"{error.filename} cannot be used: {error.strerror}. Name another file or folder."


def _are_files(rest: Sequence[str]) -> bool:
    """Tell whether there is no command but files to open, as a file manager hands them over."""
    if any(rest[0] in words.split() for words in MODULES.values()):
        return False
    from workbench.cli.windows import are_files

    return are_files(rest)


def _open_window(context: CommandContext, rest: Sequence[str] = ()) -> int:
    from workbench.cli.windows import open_window

    return open_window(context, rest)


def _explain(error: TyperException) -> None:
    """Say what was wrong with the command's words, and how it is used."""
    show = getattr(error, "show", None)
    if callable(show):
        show(file=sys.stderr)
    else:
        print(error, file=sys.stderr)


def _problem(message: str, place: str = "") -> dict[str, str]:
    return {"path": "", "place": place, "message": message}


def _say(context: CommandContext, document: dict[str, Any], sentence: str) -> None:
    if context.as_json:
        print(json.dumps(document, ensure_ascii=False))
    print(sentence, file=sys.stderr)


def run() -> None:
    """Run as the `workbench` program; garbage is looked for rarely, since a command soon ends."""
    gc.set_threshold(200_000, 50, 100)
    status = main()
    if "PySide6" not in sys.modules:
        _leave(status)
    sys.exit(status)


def _leave(status: int) -> None:
    """End the process at once, all being said and closed: taking the interpreter apart can take a tenth of a second."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BrokenPipeError, ValueError):  # whoever read has gone
            stream.flush()
    os._exit(status)


def desktop() -> None:
    """Run as the `workbench-desktop` program: the window alone, with the files it is given."""
    context, rest = take_common(sys.argv[1:])
    sys.exit(_open_window(context, rest))
