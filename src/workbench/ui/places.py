"""The places of the window beside the Library: what they must offer, and how they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from workbench.errors import WorkbenchError
from workbench.model.progress import Progress
from workbench.model.rows import PersonRow
from workbench.ui.actions import Actions
from workbench.ui.background import Background
from workbench.ui.empty_states import EmptyState
from workbench.ui.language import Language
from workbench.ui.library_desk import LibraryDesk
from workbench.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a place is handed: appearance, language, actions, lanes, the open library and who works."""

    theme: Theme
    language: Language
    actions: Actions
    background: Background
    desk: LibraryDesk
    person: PersonRow


@dataclass(frozen=True, slots=True)
class Activity:
    """Long work that a place asks the window to do in sight, with a way to stop it; `done` gets what it returns."""

    name: str
    steps: Callable[[], Iterator[Progress]]
    done: Callable[[Any], None]
    failed: Callable[[WorkbenchError], None]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands in an article: its key and headline, and the target with the caret (0: none)."""

    key: str
    headline: str
    target_id: int = 0


class ArticlePlace(QWidget):
    """A place that shows one article: the Editor, the review, the publishing desk.

    `left` asks to go back to the Library; `facts_changed` carries what the status line shows;
    `saving_changed` carries a `Saving`; `article_asked` the key of another article to go to;
    `row_asked` a place and a target of this article; `activity_asked` an `Activity`.
    """

    left = Signal()
    facts_changed = Signal(list)
    saving_changed = Signal(object)
    place_asked = Signal(str)
    row_asked = Signal(str, int)
    article_asked = Signal(str)
    activity_asked = Signal(Activity)

    def open_article(self, key: str, language: str) -> None:
        """Show an article."""
        raise NotImplementedError

    def resume(self, target_id: int) -> None:
        """Put the caret into this target when the next article is shown."""

    def standing(self) -> Standing | None:
        """Return where one stands, None while no article is shown."""
        return None

    def splits(self) -> list[QSplitter]:
        """Return the splitters a person can move, for their widths to be remembered."""
        return []

    def leave(self) -> None:
        """Write what is still waiting; the window goes elsewhere."""

    def forget(self) -> None:
        """The place is thrown away (another library, another person): listen to nothing any longer."""

    def take_focus(self) -> None:
        """Put the caret where work goes on."""
        self.setFocus()


PlaceFactory = Callable[[Surroundings], ArticlePlace]


class ComingPlace(ArticlePlace):
    """Stands where a place is not there yet, and says so."""

    def __init__(self, around: Surroundings, icon_name: str) -> None:
        super().__init__()
        self.setObjectName("place")
        self._around = around
        self._empty = EmptyState(around.theme, icon_name)
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)
        self._retranslate()

    def open_article(self, key: str, language: str) -> None:
        """Nothing is shown yet."""

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._empty.show_words(
            self.tr("Open an article first"),
            self.tr("This place works on one article. Choose it in the Library."),
            [self._around.actions["view.library"]],
        )
