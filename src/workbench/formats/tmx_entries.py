"""Units of exchange files as pairs on their way into the memory, in batches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from json.encoder import encode_basestring

from workbench.formats.tmx_units import TmxUnit
from workbench.model.pairs import NewEntry
from workbench.text.normalise import digest_of, normalise_many

BATCH = 10_000
"""Units taken at once: a transaction of some 100 ms, so that others can write in between."""

_JSON = json.JSONEncoder(ensure_ascii=False)
_make = tuple.__new__


def entries_in_batches(units: Iterable[TmxUnit], *, domain: str = "") -> Iterator[list[NewEntry]]:
    """Yield the units as pairs for the memory, up to 10,000 at once."""
    rest = iter(units)
    while batch := list(islice(rest, BATCH)):
        normals = normalise_many([unit.source for unit in batch])
        yield [_entry(unit, normal, domain) for unit, normal in zip(batch, normals, strict=True)]


def _entry(unit: TmxUnit, normal: str, domain: str) -> NewEntry:
    source, target, _, _, _, unit_id, created, creator, changed, changer, props, notes, markup, other = unit
    details = ""
    if props or notes or changer or markup or other:
        said = {"id": unit_id, "props": props, "notes": notes, "changed_by": changer}
        said["markup"] = (markup, other) if markup or other else ()
        details = _JSON.encode({name: value for name, value in said.items() if value})
    elif unit_id:
        details = f'{{"id": {encode_basestring(unit_id)}}}'
    texts = (source, target, normal, "tmx", (creator or changer)[:120], domain, details)
    # `NewEntry(…)` takes three times as long as making the tuple that it is
    return _make(NewEntry, (*texts, created, changed or created, None, digest_of(normal)))
