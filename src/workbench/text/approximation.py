"""Hedges around a number: over, under, near, about, in both languages."""

from __future__ import annotations

import re

from workbench.text.facts import Approximation

_BEFORE = re.compile(
    r"(?:(?P<over>不(?:得|会|能|应|宜|可|要|准|许)?(?:少于|低于|小于|下)|(?<!不)(?<!不[得会能应宜可要准许])(?:超过|高于|大于|多于)|(?<!不)超|逾|(?<!不)(?<!不[会能得])突破|至少|(?<![经通再])过)"
    r"|(?P<near>将近|接近|(?<![最远])近|逼近)"
    r"|(?P<about>大约|(?<![签预邀条履违特契])约|大概|左右)"
    r"|(?P<under>不足|(?<![做看买找听碰得拿用见])不到|不(?:得|会|能|应|宜|可|要|准|许)?(?:超过|突破|高于|大于|多于)|(?<!不)(?<!不[得会能应宜可要准许])(?:低于|少于|小于)|未满|不满|至多|最多))"
    r"(?:了|为|有|过|到|达到?|人民币)?\s?$"
)
_AFTER = re.compile(
    r"\s?(?P<over>[多余](?![年少])|多(?=年)|余(?=年)|强(?![^，。]))?[\w%°℃]{0,4}?"
    r"(?:(?P<more>以上|开外|有余|多)|(?P<about>左右|上下|前后|许)|(?P<under>以下|以内|之内))?"
)
_AFTER_HEDGE = re.compile(
    r"[^，。；、,;\d\x00]{0,3}?(?:(?P<over>以上|开外|有余)|(?P<about>左右|上下|前后)|(?P<under>以下|以内))"
)
_OVER_INSIDE = re.compile(r"[余多]")


_RECENT = re.compile(r"\s?个?(?:多)?(?:年|月|周|天|日|星期|季度)")


def chinese_approximation(text: str, start: int, end: int) -> Approximation:
    """Return how the number at `start`..`end` (its unit included) is hedged."""
    if _OVER_INSIDE.search(text, start, end) or text[end : end + 1] in ("余", "多"):
        return Approximation.OVER
    before = _BEFORE.search(text, max(0, start - 8), start)
    if before and text.startswith("前", end) and before[0].startswith(("高于", "低于")):
        return Approximation.NONE  # 高于四年前的170万: the hedge is that of the amount behind
    if before and not (before.lastgroup == "near" and _RECENT.match(text, end)):
        return Approximation(str(before.lastgroup))
    after = _AFTER_HEDGE.match(text, end)
    if after:
        return Approximation(str(after.lastgroup))
    return Approximation.NONE


_ENGLISH_BEFORE = re.compile(
    r"\b(?:(?P<under>less than|under|below|fewer than|no more than|at most|within|not exceed(?:ing)?|short of|(?:does|did) not exceed|not more than|not to exceed|cannot exceed|lower than|not\s+(?:higher|greater|longer|older|larger)\s+than)"
    r"|(?P<over>(?<!no )(?<!not )more than|over(?!\s(?:the|a)\b)|above|exceed(?:s|ed|ing)?|at least|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|in excess of"
    r"|no (?:less|fewer) than|not less than|upwards? of|greater than|higher than|beyond|well over|passed|crossed|minimum of|plus)"
    r"|(?P<near>nearly|almost|close to|approaching|approach(?:es|ed)?|just under|nearing|near|not quite|some)"
    r"|(?P<about>about|around|roughly|approximately|approx|circa|an estimated|estimated|or so))"
    r"(?:\W+(?:[A-Za-z$€£¥]+\W+){0,2}?)?$",
    re.IGNORECASE,
)
_ENGLISH_AFTER = re.compile(
    r"(?P<plus>\s?\+|-?\s?plus\b)|(?:\s[\w-]+){0,3}?\s?,?\s(?P<over>(?:or|and) (?:more|above|over|older|longer|higher|up|beyond)|at least)"
    r"|(?:\s[\w-]+){0,2}?\s(?P<about>or so|or thereabouts)|(?:\s[\w-]+){0,2}?\s(?P<under>or (?:less|fewer|below|under|younger))",
    re.IGNORECASE,
)
_SYNONYMS = {"plus": "over"}
_OPPOSITE = {"over": Approximation.UNDER, "under": Approximation.OVER}
_DENIED = re.compile(
    r"(?:\b(?:must|shall|should|may|can|could|will|would|do|does|did|to)\s(?:not|never)|\bcannot|\b(?:ca|wo|sha|should|must|could|would|do|does|did)n['’]t)\b(?:\s(?!but\b|only\b)[A-Za-z]+){0,4}\s$",
    re.IGNORECASE,
)
"""Must not last for more than 3 minutes: what may not be exceeded is an upper bound."""


def _nearest_hedge(text: str, start: int) -> re.Match[str] | None:
    """Return the hedge that stands nearest to the number: "within more than 30 years" is more than 30."""
    nearest = None
    place = max(0, start - 30)
    while found := _ENGLISH_BEFORE.search(text, place, start):
        nearest, place = found, found.end(str(found.lastgroup))
    return nearest


def english_approximation(text: str, start: int, end: int) -> Approximation:
    """Return how the number at `start`..`end` is hedged, in a window of 45 characters before, 20 after."""
    if "+" in text[start:end]:
        return Approximation.OVER
    before = _nearest_hedge(text, start)
    if before:
        group = str(before.lastgroup)
        if group in _OPPOSITE and _DENIED.search(text, max(0, before.start(group) - 30), before.start(group)):
            return _OPPOSITE[group]
        return Approximation("about" if before[group].lower() == "some" else _SYNONYMS.get(group, group))
    after = _ENGLISH_AFTER.match(text, end, end + 24)
    if after:
        group = str(after.lastgroup)
        return Approximation(_SYNONYMS.get(group, group))
    return Approximation.NONE
