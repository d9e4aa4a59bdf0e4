"""Keys of draft servers: in the system's keyring, from the environment, or for this session only.

A key is nowhere else: not in the library, not in settings, not in logs (RELIABILITY.md 2.5).
"""

from __future__ import annotations

import os
from enum import StrEnum

import keyring
from keyring.errors import KeyringError, NoKeyringError

from workbench.errors import WorkbenchError
from workbench.sentences import say

SERVICE = "translation-workbench"
FROM_ENVIRONMENT = {
    "deepl": ("WORKBENCH_DEEPL_KEY", "DEEPL_AUTH_KEY"),
    "chat": ("WORKBENCH_CHAT_KEY",),
}
"""Variables that may hold a key, the first that is set counts."""

_session: dict[str, str] = {}


class KeyPlace(StrEnum):
    """Where the key of an engine comes from."""

    NOWHERE = "nowhere"
    SESSION = "this session"
    KEYRING = "the system's keyring"
    ENVIRONMENT = "the environment"


def key_of(engine: str) -> str:
    """Return the key of an engine, or "" when there is none.

    This session comes before the environment and the environment before the keyring.
    """
    return _found(engine)[1]


def place_of_key(engine: str) -> KeyPlace:
    """Return where the key of an engine comes from; this much may be shown."""
    return _found(engine)[0]


def variable_of(engine: str) -> str:
    """Return the variable of the environment that holds the key of an engine, "" when none does."""
    return next((name for name in FROM_ENVIRONMENT.get(engine, ()) if os.environ.get(name, "").strip()), "")


def variable_for(engine: str) -> str:
    """Return the variable of the environment in which a key may be put, "" when the engine has none."""
    return next(iter(FROM_ENVIRONMENT.get(engine, ())), "")


def can_keep_keys() -> bool:
    """Tell whether this system has a keyring; without one a key lasts for the session."""
    return getattr(keyring.get_keyring(), "priority", 0) >= 1


def keep_key(engine: str, key: str) -> KeyPlace:
    """Keep a key in the keyring, or for this session where there is none; return where it is now."""
    key = key.strip()
    if not key or not key.isprintable() or not key.isascii() or " " in key:
        raise WorkbenchError(
            say("That is no key: one consists of letters, digits and signs, without blanks. Copy it again.")
        )
    if can_keep_keys():
        try:
            keyring.set_password(SERVICE, engine, key)
        except (NoKeyringError, KeyringError):
            pass  # locked, or refused by the person: the session remains
        else:
            _session.pop(engine, None)
            return KeyPlace.KEYRING
    _session[engine] = key
    return KeyPlace.SESSION


def keep_key_for_session(engine: str, key: str) -> None:
    """Use a key until the program ends."""
    _session[engine] = key.strip()


def forget_key(engine: str) -> None:
    """Remove the key of an engine from the session and the keyring; the environment is not ours."""
    _session.pop(engine, None)
    try:
        if keyring.get_password(SERVICE, engine) is not None:
            keyring.delete_password(SERVICE, engine)
    except (NoKeyringError, KeyringError):
        return


def _found(engine: str) -> tuple[KeyPlace, str]:
    if key := _session.get(engine, ""):
        return KeyPlace.SESSION, key
    if name := variable_of(engine):
        return KeyPlace.ENVIRONMENT, os.environ[name].strip()
    try:
        key = keyring.get_password(SERVICE, engine) or ""
    except (NoKeyringError, KeyringError):
        key = ""
    return (KeyPlace.KEYRING, key) if key else (KeyPlace.NOWHERE, "")
