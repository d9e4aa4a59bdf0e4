"""What every format promises, and the values it hands back when it reads its own files."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Protocol, runtime_checkable

from workbench.model.kinds import SegmentKind, State
from workbench.model.page import Page, RowComment
from workbench.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Readback:
    """What a reader of a written page would see; compared with what was meant before publishing.

    `captions` are pairs of caption and credit line; `foot` are the lines under the article
    (source line, translator, address of the original, corrections, notes) as they stand there.
    """

    headline: str
    paragraphs: tuple[str, ...]
    language: str = ""
    section: str = ""
    published: str = ""
    captions: tuple[tuple[str, str], ...] = ()
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of an exchange file that came back, to be merged by `key`.

    `state` is what the file claims, never an approval: the desk decides what it may take over.
    `comments` holds those of the file, old and new; `number` counts rows from 1; `changed_by` names
    whose tracked changes are in the text, which is read as if they were accepted.
    """

    key: str
    source: str
    target: str
    state: State = State.INITIAL
    comments: tuple[RowComment, ...] = ()
    number: int = 0
    kind: SegmentKind = SegmentKind.BODY
    is_returned: bool = False
    is_omitted: bool = False
    is_added: bool = False
    reason: str = ""
    opens_paragraph: bool = False
    previous_source: str = ""
    changed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """An exchange file as read: which edition it says it is, and its rows.

    `page_key` and `digest` are "" in a file that another program made (a foreign file).
    """

    source_language: str
    language: str
    rows: tuple[ReturnedRow, ...]
    page_key: str = ""
    version: int = 0
    digest: str = ""


@runtime_checkable
class Format(Protocol):
    """A way to write a finished page as one file."""

    key: str
    suffix: str
    media_type: str
    label: str

    def write(self, page: Page) -> bytes:
        """Return the file; raises `FormatError` when the page cannot be written truthfully."""
        ...

    def read_back(self, data: bytes) -> Readback:
        """Read a file this format wrote, as its reader will see it."""
        ...

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Name what stands in the file otherwise than in the page, a sentence each."""
        ...


@runtime_checkable
class ExchangeFormat(Format, Protocol):
    """A format that people or programs elsewhere edit and send back."""

    def read_exchange(self, data: bytes) -> Returned:
        """Read the rows and the edition they belong to; raises `FormatError`."""
        ...

    def read_rows(self, data: bytes) -> list[ReturnedRow]:
        """Read the rows alone; raises `FormatError`."""
        ...


def compared(meant: Readback, found: Readback) -> list[str]:
    """Return a sentence for every part in which two readings of a page differ."""
    sentences: list[str] = []
    for field in fields(Readback):
        want, got = getattr(meant, field.name), getattr(found, field.name)
        if want != got:
            sentences.append(_difference(field.name, want, got))
    return sentences


def _difference(name: str, want: object, got: object) -> Sentence:
    if isinstance(want, tuple) and isinstance(got, tuple):
        if len(want) != len(got):
            return say(
                "{name}: {meant} were meant, {found} stand in the file.",
                name=name,
                meant=len(want),
                found=len(got),
            )
        place = next(index for index, pair in enumerate(zip(want, got, strict=True)) if pair[0] != pair[1])
        return say(
            "{name} {number}: {meant!r} was meant, {found!r} stands in the file.",
            name=name,
            number=place + 1,
            meant=want[place],
            found=got[place],
        )
    return say("{name}: {meant!r} was meant, {found!r} stands in the file.", name=name, meant=want, found=got)
