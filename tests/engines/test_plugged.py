"""An engine of another package: found by its entry point, asked like ours, and no harm when it is broken."""

from __future__ import annotations

import sys

import pytest

from workbench.engines.base import Engine
from workbench.engines.registry import engine_for, engine_keys
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.passage import Passage

MODULE = '''
from workbench.model.draft import Draft

class UpperCase:
    """Drafts what it knows, in capitals."""

    key = "uppercase"
    label = "Upper case"

    def draft(self, passages, request):
        for passage in passages:
            yield Draft(passage.number, f"{request.target_language} {passage.number}".upper(), self.key)
'''
ENTRIES = """[workbench.engines]
uppercase = other_office:UpperCase
broken = other_office:Nothing
"""


@pytest.fixture
def plugged(tmp_path, monkeypatch):
    """Install a small package for this test: a module and what pip would write about it."""
    (tmp_path / "other_office.py").write_text(MODULE, "utf-8")
    about = tmp_path / "other_office-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: other-office\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text(ENTRIES, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("other_office", None)


def test_it_stands_in_the_list_and_drafts(plugged):
    assert "uppercase" in engine_keys()
    engine = engine_for("uppercase")
    assert isinstance(engine, Engine)
    drafts = list(engine.draft([Passage("会议召开。", "", 7)], DraftRequest()))
    assert [(draft.number, draft.text, draft.provenance) for draft in drafts] == [(7, "EN 7", "uppercase")]


def test_a_broken_one_is_left_out_and_written_to_the_log(plugged, caplog):
    assert "broken" not in engine_keys()
    assert "plug-in broken of workbench.engines could not be loaded" in caplog.text


def test_without_the_package_its_key_is_unknown():
    with pytest.raises(EngineError, match="There is no engine uppercase"):
        engine_for("uppercase")
