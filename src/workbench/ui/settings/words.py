"""The words of the Settings window: its pages, and what the values of settings are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

PAGES: tuple[tuple[str, str], ...] = (
    ("library", "inbox"),
    ("style", "paragraph"),
    ("engines", "star"),
    ("memory", "history"),
    ("review", "check-double"),
    ("import", "file-plus"),
    ("editor", "pencil"),
    ("publishing", "globe"),
)
"""The groups of settings in the order of their pages, with an icon each; groups not named here come last."""


def say_page(group: str) -> str:
    """Return the name of a page."""
    names = {
        "library": QCoreApplication.translate("settings", "Library"),
        "style": QCoreApplication.translate("settings", "House style"),
        "engines": QCoreApplication.translate("settings", "Draft engines"),
        "memory": QCoreApplication.translate("settings", "Translation memory"),
        "review": QCoreApplication.translate("settings", "Review"),
        "import": QCoreApplication.translate("settings", "Import"),
        "editor": QCoreApplication.translate("settings", "Editor"),
        "publishing": QCoreApplication.translate("settings", "Publishing"),
    }
    return names.get(group, group.capitalize())


def say_choice(name: str, value: str) -> str:
    """Return what a value of a setting is called; signs and numbers stand for themselves."""
    own = {
        ("spelling", "us"): QCoreApplication.translate("settings", "American (center, program)"),
        ("spelling", "uk"): QCoreApplication.translate("settings", "British (centre, programme)"),
        ("headline_case", "title"): QCoreApplication.translate("settings", "Title Case in Headlines"),
        ("small_numbers", "words"): QCoreApplication.translate("settings", "In words"),
        ("clock", "12"): "2:30 p.m.",
        ("clock", "24"): "14:30",
        ("quotes", "curly"): QCoreApplication.translate("settings", "Curly “ ”"),
        ("quotes", "straight"): QCoreApplication.translate("settings", 'Straight " "'),
        ("currency", "yuan"): "1.2 billion yuan",
        ("currency", "RMB"): "RMB1.2 billion",
        ("dateline", "none"): QCoreApplication.translate("settings", "None"),
        ("dateline", "wire"): "CHANGSHA, April 2 --",
        ("reporting_date", "warning"): QCoreApplication.translate("settings", "As a warning"),
        ("reporting_date", "note"): QCoreApplication.translate("settings", "As a quiet note"),
        ("deepl_formality", "default"): QCoreApplication.translate("settings", "As DeepL decides"),
        ("deepl_formality", "prefer_more"): QCoreApplication.translate("settings", "More formal"),
        ("deepl_formality", "prefer_less"): QCoreApplication.translate("settings", "Less formal"),
        ("deepl_model", "default"): QCoreApplication.translate("settings", "As DeepL decides"),
        ("deepl_model", "prefer_quality_optimized"): QCoreApplication.translate(
            "settings", "Quality where offered"
        ),
        ("deepl_model", "quality_optimized"): QCoreApplication.translate("settings", "Quality only"),
        ("deepl_model", "latency_optimized"): QCoreApplication.translate("settings", "Speed"),
    }
    own |= {
        ("memory_origin", "any"): QCoreApplication.translate("settings", "From anywhere"),
        ("memory_origin", "confirmed"): QCoreApplication.translate("settings", "Confirmed here"),
        ("memory_origin", "aligned"): QCoreApplication.translate("settings", "Aligned"),
        ("memory_origin", "tmx"): QCoreApplication.translate("settings", "Imported"),
    }
    shared = {
        "off": QCoreApplication.translate("settings", "Not checked"),
        "on": QCoreApplication.translate("settings", "On"),
    }
    return own.get((name, value)) or shared.get(value, value)


def say_engine(key: str, label: str) -> str:
    """Return what an engine is called; those of other packages by their own label."""
    names = {
        "memory": QCoreApplication.translate("settings", "Translation memory"),
        "deepl": "DeepL",
        "offline": QCoreApplication.translate("settings", "Without network"),
        "chat": QCoreApplication.translate("settings", "Language model (server)"),
        "ctranslate2": QCoreApplication.translate("settings", "Model on this computer"),
        "sample": QCoreApplication.translate("settings", "Sample article"),
    }
    return names.get(key, label or key)
