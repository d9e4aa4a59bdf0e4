"""Connections to a server: encrypted and verified by default, signed in, and knowing the schema.

The password comes from the address, the environment, libpq's password file, the system's keyring, or what
the person typed this session; it is never written anywhere else.
"""

from __future__ import annotations

import contextlib
import logging
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

from workbench.library.place import Place
from workbench.library.server.patience import be_patient

log = logging.getLogger(__name__)
KEYRING_SERVICE = "workbench library"
CONNECT_SECONDS = 5
LOCAL = {"localhost", "127.0.0.1", "::1", ""}
_typed: dict[str, str] = {}


def connect(place: Place, *, schema: int = 0, is_reader: bool = False) -> Engine:
    """Return an engine for a server; `schema` is what this program tells the guards it knows (0: nothing yet).

    A reader's connections refuse to write; calls that are not answered in time are ended.
    """
    settings = _settings() | ({"options": "-c default_transaction_read_only=on"} if is_reader else {})
    engine = create_engine(_secured(place.url), pool_size=5, max_overflow=20, connect_args=settings)
    # Many rows go in as one statement: each statement is guarded and answered for.
    engine.dialect.use_insertmanyvalues_wo_returning = True

    @event.listens_for(engine, "do_connect")
    def on_connect(
        _dialect: object, _record: object, _arguments: list[Any], settings: dict[str, Any]
    ) -> None:
        if not settings.get("password") and (password := password_for(place)):
            settings["password"] = password

    if schema:

        @event.listens_for(engine, "connect")
        def on_connected(driver: Any, _record: object) -> None:
            introduce(driver, schema)

    be_patient(engine)
    return engine


def introduce(driver: Any, schema: int) -> None:
    """Tell the guards which schema this program knows; an older program is refused there (D17)."""
    was_autocommit = driver.autocommit
    driver.autocommit = True
    driver.execute("SELECT guard.welcome(%s)", (schema,))
    driver.autocommit = was_autocommit


def _settings() -> dict[str, Any]:
    return {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "workbench",
        "keepalives_idle": 10,
        "keepalives_interval": 3,
        "keepalives_count": 3,
        "tcp_user_timeout": 10_000,
    }


def _secured(url: URL) -> URL:
    """Demand a verified certificate of every server that is not this computer, unless the address says otherwise."""
    is_local = (url.host or "").lower() in LOCAL or (url.host or "").startswith("/")
    if is_local or "sslmode" in url.query:
        return url
    return url.update_query_dict({"sslmode": "verify-full", "sslrootcert": "system"})


def account_of(place: Place) -> str:
    """Return what a password is kept under: account, server and database."""
    url = place.url
    return f"{url.username or ''}@{url.host or 'localhost'}:{url.port or 5432}/{url.database}"


def password_for(place: Place) -> str | None:
    """Return the password typed this session or kept in the system's keyring, if any."""
    account = account_of(place)
    if account in _typed:
        return _typed[account]
    import keyring

    try:
        return keyring.get_password(KEYRING_SERVICE, account)
    except Exception:  # noqa: BLE001 - a keyring that is broken, locked or absent is no keyring
        log.info("there is no keyring to ask")
        return None


def remember_password(place: Place, password: str, *, keep: bool) -> bool:
    """Use a password from now on; with `keep` put it into the keyring. Return whether it is kept there."""
    _typed[account_of(place)] = password
    if not keep:
        return False
    import keyring

    try:
        keyring.set_password(KEYRING_SERVICE, account_of(place), password)
    except Exception:  # noqa: BLE001 - as above: then it is for this session only
        return False
    return password_for(place) == password and _is_kept(place)


def forget_password(place: Place) -> None:
    """Take a password out of the session and the keyring."""
    _typed.pop(account_of(place), None)
    import keyring

    with contextlib.suppress(Exception):
        keyring.delete_password(KEYRING_SERVICE, account_of(place))


def forget_typed(place: Place) -> None:
    """Take back a password that was typed and refused: a newer one may stand in the keyring."""
    _typed.pop(account_of(place), None)


def _is_kept(place: Place) -> bool:
    import keyring

    try:
        return keyring.get_password(KEYRING_SERVICE, account_of(place)) is not None
    except Exception:  # noqa: BLE001 - as above
        return False
