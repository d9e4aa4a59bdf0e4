"""XLIFF 1.2 (OASIS Standard 2008): a trans-unit a row, states, notes, our facts as context group."""

from __future__ import annotations

from typing import Any

from lxml import etree

from workbench.errors import FormatError
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
from workbench.formats.xliff_text import inline_text, local_name
from workbench.model.kinds import State
from workbench.model.page import Page, PageRow, RowComment
from workbench.sentences import say

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_GROUP = "workbench"
_NOT_THERE: dict[str, tuple[State, bool]] = {"": (State.INITIAL, False)}
# Section 2.3 of the standard, values of the attribute `state`.
_MEANINGS = _NOT_THERE | {
    "new": (State.INITIAL, False),
    "needs-translation": (State.INITIAL, False),
    "needs-adaptation": (State.INITIAL, False),
    "needs-l10n": (State.INITIAL, False),
    "needs-review-adaptation": (State.TRANSLATED, True),
    "needs-review-l10n": (State.TRANSLATED, True),
    "needs-review-translation": (State.TRANSLATED, True),
    "translated": (State.TRANSLATED, False),
    "signed-off": (State.REVIEWED, False),
    "final": (State.FINAL, False),
    "claimed": (State.TRANSLATED, False),
}


class Xliff12Format(ExchangeBase):
    """XLIFF 1.2, valid against the strict schema: no extensions, white space preserved."""

    key = "xliff12"
    suffix = ".xliff12.xlf"
    media_type = "application/x-xliff+xml"
    label = "XLIFF 1.2"

    def write(self, page: Page) -> bytes:
        """Return the rows as XLIFF 1.2."""
        page = writable(page)
        root = etree.Element(_tag("xliff"), {"version": "1.2"}, nsmap={None: NAMESPACE})
        file = etree.SubElement(root, _tag("file"), _file_attributes(page))
        header = etree.SubElement(file, _tag("header"))
        for name, value in page_facts(page).items():
            note = etree.SubElement(header, _tag("note"), {"from": f"{_GROUP}:{name}"})
            note.text = value
        body = etree.SubElement(file, _tag("body"))
        for place, row in enumerate(page.rows, 1):
            _add_unit(body, row, page, place)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))

    def read_exchange(self, data: bytes) -> Returned:
        """Read the trans-units of all files in order, ours or foreign; raises `FormatError`."""
        root = safe_xml(data, name="the XLIFF file")
        if local_name(root) != "xliff" or not (root.get("version") or "").startswith("1."):
            raise FormatError(say("The file is not XLIFF 1.x. Choose the format it was exported as."))
        files = [each for each in root if local_name(each) == "file"]
        if not files:
            raise FormatError(say("The XLIFF file holds no <file>. Export it again."))
        rows: list[ReturnedRow] = []
        for number, file in enumerate(files, 1):
            prefix = f"{number}/" if len(files) > 1 else ""
            for unit in (each for each in file.iter() if local_name(each) == "trans-unit"):
                rows.append(_row(unit, prefix, len(rows) + 1))
        return returned(
            _page_facts(files[0]),
            source_language=files[0].get("source-language", ""),
            language=files[0].get("target-language", ""),
            rows=rows,
        )


def _file_attributes(page: Page) -> dict[str, str]:
    return {
        "original": page.key or "page",
        "source-language": page.source_language,
        "target-language": page.language,
        "datatype": "plaintext",
        f"{_XML}space": "preserve",
    }


def _add_unit(body: Any, row: PageRow, page: Page, place: int) -> None:
    is_done = row.state in {State.REVIEWED, State.FINAL} and not row.is_returned
    attributes = {
        "id": row.key,
        "resname": f"{row.number} {row.kind.value}",
        "approved": "yes" if is_done else "no",
        f"{_XML}space": "preserve",
    }
    unit = etree.SubElement(body, _tag("trans-unit"), attributes)
    etree.SubElement(unit, _tag("source"), {f"{_XML}lang": page.source_language}).text = row.source
    state = {"state": _code(row.state, row.is_returned, bool(row.target)), f"{_XML}lang": page.language}
    etree.SubElement(unit, _tag("target"), state).text = row.target
    group = etree.SubElement(
        unit, _tag("context-group"), {"name": f"{_GROUP}-{place}", "purpose": "information"}
    )
    for name, value in row_facts(row).items():
        if name != "previous-source":
            etree.SubElement(group, _tag("context"), {"context-type": f"x-{name}"}).text = value
    for comment in row.comments:
        etree.SubElement(
            unit, _tag("note"), {"from": comment_heading(comment), "annotates": "target"}
        ).text = comment.text
    if row.previous_source:
        old = etree.SubElement(unit, _tag("alt-trans"), {"alttranstype": "previous-version"})
        etree.SubElement(old, _tag("source")).text = row.previous_source
        etree.SubElement(old, _tag("target"))


def _code(state: State, is_returned: bool, has_text: bool) -> str:
    if is_returned:
        return "needs-review-translation"
    if state is State.INITIAL:
        return "needs-translation" if has_text else "new"
    return {State.TRANSLATED: "translated", State.REVIEWED: "signed-off", State.FINAL: "final"}[state]


def _row(unit: Any, prefix: str, number: int) -> ReturnedRow:
    source, target = _child(unit, "source"), _child(unit, "target")
    if source is None:
        place = say("trans-unit {id}, line {number}", id=unit.get("id", number), number=unit.sourceline)
        raise FormatError(
            say("The XLIFF file has a unit without source at {place}. Export it again.", place=place),
            place=place,
        )
    facts = _context(unit)
    previous = [each for each in unit if local_name(each) == "alt-trans" and _is_previous(each)]
    if previous and (old := _child(previous[0], "source")) is not None:
        facts["previous-source"] = inline_text(old)
    claimed = "" if target is None else target.get("state", _assumed(unit, target))
    return returned_row(
        facts,
        key=f"{prefix}{unit.get('id') or number}",
        source=inline_text(source),
        target="" if target is None else inline_text(target),
        state=settled(facts, claimed, code=_code, meanings=_MEANINGS),
        comments=tuple(_comment(each) for each in unit if local_name(each) == "note"),
        number=number,
    )


def _assumed(unit: Any, target: Any) -> str:
    """Return the state of a target that names none: approved units are signed off."""
    if unit.get("approved") == "yes":
        return "signed-off"
    return "translated" if inline_text(target) else "new"


def _comment(note: Any) -> RowComment:
    return comment_of(note.get("from", ""), inline_text(note))


def _context(unit: Any) -> dict[str, str]:
    groups = [each for each in unit if local_name(each) == "context-group" and _is_ours(each)]
    return {
        str(each.get("context-type", "")).removeprefix("x-"): each.text or ""
        for group in groups
        for each in group
        if local_name(each) == "context"
    }


def _is_ours(group: Any) -> bool:
    return bool((group.get("name") or "").startswith(f"{_GROUP}-"))


def _page_facts(file: Any) -> dict[str, str]:
    header = _child(file, "header")
    if header is None:
        return {}
    mark = f"{_GROUP}:"
    return {
        each.get("from").removeprefix(mark): each.text or ""
        for each in header
        if local_name(each) == "note" and (each.get("from") or "").startswith(mark)
    }


def _is_previous(element: Any) -> bool:
    return bool(element.get("alttranstype") == "previous-version")


def _child(element: Any, name: str) -> Any:
    return next((each for each in element if local_name(each) == name), None)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


FORMAT = Xliff12Format()
