"""Following a shared library: hear what others commit, and catch up after the line was lost."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, text

from workbench.library.news import catch_up, from_line
from workbench.library.server.announcing import CHANNEL
from workbench.library.server.connecting import connect

if TYPE_CHECKING:
    from workbench.library.library import Library

log = logging.getLogger(__name__)
LISTEN_SECONDS = 0.5
NOTE_SECONDS = 30.0
"""How often the server's time is noted: after a loss, what changed since is told again, and twice does no harm."""
LONGEST_PAUSE_SECONDS = 30.0


def follow_server(library: Library) -> Iterator[bool]:
    """Tell the listeners what other programs commit; after a loss try again, waiting 1 to 30 seconds.

    Yields whether the server can be reached, as far as is known.
    """
    pause, since = 1.0, _now(library)
    while True:
        engine = connect(library.place)
        try:
            with contextlib.closing(_own_line(engine)) as driver:
                driver.autocommit = True
                driver.execute(f"LISTEN {CHANNEL}")
                if since is not None:
                    catch_up(library, since)
                pause = 1.0
                while True:
                    answer = _now(library)
                    since = answer or since
                    until = time.monotonic() + NOTE_SECONDS
                    while time.monotonic() < until:
                        _hear(driver, library)
                        yield answer is not None
        except Exception as error:  # noqa: BLE001 - psycopg's and SQLAlchemy's: the line is lost, whatever it is called
            log.info("not following the library for %s s: %s", pause, type(error).__name__)
        finally:
            engine.dispose()
        lost_at = time.monotonic()
        until = lost_at + pause
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        while time.monotonic() < until and library.answered_at < lost_at:
            yield False
            time.sleep(0.2)


def _own_line(engine: Engine) -> Any:
    """Return a driver's connection that no pool takes back: it may break at any time."""
    fairy = engine.raw_connection()
    driver = fairy.driver_connection
    fairy.detach()
    return driver


def _hear(driver: Any, library: Library) -> None:
    for notice in driver.notifies(timeout=LISTEN_SECONDS, stop_after=1):
        changes = from_line(notice.payload, library.client)
        if changes is not None:
            library.announce(changes)


def _now(library: Library) -> datetime | None:
    """Return the server's time: no client's clock decides what is new (RELIABILITY.md, D15)."""
    try:
        with library.reading() as tx:
            moment: datetime | None = tx.scope.session.scalar(text("SELECT clock_timestamp()"))
            return moment
    except Exception:  # noqa: BLE001 - no answer now: what was known stands
        return None
