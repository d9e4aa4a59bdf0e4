"""Commands on the tracked changes and the single segments of a review."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from workbench.cli.articles import Language
from workbench.cli.context import CommandContext, common
from workbench.cli.editing import Reason, row_of
from workbench.desk import reviewing
from workbench.desk.comparing import SUBMITTED
from workbench.desk.tracking import accept_tracked, tracked_changes, undo_tracked
from workbench.desk.walking import Stop
from workbench.text.diff import Hunk

app = typer.Typer(no_args_is_help=True, help="Tracked changes and single segments of a review.")

Since = Annotated[
    str, typer.Option(help="submitted, draft, or a point that “compare KEY --since list” names.")
]
Number = Annotated[int, typer.Argument(help="The segment.")]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER…", help="One segment or a stretch.")]
Changes = Annotated[
    list[int] | None,
    typer.Argument(metavar="CHANGE…", help="Which, as “review list” counts; none means all."),
]


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.add_typer(app, name="review")


@app.command("list")
def list_command(
    command: typer.Context, key: str, since: Since = SUBMITTED, language: Language = "en"
) -> None:
    """List the single changes of an article, numbered to be accepted or undone."""
    context = common(command)
    for stop, _ in tracked_changes(context.library(create=False), key, language, since):
        context.answer_line(_shown(stop), _said(stop))


def _shown(stop: Stop) -> dict[str, Any]:
    changes = [{"number": h.number + 1, "before": h.before, "after": h.after} for h in stop.hunks]
    return {
        "number": stop.number,
        "kind": str(stop.kind),
        "person": stop.person,
        "said": stop.said,
        "before": stop.before,
        "after": stop.after,
        "changes": changes,
    }


def _said(stop: Stop) -> str:
    if not stop.hunks:
        return f"{stop.number:>3}    {stop.person} {stop.said}"
    return "\n".join(
        f"{stop.number:>3} {hunk.number + 1:>2}  {_marked(hunk)}  {stop.person}" for hunk in stop.hunks
    )


def _marked(hunk: Hunk) -> str:
    gone = f"[-{hunk.before}-]" if hunk.before else ""
    return gone + (f"{{+{hunk.after}+}}" if hunk.after else "")


@app.command("accept")
def accept_command(
    command: typer.Context,
    key: str,
    number: Number,
    changes: Changes = None,
    since: Since = SUBMITTED,
    language: Language = "en",
) -> None:
    """Accept changes of a segment: the text stays, and they are no longer shown."""
    context = common(command)
    accept_tracked(
        context.library(), context.actor(), key, number, changes or (), language=language, since=since
    )
    _answer_left(context, key, number, "accepted", language, since)


@app.command("undo")
def undo_command(
    command: typer.Context,
    key: str,
    number: Number,
    changes: Changes = None,
    since: Since = SUBMITTED,
    language: Language = "en",
) -> None:
    """Undo changes of a segment, or take out, bring back or move home what was arranged anew."""
    context = common(command)
    undo_tracked(
        context.library(), context.actor(), key, number, changes or (), language=language, since=since
    )
    _answer_left(context, key, number, "undone", language, since)


def _answer_left(
    context: CommandContext, key: str, number: int, done: str, language: str, since: str
) -> None:
    left = [
        stop
        for stop, _ in tracked_changes(context.library(), key, language, since)
        if stop.number == number and stop.hunks
    ]
    changes = _shown(left[0])["changes"] if left else []
    said = [f"{done}; {len(changes)} left in segment {number}", *map(_said, left)]
    context.answer({"number": number, "done": done, "changes": changes}, said)


@app.command("approve")
def approve_command(command: typer.Context, key: str, numbers: Numbers, language: Language = "en") -> None:
    """Approve single segments; “workbench approve” approves the article."""
    context = common(command)
    library, by = context.library(), context.actor()
    targets = [row_of(library, key, number, language).target_id for number in numbers]
    reviewing.mark_reviewed(library, by, targets)
    _answer_judged(context, "approved", numbers)


@app.command("return")
def return_command(
    command: typer.Context, key: str, numbers: Numbers, reason: Reason, language: Language = "en"
) -> None:
    """Return a segment or a stretch with one reason, while the review goes on."""
    context = common(command)
    library, by = context.library(), context.actor()
    targets = [row_of(library, key, number, language).target_id for number in numbers]
    reviewing.mark_returned(library, by, targets, reason)
    _answer_judged(context, "returned", numbers)


def _answer_judged(context: CommandContext, done: str, numbers: list[int]) -> None:
    context.answer({"segments": numbers, "done": done}, f"{done}  {', '.join(map(str, numbers))}")
