"""Every screen in every variant: laid out and named without a fault, all Chinese in Chinese, as it was when last looked at."""

from __future__ import annotations

import gc
import weakref

import pytest
from PIL import Image
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget
from tests.ui.audit import Content, english_in, faults, has_english, pale
from tests.ui.controls import controls_in, heard_of, nameless
from tests.ui.focus import faults_of_keyboard
from tools.reference_pictures import FEW, FOLDER, blocks_unlike, reduced, reference_of, share_unlike

from workbench.resources import resource
from workbench.text.dictionary import look_up
from workbench.ui.fonts import load_fonts
from workbench.ui.pictures import Look, Variant, compared_variants, show, variants
from workbench.ui.scenes import SCENES, settle

COMPARED = compared_variants()
EXAMPLES = (
    "Asia/Shanghai", "Center", "center", "program", "labor", "centre", "programme", "labour", "per cent", "RMB1.2 billion",
    "1.2 billion yuan", "Governor Xu", "Xu Dazhe, governor", "Three firms", "3 percent", "stressed that",
    "hundred million", "ten thousand yuan", "12 firms", "three firms", "5 percent", "2 million", "3 kilometers", "6 million to 18 million", "CHANGSHA, April 2 --", "should", "further", "actively", "Two Sessions", "Mr", "Ms", "SentencePiece", "WORKBENCH_DEEPL_KEY",
    "WORKBENCH_CHAT_KEY", "site", "plain", "draft", "terms", "deepl", "Harper", "grammar", "library.example.org",
    "office@db.example.org", "translator-a", "pages", "party", "economy", "confirmed", "aligned", "tmx", "SIL", "SIL Open Font License", "OFL", "LGPL", "Qt",
    "Noto", "Open Font License", "MIT", "Workbench", "USD", "EUR",
    "In total, trade with countries taking part in the Belt and Road Initiative grew 19.8%.",
    "In the first quarter, Hunan’s total imports and exports reached 123.58 billion RMB, up 12.6% year on year.",
    "Exports stood at 80.23 billion RMB and imports at 43.35 billion RMB.", "international friendship cities",
    "The first flight carried 25 tons of medical supplies.", "governor of Hunan",
    "Governor Xu chaired a meeting on the “Belt and Road” in 2020.",
)  # fmt: skip
"""The English that settings are about, the names of files, engines and variables, and what is typed in the scenes."""
LOOKED_UP = "对"
"""The word that is looked up in the dictionary: what that says of it is English in any language."""
LOOKS = 3
"""So often a picture that is not as it was is drawn again, each time when everything is quiet."""
GOES_AWAY = {"editor-dictionary"}
"""A page that closes when it is left: its key opens it again, Tab need not."""
IDS = [scene.name for scene in SCENES]


@pytest.fixture(scope="module")
def content(newsroom_file, qapp):
    load_fonts()
    entries = look_up(LOOKED_UP)
    glosses = [text for entry in entries for text in (entry.pinyin, *entry.glosses)]
    sample = resource("sample/sample_en.txt").read_text("utf-8")  # stands aligned beside its source
    return Content(
        newsroom_file, *EXAMPLES, *QFontDatabase.families(), *glosses, " ".join(sample.split()), "sample_zh"
    )


@pytest.fixture(params=SCENES, ids=IDS)
def scene(request):
    return request.param


def test_nothing_is_wrong_for_the_eye_a_screen_reader_or_the_keyboard(scene, newsroom_file, content, qapp):
    """Nothing is cut off or overlaps, all has a name, no English is left, and Tab goes everywhere and is seen.

    …and the picture is the one that somebody looked at (`tools/reference_pictures.py` draws it anew).
    """
    wrong: list[str] = []
    walked = Variant()  # comes last: it moves the focus, which is part of the picture

    def look_at(look: Look) -> None:
        top = look.dialog or look.window
        if look.variant is walked:
            found = faults_of_keyboard(top, is_ordered=scene.name not in GOES_AWAY)
        else:
            found = [*_seen(look, top, content), *_heard(look, top, content)]
        wrong.extend(f"{look.variant.name}: {fault}" for fault in found)

    show(scene, newsroom_file, [*(COMPARED if scene.is_dialog else variants()), walked], look_at)
    assert wrong == []


def _seen(look: Look, top: QWidget, content: Content) -> list[str]:
    found = faults(top)
    if (look.window.width(), look.window.height()) != (look.variant.width, look.variant.height):
        found.append(f"the window does not fit: it takes {look.window.width()}×{look.window.height()}")
    if look.variant.language == "zh_CN":
        found += english_in(top, content)
    if look.variant in COMPARED:
        found += pale(top)
        found += _unlike_reference(look)
    return found


def _heard(look: Look, top: QWidget, content: Content) -> list[str]:
    if look.variant not in COMPARED or look.variant.mode != "light":
        return []
    names = [heard_of(widget) for widget in controls_in(top)]
    is_foreign = look.variant.language != "en"
    return [*nameless(top), *(name for name in names if is_foreign and has_english(name, content))]


def _unlike_reference(look: Look) -> list[str]:
    path = reference_of(look)
    if not path.is_file():
        return ["there is no reference picture"]
    then = Image.open(path).convert("RGB")
    for _ in range(LOOKS):
        off = blocks_unlike(now := reduced(look.picture()), then)
        if share_unlike(now, then) <= FEW:
            return []
        settle(look.window)  # compared is what stands there in the end
    return [f"{share_unlike(now, then):.1%} of the picture is not as it was: blocks {off}"]


def test_every_scene_is_seen_in_every_variant(newsroom_file, qapp):
    seen: list[Variant] = []
    show(SCENES[0], newsroom_file, list(variants()), lambda look: seen.append(look.variant))
    assert seen == list(variants())


@pytest.mark.parametrize("name", ["library", "editor", "review", "publish"])
def test_a_window_that_was_closed_leaves_nothing_behind(name, newsroom_file, qtbot):
    """A lambda on a signal of something without a parent keeps whole windows: Python does not see that cycle."""
    scene = next(scene for scene in SCENES if scene.name == name)
    seen = []
    show(scene, newsroom_file, [Variant()], lambda look: seen.append(weakref.ref(look.window)))

    def is_gone():
        gc.collect()
        assert [each() for each in seen] == [None]

    qtbot.waitUntil(is_gone, timeout=20_000)  # what was still being looked up in the background ends first


def test_no_reference_picture_is_left_of_a_scene_that_is_gone():
    assert {path.stem.rsplit("-", 2)[0] for path in FOLDER.glob("*.webp")} == set(IDS)


def test_the_comparison_sees_a_button_that_moved_and_not_a_digit_that_changed():
    plain = Image.new("RGB", (240, 150), "#f6f5f1")
    moved, ticked = plain.copy(), plain.copy()
    moved.paste("#a4302a", (180, 8, 226, 18))
    ticked.paste("#5a5a5a", (180, 40, 183, 43))
    assert share_unlike(plain, moved) > FEW
    assert share_unlike(plain, ticked) == 0


@pytest.mark.parametrize("make", ["cut off", "over another", "outside"])
def test_the_audit_finds_what_is_wrong(qtbot, make):
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

    whole = QWidget()
    row = QHBoxLayout(whole)
    first, second = QLabel("First words of this line"), QPushButton("Then a button")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(whole)
    whole.show()
    assert faults(whole) == []
    box = first.geometry()
    first.setGeometry(
        {
            "cut off": QRect(box.x(), box.y(), 20, box.height()),
            "over another": box.adjusted(0, 0, 40, 0),
            "outside": box.translated(-60, 0),
        }[make]
    )
    assert len(faults(whole)) == 1


def test_the_audit_finds_lines_of_a_list_that_are_too_low(qtbot):
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QListWidget, QListWidgetItem

    whole = QListWidget()
    whole.addItem(QListWidgetItem("Name\nand what it does"))
    qtbot.addWidget(whole)
    whole.show()
    assert faults(whole) == []
    whole.item(0).setSizeHint(QSize(0, 20))
    whole.doItemsLayout()
    assert len(faults(whole)) == 1
