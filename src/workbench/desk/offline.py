"""The draft without any network: exact memory, then mended memory, then a scaffold to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.desk.remembering import match, memory_engine
from workbench.engines.scaffold import scaffold
from workbench.library.library import Library
from workbench.model.draft import Draft, DraftRequest
from workbench.model.passage import Passage
from workbench.text.terms import TermFinder


class OfflineEngine:
    """Drafts every sentence as far as the library can alone.

    A mended match counts as the memory's; a scaffold is marked as such.
    """

    key = "offline"
    label = "Memory, terms and figures"

    def __init__(self, library: Library) -> None:
        self._library = library
        self._memory = memory_engine(library)

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield the best draft for each passage that has anything to go by."""
        exact = set()
        for one in self._memory.draft(passages, request):
            exact.add(one.number)
            yield one
        finder = TermFinder(request.terms)
        is_english = request.target_language.split("-")[0] == "en"
        for passage in passages:
            if passage.number in exact:
                continue
            mended = self._mended(passage, request)
            if mended is not None:
                yield mended
            elif is_english and (text := scaffold(passage.source, request, finder)):
                yield Draft(
                    passage.number, text, self.key, {"scaffold": "terms and figures"}, is_scaffold=True
                )

    def _mended(self, passage: Passage, request: DraftRequest) -> Draft | None:
        found = match(
            self._library,
            passage.source,
            limit=3,
            language=request.target_language,
            source_language=request.source_language,
            names=request.names,
        )
        for one in found:
            if one.repaired is not None:
                detail = {
                    "score": str(one.score),
                    "entry": str(one.translations[0].id),
                    "values": "swapped in",
                }
                return Draft(passage.number, one.repaired.text, "memory", detail)
        return None
