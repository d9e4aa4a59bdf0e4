"""A model on this computer: what is missing is said in one sentence."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from workbench.engines.registry import engine_for, engine_keys
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.passage import Passage

PASSAGES = (Passage("会议召开。", "", 1), Passage("会议结束。", "", 2))


def drafted(folder):
    request = DraftRequest(options={"ctranslate2_folder": str(folder)})
    return list(engine_for("ctranslate2").draft(PASSAGES, request))


def test_the_folder_and_its_parts_are_asked_for_one_by_one(tmp_path, monkeypatch):
    with pytest.raises(EngineError, match="ctranslate2_folder"):
        drafted("")
    with pytest.raises(EngineError, match=r"model\.bin"):
        drafted(tmp_path)
    (tmp_path / "model.bin").touch()
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(EngineError, match="package ctranslate2 is not installed"):
        drafted(tmp_path)
    monkeypatch.setitem(sys.modules, "ctranslate2", SimpleNamespace(Translator=lambda *_, **__: None))
    with pytest.raises(EngineError, match="SentencePiece"):
        drafted(tmp_path)


def test_a_model_drafts_sentence_by_sentence(tmp_path, monkeypatch):
    class Translator:
        def __init__(self, folder, device):
            assert (folder, device) == (str(tmp_path), "cpu")

        def translate_batch(self, tokens, **_):
            return [SimpleNamespace(hypotheses=[["en", *line[:-1]]]) for line in tokens]

    class Pieces:
        def __init__(self, path):
            self.path = path

        def encode(self, text, out_type):
            return list(text)

        def decode(self, pieces):
            return "/".join(pieces)

    for name in ("model.bin", "source.spm", "target.spm"):
        (tmp_path / name).touch()
    monkeypatch.setitem(sys.modules, "ctranslate2", SimpleNamespace(Translator=Translator))
    monkeypatch.setitem(sys.modules, "sentencepiece", SimpleNamespace(SentencePieceProcessor=Pieces))
    assert [draft.text for draft in drafted(tmp_path)] == ["en/会/议/召/开/。", "en/会/议/结/束/。"]


def test_every_engine_of_the_list_can_be_made():
    for key in engine_keys():
        if key not in {"memory", "offline"}:
            assert engine_for(key).key == key
    with pytest.raises(EngineError, match="offline"):
        engine_for("oracle")
