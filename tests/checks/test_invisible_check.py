"""Text that hides something is found in every place, and clean text of many languages is left alone."""

from __future__ import annotations

import pytest

from workbench.checks.invisible import CHECK
from workbench.model.passage import CheckContext, Passage

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO = (
    "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u034f\u3164\u115f\u1160\uffa0\u206a\u206f"
)
MARKS = "\u200e\u200f\u061c"
TAGS = "\U000e0001\U000e0041\U000e007f"
CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9f\ufff9\ufffc"
SPACES = "\u00a0\u202f\u2007\u2009\u200a\u2002\u205f"
HOSTS = ["The {}governor", "3{}00 yuan", "end{}", "https://hunan{}.gov.cn", "a{}b@hunan.gov.cn", "Xu {}Dazhe"]
LOOK_ALIKES = [
    "gоvernor", "Gоvernor", "раypal.com", "Ηunan", "https://hunаn.gov.cn", "infо@hunan.gov.cn", "{nаme}", "Хu Dazhe",
    "Сhina", "Βeijing", "Μinister", "2О20", "1O5 million", "3l5 yuan", "оffice", "сommittee", "Таiwan",
    "Νovember", "Οctober", "ѕecretary", "hunan.gоv.cn", "www.enghunаn.gov.cn", "рeople", "асcess",
]  # fmt: skip
CLEAN = {
    "en": [
        "Governor Xu met 3,000 people — “well received” … at 5 °C.",
        "α-synuclein, TNFα, 5 μm, Δt, naïve café",
        "Putin (Путин)",
    ],
    "fr": ["« L’été », dit-il ; 3 000 €", "À l’œuvre !"],
    "ar": ["قال المحافظ\u200f: نعم\u200c لا", "مرحبا"],
    "he": ["שָׁלוֹם\u200f עולם", "יום טוב"],
    "fa": ["می\u200cخواهم کتاب\u200cها را", "سلام"],
    "hi": ["क्\u200dष और क्ष", "ज़िंदगी"],
    "th": ["สวัสดี\u200bครับ".replace("\u200b", ""), "ประเทศไทย"],
    "zh": ["省长许达哲４月２日主持会议。", "α射线、5μm"],
    "ru": ["Губернатор Сюй", "COVID-19 в России"],
}


def findings(target: str, language: str = "en"):
    return list(CHECK.check(Passage("省长", target), CheckContext(target_language=language)))


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    "hidden", [*BIDI, *ZERO, *MARKS, *TAGS, *CONTROLS, *SPACES], ids=lambda c: f"U+{ord(c):04X}"
)
def test_a_hidden_character_is_found_wherever_it_stands(host, hidden):
    target = host.format(hidden)
    (finding, *_) = findings(target)
    start, end = finding.fixes[0].span
    assert hidden in target[start:end]


@pytest.mark.parametrize("word", LOOK_ALIKES)
def test_a_look_alike_letter_is_found(word):
    assert any(f.slip == "look-alike" for f in findings(f"The {word} said"))


@pytest.mark.parametrize(
    ("language", "text"), [(lang, text) for lang, texts in CLEAN.items() for text in texts]
)
def test_clean_text_is_left_alone(language, text):
    assert findings(text, language) == []


def test_an_accent_written_apart_is_noted_and_composed():
    (finding,) = findings("cafe\u0301")
    assert (finding.level, finding.fixes[0].text) == ("note", "é")


def test_emoji_may_be_joined():
    assert (
        findings("👨\u200d👩\u200d👧 and 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")
        == []
    )


def test_hidden_text_of_the_source_is_a_note():
    (finding,) = CHECK.check(Passage("省\u202e长", "governor"), CheckContext())
    assert (finding.level, finding.source, finding.target) == ("note", (1, 2), None)
