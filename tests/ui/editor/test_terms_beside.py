"""Terms beside the row: the longest first, those within it too, and only those that hold on the article's day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.editor.real import RealLibrary

from workbench.desk.publishing import set_details
from workbench.desk.staffing import add_person
from workbench.desk.terming import save_concept
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import Origin, Role
from workbench.ui.editor.bound_desk import BoundDesk
from workbench.ui.editor.values import Suggestion, TermView

CTRL = Qt.KeyboardModifier.ControlModifier


def test_terms_within_longer_ones_are_shown_and_outdated_ones_are_not(tmp_path):
    real = RealLibrary(tmp_path)
    for source, target, until in (
        ("望岳书屋", "Wangyue Bookroom", None),
        ("望岳", "Wangyue", None),
        ("书屋", "old bookroom", date(1999, 1, 1)),
    ):
        forms = (FormValue("zh", source), FormValue("en", target))
        save_concept(real.library, real.person.id, ConceptValue(forms, valid_to=until))
    set_details(real.library, real.person.id, real.key, {"published": "2020-04-03"})
    desk = real.desk()
    desk.open_edition(real.key, "en")
    found = [(term.source, term.targets) for term in desk.terms_in("新的望岳书屋开门")]
    assert found[0] == ("望岳书屋", ("Wangyue Bookroom",))
    assert ("望岳", ("Wangyue",)) in found
    assert "书屋" not in {source for source, _ in found}
    desk.close()
    real.library.close()


def test_whoever_may_not_decide_hears_that_a_new_term_is_a_proposal(tmp_path):
    real = RealLibrary(tmp_path)  # the first person of a library may do everything
    translator = add_person(real.library, "Translator B", [Role.TRANSLATOR], by=real.person.id)
    for person, source, is_decided in ((real.person, "望岳", True), (translator, "书屋", False)):
        desk = BoundDesk(real.library, person.id)
        desk.open_edition(real.key, "en")
        assert desk.add_term(source, "some English") is is_decided
        desk.close()
    real.library.close()


def test_terms_are_inserted_at_the_caret_by_the_keys_behind_those_of_the_suggestions(editor, qtbot):
    editor.desk.memory = lambda _source: [Suggestion("memory", "Sentence from memory.", Origin.MEMORY, 91)]
    editor.desk.terms = lambda _source: [
        TermView(0, 2, "友城", ("friendship city", "sister city")),
        TermView(2, 4, "工作", ("work",)),
    ]
    editor.press(Qt.Key.Key_Down, CTRL)
    panel = editor.screen.panel.suggestions
    qtbot.waitUntil(lambda: bool(panel.words_at(3)), timeout=20_000)
    badges = [label.text() for label in panel.findChildren(QLabel) if label.text().startswith("Ctrl ")]
    assert badges == ["Ctrl 1", "Ctrl 2", "Ctrl 3", "Ctrl 4"]
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        editor.press(key, CTRL)
    editor.settle()
    assert editor.desk.text(5) == "sister citywork"
