"""Commands that send an edition out as an exchange file and merge what comes back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import MEANT, WITH_PROBLEMS, common
from workbench.desk.guarding import MassChangeError
from workbench.desk.sending import send, take_back
from workbench.errors import Reason, RefusedError


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("send")(send_command)
    app.command("merge")(merge_command)


def send_command(
    command: typer.Context,
    key: str,
    to: Annotated[Path, typer.Option("--to", help="The file to write.")],
    format_key: Annotated[str, typer.Option("--format", help="po xliff12 xliff21 bilingual-docx json.")],
    language: Language = "en",
) -> None:
    """Write an edition, at any stage, to a file that others edit and send back."""
    context = common(command)
    path = send(context.library(), context.actor_or_none(), key, format_key, to, language)
    context.answer({"path": str(path), "format": format_key}, f"wrote  {path}")


def merge_command(
    command: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that was sent and came back.")],
    *,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Even if more than half would change, or much be emptied or un-approved."
        ),
    ] = False,
    language: Language = "en",
) -> None:
    """Take a returned file in, segment by segment; what somebody changed meanwhile is not overwritten."""
    context = common(command)
    try:
        report = take_back(context.library(), context.actor(), file, language, force=force)
    except MassChangeError as error:
        raise RefusedError(*(Reason(one.code, one.message + MEANT) for one in error.reasons)) from None
    if report.clashes:
        context.status = WITH_PROBLEMS
    document = {
        "key": report.key,
        "language": report.language,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "comments": report.comments,
        "claimed": report.claimed,
        "conflicts": [asdict(clash) for clash in report.clashes],
    }
    said = [f"{len(report.changed)} changed, {report.unchanged} unchanged, {report.comments} comments added"]
    said += [f"{c.number:>3}  {c.why}\n     here: {c.ours}\n     file: {c.theirs}" for c in report.clashes]
    if report.claimed:
        said.append(
            f"The file calls {len(report.claimed)} segments approved; only a reviewer here can do that."
        )
    context.answer(document, said)
