"""Commands on articles: import, list, show, draft."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.context import MEANT, WITH_PROBLEMS, common
from workbench.desk.reading import list_articles, show
from workbench.errors import Problem, WorkbenchError
from workbench.library.article_filter import TURNS
from workbench.library.article_words import fill_article_words
from workbench.model.kinds import Role, Stage

if TYPE_CHECKING:
    from workbench.desk.importing import Imported, ImportReport
    from workbench.desk.merging import Merge

Language = Annotated[str, typer.Option("--language", help="The language of the edition.")]


CHOICE = " Do it again with --split-long to cut it, or with --force to take it whole."
"""What is said behind the sentence about one that is very long."""


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("import")(import_command)
    app.command("list")(list_command)
    app.command("show")(show_command)
    app.command("draft")(draft_command)


def import_command(
    command: typer.Context,
    places: Annotated[list[str], typer.Argument(help="Files, folders or web addresses.")],
    section: Annotated[str, typer.Option(help="The section the articles go to.")] = "",
    pair: Annotated[
        bool, typer.Option("--pair", help="Two files: the Chinese, then its translation.")
    ] = False,
    language: Language = "en",
    *,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Even if a new version takes much away from its translation, and long sentences whole.",
        ),
    ] = False,
    split_long: Annotated[
        bool, typer.Option("--split-long", help="Cut sentences of more than 10,000 characters.")
    ] = False,
) -> None:
    """Import articles, or a Chinese file and its translation as a pair."""
    from workbench.desk.importing import ImportReport, import_all, import_pair  # loads the readers of formats

    context = common(command)
    library, report = context.library(), ImportReport()
    by = context.actor_or_none()
    if pair:
        if len(places) != 2:
            raise typer.BadParameter("--pair takes two files: the Chinese, then its translation.")
        import_pair(library, places[0], places[1], report, language=language, by=by)
    else:
        context.watch(
            import_all(
                library,
                places,
                report,
                section=section,
                language=language,
                by=by,
                force=force,
                split=split_long,
            )
        )
    report.problems += [Problem(held.path, held.place, held.message + MEANT) for held in report.held]
    report.problems += [Problem(long.path, long.place, long.message + CHOICE) for long in report.long]
    if report.problems:
        context.status = WITH_PROBLEMS
    context.answer(_reported(report), _told(report))


def _reported(report: ImportReport) -> dict[str, Any]:
    return {
        "added": [asdict(one) for one in report.added],
        "unchanged": [asdict(one) for one in report.unchanged],
        "merged": [{**asdict(one), **_counts(merge)} for one, merge in report.merged],
        "problems": [asdict(problem) for problem in report.problems],
        "dropped": [{"path": path, **asdict(dropped)} for path, dropped in report.dropped],
    }


def _counts(merge: Merge) -> dict[str, int]:
    return {name: getattr(merge, name) for name in ("kept", "changed", "added", "removed")}


def _told(report: ImportReport) -> list[str]:
    lines = [f"added      {_line(one)}" for one in report.added]
    lines += [
        f"unchanged  {_line(one)} (it is in the library already; nothing was added)"
        for one in report.unchanged
    ]
    lines += [
        f"merged     {_line(one)}: {m.changed} changed, {m.added} new, {m.removed} gone, {m.kept} kept"
        for one, m in report.merged
    ]
    lines += [
        f"problem    {p.path}{' (' + p.place + ')' if p.place else ''}: {p.message}" for p in report.problems
    ]
    if report.dropped:
        lines.append(f"left behind: {len(report.dropped)} pieces of boilerplate (--json lists them)")
    return lines or ["Nothing to import."]


def _line(one: Imported) -> str:
    return f"{one.key}  {one.published or '–'}  {one.headline}  [{one.segments} segments]"


def list_command(
    command: typer.Context,
    stage: Annotated[
        str, typer.Option(help="drafting, in review, changes requested, approved, published …")
    ] = "",
    text: Annotated[str, typer.Option(help="Words in headline or text, Chinese or English.")] = "",
    person: Annotated[str, typer.Option(help="A translator, reviewer or assignee.")] = "",
    section: Annotated[str, typer.Option(help="A section path.")] = "",
    queue: Annotated[
        str, typer.Option(help="Your own: given (to you), free (for anybody), returned; see --as.")
    ] = "",
    step: Annotated[str, typer.Option(help="A step of the review, by its name.")] = "",
    role: Annotated[
        Role | None, typer.Option(help="Whose turn it is: translator, reviewer or editor.")
    ] = None,
    language: Language = "en",
) -> None:
    """List articles, newest change first."""
    context = common(command)
    library = context.library(create=False)
    if text:
        context.watch(fill_article_words(library))
    rows = list_articles(
        library,
        queue=queue,
        person_id=context.actor() if queue else None,
        stages=_stages(stage, role),
        step=step,
        text=text,
        person=person,
        section=section,
        language=language,
    )
    for row in rows:
        document = {**row._asdict(), "stage": str(row.stage)}
        where = f"{row.stage} {row.review_step}".rstrip()
        said = f"{row.key}  {where:<17} {row.confirmed:>3}/{row.segments:<3} {row.target_headline or row.headline}"
        context.answer_line(document, said)


def _stages(stage: str, role: Role | None) -> tuple[Stage, ...]:
    """Return the stages that are asked for, none for any; a role stands for those at which it is its turn."""
    if role is None:
        return (_stage(stage),) if stage else ()
    turns = dict(TURNS)
    if stage or role not in turns:
        raise typer.BadParameter(f"--role is one of {', '.join(turns)}, and goes without --stage.")
    return turns[role]


def _stage(word: str) -> Stage:
    wanted = word.strip().lower().replace("-", " ").replace("_", " ")
    try:
        return Stage(wanted)
    except ValueError:
        raise WorkbenchError(f"There is no stage “{word}”. There are: {', '.join(Stage)}.") from None


def show_command(command: typer.Context, key: str, language: Language = "en") -> None:
    """Show an article with everything: fields, segments, credits, approval, events."""
    context = common(command)
    document = show(context.library(create=False), key, language)
    lines = [f"{document['key']}  {document['stage']}"]
    lines += [f"{name}: {value}" for name, value in document["fields"].items() if value]
    lines += [
        f"{s['number']:>3} {s['kind']:<10} {s['state']:<10} {s['source']}\n{'':26}{s['target']}"
        for s in document["segments"]
    ]
    lines += [f"{event['at'][:16]} {event['person']} {event['message']}" for event in document["events"]]
    context.answer(document, lines)


def draft_command(
    command: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY…", help="One article or many.")],
    engine: Annotated[str, typer.Option(help="memory, offline, deepl, chat, ctranslate2 or sample.")],
    limit: Annotated[int | None, typer.Option(help="Send at most so many characters in all.")] = None,
    language: Language = "en",
) -> None:
    """Fill the empty targets of editions with drafts."""
    from workbench.desk.drafting import DraftReport, draft, draft_many  # loads checks and engines

    context = common(command)
    report, by = DraftReport(), context.actor_or_none()
    library = context.library()
    if len(keys) == 1:
        context.watch(draft(library, by, keys[0], engine, report, language, most_characters=limit))
    else:
        context.watch(draft_many(library, by, keys, engine, report, language, most_characters=limit))
    if report.problems:
        context.status = WITH_PROBLEMS
    said = [f"{report.filled} filled, {report.skipped} skipped", *(p.message for p in report.problems)]
    if report.contradictions:
        said.append(f"{report.contradictions} drafts contradict their source; “workbench check” names them")
    document = {
        "filled": report.filled,
        "skipped": report.skipped,
        "characters": report.billed_characters,
        "contradictions": report.contradictions,
        "problems": [asdict(problem) for problem in report.problems],
    }
    context.answer(document, said)
