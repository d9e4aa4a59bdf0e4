"""English words judged by a dictionary: capitals at the beginning of a sentence, and machines without Hunspell."""

from __future__ import annotations

import subprocess
import sys

import pytest

from workbench.text.spelling import misspellings


def found(text: str, known: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    return [(each.word, each.suggestions[0]) for each in misspellings(text, known)]


@pytest.mark.parametrize(
    ("text", "misspelt"),
    [
        ("Offcials from Hunan attended.", [("Offcials", "Officials")]),
        ("The talks ended. Particpants signed a plan.", [("Particpants", "Participants")]),
        ("He spoke. “Coopertion is the key,” he said.", [("Coopertion", "Cooperation")]),
        ("Goverment bodies met.", [("Goverment", "Government")]),
    ],
)
def test_a_common_word_misspelt_at_the_beginning_of_a_sentence_is_found(text, misspelt):
    assert found(text) == misspelt


@pytest.mark.parametrize(
    "text",
    [
        "Changsha hosted the fair.",
        "Xiangtan and Zhuzhou took part.",
        "Zelinsky said so. Later Zelinsky left.",
        "Participents Group signed the plan.",
        "In Lundon he met the mayor.",
        "Karlsruhe was among the guests.",
        "Lundon-based firms came.",
        "Tencent opened an office.",
    ],
)
def test_names_are_left_alone_wherever_they_stand(text):
    assert found(text) == []


def test_a_word_that_is_known_is_no_slip_with_a_capital_either():
    assert found("Offcials met.", frozenset({"offcials"})) == []


WITHOUT_HUNSPELL = """
import importlib.util, sys
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name in sys.argv[1:] else real(name, *rest)
from workbench.text.spelling import can_spell, is_word, misspellings, more_suggestions
print(can_spell(), [each.word for each in misspellings("The offcials met in the prefecture.")])
print(is_word("colour", "uk"), is_word("honourable", "us"), more_suggestions("offcial")[:1])
"""


def said_without(*packages: str) -> list[str]:
    command = [sys.executable, "-c", WITHOUT_HUNSPELL, *packages]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_without_hunspell_words_are_judged_the_same_in_python():
    assert said_without("hunspell") == said_without() == ["True ['offcials']", "True True ['official']"]


def test_without_any_dictionary_nothing_is_called_misspelt():
    assert said_without("hunspell", "spylls")[0] == "False []"
