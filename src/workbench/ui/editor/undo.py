"""The undo stack: steps of the desk in the order they were done, typing of one word merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.ui.editor.desk_port import Step


@dataclass(slots=True)
class Act:
    """One thing to undo: the steps that make it up, oldest first, and the row it happened in."""

    target_id: int
    steps: list[Step] = field(default_factory=list)
    is_typing: bool = False
    is_open: bool = False
    """More typing of the same word may still be added."""


class UndoStack:
    """What can be undone and redone, newest last."""

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def clear(self) -> None:
        """Forget everything: another edition was opened."""
        self._done.clear()
        self._undone.clear()

    def add(self, target_id: int, *steps: Step) -> None:
        """Remember an act and the steps it took, oldest first; what was undone before can no longer be redone."""
        self._undone.clear()
        self._close()
        self._done.append(Act(target_id, list(steps)))

    def add_typing(self, target_id: int, step: Step, *, before: str, after: str) -> None:
        """Remember saved typing, together with the typing before it while it is the same word."""
        self._undone.clear()
        top = self._done[-1] if self._done else None
        grows = _continues_word(before, after)
        if top is not None and top.is_open and top.target_id == target_id and grows:
            top.steps.append(step)
            top.is_open = not _ends_word(after)
            return
        self._close()
        self._done.append(Act(target_id, [step], is_typing=True, is_open=not _ends_word(after)))

    def seal(self) -> None:
        """Let the next typing begin a step of its own, as after moving the caret or the row."""
        self._close()

    def take_done(self) -> Act | None:
        """Take the newest act off, to undo it."""
        return self._done.pop() if self._done else None

    def take_undone(self) -> Act | None:
        """Take the newest undone act off, to redo it."""
        return self._undone.pop() if self._undone else None

    def push_done(self, act: Act) -> None:
        """Put a redone act back."""
        self._done.append(act)

    def push_undone(self, act: Act) -> None:
        """Put an undone act where it can be redone."""
        self._undone.append(act)

    @property
    def newest(self) -> Act:
        """The act that was done last."""
        return self._done[-1]

    @property
    def depth(self) -> int:
        """How many acts can be undone."""
        return len(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether anything can be undone."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether anything can be redone."""
        return bool(self._undone)

    def _close(self) -> None:
        if self._done:
            self._done[-1].is_open = False


def _continues_word(before: str, after: str) -> bool:
    """Tell whether `after` is `before` with a few letters put in and no blank among them."""
    if len(after) <= len(before):
        return False
    start = common_start(before, after)
    put_in = after[start : start + len(after) - len(before)]
    is_insertion = after[:start] + after[start + len(put_in) :] == before
    return is_insertion and not any(char.isspace() for char in put_in[:-1])


def _ends_word(text: str) -> bool:
    return not text or text[-1].isspace() or text[-1] in ".,;:!?。，；：！？"


def common_start(one: str, other: str) -> int:
    """Return the length of the start that two texts share."""
    length = min(len(one), len(other))
    for at in range(length):
        if one[at] != other[at]:
            return at
    return length


def end_of_change(before: str, after: str) -> int:
    """Return where the caret belongs after `before` became `after`: behind what changed."""
    start = common_start(before, after)
    kept = common_start(before[start:][::-1], after[start:][::-1])
    return len(after) - kept
