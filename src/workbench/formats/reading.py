"""Reading an article from whatever somebody has: a file, a page, a paste."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.errors import FormatError, reason_of
from workbench.formats.encoding import MAX_TEXT_BYTES, kind_of_bytes
from workbench.formats.gate import MAX_ZIP_BYTES, looks_like_zip
from workbench.model.incoming import Incoming
from workbench.sentences import say

_MAX_FILE_BYTES = max(MAX_TEXT_BYTES, MAX_ZIP_BYTES)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".jsp", ".php"})
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|div|article|p|h1|script|table)\b",
    re.IGNORECASE | re.DOTALL,
)


_WEB_ARCHIVE = re.compile(
    rb"^MIME-Version:.*^Content-Type:\s*multipart/", re.IGNORECASE | re.MULTILINE | re.DOTALL
)


def read_article(path: Path, *, language: str | None = None) -> Incoming:
    """Read an article from a file, recognised by its content and its suffix.

    Pictures beside an HTML page come along when they lie in the page's own folder. Raises `FormatError` with
    a sentence naming the file, the place and the remedy; nothing is ever half read.
    """
    name = path.name
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise FormatError(
                say(
                    "{name} is larger than {megabytes} MB. Split it and import the parts.",
                    name=name,
                    megabytes=_MAX_FILE_BYTES // 1_048_576,
                )
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise FormatError(
            say("{name} was not found. Look whether it was moved or renamed.", name=name)
        ) from None
    except IsADirectoryError:
        raise FormatError(
            say("{name} is a folder. Choose the file that holds the article.", name=name)
        ) from None
    except OSError as error:
        raise FormatError(
            say(
                "{name} could not be read: {reason}. Look whether it is open elsewhere.",
                name=name,
                reason=reason_of(error),
            )
        ) from None
    page = _read(data, name, "", None, folder=path.parent)
    page.path = str(path)
    if language:
        page.language = language
    return page


def read_bytes(data: bytes, name: str, media_type: str = "", declared: str | None = None) -> Incoming:
    """Read an article from bytes, as they came over the network or the clipboard.

    `name` is the file name or address, `declared` the encoding a header names. Raises `FormatError`.
    """
    page = _read(data, name, media_type, declared, folder=None)
    page.path = name
    return page


def read_text(text: str) -> Incoming:
    """Read an article from pasted text. Raises `FormatError` when nothing is in it."""
    from workbench.formats.text_in import read_plain_text

    return read_plain_text(text, say("The pasted text"))


def _read(data: bytes, name: str, media_type: str, declared: str | None, *, folder: Path | None) -> Incoming:
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise FormatError(
            say("{name} is empty: there is no text in it. Choose the file that holds the article.", name=name)
        )
    suffix = Path(name.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]).suffix.lower()
    if looks_like_zip(data):
        from workbench.formats.docx_in import read_docx

        return read_docx(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _old_office(data, name)
    if kind := kind_of_bytes(data):
        raise FormatError(
            say(
                "{name} is {kind}, whatever its name says. Save the article as DOCX, HTML or text and import that.",
                name=name,
                kind=kind,
            )
        )
    if suffix in {".docx", ".docm", ".dotx"}:
        raise FormatError(
            say(
                "{name} is damaged: it is no DOCX inside. Open it in Word or LibreOffice, save it again, and import that.",
                name=name,
            )
        )
    if suffix in {".mht", ".mhtml"} or _WEB_ARCHIVE.search(data[:2000]):
        raise FormatError(
            say(
                "{name} is a web archive (.mht), which is not read. Save the page as HTML and import that.",
                name=name,
            )
        )
    if _is_html(data, suffix, media_type):
        from workbench.formats.html_in import read_html

        return read_html(data, name, declared=declared, folder=folder)
    from workbench.formats.text_in import read_text_bytes

    return read_text_bytes(data, name, declared)


def _is_html(data: bytes, suffix: str, media_type: str) -> bool:
    kind = media_type.split(";", maxsplit=1)[0].strip().lower()
    if kind in {"text/html", "application/xhtml+xml"}:
        return True
    head = data[:4096].replace(b"\0", b"")
    if _HTML_START.match(head):
        return True
    return suffix in _HTML_SUFFIXES and b"<" in head and kind != "text/plain"


def _old_office(data: bytes, name: str) -> FormatError:
    """Say which of the files that begin alike this is: an encrypted DOCX, or an old .doc."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FormatError(
            say("{name} is protected by a password. Save it without one and import it again.", name=name)
        )
    return FormatError(
        say(
            "{name} is an old Office file (.doc), which is not read. Open it in Word or LibreOffice, save it as .docx, and import that.",
            name=name,
        )
    )
