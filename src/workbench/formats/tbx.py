"""TBX (ISO 30042): Basic v2 (`martif`) and v3 (`tbx`, in DCA style), read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from lxml import etree

from workbench.errors import FormatError, Problem
from workbench.formats.gate import safe_xml
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import TermStatus
from workbench.sentences import say

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

STATUS = {
    "preferredTerm-admn-sts": TermStatus.PREFERRED,
    "admittedTerm-admn-sts": TermStatus.ADMITTED,
    "deprecatedTerm-admn-sts": TermStatus.DEPRECATED,
    "supersededTerm-admn-sts": TermStatus.DEPRECATED,
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "notRecommended": TermStatus.DEPRECATED,
    "obsolete": TermStatus.DEPRECATED,
    "forbidden": TermStatus.FORBIDDEN,
}
"""Values of administrativeStatus (TBX-Basic) and its older spellings; "forbidden" is an extension."""

WRITTEN = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "deprecatedTerm-admn-sts",
    TermStatus.FORBIDDEN: "supersededTerm-admn-sts",
}


UNDECIDED = "unprocessed"
"""The processStatus (TBX-Basic) of a term that was proposed and is not decided on."""


class Names(NamedTuple):
    """What the two versions call their elements; all else is the same in both."""

    namespace: str
    root: str
    concept: str
    language: str
    term: str


VERSION_2 = Names("", "martif", "termEntry", "langSet", "tig")
VERSION_3 = Names(NAMESPACE, "tbx", "conceptEntry", "langSec", "termSec")


def read_tbx(data: bytes, name: str, on_problem: Callable[[Problem], None]) -> Iterator[ConceptValue]:
    """Yield the concepts of a TBX file; one without two forms is reported and passed over.

    Raises `FormatError` when the file is not TBX or not allowed through the gate.
    """
    root = safe_xml(data, name=name)
    if _local(root) not in {"martif", "tbx"}:
        raise FormatError(
            say("{name} is not TBX: it begins with <{root}>.", name=name, root=_local(root)),
            place=say("root element"),
        )
    for element in root.iter():
        if _local(element) in {"termEntry", "conceptEntry"}:
            concept = _concept(element)
            if len(concept.forms) < 2:
                said = say("A concept needs forms in two languages; this one was left out.")
                on_problem(Problem(name, say("line {number}", number=element.sourceline), said))
            else:
                yield concept


def _concept(entry: Any) -> ConceptValue:
    notes = _described(entry)
    forms: list[FormValue] = []
    for section in entry:
        if _local(section) in {"langSet", "langSec"}:
            language = section.get(LANG, section.get("lang", ""))
            notes = {**_described(section), **notes}
            forms += [_form(term, language) for term in section if _local(term) in {"tig", "ntig", "termSec"}]
    return ConceptValue(
        forms=tuple(form for form in forms if form.text and form.language),
        domain=notes.get("subjectField", ""),
        definition=notes.get("definition", ""),
        note=notes.get("note", ""),
        authority=notes.get("source", ""),
        is_fixed=notes.get("fixed", "") == "yes",
        is_proposed=_is_undecided(entry),
        valid_from=_day(notes.get("validFrom", "")),
        valid_to=_day(notes.get("validTo", "")),
    )


def _described(element: Any) -> dict[str, str]:
    """Return what is said of a concept directly, in groups or outside them."""
    found: dict[str, str] = {}
    for child in element:
        if _local(child) in {"descripGrp", "adminGrp", "transacGrp"}:
            found = {**_described(child), **found}
        elif _local(child) in {"descrip", "admin", "xref", "note", "transacNote"}:
            found.setdefault(child.get("type", _local(child)), _text(child))
    return found


def _form(section: Any, language: str) -> FormValue:
    text, status = "", TermStatus.PREFERRED
    for child in section.iter():
        if _local(child) == "term" and not text:
            text = _text(child)
        elif _local(child) == "termNote" and child.get("type") in {
            "administrativeStatus",
            "normativeAuthorization",
        }:
            status = STATUS.get(_text(child), status)
        elif (
            _local(child) in {"termNote", "admin"}
            and child.get("type") == "usage"
            and _text(child) == "forbidden"
        ):
            status = TermStatus.FORBIDDEN
    return FormValue(_tag(language), text, status)


def _is_undecided(entry: Any) -> bool:
    said = [_text(note) for note in entry.iter() if note.get("type") == "processStatus"]
    return UNDECIDED in said


def _tag(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _local(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def write_tbx(concepts: Iterable[ConceptValue]) -> bytes:
    """Return concepts as a TBX v3 file (Basic, DCA style)."""
    root = etree.Element(
        f"{{{NAMESPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", LANG: "en"}, {None: NAMESPACE}
    )
    return _written(root, "tbxHeader", concepts, VERSION_3)


def write_tbx_2(concepts: Iterable[ConceptValue]) -> bytes:
    """Return concepts as a TBX-Basic v2 file, which older programs read."""
    root = etree.Element("martif", {"type": "TBX-Basic", LANG: "en"})
    return _written(root, "martifHeader", concepts, VERSION_2)


def _written(root: Any, header: str, concepts: Iterable[ConceptValue], names: Names) -> bytes:
    described = _add(_add(root, header), "fileDesc")
    _add(_add(described, "titleStmt"), "title", "Term base")
    _add(_add(described, "sourceDesc"), "p", "Translation Workbench")
    body = _add(_add(root, "text"), "body")
    for number, concept in enumerate(concepts, start=1):
        _write_concept(_add(body, names.concept, id=f"c{number}"), concept, names)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _write_concept(entry: Any, concept: ConceptValue, names: Names) -> None:
    for kind, said in (("subjectField", concept.domain), ("definition", concept.definition)):
        if said:
            _add(entry, "descrip", said, type=kind)
    for kind, day in (("validFrom", concept.valid_from), ("validTo", concept.valid_to)):
        if day:
            _add(entry, "admin", day.isoformat(), type=kind)
    if concept.authority:
        _add(entry, "admin", concept.authority, type="source")
    if concept.is_fixed:
        _add(entry, "admin", "yes", type="fixed")
    if concept.note:
        _add(entry, "note", concept.note)
    for language in dict.fromkeys(form.language for form in concept.forms):
        section = _add(entry, names.language)
        section.set(LANG, language)
        for form in concept.forms:
            if form.language == language:
                _write_form(_add(section, names.term), form, is_proposed=concept.is_proposed)


def _write_form(term: Any, form: FormValue, *, is_proposed: bool) -> None:
    _add(term, "term", form.text)
    _add(term, "termNote", WRITTEN[form.status], type="administrativeStatus")
    if is_proposed:
        _add(term, "termNote", UNDECIDED, type="processStatus")
    if form.status is TermStatus.FORBIDDEN:
        _add(term, "admin", "forbidden", type="usage")


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    """Add an element in the namespace of its parent."""
    child = etree.SubElement(parent, etree.QName(etree.QName(parent).namespace, name), attributes)
    child.text = text or None
    return child
