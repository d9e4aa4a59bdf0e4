"""Turn a CC-CEDICT text file into the compact files the program ships.

Run `python tools/dictionary.py cedict_ts.u8` with the file as its publisher offers it (also inside the
packages that carry it). Written to `resources/dictionary/`:

- `cc-cedict.tsv.gz`, for people: one entry a line, sorted: simplified, traditional (empty when the same), pinyin
  with tone numbers, glosses parted by `/`;
- `lexicon.tsv`, for the sentence aligner, which looks words up where they lie: one headword a line, sorted: the
  word, then the stems of its glosses with their strength in hundredths, the readings of a single character, and the
  stems a character tends to stand for inside longer words (IBM model 1 between the characters of all headwords and
  the stems of their glosses); a traditional spelling refers to the simplified one with `=`;
- `lexicon-index.txt`: where in it the words with each first character begin, in bytes and in lines;
- `lexicon-stems.txt`, `lexicon-items.npy`, `lexicon-bounds.npy`: its stems in numbers, for whoever asks for thousands of
  words at once: the stems, one a line; of all rows the stems in a row, each as line number × 128 + strength in hundredths;
  and of each row where its stems begin, where those for the insides of words begin, and where these end.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.text.stems import stem
from workbench.text.tokens import english_tokens

ENTRY = re.compile(r"^(?P<traditional>\S+) (?P<simplified>\S+) \[(?P<pinyin>[^\]]*)\] /(?P<glosses>.*)/\s*$")
TARGET = Path(__file__).resolve().parents[1] / "resources" / "dictionary"
NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|·]+")
NO_GLOSS = ("CL:", "surname ", "variant of", "old variant", "see ", "also written")
GLOSS_STOP = frozenset(
    map(
        stem,
        [
            "sth",
            "sb",
            "one's",
            "oneself",
            "esp",
            "etc",
            "abbr",
            "variant",
            "also",
            "used",
            "see",
            "old",
            "surname",
            "not",
            "very",
        ],
    )
)
LONGEST_WORD = 8
MOST_STEMS = 40
ROUNDS = 6

Row = tuple[str, str, str, str]
Strengths = dict[str, float]


def read_entries(lines: Sequence[str]) -> list[Row]:
    """Return the entries of a CC-CEDICT file, sorted: simplified, traditional, pinyin, glosses."""
    rows = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        entry = ENTRY.match(line)
        if entry is None:
            raise SystemExit(f"line {number} is no CC-CEDICT entry: {line.strip()}")
        rows.append((entry["simplified"], entry["traditional"], entry["pinyin"], entry["glosses"]))
    return sorted(rows)


def dictionary_lines(rows: Sequence[Row]) -> list[str]:
    """Return the lines of the dictionary for people, sorted."""
    return sorted(
        "\t".join((simplified, "" if traditional == simplified else traditional, pinyin, glosses))
        for simplified, traditional, pinyin, glosses in rows
    )


def gloss_strengths(glosses: Sequence[str]) -> Strengths:
    """Return the stems of a word's glosses, each as strong as its share of the gloss it stands in."""
    strengths: Strengths = {}
    for gloss in glosses:
        if gloss.startswith(NO_GLOSS):
            continue
        for part in re.split(r"[;,]", NOTE.sub(" ", gloss)):
            tokens = [token for token in english_tokens(part) if token not in GLOSS_STOP]
            if len(tokens) <= 8:
                for token in tokens:
                    strengths[token] = max(strengths.get(token, 0.0), 1 / math.sqrt(len(tokens)))
    crowd = 1 + 0.03 * len(strengths)
    return {token: strength / crowd for token, strength in strengths.items()}


def inner_strengths(words: Mapping[str, Strengths]) -> dict[str, Strengths]:
    """Return for each character the stems it tends to stand for inside words."""
    characters: dict[str, int] = {}
    stems: dict[str, int] = {}
    pairs, groups, weights = [], [], []
    group = 0
    for word, strengths in words.items():
        if not 0 < len(strengths) <= 25 or not re.fullmatch(r"[\u3400-\u9fff]+", word):
            continue
        numbers = [characters.setdefault(character, len(characters)) for character in sorted(set(word))]
        for token in strengths:
            number = stems.setdefault(token, len(stems))
            pairs += [(character, number) for character in numbers]
            groups += [group] * len(numbers)
            weights += [1 / math.sqrt(len(strengths))] * len(numbers)
            group += 1
    width = len(stems)
    numbers_of = np.array(pairs, np.int64)
    keys, inverse = np.unique(numbers_of[:, 0] * width + numbers_of[:, 1], return_inverse=True)
    of_character, of_stem = keys // width, keys % width
    chance: NDArray[np.float64] = np.ones(len(keys))
    expected = chance
    for _ in range(ROUNDS):
        raw = chance[inverse]
        share = raw / np.bincount(groups, raw)[groups] * weights
        expected = np.bincount(inverse, share).astype(np.float64)
        chance = expected / (np.bincount(of_character, expected)[of_character] + 1.0)
    backward = expected / (np.bincount(of_stem, expected)[of_stem] + 0.5)
    found: dict[str, Strengths] = defaultdict(dict)
    names, tokens = list(characters), list(stems)
    for character, token, count, strength in zip(
        of_character, of_stem, expected, 2 * np.sqrt(chance * backward), strict=True
    ):
        if count > 0.8 and strength > 0.04:
            found[names[character]][tokens[token]] = min(0.5, float(strength))
    return found


def lexicon_lines(rows: Sequence[Row]) -> list[str]:
    """Return the lines of the lexicon for programs."""
    glosses: dict[str, list[str]] = defaultdict(list)
    readings: dict[str, set[str]] = defaultdict(set)
    other = {}
    for simplified, traditional, pinyin, text in rows:
        if len(simplified) > LONGEST_WORD or not re.search(r"[\u3400-\u9fff]", simplified):
            continue
        glosses[simplified] += text.split("/")
        if len(simplified) == 1:
            readings[simplified].add(re.sub(r"[1-5]$", "", pinyin).lower().replace("u:", "u"))
        if traditional != simplified:
            other[traditional] = simplified
    words = {word: gloss_strengths(texts) for word, texts in glosses.items()}
    inner = inner_strengths(words)
    lines = [
        f"{word}\t{_items(strengths)}\t{' '.join(sorted(readings[word]))}\t"
        + (_items(inner.get(word, {})) if len(word) == 1 else "")
        for word, strengths in words.items()
    ]
    lines += [
        f"{traditional}\t={simplified}"
        for traditional, simplified in other.items()
        if traditional not in words
    ]
    return sorted(lines)


def _items(strengths: Strengths) -> str:
    ranked = sorted(strengths.items(), key=lambda item: (-item[1], item[0]))[:MOST_STEMS]
    return " ".join(f"{min(99, round(100 * strength)):02d}{token}" for token, strength in ranked)


def lexicon_index(lines: Sequence[str]) -> str:
    """Return the characters that words begin with; below them where the rows of each begin, in bytes and in lines."""
    starts: dict[str, tuple[int, int]] = {}
    place = 0
    for number, line in enumerate(lines):
        starts.setdefault(line[0], (place, number))
        place += len(line.encode()) + 1
    columns = zip(*starts.values(), strict=True)
    return "\n".join(["".join(starts), *(" ".join(map(str, column)) for column in columns)])


def lexicon_numbers(lines: Sequence[str]) -> tuple[list[str], NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the stems, the items and the bounds of the lexicon in numbers, as the head of this file says."""
    fields = {word: rest for word, *rest in (line.split("\t") for line in lines)}
    stems = sorted({item[2:] for rest in fields.values() for item in _items_of(rest)})
    numbers = {each: number for number, each in enumerate(stems)}
    items: list[int] = []
    bounds: dict[str, tuple[int, int, int]] = {}
    for word, rest in fields.items():
        if not rest[0].startswith("="):
            begin = len(items)
            items += [numbers[item[2:]] * 128 + int(item[:2]) for item in rest[0].split()]
            middle = len(items)
            items += [numbers[item[2:]] * 128 + int(item[:2]) for item in rest[2].split()]
            bounds[word] = (begin, middle, len(items))
    of_rows = [
        bounds[rest[0].removeprefix("=")] if rest[0][:1] == "=" else bounds[word]
        for word, rest in fields.items()
    ]
    return stems, np.array(items, np.uint32), np.array(of_rows, np.uint32)


def _items_of(fields: Sequence[str]) -> list[str]:
    return [] if fields[0].startswith("=") else [*fields[0].split(), *fields[2].split()]


def write(name: str, lines: Sequence[str]) -> None:
    """Write lines to one file, compressed if its name says so; the same bytes for the same lines."""
    path = TARGET / name
    data = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0) if name.endswith(".gz") else data)
    print(f"{len(lines)} lines, {path.stat().st_size} bytes: {path}")


def main() -> None:
    """Read the file named on the command line and write the compact ones."""
    rows = read_entries(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    TARGET.mkdir(parents=True, exist_ok=True)
    write("cc-cedict.tsv.gz", dictionary_lines(rows))
    lines = lexicon_lines(rows)
    write("lexicon.tsv", lines)
    (TARGET / "lexicon-index.txt").write_text(lexicon_index(lines), "utf-8")
    stems, items, bounds = lexicon_numbers(lines)
    write("lexicon-stems.txt", stems)
    np.save(TARGET / "lexicon-items.npy", items)
    np.save(TARGET / "lexicon-bounds.npy", bounds)


if __name__ == "__main__":
    main()
