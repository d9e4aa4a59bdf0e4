"""How each place that shows an article is made; imported when the first one is opened."""

from __future__ import annotations

from workbench.ui.actions import EDITOR, PUBLISH, REVIEW
from workbench.ui.places import ArticlePlace, ComingPlace, Surroundings

ICONS = {EDITOR: "pencil", REVIEW: "check-double", PUBLISH: "upload"}


def make_place(name: str, around: Surroundings) -> ArticlePlace:
    """Return a new place by its name: editor, review or publish."""
    return ComingPlace(around, ICONS[name])
