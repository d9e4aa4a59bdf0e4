"""Sentences for people that remember how they were put together, so that the window can say them in its language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any


class Sentence(str):
    """English words that still know their template and the values in it; to all else, a plain string.

    The packages below the window write English; `ui` looks the template up among its translations and
    fills in the values, which may be sentences themselves.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Any]


def say(template: str, /, **values: object) -> Sentence:
    """Fill `values` into the places that `template` names, as `str.format` does.

    The template is a literal where it is said, so that `tools/translations.py` can gather it.
    """
    return fill(template, values)


def template(text: str) -> str:
    """Mark a template that stands in a table, to be filled in later with `fill`."""
    return text


def fill(template: str, values: dict[str, Any]) -> Sentence:
    """Fill `values` into a template that was marked where it is written."""
    sentence = Sentence(template.format(**values) if values else template)
    sentence.template = template
    sentence.values = values
    return sentence


def counted(one: str, many: str, count: int, /, **values: object) -> Sentence:
    """Say `one` of a single thing and `many` of several; both are templates and may name `{count}`."""
    return fill(one if count == 1 else many, {"count": count, **values})


def verbatim(text: str) -> Sentence:
    """Pass on what is said already: a sentence as it is, the words of another program as their own template."""
    return text if isinstance(text, Sentence) else fill(text, {})


def join(sentences: Iterable[str]) -> Sentence:
    """Put whole sentences one after the other, as each language does it."""
    return _chain(sentences, lambda said, more: say("{said} {more}", said=said, more=more))


def lines(sentences: Iterable[str]) -> Sentence:
    """Put whole sentences below each other."""
    return _chain(sentences, lambda said, more: say("{said}\n{more}", said=said, more=more))


def listed(items: Iterable[object]) -> Sentence:
    """Put items beside each other with commas."""
    return _chain(items, lambda said, more: say("{said}, {more}", said=said, more=more))


def either(items: Iterable[object]) -> Sentence:
    """Put items beside each other of which one will do."""
    return _chain(items, lambda said, more: say("{said} or {more}", said=said, more=more))


def _chain(items: Iterable[object], pair: Any) -> Sentence:
    parts = list(items)
    return reduce(pair, parts[1:], say("{text}", text=parts[0])) if parts else say("")
