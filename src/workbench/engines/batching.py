"""Cutting an article into requests: whole paragraphs together, with what stands around them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from workbench.model.draft import DraftRequest
from workbench.model.passage import Passage


def batches(passages: Sequence[Passage], most: int, most_characters: int) -> Iterator[list[Passage]]:
    """Yield the passages in groups within both limits; a paragraph is cut only when it is longer alone."""
    batch: list[Passage] = []
    for _, group in groupby(passages, key=lambda passage: passage.paragraph):
        paragraph = list(group)
        if batch and not _fits([*batch, *paragraph], most, most_characters):
            yield batch
            batch = []
        for passage in paragraph:
            if batch and not _fits([*batch, passage], most, most_characters):
                yield batch
                batch = []
            batch.append(passage)
    if batch:
        yield batch


def _fits(batch: Sequence[Passage], most: int, most_characters: int) -> bool:
    return len(batch) <= most and sum(len(passage.source) for passage in batch) <= most_characters


def around(batch: Sequence[Passage], request: DraftRequest, most_characters: int) -> str:
    """Return the article around a batch, the headline first; a long one is cut to the lines nearest to it."""
    lines = request.context.split("\n")
    if len(request.context) > most_characters:
        first, last = batch[0].number - 1, min(batch[-1].number, len(lines))
        chosen: list[str] = []
        size, before, after = 0, first - 1, last
        while size < most_characters and (before >= 0 or after < len(lines)):
            if before >= 0:
                chosen.insert(0, lines[before])
                size += len(lines[before])
            if after < len(lines):
                chosen.append(lines[after])
                size += len(lines[after])
            before, after = before - 1, after + 1
        lines = chosen
    if request.headline and request.headline not in lines:
        lines = [request.headline, *lines]
    return "\n".join(lines)[:most_characters].strip()


def digest_of(entries: Mapping[str, str]) -> str:
    """Return twelve characters that change when a term does: the version of a glossary."""
    return hashlib.sha256(json.dumps(dict(entries), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[
        :12
    ]
