"""The official DeepL client on our own transport, and its failures in words."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import deepl
from deepl.http_client import HttpClient

from workbench.engines.courier import Courier, Patience
from workbench.errors import EngineError
from workbench.sentences import say


class TooLargeError(EngineError):
    """The server takes less text in one request."""


class Client(deepl.DeepLClient):
    """The official client, which by itself waits a minute for a silent server and for ever for a slow one."""

    def __init__(
        self, key: str, server: str, patience: Patience, is_cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(key, server_url=server, send_platform_info=False)
        self.close()
        self._client = _Transport(patience, is_cancelled)
        self.set_app_info("translation-workbench", _own_version())

    def close(self) -> None:
        """Close the connections."""
        if hasattr(self, "_client"):
            self._client.close()  # type: ignore[no-untyped-call]

    def __repr__(self) -> str:
        return f"Client({self.server_url!r})"


class _Transport(HttpClient):
    """Carries the client's requests with a deadline, a limit and a way out."""

    def __init__(self, patience: Patience, is_cancelled: Callable[[], bool]) -> None:
        super().__init__(send_platform_info=False)
        self._courier = Courier("DeepL", patience, is_cancelled)

    def request_with_backoff(
        self,
        method: str,
        url: str,
        data: dict[str, Any] | None,  # noqa: ARG002 - the client's signature; it sends JSON alone
        json: dict[str, Any] | None,
        headers: dict[str, str],
        stream: bool = False,  # noqa: ARG002 - only for documents, which we do not send
        **_: Any,
    ) -> tuple[int, str]:
        """Return status and text of the answer."""
        agent = f"deepl-python/{deepl.__version__} {self._app_info_name}/{self._app_info_version}"
        answer = self._courier.send(method, url, headers={**headers, "User-Agent": agent}, json=json)
        return answer.status, answer.text

    def close(self) -> None:
        """Close the connections."""
        super().close()  # type: ignore[no-untyped-call]
        self._courier.close()


def _own_version() -> str:
    try:
        return version("translation-workbench")
    except PackageNotFoundError:
        return "0"


@contextlib.contextmanager
def explained(host: str) -> Iterator[None]:
    """Turn what the client raises into one sentence; what is no DeepL answer makes it stumble in many ways."""
    try:
        yield
    except deepl.DeepLException as error:
        raise _sentence(error, host) from error
    except (IndexError, TypeError, KeyError, ValueError, AttributeError, RecursionError) as error:
        raise EngineError(
            say(
                "The server {host} answered something that is not from DeepL, perhaps the log-in page of a network. "
                "Nothing of it was used; check the network and the setting deepl_server.",
                host=host,
            )
        ) from error


def _sentence(error: deepl.DeepLException, host: str) -> EngineError:
    status = error.http_status_code
    if isinstance(error, deepl.AuthorizationException) or status == 401:
        return EngineError(
            say(
                "DeepL ({host}) does not accept the key. Check it under Settings, Engines; a key that ends in :fx is for "
                "the free service.",
                host=host,
            ),
            is_final=True,
        )
    if isinstance(error, deepl.QuotaExceededException):
        return EngineError(
            say(
                "The DeepL account has used up its characters for this period. Raise the limit with DeepL or take "
                "another engine; what was drafted is kept."
            ),
            is_final=True,
        )
    if status == 413:
        return TooLargeError(
            say("One segment is too long for DeepL. Split it and draft again."), is_final=True
        )
    if status == 404:
        return EngineError(
            say("The server {host} has no such service. Check the setting deepl_server.", host=host),
            is_final=True,
        )
    if status == 429:
        return EngineError(
            say("DeepL is asked too much at the moment. Wait a minute and draft again; nothing is lost.")
        )
    if status is not None and status >= 500:
        return EngineError(
            say("DeepL has a fault of its own ({status}). Draft again later; nothing is lost.", status=status)
        )
    if status == 400:
        return EngineError(
            say(
                "DeepL refuses the request ({error}). Check languages, formality and model in the settings.",
                error=str(error)[:200],
            ),
            is_final=True,
        )
    return EngineError(
        say(
            "DeepL answered with status {status}, which it does not document. Draft again later.",
            status=status,
        )
    )
