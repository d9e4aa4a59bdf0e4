"""The verbs of repetitions: rows of an edition whose source is word for word that of another.

Asked in plain steps, each by an index. Joined into one question, a database that knows nothing of how its tables
are filled compares every row of an article with every other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import or_, select

from workbench.library.scope import Scope, in_parts
from workbench.model.article import Segment
from workbench.model.edition import Coverage, Target
from workbench.model.kinds import Origin, State


class Repetitions:
    """What can be asked about the repeated sentences of an edition inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session

    def waiting(self, edition_id: int, texts: Mapping[int, str]) -> list[tuple[Target, str]]:
        """Return the targets that wait for the text of a repetition, in order, each with that text.

        `texts` are the texts of targets by id. Only rows over one segment count, and only those that are open
        and in which no person has written. Where several of the given rows repeat each other, the first decides.
        """
        sources = self._sources(texts)
        by_source: dict[str, str] = {}
        for target_id, (_, source) in sources.items():
            by_source.setdefault(source, texts[target_id])
        segments = dict(self._segments({article for article, _ in sources.values()}, by_source))
        places = self._covering(edition_id, segments)
        given = {target: by_source[segments[segment]] for target, segment in places.items()}
        unwritten = [
            target_id
            for target_id, text in self._unwritten(given.keys() - texts.keys())
            if text != given[target_id]
        ]
        alone = self._alone(unwritten)
        targets = [target for target in self._targets(unwritten) if target.id in alone]
        return [(target, given[target.id]) for target in sorted(targets, key=lambda one: one.position)]

    def _sources(self, target_ids: Iterable[int]) -> dict[int, tuple[int, str]]:
        """Return article and source text of each of these targets that covers exactly one segment, in their order."""
        wanted = list(target_ids)
        found: dict[int, tuple[int, str]] = {}
        alone = self._alone(wanted)
        for part in in_parts(wanted):
            query = (
                select(Coverage.target_id, Segment.article_id, Segment.text)
                .join(Segment, Segment.id == Coverage.segment_id)
                .where(Coverage.target_id.in_(part))
            )
            for target_id, article_id, text in self._session.execute(query):
                found[target_id] = (article_id, text)
        return {one: found[one] for one in wanted if one in alone and found[one][1]}

    def _segments(self, article_ids: Iterable[int], texts: Iterable[str]) -> Iterator[tuple[int, str]]:
        wanted = list(texts)
        for article_id in article_ids:
            for part in in_parts(wanted):
                query = select(Segment.id, Segment.text).where(
                    Segment.article_id == article_id, Segment.text.in_(part)
                )
                yield from self._session.execute(query)

    def _covering(self, edition_id: int, segment_ids: Iterable[int]) -> dict[int, int]:
        """Return the targets of an edition that cover these segments, each with one of them."""
        found: dict[int, int] = {}
        for part in in_parts(segment_ids):
            query = select(Coverage.target_id, Coverage.segment_id).where(
                Coverage.edition_id == edition_id, Coverage.segment_id.in_(part)
            )
            found.update(self._session.execute(query).all())
        return found

    def _unwritten(self, target_ids: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield the open targets among these in which no person has written, with the text that stands there."""
        for part in in_parts(target_ids):
            query = select(Target.id, Target.text).where(
                Target.id.in_(part),
                Target.state == State.INITIAL,
                Target.is_retired.is_(False),
                Target.is_locked.is_(False),
                Target.is_omitted.is_(False),
                or_(Target.text == "", Target.origin.in_([Origin.ENGINE, Origin.MEMORY])),
            )
            yield from self._session.execute(query)

    def _alone(self, target_ids: Iterable[int]) -> set[int]:
        """Return those of the targets that cover exactly one segment."""
        covered: Counter[int] = Counter()
        for part in in_parts(target_ids):
            query = select(Coverage.target_id).where(Coverage.target_id.in_(part))
            covered.update(self._session.scalars(query))
        return {target_id for target_id, count in covered.items() if count == 1}

    def _targets(self, target_ids: Iterable[int]) -> Iterator[Target]:
        for part in in_parts(target_ids):
            yield from self._session.scalars(select(Target).where(Target.id.in_(part)))
