"""Which formats there are for writing pages and for exchange; others come by entry point."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from importlib import import_module

from workbench.errors import FormatError
from workbench.formats.base import ExchangeFormat, Format
from workbench.plugins import load_plugins
from workbench.sentences import say

log = logging.getLogger(__name__)

# key → module whose FORMAT it is; loaded when first asked for, since some libraries are slow to load
_SHIPPED = {
    "html": "workbench.formats.html_out",
    "docx": "workbench.formats.docx_out",
    "txt": "workbench.formats.text_out",
    "md": "workbench.formats.markdown_out",
    "json": "workbench.formats.json_out",
    "po": "workbench.formats.po",
    "xliff12": "workbench.formats.xliff12",
    "xliff21": "workbench.formats.xliff21",
    "bilingual-docx": "workbench.formats.bilingual_docx",
}
_loaded: dict[str, Format] = {}
_plugins_loaded: list[bool] = []


def register(format_: Format) -> None:
    """Add a format, such as PDF from the windows; the newest of a key counts."""
    _loaded[format_.key] = format_


def format_keys() -> list[str]:
    """Return the keys of all formats, ours first, then those that were added."""
    _load_plugins()
    return [*_SHIPPED, *(key for key in _loaded if key not in _SHIPPED)]


def format_for(key: str) -> Format:
    """Return the format of a key; raises `FormatError` that lists the keys for an unknown one."""
    _load_plugins()
    if key not in _loaded:
        if key not in _SHIPPED:
            known = ", ".join(format_keys())
            raise FormatError(
                say("There is no format {key}. Choose one of: {known}.", key=key, known=known), place=key
            )
        _loaded[key] = import_module(_SHIPPED[key]).FORMAT
    return _loaded[key]


def formats_for(keys: Iterable[str]) -> list[Format]:
    """Return the formats of several keys, each once, in the order given."""
    return [format_for(key) for key in dict.fromkeys(keys)]


def exchange_for(key: str) -> ExchangeFormat:
    """Return a format that can be read back row by row; raises `FormatError` for one that cannot."""
    found = format_for(key)
    if not isinstance(found, ExchangeFormat):
        raise FormatError(
            say("The format {key} cannot come back into an edition: it has no rows.", key=key), place=key
        )
    return found


def _load_plugins() -> None:
    if _plugins_loaded:
        return
    _plugins_loaded.append(True)
    for found in load_plugins("workbench.formats"):
        if isinstance(found, Format):
            register(found)
        else:
            log.error("the plug-in %r is not a format: it lacks key, suffix, write or read_back", found)
