"""Build the reference of the code from its docstrings.

`python tools/reference.py [FOLDER]` (default `out/reference`) writes a page a module, with a search, by pdoc
(`pip install -e .[docs]`). Open `index.html` in it. What is private, and the migrations, are left out.
"""

from __future__ import annotations

import os
import pkgutil
import sys
import warnings
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pdoc

import workbench

HOME = Path(__file__).resolve().parents[1]
LEFT_OUT = (
    "workbench.library.migrations",
    "workbench.__main__",
    "workbench.formats.tmx_child",
    "workbench.formats.apart_child",
)
"""Modules that are scripts: importing them would run them, or they say nothing to a reader."""


def modules(within: str = "workbench") -> list[str]:
    """Return the names of the modules to describe, in order."""
    found = pkgutil.walk_packages(workbench.__path__, "workbench.")
    names = sorted(module.name for module in found if not module.name.startswith(LEFT_OUT))
    return [name for name in names if name == within or name.startswith(f"{within}.")]


def build(folder: Path, within: str = "workbench") -> list[str]:
    """Write the reference of a package into a folder and return the modules it describes."""
    names = [within, *modules(within)] if within == "workbench" else modules(within)
    warnings.filterwarnings("ignore", module="pdoc")  # types that are imported for checking alone
    pdoc.render.configure(docformat="markdown", show_source=False)
    pdoc.pdoc(*names, output_directory=folder)
    return names


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME / "out" / "reference"
    print(f"{len(build(chosen))} modules described in {chosen}")
