"""Commands on the translation memory."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.aligning import AlignRequest, align
from workbench.cli.context import WITH_PROBLEMS, CommandContext, common
from workbench.cli.upkeep import add_upkeep
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.desk.exchanging import ExchangeReport
    from workbench.desk.remembering import ConcordanceHit, Match

app = typer.Typer(no_args_is_help=True, help="The translation memory.")
add_upkeep(app)


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.add_typer(app, name="memory")


@app.command("import")
def import_command(
    command: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(help="A .tmx, .tsv, .csv, .xlsx, .sdltm, .xlf, .mqxliff, .mqxlz or .sdlxliff file."),
    ],
    source: Annotated[str, typer.Option(help="Language of the sources.")] = "zh",
    target: Annotated[str, typer.Option(help="Language of the targets.")] = "en",
    *,
    partial: Annotated[
        bool, typer.Option("--partial", help="Keep what can be read of a cut-off file.")
    ] = False,
) -> None:
    """Add the pairs of a translation memory of this or another program."""
    from workbench.desk.exchanging import ExchangeReport, import_memory

    context, report = common(command), ExchangeReport()
    steps = import_memory(
        context.library(), file, report, source_language=source, target_language=target, keep_partial=partial
    )
    context.watch(steps)
    said = f"{report.units} units added, {report.skipped} left out ({report.known} were there already)"
    _report(context, report, said)


@app.command("export")
def export_command(
    command: typer.Context,
    file: Annotated[Path, typer.Argument(help="A .tmx, .tsv, .csv or .xlsx file.")],
    source: Annotated[str, typer.Option(help="Language of the sources.")] = "zh",
    target: Annotated[str, typer.Option(help="Language of the targets.")] = "en",
    domain: Annotated[str, typer.Option(help="Only entries of this domain.")] = "",
    origin: Annotated[str, typer.Option(help="Only entries that are confirmed, aligned or tmx.")] = "",
    person: Annotated[str, typer.Option(help="Only entries of this person.")] = "",
) -> None:
    """Write the memory to a TMX file or a table."""
    from workbench.desk.exchanging import ExchangeReport, export_memory
    from workbench.library.memories import EntryFilter

    context, report = common(command), ExchangeReport()
    only = EntryFilter(source, target, domain=domain, origin=origin, creator=person)
    context.watch(export_memory(context.library(create=False), file, report, only=only))
    _report(context, report, f"{report.units} units written to {file}")


def _report(context: CommandContext, report: ExchangeReport, said: str) -> None:
    problems = [{"path": p.path, "place": p.place, "message": p.message} for p in report.problems]
    if problems:
        context.status = WITH_PROBLEMS
    document = {
        "units": report.units,
        "skipped": report.skipped,
        "known": report.known,
        "problems": problems,
        "seconds": round(report.seconds, 3),
    }
    lines = [f"{problem['path']}, {problem['place']}: {problem['message']}" for problem in problems]
    context.answer(document, [f"{said} in {report.seconds:.1f} s", *lines])


@app.command("align")
def align_command(
    command: typer.Context,
    texts: Annotated[
        Path, typer.Argument(metavar="ZH|FOLDER", help="A Chinese text, or a folder of NAME.zh and NAME.en.")
    ],
    english: Annotated[Path | None, typer.Argument(metavar="EN", help="Its English translation.")] = None,
    *,
    lines: Annotated[bool, typer.Option("--lines", help="One sentence a line, numbered from 0.")] = False,
    to: Annotated[Path | None, typer.Option(help="Write the sure pairs to a .tmx file.")] = None,
) -> None:
    """Match the sentences of texts and translations; a folder is learned from together."""
    align(common(command), AlignRequest(texts, english, lines, to))


@app.command("match")
def match_command(
    command: typer.Context,
    text: Annotated[str, typer.Argument(help="A Chinese sentence.")] = "",
    queries: Annotated[Path | None, typer.Option(help="A UTF-8 file with one sentence a line.")] = None,
    top: Annotated[int, typer.Option(min=1, help="How many sources at most.")] = 5,
    minimum: Annotated[int, typer.Option(min=0, max=100, help="The lowest score in per cent.")] = 70,
    domain: Annotated[str, typer.Option(help="Only entries of this domain.")] = "",
    origin: Annotated[str, typer.Option(help="Only entries that are confirmed, aligned or tmx.")] = "",
    language: Annotated[str, typer.Option(help="Language of the targets.")] = "en",
) -> None:
    """Find fuzzy matches; queries from a file are independent of each other."""
    from workbench.desk.remembering import match  # loads the index
    from workbench.library.memories import EntryFilter

    if not text and queries is None:
        raise typer.BadParameter("Give a sentence, or a file of them with --queries.")
    context = common(command)
    library = context.library()
    only = EntryFilter(target_language=language, domain=domain, origin=origin)

    def look_up(query: str) -> list[Match]:
        return match(library, query, limit=top, minimum=minimum, only=only, language=language)

    asked = _lines(queries) if queries is not None else [text]
    if asked:
        look_up(asked[0])  # loads the index before the clock runs
    for query in asked:
        started = time.perf_counter()
        found = look_up(query)
        _show_matches(context, query, found, 1000 * (time.perf_counter() - started))


def _lines(path: Path) -> list[str]:
    """Return the lines of a file of queries; a blank line is a query that finds nothing."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(f"{path} cannot be read as UTF-8 text: {error}.") from error
    return text.removesuffix("\n").split("\n") if text else []


def _show_matches(context: CommandContext, query: str, found: list[Match], ms: float) -> None:
    document = {"query": query, "matches": [_match_document(each) for each in found], "ms": round(ms, 3)}
    lines = ["\n".join(_said_of_match(each)) for each in found]
    context.answer_line(document, "\n".join(lines) or f"Nothing like “{query}” is in the memory.")


def _said_of_match(found: Match) -> list[str]:
    """Return a match as lines: its source, the target with the numbers put in, and every translation with its uses."""
    lines = [f"{found.score:4d} %  {found.source}"]
    if found.repaired:
        lines.append(f"     =  {found.repaired.text}")
    for each in found.translations:
        used = f"  ({each.uses} ×)" if len(found.translations) > 1 else ""
        lines.append(f"        {each.target}{used}")
    return lines


def _match_document(found: Match) -> dict[str, Any]:
    first = found.translations[0]
    return {
        "source": found.source,
        "target": found.target,
        "score": found.score,
        "origin": first.origin,
        "context": found.is_context,
        "penalties": first.doubts._asdict(),
        "repaired": found.repaired.text if found.repaired else None,
        "translations": [each.target for each in found.translations],
        "uses": [each.uses for each in found.translations],
        "article": first.article_key,
    }


@app.command("search")
def search_command(
    command: typer.Context,
    text: str,
    side: Annotated[str, typer.Option("--in", help="source or target.")] = "source",
    limit: Annotated[int, typer.Option(min=1)] = 50,
    person: Annotated[str, typer.Option(help="Only entries of this person.")] = "",
    origin: Annotated[str, typer.Option(help="Only entries that are confirmed, aligned or tmx.")] = "",
    article: Annotated[str, typer.Option(help="Only entries of this article, by its key.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="Only articles from this day on.")] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help="Only articles up to this day.")] = "",
    to: Annotated[Path | None, typer.Option(help="Write the hits to a .xlsx, .csv or .tsv file.")] = None,
    *,
    inside_words: Annotated[bool, typer.Option(help="Look inside words too; takes longer.")] = False,
) -> None:
    """Find words in the memory, in context, with their likely equivalent."""
    from workbench.desk.maintaining import export_hits
    from workbench.desk.remembering import concordance, with_equivalents
    from workbench.library.memories import EntryFilter

    context = common(command)
    if side not in {"source", "target"}:
        raise typer.BadParameter("Say --in source or --in target.")
    only = EntryFilter(
        creator=person, origin=origin, article_key=article, since=_day(since), until=_day(until)
    )
    library = context.library()
    found = concordance(library, text, side=side, limit=limit, inside_words=inside_words, only=only)
    found = with_equivalents(library, text, found, side=side)
    for hit in found:
        _show_hit(context, hit, side)
    if to is not None:
        export_hits(to, found)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a date such as 2020-04-03.") from error


def _show_hit(context: CommandContext, hit: ConcordanceHit, side: str) -> None:
    entry = hit.entry
    other = entry.target if side == "source" else entry.source
    document = {
        "source": entry.source,
        "target": entry.target,
        "places": hit.places,
        "likely": hit.likely,
        "equivalent": other[slice(*hit.likely)] if hit.likely else "",
        "origin": entry.origin,
        "creator": entry.creator,
        "article": entry.article_key,
        "published": entry.published,
    }
    context.answer_line(document, f"{entry.source}\n    {entry.target}")


@app.command("prepare")
def prepare_command(command: typer.Context) -> None:
    """Make the full-text and match indexes now; the window does it in the background."""
    from workbench.desk.remembering import prepare_memory

    context = common(command)
    library = context.library()
    context.watch(prepare_memory(library))
    context.answer({"ok": True}, "The memory is ready.")
