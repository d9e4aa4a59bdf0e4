"""A package of somebody else's brings a check, a format and an engine, and the program finds them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parents[1] / "data" / "plugin"
ASK = """
import json
from workbench.checks.registry import row_checks
from workbench.engines.registry import engine_for, engine_keys
from workbench.formats.registry import format_for, format_keys
from workbench.model.draft import DraftRequest
from workbench.model.passage import CheckContext, Passage
check = row_checks()[-1]
found = [str(each.message) for each in check.check(Passage("利用", "We leverage it."), CheckContext())]
drafts = [each.text for each in engine_for("office").draft([Passage("（完）", "")], DraftRequest())]
print(json.dumps([check.key, found, drafts, format_for("telex").suffix, format_keys()[-1], engine_keys()[-1]]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The plug-in built and installed as any package is, without a network."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(PLUGIN, folder / "source")
    target = folder / "installed"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(target), str(folder / "source")], check=True, capture_output=True)
    return target


def ask(installed: Path, code: str) -> tuple[str, str]:
    """Run code in a program that has the plug-in installed beside it."""
    path = os.pathsep.join([str(installed), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path}
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return answer.stdout, answer.stderr


def test_its_check_format_and_engine_are_found_and_work(installed):
    said, _ = ask(installed, ASK)
    assert json.loads(said) == [
        "office-leverage",
        ["The office writes “use” for “leverage”."],
        ["(End)"],
        ".telex",
        "telex",
        "office",
    ]


def test_one_that_cannot_be_loaded_is_logged_and_left_out(installed):
    code = "import logging; logging.basicConfig(); from workbench.engines.registry import engine_keys; engine_keys()"
    _, log = ask(installed, code)
    assert "plug-in broken of workbench.engines could not be loaded" in log


def test_the_page_names_every_group():
    page = (Path(__file__).parents[2] / "docs" / "extending" / "plug-ins.md").read_text("utf-8")
    for group in ("workbench.checks", "workbench.formats", "workbench.engines"):
        assert f"`{group}`" in page
