"""The words of the closed sets (stages, roles, states) in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from workbench.model.kinds import Role, Stage
from workbench.sentences import template, verbatim
from workbench.ui.sayings import said


def say_stage(stage: Stage) -> str:
    """Return a stage as the screens write it."""
    words = {
        Stage.DRAFTING: QCoreApplication.translate("words", "Drafting"),
        Stage.IN_REVIEW: QCoreApplication.translate("words", "In review"),
        Stage.CHANGES_REQUESTED: QCoreApplication.translate("words", "Changes requested"),
        Stage.APPROVED: QCoreApplication.translate("words", "Approved"),
        Stage.PUBLISHED: QCoreApplication.translate("words", "Published"),
        Stage.WITHDRAWN: QCoreApplication.translate("words", "Withdrawn"),
    }
    return words[stage]


STAGE_ICONS: dict[Stage, str] = {
    Stage.DRAFTING: "pencil",
    Stage.IN_REVIEW: "eye",
    Stage.CHANGES_REQUESTED: "return",
    Stage.APPROVED: "check",
    Stage.PUBLISHED: "globe",
    Stage.WITHDRAWN: "x-circle",
}


def say_language(code: str) -> str:
    """Return a language as the screens write it; its code for one they do not know."""
    words = {
        "en": QCoreApplication.translate("words", "English"),
        "fr": QCoreApplication.translate("words", "French"),
        "ko": QCoreApplication.translate("words", "Korean"),
        "ja": QCoreApplication.translate("words", "Japanese"),
        "zh": QCoreApplication.translate("words", "Chinese"),
    }
    return words.get(code.split("-", maxsplit=1)[0], code)


def say_role(role: Role | str) -> str:
    """Return a role as the screens write it."""
    words = {
        Role.TRANSLATOR: QCoreApplication.translate("words", "translator"),
        Role.REVIEWER: QCoreApplication.translate("words", "reviewer"),
        Role.EDITOR: QCoreApplication.translate("words", "editor"),
        Role.ADMIN: QCoreApplication.translate("words", "admin"),
    }
    return words[Role(role)]


def say_roles(roles: frozenset[str] | frozenset[Role]) -> str:
    """Return several roles in the order of the work."""
    return say_list(say_role(role) for role in Role if role in roles)


def say_list(parts: Iterable[str]) -> str:
    """Put words beside each other with the comma of the language."""
    return QCoreApplication.translate("words", ", ").join(parts)


DOMAINS = (
    template("calendar"),
    template("economy"),
    template("government"),
    template("organisation"),
    template("party"),
    template("place: China"),
    template("place: Hunan"),
    template("region and strategy"),
    template("set phrase"),
    template("title"),
)
"""The domains of the terms that come with the program, so that they have their translation."""


def say_domain(domain: str) -> str:
    """Return a domain of the term base: those that came with it are translated, a newsroom's own stay."""
    return said(verbatim(domain))
