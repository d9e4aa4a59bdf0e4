"""Terms of the house: deprecated and forbidden forms, fixed names, preferred renderings.

FACTS.md 2.20 and 2.22. Human translators use a listed form in four of five cases only, so a missing one
is a suggestion, and a warning just where the entry is fixed; a form the house has given up is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from workbench.checks.term_forms import carries, finder_for, is_accepted, places_of
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, TermStatus
from workbench.model.passage import CheckContext, Passage, TermEntry
from workbench.sentences import say
from workbench.text.tables import rows
from workbench.text.terms import TermHit

KEY = "terms"
_WRONG = {TermStatus.DEPRECATED, TermStatus.FORBIDDEN}


@dataclass(frozen=True, slots=True)
class OutdatedForm:
    """An English form that official copy has given up, and what it writes instead."""

    source: re.Pattern[str]
    wrong: re.Pattern[str]
    right: str
    level: Level
    reason: str


class TermsCheck:
    """Compares a row with the term base."""

    key = KEY
    family = Family.TERM

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield errors for forms not to be used, and suggestions for terms without a listed form."""
        hits = _valid_hits(passage.source, context)
        for hit in hits:
            yield from _wrong_forms(passage, hit)
        yield from _forbidden_anywhere(passage, context, {id(hit.entry) for hit in hits})
        is_watched = (
            context.target_language.startswith("en") and context.style.get("outdated_forms", "on") == "on"
        )
        outdated = list(_outdated(passage, hits)) if is_watched else []
        yield from outdated
        taken = [f.source for f in outdated if f.source]
        left = [h for h in hits if not any(h.start < end and start < h.end for start, end in taken)]
        yield from _missing_forms(passage, context, left)


def _valid_hits(source: str, context: CheckContext) -> list[TermHit[TermEntry]]:
    hits = finder_for(context.terms).find(source) if context.terms else []
    return [hit for hit in hits if hit.entry.holds_on(context.published)]


def _wrong_forms(passage: Passage, hit: TermHit[TermEntry]) -> Iterator[Finding]:
    for form in hit.entry.targets:
        if form.status in _WRONG:
            for span in places_of(passage.target, form.text):
                if not _is_inside_accepted(passage.target, span, hit.entry):
                    yield _wrong(passage, hit, span, form.status)


def _is_inside_accepted(target: str, span: tuple[int, int], entry: TermEntry) -> bool:
    """Tell whether the words are a part of an accepted form: "Congress" in "National Congress"."""
    return any(
        start <= span[0] and span[1] <= end and (start, end) != span
        for form in entry.targets
        if form.status not in _WRONG
        for start, end in places_of(target, form.text)
    )


def _wrong(passage: Passage, hit: TermHit[TermEntry], span: tuple[int, int], status: TermStatus) -> Finding:
    zh, written = passage.source[hit.start : hit.end], passage.target[span[0] : span[1]]
    right = preferred(hit.entry)
    values = {"written": written, "status": status, "zh": zh}
    says = (
        say("“{written}” is {status} for {zh}; the house writes “{right}”.", right=right, **values)
        if right
        else say("“{written}” is {status} for {zh}.", **values)
    )
    return Finding(
        KEY,
        Family.TERM,
        Level.ERROR,
        says,
        source=(hit.start, hit.end),
        target=span,
        slip=status.value,
        source_reading=right,
        target_reading=written,
        fixes=(Fix(say("Write {text}", text=right), span, right),) if right else (),
    )


def preferred(entry: TermEntry) -> str:
    """Return the form the house prefers for a concept, or the first it admits, or ""."""
    for wanted in (TermStatus.PREFERRED, TermStatus.ADMITTED):
        for form in entry.targets:
            if form.status is wanted:
                return form.text
    return ""


def _forbidden_anywhere(passage: Passage, context: CheckContext, reported: set[int]) -> Iterator[Finding]:
    """Yield an error for a forbidden form even where the Chinese does not name the concept."""
    for entry, form in _forbidden_forms(context.terms):
        if id(entry) in reported or not entry.holds_on(context.published):
            continue
        for span in places_of(passage.target, form):
            right = preferred(entry)
            yield Finding(
                KEY,
                Family.TERM,
                Level.ERROR,
                (
                    say("“{form}” is forbidden in this house; it writes “{right}”.", form=form, right=right)
                    if right
                    else say("“{form}” is forbidden in this house.", form=form)
                ),
                target=span,
                slip=TermStatus.FORBIDDEN.value,
                target_reading=passage.target[span[0] : span[1]],
                fixes=(Fix(say("Write {text}", text=right), span, right),) if right else (),
            )


_forbidden: list[tuple[tuple[TermEntry, ...], list[tuple[TermEntry, str]]]] = []


def _forbidden_forms(terms: tuple[TermEntry, ...]) -> list[tuple[TermEntry, str]]:
    for known, forms in _forbidden:
        if known is terms:
            return forms
    forms = [(entry, f.text) for entry in terms for f in entry.targets if f.status is TermStatus.FORBIDDEN]
    _forbidden.insert(0, (terms, forms))
    del _forbidden[2:]
    return forms


def _missing_forms(
    passage: Passage, context: CheckContext, hits: list[TermHit[TermEntry]]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for hit in hits:
        zh = passage.source[hit.start : hit.end]
        same = [other.entry for other in hits if (other.start, other.end) == (hit.start, hit.end)]
        accepted = [form.text for entry in same for form in entry.targets if form.status not in _WRONG]
        if zh in seen or not accepted or any(carries(passage.target, form) for form in accepted):
            continue
        if is_accepted(context, zh, passage.target):
            continue
        seen.add(zh)
        is_fixed = any(entry.is_fixed for entry in same)
        yield Finding(
            KEY,
            Family.TERM,
            Level.WARNING if is_fixed else Level.NOTE,
            say("The house form of {zh} is “{right}”.", zh=zh, right=preferred(hit.entry) or accepted[0]),
            source=(hit.start, hit.end),
            slip="fixed-form" if is_fixed else "house-form",
            source_reading=preferred(hit.entry) or accepted[0],
        )


def _outdated(passage: Passage, hits: list[TermHit[TermEntry]]) -> Iterator[Finding]:
    """Yield findings for forms that official English has given up, unless the term base accepts them."""
    for outdated in _outdated_forms():
        match = outdated.wrong.search(passage.target)
        cue = outdated.source.search(passage.source) if match else None
        if match is None or cue is None:
            continue
        if any(
            form.status not in _WRONG and form.text.casefold() in match.group().casefold()
            for hit in hits
            for form in hit.entry.targets
        ):
            continue
        if any(hit.start <= cue.start() < hit.end and _lists(hit.entry, match.group()) for hit in hits):
            continue
        yield Finding(
            KEY,
            Family.TERM,
            outdated.level,
            say(
                "“{text}” is no longer used: {reason}; write “{right}”.",
                text=match.group(),
                reason=outdated.reason,
                right=outdated.right,
            ),
            source=cue.span(),
            target=match.span(),
            slip="outdated",
            source_reading=outdated.right,
            target_reading=match.group(),
            fixes=(Fix(say("Write {text}", text=outdated.right), match.span(), outdated.right),),
        )


def _lists(entry: TermEntry, written: str) -> bool:
    return any(form.text.casefold() == written.casefold() for form in entry.targets)


@cache
def _outdated_forms() -> tuple[OutdatedForm, ...]:
    return tuple(
        OutdatedForm(
            re.compile(source),
            re.compile(rf"\b(?:{wrong})\b", re.IGNORECASE),
            right,
            Level(level),
            reason,
        )
        for source, wrong, right, level, reason in rows("deprecated")
    )


CHECK = TermsCheck()
