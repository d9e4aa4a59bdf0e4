"""The command `engines`: which there are, whether they can be used, and what was sent to them."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, CommandContext, common
from workbench.errors import EngineError


def add_commands(program: typer.Typer) -> None:
    """Add this command to the program."""
    program.command("engines")(engines_command)


def engines_command(
    command: typer.Context,
    engine: Annotated[str | None, typer.Argument(help="An engine to try.")] = None,
) -> None:
    """List the draft engines with what was sent to them, or try one of them."""
    context = common(command)
    if engine is None:
        _list(context)
    else:
        _try(context, engine)


def _list(context: CommandContext) -> None:
    from workbench.desk.accounts import list_engines, sent_by_people
    from workbench.desk.machine import engine_figures

    library = context.library()
    engines = list_engines(library)
    sent, figures = sent_by_people(library), engine_figures(library)
    said = [f"{e.key:<12} {e.label}" + (f" (key: {e.place_of_key})" if e.takes_key else "") for e in engines]
    said += [f"{s.month}  {s.person or '–':<20} {s.engine:<12} {s.characters:>9,} characters" for s in sent]
    said += [
        f"{f.engine}: {f.rows} approved segments, {f.unchanged} unchanged, {f.percent_changed} % of the characters changed"
        for f in figures
    ]
    document = {
        "engines": [one._asdict() for one in engines],
        "sent": [one._asdict() for one in sent],
        "figures": [one._asdict() for one in figures],
    }
    context.answer(document, said)


def _try(context: CommandContext, engine: str) -> None:
    from workbench.desk.accounts import try_engine

    try:
        said, works = try_engine(context.library(), engine), True
    except EngineError as error:
        said, works = str(error), False
        context.status = WITH_PROBLEMS
    context.answer({"engine": engine, "works": works, "message": said}, said)
