"""The commands that need windows: opening them, and the demonstration with its pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli.context import DONE, NOT_UNDERSTOOD, WITH_PROBLEMS, CommandContext, common


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("demo")(demo_command)


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
    from workbench.ui.app import run  # the only way from the command line to Qt

    return int(run(context.place, context.person, files) or DONE)


def has_screen() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demo_command(
    command: typer.Context,
    to: Annotated[Path, typer.Option("--to", help="A folder for the library, the pages and the pictures.")],
    screens: Annotated[bool, typer.Option("--screens", help="Also a picture of each screen.")] = False,
) -> None:
    """Do the main job on the sample: import, draft, check, submit, approve, publish."""
    from workbench.desk.demonstrating import demonstrate  # loads all formats

    context = common(command)
    report = demonstrate(to)
    document: dict[str, Any] = {"files": [str(file) for file in report.files], "screens": []}
    said = [*report.said, *(f"wrote  {file}" for file in report.files)]
    if screens:
        pictures = _pictures(report.library, to / "screens")
        document["screens"] = [str(picture) for picture in pictures]
        said += [f"drew   {picture}" for picture in pictures]
    context.answer(document, said)


def _pictures(library: Path, folder: Path) -> list[Path]:
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from workbench.ui.pictures import render_screens  # Qt, and only when pictures are wanted

    return list(render_screens(library, folder))
