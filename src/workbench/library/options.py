"""The verbs of settings: reading and changing what a library has decided for itself."""

from __future__ import annotations

from sqlalchemy import select

from workbench.library.scope import Scope, asked_once
from workbench.model.setting import StoredSetting
from workbench.settings import DECLARED, setting


class Options:
    """What can be asked of and done to settings inside a transaction."""

    def __init__(self, scope: Scope) -> None:
        self._session = scope.session
        self._record = scope.record
        self._kept = scope.kept

    def get(self, name: str) -> str:
        """Return the value of a declared setting, or its default."""
        return self._stored().get(name, setting(name).default)

    def is_on(self, name: str) -> bool:
        """Return whether an on/off setting is on."""
        return self.get(name) == "on"

    def all(self, group: str | None = None) -> dict[str, str]:
        """Return every setting (of a group) with its value."""
        stored = self._stored()
        return {
            declared.name: stored.get(declared.name, declared.default)
            for declared in DECLARED
            if group is None or declared.group == group
        }

    def set(self, name: str, value: str) -> str:
        """Store a value; raise `WorkbenchError` naming what is allowed."""
        checked = setting(name).check(value)
        self._session.merge(StoredSetting(name=name, value=checked))
        self._record.nouns.add("settings")
        return checked

    @asked_once
    def _stored(self) -> dict[str, str]:
        return {row.name: row.value for row in self._session.scalars(select(StoredSetting))}
