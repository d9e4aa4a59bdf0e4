"""Offices and the people who hold them kept apart: embassy and ambassador, Party group and Party committee.

FACTS.md 2.19 and 2.20. The Chinese has to name only the one and the English only the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say

KEY = "bodies"


@dataclass(frozen=True, slots=True)
class Mixed:
    """What the Chinese names, what it may not name beside it, and the same of the English."""

    source: re.Pattern[str]
    not_beside: re.Pattern[str]
    target: re.Pattern[str]
    but_not: re.Pattern[str]
    right: str
    level: Level = Level.WARNING


def _mixed(
    source: str, not_beside: str, target: str, but_not: str, right: str, level: Level = Level.WARNING
) -> Mixed:
    return Mixed(
        re.compile(source),
        re.compile(not_beside or r"(?!)"),
        re.compile(target, re.IGNORECASE),
        re.compile(but_not or r"(?!)", re.IGNORECASE),
        right,
        level,
    )


_TABLE = (
    _mixed(
        r"党组(?!织)", r"党委|[省市县区州]委|工委|党支部", r"\bParty committee\b", r"\bleading\b|\bgroup\b",
        "leading Party members’ group",
    ),
    _mixed(r"大使馆", r"大使(?!馆)", r"\bambassador\b", r"\bembass", "embassy"),
    _mixed(r"大使(?!馆|级|杯|团)", r"大使馆", r"\bembassy\b", r"\bambassador|\benvoy", "ambassador"),
    _mixed(r"总领(?:事)?馆", r"总领事(?!馆)", r"\bconsul[- ]general\b", r"\bconsulate", "consulate general"),
    _mixed(r"总领事(?!馆)", r"领事馆|领馆", r"\bconsulate\b", r"\bconsul\b", "consul general"),
    _mixed(
        r"(?:宣传|组织|统战)部部?长", "", r"\bminister of (?:the )?(?:publicity|organi[sz]ation|united front)", "",
        "head of the … Department", Level.NOTE,
    ),
    _mixed(
        r"中共[^，。；、（）“”]{2,10}(?:委员会|[省市县区]委)", "",
        r"(?<!CPC )\b(?:Provincial|Municipal|County|District) Committee\b", r"\bCPC\b|\bCommunist\b|\bParty\b",
        "CPC … Committee", Level.NOTE,
    ),
)  # fmt: skip


class BodiesCheck:
    """Looks for a body taken for its head, and for another body of nearly the same name."""

    key = KEY
    family = Family.NAME

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a finding where the English names another body or office than the Chinese."""
        if not is_from_chinese(context, "en"):
            return
        for mixed in _TABLE:
            said = mixed.source.search(passage.source)
            if said is None or mixed.not_beside.search(passage.source):
                continue
            written = mixed.target.search(passage.target)
            if written is None or mixed.but_not.search(passage.target):
                continue
            if not is_accepted(context, said[0], passage.target):
                yield _finding(mixed, said, written)


def _finding(mixed: Mixed, said: re.Match[str], written: re.Match[str]) -> Finding:
    return Finding(
        KEY,
        Family.NAME,
        mixed.level,
        say(
            "{chinese} is the {right}; the draft has “{english}”.",
            chinese=said[0],
            right=mixed.right,
            english=written[0],
        ),
        source=said.span(),
        target=written.span(),
        slip="other-body",
        source_reading=mixed.right,
        target_reading=written[0],
    )


CHECK = BodiesCheck()
