"""The few failures a caller treats differently; each carries a sentence for the person."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.sentences import Sentence, join, verbatim


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was refused: a stable code for programs, a sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A flaw found in something a user gave us: which file, where in it, what to do."""

    path: str
    place: str
    message: str


class WorkbenchError(Exception):
    """A failure to expect: what happened, to what, and what to do about it."""

    @property
    def sentence(self) -> Sentence:
        """What went wrong, as it can be said in another language; `str` of the error is its English."""
        return verbatim(self.args[0]) if self.args else verbatim("")


class FormatError(WorkbenchError):
    """A file or text that cannot be read as what it claims to be.

    `place` names the line, part or element where reading stopped ("" when it is the whole file).
    """

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(message)
        self.place = place


class RefusedError(WorkbenchError):
    """The rules of the house forbid the act; `reasons` is the complete list."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(join(reason.message for reason in reasons))
        self.reasons = reasons


class ConflictError(WorkbenchError):
    """Somebody else changed the same text first; both texts are kept here."""

    def __init__(self, message: str, *, mine: str, theirs: str, by: str) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs
        self.by = by


class LibraryError(WorkbenchError):
    """The library itself cannot be used: missing, locked, damaged, or from a newer program."""


class EngineError(WorkbenchError):
    """A draft engine could not answer; `is_final` says that asking again cannot help."""

    def __init__(self, message: str, *, is_final: bool = False) -> None:
        super().__init__(message)
        self.is_final = is_final
