"""The pages of docs/extending do what they say: their code is put into a copy of the program and run there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from tests.docs.markdown import blocks, carry_out

HOME = Path(__file__).parents[2]
PAGES = HOME / "docs" / "extending"
BEFORE = {"setting": ["check"]}
"""Pages that go on from another one."""
FILES = {"check": 3, "format": 3, "engine": 3, "setting": 2, "panel": 4}
"""How many files a page touches; a check with its cases never more than three."""


@pytest.fixture
def tree(tmp_path):
    """A copy of what an example touches; the rest is reached through links."""
    made = tmp_path / "tree"
    ignored = shutil.ignore_patterns("__pycache__", "_resources")
    for name in ("src", "tests/checks", "tests/formats", "tests/engines", "docs"):
        shutil.copytree(HOME / name, made / name, ignore=ignored)
    (made / "tests" / "ui" / "editor").mkdir(parents=True)
    for name in ("resources", "pyproject.toml", "tests/conftest.py", "tests/data", "tests/desk"):
        (made / name).symlink_to(HOME / name)
    return made


def run(tree: Path, script: str) -> str:
    """Run commands in the tree as the page's reader would, and return what they print."""
    programs = tree / "bin"
    programs.mkdir(exist_ok=True)
    for name, words in {"workbench": "-m workbench", "python": ""}.items():
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', "utf-8")
        (programs / name).chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(tree / "src"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    answer = subprocess.run(
        ["sh", "-e"], input=script, cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    assert answer.returncode in {0, 1}, answer.stdout[-3000:] + answer.stderr[-3000:]
    assert "failed" not in answer.stdout, answer.stdout[-3000:]
    return answer.stdout


def follow(page: str, tree: Path) -> str:
    """Do everything a page says and return what its commands print."""
    said = ""
    for block in blocks(PAGES / f"{page}.md"):
        if block.kind == "sh":
            said += run(tree, block.text)
        elif block.kind == "output":
            assert block.text.strip() in said
        else:
            carry_out(block, tree)
    return said


@pytest.mark.skipif(os.name == "nt", reason="the commands of the pages are for a shell")
@pytest.mark.parametrize("page", sorted(FILES))
def test_following_the_page_gives_what_it_promises(page, tree):
    for earlier in BEFORE.get(page, []):
        follow(earlier, tree)
    assert follow(page, tree)
    files = {block.file for block in blocks(PAGES / f"{page}.md") if block.file}
    assert len(files) == FILES[page]
    ours = [str(tree / file) for file in files if file.endswith(".py") and file.startswith("src")]
    ruff = [sys.executable, "-m", "ruff", "--config", str(HOME / "pyproject.toml")]
    for words in (["check", "-q"], ["format", "--check", "-q"]):
        subprocess.run([*ruff, *words, *ours], check=True, cwd=tree)


def test_every_page_is_followed():
    assert {path.stem for path in PAGES.glob("*.md")} == {*FILES, "plug-ins"}
