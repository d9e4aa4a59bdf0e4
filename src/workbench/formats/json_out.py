"""The whole edition as JSON, for programs: page details, finished text, rows with states and comments."""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

from workbench.errors import FormatError
from workbench.formats.base import Readback, Returned, ReturnedRow, compared
from workbench.formats.characters import writable
from workbench.formats.exchange import (
    ExchangeBase,
    comment_heading,
    comment_of,
    page_facts,
    returned,
    returned_row,
    row_facts,
)
from workbench.formats.gate import safe_json
from workbench.formats.page_lines import credit_line, foot_lines, meant, path_of, shown_photos
from workbench.model.kinds import State
from workbench.model.page import Page, PageRow
from workbench.sentences import say

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

SCHEMA = "translation-workbench-page"
SCHEMA_VERSION = 1


class JsonFormat(ExchangeBase):
    """UTF-8 JSON by the schema in docs/formats.md; pictures by name and digest, not by bytes."""

    key = "json"
    suffix = ".json"
    media_type = "application/json"
    label = "JSON"

    def write(self, page: Page) -> bytes:
        """Return the edition as one JSON document."""
        page = writable(page)
        content: dict[str, Json] = {"schema": SCHEMA, "schema_version": SCHEMA_VERSION, **_page(page)}
        content["rows"] = [_row(row) for row in page.rows]
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

    def read_exchange(self, data: bytes) -> Returned:
        """Read the rows; raises `FormatError` for anything that is not by the schema."""
        content = _read(data)
        edition, rows = content.get("edition"), content.get("rows")
        if not isinstance(edition, dict) or not isinstance(rows, list):
            raise FormatError(say("The JSON file has no edition or no rows. Export the edition again."))
        facts = {name: str(value) for name, value in edition.items()}
        return returned(
            facts,
            source_language=str(content.get("source_language", "")),
            language=str(content.get("language", "")),
            rows=[_returned_row(row, number) for number, row in enumerate(rows, 1)],
        )

    def read_back(self, data: bytes) -> Readback:
        """Read the finished page out of the document."""
        content = _read(data)
        captions = [
            (str(_get(each, "caption")), str(_get(each, "credit_line"))) for each in _list(content, "photos")
        ]
        return Readback(
            headline=str(content.get("headline")),
            paragraphs=tuple(str(_get(each, "text")) for each in _list(content, "blocks")),
            language=str(content.get("language")),
            section=" > ".join(str(each) for each in _list(content, "section")),
            published=str(content.get("published") or ""),
            captions=tuple(captions),
            foot=tuple(str(each) for each in _list(content, "foot")),
        )

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare the page part by part and the rows one by one."""
        return compared(meant(writable(page)), self.read_back(data)) + super().differences(page, data)


def _page(page: Page) -> dict[str, Json]:
    return {
        "edition": dict(page_facts(page)),
        "language": page.language,
        "source_language": page.source_language,
        "headline": page.headline,
        "source_headline": page.source_headline,
        "section": list[Json](path_of(page)),
        "published": page.published.isoformat() if page.published else None,
        "outlet": page.outlet,
        "summary": page.summary,
        "keywords": list[Json](page.keywords),
        "slug": page.slug,
        "translators": list[Json](page.translators),
        "reviewers": list[Json](page.reviewers),
        "authors": list[Json](page.authors),
        "source_address": page.source_address,
        "approved_by": page.approved_by,
        "approved_at": page.approved_at.isoformat() if page.approved_at else None,
        "photos": [
            {
                "name": photo.name,
                "sha256": hashlib.sha256(photo.data).hexdigest() if photo.data else "",
                "caption": photo.caption,
                "alt": photo.alt,
                "credit_line": credit_line(page, photo),
            }
            for photo in shown_photos(page)
        ],
        "blocks": [{"kind": block.kind.value, "text": block.text} for block in page.blocks],
        "foot": list[Json](foot_lines(page)),
        "sisters": [{"language": each.language, "address": each.address} for each in page.sisters],
        "corrections": [{"at": each.at.isoformat(), "text": each.text} for each in page.corrections],
    }


def _row(row: PageRow) -> dict[str, Json]:
    facts = row_facts(row)
    facts.pop("number")
    return {
        "key": row.key,
        "number": row.number,
        "paragraph": row.paragraph,
        "sources": list[Json](row.sources),
        "source": row.source,
        "target": row.target,
        **facts,
        "comments": [{"from": comment_heading(each), "text": each.text} for each in row.comments],
    }


def _read(data: bytes) -> dict[str, Json]:
    try:
        content = safe_json(data, name=say("The JSON file"))
    except FormatError as error:
        raise FormatError(
            say("The JSON file is damaged: {reason} Export the edition again.", reason=error.sentence)
        ) from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise FormatError(say("The JSON file is not a {schema} document.", schema=SCHEMA))
    if content.get("schema_version") != SCHEMA_VERSION:
        version = content.get("schema_version")
        raise FormatError(
            say(
                "The JSON file is of schema version {version}; this program reads {known}.",
                version=version,
                known=SCHEMA_VERSION,
            )
        )
    return content


def _returned_row(row: Json, number: int) -> ReturnedRow:
    if not isinstance(row, dict) or not isinstance(row.get("key"), str):
        raise FormatError(
            say("Row {number} of the JSON file has no key.", number=number),
            place=say("row {number}", number=number),
        )
    facts = {name: value for name, value in row.items() if isinstance(value, str)}
    state = facts.get("state", "")
    if state not in set(State):
        raise FormatError(
            say("Row {number} of the JSON file has no known state.", number=number),
            place=say("row {number}", number=number),
        )
    comments = [
        comment_of(str(_get(each, "from")), str(_get(each, "text"))) for each in _list(row, "comments")
    ]
    return returned_row(
        facts,
        key=facts["key"],
        source=facts.get("source", ""),
        target=facts.get("target", ""),
        state=(State(state), facts.get("returned") == "yes"),
        comments=tuple(comments),
        number=number,
    )


def _list(content: dict[str, Json], name: str) -> list[Json]:
    found = content.get(name)
    return found if isinstance(found, list) else []


def _get(content: Json, name: str) -> Json:
    return content.get(name, "") if isinstance(content, dict) else ""


FORMAT = JsonFormat()
