"""Ten thousand damaged memories, term bases and tables of each kind: read or refused, and nothing else (RELIABILITY.md, I3)."""

from __future__ import annotations

import pytest
from tests.reliability import test_fuzzing_texts
from tests.reliability.fuzzed import fuzzed
from tests.reliability.importers import IMPORTERS

KINDS = [kind for kind in IMPORTERS if kind not in test_fuzzing_texts.KINDS]


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_and_changes_nothing(kind):
    fuzzed(kind)


def test_every_reader_of_files_is_fuzzed():
    from workbench.formats.memory_files import READERS

    fuzzed_endings = {importer.ending for importer in IMPORTERS.values()}
    alike = {".txt", ".xliff", ".xlf", ".sdlxliff"}
    assert set(READERS) - alike <= fuzzed_endings
