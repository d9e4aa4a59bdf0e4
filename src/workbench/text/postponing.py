"""Modules that a library imports but this program does not use: there at once, loaded when asked for anything."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType


def postpone(name: str) -> None:
    """Let `import name` cost nothing until something of the module is used."""
    if name not in sys.modules:
        sys.modules[name] = _Postponed(name)


class _Postponed(ModuleType):
    """Stands in for a module until an attribute is asked for, then makes way for it.

    The loader of the standard library that does this loads as soon as a second import asks for `__spec__`.
    """

    def __getattr__(self, attribute: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), attribute)
