"""The edition as a Word table, source beside target, for readers without the program."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.errors import FormatError
from workbench.formats.base import Returned, ReturnedRow
from workbench.formats.characters import writable
from workbench.formats.docx_styles import new_document, packed
from workbench.formats.exchange import (
    EPOCH,
    ExchangeBase,
    comment_heading,
    comment_of,
    facts_from,
    facts_line,
    page_facts,
    returned,
    returned_row,
    row_facts,
    settled,
)
from workbench.formats.page_lines import language_name
from workbench.formats.word_text import (
    W,
    WordFile,
    accepted_text,
    change_authors,
    comment_numbers,
    hidden_text,
    is_deleted_row,
    open_word,
    visible_text,
)
from workbench.model.kinds import State
from workbench.model.page import Page, PageRow, RowComment
from workbench.sentences import join, say

_NAME = say("the bilingual table")
_WIDTHS_MM = (12, 80, 98, 32, 45)
_HOW = (
    "Change the third column, with tracked changes or without, and write remarks as comments of Word or into "
    "the last column. Leave the rows as they are; the number of a row tells where its text belongs."
)
_WORDS = {
    "empty": (State.INITIAL, False),
    "draft": (State.INITIAL, False),
    "confirmed": (State.TRANSLATED, False),
    "returned": (State.TRANSLATED, True),
    "approved": (State.REVIEWED, False),
    "published": (State.FINAL, False),
}


class BilingualDocxFormat(ExchangeBase):
    """A DOCX table of number, source, target, state and comments; what is changed in Word comes back.

    The facts of each row travel as hidden text beside its number.
    """

    key = "bilingual-docx"
    suffix = ".bilingual.docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    label = say("Bilingual Word table")

    def write(self, page: Page) -> bytes:
        """Return the table as DOCX."""
        page = writable(page)
        document = new_document(
            language=page.language,
            east_asian=page.source_language,
            title=page.headline,
            written=page.approved_at,
        )
        _lie_down(document.sections[0])
        document.add_paragraph(page.headline, style="Title")
        document.add_paragraph(_HOW)
        facts = page_facts(page) | {"source-language": page.source_language, "language": page.language}
        _hidden(document.add_paragraph()._p, facts_line(facts))  # noqa: SLF001 - python-docx hides no text
        body = document.element.body
        body.insert(len(body) - 1, _table(page))
        return packed(document)

    def read_exchange(self, data: bytes) -> Returned:
        """Read the rows as if all tracked changes were accepted; raises `FormatError`."""
        file = open_word(data, name=_NAME)
        facts = _page_facts(file)
        rows = [
            _row(row, file, number)
            for number, row in enumerate((each for each in file.body.iter(f"{W}tr") if _is_data(each)), 1)
        ]
        return returned(
            facts,
            source_language=facts.get("source-language", ""),
            language=facts.get("language", ""),
            rows=rows,
        )


def is_bilingual_table(data: bytes) -> bool:
    """Tell whether a Word file carries the facts of an edition; raises `FormatError` for a broken one."""
    file = open_word(data, name=_NAME)
    return any("page" in facts_from(hidden_text(paragraph)) for paragraph in file.body.findall(f"{W}p"))


def _table(page: Page) -> Any:
    table = OxmlElement("w:tbl")
    properties = _sub(table, "w:tblPr")
    _sub(properties, "w:tblStyle", {"w:val": "TableGrid"})
    _sub(properties, "w:tblW", {"w:w": str(sum(_twips(each) for each in _WIDTHS_MM)), "w:type": "dxa"})
    _sub(properties, "w:tblLayout", {"w:type": "fixed"})
    margins = _sub(properties, "w:tblCellMar")
    for side, twips in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100)):
        _sub(margins, f"w:{side}", {"w:w": str(twips), "w:type": "dxa"})
    grid = _sub(table, "w:tblGrid")
    for width in _WIDTHS_MM:
        _sub(grid, "w:gridCol", {"w:w": str(_twips(width))})
    _add_heading(table, page)
    for row in page.rows:
        _add_row(table, row, page)
    return table


def _add_heading(table: Any, page: Page) -> None:
    row = _sub(table, "w:tr")
    properties = _sub(row, "w:trPr")
    _sub(properties, "w:cantSplit")
    _sub(properties, "w:tblHeader")
    source = language_name(page.source_language, within="en")
    target = language_name(page.language, within="en")
    for width, text in zip(_WIDTHS_MM, ("No.", source, target, "State", "Comments"), strict=True):
        _add_text(_cell(row, width), text, is_bold=True)


def _add_row(table: Any, row: PageRow, page: Page) -> None:
    element = _sub(table, "w:tr")
    _sub(_sub(element, "w:trPr"), "w:cantSplit")
    number, source, target, state, comments = (_cell(element, width) for width in _WIDTHS_MM)
    _add_text(number, str(row.number))
    _hidden(number, facts_line({"key": row.key} | row_facts(row) | _packed(row.comments)))
    _add_text(source, row.source, language=page.source_language)
    _add_text(target, row.target, language=page.language)
    _add_text(state, _described(row))
    _add_text(comments, "\n".join(_shown(each) for each in row.comments))


def _described(row: PageRow) -> str:
    marks = [_code(row.state, row.is_returned, bool(row.target))]
    marks += ["left out"] * row.is_omitted + ["added"] * row.is_added
    return "\n".join([*marks, row.reason] if row.reason else marks)


def _code(state: State, is_returned: bool, has_text: bool) -> str:
    if is_returned:
        return "returned"
    if state is State.INITIAL:
        return "draft" if has_text else "empty"
    return {State.TRANSLATED: "confirmed", State.REVIEWED: "approved", State.FINAL: "published"}[state]


def _packed(comments: tuple[RowComment, ...]) -> dict[str, str]:
    return {
        f"comment-{number}": f"{comment_heading(each)}\n{each.text}" for number, each in enumerate(comments)
    }


def _shown(comment: RowComment) -> str:
    return f"{comment.person}: {' '.join(comment.text.split())}"


def _is_data(row: Any) -> bool:
    """Tell rows of texts from the heading and from what somebody's own table holds."""
    if row.find(f"{W}trPr/{W}tblHeader") is not None:
        return False
    cells = row.findall(f"{W}tc")
    return len(cells) == len(_WIDTHS_MM)


def _row(row: Any, file: WordFile, number: int) -> ReturnedRow:
    cells = row.findall(f"{W}tc")
    facts = facts_from(hidden_text(cells[0]))
    shown = visible_text(cells[0]).strip()
    if "key" not in facts or is_deleted_row(row):
        row_shown = shown or number
        remedy = say(
            "Rows can be emptied but neither added nor removed in Word; put it back and read the file again."
        )
        said = (
            say("Row {number} of the bilingual table was taken out.", number=row_shown)
            if "key" in facts
            else say("Row {number} of the bilingual table has no number of ours.", number=row_shown)
        )
        raise FormatError(
            join([said, remedy]),
            place=say("row {number}", number=row_shown),
        )
    state, _, _ = accepted_text(cells[3]).partition("\n")
    return ReturnedRow(
        **_slots(
            returned_row(
                facts,
                key=facts["key"],
                source=accepted_text(cells[1]),
                target=accepted_text(cells[2]),
                state=settled(facts, state.strip().lower(), code=_code, meanings=_WORDS),
                comments=_comments(row, cells[4], file, facts),
                number=number,
            )
        ),
        changed_by=change_authors(cells[2]),
    )


def _slots(row: ReturnedRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ReturnedRow.__slots__ if name != "changed_by"}


def _comments(row: Any, cell: Any, file: WordFile, facts: dict[str, str]) -> tuple[RowComment, ...]:
    """Return those we sent, then what was written into the last column, then Word's comments."""
    known = []
    for number in range(len(facts)):
        sent = facts.get(f"comment-{number}")
        if sent is not None:
            heading, _, text = sent.partition("\n")
            known.append(comment_of(heading, text))
    shown = [_shown(each) for each in known]
    lines = [line for line in accepted_text(cell).split("\n") if line.strip() and line not in shown]
    if lines:
        known.append(RowComment("", EPOCH, "\n".join(lines)))
    numbers = comment_numbers(row)
    return (*known, *(file.comments[each] for each in numbers if each in file.comments))


def _page_facts(file: WordFile) -> dict[str, str]:
    for paragraph in file.body.findall(f"{W}p"):
        facts = facts_from(hidden_text(paragraph))
        if "page" in facts:
            return facts
    raise FormatError(
        say(
            "The Word file is not a bilingual table of ours, or its first lines were removed. Read the file that "
            "was exported, with the changes made in it."
        )
    )


def _cell(row: Any, width: int) -> Any:
    cell = _sub(row, "w:tc")
    _sub(_sub(cell, "w:tcPr"), "w:tcW", {"w:w": str(_twips(width)), "w:type": "dxa"})
    paragraph = _sub(cell, "w:p")
    _sub(_sub(paragraph, "w:pPr"), "w:spacing", {"w:after": "0"})
    return paragraph


def _add_text(paragraph: Any, text: str, *, language: str = "", is_bold: bool = False) -> None:
    """Add text as one run; line feeds and tabs as Word's own elements."""
    if not text:
        return
    run = _sub(paragraph, "w:r")
    properties = _sub(run, "w:rPr")
    if is_bold:
        _sub(properties, "w:b")
    _sub(properties, "w:sz", {"w:val": "20"})
    if language.split("-", maxsplit=1)[0] in {"zh", "ja", "ko"}:
        _sub(properties, "w:lang", {"w:eastAsia": language})
    for index, line in enumerate(text.split("\n")):
        if index:
            _sub(run, "w:br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                _sub(run, "w:tab")
            if piece:
                _sub(run, "w:t", {"xml:space": "preserve"}).text = piece


def _hidden(paragraph: Any, text: str) -> None:
    run = _sub(paragraph, "w:r")
    properties = _sub(run, "w:rPr")
    _sub(properties, "w:noProof")
    _sub(properties, "w:vanish")
    _sub(properties, "w:sz", {"w:val": "2"})
    _sub(run, "w:t", {"xml:space": "preserve"}).text = text


def _sub(parent: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    element = OxmlElement(name)
    for attribute, value in (attributes or {}).items():
        element.set(qn(attribute), value)
    parent.append(element)
    return element


def _lie_down(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(15)


def _twips(millimetres: int) -> int:
    return round(millimetres * 1440 / 25.4)


FORMAT = BilingualDocxFormat()
