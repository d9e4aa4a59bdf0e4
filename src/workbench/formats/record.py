"""The record beside a published page: its sign-off sheet for programs and archives, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

from workbench.errors import FormatError
from workbench.formats.gate import safe_json
from workbench.model.signoff import SignOff
from workbench.sentences import say

KEY, SUFFIX = "record", ".record.json"
LABEL = say("Sign-off record")
FORMAT, VERSION = "translation-workbench-record", 1


def write_record(sheet: SignOff) -> bytes:
    """Return the sheet as JSON; times are UTC, ISO 8601."""
    content = {"format": FORMAT, "format_version": VERSION, **asdict(sheet)}
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def read_record(data: bytes) -> dict[str, object]:
    """Read a record back; raises `FormatError` for something else."""
    try:
        content: dict[str, object] = safe_json(data)
        is_ours = content["format"] == FORMAT
    except (FormatError, ValueError, TypeError, KeyError) as error:
        raise FormatError(say("This is no sign-off record.")) from error
    if not is_ours:
        raise FormatError(say("This is no sign-off record."))
    return content


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    raise TypeError(f"{value!r} has no place in a record")
