"""The shape of XLIFF 2.x core: which elements and attributes may stand where (resources/xliff/core21.json)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.errors import FormatError
from workbench.formats.xliff_text import local_name
from workbench.resources import resource
from workbench.sentences import Sentence, say

CORE = frozenset({"urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:document:2.2"})
FORMAT_STYLE = "urn:oasis:names:tc:xliff:fs:2.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_OASIS = "urn:oasis:names:tc:xliff:"
_ITS = ("http://www.w3.org/2005/11/its", "urn:oasis:names:tc:xliff:itsm:2.1")
_MAX_DEPTH = 500


@dataclass(frozen=True, slots=True)
class _Element:
    children: re.Pattern[str]
    mixed: bool
    extensible: bool
    required: tuple[str, ...]
    attributes: dict[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class _Tables:
    elements: dict[str, _Element]
    modules: dict[str, frozenset[str]]
    html_elements: frozenset[str]


@cache
def _tables() -> _Tables:
    read = json.loads((resource("xliff") / "core21.json").read_text(encoding="utf-8"))
    types = {name: re.compile(pattern) for name, pattern in read["types"].items()}
    elements = {
        name: _Element(
            re.compile(each["children"]),
            each["mixed"],
            each["extensible"],
            tuple(each["required"]),
            {attribute: types[kind] for attribute, kind in each["attributes"].items()},
        )
        for name, each in read["elements"].items()
    }
    modules = {name: frozenset(each.split()) for name, each in read["modules"].items()}
    return _Tables(elements, modules, frozenset(read["html_elements"].split()))


def broken(element: Any, rule: Sentence) -> FormatError:
    """Return the error for an element that breaks a rule of the standard, with its place."""
    identifier = element.get("id")
    shown = f"<{local_name(element)}{f' id={identifier!r}' if identifier else ''}>"
    place = say("line {number}", number=element.sourceline) if element.sourceline else say("")
    where = say(" ({place})", place=place) if place else ""
    return FormatError(
        say(
            "The XLIFF file breaks a rule of XLIFF 2 at {shown}{where}: {rule}.",
            shown=shown,
            where=where,
            rule=rule,
        ),
        place=place,
    )


def namespace_of(element: Any) -> str:
    """Return an element's namespace, "" without one."""
    return element.tag[1:].partition("}")[0] if element.tag[:1] == "{" else ""


def is_core(element: Any, *names: str) -> bool:
    """Tell whether an element is of the core and, with names, one of these."""
    if not isinstance(element.tag, str) or namespace_of(element) not in CORE:
        return False
    return not names or local_name(element) in names


def check_structure(root: Any) -> None:
    """Raise `FormatError` for the first element or attribute that may not stand where it does."""
    if not is_core(root, "xliff"):
        raise FormatError(say("The file is not XLIFF 2.x. Choose the format it was exported as."))
    pending = [(root, 0)]
    while pending:
        element, depth = pending.pop()
        if depth > _MAX_DEPTH:
            raise broken(element, say("it is nested more than {count} deep", count=_MAX_DEPTH))
        if is_core(element):
            _check_core(element)
        else:
            _check_module(element)
        pending += [(each, depth + 1) for each in element if isinstance(each.tag, str)]


def _check_core(element: Any) -> None:
    name = local_name(element)
    shape = _tables().elements.get(name)
    if shape is None:
        raise broken(element, say("XLIFF 2 knows no <{name}>", name=name))
    children = "".join(f"{_child_name(each)} " for each in element if isinstance(each.tag, str))
    if not shape.children.fullmatch(children):
        raise broken(
            element, say("it may not hold [{children}] in this order", children=children.strip() or "nothing")
        )
    if not shape.mixed and any(
        (text or "").strip() for text in (element.text, *(each.tail for each in element))
    ):
        raise broken(element, say("it may not hold text"))
    for required in shape.required:
        if required not in element.attrib:
            raise broken(element, say("the attribute {required} is missing", required=required))
    for attribute, value in element.attrib.items():
        _check_attribute(element, shape, str(attribute), str(value))


def _child_name(child: Any) -> str:
    return local_name(child) if is_core(child) else "*"


def _check_attribute(element: Any, shape: _Element, attribute: str, value: str) -> None:
    namespace, _, name = attribute[1:].partition("}") if attribute.startswith("{") else ("", "", attribute)
    if namespace in {"", _XML}:
        known = f"xml:{name}" if namespace else name
        pattern = shape.attributes.get(known)
        if pattern is None:
            raise broken(element, say("the attribute {known} may not stand here", known=known))
        if not pattern.fullmatch(value):
            raise broken(element, say("{known} may not be {value!r}", known=known, value=value[:60]))
        return
    is_module = namespace.startswith(_OASIS) or namespace in _ITS
    if not shape.extensible and not (
        is_module and local_name(element) in {"ph", "pc", "sc", "ec", "segment"}
    ):
        raise broken(
            element,
            say(
                "the attribute {name} of the namespace {namespace} may not stand here",
                name=name,
                namespace=namespace[:60],
            ),
        )
    if namespace == FORMAT_STYLE:
        _check_style(element, name, value)


def _check_style(element: Any, name: str, value: str) -> None:
    if name not in {"fs", "subFs"}:
        raise broken(element, say("the format style module knows no attribute {name}", name=name))
    if name == "fs" and value not in _tables().html_elements:
        raise broken(element, say("fs:fs may not be {value!r}: it names an HTML element", value=value[:60]))
    if is_core(element, "ec") and element.get("isolated") != "yes":
        raise broken(element, say("the format style of a pair stands at its <sc>"))


def _check_module(element: Any) -> None:
    known = _tables().modules.get(namespace_of(element))
    if known is not None and local_name(element) not in known:
        raise broken(
            element,
            say(
                "the module {module} knows no <{name}>",
                module=namespace_of(element),
                name=local_name(element),
            ),
        )
