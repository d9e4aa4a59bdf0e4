"""A library's own settings, stored by name."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.model.base import Base


class StoredSetting(Base):
    """The value of one declared setting, as text (`workbench.settings` knows its type)."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str]
