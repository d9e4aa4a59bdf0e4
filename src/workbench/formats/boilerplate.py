"""Recognising what surrounds an article and is none of it: share bars, mastheads, related links."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from workbench.resources import resource
from workbench.sentences import template

_SHORT = 60
_SEARCHED = 400
_PATH_MARK = re.compile(r"\s*(?:&gt;|>>|›|»|＞|>|→|▶)\s*")
_PATH_LABEL = re.compile(
    r"^.{0,3}(?:您|你)?(?:现在|当前)?(?:的)?(?:所在|现在|当前)?(?:的)?位置(?:是|为)?\s*[:：]?\s*|^(?:Your |Current )?(?:position|location)\s*[:：]\s*|^You are here\s*[:：]?\s*",
    re.IGNORECASE,
)
_START = re.compile(r"^(?:首页|网站首页|主页|Home|首頁)$", re.IGNORECASE)
_LONGEST_PATH = 120
_LONGEST_PLACE = 30


@dataclass(frozen=True, slots=True)
class Drop:
    """One reason to leave a line behind, and how to know such a line."""

    reason: str
    is_short: bool
    hints: tuple[str, ...]
    pattern: re.Pattern[str]

    def fits(self, line: str) -> bool:
        """Whether the line is of this kind; hints are looked for first, since they are cheap."""
        if self.is_short and len(line) > _SHORT:
            return False
        head = line[:_SEARCHED]
        return (not self.hints or any(hint in head for hint in self.hints)) and bool(
            self.pattern.search(head)
        )


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The patterns of resources/sites/boilerplate.json, compiled."""

    drops: tuple[Drop, ...]
    masthead: re.Pattern[str]
    photo_sections: frozenset[str]
    fillers: frozenset[str]


@cache
def known_boilerplate() -> Boilerplate:
    """Read the patterns once."""
    data = json.loads(resource("sites/boilerplate.json").read_text(encoding="utf-8"))
    return Boilerplate(
        drops=tuple(
            Drop(
                one["reason"],
                is_short=one["short"],
                hints=tuple(one.get("hints", ())),
                pattern=re.compile("|".join(f"(?:{each})" for each in one["patterns"]), re.IGNORECASE),
            )
            for one in data["drop"]
        ),
        masthead=re.compile("|".join(f"(?:{each})" for each in data["masthead"]), re.IGNORECASE),
        photo_sections=frozenset(name.lower() for name in data["photo_sections"]),
        fillers=frozenset(name.lower() for name in data["filler"]),
    )


def drop_reason(line: str) -> str:
    """Return why the line is no part of the article ("share bar"), or "" when nothing speaks against it."""
    return next((drop.reason for drop in known_boilerplate().drops if drop.fits(line)), "")


def is_masthead(line: str) -> bool:
    """Whether the line is the head of a site: its name, its languages, its search box."""
    return len(line) <= 160 and bool(known_boilerplate().masthead.search(line))


def read_section_path(line: str) -> str:
    """Return the path of a breadcrumb line joined by " > " (Home>Photo News), or "" when it is none."""
    if len(line) > _LONGEST_PATH:
        return ""
    bare = _PATH_LABEL.sub("", line, count=1)
    is_labelled = bare != line
    places = [place.strip(" ·|/") for place in _PATH_MARK.split(bare)]
    places = [place for place in places if place]
    if not places or any(len(place) > _LONGEST_PLACE for place in places[:-1]):
        return ""
    if not (is_labelled or (len(places) > 1 and _START.match(places[0])) or (len(places) > 2)):
        return ""
    return join_section_path(places)


def join_section_path(places: list[str]) -> str:
    """Join the places of a breadcrumb; "正文" and its like at the end are no place."""
    kept = [place for place in places if place]
    while kept and (kept[-1].lower() in known_boilerplate().fillers or kept[-1].startswith("正文")):
        kept.pop()
    return " > ".join(kept)


def is_photo_section(section: str) -> bool:
    """Whether the last place of the path is one for pictures: Home > Photo News, 首页 > 图片新闻."""
    return section.rsplit(" > ", 1)[-1].strip().lower() in known_boilerplate().photo_sections


FROM_THE_TABLE = (
    template("correction and contact line"),
    template("counter"),
    template("font size or print switch"),
    template("invitation to follow, subscribe or comment"),
    template("note about the pictures"),
    template("note of another title"),
    template("page navigation"),
    template("related links"),
    template("rights and disclaimer"),
    template("share bar"),
)
"""The reasons in resources/sites/boilerplate.json, so that they have their translation."""
