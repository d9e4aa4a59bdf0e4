"""What an editor did besides deciding on the text: tried the source link, filed the report, read the preview.

Each is an event that names what it held for (an address, or the digest of a content), so it lapses by itself
when that changes. None of it is done by the program on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from workbench.desk.content import current_digest
from workbench.desk.finding_editions import find_edition
from workbench.desk.rights import Act, require
from workbench.errors import FormatError, WorkbenchError
from workbench.formats.reading import read_bytes
from workbench.formats.web import fetch_page
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.progress import Progress
from workbench.sentences import Sentence, say


class Deed(StrEnum):
    """What was done; the word is the kind of its event."""

    LINK = "source link tried"
    REPORT = "facts report filed"
    PREVIEW = "preview read"


@dataclass(frozen=True, slots=True)
class Attested:
    """Who did something when, for what still stands; `fault` says what was wrong then ("" nothing)."""

    person: str
    at: datetime
    fault: str = ""

    def said(self, zone: ZoneInfo) -> Sentence:
        """Return who and when, in the library's time zone."""
        at = f"{self.at.astimezone(zone):%Y-%m-%d %H:%M}"
        if self.fault:
            return say("{fault} ({person}, {at})", fault=self.fault, person=self.person, at=at)
        return say("{person}, {at}", person=self.person, at=at)


def attested(tx: Transaction, edition: Edition, deed: Deed, digest: str = "") -> Attested | None:
    """Return when something was last done for what stands now, or None when it was not."""
    about = _about(tx, edition, deed, digest)
    for event, person in reversed(tx.events.of_article(edition.article_id)):
        if event.kind == deed and event.edition_id == edition.id and event.data.get("about") == about:
            return Attested(person, event.at, str(event.data.get("fault", "")))
    return None


def attest(
    library: Library,
    by: int,
    key: str,
    deed: Deed,
    language: str = "en",
    *,
    fault: str = "",
    asked_by: str = "",
) -> None:
    """Note that somebody did this for the edition as it stands; takes whoever may change page details."""
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.DETAIL, edition, by)
        tx.editions.touch(edition)
        tx.events.add(
            deed,
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            about=_about(tx, edition, deed),
            fault=fault,
        )


def try_link(
    library: Library, by: int, key: str, language: str = "en", *, asked_by: str = ""
) -> Iterator[Progress]:
    """Open the address of the source once and note whether the article is there.

    Only the address is asked for: no text of the library leaves.
    """
    with library.reading() as tx:
        article, edition = find_edition(tx, key, language)
        require(tx, Act.DETAIL, edition, by)
        address, headline = edition.source_address, article.headline
        allow_private = tx.options.is_on("allow_private_addresses")
    if not address:
        raise WorkbenchError(say("There is no address of the source yet. Fill it in first."))
    yield Progress(0, 1, address)
    fault = _fault_of(address, headline, allow_private=allow_private)
    attest(library, by, key, Deed.LINK, language, fault=fault, asked_by=asked_by)
    yield Progress(1, 1, address)


def _fault_of(address: str, headline: str, *, allow_private: bool) -> str:
    try:
        page = fetch_page(address, allow_private=allow_private)
        found = read_bytes(page.data, page.address, page.media_type, page.charset).headline
    except FormatError as error:
        return error.sentence
    if _folded(headline) in _folded(found) or (found and _folded(found) in _folded(headline)):
        return ""
    return say(
        "{address} opens, and its headline is another: “{found}”.", address=address, found=found[:80] or "—"
    )


def _folded(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold()


def _about(tx: Transaction, edition: Edition, deed: Deed, digest: str = "") -> str:
    return edition.source_address if deed is Deed.LINK else digest or current_digest(tx, edition)
