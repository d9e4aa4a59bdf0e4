"""The page of keys in the documents, written from the table of actions (`tools/keys_page.py`)."""

from __future__ import annotations

from workbench.ui.actions import ACTIONS, MENUS, Action
from workbench.ui.keymap import PRESETS, preset_keys

HEAD = """# Keys

Every act and its keys, in the four presets. This page is written by `python tools/keys_page.py` from the table
of actions (`src/workbench/ui/actions.py`) and the presets (`resources/ui/keys.json`); a test compares them.

**Tools → Keys…** searches acts and keys, records another key when it is pressed, warns when the key is taken
(naming the other act and where it exists), gives one act or all of them back to the preset, and changes the
preset. Changes hold at once and are kept with the window settings of the person. **Help → Keyboard shortcuts**
prints the list as it is now, or saves it as PDF or web page.

The presets are made after the programs they are named after; every act without a counterpart keeps the key of
Workbench where that is still free. How far each could be checked:

- **OmegaT**: next untranslated (`Ctrl+U`), next segment (`Ctrl+N`), replace with source (`Ctrl+Shift+R`), replace
  with match (`Ctrl+R`), term (`Ctrl+Shift+G`), search (`Ctrl+F`), replace (`Ctrl+K`), check (`Ctrl+Shift+V`) and
  create the translated documents (`Ctrl+D`) are in its own table of default keys. There `Ctrl+1` only chooses a match,
  and `Ctrl+Shift+F` searches again in the window that is open.
  The other keys of this preset are the nearest equivalent.
- **Trados**: confirm (`Ctrl+Enter`) is in its documentation. The other keys could not be checked there; take them as
  the nearest equivalent.
- **memoQ**: edit the source (`F2`) is in its reference guide; confirm (`Ctrl+Enter`), next segment (`Ctrl+G`) and a remark
  on the marked words (`Ctrl+M`) are in guides of an office that uses it, where `Ctrl+Shift+G` sets what counts as next and
  so is not “previous”. `Ctrl+Up` and `Ctrl+Down` choose among suggestions there. The other keys could not be checked;
  take them as the nearest equivalent.

Plain Enter, plain Space and Ctrl+Space are bound in none of them: an input method uses them. On macOS read
Command (⌘) for Ctrl and Control for Meta.
"""


def keys_markdown() -> str:
    """Return the whole page."""
    parts = [HEAD]
    for name, label in [*MENUS, ("suggestions", "Suggestions")]:
        rows = [_row(action) for action in ACTIONS if action.menu == name]
        head = " | ".join(PRESETS.values())
        parts.append(
            f"## {label.replace('&', '')}\n\n| act | {head} |\n|---|{'---|' * len(PRESETS)}\n"
            + "\n".join(rows)
        )
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _row(action: Action) -> str:
    number = action.id.rpartition("_")[2]
    label = action.label.replace("%1", number)
    cells = [" or ".join(f"`{key}`" for key in _spoken(preset_keys(name)[action.id])) for name in PRESETS]
    return f"| {label} | {' | '.join(cells)} |"


def _spoken(keys: tuple[str, ...]) -> list[str]:
    """Say keys as people do; Return and the Enter of the number pad are one."""
    return list(dict.fromkeys(key.replace("Return", "Enter") for key in keys))
