"""From expat's events to raw units of a TMX file: one for each `<tu>`."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers.expat import XMLParserType
from xml.sax.saxutils import escape, quoteattr

from workbench.sentences import say

_NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})
_FIELDS = frozenset({"seg", "prop", "note"})
_LONGEST_TEXT = 200_000
_MOST_VARIANTS = 1_000


class Variant(NamedTuple):
    """One language of a unit: plain text, and the markup of the segment where it has any."""

    language: str
    text: str
    markup: str
    attributes: dict[str, str]


class RawUnit:
    """One `<tu>` as it stands in the file; `damage` is a sentence when it could not be read."""

    __slots__ = ("attributes", "damage", "line", "notes", "props", "variants")

    def __init__(self, line: int, attributes: dict[str, str]) -> None:
        self.line = line
        self.attributes = attributes
        self.variants: list[Variant] = []
        self.props: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.damage = ""


class UnitBuilder:
    """Collects units from the events of one expat after another (`attach`).

    Plain text is what a reader sees: the contents of `<hi>` belong to it, native codes (`bpt`, `ept`,
    `ph`, `it`, `ut`, and sub-flows within them) do not; those are kept in the variant's markup.
    """

    def __init__(self, *, doubts_replacements: bool) -> None:
        self.is_tmx = False
        self.root = ""
        self.closed = 0
        self.lines_before = 0
        self._doubts = doubts_replacements
        self._units: list[RawUnit] = []
        self._forget()

    def attach(self, parser: XMLParserType, lines_before: int) -> None:
        """Listen to `parser`; its first line is line `lines_before` + 1 of the file."""
        self._parser = parser
        self.lines_before = lines_before
        self._forget()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.SkippedEntityHandler = self._skipped_entity

    def take(self) -> list[RawUnit]:
        """Return the units finished since the last call."""
        units, self._units = self._units, []
        return units

    def abandon(self, line: int, damage: str) -> None:
        """Give up the unit being read (or the place where none is) with a sentence on why."""
        unit = self._unit or RawUnit(line, {})
        unit.damage = damage
        self._units.append(unit)
        self._forget()

    def limit_text(self) -> None:
        """Mark the unit as damaged when the text being read has grown beyond all reason."""
        length = sum(map(len, self._text)) + sum(map(len, self._markup))
        if length > _LONGEST_TEXT:
            self._damage(
                say(
                    "A text of this unit is longer than {count:,} characters.",
                    count=_LONGEST_TEXT,
                )
            )
            self._text.clear()
            self._markup.clear()

    def _forget(self) -> None:
        self._unit: RawUnit | None = None
        self._text: list[str] = []
        self._markup: list[str] = []
        self._inline: list[str] = []
        self._native = 0
        self._field = ""
        self._field_type = ""
        self._language = ""
        self._attributes: dict[str, str] = {}

    # -- events: `_field` is the element whose text is being read -----------------------------------------

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._field:
            if self._field == "seg" and name != "tu":
                self._start_inline(name, attributes)
                return
            self._damage(say("<{name}> stands inside <{field}>.", name=name[:40], field=self._field))
        if name in _FIELDS:
            self._text = []
            self._field = name
            self._field_type = attributes.get("type", "")
            self._parser.CharacterDataHandler = self._text.append
        elif name == "tuv":
            self._language = attributes.pop("xml:lang", "") or attributes.pop("lang", "")
            self._attributes = attributes
        elif name == "tu":
            if self._unit is not None:
                self.abandon(self._unit.line, say("The unit is not closed."))
            self._unit = RawUnit(self.lines_before + self._parser.CurrentLineNumber, attributes)
        elif not self.root:
            self.root = name
            self.is_tmx = name == "tmx"

    def _end(self, name: str) -> None:
        if self._inline:
            self._end_inline(name)
        elif name == self._field:
            self._end_field(name)
        elif name == "tu" and self._unit is not None:
            self._units.append(self._unit)
            self._unit = None
            self.closed += 1

    def _end_field(self, name: str) -> None:
        self._parser.CharacterDataHandler = None
        self._field = ""
        text = "".join(self._text)
        unit = self._unit
        if unit is None:
            return
        if name == "seg":
            if len(text) > _LONGEST_TEXT:
                self._damage(
                    say(
                        "A text of this unit is longer than {count:,} characters.",
                        count=_LONGEST_TEXT,
                    )
                )
            elif self._doubts and "\ufffd" in text:
                self._damage(say("Some bytes of this unit cannot be read in the encoding the file declares."))
            elif len(unit.variants) < _MOST_VARIANTS:
                unit.variants.append(Variant(self._language, text, "".join(self._markup), self._attributes))
            self._markup = []
        elif name == "prop":
            unit.props.append((self._field_type, text))
        else:
            unit.notes.append(text)

    def _start_inline(self, name: str, attributes: dict[str, str]) -> None:
        if not self._markup:
            self._markup.append(escape("".join(self._text)))
            self._parser.CharacterDataHandler = self._inline_text
        written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        self._markup.append(f"<{name}{written}>")
        self._inline.append(name)
        self._native += name in _NATIVE

    def _end_inline(self, name: str) -> None:
        self._inline.pop()
        self._markup.append(f"</{name}>")
        self._native -= name in _NATIVE

    def _inline_text(self, text: str) -> None:
        self._markup.append(escape(text))
        if not self._native:
            self._text.append(text)

    def _skipped_entity(self, name: str, _is_parameter: bool) -> None:
        self._damage(say("It uses an unknown entity (&{name};).", name=name[:40]))

    def _damage(self, sentence: str) -> None:
        if self._unit is not None:
            self._unit.damage = sentence
