import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from workbench.resources import resource

MESSAGES = [
    (
        message.findtext("source", ""),
        "".join(text for found in message.iter("translation") for text in found.itertext()),
        message.find("translation"),
    )
    for message in ET.parse(resource("translations/workbench_zh_CN.ts")).iter("message")
]
SAME = {"Ctrl K", "Ctrl %1", "English", "PDF", "Markdown", "XLIFF 2.1", "XLIFF 1.2", "JSON", "gettext (.po)"}


def test_every_word_of_the_interface_has_its_chinese():
    assert [source for source, chinese, _ in MESSAGES if not chinese.strip()] == []


def test_english_says_one_finding_and_two_findings(language):
    from PySide6.QtCore import QCoreApplication

    def say(count):
        return QCoreApplication.translate("EditorPlace", "%n finding(s)", "", count)

    assert [say(1), say(2)] == ["1 finding", "2 findings"]
    language.use("zh_CN")
    assert [say(1), say(2)] == ["1 条检查结果", "2 条检查结果"]


def test_nothing_waits_for_a_second_look():
    assert [
        source for source, _, element in MESSAGES if element is None or element.get("type") == "unfinished"
    ] == []


def test_no_english_is_left_in_the_chinese():
    plain = [
        (source, chinese) for source, chinese, _ in MESSAGES if not re.search(r"[\u4e00-\u9fff、：]", chinese)
    ]
    assert [
        source for source, chinese in plain if source not in SAME and re.search("[A-Za-z]{2}", chinese)
    ] == []


@pytest.mark.parametrize("place", ["%1", "%2", "%3", "%4", "Ctrl+Enter", "F8"])
def test_places_for_numbers_and_keys_are_kept(place):
    assert [source for source, chinese, _ in MESSAGES if (place in source) != (place in chinese)] == []


def test_the_compiled_file_speaks_chinese(language):
    from PySide6.QtCore import QCoreApplication

    language.use("zh_CN")
    assert QCoreApplication.translate("actions", "Split at the caret") == "在光标处拆分"
    language.use("en")
    assert QCoreApplication.translate("actions", "Split at the caret") == "Split at the caret"


def test_no_words_hide_where_they_cannot_be_gathered():
    """lupdate does not look into f-strings."""
    root = Path(__file__).parents[2] / "src" / "workbench" / "ui"
    hidden = re.compile(r"""f(['"]).*\{[^}]*\b(?:tr|translate)\(""")
    assert [str(path) for path in root.rglob("*.py") if hidden.search(path.read_text("utf-8"))] == []
