"""Commands for those who go over an article: compare, walk, answer; queues, and the sign-off sheet."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import common
from workbench.cli.editing import Reason
from workbench.desk import comparing, noticing, staffing, versions
from workbench.desk.commenting import answer
from workbench.desk.restoring import restore_approved
from workbench.desk.signing import write_sheet
from workbench.desk.walking import walk
from workbench.model.kinds import Role
from workbench.text.diff import differences


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("compare")(compare_command)
    app.command("walk")(walk_command)
    app.command("answer")(answer_command)
    app.command("restore-approved")(restore_command)
    app.command("release")(release_command)
    app.command("unlock")(unlock_command)
    app.command("notices")(notices_command)
    app.command("sheet")(sheet_command)


def compare_command(
    command: typer.Context,
    key: str,
    since: Annotated[
        str, typer.Option(help="submitted, draft, now, or a point; “list” names all points.")
    ] = comparing.SUBMITTED,
    until: Annotated[
        str, typer.Option(help="The version it is compared with: now, or another point.")
    ] = versions.NOW,
    language: Language = "en",
) -> None:
    """Say what changed in an edition since it was submitted, or between any two of its versions."""
    context = common(command)
    library = context.library(create=False)
    if "list" in {since, until}:
        for base in comparing.list_bases(library, key, language):
            context.answer_line(asdict(base), f"{base.key:<14} {base.name}  {base.at or ''}")
        return
    for change in versions.changes_between(library, key, since, until, language):
        context.answer_line(asdict(change), f"{change.number:>3}  {_marked(change.before, change.after)}")


def _marked(before: str, after: str) -> str:
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(marks[one.kind].format(one.text) for one in differences(before, after))


def walk_command(
    command: typer.Context,
    key: str,
    since: Annotated[
        str, typer.Option(help="submitted, draft, or a point that “compare KEY --since list” names.")
    ] = comparing.SUBMITTED,
    language: Language = "en",
) -> None:
    """List what was returned, changed or asked in an article, to be gone through one by one."""
    context = common(command)
    for stop in walk(context.library(create=False), key, language, since):
        what = stop.said or _marked(stop.before, stop.after)
        document = {**asdict(stop), "answers": [answer._asdict() for answer in stop.answers]}
        mark = f"  [{stop.comment_id}]" if stop.comment_id is not None else ""
        settled = "  (resolved)" if stop.is_settled else ""
        lines = [f"{stop.number:>3}  {stop.kind}{mark}  {stop.person}: {what}{settled}"]
        lines += [f"{'':>5}{answer.person}: {answer.text}" for answer in stop.answers]
        context.answer_line(document, "\n".join(lines))


def answer_command(
    command: typer.Context,
    comment: Annotated[int, typer.Argument(help="The number in brackets that “walk” gives.")],
    text: Annotated[str, typer.Option(help="What you answer.")],
) -> None:
    """Answer a remark or a returned segment."""
    context = common(command)
    number = answer(context.library(), context.actor(), comment, text)
    context.answer({"comment": number}, f"answered  {number}")


def restore_command(
    command: typer.Context,
    key: str,
    approval: Annotated[int | None, typer.Option(help="Which; without it the newest.")] = None,
    language: Language = "en",
) -> None:
    """Bring an approved version back as it was; the review has to be held anew."""
    context = common(command)
    edit = restore_approved(context.library(), context.actor(), key, approval, language)
    context.answer({"segments": len(edit.rows)}, f"{key}: restored as it was approved")


def release_command(
    command: typer.Context,
    key: str,
    role: Annotated[Role, typer.Option(help="translator, reviewer or editor.")],
    reason: Annotated[str, typer.Option(help="Why; it is kept.")] = "",
    language: Language = "en",
) -> None:
    """Take an article from whoever has it, so that it waits for anybody."""
    context = common(command)
    staffing.release(context.library(), context.actor(), key, role, language, reason=reason)
    context.answer({"key": key, "role": str(role)}, f"{key} waits for any {role}")


def unlock_command(command: typer.Context, key: str, reason: Reason, language: Language = "en") -> None:
    """Open every locked segment, as an admin may at any stage; it is kept who did it and why."""
    context = common(command)
    numbers = staffing.force_unlock(context.library(), context.actor(), key, reason, language)
    context.answer({"segments": numbers}, f"unlocked {', '.join(map(str, numbers)) or 'nothing'}")


def notices_command(
    command: typer.Context,
    *,
    seen: Annotated[bool, typer.Option("--seen", help="Note them as seen.")] = False,
) -> None:
    """Say what others did to the articles you work on."""
    context = common(command)
    library, by = context.library(), context.actor()
    for notice in noticing.read_notices(library, by):
        mark = "*" if notice.is_new else " "
        said = f"{mark} {notice.at:%Y-%m-%d %H:%M}  {notice.key}  {notice.person} {notice.said}"
        context.answer_line(asdict(notice), said)
    if seen:
        noticing.mark_seen(library, by)


def sheet_command(
    command: typer.Context,
    key: str,
    to: Annotated[Path, typer.Option("--to", help="A file ending in .pdf or .json.")],
    language: Language = "en",
) -> None:
    """Write the sign-off sheet: who did what when, what was decided, which text was approved."""
    context = common(command)
    if to.suffix.lower() == ".pdf":
        from workbench.ui.sheets import register_sheets  # Qt draws it; nothing else here loads it

        register_sheets()
    sheet = write_sheet(context.library(create=False), key, to, language)
    context.answer({"path": str(to), "digest": sheet.digest}, f"wrote  {to}")
