"""What an approval covers, as a value, and its digest (RULES.md, what an approval covers)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from workbench.desk.crediting import translators_of
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition


def content_of(tx: Transaction, edition: Edition) -> dict[str, Any]:
    """Return everything an approval covers, in reading order and exact code points.

    Segments are named by their place in the order, never by database ids, so that a copy of the
    library gives the same digest.
    """
    segments = tx.articles.segments(edition.article_id)
    places = {segment.id: place for place, segment in enumerate(segments)}
    covered = tx.editions.coverage(edition.id)
    targets = tx.editions.targets(edition.id)
    return {
        "language": edition.language,
        "segments": [[str(segment.kind), segment.text] for segment in segments],
        "targets": [
            {
                "text": target.text,
                "kind": str(target.kind),
                "covers": [places[one] for one in covered.get(target.id, ()) if one in places],
                "opens": target.opens_paragraph,
                "omitted": target.is_omitted,
                "added": not covered.get(target.id),
                "reason": target.reason,
            }
            for target in targets
        ],
        "photos": [photo.digest for photo in tx.articles.photos(edition.article_id)],
        "translators": list(translators_of(tx, edition)),
    }


def digest_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of a content value; lone surrogates cannot occur, they are refused on entry."""
    said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def current_digest(tx: Transaction, edition: Edition) -> str:
    """Return the digest of an edition as it stands now."""
    return digest_of(content_of(tx, edition))
