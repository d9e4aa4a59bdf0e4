"""The language of the interface: English or Simplified Chinese, switched while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from workbench.resources import resource

ENGLISH, CHINESE = "en", "zh_CN"
LANGUAGES = (ENGLISH, CHINESE)


class Language(QObject):
    """Installs the translators; Qt then tells every widget by `QEvent.LanguageChange`."""

    changed = Signal()

    def __init__(self, code: str = "") -> None:
        super().__init__()
        self._translators: list[QTranslator] = []
        self.code = ENGLISH
        self.use(code or self.of_the_system())

    @staticmethod
    def of_the_system() -> str:
        """Return the language the system speaks, as far as we speak it."""
        is_chinese = QLocale.system().language() == QLocale.Language.Chinese
        return CHINESE if is_chinese else ENGLISH

    @property
    def locale(self) -> QLocale:
        """The way dates and numbers are written."""
        return QLocale(self.code if self.code != ENGLISH else "en_GB")

    def use(self, code: str) -> None:
        """Speak another language from now on."""
        if code == self.code and self._translators:
            return
        self.fall_silent()
        self.code = code if code in LANGUAGES else ENGLISH
        self._translators = self._load()
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        self.changed.emit()

    def fall_silent(self) -> None:
        """Take the translators away again."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []

    def _load(self) -> list[QTranslator]:
        ours, of_qt = QTranslator(), QTranslator()
        ours.load(str(resource(f"translations/workbench_{self.code}.qm")))
        if self.code == ENGLISH:
            return [ours]  # nothing but the plurals
        of_qt.load(f"qtbase_{self.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return [of_qt, ours]
