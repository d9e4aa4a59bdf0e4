"""Commands run as a person runs them, with their answers read as programs read them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
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


@pytest.fixture
def staffed(shell: Shell) -> Shell:
    """A shell on a library with an editor, a translator and a reviewer."""
    shell.run("people", "add", "Editor A")
    shell.run("people", "add", "Translator A", "--role", "translator", "--as", "Editor A")
    shell.run("people", "add", "Reviewer A", "--role", "reviewer", "--as", "Editor A")
    return shell


@pytest.fixture
def data() -> Callable[[str], str]:
    """Where the test data is."""
    return lambda name: str(DATA / name)
