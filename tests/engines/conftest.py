"""Servers on loopback for the tests of engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.engines.deepl_server import DeeplServer


@pytest.fixture
def deepl_server() -> Iterator[DeeplServer]:
    """A server that answers as DeepL does."""
    server = DeeplServer()
    yield server
    server.close()
