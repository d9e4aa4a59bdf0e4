"""The desk of one open library, as the Library screen asks it; made in the lookup lane."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.desk.noticing import count_new
from workbench.desk.reading import list_articles, list_sections, list_steps, queue_counts
from workbench.desk.readying import Keeping
from workbench.desk.recovering import recover
from workbench.desk.safekeeping import Safekeeping
from workbench.desk.staffing import add_person, list_people, set_person, who_is_signed_in
from workbench.errors import WorkbenchError
from workbench.library.dangers import refuse_danger
from workbench.library.library import Library, open_library
from workbench.library.log_damage import say_left_out
from workbench.library.place import find_place
from workbench.model.changes import Changes
from workbench.model.kinds import Role
from workbench.model.progress import Progress
from workbench.model.rows import ArticleRow, PersonRow
from workbench.resources import resource
from workbench.sentences import Sentence
from workbench.ui.library_desk import PAGE, Importing, Query

if TYPE_CHECKING:
    from workbench.desk.importing import ImportReport


log = logging.getLogger(__name__)


class OpenLibrary:
    """A library and the acts of the Library screen on it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._safe = Safekeeping(library)
        self._index = Keeping(library)

    @property
    def library(self) -> Library:
        """The open library itself, for the other places."""
        return self._library

    @property
    def name(self) -> str:
        """What the status bar calls the library."""
        return self._library.name

    @property
    def place(self) -> str:
        """Where it is, for window settings and tips."""
        return str(self._library.path or self._library.place.url)

    @property
    def is_writable(self) -> bool:
        """Whether anything can be changed."""
        return self._library.is_writable

    def list_articles(self, query: Query, after: ArticleRow | None) -> list[ArticleRow]:
        """Return the next articles behind `after`, newest change first."""
        return list_articles(
            self._library,
            stages=query.stages,
            text=query.text,
            person=query.person,
            section=query.section,
            language=query.language,
            limit=PAGE,
            waits_for=query.waits_for,
            queue=query.queue,
            person_id=query.person_id,
            step=query.step,
            after=(after.updated_at, after.article_id) if after else None,
        )

    def queue_counts(self, person_id: int | None, language: str = "en") -> Mapping[str, int]:
        """Return the counts the sidebar shows."""
        counts = queue_counts(self._library, person_id=person_id, language=language)
        if person_id is not None:
            counts["notices"] = count_new(self._library, person_id)
        return counts

    def review_steps(self) -> Sequence[tuple[str, Role | None]]:
        """Return the steps of a review with the role each takes besides; none while there is only one step."""
        return list_steps(self._library)

    def sections(self) -> list[str]:
        """Return the section paths in use."""
        return list_sections(self._library)

    def people(self) -> list[PersonRow]:
        """Return everybody."""
        return list_people(self._library)

    def signed_in(self) -> int | None:
        """Return the person a server takes us for; None for a library in a file."""
        signed = who_is_signed_in(self._library)
        return None if signed is None else signed.person_id

    def add_person(
        self, name: str, roles: Iterable[Role], *, name_zh: str = "", by: int | None = None
    ) -> PersonRow:
        """Add somebody; the first person gets all roles."""
        return add_person(self._library, name, roles, name_zh=name_zh, by=by)

    def set_person(
        self, by: int, name: str, *, roles: Iterable[Role], name_zh: str, is_active: bool
    ) -> PersonRow:
        """Change what somebody may do."""
        return set_person(self._library, by, name, roles=roles, name_zh=name_zh, is_active=is_active)

    def import_paths(
        self,
        paths: Iterable[str],
        *,
        section: str = "",
        by: int | None = None,
        force: bool = False,
        split: bool = False,
    ) -> Importing:
        """Import files, folders and addresses; the formats are loaded when they are first needed."""
        from workbench.desk.importing import ImportReport, import_all

        report = ImportReport()
        yield from import_all(
            self._library, list(paths), report, section=section, by=by, force=force, split=split
        )
        return report

    def import_text(
        self, text: str, *, by: int | None = None, force: bool = False, split: bool = False
    ) -> Importing:
        """Import pasted text."""
        from workbench.desk.importing import ImportReport, import_pasted

        report = ImportReport()
        yield Progress(0, 1, "")
        import_pasted(self._library, text, report, by=by, force=force, split=split)
        return report

    def undo_merges(self, by: int, report: ImportReport) -> Iterator[Progress]:
        """Put back the earlier versions of what an import brought up to date."""
        from workbench.desk.merging import undo_merge

        for done, (article, merge) in enumerate(reversed(report.merged)):
            yield Progress(done, len(report.merged), article.headline)
            undo_merge(self._library, by, merge.undo)

    def import_sample(self, *, by: int | None = None) -> Importing:
        """Import the sample article."""
        return (yield from self.import_paths([str(sample_path())], by=by))

    def listen(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call back in the writing thread after every change."""
        return self._library.listen(callback)

    def follow(
        self, trouble: Callable[[WorkbenchError], None], reached: Callable[[bool], None]
    ) -> Iterator[None]:
        """Tell the listeners what other programs change, and keep index and copies up to date, until cancelled.

        `trouble` is told of a copy that could not be made, `reached` that a server is lost or there again.
        """
        from workbench.library.news import follow

        was_reached = True
        for is_reached in follow(self._library):
            if is_reached is not was_reached:
                was_reached = is_reached
                reached(is_reached)
            if is_reached:
                self._keep_index()
                self._keep_copy(trouble)
            yield

    def _keep_index(self) -> None:
        """Bring the index up to date; searches look through what is not in it one by one, so nobody needs to know."""
        try:
            self._index.step()
        except WorkbenchError as error:
            log.info("the index of articles waits: %s", error)

    def _keep_copy(self, trouble: Callable[[WorkbenchError], None]) -> None:
        try:
            self._safe.keep_if_due()
        except WorkbenchError as error:
            trouble(error)

    def left_out(self) -> Sentence | None:
        """Say what could not be read of the log when the library was opened."""
        count, path = self._library.left_out, self._library.path
        return say_left_out(path, count) if count and path is not None else None

    def time_zone(self) -> str:
        """Return the name of the library's time zone."""
        with self._library.reading() as tx:
            return tx.options.get("time_zone")

    def close(self) -> None:
        """Close the library, with a copy of it when something was changed."""
        try:
            self._safe.keep_at_close()
        finally:
            self._library.close()


def sample_path() -> Path:
    """Return where the Chinese sample article lies."""
    return resource("sample/sample_zh.txt")


def open_access(place: str | None, accepted: Iterable[str] = ()) -> OpenLibrary:
    """Open a library at a path or URL (None: the person's own); everything heavy is imported here.

    What a killed program left in its journal is brought back first. Raises `DangerousPlaceError` before anything
    is written where a library is in danger, unless its path is `accepted`.
    """
    path = find_place(place).path
    if path is not None and str(path) not in accepted:
        refuse_danger(path)
    library = open_library(place)
    recover(library)
    return OpenLibrary(library)
