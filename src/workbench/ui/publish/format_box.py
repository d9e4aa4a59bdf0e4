"""The formats as the screens name them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

FORMATS = (
    "html",
    "docx",
    "txt",
    "pdf",
    "md",
    "bilingual-docx",
    "po",
    "xliff21",
    "xliff12",
    "json",
    "record",
    "sign-off",
    "findings",
)
"""What can be published, in the order in which it is offered."""


def say_format(key: str) -> str:
    """Return a format in the language of the interface."""
    words = {
        "html": QCoreApplication.translate("formats", "Web page (.html)"),
        "docx": QCoreApplication.translate("formats", "Word (.docx)"),
        "txt": QCoreApplication.translate("formats", "Text (.txt)"),
        "pdf": QCoreApplication.translate("formats", "PDF"),
        "md": QCoreApplication.translate("formats", "Markdown"),
        "bilingual-docx": QCoreApplication.translate("formats", "Bilingual Word table"),
        "po": QCoreApplication.translate("formats", "gettext (.po)"),
        "xliff21": QCoreApplication.translate("formats", "XLIFF 2.1"),
        "xliff12": QCoreApplication.translate("formats", "XLIFF 1.2"),
        "json": QCoreApplication.translate("formats", "JSON"),
        "findings": QCoreApplication.translate("formats", "Report of findings"),
        "record": QCoreApplication.translate("formats", "Sign-off record"),
        "sign-off": QCoreApplication.translate("formats", "Sign-off sheet (.pdf)"),
    }
    return words.get(key, key)
