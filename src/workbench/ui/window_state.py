"""What the window remembers between starts: size, language, appearance, who was working, and where."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

if TYPE_CHECKING:
    from workbench.ui.draft_dialogs import DraftOrder
    from workbench.ui.keymap import Keymap

KEPT_ARTICLES = 12
KEPT_LIBRARIES = 8


@dataclass(frozen=True, slots=True)
class Visit:
    """An article somebody worked on: where in the window, and at which target."""

    key: str
    headline: str
    place: str
    target_id: int = 0


class AcceptedPlaces:
    """Which libraries somebody wants to work in although they are in danger where they lie."""

    def __init__(self, stored: QSettings) -> None:
        self._stored = stored

    @property
    def accepted_places(self) -> list[str]:
        """The paths of those libraries."""
        return [str(path) for path in self._list("accepted_places")]

    def accept_place(self, path: str) -> None:
        """Ask no more about a library at this path."""
        self._keep("accepted_places", [*self.accepted_places, path])

    def _list(self, name: str) -> list[object]:
        try:
            kept = json.loads(str(self._stored.value(name, "[]")))
        except ValueError:
            return []
        return kept if isinstance(kept, list) else []

    def _keep(self, name: str, values: list[object] | list[str] | list[dict[str, object]]) -> None:
        self._stored.setValue(name, json.dumps(values, ensure_ascii=False))


class WindowState(AcceptedPlaces):
    """A small file of the person's own; nothing of the library is kept in it."""

    def __init__(self, path: Path | None = None) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        chosen = path or Path(folder) / "workbench" / "window.ini"
        super().__init__(QSettings(str(chosen), QSettings.Format.IniFormat))

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
    def article_face(self) -> str:
        """The chosen face of article text: serif, sans, or a pair of families."""
        return str(self._stored.value("article_face", "serif"))

    @article_face.setter
    def article_face(self, face: str) -> None:
        self._stored.setValue("article_face", face)

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

    @property
    def library(self) -> str:
        """The library that was shown last, "" when it is not known or its file is gone."""
        kept = next(iter(self.libraries), "")
        return kept if "://" in kept or Path(kept).is_file() else ""

    @property
    def libraries(self) -> list[str]:
        """The libraries that were shown, the last one first."""
        return [str(place) for place in self._list("libraries")]

    def remember_library(self, place: str) -> None:
        """Keep that this library is shown now."""
        others = [kept for kept in self.libraries if kept != place]
        self._keep("libraries", [place, *others][:KEPT_LIBRARIES])

    def forget_library(self, place: str) -> None:
        """Offer a library no longer: it is not there."""
        self._keep("libraries", [kept for kept in self.libraries if kept != place])

    def visits(self, place: str) -> list[Visit]:
        """Return the articles worked on in the library at `place`, the last one first."""
        found = []
        for kept in self._list(f"visits/{_name(place)}"):
            try:
                found.append(Visit(**kept))  # type: ignore[arg-type]  # what does not fit is left out
            except TypeError:
                continue
        return found

    def remember_visit(self, place: str, visit: Visit) -> None:
        """Keep where somebody stood in an article."""
        others = [kept for kept in self.visits(place) if kept.key != visit.key]
        self._keep(f"visits/{_name(place)}", [asdict(one) for one in [visit, *others][:KEPT_ARTICLES]])

    def forget_visit(self, place: str, key: str) -> None:
        """Offer an article no longer: it is not there."""
        kept = [asdict(one) for one in self.visits(place) if one.key != key]
        self._keep(f"visits/{_name(place)}", kept)

    def was_in_article(self, place: str) -> bool:
        """Tell whether the window was closed with an article open."""
        return str(self._stored.value(f"inside/{_name(place)}", "")) == "article"

    def remember_inside(self, place: str, *, is_in_article: bool) -> None:
        """Keep whether an article is open while the window closes."""
        self._stored.setValue(f"inside/{_name(place)}", "article" if is_in_article else "library")

    def split(self, name: str) -> QByteArray:
        """Return how the parts of a screen shared its width."""
        kept = self._stored.value(f"split/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def remember_split(self, name: str, split: QByteArray) -> None:
        """Keep how the parts of a screen share its width."""
        self._stored.setValue(f"split/{name}", split)

    @property
    def keymap(self) -> Keymap:
        """The keys this person works with."""
        from workbench.ui.keymap import Keymap, keymap_of  # not needed where nobody changed a key

        kept = str(self._stored.value("keys", ""))
        return keymap_of(kept) if kept else Keymap()

    @keymap.setter
    def keymap(self, keymap: Keymap) -> None:
        self._stored.setValue("keys", keymap.as_text())

    @property
    def has_own_keys(self) -> bool:
        """Whether another preset or other keys were chosen; quick, for the start."""
        return self._stored.contains("keys")

    def person(self, place: str) -> int | None:
        """Return who last worked in the library at `place`."""
        kept = str(self._stored.value(f"people/{_name(place)}", ""))
        return int(kept) if kept.isdigit() else None

    def remember_person(self, place: str, person_id: int) -> None:
        """Keep who works in the library at `place`."""
        self._stored.setValue(f"people/{_name(place)}", person_id)

    def has_drafts(self, place: str) -> bool:
        """Tell whether a queue of drafts was left in the library at `place`; quick, for the start."""
        return self._stored.contains(f"drafts/{_name(place)}")

    def draft_queue(self, place: str) -> DraftOrder | None:
        """Return the queue of drafts that a session did not get through in the library at `place`."""
        from workbench.ui.draft_dialogs import DraftOrder  # not needed for the first paint

        try:
            kept = json.loads(str(self._stored.value(f"drafts/{_name(place)}", "")))
            return DraftOrder(str(kept["engine"]), tuple(map(str, kept["keys"])), kept["most"])
        except (ValueError, KeyError, TypeError):
            return None

    def remember_draft_queue(self, place: str, order: DraftOrder) -> None:
        """Keep a queue of drafts until it is through; it holds keys of articles and no text."""
        kept = {"engine": order.engine, "keys": order.keys, "most": order.most_characters}
        self._stored.setValue(f"drafts/{_name(place)}", json.dumps(kept))
        self._stored.sync()

    def forget_draft_queue(self, place: str) -> None:
        """The queue is through, or nobody wants it any more."""
        self._stored.remove(f"drafts/{_name(place)}")
        self._stored.sync()


def _name(place: str) -> str:
    return place.replace("/", "|").replace("\\", "|")
