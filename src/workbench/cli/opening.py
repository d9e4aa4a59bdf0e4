"""Opening the window from the command line, with or without files."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from workbench.cli.context import DONE, NOT_UNDERSTOOD, WITH_PROBLEMS, CommandContext


def are_files(words: Sequence[str]) -> bool:
    """Tell whether words name files or addresses to open in the window: each has an ending, a slash or is there."""
    return all(
        not word.startswith("-") and ("/" in word or Path(word).suffix or Path(word).exists())
        for word in words
    )


def open_window(context: CommandContext, words: Sequence[str] = ()) -> int:
    """Open the window on the library, with files in it; say so where there is no screen or no such file."""
    files = [word if "://" in word else str(Path(word).absolute()) for word in words]
    for file in files:
        if "://" not in file and not Path(file).exists():
            print(f"{file} is not there. Look at its name and folder, then try again.", file=sys.stderr)
            return WITH_PROBLEMS
    libraries = [file for file in files if file.endswith(".workbench")]
    if context.place is None and len(libraries) == 1:
        context.place = libraries[0]
        files.remove(libraries[0])
    if not has_screen():
        print(
            "There is no screen here. “workbench --help” lists the commands; “workbench demo” shows the job.",
            file=sys.stderr,
        )
        return NOT_UNDERSTOOD
    gc.disable()  # what is loaded now stays; `run` looks for garbage again when the window can be used
    from workbench.ui.app import run  # the only way from the command line to Qt

    return int(run(context.place, context.person, files) or DONE)


def has_screen() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
