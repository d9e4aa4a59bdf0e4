"""Translation memories as TMX 1.4b: read as a stream, written whole, hostile files refused.

Standard: TMX 1.4b (LISA OSCAR, 2005), levels 1 and 2. The direction is ours, whatever the header calls
its source; languages are matched by their primary subtag (`zh` finds zh-CN, zh_Hans, cmn).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from workbench.errors import FormatError, Problem
from workbench.formats.tmx_parser import TmxParser
from workbench.formats.tmx_units import RawUnit
from workbench.formats.xml_stream import UnknownEncodingError, Utf8Stream

ReportProblem = Callable[[Problem], None]
ReportBytes = Callable[[int], None]

_BLOCK = 1 << 18
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_THREE_LETTERS = {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en", "fra": "fr", "fre": "fr", "deu": "de"}


class TmxUnit(NamedTuple):
    """One pair of a memory: plain texts, and what the file says about them.

    `source_markup` and `target_markup` are the contents of `<seg>` as XML where it has inline elements,
    "" where it is plain text. `line` is the line of `<tu>` in the file, from 1 (0 = not from a file).
    Times are in UTC; None when absent or malformed.
    """

    source: str
    target: str
    source_language: str = "zh"
    target_language: str = "en"
    line: int = 0
    unit_id: str = ""
    created: datetime | None = None
    created_by: str = ""
    changed: datetime | None = None
    changed_by: str = ""
    props: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    source_markup: str = ""
    target_markup: str = ""


def primary_language(tag: str) -> str:
    """Return the primary subtag of a language tag in lower case: `zh` for zh-CN, zh_Hans and cmn."""
    primary = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _THREE_LETTERS.get(primary, primary)


def read_units(
    path: Path,
    *,
    source: str = "zh",
    target: str = "en",
    on_problem: ReportProblem | None = None,
    on_bytes: ReportBytes | None = None,
    keep_partial: bool = False,
) -> Iterator[TmxUnit]:
    """Yield the pairs of `source` and `target` in file order; memory stays small whatever the size.

    A unit with several targets in the language yields one pair for each. A damaged unit, or one without the
    pair, is told to `on_problem` with its line and left out; reading goes on behind it. `on_bytes` hears how
    many bytes were read so far, after every block.
    Raises `FormatError` when the file is not TMX, declares entities or an external DTD, is in an unknown
    encoding, or ends in the middle (the last only unless `keep_partial`: then it is a problem too).
    """
    report = on_problem or _ignore
    wanted = (_Wanted(source), _Wanted(target))
    with path.open("rb") as file:
        for raw in _raw_units(file, path.name, report=report, on_bytes=on_bytes, keep_partial=keep_partial):
            if raw.damage:
                report(Problem(path.name, f"line {raw.line}", f"{raw.damage} This unit was left out."))
                continue
            found = list(_pairs(raw, *wanted))
            if not found:
                languages = ", ".join(sorted({variant.language for variant in raw.variants})) or "none"
                message = f"No {source}-{target} pair with text in this unit (languages: {languages})."
                report(Problem(path.name, f"line {raw.line}", message))
            yield from found


def _ignore(problem: Problem) -> None:
    """Take no notice of a problem."""


class _Wanted:
    """One side of the wanted pair: how well a language tag fits it."""

    def __init__(self, tag: str) -> None:
        self.tag = tag.replace("_", "-").lower()
        self.primary = primary_language(tag)
        self._known: dict[str, int] = {}

    def rank(self, tag: str) -> int:
        """Return 0 for another language, 1 for the language, 2 for the very tag (or simplified Chinese)."""
        rank = self._known.get(tag)
        if rank is None:
            rank = self._known[tag] = self._compare(tag.replace("_", "-").lower())
        return rank

    def _compare(self, tag: str) -> int:
        if primary_language(tag) != self.primary:
            return 0
        is_traditional = any(mark in tag for mark in ("hant", "-tw", "-hk", "-mo"))
        return 1 if is_traditional and self.tag == "zh" else 2 if self.tag in (tag, self.primary) else 1


def _pairs(raw: RawUnit, source: _Wanted, target: _Wanted) -> Iterator[TmxUnit]:
    best = None
    best_rank = 0
    targets = []
    for variant in raw.variants:
        if not variant.text or variant.text.isspace():
            continue
        if (rank := source.rank(variant.language)) > best_rank:
            best, best_rank = variant, rank
        elif target.rank(variant.language):
            targets.append(variant)
    if best is None:
        return
    attributes = raw.attributes
    seen: set[str] = set()
    for variant in targets:
        if variant.text in seen:
            continue
        seen.add(variant.text)
        own = variant.attributes
        yield TmxUnit(
            best.text,
            variant.text,
            best.language,
            variant.language,
            raw.line,
            attributes.get("tuid", ""),
            _time(own.get("creationdate") or attributes.get("creationdate")),
            own.get("creationid") or attributes.get("creationid", ""),
            _time(own.get("changedate") or attributes.get("changedate")),
            own.get("changeid") or attributes.get("changeid", ""),
            tuple(raw.props),
            tuple(raw.notes),
            best.markup,
            variant.markup,
        )


def _time(text: str | None) -> datetime | None:
    """Read a TMX date (ISO 8601 basic, `YYYYMMDDThhmmssZ`); None when there is none or it is malformed."""
    if not text:
        return None
    try:
        if len(text) == 16 and text[8] == "T":
            return datetime(
                int(text[:4]), int(text[4:6]), int(text[6:8]), int(text[9:11]), int(text[11:13]), int(text[13:15]),
                tzinfo=UTC,
            )  # fmt: skip
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def _raw_units(
    file: IO[bytes], name: str, *, report: ReportProblem, on_bytes: ReportBytes | None, keep_partial: bool
) -> Iterator[RawUnit]:
    """Yield every `<tu>` of the file, damaged ones marked."""
    try:
        stream = Utf8Stream(file)
    except UnknownEncodingError as error:
        message = f"{name} says it is in {error}, which is not a text encoding known here. Save it as UTF-8."
        raise FormatError(message) from error
    parser = TmxParser(name, doubts_replacements=stream.is_transcoded)
    while block := stream.read(_BLOCK):
        parser.feed(block)
        yield from parser.take_units()
        if on_bytes is not None:
            on_bytes(stream.bytes_read)
    missing = parser.finish()
    yield from parser.take_units()
    if not parser.is_tmx:
        raise FormatError(f"{name} is not a TMX file: it has no <tmx> element.")
    if missing:
        message = f"The file ends in the middle ({missing})."
        if not keep_partial:
            raise FormatError(f"{name}: {message} Get a complete copy of it.", place=f"line {parser.line}")
        report(Problem(name, f"line {parser.line}", message))


def write_units(
    path: Path,
    units: Iterable[TmxUnit],
    *,
    source_language: str = "zh",
    target_language: str = "en",
    creation_tool: str = "Translation Workbench",
    tool_version: str = "0.1.0",
) -> int:
    """Write `units` to `path` as TMX 1.4b in UTF-8 and return how many were written.

    Written to a temporary name beside it, synced, then renamed: the old file stays whole until the new
    one is. Control characters that XML cannot carry are left out. Raises `OSError` as the disk gives it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            count = _write(file, units, (source_language, target_language), (creation_tool, tool_version))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return count


def _write(file: IO[str], units: Iterable[TmxUnit], languages: tuple[str, str], tool: tuple[str, str]) -> int:
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f"<header creationtool={_attribute(tool[0])} creationtoolversion={_attribute(tool[1])}"
        f' segtype="sentence" o-tmf="workbench" adminlang="en" srclang={_attribute(languages[0])}'
        ' datatype="plaintext"/>\n<body>\n'
    )
    count = 0
    for unit in units:
        file.write(_unit_xml(unit, *languages))
        count += 1
    file.write("</body>\n</tmx>\n")
    return count


def _unit_xml(unit: TmxUnit, source_language: str, target_language: str) -> str:
    attributes = (
        _named("tuid", unit.unit_id)
        + _named("creationdate", _date(unit.created))
        + _named("creationid", unit.created_by)
        + _named("changedate", _date(unit.changed))
        + _named("changeid", unit.changed_by)
    )
    notes = "".join(f"<note>{_text(note)}</note>\n" for note in unit.notes)
    props = "".join(f"<prop type={_attribute(kind)}>{_text(value)}</prop>\n" for kind, value in unit.props)
    source = unit.source_markup or _text(unit.source)
    target = unit.target_markup or _text(unit.target)
    return (
        f"<tu{attributes}>\n{notes}{props}"
        f"<tuv xml:lang={_attribute(unit.source_language or source_language)}><seg>{source}</seg></tuv>\n"
        f"<tuv xml:lang={_attribute(unit.target_language or target_language)}><seg>{target}</seg></tuv>\n</tu>\n"
    )


def _named(name: str, value: str) -> str:
    return f" {name}={_attribute(value)}" if value else ""


def _date(when: datetime | None) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") if when else ""


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("", text), {"\r": "&#13;"})
