"""Which template a web page is made by: those that ship, and those of the office in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from workbench.errors import WorkbenchError
from workbench.formats.html_out import HtmlFormat
from workbench.library.library import Library
from workbench.sentences import say

SHIPPED = ("site.html", "plain.html")
"""The templates that come with the program: the site of the sample, and a plain page."""


def template_folder(library: Library) -> Path:
    """Return where the office keeps its own templates: as set, or beside the person's other data."""
    with library.reading() as tx:
        chosen = tx.options.get("template_folder")
    return Path(chosen) if chosen else user_data_path("workbench", appauthor=False) / "templates"


def list_templates(library: Library) -> list[str]:
    """Return the names of all templates, ours first; files that begin with "_" are parts of others."""
    folder = template_folder(library)
    own = sorted(path.name for path in folder.glob("*.html") if not path.name.startswith("_"))
    return [*SHIPPED, *[name for name in own if name not in SHIPPED]]


def web_page(library: Library, template: str = "") -> HtmlFormat:
    """Return the web page format with a template ("": the one the library has set).

    A template of the office runs in a fenced child process (docs/formats.md). Raises `WorkbenchError`
    that lists what there is for an unknown name.
    """
    with library.reading() as tx:
        name = template or tx.options.get("page_template")
    if name in SHIPPED:
        return HtmlFormat(name)
    known = list_templates(library)
    if name not in known:
        raise WorkbenchError(
            say("There is no template {name}. There are: {names}.", name=name, names=", ".join(known))
        )
    return HtmlFormat(template_folder(library) / name)
