"""Checking: findings of a row or an edition, and accepting them with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.checks.name_panel import names_of
from workbench.checks.run import check_passage, check_passages, checking_passages, facts_of
from workbench.desk.finding_editions import find_edition
from workbench.desk.looking_back import precedents_of
from workbench.desk.machine import unchanged_notes
from workbench.desk.rights import Act, require
from workbench.errors import Reason, WorkbenchError
from workbench.kept_long import undisturbed
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.finding import FactView, Finding
from workbench.model.kinds import Level, SegmentKind
from workbench.model.passage import CheckContext, Equivalence, Passage
from workbench.model.progress import Progress
from workbench.model.review import Waiver
from workbench.model.rows import EditionRow
from workbench.sentences import counted, join, listed, say

GAPS = (
    "headline",
    "published",
    "section",
    "outlet",
    "translator",
    "source_address",
    "photo_credit",
    "caption",
)
"""The fields a page needs; every one can be accepted as missing by an editor with a reason."""
SHOWN_STEPS = 1_000


def passage_of(row: EditionRow) -> Passage:
    """Return what a check may see of a row."""
    return Passage(
        source=row.source,
        target=row.target,
        number=row.number,
        paragraph=row.paragraph,
        kind=row.kind,
        is_omitted=row.is_omitted,
        is_added=row.is_added,
    )


def context_of(tx: Transaction, edition: Edition, house: House | None = None) -> CheckContext:
    """Return what surrounds the rows of an edition when they are checked; a `house` spares reading it anew."""
    article = tx.articles.get(edition.article_id)
    kept = (house or House()).context(tx, article.language, edition.language)
    words = tuple(Equivalence("", row.target) for row in tx.vocabulary.words(article.key))
    return replace(
        kept, published=edition.published or article.published, equivalences=kept.equivalences + words
    )


class House:
    """The house's vocabulary and style, kept while a batch runs and read again every so many articles."""

    AGAIN = 25

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CheckContext] = {}
        self._served = 0

    def context(self, tx: Transaction, source_language: str, target_language: str) -> CheckContext:
        """Return the context of a pair of languages."""
        if self._served % self.AGAIN == 0:
            self._kept.clear()
        self._served += 1
        pair = (source_language, target_language)
        if pair not in self._kept:
            self._kept[pair] = _house_context(tx, *pair)
        return self._kept[pair]


def library_context(
    library: Library, source_language: str = "zh", target_language: str = "en"
) -> CheckContext:
    """Return the library's vocabulary and style for checking pairs that belong to no article."""
    with library.reading() as tx:
        return _house_context(tx, source_language, target_language)


def _house_context(tx: Transaction, source_language: str, target_language: str) -> CheckContext:
    accepted = tx.vocabulary.accepted()
    return CheckContext(
        source_language=source_language,
        target_language=target_language,
        terms=tx.vocabulary.entries(source_language, target_language),
        names=tx.vocabulary.names(),
        equivalences=tuple(pair for pair in accepted if pair.target),
        traps=tuple(pair.source for pair in accepted if not pair.target),
        style=tx.options.all("style"),
    )


def read_context(library: Library, edition_id: int) -> CheckContext:
    """Return the context of an edition, for checking its active row again and again."""
    with library.reading() as tx:
        return context_of(tx, tx.editions.get(edition_id))


def check_edition(
    library: Library, edition_id: int, pause: Callable[[], None] = lambda: None
) -> list[Finding]:
    """Return the findings of an edition that nobody has accepted, row by row; `pause` may make it wait between rows.

    All is read first: a transaction that waits with it would keep the database's log from ending.
    """
    with undisturbed():
        with library.reading() as tx:
            judged = to_judge(tx, tx.editions.get(edition_id))
        return judge(judged, pause).undecided


def check_row(passage: Passage, context: CheckContext) -> list[Finding]:
    """Return the findings of one row judged alone, as while typing."""
    return [] if context.is_monolingual else check_passage(passage, context)


def facts_beside(passage: Passage, context: CheckContext) -> list[FactView]:
    """Return the facts, people and places of a Chinese source in order, with the English to insert."""
    if context.is_monolingual or not context.source_language.startswith("zh"):
        return []
    found = [*facts_of(passage, context), *names_of(passage, context)]
    return sorted(found, key=lambda view: view.source)


def findings_of(
    tx: Transaction, edition: Edition, house: House | None = None, *, looks_back: bool = True
) -> list[Finding]:
    """Return the findings of an edition that no waiver covers, inside a transaction."""
    return told_apart(tx, edition, house, looks_back=looks_back).undecided


class ToldApart(NamedTuple):
    """The findings of an edition: those nobody has decided on, and those accepted with a reason.

    `kinds` are those of the rows that have findings, by number.
    """

    undecided: list[Finding]
    accepted: list[Finding]
    kinds: dict[int, SegmentKind]


def told_apart(
    tx: Transaction, edition: Edition, house: House | None = None, *, looks_back: bool = True
) -> ToldApart:
    """Return the findings of an edition by whether a waiver covers them, inside a transaction."""
    return judge(to_judge(tx, edition, house, looks_back=looks_back))


@dataclass(frozen=True, slots=True)
class ToJudge:
    """All that the checks of an edition need, read from the library; `notes` are findings that were made of it already."""

    rows: list[EditionRow]
    passages: list[Passage]
    context: CheckContext
    notes: list[Finding]
    waived: Waived


def to_judge(
    tx: Transaction, edition: Edition, house: House | None = None, *, looks_back: bool = True
) -> ToJudge:
    """Read what the checks of an edition need, inside a transaction.

    `looks_back` compares with earlier articles, too, which costs a look-up a person; nothing of it is sure.
    """
    rows = tx.editions.rows(edition.id)
    context = context_of(tx, edition, house)
    if context.is_monolingual:
        return ToJudge([], [], context, [], {})
    passages = [passage_of(row) for row in rows]
    if looks_back:
        context = with_precedents(tx, edition, passages, context)
    return ToJudge(rows, passages, context, unchanged_notes(edition, rows), waived_in(tx, edition))


def judge(judged: ToJudge, pause: Callable[[], None] = lambda: None) -> ToldApart:
    """Return the findings by whether a waiver covers them; needs no transaction, and may wait between rows."""
    return _told(judged, check_passages(judged.passages, judged.context, pause) if judged.passages else [])


def looking_through(library: Library, edition_id: int) -> Generator[Progress, None, ToldApart]:
    """Find the same in an edition of any length, so that it can be watched and cancelled; all is read first."""
    yield Progress(0, 0)
    with undisturbed():
        with library.reading() as tx:
            judged = to_judge(tx, tx.editions.get(edition_id))
        return (yield from judging(judged))


def judging(judged: ToJudge) -> Generator[Progress, None, ToldApart]:
    """Find the same step by step, so that it can be watched and cancelled."""
    found = (yield from _shown(checking_passages(judged.passages, judged.context))) if judged.passages else []
    return _told(judged, found)


def _shown(
    steps: Generator[tuple[int, int], None, list[Finding]],
) -> Generator[Progress, None, list[Finding]]:
    """Tell of one step in so many: there may be millions of them."""
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            found: list[Finding] = end.value
            return found
        if done % SHOWN_STEPS == 0:
            yield Progress(done, total)


def _told(judged: ToJudge, found: list[Finding]) -> ToldApart:
    told = ToldApart([], [], {})
    for finding in [*found, *judged.notes]:
        row = judged.rows[finding.number - 1]
        waiver = is_waived(finding, row, judged.waived)
        (told.undecided if waiver is None else told.accepted).append(finding)
        told.kinds[finding.number] = row.kind
    return told


def with_precedents(
    tx: Transaction, edition: Edition, passages: list[Passage], context: CheckContext
) -> CheckContext:
    """Return the context with what earlier articles made of the sentences and people of these rows."""
    article = tx.articles.get(edition.article_id)
    return replace(context, precedents=precedents_of(tx, article, passages, context))


Waived = dict[tuple[str, int | None, str], Waiver]
"""The waivers of an edition by what they cover."""


def waived_in(tx: Transaction, edition: Edition) -> Waived:
    """Return the waivers of an edition by check, row and signature."""
    return {(w.what, w.target_id, w.signature): w for w in tx.reviews.waivers(edition.id)}


def is_waived(finding: Finding, row: EditionRow, waived: Waived) -> Waiver | None:
    """Return the waiver that covers a finding: of this row as it stands, or of these words in the article."""
    own = waived.get((finding.check, row.target_id, signature_of(row)))
    return own or waived.get((finding.check, None, signature_of_words(finding, row)))


def signature_of(row: EditionRow) -> str:
    """Return the digest of a row's two texts: a waiver holds while both stay as they were."""
    return hashlib.sha256(f"{row.source}\0{row.target}".encode()).hexdigest()


def signature_of_words(finding: Finding, row: EditionRow) -> str:
    """Return the digest of what a finding says about which words, the same wherever they stand in the article."""
    source = row.source[slice(*finding.source)] if finding.source else ""
    target = row.target[slice(*finding.target)] if finding.target else ""
    return hashlib.sha256(f"{finding.slip}\0{source}\0{target}".encode()).hexdigest()


def open_errors(tx: Transaction, edition: Edition, house: House | None = None) -> Reason | None:
    """Return why findings of level error stand in the way, or None when there are none."""
    return errors_in(findings_of(tx, edition, house, looks_back=False))


def errors_in(findings: Iterable[Finding]) -> Reason | None:
    """Return why these findings stand in the way, or None when none of them is sure."""
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    if not errors:
        return None
    shown = join(say("[{number}] {message}", number=one.number, message=one.message) for one in errors[:5])
    said = counted(
        "{count} finding is sure and open. Mend it or accept it with a reason. {shown}",
        "{count} findings are sure and open. Mend them or accept them with a reason. {shown}",
        len(errors),
        shown=shown,
    )
    return Reason("open-findings", said)


def accept(
    library: Library,
    by: int,
    key: str,
    what: str,
    reason: str,
    language: str = "en",
    *,
    number: int | None = None,
    in_article: bool = False,
    finding: Finding | None = None,
    asked_by: str = "",
) -> Waiver:
    """Accept a gap (a field's name) or a check's findings in a row, with a reason that is kept.

    A gap's waiver lapses when the field changes, a finding's when either text of its row does. With
    `in_article` one finding (the first of the row if it is not given) is accepted wherever the same
    words stand in the article.
    """
    if not reason.strip():
        raise WorkbenchError(say("Say why it is right as it is; the reason is kept."))
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        if what in GAPS:
            require(tx, Act.ACCEPT_GAP, edition, by)
            waiver = Waiver(edition_id=edition.id, what=what, reason=reason.strip(), person_id=by)
        else:
            require(tx, Act.ACCEPT_FINDING, edition, by)
            found, wanted = _named(findings_of(tx, edition), what, number)
            row = tx.editions.rows(edition.id)[wanted - 1]
            first = finding or next(each for each in found if each.number == wanted)
            waiver = _finding_waiver(edition, first, row, reason.strip(), by, in_article=in_article)
        tx.reviews.add_waiver(waiver)
        tx.editions.touch(edition)
        tx.events.add(
            "accepted",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            what=what,
            number=number,
            reason=waiver.reason,
        )
        return waiver


def _finding_waiver(
    edition: Edition, finding: Finding, row: EditionRow, reason: str, by: int, *, in_article: bool
) -> Waiver:
    return Waiver(
        edition_id=edition.id,
        what=finding.check,
        target_id=None if in_article else row.target_id,
        signature=signature_of_words(finding, row) if in_article else signature_of(row),
        reason=reason,
        person_id=by,
    )


def one_finding(
    library: Library, key: str, check: str, language: str = "en", *, number: int | None = None
) -> tuple[Finding, Passage]:
    """Return the first open finding of a check in an edition (in a row), and the row as the check saw it."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        found, wanted = _named(findings_of(tx, edition), check, number)
        row = tx.editions.rows(edition.id)[wanted - 1]
    return next(finding for finding in found if finding.number == wanted), passage_of(row)


def _named(findings: list[Finding], check: str, number: int | None) -> tuple[list[Finding], int]:
    """Return the findings of a check and the row that is meant; raise when it is not clear which."""
    found = [finding for finding in findings if finding.check == check]
    if not found:
        raise WorkbenchError(
            say(
                "“{check}” is neither an open finding nor a field. Fields are: {names}; "
                "“workbench check” lists the findings.",
                check=check,
                names=", ".join(GAPS),
            )
        )
    numbers = sorted({finding.number for finding in found})
    if number is None and len(numbers) > 1:
        shown = listed(numbers)
        raise WorkbenchError(
            say(
                "“{check}” has findings in segments {shown}. Say which with --number.",
                check=check,
                shown=shown,
            )
        )
    wanted = numbers[0] if number is None else number
    if wanted not in numbers:
        raise WorkbenchError(
            say("“{check}” has no open finding in segment {wanted}.", check=check, wanted=wanted)
        )
    return found, wanted
