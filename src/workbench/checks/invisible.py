"""Text that hides something: direction overrides, zero-width and tag characters, look-alike letters.

What is approved must be what is read; such characters get through every proof-reading otherwise.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import Sentence, fill, say, template
from workbench.text.invisible import Hidden, HiddenSpan, hidden_spans

KEY = "invisible"

_LEVELS = {
    Hidden.BIDI: Level.ERROR,
    Hidden.TAG: Level.ERROR,
    Hidden.CONTROL: Level.ERROR,
    Hidden.ZERO_WIDTH: Level.WARNING,
    Hidden.LOOK_ALIKE: Level.WARNING,
    Hidden.MARK: Level.WARNING,
    Hidden.SOFT_HYPHEN: Level.NOTE,
    Hidden.NOT_NFC: Level.NOTE,
    Hidden.NO_BREAK: Level.NOTE,
}
_SAYS = {
    Hidden.BIDI: template("{character} turns the direction of the text around it without being seen."),
    Hidden.MARK: template("{character} is an invisible mark of direction."),
    Hidden.SOFT_HYPHEN: template("{character} is an invisible hyphen."),
    Hidden.TAG: template("{character} is an invisible tag."),
    Hidden.CONTROL: template("{character} is a control character."),
    Hidden.ZERO_WIDTH: template("{character} is invisible."),
    Hidden.LOOK_ALIKE: template("{character} looks like a letter or digit that it is not."),
    Hidden.NOT_NFC: template("{character} is written with a separate accent or an old code."),
    Hidden.NO_BREAK: template("{character} is a blank of another kind."),
}


class InvisibleCheck:
    """Finds hidden characters in the target; in the source they are a note."""

    key = KEY
    family = Family.TEXT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a finding for each hidden stretch, with the fix that removes it."""
        for span in hidden_spans(passage.target, context.target_language):
            yield _in_target(passage.target, span)
        yield from _in_source(passage.source, context.source_language)


def _in_target(target: str, span: HiddenSpan) -> Finding:
    return Finding(
        KEY,
        Family.TEXT,
        _LEVELS[span.kind],
        fill(_SAYS[span.kind], {"character": _name(target[span.start])}),
        target=(span.start, span.end),
        slip=span.kind.value,
        target_reading=_name(target[span.start]),
        fixes=(Fix(_label(span.instead), (span.start, span.end), span.instead),),
    )


def _label(instead: str) -> Sentence:
    if instead == " ":
        return say("Write a plain blank")
    return say("Write “{text}”", text=instead) if instead.strip() else say("Remove it")


def _in_source(source: str, language: str) -> Iterator[Finding]:
    for span in hidden_spans(source, language):
        if span.kind in {Hidden.BIDI, Hidden.TAG, Hidden.ZERO_WIDTH, Hidden.LOOK_ALIKE}:
            yield Finding(
                KEY,
                Family.TEXT,
                Level.NOTE,
                say(
                    "In the source: {said}",
                    said=fill(_SAYS[span.kind], {"character": _name(source[span.start])}),
                ),
                source=(span.start, span.end),
                slip=f"source-{span.kind.value}",
            )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'no name').lower()})"


CHECK = InvisibleCheck()
