"""The demonstration: the whole job on the sample article, in a library of its own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from workbench.desk.checking import accept, check_edition
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all
from workbench.desk.importing import ImportReport, import_all
from workbench.desk.publishing import PublishReport, publish
from workbench.desk.reading import open_edition
from workbench.desk.reviewing import approve, submit
from workbench.desk.staffing import add_person
from workbench.errors import RefusedError, WorkbenchError, reason_of
from workbench.formats.publication import FileKind
from workbench.library.library import Library, open_library
from workbench.model.finding import Finding
from workbench.model.kinds import Level, Role
from workbench.resources import resource
from workbench.sentences import say

TRANSLATOR, REVIEWER, EDITOR = "Pang Yuehui", "Reviewer A", "Editor A"
"""The translator is the one the sample page names; the others are placeholders."""

FORMATS = ("html", "docx", "txt")


@dataclass(slots=True)
class Demonstration:
    """What the demonstration made, and what it did step by step, in words."""

    library: Path
    files: list[Path] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def demonstrate(folder: Path) -> Demonstration:
    """Do the main job under `folder`; an earlier demonstration there is replaced.

    Raises `WorkbenchError` when the folder cannot be used.
    """
    path = folder / "demo.workbench"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm", ".lock"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
        shutil.rmtree(folder / "pages", ignore_errors=True)
    except OSError as error:
        raise WorkbenchError(
            say(
                "The folder {folder} cannot be used: {reason}. Choose another.",
                folder=folder,
                reason=reason_of(error),
            )
        ) from error
    shown = Demonstration(path)
    with open_library(path) as library:
        _do_the_job(library, folder / "pages", shown)
    return shown


def _do_the_job(library: Library, pages: Path, shown: Demonstration) -> None:
    editor = add_person(library, EDITOR).id
    translator = add_person(library, TRANSLATOR, [Role.TRANSLATOR], by=editor).id
    reviewer = add_person(library, REVIEWER, [Role.REVIEWER], by=editor).id
    key = import_sample(library, shown, by=translator)
    drafted = DraftReport()
    for _ in draft(library, translator, key, "sample", drafted):
        pass
    shown.said.append(f"drafted {drafted.filled} segments with the engine “sample”")
    confirm_all(library, translator, open_edition(library, key).edition_id)
    _settle_findings(library, translator, key, shown)
    submit(library, translator, key)
    shown.said.append(f"submitted by {TRANSLATOR}")
    approve(library, reviewer, key)
    shown.said.append(f"approved by {REVIEWER}: exactly this text")
    accept(
        library, editor, key, "source_address", "The published page gives no address of its Chinese source."
    )
    accept(library, editor, key, "photo_credit", "The published page gives no photo credit.")
    report = PublishReport()
    for _ in publish(library, editor, [key], pages, FORMATS, report):
        pass
    for _, reasons in report.refused:
        raise RefusedError(*reasons)
    shown.files = [file.path for file in report.files if file.kind is FileKind.PAGE]
    shown.said.append(f"published by {EDITOR}")


def import_sample(library: Library, shown: Demonstration | None = None, *, by: int | None = None) -> str:
    """Import the sample article (our own Chinese back-translation of a published page); return its key."""
    report = ImportReport()
    for _ in import_all(library, [str(resource("sample/sample_zh.txt"))], report, by=by):
        pass
    if report.problems:
        raise WorkbenchError(report.problems[0].message)
    imported = (report.added or report.unchanged)[0]
    if shown is not None:
        shown.said.append(f"imported {imported.headline} ({imported.segments} segments)")
    return imported.key


def _settle_findings(library: Library, by: int, key: str, shown: Demonstration) -> None:
    findings = check_edition(library, open_edition(library, key).edition_id)
    shown.said.append(f"checked: {_counted(findings)}")
    for check, number in sorted({(f.check, f.number) for f in findings if f.level is Level.ERROR}):
        accept(library, by, key, check, "It stands so on the published page.", number=number)


def _counted(findings: list[Finding]) -> str:
    counts = {level: sum(finding.level is level for finding in findings) for level in Level}
    return ", ".join(f"{count} {level}s" for level, count in counts.items())
