"""Dialogs that come of something longer, filled with samples so that they can be looked at (`ui/scenes.py`)."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from workbench.errors import Problem
from workbench.model.kinds import Origin
from workbench.model.passage import Passage
from workbench.model.progress import Progress
from workbench.sentences import counted, say
from workbench.ui.editor.values import EngineAnswer, EngineName, Suggestion
from workbench.ui.sayings import said
from workbench.ui.settings.words import say_engine

if TYPE_CHECKING:
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


def sign_in(window: MainWindow) -> QDialog:
    """The password of a library on a server."""
    from workbench.ui.server_dialogs import SignInQuestion

    return SignInQuestion(window, "office@db.example.org", "translator-a")


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
        doubts = ("19.8%",) if engine.key == "chat" else ()
        offered = Suggestion(engine.label, passage.target or passage.source, Origin.ENGINE, doubts=doubts)
        return EngineAnswer(engine.key, offered)
