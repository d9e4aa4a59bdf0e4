"""Where a library is: a file's path, a database URL, or the person's own data folder.

SQLAlchemy is imported only where an address is read: the window asks for the path of a file before that.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import LibraryError
from workbench.sentences import say

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

SUFFIX = ".workbench"
APPLICATION_ID = 0x57425443  # "WBTC": marks a SQLite file as ours


@dataclass(frozen=True, slots=True)
class Place:
    """A library's address; `path` is None for a database server."""

    url: URL
    path: Path | None

    @property
    def name(self) -> str:
        """Return what the status bar shows: a file name, or database and host without password."""
        if self.path is not None:
            return self.path.name
        return f"{self.url.database}@{self.url.host or 'localhost'}"


def own_library() -> Path:
    """Return the path of the person's own library, in the platform's data folder."""
    chosen = os.environ.get("WORKBENCH_LIBRARY")
    return Path(chosen) if chosen else _own_folder() / f"library{SUFFIX}"


def journals_folder() -> Path:
    """Return the folder for the edit journals of libraries on servers, made if need be."""
    folder = _own_folder() / "journals"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _own_folder() -> Path:
    """Return the platform's folder for the person's data."""
    import platformdirs  # not for who names a library: a command that aligns a few texts is done as soon as this

    return Path(platformdirs.user_data_dir("workbench", False))


def find_place(place: str | Path | None) -> Place:
    """Read a path or a SQLAlchemy URL; None is the person's own library.

    Raises `LibraryError` when a URL cannot be understood.
    """
    if place is None:
        place = os.environ.get("WORKBENCH_LIBRARY") or own_library()
    if isinstance(place, str) and "://" in place:
        return _from_url(place)
    return _at_path(Path(place))


def _at_path(path: Path) -> Place:
    from sqlalchemy.engine import URL

    path = path.expanduser().absolute()
    path = path.resolve() if path.is_symlink() else path  # locks and logs stand beside the file itself
    return Place(URL.create("sqlite", database=str(path)), path)


def _from_url(text: str) -> Place:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise LibraryError(
            say(
                "The library's address cannot be read. Give a path or a URL such as "
                "postgresql+psycopg://host/library."
            )
        ) from None
    if url.get_backend_name() == "sqlite":
        if not url.database or url.database == ":memory:":
            raise LibraryError(say("A library needs a file. Give its path."))
        return _at_path(Path(url.database))
    if url.get_backend_name() != "postgresql":
        raise LibraryError(
            say(
                "{kind} is not supported. Use a file or postgresql+psycopg://….",
                kind=url.get_backend_name(),
            )
        )
    return Place(url.set(drivername="postgresql+psycopg"), None)
