"""A model on this computer, made and run by the real libraries; what is missing is said in one sentence."""

from __future__ import annotations

import json
import shutil
import sys

import pytest
from tests.engines.tiny_model import CHINESE, make_model

from workbench.engines.ctranslate2 import Ctranslate2Engine
from workbench.engines.registry import engine_for, engine_keys
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.passage import Passage

PASSAGES = tuple(Passage(source, "", number) for number, source in enumerate(CHINESE, 1))


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


def drafted(folder, passages=PASSAGES, **more):
    request = DraftRequest(options={"ctranslate2_folder": str(folder)}, **more)
    return list(Ctranslate2Engine().draft(passages, request))


def test_a_real_model_drafts_every_sentence_with_its_own_text(model):
    drafts = drafted(model)
    assert [draft.number for draft in drafts] == [1, 2, 3, 4]
    assert len({draft.text for draft in drafts}) > 1
    assert all(draft.detail == {"model": "tiny"} for draft in drafts)
    assert all("\u2581" not in draft.text and "</s>" not in draft.text for draft in drafts)
    assert [draft.text for draft in drafted(model)] == [draft.text for draft in drafts]


def test_many_sentences_are_answered_in_their_order(model):
    passages = [Passage(CHINESE[number % 4], "", number, number) for number in range(1, 31)]
    texts = {draft.number: draft.text for draft in drafted(model, passages)}
    assert list(texts) == list(range(1, 31))
    assert all(texts[number] == texts[number + 4] for number in range(1, 27))


def test_the_end_of_a_source_is_marked_once(model, tmp_path):
    """Models of some converters add it themselves; marking it twice spoils every sentence."""
    told = json.loads((model / "config.json").read_text("utf-8"))
    other = shutil.copytree(model, tmp_path / "other")
    (other / "config.json").write_text(json.dumps({**told, "add_source_eos": True}), "utf-8")
    assert [one.text for one in drafted(other)] == [one.text for one in drafted(model)]


def test_a_package_with_its_model_in_a_folder_of_that_name_is_taken(model, tmp_path):
    package = tmp_path / "zh_en"
    shutil.copytree(model, package / "model")
    for name in ("source.spm", "target.spm"):
        shutil.move(package / "model" / name, package / name)
    assert [one.text for one in drafted(package)] == [one.text for one in drafted(model)]
    assert drafted(package)[0].detail == {"model": "zh_en"}


def test_the_button_tries_the_model_for_real(model):
    assert Ctranslate2Engine().try_out({"ctranslate2_folder": str(model)}) == "The model tiny can be used."


def test_a_cancel_stops_between_sentences(model):
    assert drafted(model, is_cancelled=lambda: True) == []


def test_it_writes_english_alone(model):
    with pytest.raises(EngineError, match="writes English"):
        drafted(model, target_language="fr")


def test_the_folder_and_its_parts_are_asked_for_one_by_one(model, tmp_path, monkeypatch):
    with pytest.raises(EngineError, match="ctranslate2_folder"):
        drafted("")
    with pytest.raises(EngineError, match=r"model\.bin"):
        drafted(tmp_path)
    (tmp_path / "model.bin").write_bytes(b"not a model")
    with pytest.raises(EngineError, match="has no SentencePiece"):
        drafted(tmp_path)
    (tmp_path / "source.spm").write_bytes(b"no pieces")
    with pytest.raises(EngineError, match="is no SentencePiece"):
        drafted(tmp_path)
    shutil.copy(model / "source.spm", tmp_path / "source.spm")
    with pytest.raises(EngineError, match="cannot be loaded"):
        drafted(tmp_path)
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(EngineError, match="package ctranslate2 is not installed"):
        drafted(tmp_path)


def test_every_engine_of_the_list_can_be_made():
    for key in engine_keys():
        if key not in {"memory", "offline"}:
            assert engine_for(key).key == key
    with pytest.raises(EngineError, match="offline"):
        engine_for("oracle")
