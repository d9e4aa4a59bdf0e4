"""The quick way through plain TMX units: a pattern that accepts nothing expat would read otherwise.

Nine units in ten of real memories are two plain segments with a few attributes. They are recognised whole where
expat stands between two units; whatever looks unusual (markup, own entities, comments, other orders) goes to expat.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.sax.saxutils import unescape

from workbench.formats.tmx_units import Facts, LanguagePair, TmxUnit, other_attributes

_PAIRS = rb'(?:\s+[A-Za-z_:][\w:.-]*="[^"<&\x00-\x1f]*")*'
_FIELD = rb"<(?:prop|note)" + _PAIRS + rb"\s*>[^<&]*</(?:prop|note)>\s*"
_VARIANT = rb"<tuv(" + _PAIRS + rb")\s*>\s*<seg>([^<]*)</seg>\s*</tuv>\s*"
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
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
"""Signs that XML forbids; `\\r` is allowed, but expat makes another sign of it."""
_NAMED = re.compile(rb"&(?:lt|gt|quot|apos|amp);")
_LONGEST_BYTES = 400_000
_MOST_KNOWN = 5_000


class _Plan(NamedTuple):
    """What the attributes of two variants say: which is the source, and what else there is on either side."""

    is_swapped: bool
    source_language: str
    target_language: str
    source_attributes: dict[str, str]
    target_attributes: dict[str, str]

    @property
    def is_bare(self) -> bool:
        """Tell whether only languages are said."""
        return not (self.source_attributes or self.target_attributes)


class _Usual(NamedTuple):
    """The pattern of units that are but two texts in the languages of the last such unit, and what those say."""

    match: Callable[[bytes, int], re.Match[bytes] | None]
    plan: _Plan

    @classmethod
    def of(cls, first: bytes, second: bytes, plan: _Plan) -> _Usual:
        """Return the pattern of units whose variants have the attributes as they are written in one."""
        variants = (
            rb"<tuv" + re.escape(written) + rb"\s*>\s*<seg>([^<]*)</seg>\s*</tuv>\s*"
            for written in (first, second)
        )
        unit = rb'\s*<tu(?:\s+tuid="([^"<&\x00-\x1f]*)")?()\s*>\s*' + b"".join(variants) + rb"</tu>"
        return cls(re.compile(unit).match, plan)


class _UnusualError(Exception):
    """Something the pattern let through and only expat may judge."""


class PlainUnits:
    """Takes plain units off a buffer of UTF-8 and hands them to `accept`."""

    def __init__(self, pair: LanguagePair, accept: Callable[[TmxUnit], None]) -> None:
        self._pair = pair
        self._accept = accept
        self._plans: dict[tuple[bytes, bytes], _Plan] = {}
        self._usual: _Usual | None = None
        self._sound = b""

    def take(self, buffer: bytes, at: int, line: int) -> tuple[int, int]:
        """Read units from `at` on while they are plain; return where to go on, and the line there."""
        if not self._is_sound(buffer):
            return at, line
        match, count, accept, unit = _UNIT.match, buffer.count, self._accept, self._unit
        while True:
            if self._usual is not None:
                at, line = self._take_usual(buffer, at, line, self._usual)
            found = match(buffer, at)
            if found is None:
                break
            start = found.start(2)
            line += count(b"\n", at, start)
            try:
                accept(unit(line, *found.groups()))
            except (UnicodeDecodeError, _UnusualError):
                line -= count(b"\n", at, start)
                break
            at = found.end()
            line += count(b"\n", start, at)
        return at, line

    def _take_usual(self, buffer: bytes, at: int, line: int, usual: _Usual) -> tuple[int, int]:
        """Do what `take` does for units that are like the last one, in half the time, up to the first that is not."""
        match, count, accept = usual.match, buffer.count, self._accept
        is_swapped, one, two = usual.plan[:3]
        entity = buffer.find(b"&", at)
        until = entity if entity >= 0 else len(buffer)
        counted = at
        while (found := match(buffer, at)) and (end := found.end()) <= until:
            unit_id, _, text, other = found.groups()
            if b"\r" in text or b"\r" in other or end - at > _LONGEST_BYTES:
                break
            try:
                source, target = text.decode(), other.decode()
                identity = unit_id.decode() if unit_id else ""
            except UnicodeDecodeError:
                break
            if not source or not target or source.isspace() or target.isspace():
                break
            start = found.start(2)
            line += count(b"\n", counted, start)
            counted = start
            if is_swapped:
                source, target = target, source
            # `TmxUnit(…)` takes three times as long as making the tuple that it is
            head = (source, target, one, two, line, identity)
            accept(_make(TmxUnit, head + _NOTHING_MORE))
            at = end
        return at, line - count(b"\n", at, counted) + count(b"\n", counted, at)

    def _is_sound(self, buffer: bytes) -> bool:
        """Return whether a buffer has no forbidden sign anywhere; asked once for each buffer."""
        if buffer is not self._sound:
            if len(buffer.translate(None, _CONTROLS)) != len(buffer):
                return False
            self._sound = buffer
        return True

    def _unit(
        self,
        line: int,
        unit_id: bytes | None,
        said: bytes,
        fields: bytes,
        first: bytes,
        text: bytes,
        second: bytes,
        other: bytes,
    ) -> TmxUnit:
        if len(text) + len(other) > _LONGEST_BYTES or b"\r" in text or b"\r" in other:
            raise _UnusualError
        plan = self._plans.get((first, second)) or self._plan(first, second)
        if plan.is_swapped:
            text, other = other, text
        source = _unescaped(text) if b"&" in text else text.decode()
        target = _unescaped(other) if b"&" in other else other.decode()
        if not source or not target or source.isspace() or target.isspace():
            raise _UnusualError
        if not (said or fields or not plan.is_bare or (self._usual and self._usual.plan is plan)):
            self._usual = _Usual.of(first, second, plan)
        facts, attributes, others = _NO_FACTS, _NOTHING, _NO_OTHERS
        if said or not plan.is_bare:
            attributes = _attributes(said)
            facts = Facts.of(attributes, plan.target_attributes)
            others = other_attributes(attributes, plan.source_attributes, plan.target_attributes)
        if unit_id is not None and "tuid" in attributes:
            raise _UnusualError
        props, notes = _fields(fields) if fields else _NO_FIELDS
        identity = unit_id.decode() if unit_id else attributes.get("tuid", "")
        languages = (plan.source_language, plan.target_language)
        return _make(
            TmxUnit, (source, target, *languages, line, identity, *facts, props, notes, "", "", others)
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
                source_attributes=one,
                target_attributes=two,
            )
        elif source.rank(languages[1]) and target.rank(languages[0]) and not source.rank(languages[0]):
            plan = _Plan(
                is_swapped=True,
                source_language=languages[1],
                target_language=languages[0],
                source_attributes=two,
                target_attributes=one,
            )
        else:
            raise _UnusualError
        if len(self._plans) > _MOST_KNOWN:
            self._plans.clear()
        self._plans[first, second] = plan
        return plan


_NOTHING: dict[str, str] = {}
_NO_FIELDS: tuple[tuple[tuple[str, str], ...], tuple[str, ...]] = ((), ())
_NO_OTHERS: tuple[tuple[str, str, str], ...] = ()
_NOTHING_MORE = (*_NO_FACTS, *_NO_FIELDS, "", "", _NO_OTHERS)
"""What stands in a unit behind its name when the file says nothing about it."""
_make = tuple.__new__


def _unescaped(raw: bytes) -> str:
    """Return a text with XML's own five entities resolved; any other goes to expat."""
    if len(_NAMED.findall(raw)) != raw.count(b"&"):
        raise _UnusualError
    return unescape(raw.decode(), {"&quot;": '"', "&apos;": "'"})


def _attributes(written: bytes) -> dict[str, str]:
    pairs = [(name.decode(), value.decode()) for name, value in _ATTRIBUTE.findall(written)]
    known = dict(pairs)
    if len(known) != len(pairs):
        raise _UnusualError  # the same attribute twice is not XML
    return known


def _fields(written: bytes) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    props, notes = [], []
    for opened, attributes, text, closed in _ONE_FIELD.findall(written):
        if opened != closed or b"\r" in text:
            raise _UnusualError
        if opened == b"prop":
            props.append((_attributes(attributes).get("type", ""), text.decode()))
        else:
            notes.append(text.decode())
    return tuple(props), tuple(notes)
