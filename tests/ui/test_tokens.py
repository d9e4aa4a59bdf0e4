import pytest

from workbench.model.kinds import Stage
from workbench.ui.tokens import DARK, LIGHT, STAGE_TONES, contrast, mix, tint_of

GROUNDS = ["background", "surface", "raised"]
TEXTS = ["ink", "muted", "accent", "ok", "warn", "info", "deleted", "inserted", "term", "spelling"]
AA = 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read_on_every_ground(tokens, text, ground):
    assert contrast(tokens.of(text), tokens.of(ground)) >= AA


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_the_main_button_can_be_read(tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= AA


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("stage", list(Stage))
def test_every_status_chip_can_be_read(tokens, stage):
    tone = STAGE_TONES[stage]
    assert contrast(tokens.of(tone), tokens.of(tint_of(tone))) >= AA


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    "tint", ["active_tint", "selection", "inserted_tint", "deleted_tint", "neutral_tint"]
)
def test_ink_can_be_read_on_every_tint(tokens, tint):
    assert contrast(tokens.ink, tokens.of(tint)) >= AA


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["muted", "accent", "info"])
def test_quiet_words_can_be_read_in_the_active_row(tokens, text):
    assert contrast(tokens.of(text), tokens.active_tint) >= AA


def test_mixing_lays_a_share_of_a_colour_over_its_ground():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", 1) == "#123456"


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
