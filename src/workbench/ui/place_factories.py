"""How each place that shows an article is made; imported when the first one is opened."""

from __future__ import annotations

from workbench.ui.actions import EDITOR, PUBLISH, REVIEW
from workbench.ui.editor.place import EditorPlace
from workbench.ui.places import ArticlePlace, PlaceFactory, Surroundings
from workbench.ui.publish.place import PublishPlace
from workbench.ui.review.place import ReviewPlace

PLACES: dict[str, PlaceFactory] = {EDITOR: EditorPlace, REVIEW: ReviewPlace, PUBLISH: PublishPlace}


def make_place(name: str, around: Surroundings) -> ArticlePlace:
    """Return a new place by its name: editor, review or publish."""
    return PLACES[name](around)
