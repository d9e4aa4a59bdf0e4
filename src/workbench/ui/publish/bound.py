"""What the Publish place asks of the desk, with the library and the person already bound."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from workbench.desk.attesting import Deed, attest, try_link
from workbench.desk.captioning import Place, Words, read_words, say_words
from workbench.desk.checking import ToldApart, accept, looking_through, told_apart
from workbench.desk.content import current_digest
from workbench.desk.finding_editions import find_edition
from workbench.desk.gate import Point, is_looked_through_at_once, whole_checklist
from workbench.desk.paging import beginning_of_page, is_shown_whole, page_to_publish
from workbench.desk.publishing import PublishReport, publish, read_page, set_details
from workbench.desk.reading import details_of, list_sections
from workbench.desk.templating import list_templates, web_page
from workbench.desk.withdrawing import take_down
from workbench.formats.html_out import HtmlFormat
from workbench.formats.registry import format_for
from workbench.library.library import Library
from workbench.model.kinds import Role, Stage
from workbench.model.page import Page
from workbench.model.progress import Progress
from workbench.model.rows import Details


@dataclass(frozen=True, slots=True)
class PublishView:
    """Everything the place shows, read in one go; of a long page its beginning."""

    key: str
    language: str
    stage: Stage
    page: Page
    details: Details
    points: tuple[Point, ...]
    sections: tuple[str, ...]
    templates: tuple[str, ...]
    template: str
    zone: ZoneInfo
    may_publish: bool
    may_edit: bool
    edition_id: int = 0
    rows: int = 0
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What the checks say of a long edition, and the digest of the text that they went through."""

    digest: str
    found: ToldApart


class PublishDesk:
    """The acts and questions of the Publish place; every act raises `WorkbenchError` with a sentence."""

    def __init__(self, library: Library, person_id: int) -> None:
        self._library, self._by = library, person_id
        self.asked_by = f"publish-{id(self)}"

    def read(self, key: str, language: str, looked: LookedThrough | None = None) -> PublishView:
        """Read the edition with its checklist and its page as they stand; `looked` is what is known of a long one."""
        sections = tuple(list_sections(self._library, language))
        templates = tuple(list_templates(self._library))
        with self._library.reading() as tx:
            article, edition = find_edition(tx, key, language)
            roles = tx.people.roles(self._by)
            digest = current_digest(tx, edition)
            if is_looked_through_at_once(edition):
                found: ToldApart | None = told_apart(tx, edition)
            else:
                found = looked.found if looked is not None and looked.digest == digest else None
            is_whole = is_shown_whole(edition)
            return PublishView(
                key=article.key,
                language=language,
                stage=edition.stage,
                page=(page_to_publish if is_whole else beginning_of_page)(tx, edition, digest),
                details=details_of(tx, edition),
                points=tuple(whole_checklist(tx, edition, found, digest)),
                sections=sections,
                templates=templates,
                template=tx.options.get("page_template"),
                zone=ZoneInfo(tx.options.get("time_zone")),
                may_publish=Role.EDITOR in roles,
                may_edit=Role.EDITOR in roles
                or (edition.stage is Stage.IN_REVIEW and Role.REVIEWER in roles),
                edition_id=edition.id,
                rows=edition.total,
                is_whole=is_whole,
            )

    def look_through(self, edition_id: int, digest: str) -> Generator[Progress, None, LookedThrough]:
        """Let the checks go through a long edition."""
        return LookedThrough(digest, (yield from looking_through(self._library, edition_id)))

    def whole_page(self, edition_id: int) -> Page:
        """Return the page with all of its text."""
        return read_page(self._library, edition_id)

    def set_details(self, key: str, language: str, values: Mapping[str, str]) -> None:
        """Change page details."""
        set_details(self._library, self._by, key, dict(values), language, asked_by=self.asked_by)

    def accept(self, key: str, language: str, what: str, reason: str) -> None:
        """Accept a gap with a reason."""
        accept(self._library, self._by, key, what, reason, language, asked_by=self.asked_by)

    def read_words(self, key: str, language: str) -> tuple[tuple[Words, ...], int]:
        """Return the words of the page that are text of the article, and how long a headline may be (0: any length)."""
        with self._library.reading() as tx:
            longest = tx.options.get("headline_words")
            words = read_words(tx, find_edition(tx, key, language)[1])
        return words, int(longest) if longest.isdigit() else 0

    def say_words(self, key: str, language: str, words: Mapping[Place, str]) -> None:
        """Write words into the article and confirm them."""
        say_words(self._library, self._by, key, words, language, asked_by=self.asked_by)

    def try_link(self, key: str, language: str) -> Iterator[Progress]:
        """Open the address of the source and note whether the article is there."""
        return try_link(self._library, self._by, key, language, asked_by=self.asked_by)

    def attest_preview(self, key: str, language: str) -> None:
        """Note that the preview was read."""
        attest(self._library, self._by, key, Deed.PREVIEW, language, asked_by=self.asked_by)

    def publish(
        self,
        key: str,
        language: str,
        folder: Path,
        formats: Sequence[str],
        report: PublishReport,
        template: str = "",
    ) -> Iterator[Progress]:
        """Write the files; what is refused stands in the report with every reason."""
        return publish(self._library, self._by, [key], folder, formats, report, language, template=template)

    def take_down(self, key: str, language: str, folder: Path) -> list[Path]:
        """Put a notice in the place of a withdrawn page."""
        return take_down(self._library, self._by, key, folder, language)

    def rich_text(self, page: Page) -> tuple[str, str]:
        """Return a page for the clipboard: as HTML with its pictures inside, and as plain text."""
        return HtmlFormat("plain.html").preview(page), format_for("txt").write(page).decode()

    def in_browser(self, page: Page, template: str) -> bytes:
        """Return the very page that is exported, as one file with its pictures inside."""
        return web_page(self._library, template).preview(page).encode()
