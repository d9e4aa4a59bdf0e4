"""The one gate through which every foreign XML, ZIP, HTML and JSON goes, with its limits.

Nothing here reads a file or a network address: bytes go in, trees and parts come out. The limits are those
of the reliability protocol (I1, I2): no entity declarations, no external subsets, no defaults hidden in a
DOCTYPE, archives counted while they are inflated and never by what their headers claim.
"""

from __future__ import annotations

import io
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Never
from xml.parsers import expat

from workbench.errors import FormatError
from workbench.formats.encoding import codec_for
from workbench.sentences import Sentence, say, verbatim

MAX_XML_BYTES = 100 * 1024 * 1024
MAX_XML_TAGS = 3_000_000
MAX_HTML_BYTES = 50 * 1024 * 1024
MAX_HTML_TAGS = 800_000
MAX_ZIP_BYTES = 256 * 1024 * 1024
MAX_PART_BYTES = 100 * 1024 * 1024
MAX_MEMBERS = 5_000
MAX_JSON_BYTES = 128 * 1024 * 1024
MAX_JSON_VALUES = 8_000_000
MAX_JSON_DEPTH = 64

_CHUNK = 256 * 1024
_MAX_DIRECTORY_BYTES = MAX_MEMBERS * 512
# TMX files name their DTD by one of these; it is never loaded, the name alone does no harm.
_HARMLESS_SUBSETS = re.compile(
    r"(?:https?://www\.(?:lisa\.org|gala-global\.org|ttt\.org)/(?:[\w-]+/){0,3})?[\w-]+(?:\.[\w-]+)?\.dtd",
    re.ASCII,
)
_HARMLESS_PUBLIC = ("-//LISA OSCAR:", "-//XLIFF//", "-//W3C//DTD XHTML")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


class _PrologRead(Exception):  # noqa: N818  # not a failure: it stops expat at the first element
    """The first element was reached: everything that can declare something lies before it."""


def safe_xml(data: bytes, *, name: str = say("the file"), max_tags: int = MAX_XML_TAGS) -> Any:
    """Parse XML of unknown origin and return its root element (lxml).

    Comments, processing instructions, CDATA and white space are kept. Raises `FormatError` for entity
    declarations, external subsets, attribute defaults, undeclared encodings and broken XML.
    """
    from lxml import etree

    if len(data) > MAX_XML_BYTES:
        raise FormatError(
            say(
                "{name} is larger than {size} of XML. Split it and import the parts.",
                name=name,
                size=_mb(MAX_XML_BYTES),
            )
        )
    source = _as_utf8(data, name)
    if source.count(b"<") > max_tags:
        raise FormatError(
            say(
                "{name} has more than {count:,} tags. Split it and import the parts.",
                name=name,
                count=max_tags,
            )
        )
    _read_prolog(source, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        strip_cdata=False,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise FormatError(
            say(
                "{name} is not well-formed XML: {reason}. Export it again from the program it came from.",
                name=name,
                reason=_plain(error.msg),
            ),
            place=(say("line {number}", number=line) if line else ""),
        ) from None


def check_xml_prolog(data: bytes, *, name: str = say("the file")) -> None:
    """Refuse XML whose beginning declares what `safe_xml` refuses, for parts that another library will parse."""
    _read_prolog(_as_utf8(data, name), name)


def guard_expat(parser: expat.XMLParserType, *, name: str = say("the file")) -> None:
    """Make a streaming expat parser refuse what `safe_xml` refuses.

    The handlers raise `FormatError` out of `Parse`; set your own element handlers beside them.
    """

    def refuse_entity(*_: object) -> Never:
        raise _forbidden(
            say("{name} declares entities, which can hide an attack, and was not opened.", name=name),
            say("line {number}", number=parser.CurrentLineNumber),
        )

    def refuse_default(
        _element: str, _attribute: str, _kind: str, default: str | None, _required: bool
    ) -> None:
        if default is not None:
            raise _forbidden(
                say(
                    "{name} declares attribute defaults, which can hide an attack, and was not opened.",
                    name=name,
                ),
                say("line {number}", number=parser.CurrentLineNumber),
            )

    def check_doctype(_root: str, system: str | None, public: str | None, _internal: bool) -> None:
        if system is None or _HARMLESS_SUBSETS.fullmatch(system):
            return
        if not (public or "").startswith(_HARMLESS_PUBLIC):
            raise _forbidden(
                say(
                    "{name} asks for an external document type, which can hide an attack, and was not opened.",
                    name=name,
                ),
                say("line {number}", number=parser.CurrentLineNumber),
            )

    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.EntityDeclHandler = refuse_entity
    parser.UnparsedEntityDeclHandler = refuse_entity
    parser.ExternalEntityRefHandler = refuse_entity
    parser.AttlistDeclHandler = refuse_default
    parser.StartDoctypeDeclHandler = check_doctype


def safe_html(text: str, *, name: str = say("the page")) -> Any:
    """Parse HTML of unknown origin from decoded text and return its root element (lxml.html).

    Raises `FormatError` when it is too large or holds no element at all.
    """
    from lxml import etree
    from lxml import html as lxml_html

    if len(text) > MAX_HTML_BYTES:
        raise FormatError(
            say(
                "{name} is larger than {size}. Save the article alone and import that.",
                name=name,
                size=_mb(MAX_HTML_BYTES),
            )
        )
    if text.count("<") > MAX_HTML_TAGS:
        raise FormatError(
            say(
                "{name} has more than {count:,} tags. Save the article alone and import that.",
                name=name,
                count=MAX_HTML_TAGS,
            )
        )
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    clean = _DECLARATION.sub("", text)
    try:
        root = lxml_html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise FormatError(
            say(
                "{name} holds no page: nothing in it is HTML. Save the page again and import that.", name=name
            )
        ) from None
    return root


def safe_json(data: bytes, *, name: str = say("the file")) -> Any:
    """Parse JSON of unknown origin: UTF-8, not too large or deep, no name twice, nothing that is no JSON or no text.

    Of two values under one name different programs believe different ones. Raises `FormatError`.
    """
    if len(data) > MAX_JSON_BYTES:
        raise FormatError(
            say(
                "{name} is larger than {size} of JSON and was not opened.",
                name=name,
                size=_mb(MAX_JSON_BYTES),
            )
        )
    if sum(data.count(mark) for mark in (b",", b"[", b"{")) > MAX_JSON_VALUES:
        raise _too_many_values(name)
    try:
        content = json.loads(
            data.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_without_twins
        )
    except RecursionError:
        raise _too_deep(name) from None
    except ValueError as error:
        raise FormatError(say("{name} is no JSON: {reason}.", name=name, reason=_plain(str(error)))) from None
    _check_values(content, name)
    return content


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _refuse_constant(word: str) -> Never:
    raise ValueError(word)


def _check_values(content: Any, name: str) -> None:
    """Refuse what lies too deep, and text that no file or screen can show."""
    waiting = [(content, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > MAX_JSON_DEPTH:
            raise _too_deep(name)
        if isinstance(value, dict):
            waiting += [(each, depth + 1) for pair in value.items() for each in pair]
        elif isinstance(value, list):
            waiting += [(each, depth + 1) for each in value]
        elif isinstance(value, str) and _SURROGATE.search(value):
            raise FormatError(say("{name} holds half a character and was not opened.", name=name))


def _too_deep(name: str) -> FormatError:
    return FormatError(say("{name} is nested too deeply and was not opened.", name=name))


def _too_many_values(name: str) -> FormatError:
    return FormatError(
        say("{name} holds more than {count:,} values and was not opened.", name=name, count=MAX_JSON_VALUES)
    )


class ZipParts(Mapping[str, bytes]):
    """The members of a checked archive by name; each is inflated when first asked for, and counted."""

    def __init__(self, archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> None:
        self._archive = archive
        self._members = members
        self._name = name
        self._inflated: dict[str, bytes] = {}
        self._total = 0

    def __getitem__(self, member: str) -> bytes:
        if member not in self._inflated:
            self._inflated[member] = self._inflate(self._members[member])
        return self._inflated[member]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, member: object) -> bool:
        return member in self._members

    def _inflate(self, member: zipfile.ZipInfo) -> bytes:
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._total += len(chunk)
                    if size > MAX_PART_BYTES or self._total > MAX_ZIP_BYTES:
                        raise FormatError(
                            say(
                                "{name} unpacks to more than {part} in a part or "
                                "{whole} in all. It was not opened; ask for a smaller file.",
                                name=self._name,
                                part=_mb(MAX_PART_BYTES),
                                whole=_mb(MAX_ZIP_BYTES),
                            ),
                            place=member.filename,
                        )
                    chunks.append(chunk)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            ValueError,
            struct.error,
        ) as error:
            raise FormatError(
                say(
                    "{name} is damaged: {reason}. Get it again from where it came.",
                    name=self._name,
                    reason=_plain(str(error)),
                ),
                place=member.filename,
            ) from None
        return b"".join(chunks)


def open_zip(data: bytes, *, name: str = say("the file")) -> ZipParts:
    """Check an archive of unknown origin and return its members by name, inflated on demand.

    Raises `FormatError` for archives that are damaged, encrypted, too many, too large, overlapping, or that
    have names pointing out of the folder. Members come out as bytes; nothing is ever written to disk.
    """
    _check_directory(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError, IndexError):
        raise FormatError(
            say(
                "{name} is damaged: it is not a complete ZIP archive. Get it again from where it came.",
                name=name,
            )
        ) from None
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise _too_many(name)
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        _check_member(info, name)
        if info.is_dir():
            continue
        if info.filename in members:
            raise FormatError(
                say("{name} holds the same part twice and was not opened.", name=name), place=info.filename
            )
        members[info.filename] = info
    _check_overlaps(infos, name)
    return ZipParts(archive, members, name)


def looks_like_zip(data: bytes) -> bool:
    """Whether the bytes begin like a ZIP archive (DOCX, XLSX and ODT are such)."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"}


def _as_utf8(data: bytes, name: str) -> bytes:
    """Return the XML as UTF-8 without BOM; the encoding comes from the BOM, else from the declaration."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        codec = "utf-16"
    elif data[:4] in {b"<\0?\0", b"\0<\0?"}:
        codec = "utf-16-le" if data[0:1] == b"<" else "utf-16-be"
    else:
        found = _DECLARED.match(data[:400])
        declared = found.group(1).decode("ascii") if found else "utf-8"
        known = codec_for(declared)
        if known is None:
            raise FormatError(
                say(
                    "{name} claims the encoding “{declared}”, which is not read. Save it as UTF-8.",
                    name=name,
                    declared=declared,
                )
            )
        codec = known
    if codec == "utf-8":
        return data
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, UnicodeError):
        raise FormatError(
            say("{name} claims to be {codec} but is not. Save it as UTF-8.", name=name, codec=codec)
        ) from None
    return _DECLARATION.sub("", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")


def _read_prolog(source: bytes, name: str) -> None:
    parser = expat.ParserCreate("utf-8")
    guard_expat(parser, name=name)

    def stop(_tag: str, _attributes: dict[str, str]) -> Never:
        raise _PrologRead

    parser.StartElementHandler = stop
    try:
        for start in range(0, len(source), _CHUNK):
            parser.Parse(source[start : start + _CHUNK], False)
    except _PrologRead:
        return
    except expat.ExpatError as error:
        raise FormatError(
            say(
                "{name} is not well-formed XML: {reason}. Export it again from the program it came from.",
                name=name,
                reason=_plain(expat.errors.messages.get(error.code)),
            ),
            place=say("line {number}", number=error.lineno),
        ) from None


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a huge directory before anybody reads it (count and size from the end record)."""
    if len(data) > MAX_ZIP_BYTES:
        raise FormatError(
            say("{name} is larger than {size} and was not opened.", name=name, size=_mb(MAX_ZIP_BYTES))
        )
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if at < 0 or at + 22 > len(data):
        raise FormatError(
            say(
                "{name} is damaged: it is not a complete ZIP archive. Get it again from where it came.",
                name=name,
            )
        )
    count, size = struct.unpack_from("<HI", data, at + 10)
    if data[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        raise FormatError(
            say(
                "{name} is a ZIP64 archive, which no article needs. Save it again in its own program.",
                name=name,
            )
        )
    if count > MAX_MEMBERS or size > _MAX_DIRECTORY_BYTES:
        raise _too_many(name)


def _check_member(info: zipfile.ZipInfo, name: str) -> None:
    path = info.orig_filename
    if "\0" in path or "\\" in path or path.startswith("/") or ":" in path[:3] or ".." in path.split("/"):
        raise FormatError(
            say("{name} holds a part whose name points out of its folder and was not opened.", name=name),
            place=path,
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise FormatError(
            say("{name} holds a link instead of a part and was not opened.", name=name), place=path
        )
    if info.flag_bits & 0x1:
        raise FormatError(
            say("{name} is protected by a password. Save it without one and import it again.", name=name),
            place=path,
        )
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise FormatError(
            say("{name} is packed in a way that is not read. Save it again in its own program.", name=name),
            place=path,
        )


def _check_overlaps(infos: list[zipfile.ZipInfo], name: str) -> None:
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise FormatError(
                say("{name} has parts that overlap and was not opened.", name=name), place=info.filename
            )
        end = info.header_offset + 30 + info.compress_size


def _too_many(name: str) -> FormatError:
    return FormatError(
        say(
            "{name} holds more than {count:,} parts and was not opened.",
            name=name,
            count=MAX_MEMBERS,
        )
    )


def _forbidden(said: Sentence, place: str) -> FormatError:
    return FormatError(said, place=place)


def _plain(message: str | None) -> Sentence:
    """Return a library's message as part of a sentence: one line, short, no full stop."""
    return verbatim(" ".join((message or "unreadable").split())[:160].rstrip("."))


def _mb(size: int) -> str:
    return f"{size // (1024 * 1024)} MB"
