"""One of a set of like words taken for another: west for east, imports for exports, Iraq for Iran.

`resources/checks/like-words.tsv` has the sets. A word of the Chinese of which the English has no trace counts as
taken for another only where the English has that other word and nothing in the Chinese explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.tables import rows

KEY = "like-words"


@dataclass(frozen=True, slots=True)
class LikeWord:
    """One member of a set: what says it in Chinese, what explains it, and what says it in English."""

    group: str
    chinese: tuple[str, ...]
    explains: str
    kept: str
    other: str


@cache
def _by_word() -> dict[str, LikeWord]:
    members = (
        LikeWord(group, tuple(words.split()), explains, kept, other)
        for group, words, explains, kept, other in rows("like-words")
    )
    return {word: member for member in members for word in member.chinese}


@cache
def _pattern(text: str, *, any_case: bool = False) -> re.Pattern[str]:
    """Return a pattern compiled at its first use: most rows need none of the hundreds."""
    return re.compile(text, re.IGNORECASE if any_case else 0)


@cache
def _groups() -> dict[str, tuple[LikeWord, ...]]:
    found: dict[str, list[LikeWord]] = {}
    for member in dict.fromkeys(_by_word().values()):
        found.setdefault(member.group, []).append(member)
    return {group: tuple(members) for group, members in found.items()}


@cache
def _any_word() -> re.Pattern[str]:
    """Return a pattern of all the words, the longest first, so that 东北 is not taken for 北."""
    return re.compile("|".join(sorted(map(re.escape, _by_word()), key=len, reverse=True)))


class LikeWordsCheck:
    """Looks for the words of closed sets that were exchanged for one another."""

    key = KEY
    family = Family.TERM

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a warning for each word that the English exchanges for another of its set."""
        if not is_from_chinese(context, "en"):
            return
        told: set[tuple[int, int] | None] = set()
        for match, lost in _lost(passage):
            for finding in _taken_for_another(passage, match, lost):
                if finding.target not in told and not is_accepted(context, match[0], passage.target):
                    told.add(finding.target)
                    yield finding


def _lost(passage: Passage) -> Iterator[tuple[re.Match[str], LikeWord]]:
    seen: set[str] = set()
    for match in _any_word().finditer(passage.source):
        member = _by_word()[match[0]]
        if match[0] not in seen and not _pattern(member.kept, any_case=True).search(passage.target):
            seen.add(match[0])
            yield match, member


def _taken_for_another(passage: Passage, match: re.Match[str], lost: LikeWord) -> Iterator[Finding]:
    rest = passage.source.replace(match[0], "")
    for member in _groups()[lost.group]:
        if member is lost:
            continue
        found = _pattern(member.other, any_case=member.other.islower()).search(passage.target)
        if found and not _pattern(member.explains).search(rest):
            yield Finding(
                KEY,
                Family.TERM,
                Level.WARNING,
                say("The Chinese says {zh}; the English says “{en}”.", zh=match[0], en=found[0]),
                passage.number,
                match.span(),
                found.span(),
                slip="exchanged",
                source_reading=match[0],
                target_reading=found[0],
            )
            return


CHECK = LikeWordsCheck()
