"""Repairing a damaged library: salvage it, or go back to the newest good copy and bring later texts into that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workbench.desk.commenting import comment
from workbench.desk.editing import save_text
from workbench.desk.keeping import check_library
from workbench.desk.recovering import Recovered, recover
from workbench.errors import LibraryError, WorkbenchError
from workbench.library.backups import altered_in, damage_in, put_back
from workbench.library.library import Library, open_library
from workbench.library.place import find_place
from workbench.library.replacing import copy_database
from workbench.library.rotation import copies_of, newest_sound_copy
from workbench.library.salvaging import Salvage, salvage
from workbench.model.edition import Edition, Revision, Target
from workbench.model.kinds import Origin, Role
from workbench.sentences import say


@dataclass(frozen=True, slots=True)
class WentBack:
    """A segment that stands as it was at an earlier time, because the damaged file did not have it any more."""

    key: str
    number: int
    at: datetime


@dataclass(slots=True)
class Repair:
    """What a repair did; `base` is the copy that was gone back to, None when the file itself could be read."""

    damage: Sequence[str]
    kept: Path | None = None
    base: Path | None = None
    brought: int = 0
    beside: int = 0
    went_back: list[WentBack] = field(default_factory=list)
    replayed: list[Recovered] = field(default_factory=list)


def repair(place: str) -> Repair:
    """Repair the library at a path; the damaged file is kept, renamed, with its log.

    A sound library is left alone. Raises `LibraryError` when nothing could be read and there is no copy.
    """
    found = find_place(place)
    if found.path is None:
        raise LibraryError(say("A library on a server is repaired there."))
    told = Repair(damage_in(found.path) or altered_in(found.path))
    if not told.damage:
        return told
    rescued = found.path.with_name(f"{found.path.stem}-salvaged.workbench")
    repaired = found.path.with_name(f"{found.path.stem}-repaired.workbench")
    try:
        _clear(rescued, repaired)
        read = salvage(found.path, rescued)
        if read.is_whole and not damage_in(rescued) and _is_sound(rescued):
            told.kept = put_back(found, rescued)
        else:
            _go_back(found.path, rescued, repaired, read, told)
            told.kept = put_back(found, repaired)
    finally:
        _clear(rescued, repaired)
    with open_library(place, create=False) as library:
        told.replayed = recover(library)
    return told


def _go_back(path: Path, rescued: Path, repaired: Path, read: Salvage, told: Repair) -> None:
    """Make the repaired library beside the damaged one, which stays until all of it is done."""
    copy = newest_sound_copy(path)
    if copy is None:
        raise LibraryError(
            say(
                "{path} is damaged and there is no sound copy in the folder “backups”. What could be read was not "
                "enough to go on with; the file was left as it is.",
                path=path.name,
            )
        )
    at = next(moment for moment, one in copies_of(path) if one == copy)
    told.base = copy
    copy_database(copy, repaired)
    with (
        open_library(str(repaired), create=False) as library,
        open_library(str(rescued), create=False) as later,
    ):
        altered = set(_altered(library, later))
        for target_id, text, person in list(_later_texts(library, later)):
            _bring(library, target_id, text, person, told)
        told.went_back = list(_went_back(library, read.lost.get("targets", set()) | altered | {0}, at))


def _later_texts(library: Library, later: Library) -> Iterator[tuple[int, str, int | None]]:
    """Yield the texts that the damaged file has newer than the copy, where the copy has their segment."""
    with library.reading() as old, later.reading() as new:
        for target in new.scope.session.query(Target):
            known = old.scope.session.get(Target, target.id)
            if known is None or known.text == target.text or target.version <= known.version:
                continue
            newest = new.editions.newest_revision(target)
            yield target.id, target.text, newest.person_id if isinstance(newest, Revision) else None


def _altered(library: Library, later: Library) -> Iterator[int]:
    """Yield the targets whose text is another one in the damaged file although nobody had saved it since."""
    with library.reading() as old, later.reading() as new:
        for target in new.scope.session.query(Target):
            known = old.scope.session.get(Target, target.id)
            if known is not None and known.version == target.version and known.text != target.text:
                yield target.id


def _bring(library: Library, target_id: int, text: str, person: int | None, told: Repair) -> None:
    """Put a later text into its segment; where the rules forbid that now, beside it as a comment."""
    by = person or _an_admin(library)
    try:
        save_text(library, by, target_id, text, origin=Origin.RESTORED, detail="repair")
        told.brought += 1
    except WorkbenchError:
        with library.reading() as tx:
            edition_id = tx.editions.target(target_id).edition_id
        comment(library, by, edition_id, f"Saved from a damaged library: {text}", target_id=target_id)
        told.beside += 1


def _went_back(library: Library, lost: set[int], at: datetime) -> Iterator[WentBack]:
    """Yield the segments whose newest text could not be read or trusted: they stand as the copy has them."""
    with library.reading() as tx:
        for edition in tx.scope.session.query(Edition).order_by(Edition.id):
            key = tx.articles.get(edition.article_id).key
            for number, target in enumerate(tx.editions.targets(edition.id), start=1):
                if target.id in lost:
                    yield WentBack(key, number, at)


def _an_admin(library: Library) -> int:
    with library.reading() as tx:
        return next(person.id for person in tx.people.all() if Role.ADMIN in person.roles)


def _is_sound(path: Path) -> bool:
    with open_library(str(path), create=False) as library:
        return not check_library(library).problems


def _clear(*paths: Path) -> None:
    for path in paths:
        for ending in ("", "-wal", "-shm", ".lock"):
            Path(f"{path}{ending}").unlink(missing_ok=True)


def told_at(moment: datetime) -> str:
    """Return a time as a report says it."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
