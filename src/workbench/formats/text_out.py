"""Plain text in the shape of the page: section, headline, date, captions, body, credits."""

from __future__ import annotations

from workbench.errors import FormatError
from workbench.formats.base import Readback, compared
from workbench.formats.characters import writable
from workbench.formats.page_lines import credit_line, foot_lines, path_of, shown_photos
from workbench.model.page import Page
from workbench.sentences import say


class TextFormat:
    """UTF-8 text: one blank line between parts, line feeds, no byte order mark.

    A blank line inside a paragraph reads as the end of the paragraph, and which part a line is
    can only be told by its place; docs/formats.md lists both as what the format cannot carry.
    """

    key = "txt"
    suffix = ".txt"
    media_type = "text/plain"
    label = say("Text")

    def write(self, page: Page) -> bytes:
        """Return the page as text."""
        return ("\n\n".join(page_parts(writable(page))) + "\n").encode()

    def read_back(self, data: bytes) -> Readback:
        """Read the parts; those between headline and end are all paragraphs here."""
        parts = _parts(_decoded(data))
        return Readback(headline=parts[0] if parts else "", paragraphs=tuple(parts[1:]))

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare part by part, in order."""
        parts = [piece for part in page_parts(writable(page)) for piece in _parts(part)]
        wanted = Readback(headline=parts[0] if parts else "", paragraphs=tuple(parts[1:]))
        return compared(wanted, self.read_back(data))


def page_parts(page: Page) -> list[str]:
    """Return the parts of a page as a reader meets them, one string each, none empty."""
    head = [" > ".join(path_of(page)), page.headline, page.published.isoformat() if page.published else ""]
    captions = [
        " ".join(filter(None, (photo.caption, credit_line(page, photo)))) for photo in shown_photos(page)
    ]
    parts = [*head, *captions, *(block.text for block in page.blocks), *foot_lines(page)]
    return [part for part in parts if part]


def _parts(text: str) -> list[str]:
    return [part.strip("\n") for part in text.split("\n\n") if part.strip("\n")]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(
            say("The text file is damaged at byte {number}. Publish the page again.", number=error.start),
            place=say("byte {number}", number=error.start),
        ) from error


FORMAT = TextFormat()
