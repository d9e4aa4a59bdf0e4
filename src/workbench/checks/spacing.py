"""Spacing, repeated words, brackets, starts and ends of sentences in the English (FACTS.md 2.26)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import fill, say, template
from workbench.text.spacing import Slip, slips

KEY = "spacing"

_SAYS = {
    "double-blank": (template("Two blanks in a row."), say("Write one blank")),
    "blank-before": (template("A blank stands before the punctuation."), say("Remove the blank")),
    "no-blank-after": (template("A blank is missing after the punctuation."), say("Add a blank")),
    "blank-inside": (template("A blank stands inside the brackets or quotes."), say("Remove the blank")),
    "blank-in-number": (template("A blank stands between a number and its sign."), say("Remove the blank")),
    "repeated-word": (template("The word “{word}” is repeated."), say("Write it once")),
    "repeated-word-maybe": (template("The word “{word}” is repeated."), say("Write it once")),
    "doubled-mark": (template("The punctuation is doubled."), say("Write one mark")),
    "hyphen-as-dash": (template("A hyphen stands for a dash."), say("Write a dash")),
    "bracket": (template("A bracket has no partner."), say("")),
}
_SURE = {"repeated-word", "bracket"}
_ENDS = tuple(".。！？!?…:;”\"’')—–]")
_TWO_STOPS = re.compile(r"[。！？]")
_SENTENCE_KINDS = {SegmentKind.BODY, SegmentKind.LEAD, SegmentKind.SUMMARY}


class SpacingCheck:
    """Finds slips of the typing hand."""

    key = KEY
    family = Family.TEXT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a finding for each slip, with its fix."""
        if not context.target_language.startswith("en"):
            return
        for slip in slips(passage.target):
            yield _finding(passage, slip)
        if passage.kind in _SENTENCE_KINDS:
            yield from _start_and_end(passage)


def _finding(passage: Passage, slip: Slip) -> Finding:
    sentence, label = _SAYS[slip.code]
    span = (slip.start, slip.end)
    has_same = slip.code == "bracket" and _source_is_open(passage.source)
    return Finding(
        KEY,
        Family.TEXT,
        Level.WARNING if slip.code in _SURE and not has_same else Level.NOTE,
        fill(sentence, {"word": slip.instead} if "{word}" in sentence else {}),
        target=span,
        slip=slip.code,
        target_reading=passage.target[slip.start : slip.end],
        fixes=(Fix(label, span, slip.instead),) if slip.instead is not None else (),
    )


def _source_is_open(source: str) -> bool:
    """Tell whether the Chinese has a bracket without a partner too (a sentence cut inside brackets)."""
    opened = sum(source.count(c) for c in "（([【")
    return opened != sum(source.count(c) for c in "）)]】")


def _start_and_end(passage: Passage) -> Iterator[Finding]:
    target = passage.target.strip()
    if not target:
        return
    offset = passage.target.index(target[0])
    ends_a_sentence = passage.source.rstrip(" ”’』」\"'）)")[-1:] in {"。", "！", "？"}
    if ends_a_sentence and target[0].islower() and re.match(r"[a-z]+\b(?![.@/])", target):
        yield Finding(
            KEY,
            Family.TEXT,
            Level.NOTE,
            say("The sentence begins with a small letter."),
            target=(offset, offset + 1),
            slip="lower-case-start",
            fixes=(Fix(say("Write a capital"), (offset, offset + 1), target[0].upper()),),
        )
    if ends_a_sentence and not target.endswith(_ENDS) and target[-1] != ",":
        end = offset + len(target)
        yield Finding(
            KEY,
            Family.TEXT,
            Level.NOTE,
            say("The sentence has no final stop."),
            target=(end - 1, end),
            slip="no-final-stop",
            fixes=(Fix(say("Add a stop"), (end, end), "."),),
        )


CHECK = SpacingCheck()
