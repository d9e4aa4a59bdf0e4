"""A second opinion on where the article of a page is: trafilatura, asked when our own rules find nothing.

On the eighteen test pages (460 paragraphs) trafilatura alone, set to precision, misses 15 paragraphs and adds
59 lines of boilerplate, and has 10 of 18 headlines; so it comes last, not first.
"""

from __future__ import annotations

from workbench.formats.lines import tidy

_SHORTEST_TEXT = 80


def main_paragraphs(text: str) -> list[str]:
    """Return the paragraphs trafilatura takes for the article, or [] when they are not worth it."""
    import trafilatura

    found = trafilatura.extract(
        text, favor_precision=True, include_comments=False, include_tables=False, deduplicate=False
    )
    paragraphs = [paragraph for paragraph in map(tidy, (found or "").split("\n")) if paragraph]
    return paragraphs if sum(map(len, paragraphs)) >= _SHORTEST_TEXT else []
