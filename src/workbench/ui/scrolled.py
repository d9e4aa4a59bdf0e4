"""What is scrolled: as high as its wrapped labels are at the width there is, and no higher."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledColumn(QWidget):
    """A column inside of a scroll area; wrapped labels alone would claim the height of their narrowest shape."""

    def minimumSizeHint(self) -> QSize:
        """Return no width, and the height at the present width."""
        return QSize(0, max(self.heightForWidth(self.width()), 0))
