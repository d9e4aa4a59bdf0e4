"""The same rendering as in earlier articles: repeated sentences and people (FACTS.md 2.29)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workbench.checks.name_pairs import sort_out
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage, Precedent
from workbench.sentences import Sentence, say
from workbench.text.words import count_characters

KEY = "precedents"
_BLANKS = re.compile(r"\s+")
_SHORTEST = 10
"""Characters from which a repeated sentence is worth a warning; headings are written anew."""


class PrecedentsCheck:
    """Compares an article with what earlier ones made of the same Chinese."""

    key = KEY
    family = Family.ARTICLE

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield a finding at each rendering that no earlier article has."""
        if not context.precedents:
            return
        rows = [row for row in passages if row.source and row.target.strip() and not row.is_omitted]
        yield from _sentences(rows, context.precedents)
        yield from _people(rows, context)


def _sentences(rows: list[Passage], precedents: tuple[Precedent, ...]) -> Iterator[Finding]:
    """Yield a finding where a sentence that was translated before has another English."""
    earlier: dict[str, list[Precedent]] = defaultdict(list)
    for precedent in precedents:
        earlier[_BLANKS.sub("", precedent.source)].append(precedent)
    for row in rows:
        known = earlier.get(_BLANKS.sub("", row.source), [])
        if known and all(_folded(one.target) != _folded(row.target) for one in known):
            latest = known[-1]
            yield Finding(
                KEY,
                Family.ARTICLE,
                Level.WARNING if count_characters(row.source) >= _SHORTEST else Level.NOTE,
                _said(latest),
                number=row.number,
                target=(0, len(row.target)),
                slip="earlier-sentence",
                source_reading=latest.target,
                target_reading=row.target,
                fixes=(Fix(say("Write it as before"), (0, len(row.target)), latest.target),),
            )


def _people(rows: list[Passage], context: CheckContext) -> Iterator[Finding]:
    """Yield a warning at each spelling of a person that earlier articles do not have."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    for precedent in context.precedents:
        for pair in sort_out(precedent.source, precedent.target, context.names).pairs:
            before[precedent.source[pair.start : pair.end]][pair.english.text] += 1
    for row in rows:
        for pair in sort_out(row.source, row.target, context.names).pairs:
            name, form = row.source[pair.start : pair.end], pair.english.text
            known = before.get(name)
            if known and form not in known:
                usual = known.most_common(1)[0][0]
                yield Finding(
                    KEY,
                    Family.ARTICLE,
                    Level.WARNING,
                    say(
                        "{name} is {form} here; earlier articles have {usual} ({count}).",
                        name=name,
                        form=form,
                        usual=usual,
                        count=known[usual],
                    ),
                    number=row.number,
                    source=(pair.start, pair.end),
                    target=(pair.english.start, pair.english.end),
                    slip="earlier-name",
                    source_reading=usual,
                    target_reading=form,
                    fixes=(
                        Fix(say("Write {text}", text=usual), (pair.english.start, pair.english.end), usual),
                    ),
                )


def _said(latest: Precedent) -> Sentence:
    if not latest.article_key:
        return say("The memory renders the same Chinese as “{text}”.", text=latest.target)
    return say(
        "Article {article} renders the same Chinese as “{text}”.",
        article=latest.article_key,
        text=latest.target,
    )


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold().rstrip(".")


CHECK = PrecedentsCheck()
