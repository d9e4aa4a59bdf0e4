"""From an edition to the finished page that formats write: complete, frozen, in one language."""

from __future__ import annotations

from pathlib import PurePath
from zoneinfo import ZoneInfo

from workbench.desk.content import current_digest
from workbench.desk.crediting import credit_line
from workbench.desk.signing_keys import signature_of_approval
from workbench.formats.addressing import address_in, as_named
from workbench.formats.page_lines import label
from workbench.formats.safe_names import page_stem
from workbench.library.transaction import Transaction
from workbench.model.article import Article, Photo
from workbench.model.base import now
from workbench.model.edition import Edition
from workbench.model.kinds import CreditRole, SegmentKind, Stage, State
from workbench.model.page import Correction, Page, PageBlock, PagePhoto, PageRow, RowComment, Sister
from workbench.model.rows import EditionRow
from workbench.text.segmenting import join_sentences

BESIDE_THE_BODY = frozenset({SegmentKind.HEADLINE, SegmentKind.SUMMARY, SegmentKind.CAPTION, SegmentKind.ALT})
BEGINNING = 1_000
"""So many rows of a longer edition are shown where a page is only looked at."""


def make_page(tx: Transaction, edition: Edition, digest: str = "") -> Page:
    """Return the page of an edition as it stands now; a gap stays empty, never filled with Chinese.

    `digest` is that of the content now, for who knows it already.
    """
    digest = digest or current_digest(tx, edition)
    return _page_of(tx, edition, tx.editions.rows(edition.id), digest)


def is_shown_whole(edition: Edition) -> bool:
    """Tell whether a page is short enough to be looked at as a whole."""
    return edition.total <= BEGINNING


def beginning_of_page(tx: Transaction, edition: Edition, digest: str) -> Page:
    """Return the page of an edition with the beginning of its text, with all else that stands on it."""
    beside = tx.contents.of_kinds(edition.id, BESIDE_THE_BODY)
    rows = {row.target_id: row for row in tx.editions.rows(edition.id, first=BEGINNING)}
    rows |= {row.target_id: row for row in tx.editions.rows(edition.id, beside)}
    return _addressed(tx, edition, _page_of(tx, edition, list(rows.values()), digest))


def _page_of(tx: Transaction, edition: Edition, rows: list[EditionRow], digest: str) -> Page:
    article = tx.articles.get(edition.article_id)
    approval = tx.reviews.final_approval(edition.id, edition.number)
    names = tx.people.names()
    return Page(
        key=article.key,
        language=edition.language,
        source_language=article.language,
        headline=edition.headline,
        source_headline=article.headline,
        section=edition.section,
        published=edition.published,
        outlet=edition.outlet,
        blocks=tuple(_blocks([row for row in rows if row.kind not in BESIDE_THE_BODY], edition.language)),
        photos=tuple(_photos(tx, edition, rows)),
        summary=_said(rows, SegmentKind.SUMMARY, None, edition.language),
        keywords=tuple(word.strip() for word in edition.keywords.split(",") if word.strip()),
        slug=edition.slug,
        translators=credit_line(tx, edition, CreditRole.TRANSLATOR),
        reviewers=credit_line(tx, edition, CreditRole.REVIEWER),
        authors=credit_line(tx, edition, CreditRole.AUTHOR),
        photo_credit=edition.photo_credit,
        source_address=edition.source_address,
        digest=digest,
        version=edition.number,
        rows=tuple(_page_rows(tx, edition, rows)),
        site=site_of(tx, edition.language),
        sisters=tuple(sisters_of(tx, article, edition)),
        corrections=tuple(_corrections(tx, edition)),
        approved_by=names.get(approval.person_id, "") if approval else "",
        approved_at=approval.at if approval else None,
        notes=tuple(_notes(tx, edition)),
        signature=signature_of_approval(tx, approval) if approval else None,
    )


def page_to_publish(tx: Transaction, edition: Edition, digest: str = "") -> Page:
    """Return the page with the names and the address it has or will have when it is published.

    Only where another article's files have that name already is it published under another.
    """
    return _addressed(tx, edition, make_page(tx, edition, digest))


def _addressed(tx: Transaction, edition: Edition, page: Page) -> Page:
    name = _page_file(tx, edition)
    return as_named(page, PurePath(name).stem or page_stem(page.headline, page.published, slug=page.slug))


def _blocks(rows: list[EditionRow], language: str) -> list[PageBlock]:
    paragraphs: dict[int, list[EditionRow]] = {}
    for row in rows:
        paragraphs.setdefault(row.paragraph, []).append(row)
    blocks = []
    for paragraph in paragraphs.values():
        text = join_sentences([row.target for row in paragraph], language)
        if text:
            blocks.append(PageBlock(paragraph[0].kind, text))
    return blocks


def _said(rows: list[EditionRow], kind: SegmentKind, photo_id: int | None, language: str) -> str:
    texts = [r.target for r in rows if r.kind is kind and (photo_id is None or r.photo_id == photo_id)]
    return join_sentences(texts, language)


def _photos(tx: Transaction, edition: Edition, rows: list[EditionRow]) -> list[PagePhoto]:
    """Return the pictures with their words; a caption without a picture stands as one without bytes."""
    photos = tx.articles.photos(edition.article_id)
    made = [_photo(tx, edition, rows, photo) for photo in photos]
    loose = [row for row in rows if row.kind is SegmentKind.CAPTION and row.photo_id is None]
    captions = _blocks(loose, edition.language)
    made += [PagePhoto("", "", b"", caption.text, edition.photo_credit, "") for caption in captions]
    return made


def _photo(tx: Transaction, edition: Edition, rows: list[EditionRow], photo: Photo) -> PagePhoto:
    caption = _said(rows, SegmentKind.CAPTION, photo.id, edition.language)
    return PagePhoto(
        name=photo.name,
        media_type=photo.media_type,
        data=tx.articles.photo_data(photo.id),
        caption=caption,
        credit=edition.photo_credit,
        alt=_said(rows, SegmentKind.ALT, photo.id, edition.language) or caption,
    )


def _page_rows(tx: Transaction, edition: Edition, rows: list[EditionRow]) -> list[PageRow]:
    names = tx.people.names()
    apart = tx.contents.wordings(one for row in rows if len(row.segments) > 1 for one in row.segments)
    earlier, gone = tx.contents.earlier_wordings(edition.article_id), tx.contents.retired(edition.article_id)
    comments: dict[int, list[RowComment]] = {}
    for comment in tx.reviews.comments(edition.id):
        if comment.target_id is not None:
            said = RowComment(comment.person, comment.at, comment.text, comment.is_resolved)
            comments.setdefault(comment.target_id, []).append(said)
    return [
        PageRow(
            key=f"t{row.target_id}",
            number=row.number,
            kind=row.kind,
            paragraph=row.paragraph,
            sources=tuple(apart.get(one, row.source) for one in row.segments if one not in gone),
            source=row.source,
            target=row.target,
            state=State.FINAL
            if edition.stage is Stage.PUBLISHED and row.state is State.REVIEWED
            else row.state,
            is_returned=row.is_returned,
            is_omitted=row.is_omitted,
            is_added=row.is_added,
            reason=row.reason,
            origin=str(row.origin or ""),
            confirmed_by=names.get(row.confirmed_by or 0, ""),
            comments=tuple(comments.get(row.target_id, ())),
            previous_source=" ".join(earlier.get(one, "") for one in row.segments if one not in gone).strip(),
            opens_paragraph=row.opens_paragraph,
        )
        for row in rows
    ]


def sisters_of(tx: Transaction, article: Article, edition: Edition) -> list[Sister]:
    """Return the original and every other language that stands published, for the links between them."""
    found = []
    if edition.source_address and article.language != edition.language:
        found.append(Sister(article.language, edition.source_address))
    for other in tx.editions.of_article(article.id):
        name = _page_file(tx, other) if other.id != edition.id else ""
        if name:
            found.append(Sister(other.language, address_in(site_of(tx, other.language), name)))
    return found


def _page_file(tx: Transaction, edition: Edition) -> str:
    """Return the name of the web page under which an edition was last published, "" without one."""
    if edition.stage is Stage.WITHDRAWN:
        return ""
    for publication in reversed(tx.reviews.publications(edition.id)):
        for file in publication.files:
            if file["format"] == "html":
                return str(file["path"])
    return ""


def site_of(tx: Transaction, language: str) -> str:
    """Return where the library says that the pages of a language stand, "" for beside each other."""
    return tx.options.get("site_address").replace("{language}", language)


def _corrections(tx: Transaction, edition: Edition) -> list[Correction]:
    zone = ZoneInfo(tx.options.get("time_zone"))
    found: dict[int, Correction] = {}
    for p in tx.reviews.publications(edition.id):
        if p.number > 1 and p.correction:
            found.setdefault(p.number, Correction(p.at.astimezone(zone).date(), p.correction))
    if edition.number > 1 and edition.number not in found:
        found[edition.number] = Correction(now().astimezone(zone).date(), _correction_now(tx, edition))
    return [found[number] for number in sorted(found)]


def _correction_now(tx: Transaction, edition: Edition) -> str:
    begun = [
        event
        for event, _ in tx.events.of_article(edition.article_id)
        if event.kind == "correction begun"
        and event.edition_id == edition.id
        and event.data.get("version") == edition.number
    ]
    said = str(begun[-1].data.get("reason", "")).strip() if begun else ""
    return said or label(edition.language, "revised")


def correction_text(tx: Transaction, edition: Edition) -> str:
    """Return what the page says was put right in this version, "" for a first version."""
    return _correction_now(tx, edition) if edition.number > 1 else ""


def _notes(tx: Transaction, edition: Edition) -> list[str]:
    approval = tx.reviews.final_approval(edition.id, edition.number)
    if approval is None or not approval.is_self_approval:
        return []
    return [label(edition.language, "own_work")]
