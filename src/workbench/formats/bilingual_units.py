"""Pairs out of bilingual files of other programs: XLIFF 1.2 and its kin from memoQ (.mqxliff, .mqxlz) and Trados (.sdlxliff).

memoQ exports its memories as TMX and its documents as XLIFF 1.2, alone or in a ZIP (.mqxlz). A unit cut into
segments (`<mrk mtype="seg">`) gives a pair for each segment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workbench.errors import FormatError, Problem
from workbench.formats.gate import looks_like_zip, open_zip, safe_xml
from workbench.formats.tmx_units import LanguagePair, TmxUnit
from workbench.formats.xliff_text import local_name
from workbench.sentences import say

ENDINGS = frozenset({".xlf", ".xliff", ".mqxliff", ".mqxlz", ".sdlxliff"})
_CODES = frozenset({"bpt", "ept", "ph", "it", "x", "bx", "ex", "sub"})


def read_bilingual_units(
    path: Path, *, source: str, target: str, on_problem: Callable[[Problem], None]
) -> Iterator[TmxUnit]:
    """Yield the pairs of a bilingual file that have both sides, in the wanted direction.

    Raises `FormatError` when the file is not XLIFF 1.2, is hostile, or has other languages.
    """
    pair = LanguagePair(source, target)
    for data in _documents(path):
        root = safe_xml(data, name=path.name)
        if local_name(root) != "xliff" or not str(root.get("version", "1")).startswith("1"):
            raise FormatError(say("{name} is not a bilingual file in XLIFF 1.2.", name=path.name))
        for file in (element for element in root.iter() if local_name(element) == "file"):
            yield from _of_file(file, pair, path.name, on_problem)


def _documents(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    if not looks_like_zip(data):
        yield data
        return
    parts = open_zip(data, name=path.name)
    names = sorted(name for name in parts if name.lower().endswith((".mqxliff", ".xlf", ".xliff")))
    if not names:
        raise FormatError(
            say("{name} holds no bilingual document. Export it again from memoQ.", name=path.name)
        )
    for name in names:
        yield parts[name]


def _of_file(
    file: Any, pair: LanguagePair, name: str, on_problem: Callable[[Problem], None]
) -> Iterator[TmxUnit]:
    languages = (str(file.get("source-language", "")), str(file.get("target-language", "")))
    is_forward = bool(pair.source.rank(languages[0]) and pair.target.rank(languages[1]))
    if not is_forward and not (pair.source.rank(languages[1]) and pair.target.rank(languages[0])):
        said = say(
            "It is in {found}, not in {wanted}. Nothing of it was taken.",
            found="-".join(languages),
            wanted=f"{pair.source.tag}-{pair.target.tag}",
        )
        on_problem(Problem(name, say("line {number}", number=file.sourceline or 0), said))
        return
    for unit in (element for element in file.iter() if local_name(element) == "trans-unit"):
        for number, one, other in _pairs(unit):
            texts = (one, other) if is_forward else (other, one)
            tags = languages if is_forward else languages[::-1]
            if one.strip() and other.strip():
                yield TmxUnit(*texts, *tags, line=unit.sourceline or 0, unit_id=number)


def _pairs(unit: Any) -> Iterator[tuple[str, str, str]]:
    """Yield identifier, source and target of a unit, or of each of its segments."""
    children = {local_name(child): child for child in unit if isinstance(child.tag, str)}
    source = children.get("seg-source", children.get("source"))
    target = children.get("target")
    if source is None or target is None:
        return
    ours, theirs = _segments(source), _segments(target)
    number = str(unit.get("id", ""))
    if not ours or not theirs:
        yield number, _text(children.get("source", source)), _text(target)
        return
    for key, text in ours.items():
        if key in theirs:
            yield f"{number}.{key}", text, theirs[key]


def _segments(element: Any) -> dict[str, str]:
    marks = (each for each in element.iter() if local_name(each) == "mrk" and each.get("mtype") == "seg")
    return {str(mark.get("mid", place)): _text(mark) for place, mark in enumerate(marks)}


def _text(element: Any) -> str:
    """Return what a reader sees: the contents of codes are left out, those of groups and marks are kept."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and local_name(child) not in _CODES:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
