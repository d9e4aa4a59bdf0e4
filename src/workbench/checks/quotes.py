"""Quotation marks: paired in the English, kept where the Chinese has them, of one kind in an article.

FACTS.md 2.23. A quotation may run on over several rows, so a row whose Chinese is just as open is left to
the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level, SegmentKind
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.quotes import (
    QuoteMark,
    chinese_marks,
    english_marks,
    has_single_quotes,
    is_apostrophe,
    running,
    side_of,
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
        yield from _invented(passage)
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
    is_apart = not quotes_in_source and not title_marks(passage.source)
    has_inches = is_apart or _MEASURES.search(passage.source) is not None
    alone = unpaired(passage.target, marks, has_inches=has_inches)
    if len(alone) % 2:
        yield from _without_partner(passage, marks, alone, is_apart=is_apart)
    elif alone:
        yield _alone(passage, alone[0], Level.NOTE, say("Quotation marks point the wrong way."), "wrong-way")
    for place in unpaired_single(passage.target)[:1]:
        yield _alone(
            passage,
            QuoteMark(place, 1),
            Level.NOTE,
            say("A single quotation mark is opened and not closed."),
            "unpaired-single",
        )


def _without_partner(
    passage: Passage, marks: list[QuoteMark], alone: list[QuoteMark], *, is_apart: bool
) -> Iterator[Finding]:
    mark = side_of(passage.target, marks, alone[0]) if len(alone) == 1 else alone[0]
    may_run_on = len(alone) == 1 and _may_run_on(passage, marks, mark)
    if may_run_on and passage.target[mark.place] == ("“" if mark.side < 0 else "”"):
        yield _alone(passage, mark, Level.WARNING, say("Quotation marks point the wrong way."), "wrong-way")
    elif not may_run_on or not chinese_marks(passage.source):
        is_doubtful = may_run_on or (is_apart and is_apostrophe(passage.target, mark.place))
        level = Level.NOTE if is_doubtful else Level.WARNING
        yield _alone(passage, mark, level, say("A quotation mark has no partner."), "unpaired")


def _alone(passage: Passage, mark: QuoteMark, level: Level, message: str, slip: str) -> Finding:
    return Finding(
        KEY,
        Family.TEXT,
        level,
        message,
        target=(mark.place, mark.place + 1),
        slip=slip,
        target_reading=passage.target[mark.place],
    )


def _may_run_on(passage: Passage, marks: list[QuoteMark], mark: QuoteMark) -> bool:
    """Tell whether the quotation that this mark belongs to may go on in a neighbouring row.

    Only the first mark of a row can close what an earlier row opened, and only the last can open what a
    later one closes. The Chinese must then be open at the same end, or quote nothing while the English
    mark stands at the very start or end: sentences of one speech are cut apart in either language, and
    `quotes-of-article` looks at the paragraph. Words that tell who speaks settle it: what stands on the
    other side of them was said in this row.
    """
    source, target = chinese_marks(passage.source), passage.target
    row = running(passage.source, source)
    comes_in = mark.side <= 0 and not _SPEAKER_BEFORE.search(target, 0, mark.place)
    goes_out = mark.side >= 0 and not _SPEAKER_AFTER.search(target, mark.place)
    if not row.is_sure:
        return (comes_in or goes_out) and len(marks) in {1, len(source)}
    comes_in &= mark.place == marks[0].place
    goes_out &= mark.place == marks[-1].place
    if source:
        return (comes_in and row.runs_in) or (goes_out and row.runs_out)
    comes_in &= not target[mark.place + 1 :].strip() and not title_marks(passage.source)
    goes_out &= not target[: mark.place].strip() and not passage.source.startswith("《")
    return comes_in or goes_out


_SAID = r"(?:said|says|saying|adds|added|adding|asked|noted|stated|explained|recalled|stressed|tweeted|wrote|told (?:reporters|[A-Z]\w+))"
_SPEAKER_BEFORE = re.compile(rf"\b{_SAID}(?: [\w'’]+){{0,3}}[,:] ?(?=[A-Z])")
"""He said, … with the words said behind it: they were opened in this row."""
_WHO = r"(?:he|she|they|one|[Tt]he|an?|[A-Z][\w'’.-]+)(?: [\w'’.,-]+){0,14}?"
_SPEAKER_AFTER = re.compile(
    rf"[,?!] (?:{_WHO} {_SAID}(?=[.,:]|$| (?:on|in|at|during|earlier|as|when|of|after|last|late)\b)"
    rf"|{_SAID} {_WHO}[.,]?$)"
)
"""…, she said with the words said before it: they were closed in this row."""


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


_QUOTED_WORDS = re.compile(r"[“\"](?=\S)([^“”\"]*\S)[”\"]")
_MANY = 5
"""Words from which a quotation is what somebody said, not a name or a word set off."""


def _invented(passage: Passage) -> Iterator[Finding]:
    """Yield a note for words given as somebody's own that the Chinese only reports."""
    if not _REPORTED.search(passage.source) or chinese_marks(passage.source) or title_marks(passage.source):
        return
    for match in _QUOTED_WORDS.finditer(passage.target):
        if len(match[1].split()) >= _MANY:
            yield Finding(
                KEY,
                Family.TEXT,
                Level.NOTE,
                say("The English quotes; the Chinese only reports what was said."),
                target=match.span(),
                slip="invented",
            )


_REPORTED = re.compile(r"(?:说|表示|指出|强调|认为|称|介绍|透露)(?![：:服书])")


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


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph on both sides, and which way its English mark without a partner faces (`None`: none is alone)."""

    rows: list[Passage]
    source: str
    target: str
    alone: int | None

    @property
    def begins_with_a_mark(self) -> bool:
        return self.target.lstrip()[:1] in _OPENING


_OPENING = frozenset('“"„«')


def _paragraphs(passages: Sequence[Passage]) -> list[_Paragraph]:
    found = []
    for _, group in groupby(passages, key=lambda p: (p.kind, p.paragraph)):
        rows = list(group)
        text = " ".join(row.target for row in rows)
        marks = english_marks(text)
        alone = unpaired(text, marks)
        side = side_of(text, marks, alone[0]).side if len(alone) % 2 else None
        found.append(_Paragraph(rows, "".join(row.source for row in rows), text, side))
    return found


def _open_paragraphs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield a warning for a paragraph that stays open, unless the one beside it goes on with the quotation."""
    paragraphs = _paragraphs(passages)
    for position, paragraph in enumerate(paragraphs):
        if paragraph.alone is None or _goes_on(paragraphs, position):
            continue
        if any(finding.level is not Level.NOTE for row in paragraph.rows for finding in _unpaired(row)):
            continue
        yield Finding(
            "quotes-of-article",
            Family.ARTICLE,
            Level.WARNING,
            say("A quotation of this paragraph is not closed, or closed without being opened."),
            number=paragraph.rows[-1].number,
            slip="unpaired",
        )


def _goes_on(paragraphs: list[_Paragraph], position: int) -> bool:
    """Tell whether a quotation runs over paragraphs: each opens it again, or a later one closes it.

    It does not where the Chinese of the paragraph closes what it opens.
    """
    here = paragraphs[position]
    marks = chinese_marks(here.source)
    row = running(here.source, marks)
    if here.alone is None or (marks and row.is_sure and not row.runs_in and not row.runs_out):
        return False
    before = paragraphs[position - 1] if position else None
    after = paragraphs[position + 1] if position + 1 < len(paragraphs) else None
    runs_in = here.alone <= 0 and before is not None and before.alone is not None and before.alone >= 0
    runs_out = here.alone >= 0 and after is not None and _takes_up(after)
    return runs_in or runs_out


def _takes_up(paragraph: _Paragraph) -> bool:
    """Tell whether a paragraph may go on with what the one before left open, in both languages."""
    marks = chinese_marks(paragraph.source)
    in_source = not marks or marks[0].place == 0 or running(paragraph.source, marks).runs_in
    closes = paragraph.alone is not None and paragraph.alone <= 0
    return in_source and (closes or paragraph.begins_with_a_mark)


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
