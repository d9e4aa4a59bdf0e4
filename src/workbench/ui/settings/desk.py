"""What the Settings window asks of the desk, with the library and the person already in it."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from workbench.desk.accounts import EngineLine, Sent, list_engines, sent_by_people, try_engine
from workbench.desk.keys import (
    KeyPlace,
    can_keep_keys,
    forget_key,
    keep_key,
    place_of_key,
    variable_for,
    variable_of,
)
from workbench.desk.machine import EngineFigures, engine_figures
from workbench.desk.settling import change_setting, read_settings
from workbench.library.library import Library
from workbench.model.progress import Progress


class KeyState(NamedTuple):
    """Where an engine's key comes from, or could: the variable of the environment, and whether there is a keyring."""

    place: KeyPlace
    variable: str
    can_keep: bool


class Told(NamedTuple):
    """Everything the window shows, read in one go; keys themselves are never among it."""

    values: dict[str, str]
    engines: list[EngineLine]
    keys: dict[str, KeyState]
    sent: list[Sent]
    figures: list[EngineFigures]


class SettingsDesk:
    """Reads and changes the settings of one library for one person."""

    def __init__(self, library: Library, person_id: int | None) -> None:
        self._library, self._by = library, person_id

    def read(self) -> Told:
        """Read everything; asking the keyring may take a moment."""
        engines = list_engines(self._library)
        keys = {engine.key: self.key_state(engine.key) for engine in engines if engine.takes_key}
        return Told(
            read_settings(self._library),
            engines,
            keys,
            sent_by_people(self._library),
            engine_figures(self._library),
        )

    def change(self, name: str, value: str) -> str:
        """Store a value and return it as it was stored; raises `WorkbenchError` naming what is allowed."""
        return change_setting(self._library, self._by, name, value)

    def keep_key(self, engine: str, key: str) -> KeyState:
        """Keep a key where this system keeps secrets, or for this session."""
        keep_key(engine, key)
        return self.key_state(engine)

    def forget_key(self, engine: str) -> KeyState:
        """Forget the key of an engine."""
        forget_key(engine)
        return self.key_state(engine)

    def key_state(self, engine: str) -> KeyState:
        """Return where a key comes from."""
        return KeyState(place_of_key(engine), variable_of(engine) or variable_for(engine), can_keep_keys())

    def trying(self, engine: str) -> Generator[Progress, None, str]:
        """Try an engine without drafting anything; returns a sentence, or raises `EngineError` with one."""
        yield Progress(0, 1, engine)
        return try_engine(self._library, engine)
