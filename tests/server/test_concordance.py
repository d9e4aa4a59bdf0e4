"""Words of the memory are found on a server whatever their case and signs, however the server is asked for them."""

from __future__ import annotations

from workbench.desk.maintaining import browse
from workbench.desk.remembering import concordance
from workbench.model.memory import MemoryEntry

PAIRS = [
    ("总统会见了100%的代表。", "The President met PRESIDENTS of Élysée_clubs."),
    ("国家发展，稳中求进。", "National development; the café's ÉCLAIR."),
    ("Ⅲ期项目（二）", "Straße and ὈΔΟΣ"),
]


ASKED = [
    ("source", "国", [1]),
    ("source", "国家", [1]),
    ("source", "100%", [0]),
    ("source", "10_", []),
    ("source", "国家发展,", [1]),
    ("source", "期项目(", [2]),
    ("source", "龘", []),
    ("target", "president", [0]),
    ("target", "PRESIDENT", [0]),
    ("target", "esident", [0]),
    ("target", "élysée_CLUBS", [0]),
    ("target", "éclair", [1]),
    ("target", "CAFÉ", [1]),
    ("target", "ὀδοσ", [2]),
    ("target", "qwxzy", []),
]


def test_words_are_found_whatever_their_case_and_signs(office):
    with office.library.writing() as tx:
        saved = tx.memories.save_all([MemoryEntry(source=zh, target=en) for zh, en in PAIRS])
        place_of = {entry.id: place for place, entry in enumerate(saved)}
    for side, words, expected in ASKED:
        hits = concordance(office.library, words, side=side)
        assert [place_of[hit.entry.id] for hit in hits] == expected, words
        browsed = [place_of[entry.id] for entry in browse(office.library, words) if entry.id in place_of]
        assert browsed == expected, words
