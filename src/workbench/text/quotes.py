"""Quotation marks on both sides: counting what is opened and not closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_APOSTROPHE = re.compile(r"(?<=[^\W_])['’](?=[^\W_])|['’](?=\d0s\b|em\b|tis\b|twas\b)")
_INCHES = re.compile(r"(?<=\d)[\"”″]|(?<=\d)['’′](?=\s?\d)")
_STRAIGHT_OPEN = re.compile(r"(?:^|(?<=[\s(\[—–-]))\"(?=\S)")
_STRAIGHT_CLOSE = re.compile(r"(?<=\S)\"(?=$|[\s,.;:!?)\]—–-])")


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """A double quotation mark: where it stands and whether it opens (+1), closes (-1) or may do both (0)."""

    place: int
    side: int


def english_marks(text: str) -> list[QuoteMark]:
    """Return the double quotation marks of an English text; « » and „ count too."""
    sides = {"“": 1, "”": -1, "„": 1, "«": 1, "»": -1, '"': 0, "＂": 0}
    return [QuoteMark(mark.start(), sides[mark[0]]) for mark in _ENGLISH_MARK.finditer(text)]


_SPEAKER = re.compile(r"[，, ]*[^，。：“”]{1,24}(?:说|表示|称|说道)(?:。|，|$)")
_ENDS_OF_SPEECH = tuple("。！？，…!?,.")
_ENGLISH_MARK = re.compile('[“”„«»"＂]')
_CHINESE_MARK = re.compile('[“”「」『』"＂]')


def chinese_marks(text: str) -> list[QuoteMark]:
    """Return the outer quotation marks of a Chinese text; a straight one may do both."""
    sides = {"“": 1, "”": -1, "「": 1, "」": -1, "『": 1, "』": -1, '"': 0, "＂": 0}
    return [QuoteMark(mark.start(), sides[mark[0]]) for mark in _CHINESE_MARK.finditer(text)]


def title_marks(text: str) -> list[tuple[int, int]]:
    """Return the spans of titles of works in 《》, marks included."""
    return [match.span() for match in re.finditer(r"《[^《》]+》", text)]


def unpaired(text: str, marks: list[QuoteMark], *, has_inches: bool = True) -> list[QuoteMark]:
    """Return the marks that have no partner; a straight mark may close a curly one.

    A mark behind a figure is set aside as inches, unless nothing of the kind can be there.
    """
    counted = [mark for mark in marks if not (has_inches and _INCHES.match(text, mark.place))]
    if len(counted) % 2 != len(marks) % 2 and len(marks) % 2 == 0:
        counted = marks
    waiting: list[QuoteMark] = []
    alone: list[QuoteMark] = []
    for mark in counted:
        if mark.side > 0 or (mark.side == 0 and not waiting):
            waiting.append(mark)
        elif waiting:
            waiting.pop()
        else:
            alone.append(mark)
    found = sorted([*waiting, *alone], key=lambda mark: mark.place)
    straight = [mark for mark in counted if mark.side == 0]
    if len(found) == 1 and found[0].side == 0 and len(straight) > 1:
        return [_odd_one(text, straight)]
    return found


@dataclass(frozen=True, slots=True)
class Running:
    """Whether a Chinese row begins inside a quotation and whether it ends inside one.

    `is_sure` is lost where its marks face every way, so that nobody can tell which of them is alone.
    """

    runs_in: bool = False
    runs_out: bool = False
    is_sure: bool = True


def running(text: str, marks: list[QuoteMark]) -> Running:
    """Tell how a Chinese row is open; among an even number a mark that faces the wrong way closes all the same."""
    sides = [_chinese_side(text, mark) for mark in marks]
    if len(sides) % 2 == 0:
        is_speech = bool(sides) and text[: marks[0].place].rstrip()[-1:] in _ENDS_OF_SPEECH
        crosses = is_speech and sides[0] < 0 and sides[-1] > 0
        return Running(crosses, crosses)
    if any(one * two > 0 for one, two in pairwise(sides)):
        return Running(True, True, is_sure=False)
    return Running(sides[0] <= 0, sides[-1] >= 0)


def _chinese_side(text: str, mark: QuoteMark) -> int:
    """Return which way a Chinese mark faces by what stands beside it, and by its shape where that says nothing."""
    before, rest = text[: mark.place].rstrip()[-1:], text[mark.place + 1 :].lstrip()
    if not rest or (before in _ENDS_OF_SPEECH and _SPEAKER.match(rest)):
        return -1
    if not before:
        return 1
    if mark.side:
        return mark.side
    if before in "：:，,、（(":
        return 1
    return -1 if before in "。！？!?…" or rest[0] in "，。、；：）" else 0


def side_of(text: str, marks: list[QuoteMark], alone: QuoteMark) -> QuoteMark:
    """Return the mark that stands alone once straight marks are read by what stands beside them.

    That is `alone` itself with its side, unless reading the sides shows exactly one other without a partner.
    """
    sided = [QuoteMark(mark.place, _side(text, mark)) for mark in marks]
    found = unpaired(text, sided) if all(mark.side for mark in sided) else []
    return found[0] if len(found) == 1 else QuoteMark(alone.place, _side(text, alone))


def _side(text: str, mark: QuoteMark) -> int:
    """Return which way a mark faces: by its place at an end of the text, by its shape, by what stands beside it."""
    if not text[mark.place + 1 :].strip():
        return -1
    if not text[: mark.place].strip():
        return 1
    opens = _STRAIGHT_OPEN.match(text, mark.place) is not None
    closes = _STRAIGHT_CLOSE.match(text, mark.place) is not None
    return mark.side or opens - closes


def is_apostrophe(text: str, place: int) -> bool:
    """Tell whether a straight double mark stands where an apostrophe should: the Lakers" website."""
    return (
        text[place] == '"' and re.match(r"s\"(?: [A-Za-z]|[,.]? ?$)", text[place - 1 : place + 3]) is not None
    )


def has_single_quotes(text: str) -> bool:
    """Tell whether single marks quote something, apostrophes left aside."""
    rest = _APOSTROPHE.sub("", text)
    return bool(re.search(r"(?:^|[\s(\[“\"—])[‘'](?=\S)[^'’]*\S['’]", rest))


def unpaired_single(text: str) -> list[int]:
    """Return the places of ‘ that nothing closes."""
    if "‘" not in text:
        return []
    rest = _APOSTROPHE.sub("_", text)
    opened: list[int] = []
    for i, character in enumerate(rest):
        if character == "‘":
            opened.append(i)
        elif character == "’" and opened:
            opened.pop()
    return opened


def _odd_one(text: str, straight: list[QuoteMark]) -> QuoteMark:
    """Return the straight mark that most likely lacks its partner: two openings in a row, or the last."""
    opens = [bool(_STRAIGHT_OPEN.match(text, mark.place)) for mark in straight]
    for position, (before, now) in enumerate(pairwise(opens)):
        if before and now:
            return straight[position]
    return straight[-1]
