"""Finding and replacing, with the library and the person already in them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.desk import editing, finding, publishing, staffing, versions
from workbench.desk.comparing import Base
from workbench.desk.finding import Change, Found, Replacing, Search
from workbench.desk.steps import Edit
from workbench.desk.versions import Compared
from workbench.errors import Problem
from workbench.model.page import Page
from workbench.ui.editor.bound_arranging import BoundArranging


class BoundFinding(BoundArranging):
    """Search, replace, and several texts at once."""

    def save_texts(self, texts: Sequence[tuple[int, str, int]]) -> Edit:
        """Save the texts of several rows in one go."""
        return editing.save_texts(self._library, self._by, texts, asked_by=self._asked_by)

    def find(self, search: Search) -> finding.Finding:
        """Look for words in the article or the library."""
        return finding.find(self._library, search)

    def find_now(self, search: Search) -> list[Found]:
        """Look for words to the end."""
        return finding.find_now(self._library, search)

    def replace(self, changes: Sequence[Change], problems: list[Problem]) -> Replacing:
        """Make changes that were looked at."""
        return finding.replace(self._library, self._by, changes, problems, asked_by=self._asked_by)

    def read_page(self, edition_id: int) -> Page:
        """Return the finished page as it stands."""
        return publishing.read_page(self._library, edition_id)

    def list_versions(self, edition_id: int) -> Sequence[Base]:
        """Return the versions of the article that can be compared."""
        return versions.list_versions(self._library, edition_id)

    def compare_versions(self, edition_id: int, older: str, newer: str) -> Sequence[Compared]:
        """Return the rows of two versions."""
        return versions.compare_versions(self._library, edition_id, older, newer)

    def people(self) -> list[str]:
        """Return the names of everybody."""
        return [person.name for person in staffing.list_people(self._library)]
