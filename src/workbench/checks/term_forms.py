"""Whether an English text carries a form of a term, whatever its capitals, hyphens, articles or plural."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.model.passage import CheckContext, TermEntry
from workbench.text.terms import TermFinder

_NOT_WORD = re.compile(r"[^\w\s%&]+")
_ARTICLES = re.compile(r"\b(?:the|a|an)\b")
_BLANKS = re.compile(r"\s+")
_kept: list[tuple[tuple[TermEntry, ...], TermFinder[TermEntry]]] = []


def finder_for(terms: tuple[TermEntry, ...]) -> TermFinder[TermEntry]:
    """Return the finder of a term base, built once for as long as the same tuple is used.

    Two are kept: a window checks the active row against one while a batch may use another.
    """
    for known, finder in _kept:
        if known is terms:
            return finder
    finder = TermFinder(terms)
    _kept.insert(0, (terms, finder))
    del _kept[2:]
    return finder


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Return a text in lower case without articles, punctuation and hyphens, blanks at both ends."""
    apart = _NOT_WORD.sub(" ", text.casefold().replace("’", "").replace("'", ""))
    return f" {_BLANKS.sub(' ', _ARTICLES.sub(' ', apart)).strip()} "


@lru_cache(maxsize=20_000)
def _folded_form(form: str) -> str:
    """Return the beginning every inflected form shares: secretary and secretaries, city and cities."""
    whole = folded(form).rstrip()
    return whole[:-1] if len(whole) > 5 and whole.endswith(("y", "e")) else whole


def carries(target: str, form: str) -> bool:
    """Tell whether the target has the form, in singular or plural."""
    return bool(form) and _folded_form(form) in folded(target)


def is_from_chinese(context: CheckContext, *targets: str) -> bool:
    """Tell whether a row goes from Chinese into one of these languages."""
    return context.source_language.startswith("zh") and context.target_language.startswith(targets)


def is_accepted(context: CheckContext, source: str, target: str) -> bool:
    """Tell whether the house has accepted for good that `source` stands as it does in this target."""
    return any(
        e.source == source and (not e.target or carries(target, e.target)) for e in context.equivalences
    )


def places_of(target: str, form: str) -> list[tuple[int, int]]:
    """Return where a form stands in the target as whole words, in either case (all capitals stay so)."""
    flags = 0 if form.isupper() else re.IGNORECASE
    pattern = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", form.strip()))
    return [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", target.replace("’", "'"), flags)]
