"""What the house has decided is read without opening the library, and is the same."""

from __future__ import annotations

from datetime import date

from workbench.desk.checking import library_context
from workbench.library.house_words import read_house_words
from workbench.library.library import open_library
from workbench.model.house import NameValue
from workbench.model.passage import HeldTitle
from workbench.model.term import AcceptedPair, Concept, Term


def test_the_words_are_those_of_the_opened_library(tmp_path):
    path = tmp_path / "office.workbench"
    with open_library(path) as library:
        with library.writing() as tx:
            title = HeldTitle("省长", "governor", date(2020, 1, 1), None)
            tx.vocabulary.save_name(NameValue("许达哲", "Xu Dazhe", ("Xu",), (title,), "checked"))
            tx.vocabulary.accept(AcceptedPair(check="numbers", source="两百", target="200-odd"))
            tx.vocabulary.accept(AcceptedPair(check="numbers", source="三一重工"))
            tx.vocabulary.accept(AcceptedPair(check="spelling", source="", target="hukou"))
            tx.vocabulary.accept(AcceptedPair(check="spelling:abc", source="", target="blockchainy"))
            concept = Concept(
                domain="place", valid_from=date(2018, 3, 1), valid_to=date(2030, 1, 1), is_fixed=True
            )
            tx.vocabulary.add(
                concept,
                [
                    Term(concept_id=0, language="zh", text="新部"),
                    Term(concept_id=0, language="en", text="New Ministry"),
                ],
            )
            proposed = Concept(domain="place", is_proposed=True)
            tx.vocabulary.add(
                proposed,
                [
                    Term(concept_id=0, language="zh", text="候选"),
                    Term(concept_id=0, language="en", text="Candidate"),
                ],
            )
            tx.options.set("spelling", "uk")
        opened = library_context(library)
        assert read_house_words(str(path)) == opened
        assert (opened.style["spelling"], opened.traps) == ("uk", ("三一重工",))


def test_a_library_that_is_not_there_is_left_to_opening_it(tmp_path):
    assert read_house_words(str(tmp_path / "missing.workbench")) is None
