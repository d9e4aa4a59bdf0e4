"""Characters that no shipped font can show are found before a reader sees boxes."""

from __future__ import annotations

import pytest

from workbench.errors import FormatError
from workbench.formats.glyphs import character_map, missing_glyphs
from workbench.resources import resource


@pytest.mark.parametrize(
    "text",
    [
        "Governor Xu Chairs Meeting — “quotes”, ‘single’ … £ € é ü ñ ā ǐ",
        "许达哲主持召开国际友城工作专题会议，镕 喆 堃",
        "許達哲主持會議",
        "沢渡駅で会議を開いた。「ヴェトナム」ではなく",
        "후난성 인민정부는 회의를 열었다.",
        "« Le Hunan » d’aujourd’hui : œuvre, à Noël",
        "line one\nline two\ttab\u200b\u2028\ufeff",
        "",
    ],
)
def test_ordinary_text_can_be_shown(text):
    assert missing_glyphs(text) == set()


def test_what_no_font_has_is_named():
    assert missing_glyphs("A \U0001f600 and \U00020bb7 and \u2f54") == {"\U0001f600", "\U00020bb7", "\u2f54"}


def test_a_font_can_be_asked_alone():
    latin = resource("fonts") / "WorkbenchSerif-Regular.ttf"
    assert missing_glyphs("Xu 许", [latin]) == {"许"}


@pytest.mark.parametrize("junk", [b"", b"\0\1\0\0", b"OTTO" + bytes(40), b"x" * 500])
def test_something_that_is_no_font_is_refused(junk):
    with pytest.raises(FormatError):
        character_map(junk)
