"""Lines that only say something about an article: what fields they fill, and what of them is of no use."""

from __future__ import annotations

import re

from workbench.formats.boilerplate import drop_reason, read_section_path
from workbench.formats.labels import Labelled, find_address, read_labels
from workbench.formats.lines import ends_like_sentence
from workbench.model.incoming import Dropped, Incoming
from workbench.sentences import say

LONGEST_INFO = 160
LONGEST_LABELLED = 400
_LONGEST_REST = 50
_LONGEST_NAMES = 40
_NAMES = re.compile(r"[\u4e00-\u9fff·\w]{2,8}(?:[\s、,，&＆][\u4e00-\u9fff·\w]{2,8}){0,4}")
_OUTLET = re.compile(
    r"(?:报|网|社|台|刊|新闻|日报|晚报|客户端|发布|时报|政府|委员会|局|厅|部|办|报道|频道|杂志|中心|News|Daily|Times|Agency|Service|Online|Post|Network|Tribune|Review|Xinhua|CGTN|CCTV)$"
)
_POSTED = re.compile(r"^(?:Posted|Published|Updated|Created)\b(?:\s+on)?\s*[:：]?\s*", re.IGNORECASE)
_BYLINE = re.compile(r"^by\s+(?P<names>.{2,40})$", re.IGNORECASE)
_LINK_END = re.compile(r"(?:返回.{0,10})?[，,]?(?:点击)?查看更多.*$")
_CONTRIBUTED = re.compile(r"^(?P<names>.{2,24}?)(?:供稿|投稿)$")
_VALUE_NOISE = re.compile(r"^原创\s+|^\[?(?:原创|转载)\]\s*|\s+举报$|\s*[（(](?:原创|转载)[）)]$")
_OWN_SITE = frozenset(
    ("本站", "本站原创", "本网", "原创", "本网原创", "网络", "互联网", "未知", "admin", "管理员")
)
_SECOND = {
    "outlet": say("second source line"),
    "author": say("second byline"),
    "section": say("second section"),
}
_UNWANTED = {
    "editor": say("editor’s name"),
    "keywords": say("keywords"),
    "count": say("counter"),
    "position": say("page navigation"),
}


def is_info_line(text: str) -> bool:
    """Whether a line before the text only says something about it: date, source, tools."""
    if len(text) > LONGEST_INFO:
        return False
    found = read_labels(text)
    if found.values:
        if set(found.values) == {"photo_credit"} and found.rest:
            return False
        return not found.rest or len(found.rest) < _LONGEST_REST
    if found.day:
        return len(found.rest) <= 40 and not ends_like_sentence(text)
    return bool(drop_reason(text))


def file_info(text: str, page: Incoming) -> None:
    """File a line that stands between headline and text."""
    section = read_section_path(text)
    if section:
        page.section = page.section or section
        return
    if len(text) > LONGEST_LABELLED:
        page.dropped.append(Dropped(text, say("line between headline and text")))
        return
    found = read_labels(text)
    if found.day and page.published is None:
        page.published = found.day
    rest = found.rest
    take_values(found, page)
    if found.day and rest and "outlet" not in found.values and not drop_reason(rest):
        rest = _take_unlabelled(rest, page)
    if any(map(str.isalnum, rest)):
        page.dropped.append(Dropped(rest, drop_reason(rest) or say("line between headline and text")))


def take_values(found: Labelled, page: Incoming) -> None:
    """Put labelled values in the fields of the page; values of no use are listed as dropped."""
    for name, value in found.values.items():
        if not value:
            continue
        if name in {"outlet", "author", "translator", "photo_credit", "section"}:
            kept = _clean_value(value)
            if kept and not getattr(page, name):
                setattr(page, name, kept)
            elif kept != getattr(page, name):
                page.dropped.append(Dropped(value, _SECOND.get(name, say("second value of a field"))))
        elif name == "source_address":
            page.source_address = page.source_address or find_address(value)
        else:
            page.dropped.append(Dropped(value, _UNWANTED.get(name, say("page tools"))))


def take_rest(rest: str, page: Incoming) -> None:
    """File who contributed the text (……供稿); list everything else that labels leave over."""
    match = _CONTRIBUTED.match(rest)
    if match and not page.author:
        page.author = match["names"]
    elif any(map(str.isalnum, rest)):
        page.dropped.append(Dropped(rest, drop_reason(rest) or say("beside a source line")))


def _take_unlabelled(rest: str, page: Incoming) -> str:
    """Read what stands beside the date without a label: By Zhang San | China Daily, 北京日报, or names.

    Returns what it cannot make sense of.
    """
    left = []
    parts = [part.strip(" ·-—•") for part in re.split(r"[|｜丨]|\s·\s", _POSTED.sub("", rest))]
    for part in filter(None, parts):
        if byline := _BYLINE.match(part):
            page.author = page.author or _clean_value(byline["names"])
        elif len(part) > _LONGEST_NAMES or drop_reason(part) or not any(map(str.isalpha, part)):
            left.append(part)
        elif _OUTLET.search(part) or (" " not in part and not page.outlet):
            page.outlet = page.outlet or part
        elif _NAMES.fullmatch(part) and not page.author:
            page.author = part
        else:
            left.append(part)
    return " ".join(left)


def _clean_value(value: str) -> str:
    value = _LINK_END.sub("", _VALUE_NOISE.sub("", value)).strip()
    if value in _OWN_SITE:
        return ""
    value = re.split(r"\s{2,}|[|｜丨]|返回|查看更多", value)[0].strip(" /,，;；、·")
    return value if len(value) <= 80 and not drop_reason(value) else ""


def says_more(found: Labelled) -> bool:
    """A label line says nothing but its fields: no long rest, no whole sentence as a value."""
    if len(found.rest) > 12 and not drop_reason(found.rest) and not _CONTRIBUTED.match(found.rest):
        return True
    return any(
        len(value) > 60 or (ends_like_sentence(value) and len(value) > 30 and not value.endswith("."))
        for name, value in found.values.items()
        if name != "source_address"
    )


def without_link_end(value: str) -> str:
    """Cut the link that some sites hang on their last line (返回……，查看更多)."""
    return _LINK_END.sub("", value)
