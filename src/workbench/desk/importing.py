"""Importing: from files, pasted text and web addresses to articles, one transaction an article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from workbench.desk.editing import add_revision, clean
from workbench.desk.finding_editions import begin_edition
from workbench.desk.guarding import MassChangeError
from workbench.desk.merging import Merge, is_same_story, merge_source
from workbench.desk.pairing import PairedRow, pair_rows
from workbench.desk.parting import LongParagraphError, fingerprint_of, pieces_of
from workbench.desk.safekeeping import keep_before
from workbench.desk.sending import read_returned
from workbench.errors import Problem, WorkbenchError
from workbench.formats.apart import Apart
from workbench.formats.foreign import as_incoming
from workbench.formats.reading import read_text
from workbench.formats.web import fetch_page
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.article import Article, Photo
from workbench.model.edition import Edition
from workbench.model.incoming import Dropped, Incoming, SourcePiece
from workbench.model.kinds import CreditRole, Origin
from workbench.model.person import Credit
from workbench.model.progress import Progress
from workbench.sentences import say

EXCHANGED = frozenset({".po", ".xlf", ".xliff"})
"""Files of other translation programs; they come with texts and translations."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article of the report: its key, fields, and how many segments it has."""

    key: str
    headline: str
    published: date | None
    section: str
    segments: int


@dataclass(slots=True)
class ImportReport:
    """What an import did, article by article, what it could not do, and what it did not do without being told to.

    `held` are places whose new text would take much away from what was translated, `long` those with sentences that
    are better cut.
    """

    added: list[Imported] = field(default_factory=list)
    unchanged: list[Imported] = field(default_factory=list)
    merged: list[tuple[Imported, Merge]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    dropped: list[tuple[str, Dropped]] = field(default_factory=list)
    held: list[Problem] = field(default_factory=list)
    long: list[Problem] = field(default_factory=list)


def import_all(
    library: Library,
    places: Sequence[str],
    report: ImportReport,
    *,
    section: str = "",
    language: str = "en",
    by: int | None = None,
    force: bool = False,
    split: bool = False,
) -> Iterator[Progress]:
    """Import files, folders and web addresses; one bad one never loses the others.

    With `force` a new text of an article comes in even if it takes much away; a copy of the library is made before.
    Sentences beyond all measure are cut with `split`, and stay whole with `force`.
    """
    found = [one for place in places for one in _expanded(place)]
    with Apart() as apart:
        yield from _import_places(
            library, found, report, apart, section, language, by, force=force, split=split
        )
    yield Progress(len(found), len(found), "")


def _import_places(
    library: Library,
    found: Sequence[str],
    report: ImportReport,
    apart: Apart,
    section: str,
    language: str,
    by: int | None,
    *,
    force: bool,
    split: bool,
) -> Iterator[Progress]:
    for done, place in enumerate(found):
        yield Progress(done, len(found), place)
        try:
            if Path(place).suffix.lower() in EXCHANGED and "://" not in place:
                _import_exchanged(
                    library, Path(place), report, section=section, language=language, by=by, force=force
                )
                continue
            incoming = read_place(library, place, apart)
            save_incoming(
                library,
                incoming,
                report,
                section=section,
                language=language,
                by=by,
                force=force,
                split=split,
            )
        except MassChangeError as error:
            report.held.append(Problem(place, "", error.sentence))
        except LongParagraphError as error:
            report.long.append(Problem(place, error.place, error.sentence))
        except WorkbenchError as error:
            where = getattr(error, "place", "")
            report.problems.append(Problem(place, where, error.sentence))


def _import_exchanged(
    library: Library,
    path: Path,
    report: ImportReport,
    *,
    section: str,
    language: str,
    by: int | None,
    force: bool,
) -> None:
    """Import a file of another translation program: a paragraph a row, its translations as drafts."""
    _, returned = read_returned(path)
    if returned.page_key:
        raise WorkbenchError(
            say("{path} was sent from a library. Take it back with “workbench merge”.", path=path.name)
        )
    drafts = [row.target for row in returned.rows if row.source.strip()]
    incoming = as_incoming(returned, path=str(path))
    save_incoming(
        library,
        incoming,
        report,
        section=section,
        language=returned.language or language,
        by=by,
        drafts=drafts,
        force=force,
    )


def import_pasted(
    library: Library,
    text: str,
    report: ImportReport,
    *,
    language: str = "en",
    by: int | None = None,
    force: bool = False,
    split: bool = False,
) -> None:
    """Import an article from the clipboard."""
    try:
        save_incoming(library, read_text(text), report, language=language, by=by, force=force, split=split)
    except MassChangeError as error:
        report.held.append(Problem("", "", error.sentence))
    except LongParagraphError as error:
        report.long.append(Problem("", error.place, error.sentence))


def import_pair(
    library: Library,
    source: str,
    target: str,
    report: ImportReport,
    *,
    language: str = "en",
    by: int | None = None,
) -> None:
    """Import a Chinese and a translated file of the same article: the translation fills the drafts."""
    try:
        with Apart() as apart:
            incoming, translated = read_place(library, source, apart), read_place(library, target, apart)
    except WorkbenchError as error:
        report.problems.append(
            Problem(
                say("{source} and {target}", source=source, target=target),
                getattr(error, "place", ""),
                error.sentence,
            )
        )
        return
    if incoming.language.split("-")[0] == translated.language.split("-")[0]:
        report.problems.append(
            Problem(
                target,
                "",
                say(
                    "Both files are in “{language}”. Give the Chinese first, then its translation.",
                    language=incoming.language,
                ),
            )
        )
        return
    save_incoming(
        library, incoming, report, language=translated.language or language, by=by, translated=translated
    )


def read_place(library: Library, place: str, apart: Apart) -> Incoming:
    """Read an article from a file or a web address, with the pictures of a page, in a process of its own."""
    if not place.lower().startswith(("http://", "https://")):
        return apart.read_article(Path(place))
    with library.reading() as tx:
        allow_private = tx.options.is_on("allow_private_addresses")
    page = fetch_page(place, allow_private=allow_private)
    incoming = apart.read_bytes(page.data, page.address, page.media_type, page.charset)
    incoming.source_address = incoming.source_address or page.address
    for photo in incoming.photos:
        if photo.address.startswith(("http://", "https://")) and not photo.data:
            _fetch_photo(incoming, photo.address, allow_private=allow_private)
    return incoming


def _fetch_photo(incoming: Incoming, address: str, *, allow_private: bool) -> None:
    try:
        found = fetch_page(address, allow_private=allow_private)
    except WorkbenchError as error:
        incoming.problems.append(Problem(address, say("picture"), error.sentence))
        return
    for photo in incoming.photos:
        if photo.address == address and found.media_type.startswith("image/"):
            photo.data, photo.media_type = found.data, found.media_type


def _expanded(place: str) -> list[str]:
    path = Path(place)
    if place.lower().startswith(("http://", "https://")) or not path.is_dir():
        return [place]
    wanted = {".txt", ".html", ".htm", ".docx", ".xhtml", *EXCHANGED}
    return sorted(str(file) for file in path.rglob("*") if file.suffix.lower() in wanted and file.is_file())


def save_incoming(
    library: Library,
    incoming: Incoming,
    report: ImportReport,
    *,
    section: str = "",
    language: str = "en",
    by: int | None = None,
    translated: Incoming | None = None,
    drafts: Sequence[str] = (),
    force: bool = False,
    split: bool = False,
) -> None:
    """Save one article that was read: new, unchanged, or merged into its earlier import.

    `drafts` are translations, one for each block of the article; "" for those that have none. Raises `MassChangeError`
    when a new version would take much away, and `LongParagraphError` for a sentence that is not to be `split`, where
    `force` is not given.
    """
    pieces = pieces_of(incoming, split=split, is_meant=force or bool(drafts or translated))

    def save(*, is_meant: bool) -> None:
        with library.writing() as tx:
            _save(tx, incoming, pieces, report, section, language, by, translated, drafts, is_meant=is_meant)

    report.problems += incoming.problems
    report.dropped += [(incoming.path, dropped) for dropped in incoming.dropped]
    try:
        save(is_meant=False)
    except MassChangeError:
        if not force:
            raise
        keep_before(library)
        save(is_meant=True)


def _save(
    tx: Transaction,
    incoming: Incoming,
    pieces: list[SourcePiece],
    report: ImportReport,
    section: str,
    language: str,
    by: int | None,
    translated: Incoming | None,
    drafts: Sequence[str],
    *,
    is_meant: bool,
) -> None:
    article = _article_of(incoming, section)
    if not pieces:
        raise WorkbenchError(
            say(
                "{path} holds no text to translate. Nothing was imported.",
                path=incoming.path or say("The text"),
            )
        )
    article.fingerprint = fingerprint_of(pieces)
    known = tx.articles.by_fingerprint(article.fingerprint)
    earlier = known or tx.articles.same_story(article)
    if known is not None and (translated is None or tx.editions.find(known.id, language) is not None):
        report.unchanged.append(_imported(known, len(pieces)))
        return
    if known is None and earlier is not None and is_same_story(tx, earlier, pieces):
        merge = merge_source(tx, earlier, pieces, article.fingerprint, by=by, is_meant=is_meant)
        report.merged.append((_imported(earlier, len(pieces)), merge))
        return
    saved = known or _save_new(tx, article, pieces, incoming, by)
    edition = begin_edition(tx, saved, language)
    _fill_details(tx, saved, edition, incoming, translated)
    if translated is not None:
        _fill_targets(tx, edition, pair_rows(tx, edition, translated, saved.language), by)
    elif any(drafts):
        _fill_targets(tx, edition, _by_paragraph(tx, edition, drafts), by)
    elif saved.language.split("-")[0] == language.split("-", maxsplit=1)[0]:
        _fill_targets(tx, edition, _copied(tx, edition), by)
    tx.editions.recount(edition)
    tx.editions.touch(edition)
    report.added.append(_imported(saved, len(pieces)))


def known_article(tx: Transaction, incoming: Incoming) -> Article | None:
    """Return the article of the library that a page was imported as, or an earlier version of it."""
    known = tx.articles.by_fingerprint(fingerprint_of(pieces_of(incoming)))
    return known or tx.articles.same_story(_article_of(incoming, ""))


def _article_of(incoming: Incoming, section: str) -> Article:
    return Article(
        key="",
        language=incoming.language,
        headline=clean(incoming.headline),
        section=section or incoming.section,
        published=incoming.published,
        outlet=incoming.outlet,
        author=incoming.author,
        translator=incoming.translator,
        photo_credit=incoming.photo_credit,
        source_address=incoming.source_address,
        path=Path(incoming.path).name if incoming.path and "://" not in incoming.path else incoming.path,
    )


def _save_new(
    tx: Transaction, article: Article, pieces: list[SourcePiece], incoming: Incoming, by: int | None
) -> Article:
    article.key = _free_key(tx, article.fingerprint)
    tx.articles.add(article)
    photos = [
        Photo(
            article_id=article.id,
            position=position,
            name=photo.name,
            media_type=photo.media_type,
            data=photo.data,
            digest=hashlib.sha256(photo.data).hexdigest() if photo.data else "",
            address=photo.address,
            credit=photo.credit,
        )
        for position, photo in enumerate(incoming.photos)
    ]
    tx.articles.add_photos(photos)
    tx.articles.write_source(article.id, pieces, photos)
    tx.events.add("imported", article_id=article.id, person_id=by, path=article.path, segments=len(pieces))
    return article


def _free_key(tx: Transaction, fingerprint: str) -> str:
    lengths = range(8, len(fingerprint) + 1)
    return next(fingerprint[:n] for n in lengths if tx.articles.key_is_free(fingerprint[:n]))


def _fill_details(
    tx: Transaction, article: Article, edition: Edition, incoming: Incoming, translated: Incoming | None
) -> None:
    """Fill the page details in the language of the edition; what cannot be said in it stays empty."""
    page = translated or (
        incoming if article.language.split("-")[0] == edition.language.split("-")[0] else None
    )
    if page is None:
        return
    edition.section, edition.outlet = page.section, page.outlet
    edition.photo_credit = page.photo_credit
    edition.published = page.published or edition.published
    edition.source_address = page.source_address or edition.source_address
    if page.translator:
        credit = Credit(edition_id=edition.id, role=CreditRole.TRANSLATOR, name=page.translator)
        tx.people.set_credits(edition.id, CreditRole.TRANSLATOR, [credit])
        edition.translator_line = page.translator
    if page.author:
        credit = Credit(edition_id=edition.id, role=CreditRole.AUTHOR, name=page.author)
        tx.people.set_credits(edition.id, CreditRole.AUTHOR, [credit])
    if page.photo_credit:
        credit = Credit(edition_id=edition.id, role=CreditRole.PHOTOGRAPHER, name=page.photo_credit)
        tx.people.set_credits(edition.id, CreditRole.PHOTOGRAPHER, [credit])
    if page is incoming:
        edition.section = article.section


def _by_paragraph(tx: Transaction, edition: Edition, drafts: Sequence[str]) -> list[PairedRow]:
    """Return each translation for all the targets of its paragraph; nothing when the numbers differ."""
    paragraphs = [
        tuple(row.target_id for row in rows)
        for _, rows in groupby(tx.editions.rows(edition.id), key=lambda row: row.paragraph)
    ]
    if len(paragraphs) != len(drafts):
        return []
    return [
        PairedRow(targets, text) for targets, text in zip(paragraphs, drafts, strict=True) if text.strip()
    ]


def _copied(tx: Transaction, edition: Edition) -> list[PairedRow]:
    """Return each source as its own draft: a page already in the language of the edition."""
    return [PairedRow((row.target_id,), row.source) for row in tx.editions.rows(edition.id)]


def _fill_targets(tx: Transaction, edition: Edition, rows: list[PairedRow], by: int | None) -> None:
    covered = tx.editions.coverage(edition.id)
    for row in rows:
        first, *others = [tx.editions.target(one) for one in row.targets]
        for other in others:
            other.is_retired = True
        if others:
            tx.editions.cover(edition.id, {other.id: () for other in others})
            tx.editions.cover(
                edition.id, {first.id: tuple(s for one in row.targets for s in covered.get(one, ()))}
            )
        first.text, first.origin, first.origin_detail = clean(row.text), Origin.IMPORT, row.detail
        add_revision(tx, edition, first, by=by, origin=Origin.IMPORT, detail=row.detail)


def _imported(article: Article, segments: int) -> Imported:
    return Imported(article.key, article.headline, article.published, article.section, segments)
