"""The office's teleprinter: capitals, a line a paragraph."""

from __future__ import annotations

from workbench.formats.base import Readback, compared
from workbench.formats.characters import writable
from workbench.model.page import Page


class TelexFormat:
    """Headline and paragraphs in capitals."""

    key = "telex"
    suffix = ".telex"
    media_type = "text/plain"
    label = "Telex"

    def write(self, page: Page) -> bytes:
        """Return the page, a line a part."""
        return ("\n".join(_parts(page)) + "\n").encode()

    def read_back(self, data: bytes) -> Readback:
        """Read headline and paragraphs."""
        headline, *paragraphs = data.decode().splitlines()
        return Readback(headline, tuple(paragraphs))

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare line by line."""
        headline, *paragraphs = _parts(page)
        return compared(Readback(headline, tuple(paragraphs)), self.read_back(data))


def _parts(page: Page) -> list[str]:
    page = writable(page)
    return [
        " ".join(text.split()).upper() for text in (page.headline, *(block.text for block in page.blocks))
    ]


FORMAT = TelexFormat()
