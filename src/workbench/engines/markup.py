"""Codes in a text (inline markup, placeholders) as XML for a server and back: each once, and rightly nested.

Exchange files bring them: `<1>…</1>` and `<2/>` from XLIFF, `{0}`, `%s` and HTML from PO.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import escape
from xml.parsers import expat

from workbench.errors import EngineError
from workbench.model.passage import Passage
from workbench.sentences import say

AROUND, ALONE = "g", "x"
"""The elements that stand for a pair of codes around text, and for a code alone."""

_CODE = re.compile(
    r"""
    <(?P<end>/?)(?P<name>[A-Za-z0-9_][\w.:+-]*)(?:\s[^<>]*?)?(?P<empty>/?)>
    | &(?:[A-Za-z]\w*|\#\d+|\#x[\dA-Fa-f]+);
    | \{\{\s*[\w.]+\s*\}\} | \$?\{[\w.\[\]]*(?:![rsa])?(?::[^{}\s]*)?\}
    | (?<![\d%])%(?:\([\w.]+\)|\d+\$)?[-+\#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j)?[sdiuoxXfFeEgGc@]
    | (?<![\d%])%L?\d{1,2}(?![\d%$])
    """,
    re.VERBOSE | re.ASCII,
)


def has_codes(text: str) -> bool:
    """Tell whether a text holds markup or placeholders."""
    return _CODE.search(text) is not None


def as_xml(text: str) -> str:
    """Return a text with each code as an element that carries its number, all else escaped."""
    codes = list(_CODE.finditer(text))
    ends = _pairs(codes)
    closing = set(ends.values())
    pieces, at = [], 0
    for number, code in enumerate(codes):
        pieces.append(escape(text[at : code.start()], quote=False))
        at = code.end()
        if number in ends:
            pieces.append(f'<{AROUND} id="{number}">')
        elif number in closing:
            pieces.append(f"</{AROUND}>")
        else:
            shown = "" if code["name"] else escape(code[0], quote=False)
            pieces.append(f'<{ALONE} id="{number}">{shown}</{ALONE}>')
    return "".join([*pieces, escape(text[at:], quote=False)])


def from_xml(answer: str, source: str) -> str | None:
    """Return an answer with the codes of its source; None when one is missing, doubled, foreign or crossed."""
    reading = _Reading([code[0] for code in _CODE.finditer(source)], _pairs(list(_CODE.finditer(source))))
    if "<!" in answer:  # we sent no declaration
        return None
    try:
        text = reading.text_of(answer)
    except (expat.ExpatError, LookupError, ValueError):
        return None
    return text if keeps_codes(source, text) else None


def keeps_codes(source: str, target: str) -> bool:
    """Tell whether a translation has the codes of its source, as many of each and as many pairs."""
    asked, found = list(_CODE.finditer(source)), list(_CODE.finditer(target))
    if not asked:
        return True
    is_same = Counter(code[0] for code in asked) == Counter(code[0] for code in found)
    return is_same and len(_pairs(asked)) == len(_pairs(found))


def codes_lost(engine: str, passages: Sequence[Passage]) -> EngineError:
    """Return in words that an engine changed the codes of passages, which stay empty."""
    numbers = ", ".join(str(passage.number) for passage in passages)
    return EngineError(
        say(
            "{engine} changed the markup or placeholders in its answer for row {numbers}. That answer was not "
            "used and the row stays empty; translate it by hand.",
            engine=engine,
            numbers=numbers,
        )
    )


def _pairs(codes: Sequence[re.Match[str]]) -> dict[int, int]:
    """Return which opening code ends with which closing one; those that cross or lack a partner stand alone."""
    ends: dict[int, int] = {}
    open_ones: list[tuple[str, int]] = []
    for number, code in enumerate(codes):
        name = (code["name"] or "").casefold()
        if not name or code["empty"]:
            continue
        if not code["end"]:
            open_ones.append((name, number))
            continue
        place = next((n for n in reversed(range(len(open_ones))) if open_ones[n][0] == name), None)
        if place is not None:
            ends[open_ones[place][1]] = number
            del open_ones[place:]
    return ends


class _Reading:
    """Reads one answer: text as it is, elements as the codes they stand for."""

    def __init__(self, codes: Sequence[str], ends: dict[int, int]) -> None:
        self._codes, self._ends = codes, ends
        self._pieces: list[str] = []
        self._closing: list[str | None] = []

    def text_of(self, answer: str) -> str:
        """Return the text; raises what a foreign element or broken XML raises."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.Parse(f"<answer>{answer}</answer>", True)
        return "".join(self._pieces)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._closing and name == "answer":
            self._closing.append("")
            return
        number = int(attributes["id"])
        if name not in {AROUND, ALONE} or self._closing[-1] is None or number < 0:
            raise ValueError(name)
        self._pieces.append(self._codes[number])
        self._closing.append(self._codes[self._ends[number]] if name == AROUND else None)

    def _end(self, _name: str) -> None:
        self._pieces.append(self._closing.pop() or "")

    def _say(self, text: str) -> None:
        if self._closing[-1] is not None:  # inside a code alone stands the code itself
            self._pieces.append(text)
