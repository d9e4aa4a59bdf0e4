"""Keeping the memory in order: browsing, changing in bulk, merging what stands twice, settling contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.desk.remembering import ConcordanceHit, Remembered, remembered
from workbench.desk.safekeeping import MANY, keep_before
from workbench.errors import WorkbenchError
from workbench.formats.hit_tables import HitRow, write_hits
from workbench.library.library import Library
from workbench.library.memories import EntryFilter, EntryRow
from workbench.library.memory_upkeep import (
    MOST_GROUPS,
    MemoryFigures,
    browse_entries,
    contradicting,
    entries_of,
    figures,
    set_domain,
    twice_there,
)
from workbench.library.memory_words import find_entries
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.memory import MemoryEntry
from workbench.model.progress import Progress
from workbench.sentences import say
from workbench.text.words import has_han


@dataclass(frozen=True, slots=True)
class Group:
    """Entries with one source: the same pair several times, or translations that differ."""

    source: str
    entries: tuple[Remembered, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a bulk change would make of an entry's target."""

    entry: Remembered
    target: str


def browse(
    library: Library,
    text: str = "",
    *,
    only: EntryFilter | None = None,
    before: int = 0,
    limit: int = 200,
    is_retired: bool = False,
) -> list[Remembered]:
    """Return entries newest first: all, or those with the words; Chinese is looked for in sources first, others in targets."""
    pair = only or EntryFilter()
    with library.reading() as tx:
        if text.strip() and not is_retired:
            sides = ("source", "target") if has_han(text) else ("target", "source")
            rows = [
                row for side in sides for row in find_entries(tx, text, side=side, only=pair, limit=limit)
            ]
            found = list({row.id: row for row in rows}.values())[:limit]
        else:
            found = browse_entries(tx, pair, words=text, before=before, limit=limit, is_retired=is_retired)
    return list(map(remembered, found))


def duplicates(library: Library, only: EntryFilter | None = None, words: str = "") -> list[Group]:
    """Return the pairs that stand in the memory several times: all, or those with some words on either side."""
    with library.reading() as tx:
        return [_group(rows) for rows in twice_there(tx, only or EntryFilter(), words)]


def contradictions(library: Library, only: EntryFilter | None = None, words: str = "") -> list[Group]:
    """Return the sources with several translations, with how often each was used: all, or those with some words."""
    with library.reading() as tx:
        groups = contradicting(tx, only or EntryFilter(), words)
    return [_group(rows) for rows in groups]


def _group(rows: Sequence[EntryRow]) -> Group:
    return Group(rows[0].source, tuple(remembered(row) for row in rows))


def memory_figures(library: Library, only: EntryFilter | None = None) -> MemoryFigures:
    """Return how much there is in the memory and where it comes from."""
    with library.reading() as tx:
        return figures(tx, only or EntryFilter())


def merge_duplicates(
    library: Library,
    by: int | None = None,
    *,
    only: EntryFilter | None = None,
    words: str = "",
    asked_by: str = "",
) -> Iterator[Progress]:
    """Make one entry of every pair that stands several times, of those that pass a filter or have some words.

    The reviewed one is kept, else the newest; it takes over the uses of the others, which are retired.
    """
    keep_before(library)
    done = 0
    while True:
        with library.writing(asked_by=asked_by) as tx:
            groups = twice_there(tx, only or EntryFilter(), words, limit=MOST_GROUPS)
            for rows in groups:
                keep, *others = sorted(rows, key=lambda row: (not row.is_reviewed, -row.id))
                tx.memories.merge(keep.id, [row.id for row in others])
            if groups:
                tx.events.add("memory merged", person_id=by, groups=len(groups))
        if not groups:
            return
        done += len(groups)
        yield Progress(done, 0, "")


def planned_replacements(library: Library, ids: Sequence[int], find: str, put: str) -> list[Replacement]:
    """Return what replacing words in the targets of some entries would change; nothing is changed yet."""
    if not find:
        raise WorkbenchError(say("Say which words are to be replaced."))
    with library.reading() as tx:
        rows = [row for row in entries_of(tx, ids) if find in row.target]
    return [Replacement(remembered(row), row.target.replace(find, put)) for row in rows]


def apply_replacements(
    library: Library, planned: Sequence[Replacement], by: int | None = None, *, asked_by: str = ""
) -> list[tuple[int, int]]:
    """Make the changes that were planned, all or none; entries changed meanwhile are left alone.

    Returns the numbers of each entry before and after, for `take_back_replacements`.
    """
    if len(planned) > MANY:
        keep_before(library)
    done: list[tuple[int, int]] = []
    with library.writing(asked_by=asked_by) as tx:
        for one in planned:
            entry = tx.memories.get(one.entry.id)
            if (
                entry is None
                or entry.is_retired
                or entry.target != one.entry.target
                or not one.target.strip()
            ):
                continue
            entry.target, entry.updated_at = one.target, now()
            done.append((one.entry.id, tx.memories.save(entry).id))
        if done:
            tx.events.add("memory changed", person_id=by, entries=len(done))
    return done


def take_back_replacements(
    library: Library, done: Sequence[tuple[int, int]], by: int | None = None, *, asked_by: str = ""
) -> int:
    """Use the entries again that were there before replacements; what was changed since stays. Returns how many."""
    back = 0
    with library.writing(asked_by=asked_by) as tx:
        for before, after in done:
            old, new = _existing(tx, before), _existing(tx, after)
            if new.is_retired or not old.is_retired:
                continue
            taught, new.target_id, new.is_retired, new.updated_at = new.target_id, None, True, now()
            tx.memories.save(new)
            old.target_id, old.is_retired, old.updated_at = taught, False, now()
            tx.memories.save(old)
            back += 1
        if back:
            tx.events.add("memory changed", person_id=by, entries=back)
    return back


def give_domain(library: Library, ids: Sequence[int], domain: str, *, asked_by: str = "") -> None:
    """Give entries a domain ("" takes it away)."""
    with library.writing(asked_by=asked_by) as tx:
        for number in ids:
            _existing(tx, number)
        set_domain(tx, ids, domain.strip())


def export_hits(path: Path, hits: Sequence[ConcordanceHit]) -> int:
    """Write concordance hits as a table (XLSX, CSV or TSV by the ending) and return how many."""
    rows = [
        HitRow(
            hit.entry.source,
            hit.entry.target,
            hit.entry.target[slice(*hit.likely)] if hit.likely else "",
            hit.entry.article_key,
            hit.entry.published,
            hit.entry.creator,
            hit.entry.origin,
        )
        for hit in hits
    ]
    return write_hits(path, rows)


def edit_entry(
    library: Library, entry_id: int, *, target: str, note: str | None = None, asked_by: str = ""
) -> int:
    """Give an entry another target (or note); returns the id under which it stands now."""
    with library.writing(asked_by=asked_by) as tx:
        entry = _existing(tx, entry_id)
        if not target.strip():
            raise WorkbenchError(
                say("An entry of the memory needs a target. Retire it if it should not be used.")
            )
        entry.target, entry.updated_at = target, now()
        entry.note = entry.note if note is None else note
        return tx.memories.save(entry).id


def retire_entries(library: Library, entry_ids: Sequence[int], *, asked_by: str = "") -> None:
    """Take entries out of use; `restore_entries` brings them back."""
    with library.writing(asked_by=asked_by) as tx:
        for number in entry_ids:
            _existing(tx, number)
        tx.memories.retire(entry_ids)


def restore_entries(library: Library, entry_ids: Sequence[int], *, asked_by: str = "") -> None:
    """Take retired entries into use again."""
    with library.writing(asked_by=asked_by) as tx:
        for number in entry_ids:
            _existing(tx, number)
        tx.memories.restore(entry_ids)


def merge_entries(library: Library, keep: int, others: Sequence[int], *, asked_by: str = "") -> None:
    """Join entries into one, which takes over their uses."""
    with library.writing(asked_by=asked_by) as tx:
        kept = _existing(tx, keep)
        if kept.is_retired:
            raise WorkbenchError(
                say("Entry {entry_id} is retired. Take it into use again first.", entry_id=keep)
            )
        for number in others:
            _existing(tx, number)
        tx.memories.merge(keep, others)


def _existing(tx: Transaction, entry_id: int) -> MemoryEntry:
    entry = tx.memories.get(entry_id)
    if entry is None:
        raise WorkbenchError(
            say(
                "The memory has no entry {entry_id}. Look again: somebody may have removed it.",
                entry_id=entry_id,
            )
        )
    return entry
