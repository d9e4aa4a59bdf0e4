"""Translation memories as TMX 1.4b: read as a stream, written whole, hostile files refused.

Standard: TMX 1.4b (LISA OSCAR, 2005), levels 1 and 2. The direction is ours, whatever the header calls
its source; languages are matched by their primary subtag (`zh` finds zh-CN, zh_Hans, cmn).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from workbench.errors import FormatError, Problem
from workbench.formats.tmx_events import RawUnit
from workbench.formats.tmx_parser import TmxParser
from workbench.formats.tmx_plain import PlainUnits
from workbench.formats.tmx_units import LanguagePair, TmxUnit, primary_language
from workbench.formats.xml_stream import UnknownEncodingError, Utf8Stream
from workbench.sentences import Sentence, join, listed, say, verbatim

__all__ = ["TmxUnit", "primary_language", "read_units", "write_units", "write_units_in_steps"]

ReportProblem = Callable[[Problem], None]
ReportBytes = Callable[[int], None]

_BLOCK = 1 << 18
_LARGEST_UNIT = 1 << 22
_STEP = 5_000
_TAIL = 1 << 16
_UNIT_END = re.compile(rb"</tu\s*>")
_SPECIAL = re.compile("[<>&\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
    with path.open("rb") as file:
        try:
            stream = Utf8Stream(file)
        except UnknownEncodingError as error:
            message = say(
                "{path} says it is in {encoding}, which is not a text encoding known here. Save it as UTF-8.",
                path=path.name,
                encoding=str(error),
            )
            raise FormatError(message) from error
        reader = _Reader(path.name, stream, LanguagePair(source, target), report)
        yield from reader.units(on_bytes)
        missing = reader.finish()
        yield from reader.found
        if missing:
            place = say("line {number}", number=reader.line)
            if not keep_partial:
                message = say(
                    "{path}: the file ends in the middle ({missing}). Get a complete copy of it.",
                    path=path.name,
                    missing=verbatim(missing),
                )
                raise FormatError(message, place=place)
            report(
                Problem(
                    path.name,
                    place,
                    say("The file ends in the middle ({missing}).", missing=verbatim(missing)),
                )
            )


def refuse_cut(path: Path) -> None:
    """Raise `FormatError` for a long TMX file that ends in the middle, before any of it is taken.

    Only the end is looked at, so what is wrong elsewhere shows when the file is read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            if size < _BLOCK or b"<tmx" not in file.read(_BLOCK).replace(b"\0", b""):
                return
            file.seek(size - _TAIL)
            end = file.read().replace(b"\0", b"")
    except OSError:
        return  # whoever reads it says so
    if b"tmx>" not in end.rstrip()[-_TAIL:].replace(b" ", b""):
        raise FormatError(
            say(
                "{path}: the file ends in the middle ({missing}). Get a complete copy of it.",
                path=path.name,
                missing="</tmx>",
            )
        )


def _ignore(problem: Problem) -> None:
    """Take no notice of a problem."""


class _Reader:
    """Sends plain units the quick way and everything else through expat, in file order."""

    def __init__(self, name: str, stream: Utf8Stream, pair: LanguagePair, report: ReportProblem) -> None:
        self.found: list[TmxUnit] = []
        self.line = 1
        self._name = name
        self._stream = stream
        self._pair = pair
        self._report = report
        self._parser = TmxParser(name, doubts_replacements=stream.is_transcoded)
        self._plain = PlainUnits(pair, self.found.append)
        self._is_between_units = False

    def units(self, on_bytes: ReportBytes | None) -> Iterator[TmxUnit]:
        """Yield the units of the stream, block by block."""
        buffer = b""
        while block := self._stream.read(_BLOCK):
            buffer = self._take(buffer + block)
            yield from self.found
            self.found.clear()
            if on_bytes is not None:
                on_bytes(self._stream.bytes_read)
        self._feed(buffer)

    def finish(self) -> str:
        """End the file; return what is missing. Raises `FormatError` when it never was TMX."""
        missing = self._parser.finish()
        self._drain()
        if not self._parser.is_tmx:
            raise FormatError(say("{name} is not a TMX file: it has no <tmx> element.", name=self._name))
        return missing

    def _take(self, buffer: bytes) -> bytes:
        """Read whole units from the buffer; return the rest."""
        at = 0
        while True:
            if self._is_between_units and not self._stream.is_transcoded:
                at, self.line = self._plain.take(buffer, at, self.line)
            end = _UNIT_END.search(buffer, at)
            if end is None:
                break
            closed = self._parser.units_closed
            self._feed(buffer[at : end.end()])
            at = end.end()
            # exactly one unit ended, and the only end tag in what was fed is its: not one inside a comment
            self._is_between_units = self._parser.units_closed == closed + 1
        if len(buffer) - at <= _LARGEST_UNIT:
            return buffer[at:]
        self._is_between_units = False
        self._feed(buffer[at:])
        return b""

    def _feed(self, part: bytes) -> None:
        self._parser.feed(part, self.line)
        self.line += part.count(b"\n")
        self._drain()

    def _drain(self) -> None:
        for raw in self._parser.take_units():
            pairs = [] if raw.damage else self._pair.pick(raw)
            self.found += pairs
            if not pairs:
                self._report(Problem(self._name, say("line {number}", number=raw.line), self._why_not(raw)))

    def _why_not(self, raw: RawUnit) -> Sentence:
        if raw.damage:
            return join([verbatim(raw.damage), say("This unit was left out.")])
        languages = listed(sorted({variant.language for variant in raw.variants})) or say("none")
        wanted = f"{self._pair.source.tag}-{self._pair.target.tag}"
        return say(
            "No {wanted} pair with text in this unit (languages: {languages}).",
            wanted=wanted,
            languages=languages,
        )


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
    steps = write_units_in_steps(
        path,
        units,
        languages=(source_language, target_language),
        tool=(creation_tool, tool_version),
    )
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return int(end.value)


def write_units_in_steps(
    path: Path,
    units: Iterable[TmxUnit],
    *,
    languages: tuple[str, str] = ("zh", "en"),
    tool: tuple[str, str] = ("Translation Workbench", "0.1.0"),
) -> Generator[int, None, int]:
    """Do what `write_units` does and yield now and then how many are written; closing it leaves nothing behind."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            count = yield from _write(file, units, languages, tool)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return count


def _write(
    file: IO[str], units: Iterable[TmxUnit], languages: tuple[str, str], tool: tuple[str, str]
) -> Generator[int, None, int]:
    file.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f"<header creationtool={_attribute(tool[0])} creationtoolversion={_attribute(tool[1])}"
        f' segtype="sentence" o-tmf="workbench" adminlang="en" srclang={_attribute(languages[0])}'
        ' datatype="plaintext"/>\n<body>\n'
    )
    count = 0
    rest = iter(units)
    while part := list(islice(rest, _STEP)):
        file.write("".join([_unit_xml(unit, *languages) for unit in part]))
        count += len(part)
        yield count
    file.write("</body>\n</tmx>\n")
    return count


def _unit_xml(unit: TmxUnit, source_language: str, target_language: str) -> str:
    facts: Sequence[tuple[str, str]] = (
        ("creationdate", _date(unit.created)),
        ("creationid", unit.created_by),
        ("changedate", _date(unit.changed)),
        ("changeid", unit.changed_by),
    )
    head, one, two = _named("tuid", unit.unit_id), "", ""
    if unit.attributes:
        head, one, two, facts = _with_others(unit, head, facts)
    head += "".join([_named(*fact) for fact in facts])
    fields = ""
    if unit.notes or unit.props:
        fields = "".join(f"<note>{_text(note)}</note>\n" for note in unit.notes)
        fields += "".join(
            f"<prop type={_attribute(kind)}>{_text(value)}</prop>\n" for kind, value in unit.props
        )
    source = unit.source_markup or _text(unit.source)
    target = unit.target_markup or _text(unit.target)
    return (
        f"<tu{head}>\n{fields}"
        f"<tuv xml:lang={_attribute(unit.source_language or source_language)}{one}><seg>{source}</seg></tuv>\n"
        f"<tuv xml:lang={_attribute(unit.target_language or target_language)}{two}><seg>{target}</seg></tuv>\n</tu>\n"
    )


def _with_others(
    unit: TmxUnit, head: str, facts: Sequence[tuple[str, str]]
) -> tuple[str, str, str, Sequence[tuple[str, str]]]:
    """Return the attributes of the unit and its sides where there are more than facts, and the facts still to write.

    A fact that the unit says otherwise than its target is written at the target.
    """
    written = {"tu": head, "source": "", "target": ""}
    for place, name, value in unit.attributes:
        written[place] += _named(name, value)
    taken = {name for place, name, _ in unit.attributes if place == "tu"}
    written["target"] += "".join(_named(*fact) for fact in facts if fact[0] in taken)
    rest = [fact for fact in facts if fact[0] not in taken]
    return written["tu"], written["source"], written["target"], rest


def _named(name: str, value: str) -> str:
    return f" {name}={_attribute(value)}" if value else ""


@lru_cache(maxsize=10_000)
def _date(when: datetime | None) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") if when else ""


def _attribute(text: str) -> str:
    if text.isalnum() and text.isascii():
        return f'"{text}"'
    return quoteattr(_ILLEGAL.sub("", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _text(text: str) -> str:
    if _SPECIAL.search(text) is None:
        return text
    return escape(_ILLEGAL.sub("", text), {"\r": "&#13;"})
