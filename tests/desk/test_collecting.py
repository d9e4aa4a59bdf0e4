"""Candidates for the term base: frequent, not yet terms, with what they most likely stand for."""

from __future__ import annotations

from workbench.desk.collecting import candidates_of_article, candidates_of_memory
from workbench.desk.terming import add_term
from workbench.library.memory_intake import Intake
from workbench.memory.candidates import find_candidates
from workbench.model.pairs import NewEntry
from workbench.text.normalise import normalise

TEXTS = [
    "湘江流域综合治理工程开工。",
    "湘江流域综合治理工程投资十亿元。",
    "湘江流域综合治理工程明年完工，会议这样说。",
    "会议这样决定。",
]


def test_the_longest_run_that_comes_back_is_proposed_and_not_its_parts():
    found = find_candidates(TEXTS, least=3)
    assert [each.text for each in found] == ["湘江流域综合治理工程"]
    assert found[0].times == 3


def test_known_terms_and_everyday_words_are_no_candidates():
    assert find_candidates(TEXTS, known=["湘江流域综合治理工程"], least=3) == []
    assert find_candidates(["一名工人说，这是真的。"] * 5) == []


def test_candidates_of_an_article_come_with_their_likely_english(office):
    office.translate()
    before = candidates_of_article(office.library, office.key)
    assert before
    assert all(each.times >= 2 for each in before)
    add_term(office.library, office.editor, before[0].source, ["decided"])
    assert before[0].source not in {each.source for each in candidates_of_article(office.library, office.key)}


def test_candidates_of_the_memory_come_with_their_likely_english(office):
    pairs = [
        (
            f"第{n}期湘江流域综合治理工程{'开工完工停工'[n % 3 * 2 :][:2]}。",
            f"Phase {n} of the Xiangjiang River Basin project has begun.",
        )
        for n in range(9)
    ]
    pairs += [(f"第{n}次会议闭幕。", f"Meeting {n} has closed.") for n in range(9)]
    intake = Intake(office.library)
    intake.add([NewEntry(zh, en, normalise(zh)) for zh, en in pairs])
    intake.close()
    found = {each.source: each for each in candidates_of_memory(office.library)}
    candidate = found["湘江流域综合治理工程"]
    assert candidate.times == 9
    assert "River Basin" in candidate.target
