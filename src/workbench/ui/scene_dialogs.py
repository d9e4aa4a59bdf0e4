"""Dialogs that come of something longer, filled with samples so that they can be looked at (`ui/scenes.py`)."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from workbench.errors import Problem
from workbench.model.kinds import Origin, SegmentKind, State
from workbench.model.passage import Passage
from workbench.model.progress import Progress
from workbench.sentences import counted, say
from workbench.ui.editor.values import Conflict, EngineAnswer, EngineName, Suggestion
from workbench.ui.sayings import said
from workbench.ui.settings.words import say_engine

if TYPE_CHECKING:
    from workbench.desk.remembering import Remembered
    from workbench.ui.editor.screen import EditorScreen
    from workbench.ui.main_window import MainWindow


def import_result(window: MainWindow) -> QDialog:
    """An import of which one file was damaged."""
    from workbench.desk.importing import Imported, ImportReport
    from workbench.ui.dialogs import ImportResult

    damaged = say(
        "{name} is damaged: it is no DOCX inside. Open it in Word or LibreOffice, save it again, and import that.",
        name="draft.docx",
    )
    report = ImportReport(
        added=[Imported("0a1b2c3d", "湘江沿岸新增绿道三十公里", None, "", 3)],
        unchanged=[Imported("4e5f6a7b", "岳麓书院推出线上讲座", None, "", 4)],
        problems=[Problem("draft.docx", "", damaged)],
    )
    return ImportResult(window, window.theme, report)


def import_held(window: MainWindow) -> QDialog:
    """A source that came back without most of its sentences, and one that was brought up to date."""
    from workbench.desk.guarding import TakenAway
    from workbench.desk.importing import Imported, ImportReport
    from workbench.desk.merging import Merge, Undo
    from workbench.desk.parting import too_long
    from workbench.ui.dialogs import ImportResult

    taken = TakenAway(41, removed=10, unapproved=3)
    error = too_long(7, 120_000)
    report = ImportReport(
        merged=[
            (
                Imported("0a1b2c3d", "湘江沿岸新增绿道三十公里", None, "", 3),
                Merge(2, 1, 0, 0, Undo(0, "", "", ())),
            )
        ],
        held=[Problem("春天.txt", "", taken.sentence("岳麓书院推出线上讲座"))],
        long=[Problem("讲话.txt", error.place, error.sentence)],
    )
    return ImportResult(window, window.theme, report, may_undo=True)


def danger(window: MainWindow) -> QDialog:
    """A library that was chosen in a folder of a cloud service."""
    from pathlib import Path

    from workbench.library.dangers import Danger, DangerousPlaceError, Kind
    from workbench.ui.dangers import DangerQuestion

    place = Path("坚果云") / "新闻编辑部.workbench"
    return DangerQuestion(window, DangerousPlaceError(place, [Danger(Kind.CLOUD, "坚果云")]))


def draft_notice(window: MainWindow) -> QDialog:
    """A queue of drafts that was stopped."""
    from workbench.ui.draft_dialogs import DraftNotice, DraftOutcome

    late = say("{name} did not answer in time.", name="DeepL")
    problems = (Problem(say_engine("deepl", ""), "", late),)
    outcome = DraftOutcome(
        24, 2, kept=3, characters=1203, contradictions=1, is_stopped=True, problems=problems
    )
    return DraftNotice(window, window.theme, outcome)


def exchange_notice(window: MainWindow) -> QDialog:
    """Terms that came in, but for one."""
    from workbench.ui.assets import ExchangeResult
    from workbench.ui.dialogs import ExchangeNotice

    place = say("line {number}", number=12)
    short = say("A concept needs forms in two languages; this one was left out.")
    result = ExchangeResult(245, (Problem("terms.tbx", place, short),))
    return ExchangeNotice(window, window.theme, "TBX", result)


def first_start(window: MainWindow) -> QDialog:
    """A library that has nobody yet."""
    from workbench.ui.first_start import FirstStart

    return FirstStart(window, "office.workbench")


def new_person(window: MainWindow) -> QDialog:
    """A person to be added."""
    from workbench.ui.people_dialogs import PersonForm

    return PersonForm(window)


def new_concept(window: MainWindow) -> QDialog:
    """A concept to be added to the term base."""
    from workbench.ui.term_dialogs import ConceptQuestion

    return ConceptQuestion(window)


def domain(window: MainWindow) -> QDialog:
    """A domain for entries of the memory."""
    from workbench.ui.memory_dialogs import DomainQuestion

    return DomainQuestion(window, ["party", "economy"])


def pair(window: MainWindow) -> QDialog:
    """A pair of the languages of a memory file."""
    from workbench.ui.memory_dialogs import PairQuestion

    return PairQuestion(window, ["zh", "fr", "en"], accept=QCoreApplication.translate("MemoryPage", "Import"))


def candidates(window: MainWindow) -> QDialog:
    """Candidates for the term base, one of them ticked."""
    from workbench.desk.collecting import TermCandidate
    from workbench.ui.term_dialogs import CandidatesQuestion

    found = [
        TermCandidate("国际友城", 6, "international friendship cities", "研究国际友城工作。"),
        TermCandidate("营商环境", 4, "business environment", "下一步，全省将继续优化口岸营商环境。"),
        TermCandidate("首班货机", 2, "", "首班货机载有防疫物资25吨。"),
    ]
    return CandidatesQuestion(window, found)


def _entries() -> list[Remembered]:
    from workbench.desk.remembering import Remembered

    pairs = [
        (
            "民营企业继续保持第一大外贸主体地位。",
            "Private companies remained the largest group of foreign traders.",
        ),
        ("首班货机载有防疫物资25吨。", "The first flight carried 25 tonnes of medical supplies."),
    ]
    return [
        Remembered(number, source, target, "confirmed", "Pang Yuehui", "", None)
        for number, (source, target) in enumerate(pairs, 1)
    ]


def entry(window: MainWindow) -> QDialog:
    """An entry of the memory to be changed."""
    from workbench.ui.memory_dialogs import EntryQuestion

    return EntryQuestion(window, _entries()[0])


def replace_in_memory(window: MainWindow) -> QDialog:
    """Words to be replaced in chosen entries of the memory."""
    from workbench.ui.memory_dialogs import ReplaceQuestion

    return ReplaceQuestion(window, _entries())


def type_words(dialog: QWidget) -> None:
    """Write the words to find and those to put into the first two fields of a dialog."""
    for field, words in zip(dialog.findChildren(QLineEdit), ("tonnes", "tons"), strict=False):
        field.setText(words)


def figures(window: MainWindow) -> QDialog:
    """What a memory has in it."""
    from workbench.library.memory_upkeep import MemoryFigures
    from workbench.ui.memory_dialogs import FiguresNotice

    origins = (("confirmed", 1204), ("aligned", 57_106))
    years = (("2019", 18_220), ("2020", 40_090))
    return FiguresNotice(
        window, MemoryFigures(58_310, 12, 57_004, 1_900_211, 1204, 9, origins, (), (), years)
    )


def name(window: MainWindow) -> QDialog:
    """A person with a title over time."""
    from workbench.model.house import NameValue
    from workbench.model.passage import HeldTitle
    from workbench.ui.house.forms import NameForm

    held = HeldTitle("省长", "governor of Hunan", date(2016, 9, 5), date(2020, 11, 25))
    return NameForm(window, NameValue("许达哲", "Xu Dazhe", ("Governor Xu",), (held,), ""))


def exception(window: MainWindow) -> QDialog:
    """An exception to be added."""
    from workbench.ui.house.forms import ExceptionForm

    return ExceptionForm(window)


def accept_for_good(window: MainWindow) -> QDialog:
    """A finding that shall never come up again."""
    from workbench.desk.deciding import Proposal
    from workbench.model.house import Always
    from workbench.ui.editor.accepting import AlwaysQuestion

    return AlwaysQuestion(window, Proposal(Always.TERM, "同比", "year on year"), "The house writes it so.")


def show_conflict(screen: EditorScreen) -> None:
    """Somebody else saved another text for the active row."""
    place = screen.view.active
    row, mine = screen.session.model.row(place), screen.session.model.text(place)
    theirs = f"In total, {mine[:1].lower()}{mine[1:]}"
    screen.conflict_bar.show_conflicts([Conflict(row.target_id, mine, theirs, "Reviewer A", row.number)])


def replace_over_library(screen: EditorScreen) -> None:
    """What replacing in the whole library would change, before anything has."""
    bar = screen.find_bar
    bar.open("yuan", replaces=True)
    bar.replace_field.setText("RMB")
    bar.scope.setCurrentIndex(1)
    screen.commands.finding.preview_all()


def sign_in(window: MainWindow) -> QDialog:
    """The password of a library on a server."""
    from workbench.ui.server_dialogs import SignInQuestion

    return SignInQuestion(window, "office@db.example.org", "translator-a")


def page_words(window: MainWindow) -> QDialog:
    """The words of a page with one photo, its alternative text missing."""
    from workbench.desk.captioning import Place, Words
    from workbench.resources import resource
    from workbench.ui.publish.page_words import PageWordsQuestion

    picture = resource("icons/workbench.svg").read_bytes()
    return PageWordsQuestion(
        window,
        [
            Words(Place(SegmentKind.HEADLINE), "Zhangjiajie Reopens Major Scenic Spots", 1),
            Words(Place(SegmentKind.SUMMARY), "", 0),
            Words(Place(SegmentKind.CAPTION, 1), "Visitors at the Tianmen Mountain on March 20.", 1, picture),
            Words(Place(SegmentKind.ALT, 1), "", 0, picture),
        ],
        12,
    )


def batch_notice(window: MainWindow) -> QDialog:
    """Articles of which one was not published."""
    from workbench.ui.office_dialogs import BatchNotice

    why = said(
        counted(
            "{count} comment is open. Answer and resolve it.",
            "{count} comments are open. Answer and resolve them.",
            1,
        )
    )
    return BatchNotice(window, window.theme, (2, 3, 9), [("岳麓书院推出线上讲座", why)], "/pages")


class StandInEngines:
    """Engines for a picture, which ask no server: an answer, one that contradicts the source, and a failure."""

    def engines_beside(self) -> Sequence[EngineName]:
        """Return three engines as the panel calls them."""
        names = {"deepl": "DeepL", "chat": say("Chat model"), "ctranslate2": "CTranslate2"}
        return [EngineName(key, say_engine(key, label)) for key, label in names.items()]

    def ask_engine(
        self, _edition_id: int, passage: Passage, engine: EngineName
    ) -> Generator[Progress, None, EngineAnswer]:
        """Answer at once."""
        yield Progress(1, 1, engine.label)
        if engine.key == "ctranslate2":
            return EngineAnswer(
                engine.key, None, said(say("{engine} has nothing here.", engine=engine.label))
            )
        exchanged = said(say("two digits are exchanged"))
        doubts = (f"18.9% / 19.8%: {exchanged}",) if engine.key == "chat" else ()
        offered = Suggestion(engine.label, passage.target or passage.source, Origin.ENGINE, doubts=doubts)
        return EngineAnswer(engine.key, offered)


def ask_engines(screen: EditorScreen) -> None:
    """Stand in an empty row while three engines are asked beside it: one answers, one is wrong, one fails."""
    screen.advice.engines.ask(StandInEngines())
    model = screen.session.model
    open_rows = (n for n in range(1, model.rowCount()) if model.row(n).state is State.INITIAL)
    screen.view.enter(next(open_rows, 0))
    screen.beside.show_again()  # it may have been there already


def mend_a_row(screen: EditorScreen) -> None:
    """Write another word for the weight in the row that a reviewer returned."""
    model = screen.session.model
    texts = [(model.row(place).target_id, model.text(place)) for place in range(model.rowCount())]
    mended = [
        (target_id, text.replace("tonnes", "metric tons")) for target_id, text in texts if "tonnes" in text
    ]
    if mended:
        screen.session.put_texts(mended)


def turn_page(dialog: QWidget) -> None:
    """Turn to a page of the guide with a picture."""
    from workbench.ui.guide import Guide

    assert isinstance(dialog, Guide)
    dialog.show_page("translators")
