"""Places where the file of a library is in danger: cloud folders, network drives, simple file systems (D19)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import TypedDict

from workbench.errors import LibraryError
from workbench.resources import resource
from workbench.sentences import Sentence, fill, join, template

DRIVE_REMOTE = 4
"""What Windows calls a network drive."""
_ON_MAC = re.compile(r"^.+? on (?P<point>.+) \((?P<kind>\w+)[,)]")


class Kind(StrEnum):
    """Why a place is dangerous."""

    CLOUD = "cloud"
    NETWORK = "network"
    SIMPLE = "simple"


class Known(TypedDict):
    """What is known of such places: names of folders and files by service, and types of file systems."""

    clouds: dict[str, list[str]]
    marks: dict[str, list[str]]
    network: list[str]
    simple: list[str]


@dataclass(frozen=True, slots=True)
class Danger:
    """One reason, and what it is called: the service or the type of the file system."""

    kind: Kind
    name: str

    def sentence(self, path: Path) -> Sentence:
        """Say what may happen to a library there, and what to do."""
        return fill(_SAID[self.kind], {"name": path.name, "where": self.name})


_SAID = {
    Kind.CLOUD: template(
        "{name} lies in a folder of {where}. What synchronises it copies the file while it is written to and puts back older "
        "ones, which can damage it or lose work. Keep the library in a folder of this computer, and copies of it there."
    ),
    Kind.NETWORK: template(
        "{name} lies on a network drive ({where}). Such drives do not keep order between computers: only one program can "
        "have it open, and a lost connection may cost the last seconds. For an office, put the library on a PostgreSQL server."
    ),
    Kind.SIMPLE: template(
        "{name} lies on a drive with a simple file system ({where}), as USB sticks have. Pulled out too early it can lose "
        "files. Keep the library on the computer's own disk and take copies with you."
    ),
}


class DangerousPlaceError(LibraryError):
    """A library lies where it is in danger, and nobody has accepted that yet; nothing was written."""

    def __init__(self, path: Path, dangers: Sequence[Danger]) -> None:
        super().__init__(join(danger.sentence(path) for danger in dangers))
        self.path = path


def refuse_danger(path: Path) -> None:
    """Raise `DangerousPlaceError` where a library's file would be in danger."""
    if dangers := dangers_of(path):
        raise DangerousPlaceError(path, dangers)


def dangers_of(path: Path) -> list[Danger]:
    """Return why a library's file is in danger at a place, whether it is there yet or not."""
    folder = path.resolve().parent
    found = [Danger(Kind.CLOUD, name) for name in _clouds(folder)][:1]
    kind = file_system_of(folder)
    found += [Danger(Kind.NETWORK, kind)] * (kind in _known()["network"])
    found += [Danger(Kind.SIMPLE, kind)] * (kind in _known()["simple"])
    return found


def is_on_network(path: Path) -> bool:
    """Return whether a library's file lies on a drive of another computer."""
    return file_system_of(path.resolve().parent) in _known()["network"]


def file_system_of(folder: Path) -> str:
    """Return the type of the file system in which a folder lies, "" when the system does not say."""
    if sys.platform == "win32":
        return "smb" if _is_remote(folder) else ""
    holding = [(point, kind) for point, kind in reversed(_mounts()) if folder.is_relative_to(point)]
    return max(holding, key=lambda mount: len(mount[0].parts), default=(folder, ""))[1]


def _clouds(folder: Path) -> Iterator[str]:
    known = _known()
    names = [part.casefold() for part in folder.parts]
    for service, starts in known["clouds"].items():
        if any(_is_called(name, start) for name in names for start in starts):
            yield service
    if os.environ.get("OneDrive") and folder.is_relative_to(os.environ["OneDrive"]):  # noqa: SIM112 - Windows spells it so
        yield "OneDrive"
    for parent in (folder, *folder.parents):
        inside = _names_in(parent)
        for service, marks in known["marks"].items():
            if any(fnmatch(name, mark) for mark in marks for name in inside):
                yield service


def _is_called(name: str, start: str) -> bool:
    """Tell whether a folder has the name, perhaps with an account behind it (“OneDrive - Office”, “Dropbox (Office)”)."""
    return name == start or re.match(rf"{re.escape(start)}(?: ?[-(（@]|-)", name) is not None


def _names_in(folder: Path) -> list[str]:
    """Return the hidden files of a folder: services leave their marks in those."""
    try:
        return [file.name for file in folder.iterdir() if file.name.startswith(".")]
    except OSError:
        return []


@cache
def _known() -> Known:
    known: Known = json.loads(resource("library/dangerous_places.json").read_text("utf-8"))
    return known


def _mounts() -> list[tuple[Path, str]]:
    """Return where file systems are mounted, and their types, the last one mounted last."""
    if sys.platform == "darwin":
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        return [
            (Path(found["point"]), found["kind"]) for found in map(_ON_MAC.match, said.splitlines()) if found
        ]
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [(Path(_plain(point)), kind) for _, point, kind, *_ in map(str.split, lines)]


def _plain(said: str) -> str:
    """Read blanks and the like, which stand as octal numbers in a list of mounts."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), said)


def _is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        is_mapped: bool = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == DRIVE_REMOTE
        return folder.anchor.startswith("\\\\") or is_mapped
    return False
