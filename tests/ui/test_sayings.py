"""The window says what comes from below it in the language of the interface."""

from __future__ import annotations

import re

import pytest

from workbench.checks.run import check_passage
from workbench.errors import FormatError, Reason, RefusedError
from workbench.formats.reading import read_article, read_bytes
from workbench.model.kinds import Role, SegmentKind, Stage, TermStatus
from workbench.model.passage import CheckContext, Passage, TermEntry, TermForm
from workbench.sentences import counted, either, join, listed, say, verbatim
from workbench.ui.labels import ElidedLabel, PlainLabel
from workbench.ui.sayings import said

NAMES = re.compile(
    r"“[^”]*”|[\w.-]*\.(?:docx|html?|txt|doc|xlf)\b|https?:\S+"
    r"|\b(?:UTF-8|DOCX|HTML|Word|LibreOffice|PDF|ZIP|Office|XLIFF|DeepL|MB|Translator [A-Z]|Mr|Mrs|Ms)\b\.?"
)
"""What may stand in Latin letters within a Chinese sentence: names, quoted text, formats, addresses."""


@pytest.fixture
def chinese(language):
    language.use("zh_CN")
    return language


def test_a_sentence_is_said_in_chinese_with_its_values(chinese):
    assert said(say("There is no format {key}. Choose one of: {known}.", key="odt", known="docx, txt")) == (
        "没有名为 odt 的格式。可选：docx, txt。"
    )


def test_values_that_are_sentences_or_words_of_the_house_are_said_too(chinese):
    sentence = say(
        "This edition is {stage}; one can {act} it only while it is {stages}.",
        stage=Stage.PUBLISHED,
        act=say("edit"),
        stages=either([say("“{stage}”", stage=Stage.DRAFTING), say("“{stage}”", stage=Stage.IN_REVIEW)]),
    )
    assert said(sentence) == "此版本目前为“已发布”，只有在“翻译中”或“审校中”时才能编辑。"


def test_english_stays_as_it_was_written(language):
    language.use("en")
    assert said(say("row {number}", number=3)) == "row 3"


def test_lists_and_several_sentences_are_joined_as_chinese_joins_them(chinese):
    assert said(listed([1, 2, 5])) == "1、2、5"
    assert said(either([Role.EDITOR, Role.ADMIN])) == "编辑或管理员"
    first, second = say("DeepL accepts the key."), say("Drafting was cancelled.")
    assert said(join([first, second])) == "DeepL 接受此密钥。已取消生成初稿。"


def test_one_and_many_are_two_sentences():
    one, many = "Segment {shown} is empty.", "Segments {shown} are empty."
    assert [counted(one, many, n, shown=n) for n in (1, 2)] == [
        "Segment 1 is empty.",
        "Segments 2 are empty.",
    ]


def test_words_of_other_programs_are_said_when_they_are_known(chinese):
    assert said(verbatim("Permission denied")) == "没有权限"
    assert said(verbatim("libfoo: 0x8 {odd}")) == "libfoo: 0x8 {odd}"


def test_plain_text_is_never_translated(chinese):
    assert said("approved") == "approved"


@pytest.mark.parametrize("make", [PlainLabel, ElidedLabel])
def test_a_label_says_its_sentence_again_when_the_language_changes(language, qtbot, make):
    language.use("en")
    label = make(say("This segment is locked. Unlock it before editing."))
    qtbot.addWidget(label)
    label.resize(900, 40)
    english = label.text()
    language.use("zh_CN")
    qtbot.waitUntil(lambda: label.text() == "此句段已锁定，请先解锁再编辑。")
    language.use("en")
    qtbot.waitUntil(lambda: label.text() == english)


def _refusals(tmp_path):
    files = {
        "empty.docx": b"",
        "notes.docx": b"plain words",
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "photo.html": b"\x89PNG\r\n\x1a\n" + b"\0" * 90,
    }
    for name, data in files.items():
        with pytest.raises(FormatError) as failed:
            read_bytes(data, name)
        yield failed.value.sentence
    with pytest.raises(FormatError) as failed:
        read_article(tmp_path / "nothing.docx")
    yield failed.value.sentence
    yield RefusedError(
        Reason(
            "a",
            say("{name} wrote segment {shown}: somebody else has to approve.", name="Translator A", shown=3),
        ),
        Reason("b", say("Say why it is sent back; the translator sees the reason.")),
    ).sentence


PASSAGES = [
    ("湖南今年投资42亿元。", "Hunan invested 42 million yuan this year."),
    ("增长3.2%。", "It grew by 3.4 percent."),
    ("省长许达哲出席。", "Governor Xu Dazhi attended."),
    ("许达哲说，要加强合作。", "He said that cooperation should be strenghtened ."),
    ("4月2日，会议召开。", "The meeting was held on April 3"),
    ("长沙市和株洲市都参加了。", "The the two cities（both）took part, e.g. in 1500 events."),
    ("他没有参加会议。", "He took part in the meeting."),
    ("“一带一路”倡议", "One Belt One Road"),
    ("超过500人参加。", "Nearly 500 people took part in it 中国."),
]


def _findings():
    term = TermEntry(("倡议",), (TermForm("initiative"), TermForm("Road", TermStatus.FORBIDDEN)))
    context = CheckContext(terms=(term,), style={"spelling": "uk"})
    for kind in (SegmentKind.BODY, SegmentKind.HEADLINE):
        for source, target in PASSAGES:
            yield from check_passage(Passage(source, target, kind=kind), context)


def _english_in(text):
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub("", text))


def test_refusals_show_no_english_in_the_chinese_interface(chinese, tmp_path):
    spoken = [said(sentence) for sentence in _refusals(tmp_path)]
    assert [text for text in spoken if _english_in(text)] == []


def test_findings_show_no_english_of_ours_in_the_chinese_interface(chinese):
    """What stands in Latin letters in a finding is the draft's or the house's own English, never the sentence."""
    findings = list(_findings())
    assert len(findings) > 12
    wrong = []
    for finding in findings:
        for sentence in (finding.message, *(fix.label for fix in finding.fixes)):
            empty = type(sentence)(sentence)
            empty.template, empty.values = sentence.template, {}
            if _english_in(said(empty).replace("{", "“").replace("}", "”")):
                wrong.append(said(empty))
    assert wrong == []


def test_the_buttons_that_qt_brings_speak_chinese_too(chinese, qtbot):
    from PySide6.QtWidgets import QDialogButtonBox

    button = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(button.Ok | button.Cancel | button.Save | button.Discard | button.Yes | button.No)
    qtbot.addWidget(box)
    assert [made.text() for made in box.buttons() if _english_in(made.text())] == []
