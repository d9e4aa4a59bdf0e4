"""What the exchange formats share: the facts of a row that travel beside its texts, and the comparison."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from workbench.errors import FormatError
from workbench.formats.base import Readback, Returned, ReturnedRow
from workbench.formats.characters import writable
from workbench.model.kinds import SegmentKind, State
from workbench.model.page import Page, PageRow, RowComment
from workbench.sentences import say

_FROM = re.compile(
    r"(?P<person>.*), (?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)(?P<resolved> \(resolved\))?",
    re.DOTALL,
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ExchangeBase:
    """The parts of an exchange format that do not depend on its syntax."""

    def write(self, page: Page) -> bytes:
        """Return the rows of the edition as a file."""
        raise NotImplementedError

    def read_exchange(self, data: bytes) -> Returned:
        """Read the rows and the edition they belong to; raises `FormatError`."""
        raise NotImplementedError

    def read_rows(self, data: bytes) -> list[ReturnedRow]:
        """Read the rows alone; raises `FormatError`."""
        return list(self.read_exchange(data).rows)

    def read_back(self, data: bytes) -> Readback:
        """Return the targets in order; the first headline stands for the page's."""
        rows = self.read_rows(data)
        headline = next((row.target for row in rows if row.kind is SegmentKind.HEADLINE), "")
        return Readback(headline=headline, paragraphs=tuple(row.target for row in rows))

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare row by row what was sent with what a reader of the file gets."""
        wanted = [self.carried(row) for row in writable(page).rows]
        found = self.read_rows(data)
        if len(wanted) != len(found):
            return [
                say(
                    "{wanted} rows were meant, {found} stand in the file.",
                    wanted=len(wanted),
                    found=len(found),
                )
            ]
        return [
            say(
                "Row {number} was meant as {meant!r} and stands in the file as {found!r}.",
                number=want.number,
                meant=want.target,
                found=got.target,
            )
            for want, got in zip(wanted, found, strict=True)
            if want != got
        ]

    def carried(self, row: PageRow) -> ReturnedRow:
        """Return a row as this format can carry it."""
        return sent_row(row)


def sent_row(row: PageRow) -> ReturnedRow:
    """Return a row as it comes back when nobody touched it."""
    return ReturnedRow(
        key=row.key,
        source=row.source,
        target=row.target,
        state=row.state,
        comments=row.comments,
        number=row.number,
        kind=row.kind,
        is_returned=row.is_returned,
        is_omitted=row.is_omitted,
        is_added=row.is_added,
        reason=row.reason,
        opens_paragraph=row.opens_paragraph,
        previous_source=row.previous_source,
    )


def row_facts(row: PageRow) -> dict[str, str]:
    """Return what is to be known of a row beside its texts; absent means no, none or body."""
    facts = {
        "number": str(row.number),
        "kind": row.kind.value,
        "state": row.state.value,
        "returned": "yes" if row.is_returned else "",
        "omitted": "yes" if row.is_omitted else "",
        "added": "yes" if row.is_added else "",
        "opens-paragraph": "yes" if row.opens_paragraph else "",
        "reason": row.reason,
        "origin": row.origin,
        "confirmed-by": row.confirmed_by,
        "previous-source": row.previous_source,
    }
    return {name: value for name, value in facts.items() if value}


def page_facts(page: Page) -> dict[str, str]:
    """Return what tells which edition a file belongs to, and how many rows it must have."""
    return {
        "page": page.key,
        "version": str(page.version),
        "digest": page.digest,
        "rows": str(len(page.rows)),
    }


def returned_row(
    facts: Mapping[str, str],
    *,
    key: str,
    source: str,
    target: str,
    state: tuple[State, bool],
    comments: tuple[RowComment, ...],
    number: int,
) -> ReturnedRow:
    """Put a row together from a file's texts and the facts found beside them."""
    return ReturnedRow(
        key=key,
        source=source,
        target=target,
        state=state[0],
        comments=comments,
        number=_number(facts.get("number", ""), number),
        kind=_kind(facts.get("kind", "")),
        is_returned=state[1],
        is_omitted=facts.get("omitted") == "yes",
        is_added=facts.get("added") == "yes",
        reason=facts.get("reason", ""),
        opens_paragraph=facts.get("opens-paragraph") == "yes",
        previous_source=facts.get("previous-source", ""),
    )


def returned(
    facts: Mapping[str, str], *, source_language: str, language: str, rows: list[ReturnedRow]
) -> Returned:
    """Put an exchange file together; raises `FormatError` when rows of ours are missing or doubled."""
    wanted = facts.get("rows", "")
    if wanted.isascii() and wanted.isdigit() and len(rows) != int(wanted[:9]):
        raise FormatError(
            say(
                "The file should hold {wanted} rows and holds {count}: it was cut short, or rows were taken "
                "out or doubled. Nothing was read. Send the whole file again, with empty rows where nothing is to change.",
                wanted=wanted,
                count=len(rows),
            )
        )
    keys = [row.key for row in rows]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise FormatError(
            say("The file holds the row {twice} twice. Remove one of them.", twice=twice), place=twice
        )
    return Returned(
        source_language=source_language,
        language=language,
        rows=tuple(rows),
        page_key=facts.get("page", ""),
        version=_number(facts.get("version", ""), 0),
        digest=facts.get("digest", ""),
    )


def settled(
    facts: Mapping[str, str],
    claimed: str,
    *,
    code: Callable[[State, bool, bool], str],
    meanings: Mapping[str, tuple[State, bool]],
) -> tuple[State, bool]:
    """Return state and "returned" of a row: ours where the file still says what we wrote, else its own.

    `code(state, is_returned, has_text)` is how the format writes a state; several of our states may
    share one, so the exact one travels in the facts.
    """
    known = facts.get("state", "")
    if known in set(State):
        state, is_returned = State(known), facts.get("returned") == "yes"
        if claimed in {code(state, is_returned, True), code(state, is_returned, False)}:
            return state, is_returned
    return meanings.get(claimed, (State.INITIAL, False))


def comment_heading(comment: RowComment) -> str:
    """Return person, time and mark of a comment in one line ("Reviewer E, 2020-04-03T03:05:00Z")."""
    at = comment.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return f"{comment.person}, {at}{' (resolved)' if comment.is_resolved else ''}"


def comment_of(heading: str, text: str) -> RowComment:
    """Return a comment from such a line; one of another program has its author and no time."""
    found = _FROM.fullmatch(heading)
    if found is None:
        return RowComment(heading, EPOCH, text)
    try:
        at = datetime.fromisoformat(found["at"])
    except ValueError:
        return RowComment(heading, EPOCH, text)
    return RowComment(found["person"], at, text, bool(found["resolved"]))


def facts_line(facts: Mapping[str, str], *, is_dense: bool = False) -> str:
    """Return facts as one line of ASCII JSON, dense without blanks between its parts."""
    return json.dumps(dict(facts), separators=(",", ":") if is_dense else None)


def facts_from(line: str) -> dict[str, str]:
    """Read such a line; anything else gives no facts."""
    try:
        read = json.loads(line)
    except ValueError:
        return {}
    if not isinstance(read, dict):
        return {}
    return {str(name): value for name, value in read.items() if isinstance(value, str)}


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _kind(text: str) -> SegmentKind:
    return SegmentKind(text) if text in set(SegmentKind) else SegmentKind.BODY
