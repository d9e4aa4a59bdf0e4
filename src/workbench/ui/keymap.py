"""Which key does what: a preset for hands trained elsewhere, and what the person changed on top of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from workbench.resources import resource
from workbench.ui.actions import ACTIONS, FORBIDDEN_KEYS, Action

WORKBENCH = "workbench"
PRESETS: dict[str, str] = {
    WORKBENCH: "Workbench",
    "memoq": "memoQ",
    "trados": "Trados",
    "omegat": "OmegaT",
}
"""The presets by name, with the names of the programs whose hands they fit."""
Keys = tuple[str, ...]
_BY_ID = {action.id: action for action in ACTIONS}


@dataclass(frozen=True, slots=True)
class Keymap:
    """A preset and, by action id, the keys that differ from it."""

    preset: str = WORKBENCH
    changed: Mapping[str, Keys] = field(default_factory=dict)

    def keys(self) -> dict[str, Keys]:
        """Return the keys of every action."""
        return {**preset_keys(self.preset), **self.changed}

    def with_keys(self, identity: str, keys: Keys) -> Keymap:
        """Return a keymap in which an action has these keys; its preset's own are no change."""
        rest = {key: value for key, value in self.changed.items() if key != identity}
        if keys != preset_keys(self.preset)[identity]:
            rest[identity] = keys
        return replace(self, changed=rest)

    def reset(self, identity: str) -> Keymap:
        """Return a keymap in which an action has its preset's keys again."""
        return self.with_keys(identity, preset_keys(self.preset)[identity])

    def taken_by(self, identity: str, key: str) -> list[Action]:
        """Return the other actions that a key would do in a place where this action exists."""
        places = _BY_ID[identity].places
        return [
            _BY_ID[other]
            for other, keys in self.keys().items()
            if other != identity and key in keys and _BY_ID[other].places & places
        ]

    def take(self, identity: str, keys: Keys) -> Keymap:
        """Return a keymap in which an action has these keys and every other lost them."""
        taken = self.with_keys(identity, keys)
        for key in keys:
            for other in self.taken_by(identity, key):
                rest = tuple(each for each in taken.keys()[other.id] if each != key)
                taken = taken.with_keys(other.id, rest)
        return taken

    def as_text(self) -> str:
        """Return the keymap as it is kept between starts."""
        return json.dumps({"preset": self.preset, "changed": dict(self.changed)})


def keymap_of(text: str) -> Keymap:
    """Return the keymap that was kept; what cannot be read, or is gone from the table, is left out."""
    try:
        kept = json.loads(text)
        preset, changed = kept["preset"], dict(kept["changed"])
    except (ValueError, KeyError, TypeError):
        return Keymap()
    known = {
        identity: tuple(key for key in keys if isinstance(key, str) and key not in FORBIDDEN_KEYS)
        for identity, keys in changed.items()
        if identity in _BY_ID and isinstance(keys, list)
    }
    return Keymap(preset if preset in PRESETS else WORKBENCH, known)


@cache
def preset_keys(name: str) -> Mapping[str, Keys]:
    """Return every action's keys in a preset: its own, and Workbench's where they are still free."""
    own = {} if name == WORKBENCH else _own_keys()[name]
    keys: dict[str, Keys] = {}
    for action in ACTIONS:
        others = {
            key for other, given in own.items() if _BY_ID[other].places & action.places for key in given
        }
        free = tuple(key for key in action.keys if key not in others)
        keys[action.id] = own.get(action.id, free)
    return keys


@cache
def _own_keys() -> Mapping[str, Mapping[str, Keys]]:
    read = json.loads(resource("ui/keys.json").read_text("utf-8"))
    return {name: {identity: tuple(keys) for identity, keys in rows.items()} for name, rows in read.items()}
