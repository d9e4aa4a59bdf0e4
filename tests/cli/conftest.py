"""Commands run as a person runs them, with their answers read as programs read them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from workbench.cli.main import main

DATA = Path(__file__).parents[1] / "data"


@dataclass
class Shell:
    """A way to run commands on one library."""

    library: Path
    capsys: pytest.CaptureFixture[str]
    status: int = 0
    errors: str = ""

    def run(self, *words: object) -> str:
        """Run a command and return what it printed."""
        self.status = main(["-L", str(self.library), *map(str, words)])
        captured = self.capsys.readouterr()
        self.errors = captured.err
        return captured.out

    def json(self, *words: object) -> Any:
        """Run a command with --json and return its document."""
        return json.loads(self.run(*words, "--json"))

    def lines(self, *words: object) -> list[Any]:
        """Run a command with --json that answers an object a line."""
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a library that does not exist yet."""
    return Shell(tmp_path / "cli.workbench", capsys)


@dataclass
class Prepared:
    """A library made once by commands, of which every test gets a copy."""

    library: Path

    def run(self, *words: object) -> str:
        """Run a command that has to succeed and return what it printed."""
        said = StringIO()
        with redirect_stdout(said):
            assert main(["-L", str(self.library), *map(str, words)]) == 0, words
        return said.getvalue()

    def copy_to(self, place: Path) -> None:
        """Put a copy where a test works."""
        shutil.copy(self.library, place)


@pytest.fixture(scope="session")
def staffed_library(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A library with an editor, a translator and a reviewer."""
    made = Prepared(tmp_path_factory.mktemp("staffed") / "cli.workbench")
    made.run("people", "add", "Editor A")
    made.run("people", "add", "Translator A", "--role", "translator", "--as", "Editor A")
    made.run("people", "add", "Reviewer A", "--role", "reviewer", "--as", "Editor A")
    return made


@pytest.fixture
def staffed(shell: Shell, staffed_library: Prepared) -> Shell:
    """A shell on a library with an editor, a translator and a reviewer."""
    staffed_library.copy_to(shell.library)
    return shell


@pytest.fixture
def data() -> Callable[[str], str]:
    """Where the test data is."""
    return lambda name: str(DATA / name)
