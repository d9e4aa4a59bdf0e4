"""What can be written beside a page from its sign-off sheet; the window adds the printed one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.errors import FormatError
from workbench.formats import record
from workbench.model.signoff import SignOff
from workbench.sentences import say


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A way to write a sign-off sheet."""

    key: str
    suffix: str
    label: str
    write: Callable[[SignOff], bytes]


SIGN_OFF = "sign-off"
"""The printed sheet; drawn by the window's own means, known here by name."""

FINDINGS, FINDINGS_SUFFIX = "findings", ".findings.html"
"""The report of findings with the decision on each; it is made from the findings, not from the sheet."""

_kinds = {record.KEY: SheetKind(record.KEY, record.SUFFIX, record.LABEL, record.write_record)}


def register_sheet(kind: SheetKind) -> None:
    """Add a way to write sheets; the newest of a key counts."""
    _kinds[kind.key] = kind


def sheet_keys() -> frozenset[str]:
    """Return the keys that name a sheet and not a page."""
    return frozenset({*_kinds, SIGN_OFF, FINDINGS})


def sheet_kind(key: str) -> SheetKind:
    """Return a way to write sheets; raises `FormatError` for one that is not there."""
    if key not in _kinds:
        raise FormatError(say("The sheet {key} cannot be written here.", key=key), place=key)
    return _kinds[key]
