"""Reading the files of an archive as documents to align: pairs of texts, or a folder of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from workbench.errors import Problem
from workbench.memory.align.values import DocumentPair, Scorer
from workbench.sentences import say
from workbench.text.segmenting import split_sentences

CHINESE_ENDINGS = (".zh", ".zh.txt", ".zh-CN.txt", ".zh-cn.txt")
ENGLISH_ENDINGS = (".en", ".en.txt", ".en-US.txt", ".en-GB.txt")
Reader = Callable[[Path], str]
"""What reads a file of unknown origin: the gate of `formats`, which is no business of the aligner's."""
SCORER_GROUP = "workbench.aligners"
"""Entry points that are a `Scorer`; the first one found takes part."""


def installed_scorer() -> Scorer | None:
    """Return the sentence scorer a plug-in brings along, such as an embedding model, or None."""
    from workbench.plugins import load_plugins  # what is installed takes a while to find out

    for plugin in load_plugins(SCORER_GROUP):
        if callable(plugin):
            return plugin
    return None


def find_pairs(folder: Path) -> tuple[list[tuple[Path, Path]], list[Problem]]:
    """Return the pairs NAME.zh and NAME.en of a folder, sorted by name, and the files left without a partner."""
    paths = sorted(Path(entry.path) for entry in os.scandir(folder) if entry.is_file())
    chinese, english = _by_name(paths, CHINESE_ENDINGS), _by_name(paths, ENGLISH_ENDINGS)
    pairs = [(chinese[name], english[name]) for name in sorted(chinese.keys() & english.keys())]
    alone = [
        path
        for name, path in [*chinese.items(), *english.items()]
        if name not in chinese or name not in english
    ]
    message = say(
        "The other language's file is missing, so this one was left out. Put it beside with the same name."
    )
    return pairs, [Problem(str(path), "", message) for path in sorted(alone)]


def _by_name(paths: Sequence[Path], endings: tuple[str, ...]) -> dict[str, Path]:
    return {
        path.name.removesuffix(ending): path
        for ending in reversed(endings)
        for path in paths
        if path.name.endswith(ending)
    }


def read_lines(chinese: Path, english: Path, read: Reader) -> DocumentPair:
    """Return a pair of files with one sentence a line, numbered from 0; blank lines count."""
    return DocumentPair(_name(chinese), _lines(read(chinese)), _lines(read(english)))


def read_article(chinese: Path, english: Path, read: Reader) -> DocumentPair:
    """Return a pair of articles: a paragraph a line, cut into sentences."""
    sources, source_paragraphs = _sentences(_lines(read(chinese)), "zh")
    targets, target_paragraphs = _sentences(_lines(read(english)), "en")
    return DocumentPair(_name(chinese), sources, targets, source_paragraphs, target_paragraphs)


def _sentences(lines: Iterable[str], language: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    cut = [
        (sentence.strip(), number)
        for number, line in enumerate(lines)
        for sentence in split_sentences(line, language)
        if sentence.strip()
    ]
    return tuple(sentence for sentence, _ in cut), tuple(number for _, number in cut)


def _lines(text: str) -> tuple[str, ...]:
    lines = text.split("\n")
    return tuple(line.rstrip("\r") for line in (lines[:-1] if lines[-1] == "" else lines))


def _name(chinese: Path) -> str:
    ending = next((ending for ending in CHINESE_ENDINGS if chinese.name.endswith(ending)), chinese.suffix)
    return chinese.name.removesuffix(ending)
