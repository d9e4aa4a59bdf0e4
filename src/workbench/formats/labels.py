"""Reading what lines say about an article: 来源：湖南日报 作者：X, Translator: Y, 2020-04-03."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from workbench.formats.dates import find_date
from workbench.resources import resource

_FIELDS = (
    "other",
    "outlet", "author", "translator", "source_address", "photo_credit", "date", "editor", "count", "section",
    "keywords", "position", "tools",
)  # fmt: skip
_FROM = re.compile(
    r"^(?:This (?:article|story|news|report) is (?:from|provided by|reprinted from)|From)\s*[:：]?\s*(?P<outlet>[^.]*?)"
    r"(?:\s*\(?(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,24}(?:/\S*)?)\)?)?\s*\.?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?::\d+)?(?:/[^\s\u3000-\uffef]*)?", re.IGNORECASE | re.ASCII
)
_MARK = re.compile(r"[:：|｜/]")
_CREDIT_CLOSED = re.compile(
    r"\s*[（(]\s*(?:(?P<before>[^（()）]{1,40}?)(?:\s*(?:摄影报道|摄影|摄|供图)|\s图)|(?:Photos?|Picture)s?\s*(?:by|/|:|courtesy of)\s*"
    r"(?P<after>[^()]{1,80})|(?:图片?来源|图源|图|摄影|供图)\s*[:：/|]\s*(?P<labelled>[^（()）]{1,40}))\s*[)）]\s*[。.]?$",
    re.IGNORECASE,
)
_CREDIT_OPEN = re.compile(
    r"(?:^|[。！？\s])\s*(?P<name>[^。！？，,；;]{2,24}?)\s*(?:摄影报道|摄影|摄|供图)\s*[。.]?$"
)
_LEAD_REPORTER = re.compile(
    r"^.{0,40}?[讯电]\s*[（(【][^（()）]{0,16}?记者\s*(?P<names>[^（()）]{2,40}?)(?:\s*(?:通讯员|实习生|摄影|报道|整合|见习|文/).*)?[)）】]"
)
_CLOSING_NAME = re.compile(
    r"[。！？”][（(](?P<name>(?:[本报]{0,2}(?:全媒体)?记者\s?)?[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})[)）]$"
)


@dataclass(slots=True)
class Labelled:
    """The fields found in one line, and what of the line none of them explains."""

    values: dict[str, str] = field(default_factory=dict)
    day: date | None = None
    rest: str = ""


def read_labels(text: str) -> Labelled:
    """Take the labelled values and the date out of a line.

    Every value ends where the next label, a bar or a date begins; empty values are kept as "".
    """
    found = Labelled()
    if text[:1] in "TtFf" and (sentence := _FROM.match(text)):
        found.values["outlet"] = sentence["outlet"].strip()
        return found
    if not _MARK.search(text):
        found.rest = _take_date(text, found)
        return found
    marks = [mark for mark in _label_pattern().finditer(text) if _stands_alone(mark, text)]
    if not marks:
        found.rest = _take_date(text, found)
        return found
    rest = [_take_date(text[: marks[0].start()], found)]
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        name = str(mark.lastgroup)
        value = text[mark.end() : end]
        if name == "date":
            rest.append(_take_date(value, found))
            continue
        if name != "source_address":
            value = _take_date(value, found)
        value = value.strip(" \t|｜丨/,，;；【】[]（）()<>〈〉·")
        if not found.values.get(name):
            found.values[name] = value
    found.rest = " ".join(part for part in rest if part)
    return found


def find_address(text: str) -> str:
    """Return the first web address in the text, or ""."""
    match = _ADDRESS.search(text)
    return match.group().rstrip(".,;") if match else ""


def split_credit(caption: str) -> tuple[str, str]:
    """Split a caption into its text and the photographer: 图为会场。（张三 摄） → 图为会场。 and 张三."""
    if match := _CREDIT_CLOSED.search(caption):
        name = match["before"] or match["after"] or match["labelled"]
        return caption[: match.start()].strip(), _tidy_name(name)
    if match := _CREDIT_OPEN.search(caption):
        return caption[: match.start("name")].strip(" ▲△▼●·"), _tidy_name(match["name"])
    return caption, ""


def reporter_in_lead(lead: str) -> str:
    """Return the reporters named in the head of a report: 湖南日报4月2日讯（记者 张三）."""
    match = _LEAD_REPORTER.match(lead)
    return _tidy_name(match["names"]) if match else ""


_WRITTEN_BY = re.compile(
    r"[（(](?:文\s*[/／、]?\s*图|文|图文|文字)\s*[/／:：]?\s*(?P<name>[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})[)）]$"
)


def closing_name(paragraph: str) -> str:
    """Return the name that closes the last paragraph: ……举行。（张巨峰）."""
    match = _CLOSING_NAME.search(paragraph) or _WRITTEN_BY.search(paragraph)
    return _tidy_name(re.sub(r"^.{0,5}记者\s?", "", match["name"])) if match else ""


def _stands_alone(mark: re.Match[str], text: str) -> bool:
    """A label of one character (文, 摄) or of Latin letters is one only where nothing it belongs to stands before."""
    label = mark.group().rstrip(" :：|｜/")
    before = text[mark.start() - 1] if mark.start() else " "
    return (len(label) > 1 and not label.isascii()) or not before.isalnum()


def _tidy_name(name: str) -> str:
    name = re.sub(r"^(?:图片|图|文)\s*[:：/|]\s*", "", name.strip(" :：/|▲●△"))
    return re.sub(r"\s+", " ", name)


def _take_date(text: str, found: Labelled) -> str:
    """Move the first date of the text into `found`; return the text without it."""
    day = find_date(text)
    if day is None:
        return text.strip()
    found.day = found.day or day.day
    return f"{text[: day.start].strip()} {text[day.end :].strip()}".strip()


@cache
def label_words() -> dict[str, list[str]]:
    """Return the label words of every field (resources/sites/labels.json)."""
    words: dict[str, list[str]] = json.loads(resource("sites/labels.json").read_text(encoding="utf-8"))
    return words


@cache
def _label_pattern() -> re.Pattern[str]:
    """Build one pattern with a named group a field; short labels must begin a word."""
    words = label_words()
    groups = []
    for name in _FIELDS:
        ordered = sorted(words[name], key=len, reverse=True)
        spaced = (
            r"\s?".join(map(re.escape, word)) if len(word) < 5 and not word.isascii() else re.escape(word)
            for word in ordered
        )
        groups.append(f"(?P<{name}>" + "|".join(spaced) + ")")
    return re.compile(
        r"(?:(?<=^)|(?<=[\s|｜丨/（(【\[，,;；。·>])|(?<=[\d:：）)\u4e00-\u9fff]))(?:"
        + "|".join(groups)
        + r")\s*[:：|｜/](?!/)\s*",
        re.IGNORECASE,
    )
