"""What engines have in common that send text over a network: a key, a server's address, quiet logs."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

from workbench.engines.base import Engine
from workbench.errors import EngineError
from workbench.sentences import say
from workbench.settings import is_server_address

QUIET = ("deepl", "httpx", "httpcore", "urllib3", "requests")
"""Loggers that would write addresses and article text below WARNING."""


@runtime_checkable
class RemoteEngine(Engine, Protocol):
    """An engine that sends text to a server, and may cost money.

    Its answers are kept in the library, so that the same text is never sent twice. `use_key` is given the
    key just before a draft; an engine never looks for it itself and never shows it.
    """

    is_remote: bool

    def use_key(self, key: str) -> None:
        """Take the key for the drafts that follow."""
        ...

    def signature(self, options: Mapping[str, str]) -> str:
        """Return what decides an answer besides the text: model, formality, spelling."""
        ...

    def server(self, options: Mapping[str, str]) -> str:
        """Return the address that would be asked; raises `EngineError` when there is none or it is unsafe."""
        ...


@runtime_checkable
class SetUpEngine(Engine, Protocol):
    """An engine that has to be set up before it can draft: it needs a key, a server or a folder."""

    def is_ready(self, options: Mapping[str, str]) -> bool:
        """Tell whether it has what it needs; asks nobody."""
        ...


@runtime_checkable
class TriableEngine(Engine, Protocol):
    """An engine that can be tried without drafting anything, for the button that tests a connection."""

    def try_out(self, options: Mapping[str, str]) -> str:
        """Return one sentence when it works; raises `EngineError` with one when it does not."""
        ...


def quieten() -> None:
    """Keep the libraries that talk to servers from logging what they send."""
    for name in QUIET:
        logger = logging.getLogger(name)
        if logger.level < logging.WARNING:
            logger.setLevel(logging.WARNING)


def checked_server(address: str, setting: str) -> str:
    """Return a server's address without its last slash; raises `EngineError` for one that is not safe."""
    if not address or not is_server_address(address):
        raise EngineError(
            say(
                "The setting {setting} is no address of a server: “{address}”. Write https://… "
                "(http:// only for this computer), without a name or password in it.",
                setting=setting,
                address=address,
            ),
            is_final=True,
        )
    return address.rstrip("/")


def is_this_computer(address: str) -> bool:
    """Tell whether an address never leaves this computer."""
    return host_of(address) in {"127.0.0.1", "localhost", "::1"}


def host_of(address: str) -> str:
    """Return the host of an address, for sentences."""
    return urlsplit(address).hostname or address
