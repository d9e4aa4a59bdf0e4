"""Sentences read like plain English and can be said again in another language."""

from __future__ import annotations

import pickle

from workbench.sentences import Sentence, say


def test_a_sentence_is_its_english():
    sentence = say("{path} is empty. Save the text in it and import it again.", path="news.txt")
    assert sentence == "news.txt is empty. Save the text in it and import it again."


def test_a_sentence_remembers_its_template_and_values():
    inner = say("line {number}", number=3)
    outer = say("Reading stopped at {place}.", place=inner)
    assert outer.template == "Reading stopped at {place}."
    assert isinstance(outer.values["place"], Sentence)
    assert outer == "Reading stopped at line 3."


def test_braces_in_values_are_left_alone():
    assert say("“{text}” is no date.", text="{0}") == "“{0}” is no date."


def test_a_sentence_survives_the_way_to_another_process():
    sentence = say("{path} is empty.", path="news.txt")
    again = pickle.loads(pickle.dumps(sentence))
    assert again == sentence
