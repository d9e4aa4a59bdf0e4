"""Titles and offices: deputy, executive, acting, former, alternate, honorary must not vanish.

FACTS.md 2.19. The English office has to be there for a warning ("governor" without "vice"); where the
title itself was dropped, the loss of its modifier is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from workbench.checks.name_pairs import Pair, sort_out
from workbench.checks.term_forms import is_accepted, is_from_chinese
from workbench.model.finding import Finding, Fix
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.names import EnglishName
from workbench.text.titles import TitleSpan, find_titles

KEY = "titles"

_CUES = {
    "副": re.compile(
        r"\b(?:deput|vice|under-?secretar|undersecretar|assistant|associate|assoc\.|second-in-command|lieutenant|"
        r"lt\.|no\. ?2|number two|second secretar|junior|co-|vp\b|svp\b|evp\b|veep|dy\.|minister of state|senior vice)",
        re.IGNORECASE,
    ),
    "常务": re.compile(r"\b(?:executive|first|permanent|managing|standing|senior|chief)\b", re.IGNORECASE),
    "代": re.compile(
        r"\b(?:acting|interim|provisional|caretaker|stand-in|temporary|substitut|on behalf)", re.IGNORECASE
    ),
    "前": re.compile(
        r"\b(?:former|ex-|ex |previous|then|late|past|one-time|onetime|old|ousted|predecessor|retired|deposed|outgoing|"
        r"last|earlier|once|was|had been|used to|served|previously|toppled|disgraced|sacked|impeached|first|front)",
        re.IGNORECASE,
    ),
    "候补": re.compile(r"\b(?:alternate|candidate|substitut|reserve)", re.IGNORECASE),
    "名誉": re.compile(r"\b(?:honorary|honourary|emerit|honor|honour)", re.IGNORECASE),
}
_CUES["原"] = _CUES["前"]
_CUES["时任"] = _CUES["前"]
_CUES["荣誉"] = _CUES["名誉"]
_ENGLISH = {
    "副": "deputy or vice",
    "常务": "executive",
    "代": "acting",
    "前": "former",
    "原": "former",
    "时任": "then",
    "候补": "alternate",
    "名誉": "honorary",
    "荣誉": "honorary",
}


_ANY_OFFICE = re.compile(
    r"\b(?:governor|mayor|secretary|minister|premier|president|director|chair|chairman|chairperson|chief|head|commander|"
    r"commandant|editor|attorney general|PM|leader|manager|principal|dean|commissioner|general|spokes\w+|captain|speaker|"
    r"professor|ambassador|procurator|prosecutor|sheriff|inspector|superintendent|curator|publisher|CEO)\b",
    re.IGNORECASE,
)


_PLAIN_OFFICES = frozenset(
    {"president", "premier", "minister", "governor", "mayor", "chairman", "director", "speaker", "commander"}
)
"""Offices that are hardly anything else in English, as "head", "bureau" and "secretary" may be."""
_APPOSITION = re.compile(r", (?:the |an? |who (?:is|was) )?([A-Za-z][\w-]*(?: general)?)")


class TitlesCheck:
    """Looks for the English counterpart of every modifier of a Chinese title."""

    key = KEY
    family = Family.NAME

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        """Yield a finding for each modifier that the English does not carry."""
        if not is_from_chinese(context, "en"):
            return
        titles = [
            title
            for title in find_titles(passage.source)
            if title.modifiers
            and not is_accepted(context, passage.source[title.start : title.end], passage.target)
        ]
        yield from _exchanged(passage)
        yield from _added(passage)
        if not titles:
            return
        lost: list[Finding] = []
        for modifier, title in _first_of_each(titles):
            if not _CUES[modifier].search(passage.target):
                lost.append(_lost(passage, title, modifier))
        yield from lost
        if not lost:
            at_names = list(_lost_at_a_name(passage, titles))
            at_offices = at_names or list(_lost_among_several(passage, titles))
            yield from at_offices or _lost_at_an_office(passage, titles)


_NO_DEPUTY = re.compile(r"副|次[长官]|代表|二把手|常务|助理|政务官")
_DEPUTY = re.compile(
    r"\b(?:vice|deputy)[ -](?:party )?(?:governor|mayor|minister|premier|prime minister|president|chair(?:man|woman|person)?"
    r"|director|secretary(?:[ -]general)?|head|chief|commander|county head)\b",
    re.IGNORECASE,
)


def _added(passage: Passage) -> Iterator[Finding]:
    """Yield a warning where the English makes a deputy of somebody, and the Chinese names none: 省长 as "vice governor"."""
    if _NO_DEPUTY.search(passage.source) or not find_titles(passage.source):
        return
    for word in _DEPUTY.finditer(passage.target):
        yield Finding(
            KEY,
            Family.NAME,
            Level.WARNING,
            say("The draft has “{text}”; the Chinese names no deputy.", text=word[0]),
            passage.number,
            None,
            word.span(),
            "deputy-added",
        )


def _first_of_each(titles: list[TitleSpan]) -> list[tuple[str, TitleSpan]]:
    """Return every modifier that occurs with the first title that carries it; 常务副 counts as both."""
    found: dict[str, TitleSpan] = {}
    for title in titles:
        for modifier in title.modifiers:
            for part in ("常务", "副") if modifier == "常务副" else (modifier,):
                found.setdefault(part, title)
    return list(found.items())


def _lost_at_a_name(passage: Passage, titles: list[TitleSpan]) -> Iterator[Finding]:
    """Yield a finding where the English gives a person fewer deputy titles than the Chinese."""
    pairs = sort_out(passage.source, passage.target).pairs
    for pair in pairs:
        own = _titles_of(passage.source, titles, pair.start)
        if not own or sum(p.start == pair.start for p in pairs) > 1:
            continue
        start, end = _around(passage.target, pair.english, pairs)
        if len(_CUES["副"].findall(passage.target, start, end)) < len(own):
            place = _places(passage.target[start:end], own[-1].office.heads)
            if place:
                yield _lost(passage, own[-1], "副", start + place[0])


def _lost_among_several(passage: Passage, deputies: list[TitleSpan]) -> Iterator[Finding]:
    """Yield a finding where an English office stands bare more often than in the Chinese.

    泰国副总理…、蒙古国副总理… as "Prime Minister of Thailand …, Deputy Prime Minister of Mongolia …".
    """
    every = find_titles(passage.source)
    for title in deputies:
        same = [t for t in deputies if t.office == title.office and "副" in "".join(t.modifiers)]
        if len(same) < 2 or same[0] is not title:
            continue
        others = [t for t in every if t not in same and set(t.office.heads) & set(title.office.heads)]
        places = _places(passage.target, title.office.heads)
        bare = _bare(passage.target, places)
        cued = len(places) - len(bare)
        if len(bare) > len(others) and 0 < cued < len(same) and len(places) >= len(same):
            yield _lost(passage, title, "副", bare[0])


def _lost_at_an_office(passage: Passage, deputies: list[TitleSpan]) -> Iterator[Finding]:
    """Yield a finding where one of several deputies' offices stands bare wherever the English has it.

    副主任、副局长 as "deputy director … and head": the word left belongs to the other office.
    """
    several = [title for title in deputies if "副" in "".join(title.modifiers)]
    if len(_CUES["副"].findall(passage.target)) >= len(several):
        return
    every = find_titles(passage.source)
    for title in several:
        heads = set(title.office.heads)
        if any(t is not title and heads & set(t.office.heads) for t in every):
            continue
        places = _places(passage.target, title.office.heads)
        if places and len(_bare(passage.target, places)) == len(places):
            yield _lost(passage, title, "副", places[0])
            return
    yield from _lost_beside_another(passage, several)


def _lost_beside_another(passage: Passage, several: list[TitleSpan]) -> Iterator[Finding]:
    """Yield a finding where an English office stands bare oftener than the Chinese has that office without 副.

    副总统兼议长 … 副委员长 as "President and Senate President … Vice Chairman", where the row has too few deputies anyway.
    """
    every = find_titles(passage.source)
    whole = [t for t in every if "副" not in "".join(t.modifiers)]
    for title in several:
        plain = {head for head in title.office.heads if head in _PLAIN_OFFICES or not head.isalpha()}
        shared = {head for other in every if other is not title for head in other.office.heads}
        for heads in (plain - shared, plain):
            bare = _bare(passage.target, _places(passage.target, heads))
            if len(bare) > sum(not heads.isdisjoint(other.office.heads) for other in whole):
                yield _lost(passage, title, "副", bare[0])
                return


def _bare(target: str, places: list[int]) -> list[int]:
    """Return the places of an office that have no word for a deputy shortly before them."""
    return [place for place in places if not _CUES["副"].search(target, max(0, place - 22), place + 1)]


def _titles_of(source: str, titles: list[TitleSpan], name_start: int) -> list[TitleSpan]:
    """Return the deputy titles that stand directly before a name, joined by 、."""
    own: list[TitleSpan] = []
    for title in reversed(titles):
        if "副" not in title.modifiers[-1] or title.end > name_start:
            continue
        gap = source[title.end : own[-1].start if own else name_start]
        if gap and (own == [] or gap[0] != "、" or len(gap) > 15 or "，" in gap):
            break
        own.append(title)
    return own


def _around(target: str, name: EnglishName, pairs: tuple[Pair, ...]) -> tuple[int, int]:
    """Return the stretch of English that can hold the titles of a name: behind it, or else before it."""
    starts = [p.english.start for p in pairs if p.english.start > name.end]
    ends = [p.english.end for p in pairs if p.english.end < name.start]
    behind = _APPOSITION.match(target, name.end)
    if behind and (behind[1].islower() or _ANY_OFFICE.match(behind[1]) or _opens_a_title(behind[1])):
        return name.end, min(starts, default=len(target))
    return max(ends, default=0), name.start


def _opens_a_title(word: str) -> bool:
    return _CUES["副"].match(word) is not None or _CUES["常务"].match(word) is not None


def _exchanged(passage: Passage) -> Iterator[Finding]:
    """Yield a warning where two people of a row have each other's office."""
    pairs = sort_out(passage.source, passage.target).pairs
    if len(pairs) < 2:
        return
    titles = find_titles(passage.source)
    held = [(pair, title) for pair in pairs for title in titles if title.end == pair.start]
    for (one, office), (two, other) in pairwise(held):
        if one.start == two.start or set(office.office.heads) & set(other.office.heads):
            continue
        near_one, near_two = (_heads_near(passage.target, pair, pairs) for pair in (one, two))
        if _holds(near_one, other, but_not=office) and _holds(near_two, office, but_not=other):
            yield Finding(
                KEY,
                Family.NAME,
                Level.WARNING,
                say(
                    "{one} is {office} and {two} {other}; the English seems to exchange their offices.",
                    one=one.english.text,
                    office=passage.source[office.start : office.end],
                    two=two.english.text,
                    other=passage.source[other.start : other.end],
                ),
                source=(office.start, two.end),
                target=(min(one.english.start, two.english.start), max(one.english.end, two.english.end)),
                slip="exchanged",
            )


def _heads_near(target: str, pair: Pair, pairs: tuple[Pair, ...]) -> str:
    start, end = _around(target, pair.english, pairs)
    return target[start:end].lower()


def _holds(text: str, title: TitleSpan, *, but_not: TitleSpan) -> bool:
    """Tell whether a stretch has a head of one office and none of the other's."""
    return any(head in text for head in title.office.heads) and not any(
        h in text for h in but_not.office.heads
    )


def _places(target: str, heads: Iterable[str]) -> list[int]:
    """Return where English words that head an office stand."""
    lowered = target.lower()
    return [match.start() for head in heads for match in re.finditer(rf"\b{re.escape(head)}", lowered)]


def _lost(passage: Passage, title: TitleSpan, modifier: str, place: int | None = None) -> Finding:
    zh = passage.source[title.start : title.end]
    places = _places(passage.target, title.office.heads) if place is None else [place]
    word = _ENGLISH[modifier]
    has_office = bool(places) or _ANY_OFFICE.search(passage.target) is not None
    is_sure = has_office and modifier in {"副", "常务", "代", "候补", "名誉", "原", "前"}
    return Finding(
        KEY,
        Family.NAME,
        Level.WARNING if is_sure else Level.NOTE,
        say(
            "{zh} carries {modifier} ({word}); the English has no word for it.",
            zh=zh,
            modifier=modifier,
            word=word,
        ),
        source=(title.start, title.end),
        target=_word_at(passage.target, places[0]) if places else None,
        slip="modifier-lost",
        source_reading=word,
        fixes=_restored(passage.target, places[0], modifier) if places and is_sure else (),
    )


_VICE = re.compile(r"governor|mayor|premier|president|chair|speaker|procurator", re.IGNORECASE)


def _restored(target: str, place: int, modifier: str) -> tuple[Fix, ...]:
    """Return the fix that puts the modifier before the office."""
    start, end = _word_at(target, place)
    office = target[start:end]
    word = ("vice" if _VICE.match(office) else "deputy") if modifier == "副" else _ENGLISH[modifier]
    written = word.capitalize() if office[0].isupper() else word
    return (
        Fix(
            say("Write {written} {office}", written=written, office=office),
            (start, end),
            f"{written} {office}",
        ),
    )


def _word_at(target: str, place: int) -> tuple[int, int]:
    match = re.compile(r"[\w-]+").match(target, place)
    return match.span() if match else (place, min(place + 1, len(target)))


CHECK = TitlesCheck()
