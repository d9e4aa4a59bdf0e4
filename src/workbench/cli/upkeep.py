"""Commands that keep the translation memory in order, and build it from an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.context import WITH_PROBLEMS, CommandContext, common

if TYPE_CHECKING:
    from workbench.desk.maintaining import Group
    from workbench.desk.remembering import Remembered

Ids = Annotated[
    list[int], typer.Argument(metavar="ID…", help="Numbers of entries, as `memory list` shows them.")
]


def add_upkeep(app: typer.Typer) -> None:
    """Add these commands to the group `memory`."""
    for name, command in COMMANDS.items():
        app.command(name)(command)


def list_command(
    command: typer.Context,
    text: Annotated[str, typer.Argument(help="Words that stand in the entries; none lists the newest.")] = "",
    limit: Annotated[int, typer.Option(min=1)] = 50,
    *,
    retired: Annotated[bool, typer.Option("--retired", help="Show what was taken out of use.")] = False,
) -> None:
    """List entries of the memory, newest first."""
    from workbench.desk.maintaining import browse

    context = common(command)
    for entry in browse(context.library(create=False), text, limit=limit, is_retired=retired):
        context.answer_line(_document(entry), f"{entry.id}\t{entry.source}\t{entry.target}")


def figures_command(command: typer.Context) -> None:
    """Say how much there is in the memory and where it comes from."""
    from workbench.desk.maintaining import memory_figures

    context = common(command)
    found = memory_figures(context.library(create=False))
    said = [
        f"{found.entries:,} entries, {found.sources:,} different sources, {found.source_characters:,} characters",
        f"{found.reviewed:,} reviewed, {found.machine:,} machine-made, {found.retired:,} retired",
        *(f"{word or '-'}\t{count:,}" for word, count in found.origins),
    ]
    context.answer({**found._asdict()}, said)


def duplicates_command(
    command: typer.Context,
    *,
    merge: Annotated[bool, typer.Option("--merge", help="Make one entry of each.")] = False,
) -> None:
    """Show the pairs that stand in the memory several times, or merge them."""
    from workbench.desk.maintaining import duplicates, merge_duplicates

    context = common(command)
    if merge:
        steps = list(merge_duplicates(context.library(), context.actor_or_none()))
        done = steps[-1].done if steps else 0
        context.answer({"merged": done}, f"{done} pairs merged")
    else:
        _show_groups(context, duplicates(context.library(create=False)))


def contradictions_command(command: typer.Context) -> None:
    """Show the sources that have several translations."""
    from workbench.desk.maintaining import contradictions

    context = common(command)
    _show_groups(context, contradictions(context.library(create=False)))


def edit_command(
    command: typer.Context, entry: Annotated[int, typer.Argument(metavar="ID")], target: str
) -> None:
    """Give an entry another target; the old one is retired."""
    from workbench.desk.maintaining import edit_entry

    context = common(command)
    number = edit_entry(context.library(), entry, target=target)
    context.answer({"id": number}, f"The entry is number {number} now.")


def retire_command(command: typer.Context, entries: Ids) -> None:
    """Take entries out of use; they stay in the library."""
    from workbench.desk.maintaining import retire_entries

    context = common(command)
    retire_entries(context.library(), entries)
    context.answer({"retired": entries}, f"{len(entries)} retired")


def restore_command(command: typer.Context, entries: Ids) -> None:
    """Take retired entries into use again."""
    from workbench.desk.maintaining import restore_entries

    context = common(command)
    restore_entries(context.library(), entries)
    context.answer({"restored": entries}, f"{len(entries)} restored")


def merge_command(
    command: typer.Context,
    keep: Annotated[int, typer.Argument(metavar="ID", help="The entry that stays.")],
    others: Ids,
) -> None:
    """Join entries into one, which takes over their uses."""
    from workbench.desk.maintaining import merge_entries

    context = common(command)
    merge_entries(context.library(create=False), keep, others)
    context.answer({"kept": keep, "merged": others}, f"{len(others)} joined into {keep}")


def domain_command(
    command: typer.Context,
    domain: Annotated[str, typer.Argument(help='The domain; "" takes it away.')],
    entries: Ids,
) -> None:
    """Give entries a domain."""
    from workbench.desk.maintaining import give_domain

    context = common(command)
    give_domain(context.library(create=False), entries, domain)
    context.answer({"domain": domain, "entries": entries}, f"{len(entries)} entries changed")


def replace_command(
    command: typer.Context,
    find: str,
    put: str,
    *,
    really: Annotated[bool, typer.Option("--really", help="Make the changes that are shown.")] = False,
) -> None:
    """Replace words in the targets of all entries that have them; without --really only show what would change."""
    from workbench.desk.maintaining import apply_replacements, browse, planned_replacements

    context = common(command)
    library = context.library(create=False)
    ids = [entry.id for entry in browse(library, find, limit=100_000)]
    planned = planned_replacements(library, ids, find, put)
    for one in planned:
        document = {"id": one.entry.id, "target": one.entry.target, "becomes": one.target}
        context.answer_line(document, f"{one.entry.id}\t{one.target}")
    if really:
        apply_replacements(library, planned, context.actor_or_none())


def build_command(
    command: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Published articles in both languages: HTML, DOCX or text.")],
) -> None:
    """Build memory from published articles: pair, align, remember the sure links; doubtful ones wait in the window."""
    from workbench.desk.archiving import Archive, build_memory

    context = common(command)
    library, archive = context.library(), Archive()
    context.watch(build_memory(library, folder, archive))
    doubtful = sum(len(text.doubtful()) for text in archive.aligned)
    if archive.problems:
        context.status = WITH_PROBLEMS
    problems = [{"path": p.path, "place": p.place, "message": p.message} for p in archive.problems]
    articles, added = len(archive.aligned), archive.added
    document = {"articles": articles, "units": added, "doubtful": doubtful, "problems": problems}
    said = f"{articles} articles aligned, {added} pairs added, {doubtful} links to look at"
    context.answer(document, [said, *(f"{p['path']}: {p['message']}" for p in problems)])


def analyse_command(
    command: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY…")],
    language: Annotated[str, typer.Option(help="Language of the editions.")] = "en",
) -> None:
    """Say how much of one or more articles the memory knows: match bands in segments, characters and words."""
    from workbench.desk.analysing import Analysis, analyse, sources_of

    context = common(command)
    library, analysis = context.library(create=False), Analysis()
    texts = [sources_of(library, key) for key in keys]
    context.watch(analyse(library, texts, analysis, language=language))
    bands = {
        str(band): {"segments": amount.segments, "characters": amount.characters, "words": amount.words}
        for band, amount in analysis.bands.items()
    }
    said = [
        f"{band:12} {amount['segments']:8,} segments {amount['characters']:9,} characters {amount['words']:9,} words"
        for band, amount in bands.items()
    ]
    context.answer({"bands": bands}, said)


def _show_groups(context: CommandContext, groups: Iterable[Group]) -> None:
    for group in groups:
        document = {"source": group.source, "entries": [_document(entry) for entry in group.entries]}
        lines = [group.source, *(f"    {entry.id}\t{entry.target}" for entry in group.entries)]
        context.answer_line(document, "\n".join(lines))


def _document(entry: Remembered) -> dict[str, Any]:
    return {
        "id": entry.id,
        "source": entry.source,
        "target": entry.target,
        "origin": entry.origin,
        "creator": entry.creator,
        "article": entry.article_key,
        "published": entry.published,
        "domain": entry.domain,
        "uses": entry.uses,
    }


COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_command,
    "figures": figures_command,
    "duplicates": duplicates_command,
    "contradictions": contradictions_command,
    "edit": edit_command,
    "retire": retire_command,
    "restore": restore_command,
    "merge": merge_command,
    "domain": domain_command,
    "replace": replace_command,
    "build": build_command,
    "analyse": analyse_command,
}
"""The commands of this module by their names."""
