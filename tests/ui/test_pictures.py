import shutil

import pytest
from PIL import Image

from workbench.ui.pictures import render_screens, variants


@pytest.fixture(scope="module")
def pictures(tmp_path_factory, newsroom_file, qapp):
    folder = tmp_path_factory.mktemp("pictures")
    library = shutil.copy(newsroom_file, folder / "newsroom.workbench")
    return {path.stem: path for path in render_screens(library, folder / "screens")}


@pytest.mark.parametrize("screen", ["library", "editor", "publish"])
def test_every_screen_is_drawn_at_its_size_and_shows_something(pictures, screen):
    picture = Image.open(pictures[screen]).convert("RGB")
    assert picture.size == (1440, 900)
    colours = picture.getcolors(maxcolors=1_000_000)
    assert colours is not None
    assert len(colours) > 200


def test_light_and_dark_english_and_chinese_small_and_sharp_are_all_looked_at():
    drawn = {(variant.mode, variant.language) for variant in variants()}
    assert drawn == {(mode, code) for mode in ("light", "dark") for code in ("en", "zh_CN")}
    assert {variant.width for variant in variants()} == {1440, 1024}
    assert {variant.scale for variant in variants()} == {1, 2}
