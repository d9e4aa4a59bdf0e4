import ast
import builtins
import re
import string
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from workbench.resources import resource

TREE = ET.parse(resource("translations/workbench_zh_CN.ts"))
MESSAGES = [
    (
        message.findtext("source", ""),
        "".join(text for found in message.iter("translation") for text in found.itertext()),
        message.find("translation"),
    )
    for message in TREE.iter("message")
]
SENTENCES = [
    (message.findtext("source", ""), message.findtext("translation", ""))
    for context in TREE.iter("context")
    if context.findtext("name") == "sentences"
    for message in context.iter("message")
]
SOURCE = Path(__file__).parents[2] / "src" / "workbench"
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
        source
        for source, chinese in plain
        if source not in SAME and re.search("[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", chinese))
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


def _places(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return sorted(
        {(name, spec, way) for _, name, spec, way in string.Formatter().parse(text) if name}, key=str
    )


def test_chinese_sentences_fill_in_the_same_values():
    assert len(SENTENCES) > 700
    wrong = [source for source, chinese in SENTENCES if "{" in source and _places(source) != _places(chinese)]
    assert wrong == []


def test_chinese_sentences_end_as_chinese_sentences_do():
    assert [
        source for source, chinese in SENTENCES if source.endswith(".") and chinese[-1] not in "。”）…"
    ] == []


SAID = {"FormatError": 0, "Reason": 1, "Problem": 2, "Finding": 3, "Fix": 0, "Setting": 1, "Point": 1}
"""What takes a sentence for a person, and at which place."""


def _calls(path: Path) -> list[tuple[str, ast.Call]]:
    found = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return [(node.func.id, node) for node in found if isinstance(node.func, ast.Name)]


def _is_written_there(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_written_there(node.body) or _is_written_there(node.orelse)
    is_words = isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)
    return is_words or isinstance(node, (ast.JoinedStr, ast.BinOp))


def _below_the_command_line() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if path.relative_to(SOURCE).parts[0] != "cli"]


def test_sentences_for_people_are_said_so_that_they_can_be_translated():
    """`say(…)` keeps the template and its values; a plain or an f-string would stay English for ever."""
    wrong = []
    for path in _below_the_command_line():
        for name, call in _calls(path):
            place = 0 if name.endswith("Error") and not hasattr(builtins, name) else SAID.get(name, 99)
            if len(call.args) > place and _is_written_there(call.args[place]):
                wrong.append(f"{path.relative_to(SOURCE)}:{call.lineno}: {name}")
    assert wrong == []


_MARKS = {"say": 1, "template": 1, "counted": 2}


def test_templates_are_literals_so_that_they_can_be_gathered():
    wrong = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in _below_the_command_line()
        for name, call in _calls(path)
        for argument in call.args[: _MARKS.get(name, 0)]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert wrong == []


COUNTED = re.compile(r"%[1-4n] (?!is\b|of\b|confirms|splits|goes|belongs)[a-z]+s\b")
"""Something of which there may be one."""
NEVER_ONE = {
    "You are pasting %1 lines.",
    "For %1 articles; what you leave as it is stays.",
    "Draft %1 articles",
    "%1 rows were filled in %2 articles",
    "%1 rows would change; the first %2 are listed. The others follow if all are ticked.",
    "used %1 times",
    "%1 hours",
    "%1 source characters (%2 % of the article), %3 words",
    "In all: %1 articles, %2 source characters, %3 words",
}
"""Said of several only, of fractions, or in a statement of account."""


def test_what_may_be_one_has_a_form_for_one():
    alone = [
        source
        for source, _, _ in MESSAGES
        if COUNTED.search(source) and source not in NEVER_ONE and source not in PLURALS
    ]
    assert alone == []


PLURALS = {
    message.findtext("source", "")
    for message in ET.parse(resource("translations/workbench_en.ts")).iter("message")
}


def test_one_problem_is_one_problem(language, theme):
    from workbench.desk.importing import Imported, ImportReport
    from workbench.errors import Problem
    from workbench.ui.dialogs import ImportResult
    from workbench.ui.labels import PlainLabel

    added = [Imported("0a1b2c3d", "湘江沿岸新增绿道三十公里", None, "", 3)]
    report = ImportReport(added=added, problems=[Problem("draft.docx", "", "damaged")])
    result = ImportResult(None, theme, report)
    heading = result.findChildren(PlainLabel)[0]
    assert heading.text() == "1 added, 1 problem"


def test_an_ellipsis_follows_its_word_without_a_space():
    assert [source for source, _, _ in MESSAGES if re.search(r"\w …", source)] == []


def test_nothing_is_one_dash_everywhere():
    lone = re.compile(r"""["']–["']""")
    found = [path.name for path in (SOURCE / "ui").rglob("*.py") if lone.search(path.read_text("utf-8"))]
    assert found == []
