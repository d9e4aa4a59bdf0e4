import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from workbench.ui.icons import icon, pixmap
from workbench.ui.labels import ElidedLabel, PlainLabel
from workbench.ui.theme import Theme, style_sheet
from workbench.ui.tokens import DARK, LIGHT


class FakeSystem(QObject):
    """A desktop with an appearance of its own, which the offscreen platform does not have."""

    colorSchemeChanged = Signal(Qt.ColorScheme)

    def __init__(self):
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self):
        return self.scheme

    def setColorScheme(self, scheme):
        if scheme not in {self.scheme, Qt.ColorScheme.Unknown}:
            self.scheme = scheme
            self.colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp, monkeypatch):
    made = FakeSystem()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: made)
    return made


def test_the_appearance_follows_the_system_while_the_program_runs(system):
    system.setColorScheme(Qt.ColorScheme.Light)
    theme, changes = Theme("system"), []
    theme.changed.connect(lambda: changes.append(theme.is_dark))
    system.setColorScheme(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    system.setColorScheme(Qt.ColorScheme.Light)
    assert theme.tokens is LIGHT
    assert changes == [True, False]


def test_a_choice_of_ones_own_is_kept_whatever_the_system_does(system):
    theme = Theme("light")
    system.setColorScheme(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT
    theme.set_mode("dark")
    system.setColorScheme(Qt.ColorScheme.Light)
    assert theme.tokens is DARK


def test_a_choice_reaches_what_the_system_draws(system):
    theme = Theme("light")
    theme.set_mode("dark")
    assert system.colorScheme() == Qt.ColorScheme.Dark
    theme.set_mode("light")
    assert system.colorScheme() == Qt.ColorScheme.Light


@pytest.mark.parametrize(("tokens", "is_dark"), [(LIGHT, False), (DARK, True)])
def test_the_style_sheet_has_every_token_filled_in(qapp, tokens, is_dark):
    sheet = style_sheet(tokens, is_dark=is_dark)
    assert "$" not in sheet
    assert tokens.accent in sheet


def test_the_style_sheet_is_one_that_qt_understands(qtbot, theme, caplog):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    assert "Could not parse" not in caplog.text


def test_icons_take_the_colour_of_their_token(theme):
    drawn = pixmap(theme, "check", "ok", size=32).toImage()
    colours = {
        drawn.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.ok}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_icons_are_sharp_at_every_scaling(theme, scale):
    drawn = pixmap(theme, "check", "ok", size=16, scale=scale)
    assert drawn.width() == 16 * scale
    assert drawn.devicePixelRatio() == scale
    assert not icon(theme, "check").isNull()


def test_labels_show_markup_as_it_is(qtbot):
    label = PlainLabel("<b>许达哲</b> & <script>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>许达哲</b> & <script>"


def test_a_long_line_ends_in_dots_and_tells_the_whole(qtbot):
    label = ElidedLabel("Governor Xu Chairs Meeting on International Friendship City Work")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip().startswith("Governor Xu Chairs Meeting on International")
    assert label.accessibleName().endswith("City Work")
