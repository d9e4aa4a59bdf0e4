"""The main job through the window with real keys, without a screen and under a real X server."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtGui import QImage
from tests.ui.journey import TARGETS, do_the_job, staff

ROOT = Path(__file__).parents[2]


def assert_published(pages: Path) -> None:
    """Read the files back as readers would."""
    (text,) = pages.glob("*.txt")
    (html,) = pages.glob("*.html")
    (docx,) = pages.glob("*.docx")
    paragraphs = [p.text for p in Document(str(docx)).paragraphs]
    for words in (*TARGETS, "Translator: Translator A", "Chinese source: https://example.org/source.html"):
        assert words in text.read_text("utf-8")
        assert any(words in paragraph for paragraph in paragraphs)
    assert "This article is from Hunan Daily" in html.read_text("utf-8")


def test_the_main_job_by_keyboard_alone(window, tmp_path):
    library = tmp_path / "office.workbench"
    staff(library)
    do_the_job(window, library, tmp_path / "pages")
    assert_published(tmp_path / "pages")


def require_real_windows() -> None:
    """Skip loudly where Qt has no library for an X server; fail there under CI."""
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        sentence = "NOT TESTED: needs libxcb-cursor0, which is not installed here"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(sentence)


@pytest.mark.outside("Xvfb")
def test_the_main_job_in_a_real_window(tmp_path, outside):
    (xvfb,) = outside("Xvfb")
    require_real_windows()
    read, write = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = told.readline().strip()
        environment = {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.journey", str(tmp_path)],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-4000:]
        assert done.stdout.split()[-1] == "xcb"
    finally:
        server.terminate()
        server.wait(10)
    assert_published(tmp_path / "pages")
    picture = QImage(str(tmp_path / "window.png"))
    assert (picture.width(), picture.height()) >= (1200, 700)
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 50, "a blank window would have one colour"
    kept = ROOT / "out" / "screens"
    kept.mkdir(parents=True, exist_ok=True)
    shutil.copy(tmp_path / "window.png", kept / "real-window.png")
