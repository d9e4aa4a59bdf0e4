"""Taking back what somebody arranged: what was added goes out, what was left out comes in, what was moved goes home."""

from __future__ import annotations

from workbench.desk.arranging import move, take_back
from workbench.desk.editing import edition_for_editing, finish
from workbench.desk.lapsing import back_to_review
from workbench.desk.steps import Edit, Recorder
from workbench.desk.walking import arranged_in_review
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.review import Event
from workbench.sentences import say


def put_back(library: Library, by: int, target_id: int, *, asked_by: str = "") -> Edit:
    """Take back how a row was arranged since the text was handed in."""
    with library.reading() as tx:
        edition = tx.editions.get(tx.editions.target(target_id).edition_id)
        found = arranged_in_review(tx, edition).get(target_id)
        if found is None:
            raise WorkbenchError(say("This segment stands where it stood when it was handed in."))
        home = _home(tx, edition, target_id, found.first)
    if found.first.kind == "added":
        return take_out(library, by, target_id, asked_by=asked_by)
    if found.last.kind == "left out":
        return take_back(library, by, target_id, asked_by=asked_by)
    return move(library, by, target_id, home, asked_by=asked_by)


def _home(tx: Transaction, edition: Edition, target_id: int, moved: Event) -> int:
    """Return the place behind the row it stood behind; older events only noted its number."""
    others = [target.id for target in tx.editions.targets(edition.id) if target.id != target_id]
    behind = moved.data.get("behind")
    return others.index(behind) + 2 if behind in others else int(moved.data.get("was", 1))


def take_out(library: Library, by: int, target_id: int, *, asked_by: str = "") -> Edit:
    """Take a row that was added without a source out again; its history is kept, and undo brings it back."""
    with library.writing(asked_by=asked_by) as tx:
        target = tx.editions.target(target_id)
        edition = edition_for_editing(tx, target, by)
        if tx.editions.coverage(edition.id, [target.id]).get(target.id):
            raise WorkbenchError(say("This segment has a source. Leave it out with a reason instead."))
        recorder = Recorder(tx, edition.id)
        recorder.watch([target])
        target.is_retired = True
        tx.editions.changed_target(target)
        back_to_review(tx, edition, by)
        tx.events.add(
            "taken out",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            target=target.id,
            text=target.text,
        )
        return finish(tx, edition, recorder, "take out")
