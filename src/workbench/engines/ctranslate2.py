"""A CTranslate2 model that the user has on this computer: a folder with the model and its SentencePiece files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


class Ctranslate2Engine:
    """Drafts with a model in a folder, without any network."""

    key = "ctranslate2"
    label = say("Model on this computer")

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield drafts a few sentences at a time."""
        folder = model_folder(request.options.get("ctranslate2_folder", ""))
        translator = _package("ctranslate2").Translator(str(folder), device="cpu")
        source, target = _pieces(folder)
        for batch in batches(passages, MOST_TEXTS, 2_000):
            if request.is_cancelled():
                return
            tokens = [[*source.encode(passage.source, out_type=str), "</s>"] for passage in batch]
            results = translator.translate_batch(tokens, beam_size=4, max_decoding_length=512)
            for passage, result in zip(batch, results, strict=True):
                text = str(target.decode(result.hypotheses[0])).strip()
                if text:
                    yield Draft(passage.number, text, self.key, {"model": folder.name})

    def try_out(self, options: Mapping[str, str]) -> str:
        """Return in words that the model can be loaded; raises `EngineError` when it cannot."""
        folder = model_folder(options.get("ctranslate2_folder", ""))
        _package("ctranslate2").Translator(str(folder), device="cpu")
        _pieces(folder)
        return say("The model {folder} can be used.", folder=folder.name)


def model_folder(path: str) -> Path:
    """Return the folder of a model; raises `EngineError` that says what is missing."""
    if not path.strip():
        raise EngineError(
            say("No model is set. Put its folder into the setting ctranslate2_folder."), is_final=True
        )
    folder = Path(path.strip()).expanduser()
    if not (folder / "model.bin").is_file():
        raise EngineError(
            say(
                "{folder} has no model.bin, so it is no CTranslate2 model. Choose the folder the converter made.",
                folder=folder,
            ),
            is_final=True,
        )
    return folder


def _pieces(folder: Path) -> tuple[Any, Any]:
    """Return the processors of the source's and the target's pieces; one file can serve both."""
    source = next((folder / name for name in PIECES if (folder / name).is_file()), None)
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
    target = folder / "target.spm"
    return processor(str(source)), processor(str(target if target.is_file() else source))


def _package(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise EngineError(
            say(
                "The package {name} is not installed. “pip install ctranslate2 sentencepiece” adds what a model on this "
                "computer needs.",
                name=name,
            ),
            is_final=True,
        ) from error


def make_engine() -> Ctranslate2Engine:
    """Return the engine."""
    return Ctranslate2Engine()
