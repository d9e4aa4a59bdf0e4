"""What all tests share: a calm environment, and the rule about outside programs."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).resolve().parents[1] / "resources" / "fonts"))
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

ELSEWHERE = {
    "initdb": "/usr/lib/postgresql/*/bin/initdb",
    "postgres": "/usr/lib/postgresql/*/bin/postgres",
    "pg_ctl": "/usr/lib/postgresql/*/bin/pg_ctl",
}


def find_program(name: str) -> str | None:
    """Return the path of an outside program, also where Debian keeps it off the path."""
    found = shutil.which(name)
    if found or name not in ELSEWHERE:
        return found
    pattern = ELSEWHERE[name]
    places = sorted(Path("/").glob(pattern.lstrip("/")))
    return str(places[-1]) if places else None


def require_programs(*names: str) -> list[str]:
    """Return the paths of outside programs; skip loudly where one is missing, fail there under CI."""
    paths = {name: find_program(name) for name in names}
    missing = [name for name, path in paths.items() if path is None]
    if missing:
        sentence = f"NOT TESTED: needs {', '.join(missing)}, which is not installed here"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return [path for path in paths.values() if path]


@pytest.fixture
def outside():
    """Give a test the way to ask for outside programs: `soffice, = outside("soffice")`."""
    return require_programs


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Apply the marker: `@pytest.mark.outside("soffice", "pdftotext")`."""
    for mark in item.iter_markers("outside"):
        require_programs(*mark.args)


MANY_OBJECTS = 100_000
"""Looked through between tests, where the window's own search is in place and no loop of Qt lets it work."""


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Look for garbage on the main thread, when a window in this process has taken that upon itself."""
    if not gc.isenabled() and gc.get_count()[0] > MANY_OBJECTS:
        gc.collect()


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """Keep every test away from the person's own library, settings and window state."""
    home = tmp_path / "home"
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"]:
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("WORKBENCH_LIBRARY", raising=False)
