"""The constraints of XLIFF 2.1 on inline codes, annotations and references inside a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbench.formats.xliff21_structure import broken, is_core
from workbench.formats.xliff_text import local_name
from workbench.sentences import say

_CODES = ("ph", "pc", "sc", "ec")
_DATA_REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")
_SUB_FLOWS = ("subFlows", "subFlowsStart", "subFlowsEnd")
# Section 4.3.1.36: the subtypes that the standard itself defines, by type.
_SUB_TYPES = {"fmt": {"xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"}, "ui": {"xlf:var"}}
# Appendix C and section 4.2.1 (fragment identifiers): selectors in their only order, and module prefixes.
_SELECTORS = {"f": 0, "g": 1, "u": 2}
_LEAVES = {"n", "d", "t", "gls", "mtc", "mda", "res", "ctr", "slr", "val", "its", "itsm", "tbx"}
_TOKEN = re.compile(r"[\w.:·-]+")
_XML_CHARACTERS = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def check_codes(unit: Any, parts: list[Any], units: set[str]) -> None:
    """Raise `FormatError` for the first rule that a unit's inline content breaks."""
    sides = {
        side: [each for part in parts for each in part if is_core(each, side)]
        for side in ("source", "target")
    }
    for holders in sides.values():
        elements = [element for holder in holders for element in _inside(holder)]
        _check_ids(parts if holders is sides["source"] else [], elements)
        _check_pairs(elements)
        _check_copies(elements)
        for element in elements:
            _check_element(element, unit, units)
    _check_sequences(parts)
    _check_kept(parts, sides["target"])


def _inside(holder: Any) -> Iterator[Any]:
    return (each for each in holder.iter() if each is not holder and is_core(each))


def _check_ids(parts: list[Any], elements: list[Any]) -> None:
    seen = set()
    for element in (*parts, *elements):
        identifier = element.get("id")
        if identifier is not None and identifier in seen:
            raise broken(element, say("another part of the unit has the same id"))
        seen.add(identifier)


def _check_element(element: Any, unit: Any, units: set[str]) -> None:
    name = local_name(element)
    if name == "cp":
        _check_code_point(element)
    elif name in {"mrk", "sm"}:
        _check_annotation(element, unit)
    elif name in _CODES:
        _check_code(element, unit, units)


def _check_code_point(element: Any) -> None:
    code = int(element.get("hex"), 16)
    if code <= 0x10FFFF and _XML_CHARACTERS.match(chr(code)):
        raise broken(element, say("U+{code:04X} is written as it is, not as <cp>", code=code))


def _check_code(element: Any, unit: Any, units: set[str]) -> None:
    kind, sub_kind = element.get("type"), element.get("subType")
    if sub_kind is not None and kind is None:
        raise broken(element, say("subType stands only beside type"))
    if sub_kind is not None and sub_kind.startswith("xlf:") and sub_kind not in _SUB_TYPES.get(kind, set()):
        raise broken(
            element,
            say("the subType {sub_kind} does not belong to the type {kind}", sub_kind=sub_kind, kind=kind),
        )
    if element.get("canReorder", "yes") != "yes" and not _is_fixed(element):
        raise broken(element, say("a code that may not be reordered has canCopy and canDelete no"))
    known = {each.get("id") for holder in unit if is_core(holder, "originalData") for each in holder}
    for attribute in _DATA_REFERENCES:
        if element.get(attribute, next(iter(known), None)) not in known and attribute in element.attrib:
            raise broken(
                element,
                say(
                    "{attribute} {element!r} names no <data> of the unit",
                    attribute=attribute,
                    element=element.get(attribute),
                ),
            )
    for attribute in _SUB_FLOWS:
        for reference in element.get(attribute, "").split():
            if reference not in units:
                raise broken(
                    element,
                    say(
                        "{attribute} {reference!r} names no unit of the file",
                        attribute=attribute,
                        reference=reference,
                    ),
                )


def _is_fixed(element: Any) -> bool:
    return bool(element.get("canCopy") == "no" and element.get("canDelete") == "no")


def _check_copies(elements: list[Any]) -> None:
    codes = {each.get("id"): each for each in elements if local_name(each) in _CODES}
    for element in elements:
        original = element.get("copyOf")
        if original is None:
            continue
        if any(attribute in element.attrib for attribute in _DATA_REFERENCES):
            raise broken(element, say("copyOf and a reference to original data exclude each other"))
        if original not in codes:
            raise broken(element, say("copyOf {original!r} names no code of the unit", original=original))
        if codes[original].get("canCopy") == "no":
            raise broken(element, say("the code {original!r} may not be copied", original=original))


def _check_pairs(elements: list[Any]) -> None:
    starts = {each.get("id"): each for each in elements if local_name(each) == "sc"}
    markers = {each.get("id"): each for each in elements if local_name(each) == "sm"}
    seen: set[str] = set()
    closed: set[str] = set()
    for element in elements:
        name, reference = local_name(element), element.get("startRef")
        if name in {"sc", "sm"}:
            seen.add(element.get("id"))
        elif name == "em":
            _check_end(element, reference, markers, seen)
            closed.add(reference)
        elif name == "ec":
            _check_end_code(element, reference, starts, seen)
            closed.add(reference or "")
    for marker in markers.values():
        if marker.get("id") not in closed:
            raise broken(marker, say("the annotation is never closed by an <em>"))
    for start in starts.values():
        if (start.get("id") in closed) == (start.get("isolated") == "yes"):
            raise broken(start, say("it is isolated if, and only if, its <ec> is not in the unit"))


def _check_end(element: Any, reference: str | None, starts: dict[str, Any], seen: set[str]) -> None:
    if reference not in starts:
        raise broken(element, say("startRef {reference!r} names no start in the unit", reference=reference))
    if reference not in seen:
        raise broken(element, say("it stands before its start {reference!r}", reference=reference))


def _check_end_code(element: Any, reference: str | None, starts: dict[str, Any], seen: set[str]) -> None:
    if element.get("isolated") == "yes":
        if reference is not None or element.get("id") is None:
            raise broken(element, say("isolated, it has an id and no startRef"))
        return
    if element.get("id") is not None or reference is None:
        raise broken(element, say("not isolated, it has a startRef and no id"))
    _check_end(element, reference, starts, seen)
    start = starts[reference]
    for attribute in ("canCopy", "canDelete", "canOverlap"):
        if element.get(attribute, "yes") != start.get(attribute, "yes"):
            raise broken(element, say("{attribute} is the same at both ends of a pair", attribute=attribute))
    wanted = {"firstNo": {"no"}, "no": {"no"}, "yes": {"yes"}}[start.get("canReorder", "yes")]
    if element.get("canReorder", "yes") not in wanted:
        raise broken(element, say("canReorder does not fit the start of the pair"))


def _check_annotation(element: Any, unit: Any) -> None:
    reference, value = element.get("ref"), element.get("value")
    if reference is not None and reference.startswith("#"):
        _check_fragment(element, reference[1:])
    if element.get("type") != "comment":
        return
    if (reference is None) == (value is None):
        raise broken(element, say("a comment has either a value or a reference"))
    notes = {note.get("id") for each in unit if is_core(each, "notes") for note in each}
    if reference is not None and not _names_note(reference, unit, notes):
        raise broken(element, say("{reference!r} names no note of this unit", reference=reference))


def _names_note(reference: str, unit: Any, notes: set[str]) -> bool:
    """Tell whether "#n=1", or "#/f=f1/u=u1/n=1" of this very unit, is the reference."""
    file = next(each for each in unit.iterancestors() if is_core(each, "file"))
    steps = dict(
        part.rpartition("=")[::2] for part in reference.removeprefix("#").removeprefix("/").split("/")
    )
    is_here = steps.get("f", file.get("id")) == file.get("id") and steps.get("u", unit.get("id")) == unit.get(
        "id"
    )
    is_whole = "f" not in steps or "u" in steps
    return reference.startswith("#") and is_here and is_whole and "g" not in steps and steps.get("n") in notes


def _check_fragment(element: Any, fragment: str) -> None:
    parts = fragment.removeprefix("/").split("/")
    depth = -1
    for index, part in enumerate(parts):
        prefix, separator, identifier = part.rpartition("=")
        is_last = index == len(parts) - 1
        if not _TOKEN.fullmatch(identifier) or (separator and not _TOKEN.fullmatch(prefix)):
            raise broken(element, say("the reference {part!r} is not well formed", part=part))
        if prefix in _SELECTORS:
            if _SELECTORS[prefix] < depth or (_SELECTORS[prefix] == depth and prefix != "g"):
                raise broken(
                    element, say("{prefix}= stands at the wrong place of a reference", prefix=prefix)
                )
            depth = _SELECTORS[prefix]
        elif not is_last:
            raise broken(element, say("{part!r} stands only at the end of a reference", part=part))
        elif prefix and prefix not in _LEAVES:
            raise broken(element, say("the prefix {prefix!r} of a reference is not known", prefix=prefix))


def _check_sequences(parts: list[Any]) -> None:
    """Codes from a firstNo on stand in the target one after the other, as they do in the source."""
    for part in parts:
        source = next(each for each in part if is_core(each, "source"))
        target = next((each for each in part if is_core(each, "target")), None)
        stream = list(_stream(source))
        for start, (name, kind) in enumerate(stream):
            if kind == "no" and (start == 0 or stream[start - 1][1] == "yes"):
                raise broken(part, say("the code {name} has canReorder no and follows no firstNo", name=name))
            if kind == "firstNo" and target is not None:
                sequence = _sequence(stream, start)
                if not _stands_in(sequence, [each for each, _ in _stream(target)]):
                    raise broken(
                        part, say("the codes {codes} may not be reordered", codes=", ".join(sequence))
                    )


def _sequence(stream: list[tuple[str, str]], start: int) -> list[str]:
    end = start + 1
    while end < len(stream) and stream[end][1] == "no":
        end += 1
    return [name for name, _ in stream[start:end]]


def _stands_in(sequence: list[str], stream: list[str]) -> bool:
    if sequence[0] not in stream:
        return True
    at = stream.index(sequence[0])
    return stream[at : at + len(sequence)] == sequence


def _stream(holder: Any) -> Iterator[tuple[str, str]]:
    """Yield start and end of every code in order, with its canReorder."""
    pending = [(each, False) for each in reversed(holder)]
    while pending:
        element, is_end = pending.pop()
        if not is_core(element):
            continue
        name, kind = local_name(element), element.get("canReorder", "yes")
        identifier = element.get("id") or f"/{element.get('startRef')}"
        if is_end:
            yield f"/{identifier}", "no" if kind != "yes" else "yes"
            continue
        if name in _CODES:
            yield identifier, kind
        if name == "pc":
            pending.append((element, True))
        pending += [(each, False) for each in reversed(element)]


def _check_kept(parts: list[Any], targets: list[Any]) -> None:
    kept = {each.get("id") for target in targets for each in _inside(target)}
    for part in parts:
        if not any(is_core(each, "target") for each in part):
            continue
        source = next(each for each in part if is_core(each, "source"))
        for element in _inside(source):
            if element.get("canDelete") == "no" and element.get("id") not in kept | {None}:
                raise broken(element, say("the code may not be deleted and is missing in the target"))
