"""Comments: said by everybody at any stage, on an article, a row, or chosen words of it."""

from __future__ import annotations

from workbench.desk.finding_editions import find_edition
from workbench.desk.reviewing import numbered_target
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.model.base import now
from workbench.model.review import Comment
from workbench.model.rows import CommentRow
from workbench.sentences import say


def comment(
    library: Library,
    by: int,
    edition_id: int,
    text: str,
    *,
    target_id: int | None = None,
    span: tuple[int, int] | None = None,
    parent_id: int | None = None,
    asked_by: str = "",
) -> int:
    """Say something about an edition, a row, or the words in `span` of its draft; return the id."""
    if not text.strip():
        raise WorkbenchError(say("A comment needs words."))
    with library.writing(asked_by=asked_by) as tx:
        tx.people.get(by)
        edition = tx.editions.get(edition_id)
        quoted = ""
        if target_id is not None and span is not None:
            quoted = tx.editions.target(target_id).text[span[0] : span[1]]
        saved = tx.reviews.add_comment(
            Comment(
                edition_id=edition_id,
                target_id=target_id,
                parent_id=parent_id,
                person_id=by,
                text=text.strip(),
                quoted=quoted,
                start=span[0] if span else None,
                end=span[1] if span else None,
            )
        )
        tx.editions.touch(edition)
        return saved.id


def answer(library: Library, by: int, comment_id: int, text: str, *, asked_by: str = "") -> int:
    """Answer a comment in its thread, at the place the thread is about; return the id."""
    with library.reading() as tx:
        asked = tx.reviews.comment(comment_id)
        thread, edition_id, target_id = asked.parent_id or asked.id, asked.edition_id, asked.target_id
    return comment(library, by, edition_id, text, target_id=target_id, parent_id=thread, asked_by=asked_by)


def reply(library: Library, by: int, comment_id: int, text: str, *, asked_by: str = "") -> int:
    """Answer in the thread of a comment and return the answer's id; a settled thread is open again."""
    with library.reading() as tx:
        asked = tx.reviews.comment(comment_id)
        first = asked if asked.parent_id is None else tx.reviews.comment(asked.parent_id)
        thread, is_settled = first.id, first.resolved_at is not None
    said = answer(library, by, thread, text, asked_by=asked_by)
    if is_settled:
        reopen_comment(library, by, thread, asked_by=asked_by)
    return said


def comment_on(
    library: Library, by: int, key: str, number: int | None, text: str, language: str = "en"
) -> int:
    """Say something about the article (number None) or the row of that number; return the id."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        target_id = None if number is None else numbered_target(tx, edition, number).id
    return comment(library, by, edition.id, text, target_id=target_id)


def resolve(library: Library, by: int, comment_id: int, *, asked_by: str = "") -> None:
    """Settle a thread of comments."""
    _settle(library, by, comment_id, is_resolved=True, asked_by=asked_by)


def reopen_comment(library: Library, by: int, comment_id: int, *, asked_by: str = "") -> None:
    """Open a settled thread again."""
    _settle(library, by, comment_id, is_resolved=False, asked_by=asked_by)


def _settle(library: Library, by: int, comment_id: int, *, is_resolved: bool, asked_by: str) -> None:
    with library.writing(asked_by=asked_by) as tx:
        tx.people.get(by)
        found = tx.reviews.comment(comment_id)
        for each in (found, *tx.reviews.answers(found)):
            each.resolved_by = by if is_resolved else None
            each.resolved_at = now() if is_resolved else None
            tx.reviews.changed_comment(each)
        tx.editions.touch(tx.editions.get(found.edition_id))


def resolve_on(library: Library, by: int, key: str, number: int | None, language: str = "en") -> int:
    """Settle all open threads of a row (None: of the whole edition); return how many."""
    with library.reading() as tx:
        _, edition = find_edition(tx, key, language)
        target_id = None if number is None else numbered_target(tx, edition, number).id
        open_ids = [
            row.id
            for row in tx.reviews.comments(edition.id)
            if not row.is_resolved
            and row.parent_id is None
            and (number is None or row.target_id == target_id)
        ]
    for comment_id in open_ids:
        resolve(library, by, comment_id)
    return len(open_ids)


def read_comments(library: Library, edition_id: int) -> list[CommentRow]:
    """Return all comments of an edition, oldest first."""
    with library.reading() as tx:
        return tx.reviews.comments(edition_id)
