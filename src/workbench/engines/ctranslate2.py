"""A CTranslate2 model that the user has on this computer: a folder with the model and its SentencePiece files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from workbench.engines.batching import batches
from workbench.errors import EngineError
from workbench.model.draft import Draft, DraftRequest
from workbench.model.passage import Passage
from workbench.sentences import say

MOST_TEXTS = 8
PIECES = ("source.spm", "sentencepiece.model", "spm.model")
"""Names under which converters leave the pieces of the source."""
END = "</s>"


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model: the translator, the pieces of both languages, and what ends a source."""

    translator: Any
    source: Any
    target: Any
    end: tuple[str, ...]

    def translated(self, texts: Sequence[str]) -> list[str]:
        """Return a translation for each text."""
        tokens = [[*self.source.encode(text, out_type=str), *self.end] for text in texts]
        results = self.translator.translate_batch(tokens, beam_size=4, max_decoding_length=512)
        return [str(self.target.decode(result.hypotheses[0])).strip() for result in results]


class Ctranslate2Engine:
    """Drafts with a model in a folder, without any network."""

    key = "ctranslate2"
    label = "Model on this computer"
    is_slow = True

    def is_ready(self, options: Mapping[str, str]) -> bool:
        """Tell whether a model has been chosen."""
        return bool(options.get("ctranslate2_folder", "").strip())

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield drafts a few sentences at a time."""
        folder = model_folder(request.options.get("ctranslate2_folder", ""))
        if request.target_language.split("-")[0] != "en":
            raise EngineError(
                say("The model on this computer writes English. Take another engine for this language."),
                is_final=True,
            )
        model = _model(folder)
        for batch in batches(passages, MOST_TEXTS, 2_000):
            if request.is_cancelled():
                return
            for passage, text in zip(batch, _answers(model, batch, folder), strict=True):
                if text:
                    yield Draft(passage.number, text, self.key, {"model": _name(folder)})

    def try_out(self, options: Mapping[str, str]) -> str:
        """Return in words that the model can be used; raises `EngineError` when it cannot."""
        folder = model_folder(options.get("ctranslate2_folder", ""))
        _answers(_model(folder), [Passage("会议召开。", "", 1)], folder)
        return say("The model {name} can be used.", name=_name(folder))


def model_folder(path: str) -> Path:
    """Return the folder of a model; raises `EngineError` that says what is missing.

    A package whose model lies in a folder `model`, its pieces beside that, is taken as well.
    """
    if not path.strip():
        raise EngineError(
            say("No model is set. Put its folder into the setting ctranslate2_folder."), is_final=True
        )
    folder = Path(path.strip()).expanduser()
    found = next((one for one in (folder, folder / "model") if (one / "model.bin").is_file()), None)
    if found is None:
        raise EngineError(
            say(
                "{folder} has no model.bin, so it is no CTranslate2 model. Choose the folder the converter made.",
                folder=folder,
            ),
            is_final=True,
        )
    return found


def _name(folder: Path) -> str:
    return folder.parent.name if folder.name == "model" else folder.name


def _model(folder: Path) -> Model:
    stamp = (folder / "model.bin").stat().st_mtime_ns
    return _loaded(folder, stamp)


@lru_cache(maxsize=1)
def _loaded(folder: Path, _stamp: int) -> Model:
    """Load a model once: a real one takes seconds and hundreds of megabytes."""
    package = _package("ctranslate2")
    source, target = _pieces(folder)
    try:
        translator = package.Translator(str(folder), device="cpu")
    except (RuntimeError, ValueError) as error:
        raise EngineError(
            say(
                "The model in {folder} cannot be loaded ({reason}). Convert it again with a version that fits the "
                "installed ctranslate2.",
                folder=folder,
                reason=str(error)[:200],
            ),
            is_final=True,
        ) from error
    return Model(translator, source, target, () if _adds_the_end(folder) else (END,))


def _adds_the_end(folder: Path) -> bool:
    """Tell whether the model itself ends each source, as those of some converters do."""
    try:
        told = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and bool(told.get("add_source_eos"))


def _answers(model: Model, batch: Sequence[Passage], folder: Path) -> list[str]:
    try:
        return model.translated([passage.source for passage in batch])
    except (RuntimeError, ValueError) as error:
        raise EngineError(
            say(
                "The model {name} broke off ({reason}). What was drafted is kept.",
                name=_name(folder),
                reason=str(error)[:200],
            )
        ) from error


def _pieces(folder: Path) -> tuple[Any, Any]:
    """Return the processors of the source's and the target's pieces; one file can serve both."""
    places = (folder, folder.parent) if folder.name == "model" else (folder,)
    source = _first(places, PIECES)
    if source is None:
        raise EngineError(
            say(
                "{folder} has no SentencePiece file ({names}). Copy the one of the original model into it.",
                folder=folder,
                names=", ".join(PIECES),
            ),
            is_final=True,
        )
    processor = _package("sentencepiece").SentencePieceProcessor
    target = _first(places, ("target.spm",)) or source
    try:
        return processor(model_file=str(source)), processor(model_file=str(target))
    except (RuntimeError, OSError) as error:
        raise EngineError(
            say(
                "{name} in {folder} is no SentencePiece file. Copy the one of the original model into it.",
                name=source.name,
                folder=folder,
            ),
            is_final=True,
        ) from error


def _first(places: Sequence[Path], names: Sequence[str]) -> Path | None:
    return next((place / name for place in places for name in names if (place / name).is_file()), None)


def _package(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise EngineError(
            say(
                "The package {name} is not installed. “pip install ctranslate2 sentencepiece” adds what a model on "
                "this computer needs.",
                name=name,
            ),
            is_final=True,
        ) from error


def make_engine() -> Ctranslate2Engine:
    """Return the engine."""
    return Ctranslate2Engine()
