import sys

import pytest
from PySide6.QtGui import QFontInfo

from workbench.ui.app import input_method
from workbench.ui.fonts import SANS, SERIF, SERIF_ZH, article_font, interface_font, line_height


@pytest.mark.parametrize(
    ("wanted", "has_plugin", "chosen"),
    [
        ("fcitx", False, "ibus"),
        ("fcitx5", False, "ibus"),
        ("fcitx", True, None),
        ("ibus", False, None),
        ("", False, None),
    ],
)
def test_fcitx_falls_back_to_ibus_where_its_plug_in_is_missing(tmp_path, wanted, has_plugin, chosen):
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libibusplatforminputcontextplugin.so").touch()
    if has_plugin:
        (folder / "libfcitx5platforminputcontextplugin.so").touch()
    assert input_method({"QT_IM_MODULE": wanted}, tmp_path) == chosen


def test_the_bundled_fonts_are_used(qapp):
    assert QFontInfo(interface_font()).family() == SANS
    assert QFontInfo(article_font("zh")).family() == SERIF_ZH


def test_english_lists_a_latin_font_before_the_chinese_one(qapp):
    assert article_font("en").families()[0] == SERIF
    assert article_font("fr").families()[0] == SERIF
    assert article_font("zh-Hans").families()[:2] == [SERIF_ZH, SERIF]


def test_chinese_lines_stand_wider_than_english_ones():
    assert line_height("zh-Hans") == 1.75
    assert line_height("en") == 1.6


@pytest.mark.parametrize("text", ["镕喆堃", "臺灣學術", "āáǎà", "“”——……《》", "㎡℃①", "ü"])
def test_the_chinese_fonts_hold_what_news_needs(qapp, text):
    from PySide6.QtGui import QRawFont

    for language, face in [("zh", "serif"), ("zh", "sans")]:
        raw = QRawFont.fromFont(article_font(language, face=face))
        assert [sign for sign in text if not raw.supportsCharacter(ord(sign))] == []


def test_no_font_of_ours_holds_radicals(qapp):
    from PySide6.QtGui import QRawFont

    raw = QRawFont.fromFont(article_font("zh"))
    assert not any(raw.supportsCharacter(code) for code in [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA00)])


def test_the_window_can_be_shown_before_anything_heavy_is_imported():
    import subprocess

    code = """
import sys
from workbench.ui.app import make_application, make_window
from workbench.ui.window_state import WindowState
application = make_application(["workbench"])
window = make_window(WindowState())
window.show()
application.processEvents()
print([name for name in ("sqlalchemy", "numpy", "lxml", "docx", "trafilatura") if name in sys.modules])
window.close()
"""
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


@pytest.fixture
def bell(qapp):
    from workbench.ui.doorbell import Doorbell

    class Listening(Doorbell):
        def __init__(self):
            super().__init__()
            self.heard = []
            self.rung.connect(self.heard.append)

    made = []

    def make(*names):
        made.append(Listening())
        made[-1].answer_to(names)
        return made[-1]

    yield make
    for each in made:
        each.answer_to([])


def test_a_second_start_brings_the_first_window_forward_and_hands_its_files_over(qtbot, tmp_path, bell):
    from workbench.ui.doorbell import name_of, ring

    name = name_of(str(tmp_path / "office.workbench"), None)
    assert not ring(name)
    window = bell(name)
    assert ring(name)
    assert ring(name, ["/新闻/稿件.docx", "https://example.cn/1.html"])
    qtbot.waitUntil(lambda: window.heard == [[], ["/新闻/稿件.docx", "https://example.cn/1.html"]])


def test_two_windows_of_one_library_answer_to_a_person_each(qtbot, tmp_path, bell):
    from workbench.ui.doorbell import name_of, ring

    place = str(tmp_path / "office.workbench")
    first = bell(name_of(place, "Translator A"), name_of(place, None))
    second = bell(name_of(place, "Reviewer B"), name_of(place, None))
    assert ring(name_of(place, "Reviewer B"), ["b"])
    assert ring(name_of(place, None), ["nobody"])
    qtbot.waitUntil(lambda: first.heard == [["nobody"]] and second.heard == [["b"]])
    first.answer_to([])
    second.answer_to([name_of(place, "Reviewer B"), name_of(place, None)])
    assert ring(name_of(place, None), ["later"])
    qtbot.waitUntil(lambda: second.heard == [["b"], ["later"]])


def test_a_killed_window_leaves_its_name_to_the_next(tmp_path, bell):
    import subprocess

    from workbench.ui.doorbell import name_of

    name = name_of(str(tmp_path / "office.workbench"), None)
    code = f"""
import os, sys
from PySide6.QtCore import QCoreApplication
from workbench.ui.doorbell import Doorbell
application = QCoreApplication([])
bell = Doorbell()
bell.answer_to([{name!r}])
assert bell.answers_to({name!r})
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert bell(name).answers_to(name)


@pytest.mark.parametrize(
    "sent", [b"", b"GET / HTTP/1.1\r\n\r\n", b"[]\n", b'{"files": 1, "token": ""}\n', b"x" * 1_200_000]
)
def test_what_is_no_ring_of_ours_opens_nothing(qtbot, tmp_path, bell, sent):
    from PySide6.QtNetwork import QLocalSocket

    from workbench.ui.doorbell import name_of, ring

    name = name_of(str(tmp_path / "office.workbench"), None)
    window = bell(name)
    stranger = QLocalSocket()
    stranger.connectToServer(name)
    assert stranger.waitForConnected(1000)
    stranger.write(sent)
    stranger.flush()
    assert ring(name, ["mine"])
    qtbot.waitUntil(lambda: window.heard == [["mine"]])
    stranger.abort()


def test_other_libraries_and_other_people_have_windows_of_their_own(tmp_path):
    from workbench.ui.doorbell import name_of

    names = {
        name_of(str(tmp_path / "a.workbench"), None),
        name_of(str(tmp_path / "b.workbench"), None),
        name_of(str(tmp_path / "a.workbench"), "Translator A"),
        name_of("postgresql+psycopg://host/a", None),
        name_of(None, None),
    }
    assert len(names) == 5
    assert name_of(str(tmp_path / "x" / ".." / "a.workbench"), None) in names


def test_what_goes_wrong_is_written_to_a_file(tmp_path):
    import faulthandler
    import logging

    from workbench.ui.app import keep_log

    path = tmp_path / "state" / "workbench.log"
    before = list(logging.getLogger().handlers)
    keep_log(path)
    try:
        logging.getLogger("workbench.test").error("the cable was pulled")
        assert "the cable was pulled" in path.read_text("utf-8")
    finally:
        faulthandler.disable()
        for handler in set(logging.getLogger().handlers) - set(before):
            logging.getLogger().removeHandler(handler)
            handler.close()


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path):
    from workbench.ui.app import keep_log

    (tmp_path / "state").write_text("a file where the folder should be")
    keep_log(tmp_path / "state" / "workbench.log")


def test_a_mistake_of_ours_is_told_in_a_sentence_and_logged(caplog):
    from workbench.errors import WorkbenchError
    from workbench.ui.app import tell_failure
    from workbench.ui.background import UNEXPECTED

    told = []
    mistake, expected = ZeroDivisionError("x"), WorkbenchError("The disk is full. Make room and try again.")
    tell_failure(lambda error: told.append(str(error)), ZeroDivisionError, mistake, None)
    tell_failure(lambda error: told.append(str(error)), WorkbenchError, expected, None)
    tell_failure(lambda error: told.append(str(error)), KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == [UNEXPECTED, "The disk is full. Make room and try again."]
    assert "ZeroDivisionError" in caplog.text
