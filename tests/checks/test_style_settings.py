"""The house style is declared once for the library's settings and once for the checks: both say the same."""

from __future__ import annotations

from workbench.checks.style_settings import STYLE_SETTINGS
from workbench.settings import BY_NAME


def test_every_style_setting_of_the_checks_can_be_set_in_a_library():
    for style in STYLE_SETTINGS:
        declared = BY_NAME[style.name]
        assert (declared.default, declared.choices, declared.group) == (style.default, style.choices, "style")
