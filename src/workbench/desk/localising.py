"""Saying a section path or an outlet in the language of an edition, from what the house has decided."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from workbench.model.passage import TermEntry
from workbench.resources import resource

SEPARATOR = " > "


@cache
def _known_sections() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = json.loads(resource("sections.json").read_text("utf-8"))
    return known


def section_in(section: str, language: str, terms: Sequence[TermEntry]) -> str:
    """Return a section path in another language, or "" when any part of it has no agreed form.

    A gap is better than Chinese on an English page: the editor fills it (issue: the gate never
    fills a gap with Chinese).
    """
    known = _known_sections().get(language.split("-", maxsplit=1)[0], {})
    parts = [part.strip() for part in section.split(">") if part.strip()]
    said = [known.get(part) or outlet_in(part, terms) for part in parts]
    return SEPARATOR.join(said) if all(said) else ""


def outlet_in(outlet: str, terms: Sequence[TermEntry]) -> str:
    """Return the agreed form of a body or outlet, or "" when there is none."""
    known = _known_sections().get("outlets", {}).get(outlet.strip())
    if known:
        return known
    return next((e.targets[0].text for e in terms if outlet.strip() in e.sources and e.targets), "")
