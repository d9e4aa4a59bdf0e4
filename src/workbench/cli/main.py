"""Where the program begins: the words are split, and the window or one command is loaded, never both."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from workbench.cli.commands import MODULES
from workbench.cli.context import DONE, NOT_UNDERSTOOD, take_common
from workbench.cli.opening import are_files, open_window
from workbench.errors import WorkbenchError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status (CLI.md); never a traceback a user can cause."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        context, rest = take_common(given)
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return NOT_UNDERSTOOD
    try:
        if not rest or _wants_files(rest):
            return open_window(context, rest)
        from workbench.cli.running import run_command  # which a window does not need

        return run_command(context, rest)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    finally:
        context.close()


def _wants_files(rest: Sequence[str]) -> bool:
    """Tell whether there is no command but files to open, as a file manager hands them over."""
    return not any(rest[0] in words.split() for words in MODULES.values()) and are_files(rest)


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
    sys.exit(open_window(context, rest))
