"""The constraints of XLIFF 2.1 that no schema can say (OASIS Standard 2018, section 4, "Constraints")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.formats.xliff21_codes import check_codes
from workbench.formats.xliff21_structure import broken, check_structure, is_core, namespace_of
from workbench.formats.xliff_text import local_name
from workbench.sentences import say

_XML = "{http://www.w3.org/XML/1998/namespace}"


def check_rules(root: Any) -> None:
    """Raise `FormatError` that names the first rule a file breaks, and where."""
    check_structure(root)
    _check_languages(root)
    _unique((each for each in root if is_core(each, "file")), "file")
    for file in (each for each in root if is_core(each, "file")):
        _check_file(file)


def _check_languages(root: Any) -> None:
    source, target = root.get("srcLang"), root.get("trgLang")
    for element in root.iter("{*}source", "{*}target"):
        if not is_core(element) or not is_core(element.getparent(), "segment", "ignorable"):
            continue
        name = local_name(element)
        if name == "target" and target is None:
            raise broken(root, say("trgLang is missing although there are targets"))
        wanted = source if name == "source" else target
        language = _inherited(element, "lang") or wanted
        if language.lower() != wanted.lower():
            raise broken(
                element,
                say(
                    "its xml:lang {language!r}, its own or inherited, is not the file's {wanted!r}",
                    language=language,
                    wanted=wanted,
                ),
            )


def _check_file(file: Any) -> None:
    _unique((each for each in file.iter("{*}group") if is_core(each)), "group")
    units = [each for each in file.iter("{*}unit") if is_core(each)]
    _unique(units, "unit")
    names = {unit.get("id") for unit in units}
    for skeleton in (each for each in file if is_core(each, "skeleton")):
        has_content = bool((skeleton.text or "").strip()) or len(skeleton) > 0
        if has_content == ("href" in skeleton.attrib):
            raise broken(skeleton, say("it has either href or content, and one of them"))
    for holder in (file, *(each for each in file.iter("{*}group", "{*}unit") if is_core(each))):
        _check_holder(holder)
    for unit in units:
        _check_unit(unit, names)


def _check_holder(holder: Any) -> None:
    for notes in (each for each in holder if is_core(each, "notes")):
        _unique(notes, "note")
    seen: set[tuple[str, str]] = set()
    for extension in (each for each in holder if isinstance(each.tag, str) and not is_core(each)):
        if namespace_of(extension).startswith("urn:oasis:names:tc:xliff:"):
            continue
        for element in (each for each in extension.iter() if isinstance(each.tag, str)):
            identifier = element.get("id") or element.get(f"{_XML}id")
            if identifier is None:
                continue
            if (namespace_of(element), identifier) in seen:
                raise broken(
                    element,
                    say(
                        "the id {identifier!r} stands twice among the extensions here", identifier=identifier
                    ),
                )
            seen.add((namespace_of(element), identifier))


def _check_unit(unit: Any, units: set[str]) -> None:
    parts = [each for each in unit if is_core(each, "segment", "ignorable")]
    if not any(is_core(each, "segment") for each in parts):
        raise broken(unit, say("a unit has at least one segment"))
    _check_order(parts)
    for part in parts:
        if part.get("subState") is not None and part.get("state") is None:
            raise broken(part, say("subState stands only beside state"))
        _check_space(part)
    for data in (each for each in unit if is_core(each, "originalData")):
        _unique(data, "data")
    check_codes(unit, parts, units)


def _check_order(parts: list[Any]) -> None:
    places = []
    for number, part in enumerate(parts, 1):
        target = next((each for each in part if is_core(each, "target")), None)
        place = number if target is None else int(target.get("order", number))
        if place > len(parts):
            raise broken(
                part,
                say(
                    "the order {place} is beyond the {count} parts of the unit", place=place, count=len(parts)
                ),
            )
        places.append(place)
    explicit = [part for part in parts if part.find("{*}target[@order]") is not None]
    if explicit and len(set(places)) != len(places):
        raise broken(explicit[0], say("two targets of the unit have the same order"))


def _check_space(part: Any) -> None:
    spaces = [_inherited(each, "space") or "default" for each in part if is_core(each, "source", "target")]
    if len(set(spaces)) > 1:
        raise broken(part, say("source and target have the same xml:space"))


def _inherited(element: Any, name: str) -> str | None:
    while element is not None:
        found = element.get(f"{_XML}{name}")
        if found is not None:
            return str(found)
        element = element.getparent()
    return None


def _unique(elements: Iterable[Any], what: str) -> None:
    seen = set()
    for element in elements:
        identifier = element.get("id") if isinstance(element.tag, str) else None
        if identifier is None:
            continue
        if identifier in seen:
            raise broken(element, say("another {what} here has the same id", what=what))
        seen.add(identifier)
