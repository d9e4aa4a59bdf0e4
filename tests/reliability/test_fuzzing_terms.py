"""Ten thousand damaged term bases and tables of each kind: read or refused, and nothing else (RELIABILITY.md, I3)."""

from __future__ import annotations

import pytest
from tests.reliability import test_fuzzing_articles, test_fuzzing_exchange, test_fuzzing_memories
from tests.reliability.fuzzed import fuzzed
from tests.reliability.importers import IMPORTERS

KINDS = ["tbx", "terms-csv", "terms-xlsx", "names", "exceptions"]


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_and_changes_nothing(kind):
    fuzzed(kind)


def test_every_reader_of_files_is_fuzzed():
    from workbench.formats.memory_files import READERS

    files = (test_fuzzing_articles, test_fuzzing_exchange, test_fuzzing_memories)
    assert {*KINDS, *(kind for file in files for kind in file.KINDS)} == {*IMPORTERS}
    fuzzed_endings = {importer.ending for importer in IMPORTERS.values()}
    alike = {".txt", ".xliff", ".xlf", ".sdlxliff"}
    assert set(READERS) - alike <= fuzzed_endings
