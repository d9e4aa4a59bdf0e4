"""Which page belongs to which line of the sidebar; each is loaded when it is first looked at."""

from __future__ import annotations

from workbench.ui.asset_page import AssetPage
from workbench.ui.background import Background
from workbench.ui.theme import Theme


def make_page(name: str, theme: Theme, background: Background) -> AssetPage:
    """Return the page of a line of the sidebar."""
    if name == "memory":
        from workbench.ui.memory_page import MemoryPage

        return MemoryPage(theme, background)
    if name == "terms":
        from workbench.ui.terms_page import TermsPage

        return TermsPage(theme, background)
    if name == "alignment":
        from workbench.ui.alignment_page import AlignmentPage

        return AlignmentPage(theme, background)
    return AssetPage(theme, background, name)
