"""Sending an edition out as an exchange file, and taking the returned file in row by row."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.desk.editing import clean, finish, write_text
from workbench.desk.finding_editions import begin_edition, find_edition
from workbench.desk.guarding import MassChangeError, refuse_much, taken_by_texts
from workbench.desk.paging import make_page
from workbench.desk.rights import Act, require
from workbench.desk.safekeeping import keep_before
from workbench.desk.steps import Edit, Recorder
from workbench.errors import FormatError, WorkbenchError
from workbench.formats.apart import Apart
from workbench.formats.base import ExchangeFormat, Returned, ReturnedRow
from workbench.formats.registry import exchange_for
from workbench.formats.writing import write_file
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import Origin, State
from workbench.model.page import Page
from workbench.model.review import Comment
from workbench.model.rows import EditionRow
from workbench.sentences import say

MOST_ROWS, MOST_SHARE = 5, 0.5
"""A file that changes more rows than this, and more than this share of them, has to be confirmed."""

Sent = Mapping[str, tuple[str, str, str, str]]
"""By row key the digests of target and source when the file was sent, each as stored and as the file gives it back."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A row that was not taken over: why, with the text that stands and the one in the file."""

    number: int
    why: str
    ours: str
    theirs: str


@dataclass(slots=True)
class MergeReport:
    """What a returned file did, by row numbers; `claimed` are rows the file calls approved, which it cannot do."""

    key: str = ""
    language: str = ""
    changed: list[int] = field(default_factory=list)
    unchanged: int = 0
    comments: int = 0
    claimed: list[int] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    edit: Edit | None = None


def send(
    library: Library, by: int | None, key: str, format_key: str, path: Path, language: str = "en"
) -> Path:
    """Write an edition, at whatever stage, to an exchange file and note what was sent; return the path.

    Raises `FormatError` for a format that cannot come back, `WritingError` when the file cannot be written.
    """
    chosen = exchange_for(format_key)
    with library.writing() as tx:
        edition = begin_edition(tx, tx.articles.by_key(key), language)
        page = make_page(tx, edition)
    data = chosen.write(page)
    sent = _sent(page, chosen.read_exchange(data))
    write_file(path, data)
    with library.writing() as tx:
        tx.events.add(
            "sent",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            path=path.name,
            format=format_key,
            digest=page.digest,
            rows={row: list(digests) for row, digests in sent.items()},
        )
    return path


def take_back(
    library: Library, by: int, path: Path, language: str = "en", *, force: bool = False, asked_by: str = ""
) -> MergeReport:
    """Merge a returned file into its edition in one step; a file never approves or confirms anything.

    Rows that somebody changed since the file was sent, whose source differs, that are locked or gone stay as they
    are and are reported with both texts. Raises `FormatError` for a file that is not from an edition, `RefusedError`
    when the rules forbid editing, `MassChangeError` when it would empty or un-approve much, or change more than half,
    and `force` is not given; with it a copy of the library is made first.
    """
    chosen, returned = read_returned(path)
    if not returned.page_key:
        raise FormatError(
            say("{path} was not sent from a library. Import it as an article instead.", path=path.name)
        )

    def merged(*, is_meant: bool) -> MergeReport:
        with library.writing(asked_by=asked_by) as tx:
            _, edition = find_edition(tx, returned.page_key, returned.language or language)
            require(tx, Act.EDIT, edition, by)
            merge = _Merge(tx, edition, by, path.name, returned, _baseline(tx, edition, chosen, returned))
            return merge.run(is_meant=is_meant)

    try:
        return merged(is_meant=False)
    except MassChangeError:
        if not force:
            raise
    keep_before(library)
    return merged(is_meant=True)


def read_returned(path: Path) -> tuple[ExchangeFormat, Returned]:
    """Read an exchange file in a process of its own, recognised by its content; raises `FormatError` naming the file."""
    with Apart() as apart:
        key, returned = apart.read_exchange(path)
    return exchange_for(key), returned


def was_sent(path: Path) -> bool:
    """Tell whether a file was sent out from an edition and can be merged; a file that cannot be read was not."""
    try:
        return bool(read_returned(path)[1].page_key)
    except FormatError:
        return False


def _baseline(tx: Transaction, edition: Edition, chosen: ExchangeFormat, returned: Returned) -> Sent:
    """Return what the file said when it left: as noted, or as the unchanged edition would be written now."""
    wanted = (edition.id, returned.digest, chosen.key)
    for event, _ in reversed(tx.events.of_article(edition.article_id)):
        said = event.data
        if event.kind == "sent" and (event.edition_id, said.get("digest"), said.get("format")) == wanted:
            return {key: tuple(digests) for key, digests in said["rows"].items()}
    page = make_page(tx, edition)
    return _sent(page, chosen.read_exchange(chosen.write(page))) if page.digest == returned.digest else {}


def _sent(page: Page, returned: Returned) -> Sent:
    back = {row.key: row for row in returned.rows}
    return {
        row.key: (
            _digest(row.target),
            _digest(back[row.key].target),
            _digest(row.source),
            _digest(back[row.key].source),
        )
        for row in page.rows
        if row.key in back
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class _Merge:
    """One returned file on its way into its edition, inside one transaction."""

    def __init__(
        self, tx: Transaction, edition: Edition, by: int, name: str, returned: Returned, sent: Sent
    ) -> None:
        self._tx, self._edition, self._by, self._name = tx, edition, by, name
        self._returned, self._sent = returned, sent
        self._rows = {f"t{row.target_id}": row for row in tx.editions.rows(edition.id)}
        self._report = MergeReport(tx.articles.get(edition.article_id).key, edition.language)

    def run(self, *, is_meant: bool) -> MergeReport:
        """Take over what can be, and account for every row of the file."""
        wanted = [
            (row, text)
            for came in self._returned.rows
            if (row := self._row_of(came))
            for text in self._text(row, came)
        ]
        if not is_meant:
            self._refuse_mass_change(wanted)
        self._take(wanted)
        for came in self._returned.rows:
            if row := self._rows.get(came.key):
                self._add_comments(row, came)
                if came.state in {State.REVIEWED, State.FINAL} and row.state not in {
                    State.REVIEWED,
                    State.FINAL,
                }:
                    self._report.claimed.append(row.number)
        self._note()
        return self._report

    def _row_of(self, came: ReturnedRow) -> EditionRow | None:
        row = self._rows.get(came.key)
        if row is None:
            self._clash(came.number, "The segment was joined or taken out since.", "", came.target)
        return row

    def _text(self, row: EditionRow, came: ReturnedRow) -> Iterable[str]:
        """Yield the text a row is to have, or nothing when it stays as it is."""
        try:
            text = clean(came.target.rstrip("\r\n"))
        except WorkbenchError as error:
            raise FormatError(
                say(
                    "{name}, row {number}: {error}", name=self._name, number=came.number, error=error.sentence
                ),
                place=say("row {number}", number=came.number),
            ) from error
        target, target_back, source, source_back = self._sent.get(came.key, ("", "", "", ""))
        if text == row.target or _digest(came.target) == target_back:
            self._report.unchanged += 1
        elif why := self._obstacle(row, came, (target, source, source_back)):
            self._clash(row.number, why, row.target, text)
        else:
            yield text

    def _obstacle(self, row: EditionRow, came: ReturnedRow, sent: tuple[str, str, str]) -> str:
        target, source, source_back = sent
        if row.is_locked:
            return say("The segment is locked.")
        if row.is_omitted:
            return say("The segment was left out on purpose.")
        if source and _digest(row.source) != source:
            return say("The source changed since the file was sent.")
        if source_back and _digest(came.source) != source_back:
            return say("The source was changed in the file.")
        if row.target and not target:
            return say("It is not known what was sent, and the texts differ.")
        if target and _digest(row.target) != target:
            return say("Somebody changed the segment since the file was sent.")
        return ""

    def _refuse_mass_change(self, wanted: list[tuple[EditionRow, str]]) -> None:
        texts = {row.target_id: text for row, text in wanted}
        refuse_much(taken_by_texts(self._rows.values(), texts), self._name)
        if len(wanted) > MOST_ROWS and len(wanted) > MOST_SHARE * len(self._rows):
            raise MassChangeError(
                say(
                    "{path} would change {count} of {total} segments. Nothing was changed.",
                    path=self._name,
                    count=len(wanted),
                    total=len(self._rows),
                )
            )

    def _take(self, wanted: list[tuple[EditionRow, str]]) -> None:
        if not wanted:
            return
        targets = [self._tx.editions.target(row.target_id) for row, _ in wanted]
        recorder = Recorder(self._tx, self._edition.id)
        recorder.watch(targets)
        came = {row.key: row for row in self._returned.rows}
        for target, (row, text) in zip(targets, wanted, strict=True):
            names = ", ".join(came[f"t{row.target_id}"].changed_by)
            detail = f"{self._name} ({names})" if names else self._name
            write_text(
                self._tx, self._edition, target, text, by=self._by, origin=Origin.IMPORT, detail=detail
            )
        self._report.changed = [row.number for row, _ in wanted]
        self._report.edit = finish(self._tx, self._edition, recorder, "merge")

    def _add_comments(self, row: EditionRow, came: ReturnedRow) -> None:
        known = {
            said.text
            for said in self._tx.reviews.comments(self._edition.id)
            if said.target_id == row.target_id
        }
        own = self._tx.people.get(self._by).name
        for said in came.comments:
            text = said.text.strip()
            signed = text if said.person in {"", own} else f"{said.person}: {text}"
            if not text or {text, signed} & known:
                continue
            self._tx.reviews.add_comment(
                Comment(edition_id=self._edition.id, target_id=row.target_id, person_id=self._by, text=signed)
            )
            self._report.comments += 1

    def _clash(self, number: int, why: str, ours: str, theirs: str) -> None:
        self._report.clashes.append(Clash(number, why, ours, theirs))

    def _note(self) -> None:
        report = self._report
        self._tx.editions.touch(self._edition)
        self._tx.events.add(
            "merged",
            article_id=self._edition.article_id,
            edition_id=self._edition.id,
            person_id=self._by,
            path=self._name,
            changed=len(report.changed),
            comments=report.comments,
            claimed=report.claimed,
            clashes=[clash.number for clash in report.clashes],
        )
