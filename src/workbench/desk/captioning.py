"""The words of a page that are text of the article: its headline, its summary, and what is said of each photo.

They are rows like any other and part of what an approval covers; here they are read and said by their place on
the page, so that a photo that came without a caption can be given one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.desk.arranging import room_after
from workbench.desk.editing import clean, confirm_target, edition_for_editing, finish, write_text
from workbench.desk.finding_editions import find_edition
from workbench.desk.learning import learn
from workbench.desk.rights import Act, require
from workbench.desk.steps import Edit, Recorder
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.model.article import Photo
from workbench.model.edition import Edition, Target
from workbench.model.kinds import Origin, SegmentKind
from workbench.sentences import say
from workbench.text.segmenting import join_sentences

_NAME = re.compile(r"(headline|summary)|(caption|alt)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Place:
    """A place for words on a page; `photo` counts from 1, 0 is the page itself."""

    kind: SegmentKind
    photo: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a place; `rows` is how many rows of the edition it takes."""

    place: Place
    text: str
    rows: int
    picture: bytes = b""


def place_named(name: str) -> Place | None:
    """Return the place of a field's name ("headline", "summary", "caption.2", "alt"), or None for another field."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    page, photo, number = found.groups()
    return Place(SegmentKind(page)) if page else Place(SegmentKind(photo), int(number or 1))


def read_words(tx: Transaction, edition: Edition) -> tuple[Words, ...]:
    """Return the headline, the summary, and caption and alternative text of every photo, also where they are missing."""
    targets = tx.editions.targets(edition.id)
    photos = tx.articles.photos(edition.article_id)
    pictures = {number: tx.articles.photo_data(photo.id) for number, photo in enumerate(photos, start=1)}
    places = [Place(SegmentKind.HEADLINE), Place(SegmentKind.SUMMARY)]
    places += [Place(kind, number) for number in pictures for kind in (SegmentKind.CAPTION, SegmentKind.ALT)]
    found = []
    for place in places:
        rows = _rows_at(targets, photos, place)
        text = join_sentences([row.text for row in rows], edition.language)
        found.append(Words(place, text, len(rows), pictures.get(place.photo, b"")))
    return tuple(found)


def say_words(
    library: Library,
    by: int,
    key: str,
    words: Mapping[Place, str],
    language: str = "en",
    *,
    asked_by: str = "",
) -> Edit:
    """Write and confirm words at their places; an empty text changes nothing. Approved text goes back to review.

    What has no row yet is added on purpose. Raises when a place takes several rows, or there is no such photo.
    """
    with library.writing(asked_by=asked_by) as tx:
        _, edition = find_edition(tx, key, language)
        require(tx, Act.EDIT, edition, by)
        recorder = Recorder(tx, edition.id)
        said = []
        for place, text in words.items():
            target = _target_at(tx, edition, place, recorder, text=clean(text).strip(), by=by)
            if target is not None:
                confirm_target(tx, edition, target, by)
                said.append(target)
        learn(tx, edition, said, by)
        return finish(tx, edition, recorder, "typing")


def _target_at(
    tx: Transaction, edition: Edition, place: Place, recorder: Recorder, *, text: str, by: int
) -> Target | None:
    """Return the row of a place with its new text, made where there was none; None when nothing changes."""
    targets = tx.editions.targets(edition.id)
    photos = tx.articles.photos(edition.article_id)
    if place.photo > len(photos):
        raise WorkbenchError(
            say("There is no photo {number}; the article has {count}.", number=place.photo, count=len(photos))
        )
    rows = _rows_at(targets, photos, place)
    if not text or text == join_sentences([row.text for row in rows], edition.language):
        return None
    if len(rows) > 1:
        raise WorkbenchError(
            say(
                "This text stands in {count} rows (“{text}”). Change it in the Editor.",
                count=len(rows),
                text=rows[0].text[:40],
            )
        )
    if rows:
        edition_for_editing(tx, rows[0], by)
        recorder.watch(rows)
        write_text(tx, edition, rows[0], text, by=by, origin=Origin.TYPED, detail="")
        return rows[0]
    return _added(tx, edition, place, recorder, text=text, by=by, targets=targets, photos=photos)


def _added(
    tx: Transaction,
    edition: Edition,
    place: Place,
    recorder: Recorder,
    *,
    text: str,
    by: int,
    targets: Sequence[Target],
    photos: Sequence[Photo],
) -> Target:
    photo_id = photos[place.photo - 1].id if place.photo else None
    near = [target for target in targets if target.photo_id == photo_id and place.photo]
    heads = [target for target in targets if target.kind is SegmentKind.HEADLINE]
    reason = str(say("it is not in the source"))
    target = Target(
        edition_id=edition.id,
        position=room_after(tx, edition, (near or heads or targets[:1])[-1], recorder),
        kind=place.kind,
        reason=reason,
        opens_paragraph=True,
        photo_id=photo_id,
    )
    tx.editions.add_targets([target])
    recorder.add_target(target)
    write_text(tx, edition, target, text, by=by, origin=Origin.TYPED, detail="added on purpose")
    tx.events.add(
        "added",
        article_id=edition.article_id,
        edition_id=edition.id,
        person_id=by,
        target=target.id,
        reason=reason,
    )
    return target


def _rows_at(targets: Sequence[Target], photos: Sequence[Photo], place: Place) -> list[Target]:
    photo_id = photos[place.photo - 1].id if place.photo else None
    return [
        target
        for target in targets
        if target.kind is place.kind
        and not target.is_omitted
        and (not place.photo or target.photo_id == photo_id)
    ]
