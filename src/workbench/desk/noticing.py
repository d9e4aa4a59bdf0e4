"""What each person should hear of: events in articles they work on, done by others, that they have not seen yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.desk.telling import sentence_of
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.review import Event
from workbench.sentences import Sentence

TELLING = frozenset(
    {
        "source changed",
        "source corrected",
        "submitted",
        "returned",
        "segments returned",
        "approved",
        "approved a step",
        "reopened",
        "changed after approval",
        "correction begun",
        "withdrawn",
        "published",
        "credits put right",
        "assigned",
        "handed over",
        "released",
        "unlocked by force",
        "merged",
    }
)
"""The kinds of events that people are told of; the rest is in the history for whoever asks."""

MOST = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing a person should hear of; `key` and `language` lead to it."""

    event_id: int
    at: datetime
    person: str
    key: str
    language: str
    headline: str
    said: Sentence
    is_new: bool


def read_notices(library: Library, person_id: int) -> list[Notice]:
    """Return what others did to this person's articles, newest first; what they have not seen is new.

    Their articles are those given to them, those whose text they confirmed or approved, and those they handed in.
    """
    with library.reading() as tx:
        seen = tx.people.seen_event(person_id)
        names = tx.people.names()
        editions = tx.people.editions_of(person_id)
        own_name = names.get(person_id, "")
        found = tx.events.newest(TELLING, tx.people.articles_of(editions), limit=MOST)
        return [
            _notice(tx, event, names, seen)
            for event in found
            if event.person_id != person_id and _concerns(event, editions, own_name)
        ]


def _concerns(event: Event, editions: frozenset[int], own_name: str) -> bool:
    """An event of the source concerns every edition; one of an edition those who work on it."""
    if event.kind in {"assigned", "handed over", "released"}:
        return own_name in {event.data.get("to"), event.data.get("holder")}
    return event.edition_id is None or event.edition_id in editions


def _notice(tx: Transaction, event: Event, names: dict[int, str], seen: int) -> Notice:
    article = tx.articles.get(event.article_id or 0)
    edition = tx.editions.get(event.edition_id) if event.edition_id is not None else None
    language = edition.language if edition is not None else "en"
    headline = edition.headline if edition is not None and edition.headline else article.headline
    who = names.get(event.person_id or 0, "")
    return Notice(
        event.id, event.at, who, article.key, language, headline, sentence_of(event), event.id > seen
    )


def count_new(library: Library, person_id: int) -> int:
    """Return how many notices a person has not seen."""
    return sum(notice.is_new for notice in read_notices(library, person_id))


def mark_seen(library: Library, person_id: int, *, asked_by: str = "") -> None:
    """Note that a person has seen everything there is now."""
    with library.writing(asked_by=asked_by) as tx:
        tx.people.set_seen_event(person_id, tx.events.newest_id())
