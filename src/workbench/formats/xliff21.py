"""XLIFF 2.1 (OASIS Standard 2018): a unit a row, states, notes, our facts by the metadata module."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from workbench.formats.base import Returned, ReturnedRow
from workbench.formats.characters import writable
from workbench.formats.exchange import (
    ExchangeBase,
    comment_heading,
    comment_of,
    page_facts,
    returned,
    returned_row,
    row_facts,
    settled,
)
from workbench.formats.gate import safe_xml
from workbench.formats.xliff21_rules import check_rules
from workbench.formats.xliff_text import inline_text, local_name
from workbench.model.kinds import State
from workbench.model.page import Page, PageRow, RowComment

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_CATEGORY = "workbench"
_RETURNED = "workbench:returned"
_DRAFT = "workbench:draft"
_NMTOKEN = re.compile(r"[A-Za-z0-9._:-]+")
_MEANINGS = {
    "": (State.INITIAL, False),
    "initial": (State.INITIAL, False),
    f"initial {_DRAFT}": (State.INITIAL, False),
    f"initial {_RETURNED}": (State.TRANSLATED, True),
    "translated": (State.TRANSLATED, False),
    "reviewed": (State.REVIEWED, False),
    "final": (State.FINAL, False),
}


class Xliff21Format(ExchangeBase):
    """XLIFF 2.1 with the metadata and translation candidates modules; reads 2.0, 2.1 and 2.2 core."""

    key = "xliff21"
    suffix = ".xliff21.xlf"
    media_type = "application/xliff+xml"
    label = "XLIFF 2.1"

    def write(self, page: Page) -> bytes:
        """Return the rows as XLIFF 2.1."""
        page = writable(page)
        modules = {None: NAMESPACE, "mda": METADATA, "mtc": MATCHES}
        attributes = {"version": "2.1", "srcLang": page.source_language, "trgLang": page.language}
        root = etree.Element(_tag("xliff"), attributes, nsmap=modules)
        file = etree.SubElement(
            root, _tag("file"), {"id": "f1", "original": page.key, f"{_XML}space": "preserve"}
        )
        _add_metadata(file, page_facts(page))
        if not page.rows:
            _add_placeholder(file)
        for row in page.rows:
            _add_unit(file, row)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))

    def read_exchange(self, data: bytes) -> Returned:
        """Read the units of all files in order, ours or foreign.

        Raises `FormatError` that names the rule of the standard for a file that breaks one.
        """
        root = safe_xml(data, name="the XLIFF file")
        check_rules(root)
        files = [each for each in root if local_name(each) == "file"]
        rows: list[ReturnedRow] = []
        for number, file in enumerate(files, 1):
            prefix = f"{number}/" if len(files) > 1 else ""
            for unit in (each for each in file.iter(_any_core("unit")) if each.get("translate") != "no"):
                rows += _rows(unit, prefix, len(rows) + 1)
        return returned(
            _metadata(files[0]),
            source_language=root.get("srcLang", ""),
            language=root.get("trgLang", ""),
            rows=rows,
        )


def _add_placeholder(file: Any) -> None:
    """A file needs a unit (section 4.2.2.3): an empty one that is not to be translated."""
    unit = etree.SubElement(file, _tag("unit"), {"id": "none", "translate": "no"})
    etree.SubElement(etree.SubElement(unit, _tag("segment")), _tag("source"))


def _add_metadata(parent: Any, facts: Mapping[str, str]) -> None:
    group = etree.SubElement(
        etree.SubElement(parent, f"{{{METADATA}}}metadata"),
        f"{{{METADATA}}}metaGroup",
        {"category": _CATEGORY},
    )
    for name, value in facts.items():
        etree.SubElement(group, f"{{{METADATA}}}meta", {"type": name}).text = value


def _add_unit(file: Any, row: PageRow) -> None:
    identifier = row.key if _NMTOKEN.fullmatch(row.key) else f"u{row.number}"
    unit = etree.SubElement(file, _tag("unit"), {"id": identifier, "name": row.key})
    if row.previous_source:
        candidates = etree.SubElement(unit, f"{{{MATCHES}}}matches")
        match = {
            "ref": "#s1",
            "type": "other",
            "subType": "workbench:previous-source",
            "origin": "previous version",
        }
        _add_texts(
            etree.SubElement(candidates, f"{{{MATCHES}}}match", match), row.previous_source, row.target
        )
    _add_metadata(unit, {name: value for name, value in row_facts(row).items() if name != "previous-source"})
    if row.comments:
        notes = etree.SubElement(unit, _tag("notes"))
        for number, comment in enumerate(row.comments, 1):
            note = {"id": f"n{number}", "appliesTo": "target", "category": comment_heading(comment)}
            etree.SubElement(notes, _tag("note"), note).text = comment.text
    state, _, sub_state = _code(row.state, row.is_returned, bool(row.target)).partition(" ")
    attributes = {"id": "s1", "state": state} | ({"subState": sub_state} if sub_state else {})
    _add_texts(etree.SubElement(unit, _tag("segment"), attributes), row.source, row.target)


def _add_texts(parent: Any, source: str, target: str) -> None:
    etree.SubElement(parent, _tag("source")).text = source
    etree.SubElement(parent, _tag("target")).text = target


def _code(state: State, is_returned: bool, has_text: bool) -> str:
    if is_returned:
        return f"initial {_RETURNED}"
    if state is State.INITIAL:
        return f"initial {_DRAFT}" if has_text else "initial"
    return state.value


def _rows(unit: Any, prefix: str, number: int) -> list[ReturnedRow]:
    """Return a row a segment; what stands between segments goes to the end of the one before."""
    facts = _metadata(unit) | _previous(unit)
    comments = tuple(_comments(unit))
    segments = [each for each in unit if local_name(each) in {"segment", "ignorable"}]
    translated = [each for each in segments if local_name(each) == "segment"]
    found: list[ReturnedRow] = []
    for segment in translated:
        index = len(found)
        key = f"{prefix}{(unit.get('name') if facts else '') or unit.get('id')}"
        row = returned_row(
            facts,
            key=key if len(translated) == 1 else f"{key}/{segment.get('id') or index + 1}",
            source=_text(segment, "source"),
            target=_text(segment, "target"),
            state=settled(facts, _claimed(segment), code=_code, meanings=_MEANINGS),
            comments=() if index else comments,
            number=number + index,
        )
        found.append(row)
    return found


def _claimed(segment: Any) -> str:
    state, sub_state = segment.get("state", ""), segment.get("subState", "")
    if not state:
        return "translated" if _text(segment, "target") else "initial"
    return f"{state} {sub_state}" if sub_state in {_RETURNED, _DRAFT} else state


def _text(segment: Any, name: str) -> str:
    found = next((each for each in segment if local_name(each) == name), None)
    return "" if found is None else inline_text(found)


def _comments(unit: Any) -> list[RowComment]:
    notes = [
        note for each in unit if local_name(each) == "notes" for note in each if local_name(note) == "note"
    ]
    return [comment_of(note.get("category", ""), note.text or "") for note in notes]


def _metadata(parent: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for metadata in (each for each in parent if each.tag == f"{{{METADATA}}}metadata"):
        for group in (each for each in metadata if each.get("category") == _CATEGORY):
            found |= {each.get("type", ""): each.text or "" for each in group}
    return found


def _previous(unit: Any) -> dict[str, str]:
    for match in unit.iter(f"{{{MATCHES}}}match"):
        if match.get("subType") == "workbench:previous-source":
            return {"previous-source": _text(match, "source")}
    return {}


def _any_core(name: str) -> str:
    return f"{{*}}{name}"


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


FORMAT = Xliff21Format()
