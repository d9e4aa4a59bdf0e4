"""What the Library says where it lists nothing: why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

_t = QCoreApplication.translate
Emptiness = tuple[str, str, Sequence[QAction]]
"""A heading, a sentence, and the acts that are offered."""


def not_opened(reason: str, ways: Sequence[QAction]) -> Emptiness:
    """Say that there is no library to show."""
    return _t("LibraryScreen", "The library could not be opened"), reason, ways


def nothing_found() -> Emptiness:
    """Say that search and filters leave nothing."""
    return (
        _t("LibraryScreen", "Nothing found"),
        _t(
            "LibraryScreen",
            "No article in this queue matches. Try fewer words, another queue, or clear the filters.",
        ),
        (),
    )


def first_article(ways: Sequence[QAction]) -> Emptiness:
    """Say how the first article comes into a new library."""
    return (
        _t("LibraryScreen", "Bring in the first article"),
        _t(
            "LibraryScreen",
            "Drop Chinese articles here as .docx, .html or .txt files, paste their text, or give the "
            "address of a page. They are filed by headline, date and section.",
        ),
        ways,
    )


def empty_queue(queue: str, ways: Sequence[QAction]) -> Emptiness:
    """Say what would stand in a queue; where articles begin, offer to bring one in."""
    heading, sentence = _words_of(queue)
    return heading, sentence, ways if queue in {"drafts", "all"} else ()


def _words_of(queue: str) -> tuple[str, str]:
    return {
        "drafts": (
            _t("LibraryScreen", "No drafts"),
            _t(
                "LibraryScreen",
                "Articles being translated stand here. Bring in a new one, or look at all articles.",
            ),
        ),
        "review": (
            _t("LibraryScreen", "Nothing waits for review"),
            _t("LibraryScreen", "When a translator submits an article, it stands here for a reviewer."),
        ),
        "ready": (
            _t("LibraryScreen", "Nothing is ready to publish"),
            _t("LibraryScreen", "Articles stand here when a reviewer has approved exactly their text."),
        ),
        "published": (
            _t("LibraryScreen", "Nothing has been published yet"),
            _t("LibraryScreen", "Published articles stand here, with the version that readers see."),
        ),
        "given": (
            _t("LibraryScreen", "Nothing is given to you now"),
            _t(
                "LibraryScreen",
                "Articles stand here while it is your turn: to translate, to review or to publish.",
            ),
        ),
        "free": (
            _t("LibraryScreen", "Nothing waits for anybody"),
            _t("LibraryScreen", "Articles that nobody has stand here for everybody who may take them."),
        ),
        "returned": (
            _t("LibraryScreen", "Nothing was sent back to you"),
            _t(
                "LibraryScreen", "Articles stand here that a reviewer returned, with the reasons in the text."
            ),
        ),
        "all": (
            _t("LibraryScreen", "No articles"),
            _t("LibraryScreen", "Bring in the first article to begin."),
        ),
    }[queue]
