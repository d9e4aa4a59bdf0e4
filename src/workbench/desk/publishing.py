"""Publishing: page details, the gate, and files that were read back before they count."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from workbench.desk.anchoring import keep_seal
from workbench.desk.attesting import Deed, attest
from workbench.desk.checking import House, told_apart
from workbench.desk.content import current_digest
from workbench.desk.finding_editions import begin_edition, find_edition
from workbench.desk.gate import Point, reasons_meanwhile, whole_checklist
from workbench.desk.judging import report_of
from workbench.desk.paging import correction_text, page_to_publish, sisters_of
from workbench.desk.passing import GateAhead, Passed, page_through_gate
from workbench.desk.rights import Act, require
from workbench.desk.signing import read_sign_off
from workbench.desk.templating import web_page
from workbench.errors import Reason, RefusedError, WorkbenchError
from workbench.formats.base import Format
from workbench.formats.finding_sheets import html_sheet
from workbench.formats.manifest import MANIFEST_NAME
from workbench.formats.publication import Companion, PublishingFolder, WrittenFile
from workbench.formats.registry import format_for
from workbench.formats.sheets import FINDINGS, FINDINGS_SUFFIX, sheet_keys, sheet_kind
from workbench.formats.writing import harmless_cell, write_file
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.base import now
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Stage, State
from workbench.model.page import Page, Sister
from workbench.model.progress import Progress
from workbench.model.review import Publication
from workbench.sentences import say

DETAIL_FIELDS = (
    "section",
    "published",
    "outlet",
    "slug",
    "keywords",
    "source_address",
    "photo_credit",
    "embargo",
)
"""The page details that an editor keeps; none of them is covered by an approval (RULES.md)."""


REPORT_NAME = "publish-report.csv"


@dataclass(slots=True)
class PublishReport:
    """What was written, and for each article that was not, every reason why."""

    files: list[WrittenFile] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    refused: list[tuple[str, tuple[Reason, ...]]] = field(default_factory=list)


def set_details(
    library: Library, by: int, key: str, values: dict[str, str], language: str = "en", *, asked_by: str = ""
) -> None:
    """Change page details; an empty value clears one. Raises naming the field that cannot be read."""
    with library.writing(asked_by=asked_by) as tx:
        edition = begin_edition(tx, tx.articles.by_key(key), language)
        require(tx, Act.DETAIL, edition, by)
        zone = ZoneInfo(tx.options.get("time_zone"))
        read = {name: _read_value(name, value.strip(), zone) for name, value in values.items()}
        for name, value in read.items():
            setattr(edition, name, value)
        tx.editions.touch(edition)
        tx.events.add(
            "details",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            fields=sorted(read),
            values={name: str(value) for name, value in read.items()},
        )


def _read_value(name: str, value: str, zone: ZoneInfo) -> object:
    if name not in DETAIL_FIELDS:
        raise WorkbenchError(
            say(
                "There is no page detail {name}. There are: {names}.",
                name=name,
                names=", ".join(DETAIL_FIELDS),
            )
        )
    if name == "published":
        return _read_date(value) if value else None
    if name == "embargo":
        return _read_moment(value, zone) if value else None
    if name == "source_address" and value and not value.lower().startswith(("http://", "https://")):
        raise WorkbenchError(
            say("{value} is not a web address. It has to begin with https:// or http://.", value=value)
        )
    if name == "section":
        return " > ".join(part.strip() for part in value.replace("›", ">").split(">") if part.strip())
    return value


def _read_date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise WorkbenchError(say("“{value}” is not a date. Write it as 2020-04-03.", value=value)) from None


def _read_moment(value: str, zone: ZoneInfo) -> datetime:
    """Read a moment in the library's time zone (RULES.md, times)."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise WorkbenchError(
            say("“{value}” is not a time. Write it as 2020-04-03 08:00.", value=value)
        ) from None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def read_checklist(library: Library, edition_id: int) -> list[Point]:
    """Return every point of the publish checklist with its state now, what is advice last."""
    with library.reading() as tx:
        edition = tx.editions.get(edition_id)
        return whole_checklist(tx, edition, told_apart(tx, edition))


def read_page(library: Library, edition_id: int) -> Page:
    """Return the page of an edition as it stands, for the preview."""
    with library.reading() as tx:
        return page_to_publish(tx, tx.editions.get(edition_id))


def publish(
    library: Library,
    by: int,
    keys: Sequence[str],
    folder: Path,
    formats: Sequence[str],
    report: PublishReport,
    language: str = "en",
    *,
    template: str = "",
) -> Generator[Progress, None, None]:
    """Publish editions as files, one after the other; what is refused stays out with all its reasons.

    Cancelling between two steps leaves every page whole: files are written beside, read back,
    compared with the page, and only then renamed into place.
    """
    with ExitStack() as open_folders:
        desk = _Press(library, by, folder, open_folders, report, template)
        gate = open_folders.enter_context(GateAhead(library, by, language))
        for done, key in enumerate(keys):
            yield Progress(done, len(keys), key)
            yield from gate.watch(key)
            following = keys[done + 1] if done + 1 < len(keys) else None
            if desk.publish(key, language, formats, through=partial(gate.take, key, following)):
                desk.link_sisters(key, language)
    if report.published:
        keep_seal(library)
    yield Progress(len(keys), len(keys), "")


def link_sisters(library: Library, by: int, key: str, language: str, folder: Path) -> PublishReport:
    """Write the pages of an article's other languages again where a page that is gone was linked to."""
    report = PublishReport()
    with ExitStack() as open_folders:
        _Press(library, by, folder, open_folders, report).link_sisters(key, language)
    return report


class _Press:
    """What puts one edition after the other into one folder, and keeps account of it."""

    def __init__(
        self,
        library: Library,
        by: int,
        folder: Path,
        open_folders: ExitStack,
        report: PublishReport,
        template: str = "",
    ) -> None:
        self._library, self._by, self._report = library, by, report
        self._open_folders = open_folders
        self._folder = open_folders.enter_context(PublishingFolder(folder))
        self._others: dict[str, PublishingFolder | None] = {}
        self._web_page = web_page(library, template)
        self._house = House()
        with library.reading() as tx:
            self._name = tx.people.get(by).name

    def publish(
        self,
        key: str,
        language: str,
        formats: Sequence[str],
        folder: PublishingFolder | None = None,
        *,
        through: Callable[[], Passed] | None = None,
    ) -> bool:
        """Take an edition through the gate (or `through`) and write it; what stands in the way goes into the report."""
        try:
            page, edition_id = through() if through is not None else self._through_gate(key, language)
            written = self._write(page, edition_id, formats, folder or self._folder)
        except RefusedError as error:
            self._report.refused.append((key, error.reasons))
            return False
        except WorkbenchError as error:
            self._report.refused.append((key, (Reason("not-written", error.sentence),)))
            return False
        self._report.files += written
        if folder is None:  # written again for its links alone, an edition is not published anew
            self._report.published.append(key)
        return True

    def _through_gate(self, key: str, language: str) -> Passed:
        return page_through_gate(self._library, self._by, key, language, self._house)

    def _write(
        self, page: Page, edition_id: int, formats: Sequence[str], folder: PublishingFolder
    ) -> list[WrittenFile]:
        """Write the page and note it; what goes beside it tells of the publication itself, so it comes after."""
        pages = [self._format(key) for key in formats if key not in sheet_keys()]
        written = folder.publish(
            page, pages, by=self._name, at=now(), agree=partial(self._note, page, edition_id)
        )
        beside = [self._companion(key, page) for key in formats if key in sheet_keys()]
        if beside:
            note = partial(self._note_beside, edition_id)
            written += folder.publish(page, [], by=self._name, at=now(), beside=beside, agree=note)
        if FINDINGS in formats:
            attest(self._library, self._by, page.key, Deed.REPORT, page.language)
        return written

    def _note(self, page: Page, edition_id: int, written: list[WrittenFile]) -> None:
        """Note what is about to appear; refused when the text has changed since the gate, and then nothing appears."""
        _record(self._library, self._by, edition_id, page, written)

    def _note_beside(self, edition_id: int, written: list[WrittenFile]) -> None:
        """Note the files beside a page, by which they are known again when they are verified."""
        with self._library.writing() as tx:
            tx.events.add(
                "written beside",
                article_id=tx.editions.get(edition_id).article_id,
                edition_id=edition_id,
                person_id=self._by,
                files=_listed(written),
                count=len(written),
            )

    def _format(self, key: str) -> Format:
        return self._web_page if key == "html" else format_for(key)

    def _companion(self, key: str, page: Page) -> Companion:
        if key == FINDINGS:
            report = report_of(self._library, [page.key], page.language)
            return Companion(key, FINDINGS_SUFFIX, html_sheet(report))
        kind = sheet_kind(key)
        return Companion(key, kind.suffix, kind.write(read_sign_off(self._library, page.key, page.language)))

    def link_sisters(self, key: str, language: str) -> None:
        """Write the web pages of the other languages again where their links have changed.

        They stand in the same folder, or each language in a folder of its name beside this one.
        """
        here = self._folder.languages(key, "html")
        if not here - {language} and self._folder.folder.name != language:
            return
        for sister in _with_old_links(self._library, key, language):
            folder = self._folder if sister in here else self._beside(language, sister)
            if folder is not None and sister in folder.languages(key, "html"):
                self.publish(key, sister, ["html"], folder)

    def _beside(self, language: str, sister: str) -> PublishingFolder | None:
        """Return the folder of another language's pages, kept open for the rest of a batch; None without one."""
        if sister not in self._others:
            path = self._folder.folder.parent / sister
            is_one = self._folder.folder.name == language and (path / MANIFEST_NAME).is_file()
            self._others[sister] = (
                self._open_folders.enter_context(PublishingFolder(path)) if is_one else None
            )
        return self._others[sister]


def write_report(report: PublishReport, folder: Path, titles: Mapping[str, str]) -> Path:
    """Write what a batch did to a CSV file in its folder, a line an article: its files or why it was refused."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("key", "headline", "result", "reasons"))
    refused = dict(report.refused)
    for key, title in titles.items():
        result = "refused" if key in refused else "published" if key in report.published else "not reached"
        why = " ".join(f"[{reason.code}] {reason.message}" for reason in refused.get(key, ()))
        writer.writerow((key, harmless_cell(title), result, harmless_cell(why)))
    path = folder / REPORT_NAME
    write_file(path, out.getvalue().encode("utf-8-sig"))
    return path


def _with_old_links(library: Library, key: str, language: str) -> list[str]:
    """Return the languages whose published page does not name the others as they stand now."""
    with library.reading() as tx:
        article, edition = find_edition(tx, key, language)
        found = []
        for other in tx.editions.of_article(article.id):
            if other.id == edition.id or other.stage is not Stage.PUBLISHED:
                continue
            (*_, newest) = tx.reviews.publications(other.id)
            if newest.details.get("sisters") != _links(sisters_of(tx, article, other)):
                found.append(other.language)
        return found


def _links(sisters: Sequence[Sister]) -> list[list[str]]:
    return [[sister.language, sister.address] for sister in sisters]


def _record(library: Library, by: int, edition_id: int, page: Page, written: Sequence[WrittenFile]) -> None:
    """Note what was published; refuse if the content changed while the files were being written."""
    with library.writing() as tx:
        edition = tx.editions.get(edition_id)
        with tx.before_writing():
            digest = current_digest(tx, edition)
            reasons = reasons_meanwhile(tx, edition, digest)
            correction = correction_text(tx, edition)
        if reasons or digest != page.digest:
            raise RefusedError(
                *reasons,
                Reason(
                    "changed-since-approval", say("The text changed while it was being written. Try again.")
                ),
            )
        before = edition.stage
        _mark_final(tx, edition, tx.editions.targets(edition.id))
        tx.reviews.add_publication(
            Publication(
                edition_id=edition.id,
                number=edition.number,
                digest=page.digest,
                details=_details(page),
                files=_listed(written),
                person_id=by,
                correction=correction,
            )
        )
        tx.editions.touch(edition)
        tx.events.add(
            "published",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            version=edition.number,
            digest=page.digest,
            count=len(written),
            before=str(before),
            stage=str(edition.stage),
        )


def _listed(written: Sequence[WrittenFile]) -> list[dict[str, str]]:
    return [{"path": file.path.name, "format": file.format, "digest": file.digest} for file in written]


def _mark_final(tx: Transaction, edition: Edition, targets: Sequence[Target]) -> None:
    edition.stage = Stage.PUBLISHED
    for target in targets:
        if target.state is State.REVIEWED:
            target.state = State.FINAL
            tx.editions.changed_target(target)  # approved or published, it counts the same


def _details(page: Page) -> dict[str, Any]:
    said = {name: getattr(page, name) for name in ("section", "published", "outlet", "slug", "keywords")}
    said |= {
        "source_address": page.source_address,
        "photo_credit": page.photo_credit,
        "headline": page.headline,
        "sisters": _links(page.sisters),
    }
    kept: dict[str, Any] = json.loads(json.dumps(said, default=str))
    return kept
