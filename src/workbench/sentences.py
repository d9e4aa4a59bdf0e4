"""Sentences for people that remember how they were put together, so that the window can say them in its language."""

from __future__ import annotations

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
    sentence = Sentence(template.format(**values) if values else template)
    sentence.template = template
    sentence.values = values
    return sentence
