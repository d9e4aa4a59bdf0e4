"""Commands on signing keys: made, listed, brought to another computer, revoked."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.cli.context import common
from workbench.desk.private_keys import VARIABLE
from workbench.desk.signing_keys import KeyRow, export_key, import_key, list_keys, make_key, revoke_key

app = typer.Typer(no_args_is_help=True, help="Signing keys: whoever has one signs what they approve.")

Passphrase = Annotated[
    bool,
    typer.Option(
        "--passphrase", help=f"Keep it in a file; the passphrase is asked for, or {VARIABLE} holds it."
    ),
]


@app.command("list")
def list_command(command: typer.Context) -> None:
    """List all keys with whose they are, also those that were revoked."""
    context = common(command)
    for row in list_keys(context.library(create=False)):
        context.answer_line(_shown(row), _said(row))


@app.command("make")
def make_command(command: typer.Context, passphrase: Passphrase = False) -> None:
    """Make a key of one's own, kept in the keyring, and sign approvals with it; a former one is revoked."""
    context = common(command)
    row = make_key(context.library(), context.actor(), passphrase=_asked(is_new=True) if passphrase else "")
    context.answer(_shown(row), _said(row))


@app.command("revoke")
def revoke_command(
    command: typer.Context,
    key: Annotated[str, typer.Argument(help="Its fingerprint, or how that begins.")],
    reason: Annotated[str, typer.Option(help="Why; it is kept.")],
) -> None:
    """Revoke a key that is lost or no longer used: one's own, or as an admin anybody's."""
    context = common(command)
    row = revoke_key(context.library(), context.actor(), key, reason)
    context.answer(_shown(row), _said(row))


@app.command("export")
def export_command(command: typer.Context, file: Path) -> None:
    """Write one's own key to a file for another computer, protected by a passphrase."""
    context = common(command)
    export_key(context.library(), context.actor(), file, _asked(is_new=True))
    context.answer({"path": str(file)}, f"wrote  {file}")


@app.command("import")
def import_command(command: typer.Context, file: Path) -> None:
    """Take one's own key from a file of another computer."""
    context = common(command)
    row = import_key(context.library(), context.actor(), file, _asked())
    context.answer(_shown(row), _said(row))


def _asked(*, is_new: bool = False) -> str:
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    while True:
        passphrase = getpass("Passphrase: ")
        if not is_new or getpass("Once more: ") == passphrase:
            return passphrase
        print("They differ. Type it again.", file=sys.stderr)


def _shown(row: KeyRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "key": row.fingerprint,
        "public": row.public,
        "since": row.added_at.isoformat(),
        "revoked": row.revoked_at.isoformat() if row.revoked_at else None,
        "reason": row.reason,
    }


def _said(row: KeyRow) -> str:
    until = f"  revoked {row.revoked_at:%Y-%m-%d}: {row.reason}" if row.revoked_at else ""
    return f"{row.fingerprint}  {row.name}  since {row.added_at:%Y-%m-%d}{until}"
