"""One window a library and person: a second start rings here, and the first window comes forward."""

from __future__ import annotations

import getpass
import os

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 300


def name_of(place: str | None, person: str | None) -> str:
    """Return the name under which the window of a library and person can be reached."""
    chosen = place or os.environ.get("WORKBENCH_LIBRARY") or ""
    where = chosen if "://" in chosen else os.path.realpath(chosen) if chosen else "own"
    said = "\n".join([getpass.getuser(), where, person or ""])
    digest = QCryptographicHash.hash(said.encode(), QCryptographicHash.Algorithm.Sha256)
    return f"workbench-{digest.toHex().toStdString()[:20]}"


def ring(name: str) -> bool:
    """Ask the window of that name to come forward; say whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(b"come forward\n")
    socket.waitForBytesWritten(PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Listens for a second start; `rung` asks the window to come forward."""

    rung = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        self._server.listen(name)
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
            self.rung.emit()
