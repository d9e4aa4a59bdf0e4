"""Accounts with draft servers: whether they can be used, and how much of them is."""

from __future__ import annotations

from workbench.desk.drafting import engine_of
from workbench.engines.deepl import DeeplEngine, Usage
from workbench.engines.remote import TriableEngine
from workbench.errors import EngineError
from workbench.library.library import Library
from workbench.sentences import say


def try_engine(library: Library, key: str) -> str:
    """Return one sentence when an engine can be used; raises `EngineError` with one when it cannot."""
    engine = engine_of(library, key)
    if not isinstance(engine, TriableEngine):
        return say("{engine} needs no connection.", engine=engine.label)
    return engine.try_out(_options(library))


def deepl_usage(library: Library) -> Usage:
    """Return what is used of the DeepL account and its limit; for before and after a draft."""
    engine = engine_of(library, "deepl")
    if not isinstance(engine, DeeplEngine):
        raise EngineError(say("Another package has taken the place of the DeepL engine."), is_final=True)
    return engine.usage(_options(library))


def _options(library: Library) -> dict[str, str]:
    with library.reading() as tx:
        return tx.options.all("engines")
