"""Saying the sentences that come from below the window in the language of the interface."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from workbench.errors import Problem
from workbench.sentences import Sentence

CONTEXT = "sentences"
"""The context of the translation files under which `tools/translations.py` files every template."""


def said(text: str) -> str:
    """Return a sentence in the language of the interface; any other text comes back as it is."""
    if not isinstance(text, Sentence):
        return text
    template = QCoreApplication.translate(CONTEXT, text.template)
    if not text.values:
        return template
    return template.format(**{name: _word(value) for name, value in text.values.items()})


def say_place(problem: Problem) -> str:
    """Return where a problem was found: the file, and the place in it when it is known."""
    path, place = said(problem.path), said(problem.place)
    return f"{path} · {place}" if place else path


def _word(value: object) -> object:
    if isinstance(value, Enum):
        return QCoreApplication.translate(CONTEXT, str(value.value))
    return said(value) if isinstance(value, str) else value
