"""Commands on the rows of an edition: edit, confirm, arrange, comment, accept, set, assign."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.articles import Language
from workbench.cli.context import CommandContext, common
from workbench.desk import arranging, commenting, dividing, editing, publishing, rearranging, staffing
from workbench.desk.captioning import place_named, say_words
from workbench.desk.checking import accept, one_finding
from workbench.desk.reading import open_edition, show, shown_row
from workbench.desk.steps import Edit
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.model.house import Always
from workbench.model.judgement import Reach
from workbench.model.kinds import Role
from workbench.model.rows import EditionRow

Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept with the decision.")]


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("edit")(edit_command)
    app.command("confirm")(confirm_command)
    app.command("omit")(omit_command)
    app.command("split")(split_command)
    app.command("join")(join_command)
    app.command("move")(move_command)
    app.command("comment")(comment_command)
    app.command("resolve")(resolve_command)
    app.command("accept")(accept_command)
    app.command("set")(set_command)
    app.command("assign")(assign_command)


def row_of(library: Library, key: str, number: int, language: str) -> EditionRow:
    """Return the row of that number; raises with the range there is."""
    rows = open_edition(library, key, language).rows
    if not 1 <= number <= len(rows):
        raise WorkbenchError(f"There is no segment {number}; the article has 1 to {len(rows)}.")
    return rows[number - 1]


def _answer_rows(context: CommandContext, rows: list[EditionRow]) -> None:
    shown = [shown_row(row) for row in rows]
    said = [f"{row.number} {row.state} {row.target}" for row in rows]
    context.answer(shown[0] if len(shown) == 1 else {"segments": shown}, said)


def _answer_edit(context: CommandContext, edit: Edit) -> None:
    _answer_rows(context, edit.rows)


def edit_command(
    command: typer.Context,
    key: str,
    number: int,
    text: Annotated[str | None, typer.Option(help="The new text.")] = None,
    source_file: Annotated[
        Path | None, typer.Option("--from", help="A file with the new text, or -.")
    ] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="Stand by it at once.")] = False,
    language: Language = "en",
) -> None:
    """Set the text of a segment."""
    context = common(command)
    if (text is None) == (source_file is None):
        raise typer.BadParameter("Give the text with --text or a file with --from.")
    library, by = context.library(), context.actor()
    row = row_of(library, key, number, language)
    edit = editing.save_text(library, by, row.target_id, text if text is not None else _read(source_file))
    if confirm:
        edit = editing.confirm(library, by, [row.target_id])
    _answer_edit(context, edit)


def _read(path: Path | None) -> str:
    try:
        if path is None or str(path) == "-":
            return sys.stdin.read().rstrip("\r\n")
        return path.read_text("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(f"{path} cannot be read as UTF-8 text: {error}.") from error


def confirm_command(
    command: typer.Context,
    key: str,
    numbers: Annotated[
        list[int] | None, typer.Argument(help="Segments; none means all that have text.")
    ] = None,
    language: Language = "en",
) -> None:
    """Confirm segments: you stand by them, and the memory learns the pairs."""
    context = common(command)
    library, by = context.library(), context.actor()
    opened = open_edition(library, key, language)
    if numbers:
        ids = [row_of(library, key, number, language).target_id for number in numbers]
        edit = editing.confirm(library, by, ids)
    else:
        edit = editing.confirm_all(library, by, opened.edition_id)
    counts = open_edition(library, key, language).counts
    confirmed_now = sum(1 for row in edit.rows if row.state != "initial")
    document = {
        "confirmed": counts.confirmed,
        "segments": counts.total,
        "drafted": counts.drafted,
        "confirmed_now": confirmed_now,
    }
    context.answer(document, f"{counts.confirmed} of {counts.total} confirmed ({confirmed_now} now)")


def omit_command(
    command: typer.Context, key: str, number: int, reason: Reason, language: Language = "en"
) -> None:
    """Leave a segment out on purpose; one that was added without a source is taken out again."""
    context = common(command)
    library, by = context.library(), context.actor()
    row = row_of(library, key, number, language)
    if row.is_added:
        rearranging.take_out(library, by, row.target_id)
        context.answer({**shown_row(row), "taken_out": True}, f"{number} taken out again")
        return
    _answer_edit(context, arranging.omit(library, by, row.target_id, reason))


def split_command(
    command: typer.Context,
    key: str,
    number: int,
    source_at: Annotated[int | None, typer.Option(help="Offset into the source, in characters.")] = None,
    target_at: Annotated[int | None, typer.Option(help="Offset into the draft, in characters.")] = None,
    many: Annotated[
        bool,
        typer.Option("--many", help="A segment of more than 10,000 characters: into as many as it takes."),
    ] = False,
    language: Language = "en",
) -> None:
    """Split a segment in two, or one that is long beyond all measure into many."""
    context = common(command)
    library, by = context.library(), context.actor()
    row = row_of(library, key, number, language)
    if many:
        if source_at is not None or target_at is not None:
            raise typer.BadParameter("--many finds the places itself; leave the offsets out.")
        _answer_edit(context, dividing.divide(library, by, row.target_id))
        return
    place = len(row.target) if target_at is None else target_at
    if source_at is None and target_at is None:
        source_at = len(row.source) // 2 if len(row.segments) == 1 else None
    edit = arranging.split(library, by, row.target_id, target_at=place, source_at=source_at)
    _answer_edit(context, edit)


def join_command(command: typer.Context, key: str, number: int, language: Language = "en") -> None:
    """Join a segment with the next one."""
    context = common(command)
    library, by = context.library(), context.actor()
    _answer_edit(context, arranging.join(library, by, row_of(library, key, number, language).target_id))


def move_command(
    command: typer.Context,
    key: str,
    number: int,
    to: Annotated[int, typer.Option("--to", help="The number it shall have.")],
    language: Language = "en",
) -> None:
    """Move a segment to another place in the edition."""
    context = common(command)
    library, by = context.library(), context.actor()
    _answer_edit(context, arranging.move(library, by, row_of(library, key, number, language).target_id, to))


def comment_command(
    command: typer.Context,
    key: str,
    number: Annotated[int | None, typer.Argument(help="A segment; none means the article.")] = None,
    text: Annotated[str, typer.Option(help="What you want to say.")] = "",
    language: Language = "en",
) -> None:
    """Comment on a segment or on the article."""
    context = common(command)
    library, by = context.library(), context.actor()
    comment_id = commenting.comment_on(library, by, key, number, text, language)
    context.answer({"id": comment_id, "number": number, "text": text}, f"comment {comment_id}")


def resolve_command(
    command: typer.Context,
    key: str,
    number: Annotated[int | None, typer.Argument(help="A segment; none means the whole article.")] = None,
    language: Language = "en",
) -> None:
    """Resolve the open comments of a segment or of the article."""
    context = common(command)
    count = commenting.resolve_on(context.library(), context.actor(), key, number, language)
    context.answer({"resolved": count}, f"{count} resolved")


def accept_command(
    command: typer.Context,
    key: str,
    what: Annotated[str, typer.Argument(help="A field's name, or a check's.")],
    reason: Reason,
    number: Annotated[int | None, typer.Option(help="The segment of a finding.")] = None,
    reach: Annotated[
        Reach,
        typer.Option("--for", help="This row, the same words in the article, or always and everywhere."),
    ] = Reach.ONCE,
    kind: Annotated[
        Always | None, typer.Option(help="Always as what; without it what fits the finding.")
    ] = None,
    zh: Annotated[str, typer.Option(help="Always for these Chinese words instead of those found.")] = "",
    en: Annotated[str, typer.Option(help="Always as these English words instead of those found.")] = "",
    language: Language = "en",
) -> None:
    """Accept a missing field or a finding, with a reason."""
    context = common(command)
    if reach is Reach.ALWAYS:
        _accept_always(context, key, what, reason, number, language, (kind, zh, en))
        return
    if kind or zh or en:
        raise typer.BadParameter("--kind, --zh and --en go with “--for always”.")
    in_article = reach is Reach.ARTICLE
    waiver = accept(
        context.library(), context.actor(), key, what, reason, language, number=number, in_article=in_article
    )
    document = {"id": waiver.id, "what": waiver.what, "reason": waiver.reason, "number": number}
    context.answer(document, f"accepted {waiver.what}: {waiver.reason}")


def _accept_always(
    context: CommandContext,
    key: str,
    check: str,
    reason: str,
    number: int | None,
    language: str,
    wanted: tuple[Always | None, str, str],
) -> None:
    from workbench.desk.deciding import Proposal, accept_always, proposal_of

    library, by = context.library(), context.actor()
    finding, passage = one_finding(library, key, check, language, number=number)
    offer, (kind, zh, en) = proposal_of(finding, passage), wanted
    offer = Proposal(kind or offer.kind, zh or offer.source, en or offer.target)
    saved = accept_always(
        library, by, offer.kind, offer.source, offer.target, reason=reason, check=check, language=language
    )
    document = {
        "id": saved,
        "kind": str(offer.kind),
        "zh": offer.source,
        "en": offer.target,
        "reason": reason,
    }
    context.answer(document, f"accepted for good as {offer.kind}: {offer.source} {offer.target}")


def set_command(
    command: typer.Context,
    key: str,
    values: Annotated[list[str], typer.Argument(help="FIELD=VALUE …")],
    language: Language = "en",
) -> None:
    """Set page details: section published outlet slug keywords source_address photo_credit embargo.

    Text of the article too: headline summary caption.N alt.N (of photo N); that is confirmed, and reviewed again.
    """
    context = common(command)
    library, by = context.library(), context.actor()
    pairs = dict(value.partition("=")[::2] for value in values if "=" in value)
    if len(pairs) != len(values):
        raise typer.BadParameter("Write each detail as FIELD=VALUE.")
    places = {name: place for name in pairs if (place := place_named(name)) is not None}
    details = {name: value for name, value in pairs.items() if name not in places}
    if details:
        publishing.set_details(library, by, key, details, language)
    if places:
        say_words(library, by, key, {place: pairs[name] for name, place in places.items()}, language)
    fields = show(library, key, language)["fields"]
    context.answer(
        {"fields": fields, **fields}, [f"{name}: {fields.get(name, pairs[name])}" for name in pairs]
    )


def assign_command(
    command: typer.Context,
    key: str,
    name: str,
    role: Annotated[Role, typer.Option(help="translator, reviewer or editor.")],
    due: Annotated[str, typer.Option(help="The day it is due, as 2020-04-03.")] = "",
    reason: Annotated[str, typer.Option(help="Why it is handed over; it is kept.")] = "",
    language: Language = "en",
) -> None:
    """Give an article to somebody, or hand it over."""
    context = common(command)
    try:
        day = date.fromisoformat(due) if due else None
    except ValueError:
        raise WorkbenchError(f"“{due}” is not a date. Write it as 2020-04-03.") from None
    library = context.library()
    staffing.assign(library, context.actor(), key, name, role, language, due=day, reason=reason)
    context.answer(
        {
            "key": open_edition(library, key, language).key,
            "name": name,
            "role": str(role),
            "due": due or None,
        },
        f"given to {name} as {role}",
    )
