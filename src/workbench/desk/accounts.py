"""Accounts with draft servers: whether they can be used, how much of them is, and who sent what for which article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from workbench.desk.asking import SENT
from workbench.desk.engaging import engine_with_key
from workbench.desk.keys import KeyPlace, place_of_key
from workbench.engines.deepl import DeeplEngine, Usage
from workbench.engines.registry import engine_keys
from workbench.engines.remote import RemoteEngine, TriableEngine
from workbench.errors import EngineError
from workbench.library.library import Library
from workbench.sentences import Sentence, say


class EngineLine(NamedTuple):
    """One engine as lists show it: whether it takes a key, and where that comes from."""

    key: str
    label: str
    takes_key: bool
    can_be_tried: bool
    place_of_key: KeyPlace


class Sent(NamedTuple):
    """What one person had an engine translate in one month: articles, and characters that were counted."""

    person: str
    month: str
    engine: str
    articles: int
    characters: int


class SentForArticle(NamedTuple):
    """What was sent for one article, by person and engine."""

    person: str
    engine: str
    characters: int


def list_engines(library: Library) -> list[EngineLine]:
    """Return all engines there are, those of other packages last."""
    engines = [engine_with_key(library, key) for key in engine_keys()]
    return [
        EngineLine(
            engine.key,
            engine.label,
            isinstance(engine, RemoteEngine),
            isinstance(engine, TriableEngine),
            place_of_key(engine.key),
        )
        for engine in engines
    ]


def try_engine(library: Library, key: str) -> str:
    """Return one sentence when an engine can be used; raises `EngineError` with one when it cannot."""
    engine = engine_with_key(library, key)
    if not isinstance(engine, TriableEngine):
        return say("{engine} needs no connection.", engine=engine.label)
    return engine.try_out(_options(library))


def usage_of(library: Library, key: str) -> Sentence | None:
    """Return in words what is used of an account, for before and after a draft; None where nothing can be told."""
    try:
        return deepl_usage(library).sentence if key == "deepl" else None
    except EngineError as error:
        return error.sentence


class Waiting(NamedTuple):
    """What a draft would fill: articles with empty rows, those rows, and the characters of their sources."""

    articles: int
    rows: int
    characters: int


def waiting_for_draft(library: Library, keys: Sequence[str], language: str = "en") -> Waiting:
    """Return how much of these articles is still empty; an article nobody has begun is empty as a whole."""
    empty = []
    with library.reading() as tx:
        for key in keys:
            article = tx.articles.by_key(key)
            edition = tx.editions.find(article.id, language)
            if edition is None:
                sources = [segment.text for segment in tx.articles.segments(article.id)]
            else:
                rows = tx.editions.rows(edition.id)
                sources = [row.source for row in rows if not row.target and not row.is_omitted]
            empty.append([len(source) for source in sources if source])
    return Waiting(sum(map(bool, empty)), sum(map(len, empty)), sum(map(sum, empty)))


def deepl_usage(library: Library) -> Usage:
    """Return what is used of the DeepL account and its limit; for before and after a draft."""
    engine = engine_with_key(library, "deepl")
    if not isinstance(engine, DeeplEngine):
        raise EngineError(say("Another package has taken the place of the DeepL engine."), is_final=True)
    return engine.usage(_options(library))


def sent_by_people(library: Library) -> list[Sent]:
    """Return the characters that were paid for, by person, month and engine, the newest month first."""
    sums: dict[tuple[str, str, str], tuple[set[int | None], int]] = {}
    with library.reading() as tx:
        zone, names = ZoneInfo(tx.options.get("time_zone")), tx.people.names()
        for event in tx.events.of_kind(SENT):
            who = names.get(event.person_id or 0, "")
            place = (f"{event.at.astimezone(zone):%Y-%m}", who, str(event.data["engine"]))
            articles, characters = sums.get(place, (set(), 0))
            sums[place] = ({*articles, event.article_id}, characters + int(event.data["characters"]))
    newest = sorted(sums.items(), key=lambda item: item[0][0], reverse=True)
    return [Sent(who, month, engine, len(a), c) for (month, who, engine), (a, c) in newest]


def sent_for_article(library: Library, key: str) -> list[SentForArticle]:
    """Return the characters that were paid for one article, by person and engine."""
    sums: defaultdict[tuple[str, str], int] = defaultdict(int)
    with library.reading() as tx:
        for event, name in tx.events.of_article(tx.articles.by_key(key).id):
            if event.kind == SENT:
                sums[name, str(event.data["engine"])] += int(event.data["characters"])
    return [SentForArticle(who, engine, count) for (who, engine), count in sorted(sums.items())]


def _options(library: Library) -> dict[str, str]:
    with library.reading() as tx:
        return tx.options.all("engines")
