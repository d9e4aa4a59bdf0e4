"""Filing the lines of an article in fields: headline, date, outlet, captions, paragraphs, source, translator.

Every reader (text, HTML, DOCX) brings its lines here, in reading order, so that one rule decides everywhere.
A line is either a block, a value in a field, or listed in `dropped` with its reason: none disappears.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from workbench.errors import Problem
from workbench.formats.boilerplate import drop_reason, is_masthead, is_photo_section, read_section_path
from workbench.formats.dates import find_date, is_only_date
from workbench.formats.info_lines import (
    LONGEST_INFO,
    LONGEST_LABELLED,
    file_info,
    is_info_line,
    says_more,
    take_rest,
    take_values,
    without_link_end,
)
from workbench.formats.labels import (
    Labelled,
    closing_name,
    read_labels,
    reporter_in_lead,
    split_credit,
)
from workbench.formats.lines import Line, detect_language, ends_like_sentence, squeeze
from workbench.model.incoming import Block, Dropped, Incoming
from workbench.model.kinds import SegmentKind
from workbench.sentences import say

_LONGEST_CAPTION = 160
_LONGEST_SUBHEADING = 50
_HEAD_LINES = 3
_HEAD_PIECES = 12
_LONGEST_PIECE = 12
_TAIL_LINES = 14
_ABSTRACT = re.compile(
    r"^[【\[]?(?:摘要|内容摘要|导读|核心提示|内容提要|提要|Abstract|Summary)[】\]]?\s*[:：]\s*", re.IGNORECASE
)
_CAPTION_START = re.compile(
    r"^(?:[▲△●↑↓]|[（(]?图(?:为|[：:|/])|资料图|Photo(?:\s+shows|:)|File photo|Pictured)", re.IGNORECASE
)
_CAPTION_END = re.compile(r"(?:摄|供图|截图|资料图|资料图片|示意图|效果图|配图|照片|网络图|合影)[。.)）]?$")


@dataclass(slots=True)
class _Body:
    """What is known while the lines of the text are filed one after another."""

    lines: list[Line]
    headline: str
    takes_caption_first: bool
    has_ended: bool = False
    last_photo: int | None = None
    blocks: list[Block] = field(default_factory=list)


def file_loose_lines(lines: list[Line], page: Incoming) -> None:
    """File lines of which nobody knows where the article begins: a text file, a paste, a document.

    What stands before a section path is the masthead, and a date there is the site's own and never the
    article's ("15 July 2015"). The headline is the first line after it that is no field and no boilerplate.
    """
    written = [line for line in lines if line.text]
    start = _after_masthead(written, page)
    at = _headline_at(written, start)
    file_head(written[start:at], page)
    if at >= len(written):
        return
    if written[at].level != 1 and _is_paragraph(written[at].text):
        filed = {id(line) for line in written[:at]}
        page.problems.append(
            Problem(
                page.path,
                "",
                say("No headline was found: the text begins with a paragraph. Type one in its row."),
            )
        )
        file_body([line for line in lines if id(line) not in filed], page)
        return
    page.blocks.append(Block(SegmentKind.HEADLINE, written[at].text))
    head = _end_of_info(written, at + 1)
    deck = (
        head < len(written) - 1
        and _is_second_title(written[head])
        and _end_of_info(written, head + 1) > head + 1
    )
    if deck and head == at + 1:
        page.blocks.append(Block(SegmentKind.SUBHEADING, written[head].text))
        file_head(written[head + 1 : (head := _end_of_info(written, head + 1))], page)
    else:
        file_head(written[at + 1 : head], page)
    filed = {id(line) for line in written[:head]}
    file_body([line for line in lines if id(line) not in filed], page)


def _is_paragraph(text: str) -> bool:
    """Whether a first line is too much of a sentence to be a headline (Chinese ones hardly ever pass 45 characters)."""
    return ends_like_sentence(text) and len(text) > (
        160 if text.isascii() or detect_language(text) == "en" else 45
    )


def _end_of_info(lines: list[Line], start: int) -> int:
    """Return the index of the first line from `start` that is more than a field about the article."""
    while start < len(lines) and is_info_line(lines[start].text):
        start += 1
    return start


def file_head(lines: list[Line], page: Incoming) -> None:
    """File what stands between the headline and the text: date, outlet, author, tools."""
    if page.published is None:
        found = find_date(
            " ".join(line.text for line in lines[:_HEAD_PIECES] if len(line.text) <= _LONGEST_PIECE)
        )
        page.published = found.day if found else None
    for line in lines:
        file_info(line.text, page)


def file_body(lines: list[Line], page: Incoming) -> None:
    """File the lines of the text itself, and the source and editor lines at its end.

    On a page of a photo section (Photo News, 图片新闻) the first block before the body is the caption of the
    picture, when it is no longer than the paragraph after it. Elsewhere a caption is recognised by its markup,
    by standing under a picture, or by its wording (图为……, …… 摄).
    """
    body = _Body(lines, squeeze(page.headline), is_photo_section(page.section))
    for index, line in enumerate(lines):
        _file_line(index, line, body, page)
    page.blocks.extend(_without_idle_alts(body.blocks))
    _name_author(page)


def file_tail(lines: list[Line], page: Incoming) -> None:
    """File what stands after the text of a page: only labelled lines say something about the article."""
    for line in lines:
        if len(line.text) > LONGEST_INFO:
            continue
        found = read_labels(line.text)
        if (
            found.day
            and page.published is None
            and ("date" in found.values or re.search("日期|时间|date|publish", line.text, re.IGNORECASE))
        ):
            page.published = found.day
        take_values(found, page)


def _after_masthead(lines: list[Line], page: Incoming) -> int:
    """Return where the article begins; drop the masthead before it and take the section path."""
    for index, line in enumerate(lines[:12]):
        section = read_section_path(line.text)
        if section:
            page.section = page.section or section
            for above in lines[:index]:
                reason = say("masthead date") if is_only_date(above.text) else say("masthead")
                page.dropped.append(Dropped(above.text, reason))
            return index + 1
    start = 0
    while start < len(lines) and is_masthead(lines[start].text):
        page.dropped.append(Dropped(lines[start].text, say("masthead")))
        start += 1
    if start and start < len(lines) and is_only_date(lines[start].text):
        page.dropped.append(Dropped(lines[start].text, say("masthead date")))
        start += 1
    return start


def _headline_at(lines: list[Line], start: int) -> int:
    """Return the index of the headline: the first level-1 heading near the top, else the first line that says something."""
    for index in range(start, min(len(lines), start + 8)):
        if lines[index].level == 1 and lines[index].text:
            return index
    for index in range(start, len(lines)):
        if not is_info_line(lines[index].text) and not drop_reason(lines[index].text):
            return index
    return len(lines)


def _is_second_title(line: Line) -> bool:
    return len(line.text) <= _LONGEST_SUBHEADING and not ends_like_sentence(line.text)


def _file_line(index: int, line: Line, body: _Body, page: Incoming) -> None:
    text = line.text
    if line.photo is not None:
        body.last_photo = line.photo
        if line.alt and not body.has_ended:
            body.blocks.append(Block(SegmentKind.ALT, line.alt, line.photo))
    if not text:
        return
    if body.has_ended:
        _file_after_end(text, page)
        return
    if not _has_text(body) and squeeze(text) == body.headline and body.headline:
        page.dropped.append(Dropped(text, say("headline repeated")))
        body.headline = ""
        return
    if _take_label_line(index, text, body, page):
        return
    if line.is_aside:
        page.dropped.append(Dropped(text[:400], drop_reason(text) or say("beside the article")))
        return
    if reason := drop_reason(text) or ("" if any(map(str.isalnum, text)) else say("ornament")):
        page.dropped.append(Dropped(text, reason))
        return
    if line.link_share > 0.8 and len(text) < _LONGEST_SUBHEADING and _is_link_list(index, body.lines):
        page.dropped.append(Dropped(text, say("related links")))
        return
    block = _as_block(index, line, body, page)
    if not block.text:
        page.dropped.append(Dropped(text, say("photo credit, filed in its field")))
        return
    body.blocks.append(block)
    if (
        page.photo_credit == ""
        and body.blocks[-1].kind is SegmentKind.CAPTION
        and body.last_photo is not None
    ):
        page.photo_credit = _credit_of(body.last_photo, page)


def _file_after_end(text: str, page: Incoming) -> None:
    """After the editor's line nothing belongs to the article any more, but source and translator may follow."""
    found = read_labels(text)
    if found.values and len(text) <= LONGEST_INFO:
        take_values(found, page)
    if not found.values or found.rest:
        page.dropped.append(Dropped(text, drop_reason(text) or say("after the end of the article")))


def _take_label_line(index: int, text: str, body: _Body, page: Incoming) -> bool:
    """File a line such as 来源：X or Translator: Y at the head or the end of the text; say whether it was one."""
    is_head = not _has_text(body) and index < _HEAD_LINES + sum(
        1 for one in body.lines[:index] if not one.text
    )
    is_tail = index >= len(body.lines) - _TAIL_LINES
    if len(text) > LONGEST_LABELLED or not (is_head or is_tail or len(text) <= _LONGEST_SUBHEADING):
        return False
    inner = re.sub(r"^[（(【\[]\s*(.*?)\s*[)）】\]]$", r"\1", text)
    found = read_labels(inner)
    if not found.values or "other" in found.values or says_more(found):
        return False
    is_editor = "editor" in found.values
    if not (is_head or is_tail or is_editor):
        return False
    if is_tail and not is_head and not is_editor and _is_question(found):
        return False
    take_values(found, page)
    take_rest(found.rest, page)
    if found.day and page.published is None and "date" in found.values:
        page.published = found.day
    if is_editor and _has_most_of_the_text(index, body):
        body.has_ended = True
    return True


def _is_question(found: Labelled) -> bool:
    """记者：…… within an interview asks; it names nobody when a paragraph that is no label line follows."""
    if set(found.values) != {"author"}:
        return False
    value = without_link_end(found.values["author"])
    return bool(re.search(r"[，。？！,?]", value)) or len(value) > 40


def _has_most_of_the_text(index: int, body: _Body) -> bool:
    before = sum(len(line.text) for line in body.lines[:index])
    return before * 2 >= sum(len(line.text) for line in body.lines)


def _is_link_list(index: int, lines: list[Line]) -> bool:
    near = [line for line in lines[max(0, index - 1) : index + 2] if line.text]
    return sum(line.link_share > 0.8 for line in near) >= 2


def _as_block(index: int, line: Line, body: _Body, page: Incoming) -> Block:
    text = line.text
    if (match := _ABSTRACT.match(text)) and not _has_text(body) and len(text) > match.end():
        return Block(SegmentKind.SUMMARY, text[match.end() :])
    if _is_caption(index, line, body):
        return _as_caption(text, body.last_photo, page)
    if _is_subheading(index, line, body):
        return Block(SegmentKind.SUBHEADING, text)
    return Block(SegmentKind.BODY, text)


def _is_caption(index: int, line: Line, body: _Body) -> bool:
    text = line.text
    if len(text) > _LONGEST_CAPTION and not (line.is_caption or body.takes_caption_first):
        return False
    if line.is_caption:
        return True
    following = _next_written(index, body.lines)
    if body.takes_caption_first and not _has_text(body):
        return following is not None and len(text) <= len(following.text)
    follows_photo = body.last_photo is not None and _stands_under_photo(index, body.lines)
    if follows_photo and line.is_centred and len(text) <= _LONGEST_SUBHEADING and not line.level:
        return following is None or not following.is_centred
    if follows_photo and (_CAPTION_START.match(text) or _CAPTION_END.search(text)):
        return True
    return (bool(_CAPTION_START.match(text)) or text[-1] in ")）") and bool(split_credit(text)[1])


def _next_written(index: int, lines: list[Line]) -> Line | None:
    return next((lines[at] for at in range(index + 1, len(lines)) if lines[at].text), None)


def _has_text(body: _Body) -> bool:
    return any(block.kind is not SegmentKind.ALT for block in body.blocks)


def _without_idle_alts(blocks: list[Block]) -> list[Block]:
    """Leave out alternative texts that say nothing of their own: the same on several pictures, or a caption again."""
    if not any(block.kind is SegmentKind.ALT for block in blocks):
        return blocks
    seen = Counter(squeeze(block.text) for block in blocks)
    return [block for block in blocks if block.kind is not SegmentKind.ALT or seen[squeeze(block.text)] == 1]


def _stands_under_photo(index: int, lines: list[Line]) -> bool:
    """Whether a picture stands in this line or in the one before it."""
    if lines[index].photo is not None:
        return True
    return index > 0 and lines[index - 1].photo is not None


def _as_caption(text: str, photo: int | None, page: Incoming) -> Block:
    bare, credit = split_credit(text)
    if credit and photo is not None and photo < len(page.photos):
        page.photos[photo].credit = page.photos[photo].credit or credit
    if credit and not page.photo_credit:
        page.photo_credit = credit
    return Block(SegmentKind.CAPTION, bare if credit else text, photo)


def _credit_of(photo: int, page: Incoming) -> str:
    return page.photos[photo].credit if photo < len(page.photos) else ""


def _is_subheading(index: int, line: Line, body: _Body) -> bool:
    if len(line.text) > _LONGEST_SUBHEADING or ends_like_sentence(line.text):
        return False
    if line.level:
        return True
    return _next_written(index, body.lines) is not None and (
        line.is_strong or bool(re.fullmatch(r"\d{1,2}", line.text))
    )


def _name_author(page: Incoming) -> None:
    """Take the author from the head of the report or the closing brackets when no line named one."""
    body = [block.text for block in page.blocks if block.kind is SegmentKind.BODY]
    if page.author or not body:
        return
    page.author = reporter_in_lead(body[0]) or closing_name(body[-1])
