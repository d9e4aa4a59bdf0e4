"""The dashboard in the window: its plots say their figures in words, and go out as files."""

from __future__ import annotations

import pytest

from workbench.library.library import open_library
from workbench.ui.dashboard_page import DashboardPage


@pytest.fixture
def page(qtbot, theme, background, language, newsroom_file):
    made = DashboardPage(theme, background, language)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    with open_library(newsroom_file) as library:
        made.open(library)
        qtbot.waitUntil(lambda: background.is_idle and made.table.rowCount() > 0, timeout=20000)
        yield made


def test_it_says_what_waits_for_whom(page):
    rows = [
        [page.table.item(row, column).text() for column in range(5)] for row in range(page.table.rowCount())
    ]
    assert any("anybody" in row for row in rows)


def test_every_plot_says_its_figures_in_words(page):
    for plot in page.plots:
        assert plot.accessibleName()
        assert ":" in plot.accessibleDescription()
    assert "errors" in page.findings.accessibleDescription()


def test_plots_and_table_go_out_as_files(page, tmp_path):
    page.write_svg(tmp_path / "dashboard.svg")
    page.write_csv(tmp_path / "dashboard.csv")
    assert (tmp_path / "dashboard.svg").read_text("utf-8").lstrip().startswith("<?xml")
    assert "approved" in (tmp_path / "dashboard.csv").read_text("utf-8-sig")
