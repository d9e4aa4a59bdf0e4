"""What the Settings window asks of the desk, with the library and the person already in it."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from workbench.desk import private_keys
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
from workbench.desk.signing_keys import KeyRow, active_key, make_key, revoke_key
from workbench.desk.verifying import promises
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.model.progress import Progress
from workbench.sentences import Sentence, say


class KeyState(NamedTuple):
    """Where an engine's key comes from, or could: the variable of the environment, and whether there is a keyring."""

    place: KeyPlace
    variable: str
    can_keep: bool


class SigningState(NamedTuple):
    """A person's own signing key (None: they do not sign), whether it can be used now, and what approvals are worth."""

    key: KeyRow | None
    is_locked: bool
    is_at_hand: bool
    can_sign: bool
    promise: Sentence


class Told(NamedTuple):
    """Everything the window shows, read in one go; keys themselves are never among it."""

    values: dict[str, str]
    engines: list[EngineLine]
    keys: dict[str, KeyState]
    sent: list[Sent]
    figures: list[EngineFigures]
    signing: SigningState


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
            self.signing(),
        )

    def signing(self) -> SigningState:
        """Return how this person's approvals are signed."""
        by = self._by
        key = None if by is None else active_key(self._library, by)
        is_locked = key is not None and private_keys.is_locked(key.public)
        is_at_hand = key is not None and private_keys.is_at_hand(key.public)
        return SigningState(
            key, is_locked and not is_at_hand, is_at_hand, by is not None, promises(self._library)
        )

    def make_signing_key(self, passphrase: str) -> SigningState:
        """Make a key, in a file with a passphrase or in the keyring without; a former one is revoked."""
        make_key(self._library, self._person(), passphrase=passphrase)
        return self.signing()

    def unlock_signing_key(self, passphrase: str) -> SigningState:
        """Unlock the key until the program ends."""
        key = active_key(self._library, self._person())
        if key is not None:
            private_keys.unlock(key.public, passphrase)
        return self.signing()

    def revoke_signing_key(self, reason: str) -> SigningState:
        """Revoke the key, with a reason."""
        key = active_key(self._library, self._person())
        if key is not None:
            revoke_key(self._library, self._person(), key.fingerprint, reason)
        return self.signing()

    def _person(self) -> int:
        if self._by is None:
            raise WorkbenchError(say("Say who is working first."))
        return self._by

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
