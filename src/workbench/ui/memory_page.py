"""The translation memory as a page: everything in it, what stands twice or contradicts itself, changed line by line or in bulk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTableWidget, QWidget

from workbench.ui.asset_page import AssetPage, bar_of, bind_on
from workbench.ui.assets import Exchange, bring_in_memory, take_out_memory
from workbench.ui.background import Background
from workbench.ui.labels import PlainLabel
from workbench.ui.memory_dialogs import (
    DomainQuestion,
    EntryQuestion,
    FiguresNotice,
    PairQuestion,
    ReplaceQuestion,
)
from workbench.ui.theme import Theme
from workbench.ui.words import say_language

if TYPE_CHECKING:
    from workbench.desk.maintaining import Replacement
    from workbench.desk.remembering import Remembered
    from workbench.library.library import Library
    from workbench.library.memories import EntryFilter
    from workbench.library.memory_upkeep import MemoryFigures

    Shown = tuple[list[Remembered], list[bool], ZoneInfo]
    """Entries, for each whether it begins a group, and the zone in which their days are said."""

ALL, TWICE, SEVERAL, RETIRED = "all", "twice", "several", "retired"
SHOWN = 500


def say_view(view: str) -> str:
    """Return the name of a way of looking at the memory."""
    return {
        ALL: QCoreApplication.translate("memory", "All entries"),
        TWICE: QCoreApplication.translate("memory", "Standing several times"),
        SEVERAL: QCoreApplication.translate("memory", "Several translations"),
        RETIRED: QCoreApplication.translate("memory", "Retired"),
    }[view]


def say_origin(origin: str) -> str:
    """Return where an entry comes from, as a person reads it."""
    return {
        "confirmed": QCoreApplication.translate("memory", "confirmed here"),
        "aligned": QCoreApplication.translate("memory", "aligned"),
        "tmx": QCoreApplication.translate("memory", "imported"),
        "": QCoreApplication.translate("memory", "unknown"),
    }.get(origin, origin)


def read_entries(
    library: Library, view: str, text: str, only: EntryFilter
) -> tuple[list[Remembered], list[bool]]:
    """Return the entries of a view, and for each whether it begins a group."""
    from workbench.desk import maintaining

    if view in {ALL, RETIRED}:
        found = maintaining.browse(library, text, only=only, limit=SHOWN, is_retired=view == RETIRED)
        return found, [True] * len(found)
    groups = (maintaining.duplicates if view == TWICE else maintaining.contradictions)(library, only, text)
    entries = [entry for group in groups for entry in group.entries]
    return entries, [place == 0 for group in groups for place in range(len(group.entries))]


class MemoryPage(AssetPage):
    """Looks at the memory and changes it; what is shown can be narrowed by origin, person and domain."""

    def __init__(self, theme: Theme, background: Background) -> None:
        self._entries: list[Remembered] = []
        self._are_languages_known = False
        self._undo: Callable[[], object] | None = None
        super().__init__(theme, background, "memory")
        self.table.setSelectionMode(QTableWidget.SelectionMode.ExtendedSelection)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.doubleClicked.connect(self._edit)
        bind_on(
            self.table,
            {
                "F2": self._edit,
                "Del": self._retire_or_restore,
                "Ctrl+H": self._replace,
                "Ctrl+Z": self._take_back,
            },
        )

    def come_up(self) -> None:
        """Be looked at: fill the filters with what there is."""
        self._are_languages_known, self._undo = False, None
        super().come_up()
        self._ask_for_figures(self._fill_filters)

    def ask(self) -> None:
        """Read what the view, the search and the filters say."""
        if self._desk is None:
            return
        desk, view, text, only = self._desk, self.view.currentData(), self._words(), self._filter()

        def read() -> Shown:
            return *read_entries(desk.library, view, text, only), ZoneInfo(desk.time_zone())

        self._background.look_up("asset", read, self._show_entries)
        if not self._are_languages_known:
            self._are_languages_known, library = True, desk.library
            self._background.look_up(
                "memory.targets", lambda: _languages_remembered(library), self._fill_languages
            )

    def _words(self) -> str:
        return self.search.text().strip()

    def _filter(self) -> EntryFilter:
        from workbench.library.memories import EntryFilter

        return EntryFilter(
            target_language=self.target_language,
            origin=self.origin.currentData() or "",
            creator=self.person.currentData() or "",
            domain=self.domain.currentData() or "",
        )

    def _read_file(self, library: Library, path: Path) -> None:
        def ask(found: list[str]) -> None:
            self._choose_pair(
                found, self.tr("Import"), lambda pair: bring_in_memory(library, path, None, pair)
            )

        self._background.look_up("memory.languages", lambda: _languages_of(path), ask)

    def _write_file(self, library: Library, path: Path) -> None:
        def ask(found: list[str]) -> None:
            languages = ["zh", *found]
            self._choose_pair(languages, self.tr("Export"), lambda pair: take_out_memory(library, path, pair))

        self._background.look_up("memory.languages", lambda: _languages_remembered(library), ask)

    def _choose_pair(
        self, languages: Sequence[str], act: str, exchange: Callable[[tuple[str, str]], Exchange]
    ) -> None:
        """Ask which pair of languages is meant, unless it can only be Chinese and English; then go on with it."""
        pair = ("zh", "en")
        self._are_languages_known = False
        if not {"zh", "en"}.issuperset(languages):
            question = PairQuestion(self, languages, accept=act)
            if not question.exec():
                return
            pair = question.pair
        self._exchange(lambda: exchange(pair))

    @property
    def target_language(self) -> str:
        """The language of the targets that are shown."""
        return self.language.currentData() or "en"

    def _columns(self) -> tuple[str, ...]:
        source, _, *others = super()._columns()
        return source, say_language(self.target_language), *others

    def chosen(self) -> list[Remembered]:
        """Return the chosen entries."""
        return [self._entries[row] for row in self.chosen_rows()]

    def _show_entries(self, found: Shown) -> None:
        self._entries, begins, zone = found
        row = self.table.currentRow()
        pairs = zip(self._entries, begins, strict=True)
        self._fill([_cells(entry, zone, is_first=first) for entry, first in pairs])
        self.stay_near(row)
        self._offer()

    def _words_of_count(self, count: int) -> str:
        if count == SHOWN and self.view.currentData() in {ALL, RETIRED}:
            return self.tr("The newest %1 lines", "", count).replace("%1", f"{count:,}")
        return super()._words_of_count(count)

    def _widths(self) -> dict[int, int]:
        return {2: 132, 3: 120, 4: 116, 5: 100, 6: 64}

    def _above(self) -> list[QWidget]:
        self.view, self.origin, self.person, self.domain, self.language = (QComboBox() for _ in range(5))
        self.language.hide()
        for view in (ALL, TWICE, SEVERAL, RETIRED):
            self.view.addItem(say_view(view), view)
        for box in (self.view, self.language, self.origin, self.person, self.domain):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _: self.ask())
        self.figures = QPushButton()
        self.figures.clicked.connect(self._show_figures)
        return [bar_of(self.view, self.language, self.origin, self.person, self.domain, None, self.figures)]

    def _below(self) -> list[QWidget]:
        self.edit, self.replace, self.give_domain, self.merge, self.retire = (QPushButton() for _ in range(5))
        acts: list[tuple[QPushButton, Callable[[], None]]] = [
            (self.edit, self._edit),
            (self.replace, self._replace),
            (self.give_domain, self._give_domain),
            (self.merge, self._merge),
            (self.retire, self._retire_or_restore),
        ]
        self.said = PlainLabel(tone="muted")
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for button, act in acts:
            button.clicked.connect(act)
        return [bar_of(*(button for button, _ in acts), None, self.said)]

    def _offer(self) -> None:
        """Switch on what can be done with the chosen entries."""
        count, view = len(self.chosen_rows()), self.view.currentData()
        can_write = self._desk is not None and self._desk.is_writable
        self.edit.setEnabled(can_write and count == 1 and view != RETIRED)
        for button in (self.replace, self.give_domain):
            button.setEnabled(can_write and count > 0 and view != RETIRED)
        self.retire.setEnabled(can_write and count > 0)
        self.merge.setVisible(view == TWICE)
        self.merge.setEnabled(can_write and bool(self._entries))
        self.retire.setText(self.tr("Use again") if view == RETIRED else self.tr("Retire (Del)"))
        words = [self.tr("%1 chosen").replace("%1", f"{count:,}")] if count else []
        words += [self.tr("Undo: Ctrl+Z")] if self._undo is not None else []
        self.said.setText(" · ".join(words))

    def _edit(self) -> None:
        chosen = self.chosen()
        if len(chosen) != 1 or not self.edit.isEnabled() or self._desk is None:
            return
        question = EntryQuestion(self, chosen[0], self.target_language)
        if question.exec():
            from workbench.desk.maintaining import edit_entry

            library, number, target, note = self._desk.library, chosen[0].id, question.target, question.note
            self._background.write(lambda: edit_entry(library, number, target=target, note=note), self._done)

    def _replace(self) -> None:
        chosen = self.chosen()
        if not chosen or not self.replace.isEnabled() or self._desk is None:
            return
        question = ReplaceQuestion(self, chosen)
        if question.exec():
            from workbench.desk.maintaining import apply_replacements, take_back_replacements

            library, planned, by = self._desk.library, self._planned(question), self.person_id

            def keep(done: list[tuple[int, int]]) -> None:
                self._undo = lambda: take_back_replacements(library, done, by)
                self._done(done)

            self._background.write(lambda: apply_replacements(library, planned, by), keep)

    def _planned(self, question: ReplaceQuestion) -> Sequence[Replacement]:
        from workbench.desk.maintaining import Replacement

        return [Replacement(entry, target) for entry, target in question.planned()]

    def _give_domain(self) -> None:
        ids = [entry.id for entry in self.chosen()]
        if not ids or self._desk is None:
            return
        question = DomainQuestion(self, [self.domain.itemData(n) for n in range(1, self.domain.count())])
        if question.exec():
            from workbench.desk.maintaining import give_domain

            library, domain = self._desk.library, question.domain
            before = [(entry.id, entry.domain) for entry in self.chosen()]

            def give_back() -> None:
                for number, old in before:
                    give_domain(library, [number], old)

            self._undo = give_back
            self._background.write(lambda: give_domain(library, ids, domain), self._done)

    def _merge(self) -> None:
        if self._desk is not None:
            from workbench.desk.maintaining import merge_duplicates

            library, by, only, words = self._desk.library, self.person_id, self._filter(), self._words()
            self._background.run(
                lambda: merge_duplicates(library, by, only=only, words=words), None, self._done
            )

    def _retire_or_restore(self) -> None:
        ids = [entry.id for entry in self.chosen()]
        if not ids or not self.retire.isEnabled() or self._desk is None:
            return
        from workbench.desk.maintaining import restore_entries, retire_entries

        library = self._desk.library
        acts = retire_entries, restore_entries
        act, back = reversed(acts) if self.view.currentData() == RETIRED else acts
        self._undo = lambda: back(library, ids)
        self._background.write(lambda: act(library, ids), self._done)

    def _take_back(self) -> None:
        """Take the last act of this page back; one step, as long as the page is looked at."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._background.write(undo, self._done)

    def _done(self, _answer: object) -> None:
        self.ask()

    def _show_figures(self) -> None:
        self._ask_for_figures(self._tell_figures)

    def _ask_for_figures(self, tell: Callable[[MemoryFigures], None]) -> None:
        if self._desk is not None:
            library, language = self._desk.library, self.target_language
            self._background.look_up("memory.figures", lambda: _figures(library, language), tell)

    def _fill_languages(self, found: list[str]) -> None:
        """Offer the languages of the targets, where there is more than English."""
        shown = self.target_language
        self.language.blockSignals(True)
        self.language.clear()
        for language in dict.fromkeys(["en", *found]):
            self.language.addItem(say_language(language), language)
        self.language.setCurrentIndex(max(self.language.findData(shown), 0))
        self.language.blockSignals(False)
        self.language.setVisible(self.language.count() > 1)

    def _tell_figures(self, found: MemoryFigures) -> None:
        FiguresNotice(self, found).open()

    def _fill_filters(self, found: MemoryFigures) -> None:
        boxes = ((self.origin, found.origins), (self.person, found.creators), (self.domain, found.domains))
        for box, words in boxes:
            kept = box.currentData()
            box.blockSignals(True)
            while box.count() > 1:
                box.removeItem(1)
            for word, count in words:
                if word:
                    shown = say_origin(word) if box is self.origin else word
                    box.addItem(f"{shown} ({count:,})", word)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            for place in range(self.view.count()):
                self.view.setItemText(place, say_view(self.view.itemData(place)))
            for place in range(1, self.origin.count()):
                _, _, count = self.origin.itemText(place).rpartition(" (")
                self.origin.setItemText(place, f"{say_origin(self.origin.itemData(place))} ({count}")
        super().changeEvent(event)

    def _retranslate(self) -> None:
        super()._retranslate()
        every = (
            (self.origin, self.tr("From anywhere"), self.tr("Origin")),
            (self.person, self.tr("By anybody"), self.tr("Person")),
            (self.domain, self.tr("Any domain"), self.tr("Domain")),
        )
        for box, words, name in every:
            box.blockSignals(True)
            if box.count():
                box.setItemText(0, words)
            else:
                box.addItem(words, "")
            box.blockSignals(False)
            box.setAccessibleName(name)
        self.view.setAccessibleName(self.tr("What is shown"))
        self.language.setAccessibleName(self.tr("Target language"))
        for place in range(self.language.count()):
            self.language.setItemText(place, say_language(self.language.itemData(place)))
        self.figures.setText(self.tr("Figures…"))
        self.edit.setText(self.tr("Edit… (F2)"))
        self.replace.setText(self.tr("Replace words… (Ctrl+H)"))
        self.give_domain.setText(self.tr("Domain…"))
        self.merge.setText(self.tr("Merge them all"))
        self._offer()


def _languages_of(path: Path) -> list[str]:
    from workbench.desk.exchanging import languages_of

    return languages_of(path)


def _languages_remembered(library: Library) -> list[str]:
    from workbench.desk.exchanging import languages_remembered

    return languages_remembered(library)


def _figures(library: Library, language: str) -> MemoryFigures:
    from workbench.desk.maintaining import memory_figures
    from workbench.library.memories import EntryFilter

    return memory_figures(library, EntryFilter(target_language=language))


def _cells(entry: Remembered, zone: ZoneInfo, *, is_first: bool) -> tuple[str, ...]:
    return (
        entry.source if is_first else "〃",
        entry.target,
        say_origin(entry.origin),
        entry.creator,
        entry.dated(zone),
        entry.domain,
        f"{entry.uses:,}",
    )
