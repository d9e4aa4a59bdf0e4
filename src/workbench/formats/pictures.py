"""What kind of picture some bytes are, by their first bytes and never by what somebody said."""

from __future__ import annotations

import base64

from workbench.errors import FormatError
from workbench.model.page import PagePhoto
from workbench.sentences import say

# suffix, media type
_PNG, _JPEG, _GIF = (".png", "image/png"), (".jpg", "image/jpeg"), (".gif", "image/gif")
_WEBP, _AVIF = (".webp", "image/webp"), (".avif", "image/avif")
_BMP, _TIFF = (".bmp", "image/bmp"), (".tif", "image/tiff")


def picture_kind(photo: PagePhoto) -> tuple[str, str]:
    """Return suffix and media type of a picture; raises `FormatError` for anything else (SVG too)."""
    found = _sniffed(photo.data[:16])
    if found is None:
        raise FormatError(
            say(
                "The picture {name} is not a PNG, JPEG, GIF, WebP, AVIF, BMP or TIFF. "
                "Save it as one of these and put it into the article again.",
                name=photo.name or say("without a name"),
            ),
            place=photo.name,
        )
    return found


def data_address(photo: PagePhoto) -> str:
    """Return the picture as a `data:` address, for previews that must not read files."""
    return f"data:{picture_kind(photo)[1]};base64,{base64.b64encode(photo.data).decode('ascii')}"


def _sniffed(head: bytes) -> tuple[str, str] | None:
    starts = ((b"\x89PNG\r\n\x1a\n", _PNG), (b"\xff\xd8\xff", _JPEG), (b"GIF87a", _GIF), (b"GIF89a", _GIF),
              (b"BM", _BMP), (b"II*\x00", _TIFF), (b"MM\x00*", _TIFF))  # fmt: skip
    for start, kind in starts:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _WEBP
    return _AVIF if head[4:12] in {b"ftypavif", b"ftypavis"} else None
