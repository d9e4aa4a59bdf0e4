"""What the window remembers between starts: its size, its language, its appearance, who was working."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


class WindowState:
    """A small file of the person's own; nothing of the library is kept in it."""

    def __init__(self, path: Path | None = None) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        chosen = path or Path(folder) / "workbench" / "window.ini"
        self._stored = QSettings(str(chosen), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The chosen language of the interface, "" to follow the system."""
        return str(self._stored.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._stored.setValue("language", code)

    @property
    def mode(self) -> str:
        """The chosen appearance: system, light or dark."""
        return str(self._stored.value("appearance", "system"))

    @mode.setter
    def mode(self, mode: str) -> None:
        self._stored.setValue("appearance", mode)

    @property
    def article_px(self) -> int:
        """The chosen size of article text in pixels."""
        kept = str(self._stored.value("article_px", "15"))
        return int(kept) if kept.isdigit() and 11 <= int(kept) <= 32 else 15

    @article_px.setter
    def article_px(self, pixels: int) -> None:
        self._stored.setValue("article_px", pixels)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        kept = self._stored.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._stored.setValue("geometry", geometry)

    @property
    def folder(self) -> str:
        """The folder that files were last taken from."""
        return str(self._stored.value("folder", ""))

    @folder.setter
    def folder(self, folder: str) -> None:
        self._stored.setValue("folder", folder)

    def person(self, place: str) -> int | None:
        """Return who last worked in the library at `place`."""
        kept = str(self._stored.value(f"people/{_name(place)}", ""))
        return int(kept) if kept.isdigit() else None

    def remember_person(self, place: str, person_id: int) -> None:
        """Keep who works in the library at `place`."""
        self._stored.setValue(f"people/{_name(place)}", person_id)


def _name(place: str) -> str:
    return place.replace("/", "|").replace("\\", "|")
