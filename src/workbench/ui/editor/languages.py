"""The names of languages in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def say_language(code: str) -> str:
    """Return the name of a language by its code; an unknown code is said as it is."""
    translate = QCoreApplication.translate
    names = {
        "en": translate("languages", "English"),
        "zh": translate("languages", "Chinese"),
        "fr": translate("languages", "French"),
        "de": translate("languages", "German"),
        "es": translate("languages", "Spanish"),
        "ru": translate("languages", "Russian"),
        "ar": translate("languages", "Arabic"),
        "ja": translate("languages", "Japanese"),
        "ko": translate("languages", "Korean"),
    }
    return names.get(code.split("-", maxsplit=1)[0], code)


def name_in_itself(code: str) -> str:
    """Return how a language calls itself, above its column; an unknown code is said as it is."""
    names = {"en": "English", "zh": "中文", "fr": "Français", "de": "Deutsch", "es": "Español"}
    names |= {"ru": "Русский", "ar": "العربية", "ja": "日本語", "ko": "한국어"}
    return names.get(code.split("-", maxsplit=1)[0], code)
