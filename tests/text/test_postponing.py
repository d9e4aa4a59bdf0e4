"""Modules a library imports but this program does not use are loaded only when asked for anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.text.postponing import postpone


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "loads_late.py").write_text("word = 'here'\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "loads_late", raising=False)
    return "loads_late"


def test_a_postponed_module_is_loaded_when_something_of_it_is_asked_for(said: str) -> None:
    postpone(said)
    stands_in = __import__(said)
    assert "word" not in vars(stands_in)
    assert stands_in.word == "here"
    assert vars(sys.modules[said])["word"] == "here"
    assert stands_in.word == "here"


def test_a_module_that_is_there_stays(said: str) -> None:
    module = __import__(said)
    postpone(said)
    assert sys.modules[said] is module


def test_a_postponed_module_that_is_not_there_is_missed_as_usual() -> None:
    postpone("no_such_module_anywhere")
    with pytest.raises(ModuleNotFoundError, match="no_such_module_anywhere"):
        _ = __import__("no_such_module_anywhere").word


def test_sentences_are_cut_without_what_checks_rules_against_a_schema() -> None:
    program = (
        "import sys; from workbench.text.segmenting import split_sentences; split_sentences('他来了。', 'zh');"
        "print('xmlschema.validators' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
