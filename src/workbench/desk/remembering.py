"""The translation memory as people use it: matches, concordance, entries, and getting it ready."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.memories import EntryFilter, EntryRow
from workbench.library.memory_index import index_of
from workbench.library.memory_intake import restore_late_indexes
from workbench.library.memory_words import fill_words, find_entries
from workbench.library.scope import in_parts
from workbench.library.transaction import Transaction
from workbench.memory.concordance import find_places
from workbench.memory.equivalents import likely_equivalents
from workbench.memory.repair import Repaired, repair
from workbench.memory.scoring import CONTEXT, Doubts, Neighbours, Penalties, doubts, is_context_match
from workbench.model.base import now
from workbench.model.draft import Draft, DraftRequest
from workbench.model.memory import MemoryEntry
from workbench.model.passage import KnownName, Passage
from workbench.model.progress import Progress
from workbench.sentences import say
from workbench.text.diff import Change, differences
from workbench.text.normalise import source_digest

_PENALTIES = Penalties()
EQUIVALENT_BACKGROUND = 400
"""Entries against which the company of words is weighed when a likely equivalent is looked for."""
ASKED_TOGETHER = 100
"""Sentences looked up at once when the memory drafts: an answer comes soon, and few questions go to a server."""
_OWN = frozenset({"confirmed", "aligned"})


@dataclass(frozen=True, slots=True)
class Remembered:
    """One entry of the memory as the screens read it."""

    id: int
    source: str
    target: str
    origin: str
    creator: str
    article_key: str
    published: date | None
    domain: str = ""
    note: str = ""
    uses: int = 1
    is_machine: bool = False
    is_reviewed: bool = False
    doubts: Doubts = field(default_factory=Doubts)
    written: datetime | None = None
    is_context: bool = False

    def dated(self, zone: ZoneInfo) -> str:
        """Return the day of its article, else the day on which it was written, in the library's zone."""
        written = self.written.astimezone(zone).date() if self.written else ""
        return str(self.published or written)


@dataclass(frozen=True)
class Match:
    """A source of the memory like the one asked for, with its translations, best first.

    `score` is in per cent and alone decides the rank; `is_context` marks an exact match between the same
    neighbours (shown as 101). The difference and the repair are worked out when they are first asked for.
    """

    asked: str
    source: str
    score: int
    translations: tuple[Remembered, ...]
    is_context: bool = False
    names: tuple[KnownName, ...] = ()

    @property
    def target(self) -> str:
        """The best translation."""
        return self.translations[0].target

    @property
    def shown_score(self) -> int:
        """The number on screen of the best translation."""
        return self.shown_score_of(self.translations[0])

    def shown_score_of(self, entry: Remembered) -> int:
        """The number on screen of one translation: 101 in context, otherwise the score less what speaks against it."""
        return CONTEXT if entry.is_context else max(0, self.score - entry.doubts.total)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What leads from the remembered source to the one asked for."""
        return tuple(differences(self.source, self.asked))

    @cached_property
    def repaired(self) -> Repaired | None:
        """The best translation with the numbers or names of the question put in; None when more differs."""
        if self.asked == self.source:
            return None
        return repair(self.asked, self.source, self.target, names=self.names)


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """An entry in which the words were found, and where: (start, end) in the searched side.

    `likely` is where their equivalent most likely stands in the other side; None where nothing speaks for any.
    """

    entry: Remembered
    places: tuple[tuple[int, int], ...]
    likely: tuple[int, int] | None = None


def house_penalties(tx: Transaction) -> Penalties:
    """Return the points that the house takes off for each doubt about an entry."""
    said = tx.options.all("memory")
    return Penalties(
        machine=int(said["memory_penalty_machine"]),
        unreviewed=int(said["memory_penalty_unreviewed"]),
        old=int(said["memory_penalty_old"]),
        foreign=int(said["memory_penalty_foreign"]),
        old_after_years=int(said["memory_old_after_years"]),
    )


def suggest(
    library: Library,
    source: str,
    *,
    language: str,
    source_language: str,
    neighbours: Neighbours,
    names: Sequence[KnownName],
) -> list[Match]:
    """Return what the memory suggests for a row: as the house has set the lowest score, domain and origin."""
    with library.reading() as tx:
        said = tx.options.all("memory")
    only = EntryFilter(
        source_language=source_language,
        target_language=language,
        domain=said["memory_domain"],
        origin="" if said["memory_origin"] == "any" else said["memory_origin"],
    )
    return match(
        library,
        source,
        minimum=int(said["memory_minimum"]),
        language=language,
        source_language=source_language,
        neighbours=neighbours,
        only=only,
        names=names,
    )


def match(
    library: Library,
    source: str,
    *,
    limit: int = 5,
    minimum: int = 70,
    language: str = "en",
    source_language: str = "zh",
    neighbours: Neighbours | None = None,
    only: EntryFilter | None = None,
    names: Sequence[KnownName] = (),
    penalties: Penalties | None = None,
) -> list[Match]:
    """Return the best distinct sources at or above `minimum` per cent, best first, newer before older.

    `neighbours` are the digests of the sources around (`digests_around`). The first call of a session loads
    the index; call `prepare_memory` behind the window.
    """
    pair = only or EntryFilter(source_language=source_language, target_language=language)
    with library.reading() as tx:
        penalties = penalties or house_penalties(tx)
        index = index_of(library, source_language, language)
        hits = index.search(tx, source, limit=limit, minimum=minimum, only=pair)
        entries = tx.memories.same_sources([hit.id for hit in hits], pair) if hits else []
    by_source: dict[str, list[EntryRow]] = {}
    for entry in entries:
        by_source.setdefault(entry.source_digest, []).append(entry)
    digest_of = {entry.id: entry.source_digest for entry in entries}
    here = neighbours or Neighbours()
    return [
        _match(source, hit.score, by_source[digest_of[hit.id]], here, names, penalties)
        for hit in hits
        if hit.id in digest_of
    ]


def _match(
    asked: str,
    score: int,
    entries: list[EntryRow],
    here: Neighbours,
    names: Sequence[KnownName],
    penalties: Penalties,
) -> Match:
    found = [
        (is_context_match(score, Neighbours(entry.before, entry.after), here), entry) for entry in entries
    ]
    found.sort(key=lambda each: (not each[0], not each[1].is_reviewed, -each[1].id))
    uses: Counter[str] = Counter()
    for _, entry in found:
        uses[entry.target] += entry.uses
    by_target: dict[str, Remembered] = {}
    for is_context, entry in found:
        if entry.target not in by_target:
            by_target[entry.target] = replace(
                remembered(entry, penalties), uses=uses[entry.target], is_context=is_context
            )
    return Match(asked, found[0][1].source, score, tuple(by_target.values()), found[0][0], tuple(names))


def remembered(
    entry: EntryRow | MemoryEntry, penalties: Penalties = _PENALTIES, today: date | None = None
) -> Remembered:
    """Return an entry as the screens read it."""
    said = doubts(
        is_machine=entry.is_machine,
        is_reviewed=entry.is_reviewed,
        is_foreign=entry.origin not in _OWN,
        dated=entry.published or entry.updated_at.date(),
        today=today or now().date(),
        penalties=penalties,
    )
    return Remembered(
        entry.id,
        entry.source,
        entry.target,
        entry.origin,
        entry.creator,
        entry.article_key,
        entry.published,
        entry.domain,
        entry.note,
        entry.uses,
        entry.is_machine,
        entry.is_reviewed,
        said,
        entry.updated_at,
    )


def digests_around(before: str, after: str) -> Neighbours:
    """Return the neighbours of a source for `match`: "" where the text begins or ends."""
    return Neighbours(*(source_digest(text) if text else "" for text in (before, after)))


def concordance(
    library: Library,
    query: str,
    *,
    side: str = "source",
    limit: int = 50,
    only: EntryFilter | None = None,
    inside_words: bool = False,
) -> list[ConcordanceHit]:
    """Return entries with the words in their `side` ("source" or "target"), newest first.

    Chinese is found as a substring from one character on, other scripts as whole words; `inside_words` looks
    into words as well, which takes longer.
    """
    if side not in {"source", "target"}:
        raise WorkbenchError(
            say("The memory is searched in “source” or “target”, not in “{side}”.", side=side)
        )
    with library.reading() as tx:
        found = find_entries(
            tx, query, side=side, only=only or EntryFilter(), limit=limit, inside_words=inside_words
        )
    today = now().date()
    return [
        ConcordanceHit(remembered(entry, today=today), tuple(find_places(getattr(entry, side), query)))
        for entry in found
    ]


def with_equivalents(
    library: Library, query: str, hits: Sequence[ConcordanceHit], *, side: str = "source"
) -> list[ConcordanceHit]:
    """Return concordance hits with the likely equivalent of the words marked in the other side."""
    other = "target" if side == "source" else "source"
    with library.reading() as tx:
        usual = tx.memories.newest(EQUIVALENT_BACKGROUND)
        known = tx.vocabulary.forms_beside(query.strip())
    met = {hit.entry.id for hit in hits}
    background = [getattr(entry, other) for entry in usual if entry.id not in met]
    others = [getattr(hit.entry, other) for hit in hits]
    likely = likely_equivalents(query, others, background=background, known=known)
    return [replace(hit, likely=span) for hit, span in zip(hits, likely, strict=True)]


def prepare_memory(library: Library, language: str = "en", source_language: str = "zh") -> Iterator[Progress]:
    """Load the match index, then fill the full-text table and keep the index: to be run behind the window."""
    index = index_of(library, source_language, language)
    with library.reading() as tx:
        index.ready(tx)
    yield Progress(0, 0, say("index"))
    if not library.is_writable:
        return
    restore_late_indexes(library)
    if index.keep(library):
        with library.reading() as tx:
            index.ready(tx)
    yield from fill_words(library)


class MemoryEngine:
    """Drafts sentences that the memory has word for word, those between the same neighbours first."""

    key = "memory"
    label = "Translation memory"

    def __init__(self, library: Library) -> None:
        self._library = library

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield a draft for every passage whose source stands in the memory."""
        pair = EntryFilter(source_language=request.source_language, target_language=request.target_language)
        sources = request.context.split("\n")
        with self._library.reading() as tx:
            penalties = house_penalties(tx)
        for passage, entries in self._known(passages, pair):
            if not entries:
                continue
            here = _around(sources, passage)
            found = _match(passage.source, 100, entries, here, (), penalties)
            detail = {
                "score": str(CONTEXT if found.is_context else 100),
                "entry": str(found.translations[0].id),
            }
            yield Draft(passage.number, found.target, self.key, detail)

    def _known(
        self, passages: Sequence[Passage], pair: EntryFilter
    ) -> Iterator[tuple[Passage, list[EntryRow]]]:
        """Yield passages with what the memory has for them word for word, newest first; asked for many at a time."""
        for part in in_parts(passages, ASKED_TOGETHER):
            with self._library.reading() as tx:
                found = tx.memories.exact_of([passage.source for passage in part], pair)
            entries = defaultdict[str, list[EntryRow]](list)
            for entry in reversed(found):
                entries[source_digest(entry.source)].append(entry)
            yield from ((passage, entries[source_digest(passage.source)]) for passage in part)


def _around(sources: Sequence[str], passage: Passage) -> Neighbours:
    """Return the neighbours of a passage in the article, which a request carries a line a row."""
    at = passage.number - 1
    if not (0 <= at < len(sources) and sources[at] == passage.source):
        return Neighbours()
    before = sources[at - 1] if at else ""
    after = sources[at + 1] if at + 1 < len(sources) else ""
    return digests_around(before, after)


def memory_engine(library: Library) -> MemoryEngine:
    """Return the engine that drafts from the memory of a library."""
    return MemoryEngine(library)
