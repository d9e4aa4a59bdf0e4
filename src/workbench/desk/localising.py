"""Saying a section path or an outlet in the language of an edition, from what the house has decided."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from workbench.library.transaction import Transaction
from workbench.model.article import Article
from workbench.model.edition import Edition
from workbench.model.passage import TermEntry
from workbench.resources import resource

SEPARATOR = " > "


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = json.loads(resource("sections.json").read_text("utf-8"))
    return known


def section_in(section: str, language: str, terms: Sequence[TermEntry]) -> str:
    """Return a section path in another language, or "" when any part of it has no agreed form.

    A gap is better than Chinese on an English page: the editor fills it (issue: the gate never
    fills a gap with Chinese).
    """
    known = _known().get(_primary(language), {})
    parts = [part.strip() for part in section.split(">") if part.strip()]
    said = [known.get(part) or outlet_in(part, language, terms) for part in parts]
    return SEPARATOR.join(said) if all(said) else ""


def outlet_in(outlet: str, language: str, terms: Sequence[TermEntry]) -> str:
    """Return the agreed form of a body or outlet in a language, or "" when there is none."""
    known: dict[str, str] = _known()["outlets"].get(_primary(language), {})
    if outlet.strip() in known:
        return known[outlet.strip()]
    return next((e.targets[0].text for e in terms if outlet.strip() in e.sources and e.targets), "")


def say_details(tx: Transaction, article: Article, edition: Edition) -> None:
    """Fill section and outlet of an edition from its source; what cannot be said in its language stays empty."""
    terms = tx.vocabulary.entries(article.language, edition.language)
    edition.section = section_in(article.section, edition.language, terms)
    edition.outlet = outlet_in(article.outlet, edition.language, terms)


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0]
