"""Patience with a server: a call that is not answered in time is ended by closing its socket.

A frozen server answers nothing, and neither `statement_timeout` nor TCP keep-alives return within half a
minute (RELIABILITY.md, D16), so every call has a watch of its own.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError

PATIENCE_SECONDS = 10.0
"""How long one statement may take to be answered."""

_watch_numbers = itertools.count(1)


class Watch:
    """One thread that ends calls whose time is up; it sleeps while nobody waits."""

    def __init__(self) -> None:
        self._waiting: dict[int, tuple[float, Any]] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def begin(self, driver: Any, seconds: float) -> int:
        """Watch a call on a driver's connection; return the number that ends the watch."""
        number = next(_watch_numbers)
        with self._changed:
            self._waiting[number] = (time.monotonic() + seconds, driver)
            if self._thread is None:
                self._thread = threading.Thread(target=self._look, name="patience", daemon=True)
                self._thread.start()
            if len(self._waiting) == 1:
                self._changed.notify()
        return number

    def end(self, number: int) -> None:
        """The call was answered."""
        with self._changed:
            self._waiting.pop(number, None)

    def _look(self) -> None:
        while True:
            with self._changed:
                while not self._waiting:
                    self._changed.wait()
                due = [
                    (n, driver) for n, (until, driver) in self._waiting.items() if until < time.monotonic()
                ]
                for number, _ in due:
                    del self._waiting[number]
            for _, driver in due:
                _cut(driver)
            time.sleep(0.25)


_watch = Watch()


def be_patient(engine: Engine) -> None:
    """Watch every statement of an engine, the question whether a kept connection still lives, and its tidying up."""

    @event.listens_for(engine, "checkout")
    def checked_out(driver: Any, _record: object, _proxy: object) -> None:
        number = _watch.begin(driver, PATIENCE_SECONDS)
        try:
            driver.execute("SELECT 1")
            driver.rollback()
        except Exception as error:
            raise DisconnectionError from error
        finally:
            _watch.end(number)

    @event.listens_for(engine, "reset")
    def tidied(driver: Any, record: Any, _state: object) -> None:
        record.info["tidying"] = _watch.begin(driver, PATIENCE_SECONDS)

    @event.listens_for(engine, "checkin")
    def checked_in(_driver: Any, record: Any) -> None:
        _watch.end(record.info.pop("tidying", 0))

    @event.listens_for(engine, "before_cursor_execute")
    def before(connection: Connection, *_: Any) -> None:
        driver = connection.connection.driver_connection
        connection.info.setdefault("watches", []).append(_watch.begin(driver, PATIENCE_SECONDS))

    @event.listens_for(engine, "after_cursor_execute")
    def after(connection: Connection, *_: Any) -> None:
        _end(connection)

    @event.listens_for(engine, "handle_error")
    def failed(context: Any) -> None:
        if context.connection is not None:
            _end(context.connection)


def _end(connection: Connection) -> None:
    with contextlib.suppress(Exception):  # an invalidated connection has no info any more
        while connection.info.get("watches"):
            _watch.end(connection.info["watches"].pop())


@contextlib.contextmanager
def watched(connection: Connection, seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Watch what is not a statement: a commit."""
    number = _watch.begin(connection.connection.driver_connection, seconds)
    try:
        yield
    finally:
        _watch.end(number)


def _cut(driver: Any) -> None:
    """Shut the socket under a call, so that it fails at once with a lost connection."""
    with (
        contextlib.suppress(OSError, ValueError, AttributeError),
        socket.socket(fileno=os.dup(driver.pgconn.socket)) as under,
    ):
        under.shutdown(socket.SHUT_RDWR)
