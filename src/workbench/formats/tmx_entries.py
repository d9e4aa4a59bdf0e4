"""Units of exchange files as pairs on their way into the memory, in batches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from json.encoder import encode_basestring

from workbench.formats.tmx_units import TmxUnit
from workbench.model.pairs import EntryColumns
from workbench.text.normalise import digest_of, normalise_many

BATCH = 5_120
"""Units taken at once: a transaction of some 60 ms, so that others can write in between, and eighty whole words of bits."""

_JSON = json.JSONEncoder(ensure_ascii=False)


def entries_in_batches(units: Iterable[TmxUnit], *, domain: str = "") -> Iterator[EntryColumns]:
    """Yield the units as pairs for the memory, up to 5,120 at once."""
    rest = iter(units)
    while batch := list(islice(rest, BATCH)):
        yield _entries(batch, domain)


def _entries(units: Sequence[TmxUnit], domain: str) -> EntryColumns:
    sources, targets, *others = map(list, zip(*units, strict=True))
    _, _, _, ids, created, creators, changed, changers, *more = others
    count = len(units)
    normals = normalise_many(sources)
    persons: Sequence[str] = [""] * count
    if any(creators) or any(changers):
        persons = [(one or other)[:120] for one, other in zip(creators, changers, strict=True)]
    updated = (
        [late or early for late, early in zip(changed, created, strict=True)] if any(changed) else created
    )
    return EntryColumns(
        source=sources,
        target=targets,
        normal=normals,
        origin=["tmx"] * count,
        creator=persons,
        domain=[domain] * count,
        details=list(map(_details, units)) if any(map(any, (changers, *more))) else list(map(_only_id, ids)),
        created_at=created,
        updated_at=updated,
        background=[None] * count,
        digest=list(map(digest_of, normals)),
    )


def _details(unit: TmxUnit) -> str:
    said = {"id": unit.unit_id, "props": unit.props, "notes": unit.notes, "changed_by": unit.changed_by}
    is_marked = unit.source_markup or unit.target_markup
    said["markup"] = (unit.source_markup, unit.target_markup) if is_marked else ()
    kept = {name: value for name, value in said.items() if value}
    return _JSON.encode(kept) if kept.keys() - {"id"} else _only_id(unit.unit_id)


def _only_id(unit_id: str) -> str:
    return f'{{"id": {encode_basestring(unit_id)}}}' if unit_id else ""
