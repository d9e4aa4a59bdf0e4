"""Spelling as the Editor asks it: better words, and words to be known from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk import spelling
from workbench.sentences import say
from workbench.text.spelling import can_spell, more_suggestions
from workbench.ui.editor.bound_arranging import BoundArranging

if TYPE_CHECKING:
    from workbench.model.passage import CheckContext
    from workbench.model.rows import OpenEdition


class BoundSpelling(BoundArranging):
    """Words of the article that is open, and of the library."""

    if TYPE_CHECKING:

        def _open(self) -> OpenEdition: ...

        def _read_context(self, edition_id: int) -> CheckContext: ...

    def why_not_spelt(self) -> str:
        """Return why spelling is not judged in this article, "" where it is."""
        if not self._open().language.startswith("en"):
            return say("Spelling is checked in English only.")
        if not can_spell():
            return say("Spelling is not checked: no dictionary is installed. Install chunspell or spylls.")
        return ""

    def spelling_suggestions(self, word: str) -> list[str]:
        """Return what may have been meant, likelier words first; may take tens of milliseconds."""
        style = self._read_context(self._open().edition_id).style
        return more_suggestions(word, style.get("spelling", "us"))

    def add_word(self, word: str, *, of_article: bool) -> None:
        """Let spelling know a word, in this article or in the whole library."""
        edition = self._open()
        key = edition.key if of_article else ""
        spelling.add_word(self._library, self._by, word, key, edition.language, asked_by=self._asked_by)
