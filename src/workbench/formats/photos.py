"""The pictures of an article: where they are, what they are, and those that came along with the file."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from workbench.formats.dom import described
from workbench.formats.lines import tidy
from workbench.model.incoming import IncomingPhoto
from workbench.sentences import say

MAX_PHOTO_BYTES = 20 * 1024 * 1024
MAX_PHOTOS = 200
_MAX_ALL_BYTES = 100 * 1024 * 1024
_SMALLEST_DATA = 200
_SMALLEST_SIDE = 60
# Where sites keep the address of a picture that is loaded when it scrolls into view.
_LAZY = (
    "data-src", "data-original", "data-original-src", "data-lazy-src", "data-lazyload", "data-url", "data-echo",
    "data-actualsrc", "data-img", "original", "lazy-src", "lazysrc", "_src", "oldsrc", "file",
)  # fmt: skip
_PLACEHOLDER = re.compile(
    r"(?:^|[/_-])(?:blank|loading|placeholder|spacer|space|grey|gray|empty|pixel|transparent|1x1|lazy)[\w.-]*\.(?:gif|png|svg|jpe?g)",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(
    r"(?:icon|logo|qrcode|ewm|erweima|weixin|wechat|avatar|emoji|face|btn|button|arrow|share|banner|bullet|_rss|shenming)",
    re.IGNORECASE,
)
_IDLE_ALT = re.compile(
    r"^(?:点击.{0,12}|查看.{0,6}图|图片\d*|图\d*|image\d*|img[\w-]*|photo\d*|头像|.*\.(?:jpe?g|png|gif|webp|bmp)|[\w-]{16,}|[A-Za-z_-]*\d[\w-]{3,}|undefined|null)$",
    re.IGNORECASE,
)
_TYPES = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp",
    ".bmp": "image/bmp", ".tif": "image/tiff", ".tiff": "image/tiff",
}  # fmt: skip
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)


class PhotoAlbum:
    """Collects the pictures of one page: no ornaments, none twice, none from outside its folder."""

    def __init__(self, base: str = "", folder: Path | None = None) -> None:
        self.photos: list[IncomingPhoto] = []
        self.left_out: list[tuple[str, str]] = []
        self._base = base
        self._folder = folder
        self._bytes = 0
        self._known: dict[str, int] = {}

    def add(self, image: Any) -> int | None:
        """Take the picture of an `<img>`; return its index, or None when it is an ornament or unreachable."""
        address = image_address(image)
        if not address or is_ornament(image, address) or len(self.photos) >= MAX_PHOTOS:
            return None
        if address in self._known:
            return self._known[address]
        photo = self._load(address)
        if photo is None:
            return None
        self.photos.append(photo)
        self._known[address] = len(self.photos) - 1
        return len(self.photos) - 1

    def _load(self, address: str) -> IncomingPhoto | None:
        if address[:5].lower() == "data:":
            return self._from_data(address)
        parts = _split(address)
        if parts is None:
            return None
        scheme, path = parts
        if scheme in {"http", "https"} or address.startswith("//"):
            full = f"https:{address}" if address.startswith("//") else address
            return IncomingPhoto(_file_name(path), _TYPES.get(_suffix(path), ""), address=full)
        if scheme:
            self.left_out.append((address[:200], say("picture at an address that is not read")))
            return None
        if self._base:
            full = _joined(self._base, address)
            return (
                IncomingPhoto(_file_name(path), _TYPES.get(_suffix(path), ""), address=full) if full else None
            )
        return self._from_folder(path) or IncomingPhoto(
            _file_name(path), _TYPES.get(_suffix(path), ""), address=address
        )

    def _from_data(self, address: str) -> IncomingPhoto | None:
        head, _, body = address.partition(",")
        if not head[5:].lower().startswith("image/") or len(body) > MAX_PHOTO_BYTES * 3:
            return None
        raw = unquote_to_bytes(body)
        if head.lower().endswith(";base64"):
            try:
                raw = base64.b64decode(re.sub(rb"\s", b"", raw), validate=True)
            except (binascii.Error, ValueError):
                self.left_out.append((head[:60], say("picture inside the page is damaged")))
                return None
        media_type = sniff_image(raw)
        if not media_type or len(raw) < _SMALLEST_DATA or not self._has_room(raw):
            return None
        return IncomingPhoto(f"picture{len(self.photos) + 1}{_suffix_for(media_type)}", media_type, raw)

    def _from_folder(self, path: str) -> IncomingPhoto | None:
        """Read a picture beside the page: inside the page's own folder, and only if it is a picture."""
        if self._folder is None or path.startswith("/") or _suffix(path) not in _TYPES:
            return None
        try:
            folder = self._folder.resolve()
            file = (folder / unquote_to_bytes(path).decode("utf-8", "replace").replace("\\", "/")).resolve()
            if not file.is_relative_to(folder):
                self.left_out.append((path[:200], say("picture outside the folder of the page")))
                return None
            if not file.is_file() or file.stat().st_size > MAX_PHOTO_BYTES:
                return None
            raw = file.read_bytes()
        except (OSError, ValueError, RuntimeError):
            return None
        media_type = sniff_image(raw)
        if not media_type or not self._has_room(raw):
            return None
        return IncomingPhoto(file.name, media_type, raw, address=path)

    def _has_room(self, raw: bytes) -> bool:
        self._bytes += len(raw)
        return len(raw) <= MAX_PHOTO_BYTES and self._bytes <= _MAX_ALL_BYTES


def image_address(image: Any) -> str:
    """Return the address of a picture, also where the page loads it lazily; "" when it has none."""
    for name in _LAZY:
        if (value := (image.get(name) or "").strip()) and not _PLACEHOLDER.search(value):
            return value
    source = (image.get("src") or "").strip()
    if source and not _PLACEHOLDER.search(source):
        return source
    return (image.get("srcset") or image.get("data-srcset") or "").split(",")[-1].strip().split(" ")[0]


def alternative_text(image: Any, headline: str) -> str:
    """Return the alternative text when it says something of its own."""
    text = tidy(image.get("alt") or "")
    return "" if text == headline or idle_alternative(text) else text[:400]


def idle_alternative(text: str) -> bool:
    """Whether an alternative text says nothing: a file name, a number, 点击查看大图."""
    return len(text) < 4 or bool(_IDLE_ALT.match(text)) or not any(map(str.isalpha, text))


def is_ornament(image: Any, address: str) -> bool:
    """Whether the picture is a button, an icon or a code, and no photo of the article."""
    for name in ("width", "height"):
        size = re.match(r"\s*(\d{1,5})(?:px)?\s*$", image.get(name) or "")
        if size and int(size.group(1)) < _SMALLEST_SIDE:
            return True
    name = "" if address[:5].lower() == "data:" else address.split("?", maxsplit=1)[0].rsplit("/", 1)[-1]
    if (banner := re.search(r"(\d{2,4})[x*](\d{2,4})", name)) and int(banner[1]) > 4 * int(banner[2]):
        return True
    return bool(_ORNAMENT.search(name) or _ORNAMENT.search(described(image)))


def sniff_image(raw: bytes) -> str:
    """Return the media type the bytes show, or "" when they are no picture that is published."""
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for magic, media_type in _MAGIC if raw.startswith(magic)), "")


def _split(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if len(parts.scheme) == 1:  # C:\…
        return "file", parts.path
    return parts.scheme.lower(), parts.path


def _joined(base: str, address: str) -> str:
    """Return the full address of a picture, "" when it cannot be one."""
    try:
        full = urljoin(base, address)
    except ValueError:
        return ""
    return full if full.startswith(("http://", "https://")) else ""


def _file_name(path: str) -> str:
    name = unquote_to_bytes(path.rsplit("/", 1)[-1]).decode("utf-8", "replace")
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:100] or "picture"


def _suffix(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    return f".{name.rsplit('.', 1)[1].lower()}" if "." in name else ""


def _suffix_for(media_type: str) -> str:
    return next((suffix for suffix, known in _TYPES.items() if known == media_type), "")
