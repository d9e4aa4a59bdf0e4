"""What an approval covers, as a value, and its digest (RULES.md, what an approval covers)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.desk.crediting import translators_of
from workbench.library.contents import TargetText
from workbench.library.scope import in_parts
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition


def content_of(tx: Transaction, edition: Edition) -> dict[str, Any]:
    """Return everything an approval covers, in reading order and exact code points.

    Segments are named by their place in the order, never by database ids, so that a copy of the
    library gives the same digest.
    """
    segments = list(tx.contents.sources(edition.article_id))
    places = {segment.segment_id: place for place, segment in enumerate(segments)}
    return {
        "language": edition.language,
        "segments": [[segment.kind, segment.text] for segment in segments],
        "targets": [_covered(target, places) for target in tx.contents.targets(edition.id)],
        "photos": [photo.digest for photo in tx.articles.photos(edition.article_id)],
        "translators": list(translators_of(tx, edition)),
    }


def digest_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of a content value; lone surrogates cannot occur, they are refused on entry."""
    return hashlib.sha256(_json(content).encode()).hexdigest()


def current_digest(tx: Transaction, edition: Edition) -> str:
    """Return the digest of an edition as it stands now: that of its content, which is never whole in memory."""
    said = hashlib.sha256()
    for piece in _said(tx, edition):
        said.update(piece.encode())
    return said.hexdigest()


def _said(tx: Transaction, edition: Edition) -> Iterator[str]:
    """Yield the content as `digest_of` writes it, piece by piece, its names in the order of the alphabet."""
    places: dict[int, int] = {}

    def segments() -> Iterator[list[str]]:
        for place, segment in enumerate(tx.contents.sources(edition.article_id)):
            places[segment.segment_id] = place
            yield [segment.kind, segment.text]

    yield f'{{"language":{_json(edition.language)},"photos":'
    yield _json([photo.digest for photo in tx.articles.photos(edition.article_id)])
    yield ',"segments":'
    yield from _listed(segments())
    yield ',"targets":'
    yield from _listed(_covered(target, places) for target in tx.contents.targets(edition.id))
    yield f',"translators":{_json(list(translators_of(tx, edition)))}}}'


def _covered(target: TargetText, places: Mapping[int, int]) -> dict[str, Any]:
    return {
        "text": target.text,
        "kind": target.kind,
        "covers": [places[one] for one in target.segments if one in places],
        "opens": target.opens_paragraph,
        "omitted": target.is_omitted,
        "added": not target.segments,
        "reason": target.reason,
    }


def _listed(values: Iterable[Any]) -> Iterator[str]:
    """Yield a list of any length in pieces."""
    before = "["
    for part in in_parts(values):
        yield before + _json(part)[1:-1]
        before = ","
    yield "[]" if before == "[" else "]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
