"""The pictures of the README and the guide: each is drawn from a scene, each is named somewhere, none is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from tools.docs_pictures import FOLDER, PICTURES

from workbench.ui.scenes import SCENES

HOME = Path(__file__).resolve().parents[2]
PAGES = [HOME / "README.md", *sorted((HOME / "docs").rglob("*.md"))]
NAMED = [
    (page, path) for page in PAGES for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text("utf-8"))
]


@pytest.mark.parametrize(("page", "path"), NAMED, ids=lambda value: Path(value).name)
def test_every_picture_a_page_names_is_there_and_drawn_by_the_command(page, path):
    picture = (page.parent / path).resolve()
    assert picture.parent == FOLDER
    assert picture.is_file()
    assert picture.stem in PICTURES


def test_every_picture_comes_of_a_scene_and_is_named_by_a_page():
    scenes = {scene.name for scene in SCENES}
    assert {scene for scene, _ in PICTURES.values()} <= scenes
    assert {Path(path).stem for _, path in NAMED} == set(PICTURES)
    assert {path.stem for path in FOLDER.glob("*.png")} == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_size_of_its_variant_and_loads_quickly(name):
    path, (_, variant) = FOLDER / f"{name}.png", PICTURES[name]
    assert Image.open(path).size == (variant.width * variant.scale, variant.height * variant.scale)
    assert path.stat().st_size < 120_000


def test_the_chinese_guide_shows_the_chinese_interface():
    shown = [(page, path) for page, path in NAMED if "zh_CN" in page.parts]
    assert shown != []
    assert {PICTURES[Path(path).stem][1].language for _, path in shown} == {"zh_CN"}
