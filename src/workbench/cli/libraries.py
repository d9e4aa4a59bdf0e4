"""Commands on the library itself."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, common
from workbench.desk.keeping import backup, check_library, describe, restore
from workbench.errors import WorkbenchError
from workbench.library.library import init_library
from workbench.library.place import find_place
from workbench.sentences import say

app = typer.Typer(no_args_is_help=True, help="The library itself.")


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.add_typer(app, name="library")


@app.command("init")
def init_command(
    command: typer.Context, place: Annotated[str, typer.Argument(help="A path or URL.")]
) -> None:
    """Make a new library: a file, or everything it takes in an empty database of a server."""
    context = common(command)
    context.warn(place)
    with init_library(place) as library:
        context.answer(
            {"ok": True, "problems": [], "library": library.name}, f"The library {library.name} is ready."
        )


@app.command("sample")
def sample_command(
    command: typer.Context, place: Annotated[str, typer.Argument(help="The path of the new library.")]
) -> None:
    """Make a library with a dozen sample articles in every stage, to try everything out on."""
    from workbench.desk.sampling import make_sample_library

    context = common(command)
    path = Path(place).expanduser().absolute()
    context.warn(str(path))
    context.watch(make_sample_library(path))
    context.answer(
        {"ok": True, "problems": [], "path": str(path)},
        f"The sample library is ready. Open it: workbench -L {path}",
    )


@app.command("info")
def info_command(command: typer.Context) -> None:
    """Say what is in the library."""
    context = common(command)
    found = describe(context.library(create=False))
    context.answer(
        {"ok": True, "problems": [], **found}, [f"{name}: {value}" for name, value in found.items()]
    )


@app.command("check")
def check_command(
    command: typer.Context,
    against: Annotated[Path | None, typer.Option("--against", help="A seal that was kept elsewhere.")] = None,
) -> None:
    """Check the library for damage, and rows, events, approvals and signatures for changes past this program."""
    from workbench.desk.verifying import promises

    context = common(command)
    library = context.library(create=False)
    verdict = check_library(library, against=against)
    if verdict.problems:
        context.status = WITH_PROBLEMS
    promise = promises(library)
    document = {
        "ok": not verdict.problems,
        "problems": verdict.problems,
        "events": verdict.events,
        "promise": promise,
    }
    context.answer(document, [*(verdict.problems or ["The library is sound."]), promise])


@app.command("seal")
def seal_command(
    command: typer.Context,
    to: Annotated[Path, typer.Option("--to", help="A file to give to somebody else.")],
) -> None:
    """Write the seal of the library: whoever keeps it can tell later that nothing was cut off, put back or rewritten."""
    from workbench.desk.anchoring import write_seal

    context = common(command)
    seal = write_seal(context.library(create=False), to)
    context.answer(
        {"ok": True, "problems": [], "path": str(to), "events": seal.events, "head": seal.head},
        f"wrote  {to}  ({seal.events} events)",
    )


@app.command("accept")
def accept_command(
    command: typer.Context, reason: Annotated[str, typer.Option(help="Why; it is kept.")]
) -> None:
    """Take changes made outside this program for good, as an admin: the library is sealed as it stands."""
    from workbench.desk.keeping import accept_outside_changes

    context = common(command)
    found = accept_outside_changes(context.library(create=False), context.actor(), reason)
    context.answer({"ok": True, "problems": found}, [*found, "Taken for good."])


@app.command("backup")
def backup_command(
    command: typer.Context,
    to: Annotated[
        str, typer.Option("--to", help="A file; by default dated, in the folder “backups” beside it.")
    ] = "",
) -> None:
    """Make a verified copy of the library."""
    context = common(command)
    copy = backup(context.library(create=False), to)
    context.answer({"ok": True, "problems": [], "path": str(copy)}, f"Backed up to {copy}")


@app.command("restore")
def restore_command(
    command: typer.Context, copy: Annotated[str, typer.Argument(help="A backup file.")]
) -> None:
    """Put a backup in the place of the library; what stood there is kept beside it."""
    context = common(command)
    kept = restore(context.place, copy)
    context.answer(
        {"ok": True, "problems": [], "kept": str(kept or "")}, f"Restored. The former file is {kept}."
    )


@app.command("repair")
def repair_command(command: typer.Context) -> None:
    """Repair a damaged library: read what can be read, else go back to the newest good copy; say what went back."""
    from workbench.desk.repairing import repair, told_at

    context = common(command)
    told = repair(str(find_place(context.place).path or context.place))
    if not told.damage:
        context.answer({"ok": True, "problems": []}, "The library is sound; nothing was done.")
        return
    back = [{"key": one.key, "number": one.number, "at": told_at(one.at)} for one in told.went_back]
    document = {
        "ok": True,
        "problems": told.damage,
        "kept": str(told.kept or ""),
        "base": str(told.base or ""),
        "brought": told.brought,
        "beside": told.beside,
        "replayed": len(told.replayed),
        "went_back": back,
    }
    said = [f"The damaged file is kept as {told.kept}."]
    said.append(f"Gone back to {told.base}." if told.base else "Everything in it could be read.")
    said += [f"{one['key']}, segment {one['number']}: as it was at {one['at']}" for one in back]
    context.answer(document, said)


@app.command("migrate")
def migrate_command(command: typer.Context) -> None:
    """Bring the library up to date (opening it does the same)."""
    context = common(command)
    found = describe(context.library(create=False))
    context.answer({"ok": True, "problems": [], **found}, f"The library is at schema {found['schema']}.")


@app.command("move")
def move_command(
    command: typer.Context, place: Annotated[str, typer.Argument(help="The path or URL of the new library.")]
) -> None:
    """Copy the library to another file or to a server, verified; the library itself stays where it is."""
    from workbench.desk.sharing import move_library

    context = common(command)
    context.watch(move_library(context.library(create=False), place))
    shown = find_place(place)
    where = shown.path or shown.url.render_as_string(hide_password=True)
    well = say("The library stands at {place} too. Open it there: workbench -L {place}", place=where)
    context.answer({"ok": True, "problems": [], "path": str(where)}, well)


@app.command("sign-in")
def sign_in_command(
    command: typer.Context,
    forget: Annotated[bool, typer.Option("--forget", help="Take the password out of the keyring.")] = False,
) -> None:
    """Keep the password of a library on a server in the system's keyring (asked for, or read from standard input)."""
    from workbench.library.server.connecting import forget_password, remember_password

    context = common(command)
    place = find_place(context.place)
    if place.path is not None:
        raise WorkbenchError(say("{name} is a file; it has no password.", name=place.name))
    if forget:
        forget_password(place)
        context.answer({"ok": True, "problems": []}, "The password is forgotten.")
        return
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    is_kept = remember_password(place, password, keep=True)
    context.library(create=False)
    if not is_kept:
        raise WorkbenchError(
            say("There is no keyring on this system. Set PGPASSWORD, or use libpq's password file.")
        )
    context.answer({"ok": True, "problems": []}, "The password is right and kept in the keyring.")
