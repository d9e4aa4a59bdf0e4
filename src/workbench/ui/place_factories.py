"""How each place that shows an article is made; imported when the first one is opened."""

from __future__ import annotations

from workbench.ui.actions import EDITOR, PUBLISH
from workbench.ui.editor.place import EditorPlace
from workbench.ui.places import ArticlePlace, PlaceFactory, Surroundings
from workbench.ui.publish.place import PublishPlace

PLACES: dict[str, PlaceFactory] = {EDITOR: EditorPlace, PUBLISH: PublishPlace}


def make_place(name: str, around: Surroundings) -> ArticlePlace:
    """Return a new place by its name; the review is done in the Editor until it has a place of its own."""
    return PLACES.get(name, EditorPlace)(around)
