"""Quotation marks: paired in the English, kept where the Chinese has them, of one kind in an article.

FACTS.md 2.23. A quotation may run on over several rows, so a row whose Chinese is just as open is left to
the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.quotes import (
    QuoteMark,
    balance,
    chinese_marks,
    english_marks,
    has_single_quotes,
    is_apostrophe,
    title_marks,
    unpaired,
    unpaired_single,
)
from workbench.text.traps import trap_table

KEY = "quotes"
_MEASURES = re.compile(r"[尺寸]")
_ITALICS = ("<i>", "<em>", "*", "_")


class QuotesCheck:
    """Compares the quotation marks of a row."""

    key = KEY
    family = Family.TEXT

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield findings for marks without a partner, lost quotations and unmarked titles of works."""
        if not context.target_language.startswith("en"):
            return
        yield from _unpaired(passage)
        yield from _lost(passage)
        yield from _mixed(passage.target)


class QuotesOfArticleCheck:
    """Judges the quotation marks of whole paragraphs, and whether the article uses one kind."""

    key = "quotes-of-article"
    family = Family.ARTICLE

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield findings for paragraphs that stay open and for a second kind of marks."""
        if not context.target_language.startswith("en"):
            return
        yield from _open_paragraphs(passages)
        yield from _second_kind(passages)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    marks = english_marks(passage.target)
    quotes_in_source = chinese_marks(passage.source)
    has_inches = not quotes_in_source or _MEASURES.search(passage.source) is not None
    alone = unpaired(passage.target, marks, has_inches=has_inches)
    open_in_source = balance(quotes_in_source)
    goes_on = open_in_source != 0 and balance(marks) == open_in_source and len(alone) == 1
    if alone and not goes_on:
        mark = alone[0]
        slip = "wrong-way" if len(alone) % 2 == 0 else "unpaired"
        is_sure = (
            slip == "unpaired"
            and not _may_run_on(passage, mark)
            and (
                bool(quotes_in_source or title_marks(passage.source))
                or not is_apostrophe(passage.target, mark.place)
            )
        )
        yield Finding(
            KEY,
            Family.TEXT,
            Level.WARNING if is_sure else Level.NOTE,
            (
                say("A quotation mark has no partner.")
                if slip == "unpaired"
                else say("Quotation marks point the wrong way.")
            ),
            target=(mark.place, mark.place + 1),
            slip=slip,
            target_reading=passage.target[mark.place],
        )
    for place in unpaired_single(passage.target)[:1]:
        yield Finding(
            KEY,
            Family.TEXT,
            Level.NOTE,
            say("A single quotation mark is opened and not closed."),
            target=(place, place + 1),
            slip="unpaired-single",
            target_reading="‘",
        )


def _may_run_on(passage: Passage, mark: QuoteMark) -> bool:
    """Tell whether the quotation may go on in a neighbouring row.

    It may when the Chinese is open in this row too, or quotes nothing while the English mark stands at
    the very start or end, or when it is direct speech that reaches an end of the Chinese row: sentences
    of one speech are cut apart in either language, and `quotes-of-article` looks at the paragraph.
    """
    marks = chinese_marks(passage.source)
    if balance(marks):
        return True
    before, after = passage.target[: mark.place].strip(), passage.target[mark.place + 1 :].strip()
    return not marks and (not before or not after)


def _lost(passage: Passage) -> Iterator[Finding]:
    target = passage.target
    has_any = (
        bool(english_marks(target)) or has_single_quotes(target) or any(mark in target for mark in _ITALICS)
    )
    marks = chinese_marks(passage.source)
    if marks and not has_any and not _quotes_only_set_phrases(passage.source, marks):
        yield Finding(
            KEY,
            Family.TEXT,
            Level.NOTE,
            say("The Chinese quotes something; the English has no quotation marks."),
            source=(marks[0].place, marks[-1].place + 1),
            slip="lost",
        )
    for start, end in title_marks(passage.source):
        if not has_any and sum(word[:1].isupper() for word in target.split()[1:]) < 2:
            yield Finding(
                KEY,
                Family.TEXT,
                Level.NOTE,
                say(
                    "{chinese} is the title of a work; the English has neither quotes, italics nor capitals.",
                    chinese=passage.source[start:end],
                ),
                source=(start, end),
                slip="title-unmarked",
            )


def _quotes_only_set_phrases(source: str, marks: list[QuoteMark]) -> bool:
    """Whether all that is quoted are names of plans, days and policies, which English writes without marks."""
    quoted = [source[one.place + 1 : two.place] for one, two in pairwise(marks)][::2]
    return len(marks) % 2 == 0 and all(_is_set_phrase(phrase) for phrase in quoted)


_PLAN = re.compile(r"(?:十[一二三四五六]五|[六七八九]五|十一|[八七五]一)(?:规划|期间|时期)?")


def _is_set_phrase(phrase: str) -> bool:
    return phrase in trap_table().by_text or _PLAN.fullmatch(phrase) is not None


def _mixed(target: str) -> Iterator[Finding]:
    """Yield a note where straight and curly double quotes stand in one row."""
    if '"' in target and ("“" in target or "”" in target):
        place = target.index('"')
        yield Finding(
            KEY,
            Family.STYLE,
            Level.NOTE,
            say("Straight and curly quotation marks are mixed."),
            target=(place, place + 1),
            slip="mixed",
            fixes=_curled(target),
        )


def _curled(target: str) -> tuple[Fix, ...]:
    """Return one fix a straight mark, if their sides are clear from what stands beside them."""
    fixes = []
    for place, character in enumerate(target):
        if character == '"':
            opens = place == 0 or target[place - 1] in " ([—–-"
            fixes.append(Fix(say("Write a curly mark"), (place, place + 1), "“" if opens else "”"))
    return tuple(fixes)


def _open_paragraphs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield a warning for a paragraph that stays open, unless the next one goes on with the quotation."""
    paragraphs = [list(rows) for _, rows in groupby(passages, key=lambda p: (p.kind, p.paragraph))]
    texts = [" ".join(row.target for row in rows) for rows in paragraphs]
    is_open = [len(unpaired(text, english_marks(text))) % 2 == 1 for text in texts]
    for position, rows in enumerate(paragraphs):
        if not is_open[position]:
            continue
        if _goes_on(texts, is_open, position):
            continue
        if any(finding.level is not Level.NOTE for row in rows for finding in _unpaired(row)):
            continue
        yield Finding(
            "quotes-of-article",
            Family.ARTICLE,
            Level.WARNING,
            say("A quotation of this paragraph is not closed, or closed without being opened."),
            number=rows[-1].number,
            slip="unpaired",
        )


def _goes_on(texts: list[str], is_open: list[bool], position: int) -> bool:
    """Tell whether a quotation runs over paragraphs: each opens it again, or a later one closes it."""
    following = texts[position + 1].lstrip()[:1] if position + 1 < len(texts) else ""
    before = texts[position - 1] if position else ""
    runs_in = bool(before) and is_open[position - 1]
    runs_out = position + 1 < len(texts) and (is_open[position + 1] or following in {"“", '"'})
    return runs_in or runs_out


def _second_kind(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield a warning on the first row that writes its quotation marks unlike most of the article."""
    rows = [p for p in passages if p.kind is not SegmentKind.ALT]
    straight = [p for p in rows if '"' in p.target]
    curly = [p for p in rows if "“" in p.target or "”" in p.target]
    if straight and curly:
        is_straight = len(straight) <= len(curly)
        yield Finding(
            "quotes-of-article",
            Family.ARTICLE,
            Level.WARNING,
            say("The article mixes quotation marks: here they are straight, elsewhere not.")
            if is_straight
            else say("The article mixes quotation marks: here they are curly, elsewhere not."),
            number=(straight if is_straight else curly)[0].number,
            slip="mixed",
        )


CHECKS = (QuotesCheck(), QuotesOfArticleCheck())
