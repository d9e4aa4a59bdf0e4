"""Taking a withdrawn page out of the folder it was published to: a notice stands where readers look for it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from workbench.desk.finding_editions import find_edition
from workbench.desk.paging import make_page
from workbench.desk.publishing import link_sisters
from workbench.desk.templating import web_page
from workbench.errors import Reason, RefusedError
from workbench.formats.page_lines import label
from workbench.formats.publication import PublishingFolder
from workbench.library.library import Library
from workbench.model.base import now
from workbench.model.kinds import Role, Stage
from workbench.model.page import Page
from workbench.sentences import say


def take_down(
    library: Library, by: int, key: str, folder: Path, language: str = "en", *, note: str = ""
) -> list[Path]:
    """Replace the web page of a withdrawn edition by a notice, and remove its other files; return the files.

    The notice says when the page was withdrawn and, if readers are to know it, why; pages in other
    languages link to it no longer. Takes an editor.
    """
    with library.reading() as tx:
        article, edition = find_edition(tx, key, language)
        if Role.EDITOR not in tx.people.roles(by):
            raise RefusedError(Reason("not-allowed", say("Taking pages down takes an editor.")))
        if edition.stage is not Stage.WITHDRAWN:
            raise RefusedError(Reason("wrong-stage", say("Withdraw the edition first; then its files.")))
        zone = ZoneInfo(tx.options.get("time_zone"))
        page = _notice(make_page(tx, edition), f"{now().astimezone(zone):%Y-%m-%d}", note)
    data = web_page(library).write(page)
    with PublishingFolder(folder) as target:
        touched = target.take_down(article.key, language, data, at=now())
    digest = hashlib.sha256(data).hexdigest()
    with library.writing() as tx:
        tx.events.add(
            "taken down",
            article_id=edition.article_id,
            edition_id=edition.id,
            person_id=by,
            count=len(touched),
            note=note,
            files=[{"path": path.name, "digest": digest} for path in touched if path.is_file()],
        )
    link_sisters(library, by, key, language, folder)
    return touched


def _notice(page: Page, day: str, note: str) -> Page:
    """Return the page with nothing left of it but its headline and the notice."""
    said = " ".join(filter(None, (label(page.language, "withdrawal").format(date=day), note.strip())))
    return replace(
        page,
        blocks=(),
        photos=(),
        summary="",
        keywords=(),
        sisters=(),
        corrections=(),
        outlet="",
        translators=(),
        authors=(),
        source_address="",
        notes=(said,),
    )
