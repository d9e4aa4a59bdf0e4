"""Write docs/keys.md from the table of actions and the presets: `python tools/keys_page.py`."""

from __future__ import annotations

from pathlib import Path

from workbench.ui.keys_page import keys_markdown

PAGE = Path(__file__).resolve().parents[1] / "docs" / "keys.md"

if __name__ == "__main__":
    PAGE.write_text(keys_markdown(), encoding="utf-8")
