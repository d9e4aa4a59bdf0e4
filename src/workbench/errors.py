"""The few failures a caller treats differently; each carries a sentence for the person."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.sentences import Sentence, join, say, template, verbatim


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


def reason_of(error: Exception) -> Sentence:
    """Say in a few words why the system or a library gave up, to stand inside a sentence."""
    if isinstance(error, UnicodeDecodeError):
        return say("byte {number} cannot be read", number=error.start + 1)
    if isinstance(error, OSError) and error.strerror:
        return verbatim(error.strerror)
    return verbatim(" ".join(str(error).split())[:160].rstrip("."))


FROM_THE_SYSTEM = (
    template("No such file or directory"),
    template("Permission denied"),
    template("Is a directory"),
    template("Not a directory"),
    template("File exists"),
    template("No space left on device"),
    template("Read-only file system"),
    template("File name too long"),
    template("Input/output error"),
    template("Operation not permitted"),
    template("Device or resource busy"),
    template("Connection refused"),
    template("no element found"),
    template("not well-formed (invalid token)"),
    template("mismatched tag"),
    template("unclosed token"),
    template("unclosed CDATA section"),
    template("junk after document element"),
    template("undefined entity"),
    template("duplicate attribute"),
    template("syntax error"),
    template("unknown encoding"),
    template("file is not a database"),
    template("database disk image is malformed"),
    template("unreadable"),
)
"""What systems and parsers say often, so that it has its translation (`reason_of`, `verbatim`)."""


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
