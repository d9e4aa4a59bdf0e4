"""Every screen and dialog as it is looked at: a line here, and it is drawn, compared and checked in all variants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from workbench.errors import Reason, RefusedError
from workbench.model.kinds import Stage
from workbench.resources import resource
from workbench.sentences import say
from workbench.ui import scene_dialogs
from workbench.ui.actions import EDITOR, LIBRARY, PUBLISH, REVIEW
from workbench.ui.newsroom import EDITOR as CHIEF
from workbench.ui.newsroom import REVIEWER, TRANSLATOR
from workbench.ui.settings.words import PAGES

if TYPE_CHECKING:
    from workbench.ui.editor.screen import EditorScreen
    from workbench.ui.main_window import MainWindow

Arrange = Callable[["MainWindow"], None]
FITTING = {
    EDITOR: (Stage.DRAFTING, Stage.CHANGES_REQUESTED),
    REVIEW: (Stage.IN_REVIEW, Stage.APPROVED),
    PUBLISH: (Stage.APPROVED, Stage.PUBLISHED),
}
"""The stages that show most of a place."""
STEP_MS = 5
PATIENCE_STEPS = 6000
SHORT_MS = 3000
"""One-shot timers up to this long belong to what is being done; a longer one only takes something away again."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen as it is arranged, by whom; a dialog is opened anew for every language and appearance.

    `then` is done in the open dialog before it is looked at. What `passes` goes away when the rows scroll, as they
    do in another size of the window: it is arranged once more for every variant.
    """

    name: str
    arrange: Arrange
    person: str = TRANSLATOR
    is_dialog: bool = False
    then: Callable[[QWidget], None] | None = None
    passes: bool = False


def is_quiet(window: MainWindow) -> bool:
    """Tell whether nothing is under way that would still change what is shown."""
    timers = window.findChildren(QTimer)
    soon = (one.isSingleShot() and one.isActive() and one.interval() <= SHORT_MS for one in timers)
    return window.background.is_idle and not any(soon)


def settle(window: MainWindow) -> None:
    """Let everything that was asked for arrive and be laid out."""
    quiet = 0
    for _ in range(PATIENCE_STEPS):
        quiet = quiet + 1 if is_quiet(window) else 0
        if quiet > 2:
            return
        loop = QEventLoop()
        QTimer.singleShot(STEP_MS, loop.quit)
        loop.exec()


def dialog_over(window: MainWindow) -> QWidget | None:
    """Return the dialog that is open over the window."""
    shown = QApplication.activeModalWidget()
    if shown is not None and shown is not window:
        return shown
    return next((dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()), None)


def queue(name: str) -> Arrange:
    """Show a line of the Library's sidebar."""
    return lambda window: window.library_screen.show_queue(name)


def search(name: str, text: str) -> Arrange:
    """Search in a queue, or in the memory or the terms."""

    def arrange(window: MainWindow) -> None:
        window.library_screen.show_queue(name)
        window.library_screen.search_for()
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.setText(text)

    return arrange


def article(place: str, *stages: Stage) -> Arrange:
    """Open the newest article that shows most of a place, or is at one of these stages."""

    def arrange(window: MainWindow) -> None:
        window.library_screen.show_queue("all")
        settle(window)
        rows = window.library_screen.articles()
        best = next(
            (row for row in rows if row.stage in (stages or FITTING[place])), rows[0] if rows else None
        )
        if best is not None:
            window.open_article(best.key, place)

    return arrange


def trigger(*identities: str, within: str = "") -> Arrange:
    """Do acts of the table (`ui/actions.py`), in a place when one is named."""

    def arrange(window: MainWindow) -> None:
        (article(within) if within else queue("all"))(window)
        for identity in identities:
            settle(window)
            window.actions_table[identity].trigger()

    return arrange


def in_editor(act: Callable[[EditorScreen], None]) -> Arrange:
    """Do something on the Editor's screen that comes of more than one act."""

    def arrange(window: MainWindow) -> None:
        from workbench.ui.editor.screen import EditorScreen

        article(EDITOR)(window)
        settle(window)
        for screen in window.findChildren(EditorScreen):
            act(screen)

    return arrange


def compare_versions(window: MainWindow) -> None:
    """Compare a returned article, of which a row was mended, with what was submitted."""
    from workbench.ui.editor.screen import EditorScreen

    article(EDITOR, Stage.CHANGES_REQUESTED)(window)
    settle(window)
    for screen in window.findChildren(EditorScreen):
        scene_dialogs.mend_a_row(screen)
        settle(window)
        screen.commands.compare_versions()


def doubtful_links(window: MainWindow) -> None:
    """Show the sample article aligned with its translation, with the links that wait for somebody."""
    from workbench.desk.aligning import AlignedText, align_texts, read_texts
    from workbench.desk.archiving import keep_work

    assert window.desk is not None
    pair = (resource("sample/sample_zh.txt"), resource("sample/sample_en.txt"))
    found: list[AlignedText] = []
    for _ in align_texts(read_texts([pair], one_sentence_a_line=False)[0], found):
        pass
    keep_work(window.desk.library, found)
    queue("alignment")(window)


def go_over(window: MainWindow) -> None:
    """Go to the first thing on the list of what was returned or changed."""
    trigger("review.next_stop", within=REVIEW)(window)


def tab(number: int) -> Arrange:
    """Open a tab of the Editor's side panel."""
    return in_editor(lambda screen: screen.panel.open_tab(number))


def opened(make: Callable[[MainWindow], QDialog]) -> Arrange:
    """Open a dialog that comes of something longer."""

    def arrange(window: MainWindow) -> None:
        window.library_screen.show_queue("all")
        settle(window)
        made = make(window)
        made.setParent(window, made.windowFlags())
        made.open()

    return arrange


def page(group: str) -> Callable[[QWidget], None]:
    """Go to a page of the Settings."""

    def choose(dialog: QWidget) -> None:
        from workbench.ui.settings.window import SettingsWindow

        assert isinstance(dialog, SettingsWindow)
        dialog.show_page(group)

    return choose


def refuse(window: MainWindow) -> None:
    """Refuse an act for several reasons."""
    reasons = (
        Reason(
            "unconfirmed", say("Segments {shown} are not confirmed. Read and confirm them.", shown="3, 5")
        ),
        Reason(
            "own-work",
            say("{name} wrote segment {shown}: somebody else has to approve.", name=TRANSLATOR, shown=3),
        ),
    )
    window.say_problem(RefusedError(*reasons))


def take_tour(place: str) -> Arrange:
    """Point at the first controls of a place."""

    def arrange(window: MainWindow) -> None:
        (queue("all") if place == LIBRARY else article(place))(window)
        settle(window)
        window.tools.take_tour()

    return arrange


def read_guide(window: MainWindow) -> None:
    """Open the guide as a dialog, so that it is looked at like one; the program leaves it beside the work."""
    from workbench.ui.guide import Guide

    Guide(window, window.theme, window.language.code).exec()


SCENES: tuple[Scene, ...] = (
    Scene("library", queue("all")),
    Scene("library-drafts", queue("drafts")),
    Scene("library-review", queue("review"), REVIEWER),
    Scene("library-published-empty", queue("published")),
    Scene("library-nothing-found", search("all", "zzzz")),
    Scene("library-given", queue("given")),
    Scene("library-notices", queue("notices")),
    Scene("alignment", queue("alignment"), CHIEF),
    Scene("alignment-links", doubtful_links, CHIEF),
    Scene("memory", queue("memory")),
    Scene("memory-nothing-found", search("memory", "zzzz")),
    Scene("terms", queue("terms")),
    Scene("credits", queue("statistics")),
    Scene("dashboard", queue("dashboard")),
    Scene("guide", read_guide, is_dialog=True),
    Scene("guide-page", read_guide, is_dialog=True, then=scene_dialogs.turn_page),
    Scene("tour", take_tour(LIBRARY)),
    Scene("tour-editor", take_tour(EDITOR)),
    Scene("editor", article(EDITOR)),
    Scene("editor-engines", in_editor(scene_dialogs.ask_engines)),
    Scene("editor-findings", tab(1)),
    Scene("editor-comments", tab(2)),
    Scene("editor-history", tab(3)),
    Scene("editor-concordance", tab(4)),
    Scene("editor-find", trigger("edit.find", within=EDITOR)),
    Scene("editor-replace", trigger("edit.replace", within=EDITOR)),
    Scene("editor-preview", trigger("article.preview", within=EDITOR)),
    Scene("editor-dictionary", trigger("tools.dictionary", within=EDITOR), passes=True),
    Scene("editor-conflict", in_editor(scene_dialogs.show_conflict)),
    Scene("editor-replace-library", in_editor(scene_dialogs.replace_over_library), is_dialog=True),
    Scene("versions", compare_versions, is_dialog=True),
    Scene("editor-question", trigger("segment.omit", within=EDITOR)),
    Scene("editor-refused", trigger("article.submit", within=EDITOR)),
    Scene("review", article(REVIEW), REVIEWER),
    Scene("review-return", trigger("segment.return", within=REVIEW), REVIEWER),
    Scene("review-stops", go_over, REVIEWER),
    Scene("editor-returned", article(EDITOR, Stage.CHANGES_REQUESTED)),
    Scene("publish", article(PUBLISH), CHIEF),
    Scene("publish-not-ready", article(PUBLISH, Stage.DRAFTING), CHIEF),
    Scene("publish-words", opened(scene_dialogs.page_words), CHIEF, is_dialog=True),
    Scene("review-stretch", trigger("segment.return_stretch", within=REVIEW), REVIEWER, is_dialog=True),
    Scene("assign", trigger("article.assign"), CHIEF, is_dialog=True),
    Scene("publish-many", trigger("article.publish_many"), CHIEF, is_dialog=True),
    Scene("server", trigger("file.open_server"), is_dialog=True),
    Scene("sign-in", opened(scene_dialogs.sign_in), is_dialog=True),
    Scene("new-concept", opened(scene_dialogs.new_concept), is_dialog=True),
    Scene("candidates", opened(scene_dialogs.candidates), is_dialog=True),
    Scene("memory-domain", opened(scene_dialogs.domain), is_dialog=True),
    Scene("memory-pair", opened(scene_dialogs.pair), is_dialog=True),
    Scene("memory-entry", opened(scene_dialogs.entry), is_dialog=True),
    Scene(
        "memory-replace",
        opened(scene_dialogs.replace_in_memory),
        is_dialog=True,
        then=scene_dialogs.type_words,
    ),
    Scene("memory-figures", opened(scene_dialogs.figures), is_dialog=True),
    Scene("analysis", trigger("article.analyse"), is_dialog=True),
    Scene("house", trigger("tools.house"), CHIEF, is_dialog=True),
    Scene("house-name", opened(scene_dialogs.name), CHIEF, is_dialog=True),
    Scene("house-exception", opened(scene_dialogs.exception), CHIEF, is_dialog=True),
    Scene("accept-for-good", opened(scene_dialogs.accept_for_good), CHIEF, is_dialog=True),
    Scene("fonts", trigger("view.fonts"), is_dialog=True),
    Scene("batch-notice", opened(scene_dialogs.batch_notice), CHIEF, is_dialog=True),
    Scene("palette", trigger("tools.palette"), is_dialog=True),
    Scene("shortcuts", trigger("help.shortcuts"), is_dialog=True),
    Scene("keys", trigger("tools.keys"), is_dialog=True),
    Scene("people", trigger("tools.people"), CHIEF, is_dialog=True),
    Scene("who-is-working", trigger("file.person"), is_dialog=True),
    Scene("paste", trigger("file.paste"), is_dialog=True),
    Scene("address", trigger("file.address"), is_dialog=True),
    Scene("fill", trigger("article.draft", within=EDITOR), is_dialog=True),
    Scene("refused", refuse, is_dialog=True),
    Scene("about", trigger("help.about"), is_dialog=True),
    Scene("first-start", opened(scene_dialogs.first_start), is_dialog=True),
    Scene("new-person", opened(scene_dialogs.new_person), CHIEF, is_dialog=True),
    Scene("import-result", opened(scene_dialogs.import_result), is_dialog=True),
    Scene("import-held", opened(scene_dialogs.import_held), is_dialog=True),
    Scene("danger", opened(scene_dialogs.danger), is_dialog=True),
    Scene("exchange-notice", opened(scene_dialogs.exchange_notice), is_dialog=True),
    Scene("draft-notice", opened(scene_dialogs.draft_notice), is_dialog=True),
    *(
        Scene(f"settings-{group}", trigger("tools.settings"), CHIEF, is_dialog=True, then=page(group))
        for group, _ in PAGES
    ),
    Scene("settings-read-only", trigger("tools.settings"), is_dialog=True),
)
"""What is looked at before a release; a new screen adds a line."""
