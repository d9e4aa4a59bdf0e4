"""From findings, terms and differences to the marks that are painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.rows import CommentRow
from workbench.text.diff import Change, differences
from workbench.ui.editor.values import Mark, MarkedText, Paint, TermView

PAINT_OF_LEVEL = {Level.ERROR: Paint.ERROR, Level.WARNING: Paint.WARNING, Level.NOTE: Paint.NOTE}
PAINT_OF_CHANGE = {"insert": Paint.INSERTED, "delete": Paint.DELETED}


def term_marks(terms: Iterable[TermView]) -> tuple[Mark, ...]:
    """Mark the terms of a source."""
    return tuple(Mark(term.start, term.end - term.start, Paint.TERM) for term in terms)


def target_marks(findings: Iterable[Finding], text: str) -> tuple[Mark, ...]:
    """Mark the places of findings in a target; quieter ones first, so that errors lie on top."""
    found = [
        Mark(finding.target[0], finding.target[1] - finding.target[0], _paint_of(finding))
        for finding in findings
        if finding.target is not None and finding.target[0] < finding.target[1] <= len(text)
    ]
    order = [Paint.SPELLING, Paint.NOTE, Paint.WARNING, Paint.ERROR]
    return tuple(sorted(found, key=lambda mark: order.index(mark.paint)))


def by_target(comments: Iterable[CommentRow]) -> dict[int, list[CommentRow]]:
    """Return the open comments on chosen words by their row."""
    found: dict[int, list[CommentRow]] = {}
    for comment in comments:
        if comment.target_id is not None and comment.quoted and not comment.is_resolved:
            found.setdefault(comment.target_id, []).append(comment)
    return found


def comment_marks(comments: Iterable[CommentRow], text: str) -> tuple[Mark, ...]:
    """Mark the words that comments speak of, wherever they stand by now; none when they are gone."""
    marks = []
    for comment in comments:
        start = comment.span[0] if comment.span else 0
        if text[start : start + len(comment.quoted)] != comment.quoted:
            start = text.find(comment.quoted)
        if start >= 0:
            marks.append(Mark(start, len(comment.quoted), Paint.COMMENTED))
    return tuple(marks)


def _paint_of(finding: Finding) -> Paint:
    """Misspelt words have a line of their own, so that they are not taken for facts."""
    is_spelling = finding.check == "spelling" and finding.family is Family.TEXT
    return Paint.SPELLING if is_spelling else PAINT_OF_LEVEL[finding.level]


def source_marks(findings: Iterable[Finding], terms: Sequence[Mark], text: str) -> tuple[Mark, ...]:
    """Mark the terms of a source and, over them, what the target lacks."""
    missing = [
        Mark(finding.source[0], finding.source[1] - finding.source[0], PAINT_OF_LEVEL[finding.level])
        for finding in findings
        if finding.source is not None and finding.target is None and finding.source[1] <= len(text)
    ]
    return (*(mark for mark in terms if mark.start + mark.length <= len(text)), *missing)


def tracked(old: str, new: str) -> MarkedText:
    """Show how `old` became `new`: deleted words struck through, inserted ones underlined."""
    return _marked(differences(old, new))


def own_words(text: str, other: str) -> MarkedText:
    """Show a text with the words underlined that the other one does not have."""
    return _marked(change for change in differences(other, text) if change.kind != "delete")


def _marked(changes: Iterable[Change]) -> MarkedText:
    pieces, marks, at = [], [], 0
    for change in changes:
        pieces.append(change.text)
        if change.kind in PAINT_OF_CHANGE:
            marks.append(Mark(at, len(change.text), PAINT_OF_CHANGE[change.kind]))
        at += len(change.text)
    return MarkedText("".join(pieces), tuple(marks))
