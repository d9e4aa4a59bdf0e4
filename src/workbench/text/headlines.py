"""Headlines in title case: every word a capital but short articles, prepositions and conjunctions."""

from __future__ import annotations

import re

SMALL_WORDS = frozenset(
    (
        "a",
        "an",
        "the",
        "and",
        "but",
        "or",
        "nor",
        "so",
        "yet",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "per",
        "to",
        "up",
        "upon",
        "via",
        "with",
        "than",
        "vs",
        "amid",
        "if",
    )
)
"""Words of at most four letters that stay small inside a headline (both cases are accepted for four)."""

_WORD = re.compile(r"[A-Za-zÀ-ž][\w'’.]*(?:-[\w'’]+)*")
_OPENS = re.compile(r"(?:[:?!.]|--|[–—])[\s“\"'‘]*$")


def title_case(headline: str) -> str:
    """Return the headline in title case; words with inner capitals (COVID-19, iPhone) stay as they are."""
    words = list(_WORD.finditer(headline))
    parts: list[str] = []
    end = 0
    for position, match in enumerate(words):
        is_edge = position in {0, len(words) - 1} or _OPENS.search(headline[: match.start()]) is not None
        parts += [headline[end : match.start()], _cased(match.group(), is_edge=is_edge)]
        end = match.end()
    return "".join(parts) + headline[end:]


def wrong_case(headline: str) -> list[tuple[int, int, str]]:
    """Return the words of a headline that title case would write otherwise, each with its right form."""
    right = title_case(headline)
    return [
        (match.start(), match.end(), right[match.start() : match.end()])
        for match in _WORD.finditer(headline)
        if right[match.start() : match.end()] != match.group()
        and match.group().lower() not in {"from", "over", "into", "amid", "with"}
    ]


def is_sentence_case(headline: str) -> bool:
    """Tell whether a headline of at least four words is written like a sentence."""
    later = [m.group() for m in _WORD.finditer(headline)][1:]
    long = [word for word in later if len(word) > 4]
    return len(later) >= 3 and bool(long) and sum(word[0].islower() for word in long) * 2 > len(long)


_PAST = {
    "met": "Meets", "held": "Holds", "chaired": "Chairs", "visited": "Visits", "attended": "Attends",
    "inspected": "Inspects", "called": "Calls", "said": "Says", "opened": "Opens", "launched": "Launches",
    "signed": "Signs", "began": "Begins", "started": "Starts", "reached": "Reaches", "rose": "Rises",
    "fell": "Falls", "hosted": "Hosts", "announced": "Announces", "released": "Releases", "issued": "Issues",
    "urged": "Urges", "stressed": "Stresses", "welcomed": "Welcomes", "received": "Receives", "won": "Wins",
    "delivered": "Delivers", "exceeded": "Exceeds", "hit": "Hits", "saw": "Sees", "became": "Becomes",
    "took": "Takes", "gave": "Gives", "made": "Makes", "went": "Goes", "came": "Comes", "grew": "Grows",
    "helped": "Helps", "presided": "Presides", "pledged": "Pledges", "vowed": "Vows", "promoted": "Promotes",
}  # fmt: skip
"""Verbs of news in the past tense, with what a headline writes."""

_PAST_VERB = re.compile(
    rf"(?<=[A-Za-z0-9’] )(?:{'|'.join(_PAST)})(?= (?!in\b|on\b|at\b|by\b|for\b|to\b|with\b|from\b|as\b|under\b|amid\b|during\b)\S)"
    rf"|(?<=[A-Za-z0-9’] )(?:rose|fell|began|became|went|came|grew|said|presided)\b",
    re.IGNORECASE,
)
_IS_ATTRIBUTE = re.compile(
    r"(?:^|\s)(?:newly|recently|just|a|an|the|and|or|of|to be|is|are|be|been|being)\s$", re.IGNORECASE
)


def past_verbs(headline: str) -> list[tuple[int, int, str]]:
    """Return the verbs of a headline that stand in the past tense with an object, each with its present form.

    "Agreement Signed in Changsha" has a participle, which headlines may.
    """
    found = []
    for match in _PAST_VERB.finditer(headline):
        if not _IS_ATTRIBUTE.search(headline, 0, match.start()):
            present = _PAST[match[0].lower()]
            found.append((*match.span(), present if match[0][0].isupper() else present.lower()))
    return found


def _cased(word: str, *, is_edge: bool) -> str:
    if any(c.isupper() for c in word[1:]):
        return word
    if word.lower() in SMALL_WORDS and not is_edge:
        return word.lower()
    return "-".join(
        part if any(c.isupper() for c in part) else part[:1].upper() + part[1:] for part in word.split("-")
    )
