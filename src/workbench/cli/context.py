"""What every command shares: the library, who acts, and how answers are said (CLI.md)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.errors import Reason, RefusedError, WorkbenchError
from workbench.model.progress import Progress

if TYPE_CHECKING:
    import typer

    from workbench.library.library import Library

DONE, WITH_PROBLEMS, NOT_UNDERSTOOD, NO_LIBRARY = 0, 1, 2, 3
"""The exit statuses of the command line."""

VALUED = {"-L": "place", "--library": "place", "--as": "person"}


@dataclass(slots=True)
class CommandContext:
    """The options that may stand anywhere, and the ways a command answers.

    With `as_json` one JSON document or one object a line goes to standard output and nothing else.
    """

    place: str | None = None
    person: str | None = None
    as_json: bool = False
    status: int = DONE
    _library: Library | None = field(default=None, repr=False)

    def library(self, *, create: bool = True) -> Library:
        """Open the library once; `create` is False for commands that only look (CLI.md)."""
        if self._library is None:
            from workbench.library.library import open_library  # takes longer than some whole commands

            self.warn()
            self._library = open_library(self.place, create=create)
            self._tell_left_out(self._library)
        return self._library

    def _tell_left_out(self, library: Library) -> None:
        if library.left_out and library.path is not None:
            from workbench.library.log_damage import say_left_out

            sys.stderr.write(f"warning: {say_left_out(library.path, library.left_out)}\n")

    def warn(self, place: str | None = None) -> None:
        """Say, before anything is written, what a place (the library's, unless another is named) may do to a library."""
        from workbench.library.dangers import dangers_of
        from workbench.library.place import find_place

        path = find_place(place or self.place).path
        if path is None:
            return
        for danger in dangers_of(path):
            sys.stderr.write(f"warning: {danger.sentence(path)}\n")

    def actor(self) -> int:
        """Return the id of who acts: `--as NAME`, whom a server takes us for, or the library's only person.

        Raises `RefusedError` when nobody or several could be meant, or the name is unknown.
        """
        if self.person is None and (signed := self._signed_in()) is not None:
            return signed
        with self.library().reading() as tx:
            if self.person is not None:
                return tx.people.named(self.person).id
            people = [person for person in tx.people.all() if person.is_active]
        if len(people) == 1:
            return people[0].id
        known = ", ".join(person.name for person in people)
        how = (
            f"Say who acts: --as NAME, one of {known}."
            if people
            else "Add the first person: workbench people add."
        )
        raise RefusedError(Reason("nobody", f"This act needs a person. {how}"))

    def actor_or_none(self) -> int | None:
        """Return who acts if that is known, for acts that need nobody."""
        if self.person is not None:
            return self.actor()
        if (signed := self._signed_in()) is not None:
            return signed
        with self.library().reading() as tx:
            people = [person for person in tx.people.all() if person.is_active]
        return people[0].id if len(people) == 1 else None

    def _signed_in(self) -> int | None:
        if self.library().path is not None:
            return None
        from workbench.desk.staffing import who_is_signed_in

        signed = who_is_signed_in(self.library())
        return None if signed is None else signed.person_id

    def answer(self, document: dict[str, Any], said: str | Iterable[str] = ()) -> None:
        """Say the answer: the document with --json, else the sentences."""
        if self.as_json:
            print(json.dumps(document, ensure_ascii=False, default=str))
            return
        for line in [said] if isinstance(said, str) else said:
            print(line)

    def answer_line(self, document: dict[str, Any], said: str) -> None:
        """Say one line of a list that can be long."""
        print(json.dumps(document, ensure_ascii=False, default=str) if self.as_json else said, flush=False)

    def refuse(self, reasons: Sequence[Reason], **document: Any) -> None:
        """Say why not, in words and as `reasons`, and leave with status 1."""
        self.status = WITH_PROBLEMS
        listed = [{"code": reason.code, "message": reason.message} for reason in reasons]
        if self.as_json:
            self.answer({**document, "reasons": listed})
            return
        for reason in reasons:
            print(f"{reason.code}: {reason.message}", file=sys.stderr)

    def watch(self, steps: Iterator[Progress]) -> None:
        """Run a long activity, with its progress on standard error when that is a terminal."""
        is_shown = sys.stderr.isatty()
        for step in steps:
            if is_shown:
                total = f"/{step.total}" if step.total else ""
                print(f"\r{step.done}{total} {step.what}\x1b[K", end="", file=sys.stderr)
        if is_shown:
            print("\r\x1b[K", end="", file=sys.stderr)

    def close(self) -> None:
        """Close the library if it was opened."""
        if self._library is not None:
            self._library.close()


MEANT = " If that is meant, do it again with --force; a copy of the library is made before."
"""What is said behind the sentence of a change that somebody has to mean."""


def take_common(arguments: Sequence[str]) -> tuple[CommandContext, list[str]]:
    """Take -L/--library, --as and --json out of the arguments, wherever they stand before `--`.

    Raises `WorkbenchError` when one of them lacks its value.
    """
    context, waiting = CommandContext(), list(arguments)
    rest: list[str] = []
    while waiting:
        word = waiting.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            return context, [*rest, word, *waiting]
        if word == "--json":
            context.as_json = True
        elif name in VALUED and (equals or name == word):
            if not equals and not waiting:
                raise WorkbenchError(f"{word} needs a value.")
            setattr(context, VALUED[name], value if equals else waiting.pop(0))
        else:
            rest.append(word)
    return context, rest


def common(command: typer.Context) -> CommandContext:
    """Return the shared context of a running command."""
    context = command.find_root().obj
    assert isinstance(context, CommandContext)
    return context
