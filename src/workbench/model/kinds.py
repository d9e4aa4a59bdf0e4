"""The closed sets of words that code, database, command line and screen share."""

from __future__ import annotations

from enum import StrEnum


class SegmentKind(StrEnum):
    """What a unit of text is on the page."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    LEAD = "lead"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    ALT = "alt"
    BYLINE = "byline"


class Stage(StrEnum):
    """Where an edition stands on its way to the page (RULES.md, stages)."""

    DRAFTING = "drafting"
    IN_REVIEW = "in review"
    CHANGES_REQUESTED = "changes requested"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class State(StrEnum):
    """The state of a target, as in XLIFF 2.1."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Standing(StrEnum):
    """How far a row is, as the screen says it (RULES.md, targets and source)."""

    EMPTY = "empty"
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"
    OMITTED = "left out"


class Origin(StrEnum):
    """Where the text of a revision came from."""

    TYPED = "typed"
    MEMORY = "memory"
    ENGINE = "engine"
    IMPORT = "import"
    RESTORED = "restored"


class Role(StrEnum):
    """What a person may do; one person may hold several."""

    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


class CreditRole(StrEnum):
    """What somebody is credited for on the page."""

    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    AUTHOR = "author"
    PHOTOGRAPHER = "photographer"


class Level(StrEnum):
    """How sure a finding is: a contradiction, a structural doubt, or a quiet remark."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Family(StrEnum):
    """What a check is about (RULES.md, levels of findings)."""

    FACT = "fact"
    NAME = "name"
    TERM = "term"
    TEXT = "text"
    STYLE = "style"
    ARTICLE = "article"


class TermStatus(StrEnum):
    """How a target form of a concept stands in the house."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"
