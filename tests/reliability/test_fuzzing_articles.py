"""Ten thousand damaged articles of each kind: read or refused, and nothing else (RELIABILITY.md, I3)."""

from __future__ import annotations

import pytest
from tests.reliability.fuzzed import fuzzed

KINDS = ["text", "markdown", "html", "docx", "paste"]


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_and_changes_nothing(kind):
    fuzzed(kind)
