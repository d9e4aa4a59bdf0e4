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
    ones, twos, _, ids, created, creators, changed, changers, *more = others
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
        details=(
            list(map(_details, units))
            if any(map(any, (changers, *more)))
            else _plain_details(ids, ones, twos)
        ),
        created_at=created,
        updated_at=updated,
        background=[None] * count,
        digest=list(map(digest_of, normals)),
    )


def _details(unit: TmxUnit) -> str:
    said = {"id": unit.unit_id, "props": unit.props, "notes": unit.notes, "changed_by": unit.changed_by}
    is_marked = unit.source_markup or unit.target_markup
    said["markup"] = (unit.source_markup, unit.target_markup) if is_marked else ()
    said["attributes"] = unit.attributes
    kept = {name: value for name, value in said.items() if value}
    languages = _languages(unit.source_language, unit.target_language)
    if not kept.keys() - {"id"}:
        return _only_id(unit.unit_id, languages)
    return _JSON.encode(kept)[:-1] + (f", {languages}}}" if languages else "}")


def _plain_details(ids: Sequence[str], ones: Sequence[str], twos: Sequence[str]) -> list[str]:
    """Return the details of units that say no more than their name and languages."""
    pairs = list(zip(ones, twos, strict=True))
    languages = {pair: _languages(*pair) for pair in set(pairs)}
    if not any(languages.values()):
        return list(map(_only_id, ids))
    return [_only_id(unit_id, languages[pair]) for unit_id, pair in zip(ids, pairs, strict=True)]


def _languages(source: str, target: str) -> str:
    """Return the tags of a pair as a member of an object where one names a region or script; the library has neither."""
    has_more = any(sign in tag for tag in (source, target) for sign in "-_")
    return f'"languages": {_JSON.encode((source, target))}' if has_more else ""


def _only_id(unit_id: str, languages: str = "") -> str:
    if languages:
        return f'{{"id": {encode_basestring(unit_id)}, {languages}}}' if unit_id else f"{{{languages}}}"
    return f'{{"id": {encode_basestring(unit_id)}}}' if unit_id else ""
