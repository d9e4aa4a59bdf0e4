"""Which engines may be used: each with its key, and none that sends text away before somebody has allowed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.desk.keys import key_of
from workbench.desk.rights import require_admin
from workbench.engines.base import Engine
from workbench.engines.registry import engine_for, engine_keys
from workbench.engines.remote import RemoteEngine, SetUpEngine, host_of, is_this_computer
from workbench.errors import EngineError
from workbench.library.library import Library
from workbench.sentences import say

OWN = frozenset({"memory", "offline"})
"""Engines that answer from the library itself."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What is to be asked before the first text leaves: the engine's name and the host it would go to."""

    engine: str
    host: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine as a person may choose it: whether it can be used as it is, and what it still asks for."""

    key: str
    label: str
    is_remote: bool = False
    is_ready: bool = True
    sending: Sending | None = None


def engine_of(library: Library, key: str) -> Engine:
    """Return the engine of a key, ready to be given text; raises `EngineError` where it may not be."""
    made = engine_with_key(library, key)
    if _to_allow(library, made) is not None:
        raise EngineError(
            say(
                "This library keeps its texts on this computer, so {engine} is not asked. The setting "
                "allow_remote_engines allows it.",
                engine=made.label,
            ),
            is_final=True,
        )
    return made


def engine_with_key(library: Library, key: str) -> Engine:
    """Return the engine of a key, with its key if it needs one: enough to try a connection, which sends no text."""
    if key == "memory":
        from workbench.desk.remembering import memory_engine  # loads numpy, which other engines do not need

        remembered: Engine = memory_engine(library)
        return remembered
    if key == "offline":
        from workbench.desk.offline import OfflineEngine  # for the same reason

        return OfflineEngine(library)
    made = engine_for(key)
    if isinstance(made, RemoteEngine):
        made.use_key(key_of(key))
    return made


def sending_to_allow(library: Library, key: str) -> Sending | None:
    """Return what has to be allowed before an engine may be asked, None when nothing has.

    The first use asks: in a new library no text leaves this computer (RELIABILITY.md, N6).
    """
    return None if key in OWN else _to_allow(library, engine_with_key(library, key))


def _to_allow(library: Library, engine: Engine) -> Sending | None:
    if not isinstance(engine, RemoteEngine):
        return None
    with library.reading() as tx:
        options = tx.options.all("engines")
    if options["allow_remote_engines"] == "on" or is_this_computer(address := engine.server(options)):
        return None
    return Sending(engine.label, host_of(address))


def allow_sending(library: Library, by: int | None, host: str, *, asked_by: str = "") -> None:
    """Allow draft servers for a library, once and for all; takes an admin, and the account keeps who did it."""
    with library.writing(asked_by=asked_by) as tx:
        require_admin(tx, by)
        tx.options.set("allow_remote_engines", "on")
        tx.events.add("sending allowed", person_id=by, host=host)


def offers(library: Library) -> list[Offer]:
    """Return all engines a person may choose from, in the library's order; those it does not name come last."""
    with library.reading() as tx:
        options = tx.options.all("engines")
    order = [key.strip() for key in options["engine_order"].split(",")]
    keys = sorted(engine_keys(), key=lambda key: order.index(key) if key in order else len(order))
    return [_offer(library, key, options) for key in keys]


def _offer(library: Library, key: str, options: Mapping[str, str]) -> Offer:
    made = engine_with_key(library, key)
    is_remote = isinstance(made, RemoteEngine)
    if not _is_set_up(made, options):
        return Offer(key, made.label, is_remote, is_ready=False)
    return Offer(key, made.label, is_remote, sending=_to_allow(library, made))


def engines_beside(library: Library) -> list[Engine]:
    """Return the engines that are asked beside the text, the preferred first: those that can be used as they are."""
    with library.reading() as tx:
        options = tx.options.all("engines")
    if options["engine_suggestions"] == "off":
        return []
    keys = [key.strip() for key in options["engine_order"].split(",")]
    found = [_usable(library, key, options) for key in dict.fromkeys(keys) if key and key not in OWN]
    return [engine for engine in found if engine is not None]


def _usable(library: Library, key: str, options: Mapping[str, str]) -> Engine | None:
    try:
        made = engine_of(library, key)
    except EngineError:
        return None
    return made if _is_set_up(made, options) else None


def _is_set_up(engine: Engine, options: Mapping[str, str]) -> bool:
    """Tell whether an engine has what it needs: a key, a server, a folder; most need nothing."""
    return not isinstance(engine, SetUpEngine) or engine.is_ready(options)
