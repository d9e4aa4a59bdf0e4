"""The command `credit`: putting a credit line right."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import common
from workbench.cli.editing import Reason
from workbench.desk.crediting import correct_credit
from workbench.model.kinds import CreditRole


def add_commands(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command("credit")(credit_command)


def credit_command(
    command: typer.Context,
    key: str,
    role: Annotated[CreditRole, typer.Option(help="Whose line it is.")],
    reason: Reason,
    name: Annotated[list[str] | None, typer.Option(help="In order; none leaves the line empty.")] = None,
    language: Language = "en",
) -> None:
    """Put a credit line right, with a reason that is kept."""
    context = common(command)
    line = correct_credit(context.library(), context.actor(), key, role, name or [], reason, language)
    context.answer({"role": str(role), "names": list(line)}, f"{role}: {', '.join(line) or '–'}")
