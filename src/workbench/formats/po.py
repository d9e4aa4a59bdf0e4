"""gettext PO: the row's key as context, our facts as extracted comment, fuzzy for what is not reviewed."""

from __future__ import annotations

import re
from datetime import UTC

import polib

from workbench.errors import FormatError
from workbench.formats.base import Returned, ReturnedRow
from workbench.formats.characters import writable
from workbench.formats.encoding import codec_for
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
    sent_row,
    settled,
)
from workbench.model.kinds import State
from workbench.model.page import Page, PageRow, RowComment
from workbench.sentences import say

_MAX_BYTES = 50 * 1024 * 1024
_MARK = "workbench:"
_ADDED = "[added on purpose]"
_HEADER = "X-Workbench-Edition"
_CHARSET = re.compile(rb'"Content-Type:[^"\n]{0,80}charset=([A-Za-z0-9._:-]{1,40})')
# polib reads by str.splitlines, which splits at these inside a line; noncharacters stand in for them.
_SEPARATORS = {
    ord(each): chr(0xFDD0 + index) for index, each in enumerate("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
}
_RESTORED = {ord(stand_in): chr(code) for code, stand_in in _SEPARATORS.items()}
_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]|domain)\s*)?"(?:[^"\\]|\\.)*+"')
_MEANINGS = {"": (State.INITIAL, False), "fuzzy": (State.INITIAL, False), "done": (State.TRANSLATED, False)}


class PoFormat(ExchangeBase):
    """PO that passes `msgfmt -c` and opens in Poedit, Lokalize and Weblate.

    A line feed at the very beginning or end of a row is lost: msgfmt wants both sides alike there.
    """

    key = "po"
    suffix = ".po"
    media_type = "text/x-gettext-translation"
    label = "gettext"

    def write(self, page: Page) -> bytes:
        """Return the rows as UTF-8 PO."""
        page = writable(page)
        file = polib.POFile(wrapwidth=-1)
        file.metadata = _header(page)
        file.extend(_entry(row) for row in page.rows)
        return (str(file).rstrip("\n") + "\n").encode()

    def read_exchange(self, data: bytes) -> Returned:
        """Read a PO file, ours or foreign; plural forms of foreign ones become rows of their own."""
        file = _parsed(data)
        facts = facts_from(file.metadata.get(_HEADER, ""))
        rows: list[ReturnedRow] = []
        for entry in file:
            if not entry.obsolete:
                rows += _rows(entry, len(rows) + 1)
        if not rows and not facts:
            raise FormatError(
                say("The PO file has no entries, or is not a PO file at all. Choose another one.")
            )
        return returned(
            facts,
            source_language=file.metadata.get("X-Source-Language", ""),
            language=file.metadata.get("Language", ""),
            rows=rows,
        )

    def carried(self, row: PageRow) -> ReturnedRow:
        """Return the row without line feeds at its edges."""
        sent = sent_row(row)
        return ReturnedRow(
            **{
                name: getattr(sent, name)
                for name in ReturnedRow.__slots__
                if name not in {"source", "target"}
            },
            source=row.source.strip("\n"),
            target=row.target.strip("\n"),
        )


def _header(page: Page) -> dict[str, str]:
    at = (page.approved_at or EPOCH).astimezone(UTC)
    return {
        "Project-Id-Version": page.key,
        "PO-Revision-Date": f"{at:%Y-%m-%d %H:%M}+0000",
        "Last-Translator": ", ".join(page.translators) or "nobody yet",
        "Language-Team": page.language,
        "Language": page.language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": page.source_language,
        _HEADER: facts_line(page_facts(page)),
    }


def _entry(row: PageRow) -> polib.POEntry:
    facts = row_facts(row)
    code = _code(row.state, row.is_returned, bool(row.target))
    return polib.POEntry(
        msgctxt=row.key,
        msgid=row.source.strip("\n") or _ADDED,
        msgstr=row.target.strip("\n"),
        comment=f"{_described(row)}\n{_MARK}{_unbreakable(facts | _packed(row.comments))}",
        tcomment="\n".join(_shown(each) for each in row.comments),
        flags=["fuzzy"] if code == "fuzzy" else [],
        previous_msgid=row.previous_source or None,
    )


def _code(state: State, is_returned: bool, has_text: bool) -> str:
    if not has_text:
        return ""
    return "done" if state in {State.REVIEWED, State.FINAL} and not is_returned else "fuzzy"


def _described(row: PageRow) -> str:
    marks = [f"row {row.number}", row.kind.value, row.state.value]
    marks += ["returned"] * row.is_returned + ["left out on purpose"] * row.is_omitted
    reason = f": {' '.join(row.reason.split())}" if row.reason else ""
    return ", ".join(marks + ["added on purpose"] * row.is_added) + reason


def _unbreakable(facts: dict[str, str]) -> str:
    """Return the facts without blanks and hyphens: where editors wrap comments, this stays in one piece."""
    return facts_line(facts, is_dense=True).replace(" ", "\\u0020").replace("-", "\\u002d")


def _packed(comments: tuple[RowComment, ...]) -> dict[str, str]:
    return {
        f"comment-{number}": f"{comment_heading(each)}\n{each.text}" for number, each in enumerate(comments)
    }


def _shown(comment: RowComment) -> str:
    return f"{comment_heading(comment)}: {' '.join(comment.text.split())}".translate(_SEPARATORS)


def _parsed(data: bytes) -> polib.POFile:
    if len(data) > _MAX_BYTES:
        raise FormatError(say("The PO file is larger than 50 MB. Split it and import the parts."))
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").translate(_SEPARATORS)
    if "msgid" not in text:
        raise FormatError(say("The file is not a PO file: it has no msgid. Choose another one."))
    _check_lines(text)
    try:
        return polib.pofile(f"\n{text}", wrapwidth=-1)
    except (OSError, ValueError, LookupError, AttributeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        place = say("line {number}", number=int(found[1]) - 1) if found else say("")
        raise FormatError(
            say(
                "The PO file is damaged at {place}. Check it with msgfmt -c, or export it again.", place=place
            )
            if place
            else say("The PO file is damaged. Check it with msgfmt -c, or export it again."),
            place=place,
        ) from error


def _check_lines(text: str) -> None:
    """Refuse a line that is no comment and no whole string: polib would cut a letter off it and go on."""
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#") and not _LINE.fullmatch(stripped):
            place = say("line {number}", number=number)
            raise FormatError(
                say(
                    "The PO file is damaged at {place}: {text!r} is not a whole line of PO. "
                    "It was cut short or edited by hand; export it again.",
                    place=place,
                    text=stripped[:60],
                ),
                place=place,
            )


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16"
    else:
        declared = _CHARSET.search(data)
        name = declared[1].decode("ascii") if declared else "utf-8"
        codec = codec_for("utf-8" if name.upper() == "CHARSET" else name) or ""
    if not codec:
        raise FormatError(say("The PO file names an encoding that is not read. Save it as UTF-8."))
    try:
        return data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except UnicodeError as error:
        raise FormatError(say("The PO file is not in the encoding it names. Save it as UTF-8.")) from error


def _rows(entry: polib.POEntry, number: int) -> list[ReturnedRow]:
    facts = next(
        (
            facts_from(line.removeprefix(_MARK))
            for line in entry.comment.split("\n")
            if line.startswith(_MARK)
        ),
        {},
    )
    texts = {0: entry.msgstr} if not entry.msgid_plural else dict(entry.msgstr_plural)
    found: list[ReturnedRow] = []
    for form, target in texts.items():
        source = entry.msgid if not form else entry.msgid_plural
        key = (entry.msgctxt or str(number)).translate(_RESTORED)
        claimed = "" if not target else "fuzzy" if entry.fuzzy else "done"
        row = returned_row(
            facts | _previous(entry),
            key=f"{key}[{form}]" if entry.msgid_plural else key,
            source="" if facts.get("added") == "yes" and source == _ADDED else source.translate(_RESTORED),
            target=target.translate(_RESTORED),
            state=settled(facts, claimed, code=_code, meanings=_MEANINGS),
            comments=_comments(entry, facts),
            number=number + len(found),
        )
        found.append(row)
    return found


def _previous(entry: polib.POEntry) -> dict[str, str]:
    previous = entry.previous_msgid
    return {"previous-source": previous.translate(_RESTORED)} if previous else {}


def _comments(entry: polib.POEntry, facts: dict[str, str]) -> tuple[RowComment, ...]:
    """Return our comments as they were sent, and as one comment whatever was written beside them."""
    known = []
    for number in range(len(facts)):
        packed = facts.get(f"comment-{number}")
        if packed is None:
            break
        heading, _, text = packed.partition("\n")
        known.append(comment_of(heading, text))
    new = _unknown(entry.tcomment, [_shown(each) for each in known])
    if new:
        known.append(RowComment("", EPOCH, new.translate(_RESTORED)))
    return tuple(known)


def _unknown(text: str, shown: list[str]) -> str:
    """Return what stands in a comment beside the lines we wrote there, also if an editor wrapped them."""
    lines = [line for line in text.split("\n") if line.strip() and line.strip() not in shown]
    folded = " ".join(" ".join(lines).split())
    for each in shown:
        known = " ".join(each.split())
        if known in folded:
            folded = folded.replace(known, "", 1).strip()
            lines = [folded] if folded else []
    return "\n".join(lines)


FORMAT = PoFormat()
