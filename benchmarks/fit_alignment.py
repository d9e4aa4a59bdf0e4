"""Fit the weights of the sentence aligner to texts whose links are known.

Run `python benchmarks/fit_alignment.py FOLDER… [--rounds 8]`, with folders as `benchmarks/alignment.py` reads them. An
averaged perceptron over whole documents (M. Collins, "Discriminative Training Methods for Hidden Markov Models", 2002)
with a margin: while it searches, every wrong link is made a little better than it is. Printed after each round: the
strict F1 on the folders, and the weights as they stand in `memory/align/weights.py`. Keep some texts aside to judge by.
"""

from __future__ import annotations

import argparse
import random
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from alignment import Count, read_folder  # type: ignore[import-not-found]  # the script beside
from numpy.typing import NDArray

from workbench.memory.align import DocumentPair, Link
from workbench.memory.align.anchors import find_band
from workbench.memory.align.cells import FEATURES, features, score_batch
from workbench.memory.align.corpus import Floats, Ints, Side
from workbench.memory.align.documents import FIRST_REACH, FULL_REACH
from workbench.memory.align.learning import learn_links
from workbench.memory.align.passes import Pass, Reader, Work, document_ratio, skip_masses
from workbench.memory.align.search import Task, best_ways
from workbench.memory.align.weights import SKIP_WEIGHTS, WEIGHTS
from workbench.memory.align.window import Batch, Weighing, Window
from workbench.memory.cutting import Cutter

SKIPS = tuple(SKIP_WEIGHTS)
MARGIN, STEP, LARGEST = 0.5, 0.1, 5.0

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One document with its known links and what was learned of the words of its folder."""

    chinese: Side
    english: Side
    band: tuple[Ints, Ints]
    weighing: Weighing
    gold: list[Link]


def read_lessons(folder: Path) -> list[Lesson]:
    """Return the documents of a folder, gone through once with the weights as they are."""
    documents, gold = read_folder(folder)
    reader = Reader({})
    deque(reader.read(documents, Cutter()), maxlen=0)
    corpus = reader.corpus()
    bands = [find_band(*sides, corpus.weighing) for sides in corpus.sides]
    works = [
        Work(*sides, band, _texts(document))
        for document, sides, band in zip(documents, corpus.sides, bands, strict=True)
    ]
    ways = Pass(corpus.weighing, FIRST_REACH, None).align(works)
    aligned = [(work.chinese, work.english, path) for work, (path, _) in zip(works, ways, strict=True)]
    links = learn_links(
        aligned,
        known=corpus.weighing.links,
        chinese_kept=corpus.chinese.telling(),
        english_kept=corpus.english.telling(),
    )
    lessons = []
    for sides, band, known in zip(corpus.sides, bands, gold, strict=True):
        ratio = document_ratio(*sides, corpus.weighing.letters_per_character)
        weighing = replace(corpus.weighing, links=links, letters_per_character=ratio)
        lessons.append(Lesson(*sides, band, weighing, known))
    return lessons


def _texts(document: DocumentPair) -> tuple[Sequence[str], Sequence[str]]:
    return document.sources, document.targets


def decode(lesson: Lesson, vector: Vector, margin: float = 0.0) -> list[Link]:
    """Return the best links under some weights, every wrong link made better by the margin."""
    weights = dict(zip(FEATURES, vector.tolist(), strict=False))
    chinese, english, mass = vector[-len(SKIPS) :]
    known = [link for link in lesson.gold if link[0] and link[1] and not _is_beyond(link)]

    def score_block(first: int, last: int, left: int, right: int) -> Floats:
        batch = _batch(lesson, (first, last), (left, right))
        scores = score_batch(batch, lesson.weighing, FULL_REACH, weights)
        a = np.arange(1, FULL_REACH.chinese + 1)[:, None, None, None, None]
        b = np.arange(1, FULL_REACH.english + 1)[None, :, None, None, None]
        scores += (margin * (a + b) / 2).astype(np.float32)
        for z, e in known:
            if first <= z[0] < last and left <= e[0] and e[-1] < right:
                scores[len(z) - 1, len(e) - 1, 0, z[0] - first, e[-1] + 1 - left] -= (
                    margin * (len(z) + len(e)) / 2
                )
        return scores

    left_z = {n for z, e in lesson.gold if not e for n in z}
    left_e = {n for z, e in lesson.gold if not z for n in e}
    ((steps, _),) = best_ways(
        Task(
            low=[lesson.band[0]],
            high=[lesson.band[1]],
            score_block=score_block,
            chinese_skip=[
                _skips(lesson.chinese, lesson.weighing.chinese_rarity, (chinese, mass), margin, left_z)
            ],
            english_skip=[
                _skips(lesson.english, lesson.weighing.english_rarity, (english, mass), margin, left_e)
            ],
            reach=FULL_REACH,
        )
    )
    return [(tuple(range(*rows)), tuple(range(*columns))) for rows, columns in steps]


def _skips(
    side: Side, rarity: Floats, weights: tuple[float, float], margin: float, right: set[int]
) -> Floats:
    extra = np.array([0.0 if number in right else margin / 2 for number in range(len(side))])
    scores: Floats = (weights[0] + weights[1] * skip_masses(side, rarity) / 10 + extra).astype(np.float32)
    return scores


def totals(lesson: Lesson, links: Iterable[Link]) -> Vector:
    """Return the comparisons of some links, summed."""
    vector = np.zeros(len(FEATURES) + len(SKIPS))
    masses = [
        skip_masses(lesson.chinese, lesson.weighing.chinese_rarity),
        skip_masses(lesson.english, lesson.weighing.english_rarity),
    ]
    for z, e in links:
        if z and e:
            batch = _batch(lesson, (z[0], z[-1] + 1), (e[0], e[-1] + 1))
            shape = (FULL_REACH.chinese, FULL_REACH.english, 1, len(z), len(e) + 1)
            for place, value in enumerate(features(batch, lesson.weighing, FULL_REACH)):
                vector[place] += np.broadcast_to(value, shape)[len(z) - 1, len(e) - 1, 0, 0, len(e)]
            continue
        for side, numbers in enumerate((z, e)):
            for number in numbers:
                vector[len(FEATURES) + side] += 1
                vector[-1] += masses[side][number] / 10
    return vector


def _batch(lesson: Lesson, rows: tuple[int, int], columns: tuple[int, int]) -> Batch:
    ratio = lesson.weighing.letters_per_character
    return Batch([Window(lesson.chinese, lesson.english, *rows, *columns, ratio)])


def _is_beyond(link: Link) -> bool:
    """Tell whether a known link is one the search cannot make: too long, or with a gap."""
    has_gap = any(side != tuple(range(side[0], side[0] + len(side))) for side in link if side)
    return has_gap or (min(map(len, link)) > 0 and not FULL_REACH.allows(len(link[0]), len(link[1])))


def correction(lesson: Lesson, vector: Vector) -> Vector:
    """Return in which direction the weights should move for one document."""
    found, known = set(decode(lesson, vector, MARGIN)), set(lesson.gold)
    beyond = {link for link in known if _is_beyond(link)}
    z_beyond, e_beyond = {n for z, _ in beyond for n in z}, {n for _, e in beyond for n in e}
    wrong = [(z, e) for z, e in found - known if not (set(z) & z_beyond or set(e) & e_beyond)]
    difference = totals(lesson, known - found - beyond) - totals(lesson, wrong)
    change: Vector = np.clip(difference / np.sqrt(len(known) or 1), -LARGEST, LARGEST)
    return change


def fit(lessons: Mapping[str, Sequence[Lesson]], rounds: int) -> None:
    """Print weights fitted to the lessons, and how good they are, after each round."""
    chance = random.Random(1)
    vector = np.array([*(WEIGHTS[name] for name in FEATURES), *(SKIP_WEIGHTS[name] for name in SKIPS)])
    fixed = np.array([name.startswith("paragraph") for name in (*FEATURES, *SKIPS)])
    mean, weight = np.zeros_like(vector), 0.0
    everything = [lesson for folder in lessons.values() for lesson in folder]
    for number in range(rounds):
        for lesson in chance.sample(everything, len(everything)):
            change = STEP / (1 + 0.2 * number) * correction(lesson, vector)
            vector = vector + np.where(fixed, 0.0, change)
            mean, weight = mean + vector, weight + 1
        tell(number, lessons, mean / weight)
        mean, weight = 0.4 * mean, 0.4 * weight


def tell(number: int, lessons: Mapping[str, Sequence[Lesson]], vector: Vector) -> None:
    """Print the weights after a round and what they find."""
    for name, folder in lessons.items():
        count = Count()
        for lesson in folder:
            count.add(decode(lesson, vector), lesson.gold)
        print(f"round {number} {name}: {count.told()}")
    names = (*FEATURES, *(f"skip {name}" for name in SKIPS))
    print(
        ", ".join(f"{name} {value:.2f}" for name, value in zip(names, vector.tolist(), strict=True)),
        flush=True,
    )


def main() -> None:
    """Fit the weights to the folders named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    fit({folder.name: read_lessons(folder) for folder in options.folders}, options.rounds)


if __name__ == "__main__":
    main()
