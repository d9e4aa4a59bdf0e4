"""The commands that find and replace, in an article or in the whole library."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import WITH_PROBLEMS, CommandContext, common
from workbench.desk.finding import (
    Change,
    Conditions,
    Found,
    Search,
    Side,
    changes_of,
    find_now,
    replace,
)
from workbench.errors import Problem
from workbench.model.kinds import Origin, Standing
from workbench.text.searching import Words

Text = Annotated[str, typer.Argument(help="What to look for; with --pattern a regular expression.")]
In = Annotated[list[Side] | None, typer.Option("--in", help="Where to look (several times: in all of them).")]
Key = Annotated[str, typer.Option("--key", help="One article; without it the whole library.")]
Pattern = Annotated[bool, typer.Option("--pattern", help="A regular expression.")]
Whole = Annotated[bool, typer.Option("--whole-words", help="Not inside longer words.")]
Case = Annotated[bool, typer.Option("--case", help="Tell capitals from small letters.")]
Width = Annotated[bool, typer.Option("--width", help="Tell full-width from half-width.")]
Script = Annotated[bool, typer.Option("--script", help="Tell Simplified from Traditional.")]
States = Annotated[list[Standing] | None, typer.Option("--state", help="Only rows that far.")]
Origins = Annotated[list[Origin] | None, typer.Option("--origin", help="Only text that came from there.")]
Person = Annotated[str, typer.Option("--person", help="Only rows this person changed last.")]
Since = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Changed on this day or later.")]
Until = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Changed on this day or before.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("find")(find_command)
    app.command("replace")(replace_command)


def find_command(
    command: typer.Context,
    text: Text,
    sides: In = None,
    key: Key = "",
    *,
    pattern: Pattern = False,
    whole: Whole = False,
    case: Case = False,
    width: Width = False,
    script: Script = False,
    states: States = None,
    origins: Origins = None,
    person: Person = "",
    since: Since = None,
    until: Until = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    language: Language = "en",
) -> None:
    """Find words in sources, targets and comments, a line each."""
    context = common(command)
    words = Words(text, pattern, whole, case, width, script)
    conditions = _conditions(states, origins, person, since, until)
    looked_in = frozenset(sides or (Side.SOURCE, Side.TARGET))
    search = Search(words, looked_in, conditions, language, key)
    for found in find_now(context.library(create=False), search, limit=limit):
        _say_found(context, found)


def replace_command(
    command: typer.Context,
    text: Text,
    replacement: Annotated[str, typer.Argument(help="What to put there; \\1 is a group of the pattern.")],
    key: Key = "",
    *,
    pattern: Pattern = False,
    whole: Whole = False,
    case: Case = False,
    width: Width = False,
    script: Script = False,
    states: States = None,
    origins: Origins = None,
    person: Person = "",
    since: Since = None,
    until: Until = None,
    preview: Annotated[bool, typer.Option("--preview", help="Only show what would change.")] = False,
    language: Language = "en",
) -> None:
    """Replace words in the drafts; every change can be seen first with --preview."""
    context = common(command)
    words = Words(text, pattern, whole, case, width, script)
    conditions = _conditions(states, origins, person, since, until)
    library = context.library(create=False)
    search = Search(words, frozenset({Side.TARGET}), conditions, language, key)
    changes = changes_of(find_now(library, search), words, replacement)
    problems: list[Problem] = []
    if not preview and changes:
        context.watch(replace(library, context.actor(), changes, problems))
    _answer(context, changes, problems, is_done=not preview)


def _conditions(
    states: list[Standing] | None,
    origins: list[Origin] | None,
    person: str,
    since: datetime | None,
    until: datetime | None,
) -> Conditions:
    return Conditions(
        frozenset(states or ()),
        frozenset(origins or ()),
        person,
        since.date() if since else None,
        until.date() if until else None,
    )


def _say_found(context: CommandContext, found: Found) -> None:
    row = found.row
    document = {
        "key": row.head.key,
        "number": row.number,
        "in": str(found.side),
        "text": found.text,
        "spans": [list(span) for span in found.spans],
        "state": str(row.standing),
        "origin": str(row.origin) if row.origin else None,
        "person": row.person,
        "at": row.at,
    }
    context.answer_line(document, f"{row.head.key} {row.number} {found.side}: {found.text}")


def _answer(
    context: CommandContext, changes: list[Change], problems: list[Problem], *, is_done: bool
) -> None:
    refused = {problem.path for problem in problems}
    kept = [change for change in changes if change.head.key not in refused]
    if problems:
        context.status = WITH_PROBLEMS
    context.answer(
        {
            "replaced": len(kept) if is_done else 0,
            "changes": [
                {"key": one.head.key, "number": one.number, "before": one.before, "after": one.after}
                for one in kept
            ],
            "problems": [{"path": p.path, "place": p.place, "message": p.message} for p in problems],
        },
        [
            *(f"{one.head.key} {one.number}: {one.after}" for one in kept),
            *(f"{p.path}, {p.place}: {p.message}" for p in problems),
        ],
    )
