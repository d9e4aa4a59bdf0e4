"""The quick way through plain TMX units: a pattern that accepts nothing expat would read otherwise.

Nine units in ten of real memories are two plain segments with a few attributes. They are recognised whole where
expat stands between two units; whatever looks unusual (markup, entities, comments, other orders) goes to expat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workbench.formats.tmx_units import Facts, LanguagePair, TmxUnit

_PAIRS = rb'(?:\s+[A-Za-z_:][\w:.-]*="[^"<&\x00-\x1f]*")*'
_SIGNS = rb"[^<&\x00-\x08\x0b-\x1f]*"
_FIELD = rb"<(?:prop|note)" + _PAIRS + rb"\s*>" + _SIGNS + rb"</(?:prop|note)>\s*"
_VARIANT = rb"<tuv(" + _PAIRS + rb")\s*>\s*<seg>(" + _SIGNS + rb")</seg>\s*</tuv>\s*"
_UNIT = re.compile(
    rb'\s*<tu(?:\s+tuid="([^"<&\x00-\x1f]*)")?('
    + _PAIRS
    + rb")\s*>\s*((?:"
    + _FIELD
    + rb")*)"
    + _VARIANT
    + _VARIANT
    + rb"</tu>"
)
_ONE_FIELD = re.compile(rb"<(prop|note)(" + _PAIRS + rb")\s*>([^<]*)</(prop|note)>")
_ATTRIBUTE = re.compile(rb'([\w:.-]+)="([^"]*)"')
_NO_FACTS = Facts()
_LONGEST_BYTES = 400_000
_MOST_KNOWN = 5_000


class _Plan(NamedTuple):
    """What the attributes of two variants say: which is the source, and the facts of the target."""

    is_swapped: bool
    source_language: str
    target_language: str
    target_attributes: dict[str, str]


class _UnusualError(Exception):
    """Something the pattern let through and only expat may judge."""


class PlainUnits:
    """Takes plain units off a buffer of UTF-8 and hands them to `accept`."""

    def __init__(self, pair: LanguagePair, accept: Callable[[TmxUnit], None]) -> None:
        self._pair = pair
        self._accept = accept
        self._plans: dict[tuple[bytes, bytes], _Plan] = {}

    def take(self, buffer: bytes, at: int, line: int) -> tuple[int, int]:
        """Read units from `at` on while they are plain; return where to go on, and the line there."""
        match, count, accept = _UNIT.match, buffer.count, self._accept
        counted = at
        while found := match(buffer, at):
            start = found.start(2)
            line += count(b"\n", counted, start)
            counted = start
            try:
                accept(self._unit(found.groups(), line))
            except (UnicodeDecodeError, _UnusualError):
                break
            at = found.end()
        return at, line - count(b"\n", at, counted) + count(b"\n", counted, at)

    def _unit(self, groups: Sequence[bytes | None], line: int) -> TmxUnit:
        unit_id, said, fields, first, text, second, other = groups
        if (
            not text
            or not other
            or text.isspace()
            or other.isspace()
            or len(text) + len(other) > _LONGEST_BYTES
        ):
            raise _UnusualError
        key = (first or b"", second or b"")
        plan = self._plans.get(key) or self._plan(*key)
        if plan.is_swapped:
            text, other = other, text
        facts, attributes = _NO_FACTS, _attributes(said) if said else {}
        if attributes or plan.target_attributes:
            facts = Facts.of(attributes, plan.target_attributes)
        if unit_id is not None and "tuid" in attributes:
            raise _UnusualError
        props, notes = _fields(fields) if fields else ((), ())
        return TmxUnit(
            text.decode(),
            other.decode(),
            plan.source_language,
            plan.target_language,
            line,
            unit_id.decode() if unit_id else attributes.get("tuid", ""),
            *facts,
            props,
            notes,
        )

    def _plan(self, first: bytes, second: bytes) -> _Plan:
        one, two = _attributes(first), _attributes(second)
        languages = [each.pop("xml:lang", "") or each.pop("lang", "") for each in (one, two)]
        source, target = self._pair.source, self._pair.target
        if source.rank(languages[0]) and target.rank(languages[1]) and not source.rank(languages[1]):
            plan = _Plan(
                is_swapped=False,
                source_language=languages[0],
                target_language=languages[1],
                target_attributes=two,
            )
        elif source.rank(languages[1]) and target.rank(languages[0]) and not source.rank(languages[0]):
            plan = _Plan(
                is_swapped=True,
                source_language=languages[1],
                target_language=languages[0],
                target_attributes=one,
            )
        else:
            raise _UnusualError
        if len(self._plans) > _MOST_KNOWN:
            self._plans.clear()
        self._plans[first, second] = plan
        return plan


def _attributes(written: bytes) -> dict[str, str]:
    pairs = [(name.decode(), value.decode()) for name, value in _ATTRIBUTE.findall(written)]
    known = dict(pairs)
    if len(known) != len(pairs):
        raise _UnusualError  # the same attribute twice is not XML
    return known


def _fields(written: bytes) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    props, notes = [], []
    for opened, attributes, text, closed in _ONE_FIELD.findall(written):
        if opened != closed:
            raise _UnusualError
        if opened == b"prop":
            props.append((_attributes(attributes).get("type", ""), text.decode()))
        else:
            notes.append(text.decode())
    return tuple(props), tuple(notes)
