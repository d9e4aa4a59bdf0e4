"""Which draft engines there are; others come by entry point `workbench.engines`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from workbench.engines.base import Engine
from workbench.errors import EngineError
from workbench.plugins import load_plugins
from workbench.sentences import say

# key → module with `make_engine() -> Engine`; loaded when first asked for
_SHIPPED = {
    "sample": "workbench.engines.sample",
    "deepl": "workbench.engines.deepl",
    "chat": "workbench.engines.chat",
    "ctranslate2": "workbench.engines.ctranslate2",
}


def engine_keys() -> list[str]:
    """Return the keys of all engines, ours first; `memory` and `offline` are the library's own and always there."""
    return ["memory", "offline", *_SHIPPED, *(key for key in _plugged() if key not in _SHIPPED)]


def engine_for(key: str) -> Engine:
    """Return the engine of a key; raises `EngineError` that lists the keys for an unknown one."""
    if key in _SHIPPED:
        made: Engine = import_module(_SHIPPED[key]).make_engine()
        return made
    plugged = _plugged()
    if key not in plugged:
        raise EngineError(
            say("There is no engine {key}. Choose one of: {names}.", key=key, names=", ".join(engine_keys())),
            is_final=True,
        )
    return plugged[key]()


def _plugged() -> dict[str, Callable[[], Engine]]:
    makers = [maker for maker in load_plugins("workbench.engines") if callable(maker)]
    return {str(getattr(maker, "key", getattr(maker, "__name__", ""))): maker for maker in makers}
