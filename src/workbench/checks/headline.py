"""The English headline: title case, length, no final stop, no abbreviation a reader abroad cannot know.

FACTS.md 2.30 and section 4; each rule is a setting of the house (`style_settings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.abbreviations import unknown_abbreviations
from workbench.checks.style_settings import choice
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import Sentence, listed, say
from workbench.text.headlines import past_verbs, title_case, wrong_case
from workbench.text.words import count_words

KEY = "headline"


class HeadlineCheck:
    """Judges rows of kind headline; every other row passes."""

    key = KEY
    family = Family.STYLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a note for each rule of the house that the headline breaks."""
        if passage.kind is not SegmentKind.HEADLINE or not context.target_language.startswith("en"):
            return
        headline = passage.target
        if choice(context, "headline_case") == "title":
            yield from _case(headline)
        longest = choice(context, "headline_words")
        if longest.isdigit() and count_words(headline) > int(longest):
            yield _note(
                say(
                    "The headline has {count} words; the house wants at most {longest}.",
                    count=count_words(headline),
                    longest=longest,
                ),
                "too-long",
            )
        stripped = headline.rstrip()
        if (
            stripped.endswith(".")
            and not stripped.endswith("...")
            and not stripped[:-1].endswith((".S", ".K", ".N"))
        ):
            span = (len(stripped) - 1, len(stripped))
            yield _note(
                say("A headline has no final stop."),
                "final-stop",
                span,
                Fix(say("Remove the stop"), span, ""),
            )
        if choice(context, "headline_tense") == "on":
            for start, end, present in past_verbs(headline):
                span = (start, end)
                yield _note(
                    say("A headline stands in the present tense: {word}.", word=present),
                    "past-tense",
                    span,
                    Fix(say("Write “{text}”", text=present), span, present),
                )
        if choice(context, "abbreviations") == "on":
            for start, end in unknown_abbreviations(headline):
                yield _note(
                    say("“{text}” may be unknown to a foreign reader.", text=headline[start:end]),
                    "abbreviation",
                    (start, end),
                )


def _case(headline: str) -> Iterator[Finding]:
    wrong = wrong_case(headline)
    if wrong:
        words = listed(say("“{word}”", word=right) for _, _, right in wrong[:4])
        right = title_case(headline)
        yield _note(
            say("In title case this headline has {words}.", words=words),
            "case",
            (wrong[0][0], wrong[-1][1]),
            Fix(say("Put the headline in title case"), (0, len(headline)), right),
        )


def _note(
    message: Sentence, slip: str, span: tuple[int, int] | None = None, fix: Fix | None = None
) -> Finding:
    return Finding(
        KEY,
        Family.STYLE,
        Level.NOTE,
        message,
        target=span,
        slip=slip,
        fixes=(fix,) if fix is not None else (),
    )


CHECK = HeadlineCheck()
