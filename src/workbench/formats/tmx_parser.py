"""The expat side of reading TMX: bytes in, raw units out, taking up again behind damage.

Refused outright: entity declarations, attribute defaults, and DTDs from elsewhere. A DOCTYPE that
names a TMX DTD is accepted; nothing is ever opened or fetched.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from workbench.errors import FormatError
from workbench.formats.tmx_events import RawUnit, UnitBuilder
from workbench.sentences import say, verbatim

_NEXT_UNIT = re.compile(rb"<tu[\s>]")
_HARMLESS_DTD = re.compile(r"(?:.*/)?tmx[\w.-]*\.dtd", re.IGNORECASE)
_MOST_DAMAGE = 10_000


class TmxParser:
    """Reads UTF-8 blocks of a TMX file; `take_units` hands over what is complete.

    `doubts_replacements` says that U+FFFD stands for bytes that could not be decoded.
    `feed` raises `FormatError` when the file is refused, is not TMX, or is damaged beyond use.
    """

    def __init__(self, name: str, *, doubts_replacements: bool = False) -> None:
        self._name = name
        self._builder = UnitBuilder(doubts_replacements=doubts_replacements)
        self._is_searching = False
        self._tail = b""
        self._damaged = 0
        self._lines_before_block = 0
        self._bytes_before_block = 0
        self._start(lines_before=0, bytes_before=0)

    @property
    def is_tmx(self) -> bool:
        """Whether the root element was seen."""
        return self._builder.is_tmx

    @property
    def line(self) -> int:
        """The line being read, from 1."""
        return self._lines_before + self._parser.CurrentLineNumber

    @property
    def units_closed(self) -> int:
        """How many units have ended properly so far."""
        return self._builder.closed

    def feed(self, block: bytes, line: int) -> None:
        """Read one block of UTF-8 that begins on `line` of the file."""
        self._skip_lines(line - 1 - self._lines_before_block)
        start = 0
        while start < len(block):
            start = self._search(block, start) if self._is_searching else self._parse(block, start)
        self._lines_before_block += block.count(b"\n")
        self._bytes_before_block += len(block)
        self._builder.limit_text()

    def _skip_lines(self, count: int) -> None:
        """Know of lines that were read elsewhere."""
        self._lines_before += count
        self._lines_before_block += count
        self._builder.lines_before = self._lines_before

    def finish(self) -> str:
        """Tell the parser that the file ends here; return what is missing, "" when it is complete."""
        if self._is_searching:
            return ""
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            return expat.ErrorString(error.code)
        return ""

    def take_units(self) -> list[RawUnit]:
        """Return the units finished since the last call."""
        return self._builder.take()

    def _start(self, *, lines_before: int, bytes_before: int) -> None:
        """Begin with a fresh expat; a restarted one believes to be inside the body."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.specified_attributes = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.AttlistDeclHandler = self._attribute_default
        self._parser = parser
        self._lines_before = lines_before
        if self.is_tmx:
            prologue = b"<tmx><body>"
            parser.Parse(prologue, False)
            bytes_before -= len(prologue)
        self._bytes_before = bytes_before
        self._builder.attach(parser, lines_before)

    def _parse(self, block: bytes, start: int) -> int:
        """Parse from `start`; return where to go on: the end, or behind the damage."""
        try:
            self._parser.Parse(block[start:] if start else block, False)
        except expat.ExpatError as error:
            reason = verbatim(expat.ErrorString(error.code))
            if not self.is_tmx:
                raise FormatError(
                    say("{name} is not a TMX file ({reason}).", name=self._name, reason=reason),
                    place=say("line {number}", number=self.line),
                ) from error
            self._damaged += 1
            if self._damaged > _MOST_DAMAGE:
                message = say(
                    "{name} has more than {count:,} damaged units. Get a sound copy of it.",
                    name=self._name,
                    count=_MOST_DAMAGE,
                )
                raise FormatError(message, place=say("line {number}", number=self.line)) from error
            self._builder.abandon(
                self.line,
                say(
                    "The XML cannot be read here ({reason}, line {number}).", reason=reason, number=self.line
                ),
            )
            self._is_searching, self._tail = True, b""
            offset = self._bytes_before + self._parser.ErrorByteIndex - self._bytes_before_block
            return min(max(start, offset) + 1, len(block))
        if not self.is_tmx and self._builder.root:
            raise FormatError(
                say(
                    "{name} is not a TMX file: its first element is <{root}>.",
                    name=self._name,
                    root=self._builder.root[:40],
                )
            )
        return len(block)

    def _search(self, block: bytes, start: int) -> int:
        """Look for the next `<tu>`; return where to go on."""
        joined = self._tail + block[start:]
        found = _NEXT_UNIT.search(joined)
        if found is None:
            self._tail = joined[-3:]
            return len(block)
        self._is_searching = False
        at = start + found.start() - len(self._tail)
        lines = self._lines_before_block + (block.count(b"\n", 0, at) if at > 0 else 0)
        self._start(lines_before=lines, bytes_before=self._bytes_before_block + at)
        if at < 0:  # the tag began in the block before
            self._parser.Parse(joined[found.start() : found.start() - at], False)
            return start
        return at

    def _doctype(self, _name: str, system: str | None, public: str | None, _has_subset: bool) -> None:
        if (system or public) and not _HARMLESS_DTD.fullmatch(system or ""):
            raise FormatError(
                say(
                    "{name} asks for a DTD from elsewhere ({system}). "
                    "Files that do are not read: remove the DOCTYPE line.",
                    name=self._name,
                    system=(system or public or "")[:80],
                ),
                place=say("line {number}", number=self.line),
            )

    def _entity(self, name: str, *_details: object) -> None:
        raise FormatError(
            say(
                "{name} declares an entity ({entity}). Files that do are not read, "
                "because entities can pull in other files or grow without end.",
                name=self._name,
                entity=name[:40],
            ),
            place=say("line {number}", number=self.line),
        )

    def _attribute_default(self, *_details: object) -> None:
        raise FormatError(
            say(
                "{name} brings its own attribute rules inside the DOCTYPE. Files that do are not read: "
                "remove everything between [ and ] there.",
                name=self._name,
            ),
            place=say("line {number}", number=self.line),
        )
