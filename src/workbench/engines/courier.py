"""Requests that end: a deadline for all tries together, few tries, a limit on the answer, and a way out.

The deadline holds against servers that send a byte a second: each try runs in a thread of its own, which is
left behind, its connection closed, when the time is up or somebody cancels.
"""

from __future__ import annotations

import contextlib
import random
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx

from workbench.engines.remote import is_this_computer, quieten
from workbench.errors import EngineError
from workbench.sentences import Sentence, join, say

AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504, 529))
"""Statuses after which another try can help."""

_GLANCE_S = 0.05
_BROKEN = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError, RuntimeError)
"""What a connection can end in; a RuntimeError when it was closed while it was still read."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server: seconds, tries and bytes (RELIABILITY.md, N2).

    `deadline_s` bounds all tries of one request together, without the waits that the server itself asked for
    by Retry-After; a wait longer than `longest_wait_s` is not waited for. `clock` tells the time by which all this goes.
    """

    deadline_s: float = 30.0
    try_s: float = 15.0
    tries: int = 5
    first_wait_s: float = 0.5
    longest_wait_s: float = 60.0
    most_bytes: int = 10_000_000
    clock: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `retry_after_s` is how long it asks to be left alone."""

    status: int
    text: str
    retry_after_s: float | None = None


class CancelledError(EngineError):
    """Somebody cancelled while a server was being waited for."""


class Courier:
    """Sends requests to one server; `name` is what sentences call it."""

    def __init__(
        self,
        name: str,
        patience: Patience | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        quieten()
        self._name = name
        self._patience = patience or Patience()
        self._is_cancelled = is_cancelled
        self._client: httpx.Client | None = None

    def send(
        self, method: str, address: str, *, headers: Mapping[str, str], json: object | None = None
    ) -> Answer:
        """Return the server's answer, after more tries where these can help.

        Raises `EngineError` when none comes, and `CancelledError`.
        """
        patience = self._patience
        ends = patience.clock() + patience.deadline_s
        for turn in range(1, patience.tries + 1):
            answer, failure = self._attempt(method, address, headers, json, ends)
            if answer is not None and answer.status not in AGAIN:
                return answer
            asked = answer.retry_after_s if answer is not None else None
            wait = self._backoff(turn) if asked is None else asked
            if asked is not None:
                ends += min(asked, patience.longest_wait_s)
            is_over = turn == patience.tries or wait > patience.longest_wait_s
            if is_over or patience.clock() + wait >= ends:
                break
            self._rest(wait)
        if answer is not None:
            return answer
        assert failure is not None
        raise failure

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _attempt(
        self, method: str, address: str, headers: Mapping[str, str], json: object | None, ends: float
    ) -> tuple[Answer | None, EngineError | None]:
        try:
            return self._once(method, address, headers, json, ends), None
        except CancelledError:
            raise
        except EngineError as error:
            if error.is_final:
                raise
            return None, error

    def _once(
        self, method: str, address: str, headers: Mapping[str, str], json: object | None, ends: float
    ) -> Answer:
        seconds = max(0.05, min(self._patience.try_s, ends - self._patience.clock()))
        client = self._connected(address)
        future: Future[Answer] = Future()
        is_over = threading.Event()

        def work() -> None:
            try:
                future.set_result(self._received(client, method, address, headers, json, seconds, is_over))
            except (EngineError, *_BROKEN) as error:
                future.set_exception(error)

        until = self._patience.clock() + seconds
        threading.Thread(target=work, name="courier", daemon=True).start()
        try:
            return self._awaited(future, seconds, until)
        except EngineError:
            is_over.set()
            self.close()
            raise
        except _BROKEN as error:
            self.close()
            raise EngineError(self._told(error)) from error

    def _awaited(self, future: Future[Answer], seconds: float, until: float) -> Answer:
        while self._patience.clock() < until:
            if self._is_cancelled():
                raise CancelledError(say("Drafting was cancelled."))
            with contextlib.suppress(TimeoutError):
                return future.result(timeout=_GLANCE_S)
            if future.done():  # the work itself ran into a time-out
                return future.result()
        raise EngineError(
            say(
                "{name} did not answer within {seconds:.0f} seconds. Try again later; what was drafted is kept.",
                name=self._name,
                seconds=seconds,
            )
        )

    def _received(
        self,
        client: httpx.Client,
        method: str,
        address: str,
        headers: Mapping[str, str],
        json: object | None,
        seconds: float,
        is_over: threading.Event,
    ) -> Answer:
        with client.stream(method, address, headers=dict(headers), json=json, timeout=seconds) as response:
            pieces, size = [], 0
            for piece in response.iter_bytes():
                size += len(piece)
                if size > self._patience.most_bytes:
                    raise EngineError(
                        say(
                            "{name} sent more than {megabytes} MB, which is no "
                            "translation. Check the address of the server.",
                            name=self._name,
                            megabytes=self._patience.most_bytes // 1_000_000,
                        ),
                        is_final=True,
                    )
                if is_over.is_set():
                    break
                pieces.append(piece)
            if 300 <= response.status_code < 400:
                raise EngineError(
                    say(
                        "{name} sends us to another address, which may be the log-in page of a network. "
                        "Open a page in the browser to log in, then try again.",
                        name=self._name,
                    )
                )
            text = b"".join(pieces).decode("utf-8", errors="replace")
            return Answer(response.status_code, text, _retry_after(response.headers.get("Retry-After")))

    def _connected(self, address: str) -> httpx.Client:
        if self._client is None:
            is_here = is_this_computer(address)  # where an office's proxy would lead astray
            self._client = httpx.Client(verify=_certificates(), trust_env=not is_here, follow_redirects=False)
        return self._client

    def _backoff(self, turn: int) -> float:
        return float(self._patience.first_wait_s * 2 ** (turn - 1) * random.uniform(0.75, 1.25))

    def _rest(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            if self._is_cancelled():
                raise CancelledError(say("Drafting was cancelled."))
            time.sleep(min(left, _GLANCE_S))

    def _told(self, error: Exception) -> Sentence:
        if isinstance(error, (httpx.TimeoutException, TimeoutError)):
            said = say("{name} did not answer in time.", name=self._name)
        elif isinstance(error, httpx.ConnectError):
            said = say("{name} cannot be reached.", name=self._name)
        else:
            said = say("{name} broke off in the middle of its answer.", name=self._name)
        return join([said, say("Check the network and try again; what was drafted is kept.")])


@cache
def _certificates() -> ssl.SSLContext:
    """Return the checked certificates; reading them takes longer than many a request."""
    return httpx.create_ssl_context()


def _retry_after(value: str | None) -> float | None:
    """Return the seconds of a Retry-After header, given as a number or a date (RFC 9110, 10.2.3)."""
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        moment: Any = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return float(max(0.0, (moment - datetime.now(UTC)).total_seconds()))
