"""One rendering for one thing in an article: repeated sentences, names, terms (FACTS.md 2.29)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.name_pairs import sort_out
from workbench.checks.term_forms import carries, finder_for
from workbench.model.finding import Finding, Fix, Span
from workbench.model.kinds import Family, Level, TermStatus
from workbench.model.passage import CheckContext, Passage
from workbench.sentences import say
from workbench.text.numerals import decimal
from workbench.text.words import count_characters, count_words

KEY = "consistency"
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Use:
    """One place where something was rendered, and how."""

    row: Passage
    form: str
    source: Span
    target: Span | None = None


class ConsistencyCheck:
    """Compares the rows of an article with each other."""

    key = KEY
    family = Family.ARTICLE

    def check_article(self, passages: Sequence[Passage], context: CheckContext) -> Iterable[Finding]:
        """Yield a finding at each rendering that is not the article's usual one."""
        rows = [row for row in passages if row.source and row.target.strip() and not row.is_omitted]
        yield from _repeated_sources(rows)
        yield from _repeated_targets(rows)
        yield from _names(rows, context)
        yield from _terms(rows, context)
        if context.target_language.startswith("en"):
            yield from _numbers(rows)


def _repeated_sources(rows: list[Passage]) -> Iterator[Finding]:
    """Yield a warning where the same Chinese has another English than before."""
    first: dict[str, Passage] = {}
    for row in rows:
        key = _BLANKS.sub("", row.source)
        before = first.setdefault(key, row)
        if before is row or _same(before.target, row.target) or count_characters(key) < 6:
            continue
        same_kind = before.kind is row.kind
        yield Finding(
            KEY,
            Family.ARTICLE,
            Level.WARNING if same_kind else Level.NOTE,
            say(
                "Row {number} renders the same Chinese as “{text}”.",
                number=before.number,
                text=_short(before.target),
            ),
            number=row.number,
            target=(0, len(row.target)),
            slip="same-source",
            target_reading=row.target,
            source_reading=before.target,
            fixes=(
                Fix(
                    say("Write it as in row {number}", number=before.number),
                    (0, len(row.target)),
                    before.target,
                ),
            )
            if same_kind
            else (),
        )


def _repeated_targets(rows: list[Passage]) -> Iterator[Finding]:
    """Yield a note where different Chinese has the same long English."""
    first: dict[str, Passage] = {}
    for row in rows:
        if count_words(row.target) < 6:
            continue
        before = first.setdefault(_folded(row.target), row)
        if before is not row and _BLANKS.sub("", before.source) != _BLANKS.sub("", row.source):
            yield Finding(
                KEY,
                Family.ARTICLE,
                Level.NOTE,
                say("Row {number} has the same English for other Chinese.", number=before.number),
                number=row.number,
                target=(0, len(row.target)),
                slip="same-target",
            )


def _names(rows: list[Passage], context: CheckContext) -> Iterator[Finding]:
    """Yield a warning at each spelling of a person that is not the article's usual one."""
    uses: dict[str, list[Use]] = defaultdict(list)
    for row in rows:
        for pair in sort_out(row.source, row.target, context.names).pairs:
            name = row.source[pair.start : pair.end]
            form = pair.english.text
            uses[name].append(Use(row, form, (pair.start, pair.end), (pair.english.start, pair.english.end)))
    yield from _minorities(uses, "name", Level.WARNING)


def _terms(rows: list[Passage], context: CheckContext) -> Iterator[Finding]:
    """Yield a note at each listed form of a term that is not the article's usual one."""
    if not context.terms:
        return
    uses: dict[str, list[Use]] = defaultdict(list)
    finder = finder_for(context.terms)
    for row in rows:
        for hit in finder.find(row.source):
            forms = [
                f.text for f in hit.entry.targets if f.status in {TermStatus.PREFERRED, TermStatus.ADMITTED}
            ]
            used = sorted((form for form in forms if carries(row.target, form)), key=len)
            if used and len(forms) > 1:
                uses[row.source[hit.start : hit.end]].append(Use(row, used[-1], (hit.start, hit.end)))
    yield from _minorities(
        {zh: found for zh, found in uses.items() if not _is_shortened(found)}, "term", Level.NOTE
    )


def _numbers(rows: list[Passage]) -> Iterator[Finding]:
    """Yield a note where a large number is written in figures here and with "million" elsewhere."""
    forms: dict[str, dict[bool, tuple[Passage, Span]]] = defaultdict(dict)
    for row in rows:
        for match in _LARGE.finditer(row.target):
            figure = decimal(match[1].replace(",", "")) * _SIZES[match[2] or ""]
            if figure >= _SIZES["million"]:
                forms[str(figure)].setdefault(bool(match[2]), (row, match.span()))
    for both in forms.values():
        if len(both) == 2:
            (row, span), (other, its) = sorted(
                both.values(), key=lambda use: (use[0].number, use[1]), reverse=True
            )
            yield Finding(
                KEY,
                Family.ARTICLE,
                Level.NOTE,
                say(
                    "{here} is written {there} in row {number}.",
                    here=row.target[slice(*span)],
                    there=other.target[slice(*its)],
                    number=other.number,
                ),
                number=row.number,
                target=span,
                slip="number-form",
                target_reading=row.target[slice(*span)],
            )


_LARGE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: (million|billion|trillion))?\b(?![.,]\d)"
)
_SIZES = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _is_shortened(uses: list[Use]) -> bool:
    """Tell whether later forms only shorten the first one: CPC after Communist Party of China is good style."""
    first = uses[0].form
    return all(use.form.lower() in first.lower() or use.form.isupper() or first.isupper() for use in uses)


def _minorities(uses: dict[str, list[Use]], slip: str, level: Level) -> Iterator[Finding]:
    for zh, found in uses.items():
        counts = Counter(_key(use.form) for use in found)
        if len(counts) < 2:
            continue
        usual_key = max(counts, key=lambda form: (counts[form], -[_key(u.form) for u in found].index(form)))
        usual = next(use.form for use in found if _key(use.form) == usual_key)
        for use in found:
            if _key(use.form) != usual_key:
                yield _unlike(use, zh, usual, counts, slip, level)


def _unlike(use: Use, zh: str, usual: str, counts: Counter[str], slip: str, level: Level) -> Finding:
    shown = ", ".join(f"{form} ({count})" for form, count in counts.most_common())
    return Finding(
        KEY,
        Family.ARTICLE,
        level,
        say(
            "{zh} is “{form}” here and “{usual}” elsewhere in the article.", zh=zh, form=use.form, usual=usual
        ),
        number=use.row.number,
        source=use.source,
        target=use.target,
        slip=slip,
        source_reading=usual,
        target_reading=shown,
        fixes=(Fix(say("Write {text}", text=usual), use.target, usual),) if use.target else (),
    )


def _key(form: str) -> str:
    """Return what singular and plural, capitals and small letters have in common."""
    return re.sub(r"(?:ies|y|e?s)$", "", form.lower())


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold().rstrip(".")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


CHECK = ConsistencyCheck()
