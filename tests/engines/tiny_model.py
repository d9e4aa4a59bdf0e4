"""A translation model of a few kilobytes with weights drawn by lot, made by the real libraries.

Its English is nonsense; its files are those that a converter leaves, and the engine runs through them as
through any other.
"""

from __future__ import annotations

import io
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

CHINESE = ("会议召开。", "会议结束。", "湖南省长沙市召开会议。", "经济增长12.6%。")
ENGLISH = (
    "The meeting opened.",
    "The meeting closed.",
    "Changsha held a meeting.",
    "Growth was 12.6 percent.",
)
WIDTH = 8


def make_model(folder: Path) -> Path:
    """Write model, vocabularies and pieces into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    source, target = _pieces(CHINESE, folder / "source.spm"), _pieces(ENGLISH, folder / "target.spm")
    spec = TransformerSpec.from_config(num_layers=1, num_heads=2)
    draw = np.random.default_rng(11)
    _fill(spec, draw, len(source), len(target))
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(target)
    spec.validate()
    spec.save(str(folder))
    assert ctranslate2.contains_model(str(folder))
    return folder


def _pieces(lines: tuple[str, ...], path: Path) -> list[str]:
    """Train the pieces of a language on a few lines, and return them in order."""
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines * 5),
        model_writer=made,
        vocab_size=60,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    path.write_bytes(made.getvalue())
    known = sentencepiece.SentencePieceProcessor(model_proto=made.getvalue())
    return [known.id_to_piece(number) for number in range(known.get_piece_size())]


def _fill(spec: TransformerSpec, draw: np.random.Generator, sources: int, targets: int) -> None:
    def weights(*shape: int) -> np.ndarray:
        return draw.normal(0, 0.5, shape).astype(np.float32)

    def norm(layer: object) -> None:
        layer.gamma = np.ones(WIDTH, np.float32)  # type: ignore[attr-defined]
        layer.beta = np.zeros(WIDTH, np.float32)  # type: ignore[attr-defined]

    def linear(layer: object, out: int, into: int) -> None:
        layer.weight, layer.bias = weights(out, into), np.zeros(out, np.float32)  # type: ignore[attr-defined]

    spec.encoder.embeddings[0].weight = weights(sources, WIDTH)
    spec.decoder.embeddings.weight = weights(targets, WIDTH)
    linear(spec.decoder.projection, targets, WIDTH)
    for part in (spec.encoder, spec.decoder):
        part.position_encodings.encodings = weights(600, WIDTH)
        norm(part.layer_norm)
        for layer in part.layer:
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
            linear(layer.self_attention.linear[1], WIDTH, WIDTH)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, 2 * WIDTH, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, 2 * WIDTH)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], WIDTH, WIDTH)
        linear(layer.attention.linear[1], 2 * WIDTH, WIDTH)
        linear(layer.attention.linear[2], WIDTH, WIDTH)
