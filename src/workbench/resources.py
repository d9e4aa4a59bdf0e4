"""Finding the files that ship with the program, wherever it was installed."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """Return the folder of shipped files: inside a wheel, or beside `src` in a source tree."""
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def guide_folder(language: str) -> Path:
    """Return the folder of the user guide in a language of the interface, in English where there is no other.

    In a source tree it is part of `docs`; a wheel carries it with the resources.
    """
    root = resource_root()
    guide = root / "guide" if (root / "guide").is_dir() else root.parent / "docs" / "guide"
    return guide / language if (guide / language).is_dir() else guide / "en"


def resource(name: str) -> Path:
    """Return the path of one shipped file or folder, such as `fonts` or `terms.json`.

    Raises `FileNotFoundError` when it does not exist: a mistake of ours, never of the user.
    """
    path = resource_root() / name
    if not path.exists():
        raise FileNotFoundError(f"resource {name} is missing from {resource_root()}")
    return path
