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

    def waiting(self, edition_id: int, texts: Mapping[int, str]) -> dict[int, int]:
        """Return the targets that wait for the text of a repetition, each with the target that they repeat.

        `texts` are the texts of targets by id. Only rows over one segment count, and only those that are open
        and in which no person has written. Where several of the given rows repeat each other, the first decides.
        """
        sources = self._sources(texts)
        first: dict[str, int] = {}
        for target_id, (_, source) in sources.items():
            first.setdefault(source, target_id)
        segments = dict(self._segments({article for article, _ in sources.values()}, first))
        places = self._covering(edition_id, segments)
        repeats = {target: first[segments[segment]] for target, segment in places.items()}
        unwritten = self._unwritten({one: texts[repeats[one]] for one in repeats.keys() - texts.keys()})
        alone = self._alone(unwritten)
        return {one: repeats[one] for one in unwritten if one in alone}

    def still_waiting(self, confirmed: Target, target_ids: Iterable[int]) -> list[int]:
        """Return those of the targets that repeat a confirmed one and that nobody has written in."""
        sources = self._sources([confirmed.id, *target_ids])
        source = sources.get(confirmed.id)
        same = [one for one, own in sources.items() if own == source and one != confirmed.id]
        return self._unwritten(dict.fromkeys(same, confirmed.text))

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

    def _unwritten(self, texts: Mapping[int, str]) -> list[int]:
        """Return the open targets among these in which no person has written and that have not this text, in order."""
        found: list[tuple[int, int]] = []
        for part in in_parts(texts):
            query = select(Target.position, Target.id, Target.text).where(
                Target.id.in_(part),
                Target.state == State.INITIAL,
                Target.is_retired.is_(False),
                Target.is_locked.is_(False),
                Target.is_omitted.is_(False),
                or_(Target.text == "", Target.origin.in_([Origin.ENGINE, Origin.MEMORY])),
            )
            for position, one, text in self._session.execute(query):
                if text != texts[one]:
                    found.append((position, one))
        return [one for _, one in sorted(found)]

    def _alone(self, target_ids: Iterable[int]) -> set[int]:
        """Return those of the targets that cover exactly one segment."""
        covered: Counter[int] = Counter()
        for part in in_parts(target_ids):
            query = select(Coverage.target_id).where(Coverage.target_id.in_(part))
            covered.update(self._session.scalars(query))
        return {target_id for target_id, count in covered.items() if count == 1}
