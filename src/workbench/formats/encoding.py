"""Bytes to text: which encoding it is, how sure that is, and what could not be read.

The order is that of docs/decisions: byte order mark, strict UTF-8, what the file declares, then a guess among the
encodings Chinese and English news comes in. Only an allow-list of codecs is ever used.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from workbench.errors import FormatError, Problem
from workbench.sentences import Sentence, counted, say

MAX_TEXT_BYTES = 50 * 1024 * 1024
SURE = 0.9

_SAMPLE = 200_000
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels of the WHATWG Encoding Standard, section 4.2, and a few that Word and old editors write.
_LABELS = {
    "utf-8": "utf8 unicode-1-1-utf-8 us-ascii ascii utf-8-sig",
    "gb18030": "gb2312 gbk gb_2312-80 gb2312-80 cp936 windows-936 x-gbk chinese csgb2312 gb-18030 ms936",
    "big5hkscs": "big5 big5-hkscs cp950 windows-950 csbig5 cn-big5 x-x-big5",
    "utf-16": "utf16 ucs-2 unicode",
    "utf-16-le": "utf-16le utf16le",
    "utf-16-be": "utf-16be utf16be",
    "cp1252": "windows-1252 iso-8859-1 latin1 latin-1 iso8859-1 l1 x-cp1252 iso_8859-1",
    "cp932": "shift_jis shift-jis sjis windows-31j x-sjis ms932 ms_kanji",
    "euc_jp": "euc-jp eucjp x-euc-jp",
    "cp949": "euc-kr euckr ks_c_5601-1987 windows-949 korean ksc5601 uhc",
    "cp1250": "windows-1250 x-cp1250",
    "cp1251": "windows-1251 x-cp1251",
    "iso8859-2": "iso-8859-2 latin2",
    "iso8859-5": "iso-8859-5",
    "iso8859-15": "iso-8859-15 latin9",
    "koi8_r": "koi8-r koi8",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in (codec, *labels.split())}
_GUESSES = ["utf_8", "gb18030", "big5", "cp1252", "utf_16"]
_FALLBACK_ERRORS = 0.02
_DAMAGED_UTF8 = 0.1
_CHINESE = 0.2
_SINGLE_BYTE = frozenset(("cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1251", "iso8859-5", "koi8_r"))
_MAGIC = (
    (b"%PDF-", say("a PDF")),
    (b"\x89PNG\r\n", say("a picture")),
    (b"\xff\xd8\xff", say("a picture")),
    (b"GIF87a", say("a picture")),
    (b"GIF89a", say("a picture")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", say("an old Office file")),
    (b"Rar!\x1a\x07", say("a RAR archive")),
    (b"7z\xbc\xaf\x27\x1c", say("a 7z archive")),
    (b"PK\x03\x04", say("a ZIP archive")),
    (b"\x1f\x8b\x08", say("a compressed file")),
    (b"SQLite format 3\0", say("a database")),
    (b"\x7fELF", say("a program")),
    (b"MZ\x90\0", say("a program")),
    (b"{\\rtf", say("an RTF document")),
)
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "記國這個為會時來們對發經還說後進過動開關長業產實現學應於與從將報據萬億點體員總書計設區縣鄉鎮東車門間題電話聯術藝視聽"
    "市省委府领导政策会议主席书记同志疫情新闻报道记者湖南北京上海"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and where it came from: the codec, how sure (0 to 1), and a problem for everything doubtful."""

    text: str
    encoding: str
    confidence: float
    problems: list[Problem] = field(default_factory=list)


def codec_for(label: str) -> str | None:
    """Return the codec for the name a file gives its encoding, or None when it is not on the allow-list.

    UTF-7, and Python's own codecs such as `unicode_escape`, are on purpose not on it.
    """
    return _CODECS.get(label.strip().strip("\"'").lower().replace(" ", ""))


def kind_of_bytes(data: bytes) -> Sentence | None:
    """Return what binary file the bytes begin like ("a PDF", "a picture"), or None."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return say("a picture")
    if data[4:12] in {b"ftypheic", b"ftypavif", b"ftypmp42", b"ftypisom"}:
        return say("a picture or film")
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def decode_text(data: bytes, declared: str | None = None, *, name: str = say("the file")) -> Decoded:
    """Decode text of unknown origin; what cannot be read stands as U+FFFD and is a problem, never dropped.

    `declared` is what a header or a `<meta charset>` says. Raises `FormatError` for binary files and for
    more than 50 MB.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise FormatError(
            say("{name} is larger than 50 MB of text. Split it and import the parts.", name=name)
        )
    if kind := kind_of_bytes(data):
        raise FormatError(
            say(
                "{name} is {kind}, not text. Open it in its own program and save the article as text or DOCX.",
                name=name,
                kind=kind,
            )
        )
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _finish(data[len(mark) :], codec, 1.0, name)
    if wide := _wide_without_mark(data):
        return _finish(data, wide, 0.95, name)
    if data.count(0) > len(data) // 1000:
        raise FormatError(
            say(
                "{name} holds NUL bytes all over: it is not text. Save the article as UTF-8 text or DOCX.",
                name=name,
            )
        )
    return _by_content(data, declared, name)


def _by_content(data: bytes, declared: str | None, name: str) -> Decoded:
    wanted = codec_for(declared) if declared else None
    remarks = _declared_remarks(declared, wanted, name)
    if _is_strict(data, "utf-8"):
        if wanted not in {None, "utf-8"} and not data.isascii():
            remarks.append(_mismatch(name, str(declared), "utf-8"))
        return _finish(data, "utf-8", 1.0, name, remarks)
    if wanted and wanted != "utf-8" and _is_strict(data, wanted) and _declared_is_plausible(data, wanted):
        return _finish(data, wanted, 0.97, name, remarks)
    if _damage(data, "utf-8") <= _DAMAGED_UTF8:
        return _finish(data, "utf-8", 0.95, name, remarks)
    codec, confidence = _guess(data)
    if wanted and wanted != codec:
        remarks.append(_mismatch(name, str(declared), codec))
    elif confidence < SURE:
        remarks.append(
            Problem(
                name,
                "",
                say(
                    "The encoding of {name} had to be guessed ({codec}). Look whether the text reads well; if not, save it as UTF-8.",
                    name=name,
                    codec=_shown(codec),
                ),
            )
        )
    return _finish(data, codec, confidence, name, remarks)


def truer_codec(sample: bytes, claimed: str) -> str | None:
    """Return the codec that a sample is surely in where it is not the one it claims to be in, else None.

    `sample` is a beginning that ends between two characters.
    """
    if sample.isascii():
        return None
    if claimed != "utf-8":
        return "utf-8" if _is_strict(sample, "utf-8") else None
    if _damage(sample, "utf-8") <= _DAMAGED_UTF8:
        return None
    codec, confidence = _guess(sample)
    return codec if confidence >= SURE else None


def _declared_remarks(declared: str | None, wanted: str | None, name: str) -> list[Problem]:
    if not declared or wanted:
        return []
    return [
        Problem(
            name,
            "",
            say(
                "{name} claims the encoding “{declared}”, which is not read; it was found out from the text.",
                name=name,
                declared=declared[:40],
            ),
        )
    ]


def _mismatch(name: str, declared: str, codec: str) -> Problem:
    return Problem(
        name,
        "",
        say(
            "{name} claims to be {declared} but is {codec}; it was read as {codec}.",
            name=name,
            declared=declared[:40],
            codec=_shown(codec),
        ),
    )


def _finish(
    data: bytes, codec: str, confidence: float, name: str, remarks: list[Problem] | None = None
) -> Decoded:
    problems = list(remarks or [])
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        count = text.count("\ufffd")
        problems.append(
            Problem(
                name,
                say("byte {number}", number=error.start + 1),
                counted(
                    "{count} place in {name} could not be read as {codec} and stands as “�”. "
                    "Compare with the original.",
                    "{count} places in {name} could not be read as {codec} and stand as “�”. "
                    "Compare with the original.",
                    count,
                    name=name,
                    codec=_shown(codec),
                ),
            )
        )
    text, more = clean_characters(text.removeprefix("\ufeff"), name)
    return Decoded(text, codec, confidence, problems + more)


def clean_characters(text: str, name: str = say("the text")) -> tuple[str, list[Problem]]:
    """Replace what no text can hold (NUL, control characters, lone surrogates) by U+FFFD, and say how often."""
    clean, count = _UNTEXT.subn("\ufffd", text)
    if not count:
        return text, []
    at = _UNTEXT.search(text)
    line = text.count("\n", 0, at.start()) + 1 if at else 1
    return clean, [
        Problem(
            name,
            say("line {number}", number=line),
            say(
                "{count} characters in {name} are no text (NUL or control codes) and stand as “�”.",
                count=count,
                name=name,
            ),
        )
    ]


_UNTEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _is_strict(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def _damage(data: bytes, codec: str) -> float:
    """Return the share of unreadable places among the non-ASCII characters, 1.0 when nothing reads."""
    text = data[:_SAMPLE].decode(codec, "replace")
    beyond = sum(1 for character in text if ord(character) > 127)
    wrong = text.count("\ufffd")
    if len(data) > _SAMPLE and text.endswith("\ufffd"):
        wrong -= 1
    return wrong / beyond if beyond > wrong else 1.0


def _declared_is_plausible(data: bytes, codec: str) -> bool:
    """A claim is believed only when no Chinese encoding reads better; a single-byte codec reads anything."""
    scores = {one: _score(data, one) for one in ("gb18030", "big5hkscs")}
    if codec in scores:
        other = max(score for one, score in scores.items() if one != codec)
        return scores[codec] >= other or other < _CHINESE
    return codec not in _SINGLE_BYTE or max(scores.values()) < 0.35


def _guess(data: bytes) -> tuple[str, float]:
    """Guess among the encodings of the house: Chinese by how common its characters are, then the library."""
    from charset_normalizer import from_bytes

    scores = {codec: _score(data, codec) for codec in ("gb18030", "big5hkscs")}
    best = max(scores, key=lambda codec: scores[codec])
    other = min(scores.values())
    if scores[best] >= _CHINESE and scores[best] > other * 1.3:
        return best, min(0.99, 0.6 + scores[best])
    match = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES).best()
    if match is not None:
        codec = codec_for(match.encoding.replace("_", "-")) or codec_for(match.encoding)
        if codec:
            return codec, max(0.3, min(0.85, 1.0 - match.chaos))
    return (best, 0.4) if scores[best] > 0.05 else ("cp1252", 0.3)


def _score(data: bytes, codec: str) -> float:
    """Return the share of everyday Chinese characters among the non-ASCII ones, 0 when it does not decode."""
    text = data[:_SAMPLE].decode(codec, "replace")
    beyond = [character for character in text if ord(character) > 127]
    if not beyond or beyond.count("\ufffd") > len(beyond) * _FALLBACK_ERRORS + 1:
        return 0.0
    return sum(1 for character in beyond if character in _COMMON) / len(beyond)


def _wide_without_mark(data: bytes) -> str:
    """Recognise UTF-16 and UTF-32 without a mark by where the zero bytes and the line ends stand."""
    head = data[:4000]
    if len(head) < 8 or len(data) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.3 and even < half * 0.02 and _is_plausible_wide(head, "utf-16-le"):
        return "utf-16-le"
    if even > half * 0.3 and odd < half * 0.02 and _is_plausible_wide(head, "utf-16-be"):
        return "utf-16-be"
    if b"\0" not in head and _is_strict(data, "utf-8"):
        return ""
    scores = {codec: _score(head[: len(head) & ~1], codec) for codec in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda codec: scores[codec])
    return best if scores[best] > _CHINESE and scores[best] > 4 * min(scores.values()) else ""


def _is_plausible_wide(head: bytes, codec: str) -> bool:
    """Whether what is not ASCII in the decoded text is mostly everyday Chinese, Latin or little."""
    text = head[: len(head) & ~1].decode(codec, "replace")
    beyond = sum(not ("\0" < sign < "\u0250" or "\u2010" <= sign <= "\u203a") for sign in text)
    return beyond <= len(text) * 0.05 or _score(head[: len(head) & ~1], codec) > _CHINESE


def _shown(codec: str) -> str:
    return {"big5hkscs": "Big5", "cp1252": "Windows-1252"}.get(codec, codec.upper())
