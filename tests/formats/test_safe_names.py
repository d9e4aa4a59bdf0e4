"""File names from headlines: readable, short, and harmless everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from workbench.formats.safe_names import page_stem

DAY = date(2020, 4, 3)


@pytest.mark.parametrize(
    ("headline", "stem"),
    [
        (
            "Governor Xu Chairs Meeting on International Friendship City Work",
            "2020-04-03-governor-xu-chairs-meeting-on-international-friendship-city-work",
        ),
        ("Hunan’s R&D: 100% “up”", "2020-04-03-hunans-r-d-100-up"),
        ("Café à Changsha", "2020-04-03-cafe-a-changsha"),
        ("许达哲主持会议", "2020-04-03-许达哲主持会议"),
        ("후난성 회의", "2020-04-03-후난성-회의"),
        ("会議が始まる", "2020-04-03-会議が始まる"),
        ("", "2020-04-03"),
        ("…", "2020-04-03"),
    ],
)
def test_a_name_is_the_date_and_the_words_of_the_headline(headline, stem):
    assert page_stem(headline, DAY) == stem


def test_a_slug_takes_the_place_of_the_headline():
    assert page_stem("A Long Headline", DAY, slug="Friendship Cities") == "2020-04-03-friendship-cities"


HOSTILE = [
    "../../etc/passwd", "..\\..\\windows\\system32", "/etc/passwd", "C:\\autoexec.bat", "\\\\server\\share",
    "CON", "con.html", "NUL", "nul.txt", "COM1", "lpt9.docx", "AUX ", "name.", "name ", " . ", "..", ".", "~",
    "a\0b", "a\nb", "a\x1b[31mb", "\u202egnp.exe", "\u2066x\u2069", 'a:b*c?d"e<f>g|h', "-rf", "--help", "$(id)",
    "`id`", "%2e%2e%2f", "x" * 300, "湖" * 300, "e\u0301" * 200, "한" * 200, "😀" * 100, "\ud83d", "ﬁle", "CLOCK$",
]  # fmt: skip


@pytest.mark.parametrize("day", [DAY, None])
@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_makes_a_harmful_name(title, day):
    name = page_stem(title, day) + ".bilingual.docx"
    assert len(name.encode()) <= 120
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved() if hasattr(PureWindowsPath, "is_reserved") else True
    assert name[0] not in ".-~ "
    assert name.isprintable()
