"""English spelling: unknown words, well-known slips, and the house's choice of US or UK (FACTS.md 2.30)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.spelling import Misspelling, american_for, british_for, misspellings, words_of

KEY = "spelling"
_LOWER_WORD = re.compile(r"\b[a-z]{4,}\b")
_known: list[tuple[object, object, frozenset[str]]] = []


class SpellingCheck:
    """Spells the target; names, terms and what the source has in Latin letters count as known."""

    key = KEY
    family = Family.TEXT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a note for each unknown word, a warning for each well-known slip."""
        if not context.target_language.startswith("en"):
            return
        known = _known_words(context)
        if context.equivalences:
            known |= words_of(e.target for e in context.equivalences if not e.source)
        for found in misspellings(passage.target, known, context.style.get("spelling", "us")):
            if found.is_known_slip or found.word.lower() not in passage.source.lower():
                yield _misspelt(found)
        yield from _other_variety(passage.target, context.style.get("spelling", "us"))


def _known_words(context: CheckContext) -> frozenset[str]:
    """Return the words of the term base and of the names, made once for as long as both stay the same."""
    for terms, names, words in _known:
        if terms is context.terms and names is context.names:
            return words
    texts = [form.text for entry in context.terms for form in entry.targets]
    texts += [name.target for name in context.names]
    words = words_of(texts)
    _known.insert(0, (context.terms, context.names, words))
    del _known[2:]
    return words


def _misspelt(found: Misspelling) -> Finding:
    span = (found.start, found.end)
    message = (
        say(
            "“{word}” is not a word the dictionary knows. Perhaps “{guess}”.",
            word=found.word,
            guess=found.suggestions[0],
        )
        if found.suggestions
        else say("“{word}” is not a word the dictionary knows.", word=found.word)
    )
    return Finding(
        KEY,
        Family.TEXT,
        Level.WARNING if found.is_known_slip else Level.NOTE,
        message,
        target=span,
        slip="misspelt" if found.is_known_slip else "unknown-word",
        target_reading=found.word,
        fixes=tuple(Fix(say("Write {text}", text=word), span, word) for word in found.suggestions),
    )


def _other_variety(target: str, spelling: str) -> Iterator[Finding]:
    """Yield a note for a word in the spelling of the other side of the Atlantic."""
    instead_of = american_for if spelling == "us" else british_for
    for match in _LOWER_WORD.finditer(target):
        if right := instead_of(match.group()):
            yield Finding(
                KEY,
                Family.STYLE,
                Level.NOTE,
                say(
                    "“{word}” is British spelling; the house writes “{right}”.",
                    word=match.group(),
                    right=right,
                )
                if spelling == "us"
                else say(
                    "“{word}” is American spelling; the house writes “{right}”.",
                    word=match.group(),
                    right=right,
                ),
                target=match.span(),
                slip="variety",
                target_reading=match.group(),
                fixes=(Fix(say("Write {text}", text=right), match.span(), right),),
            )


CHECK = SpellingCheck()
