"""One window a library and person: a second start rings here, hands its files over, and that window comes forward."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from workbench.library.place import own_library

PATIENCE_MS = 300
LONGEST_MESSAGE = 1_000_000
"""Bytes: some ten thousand paths; whoever sends more is not the program."""
ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""By this a Wayland desktop knows that the person asked for the window, and lets it come forward."""


def name_of(place: str | None, person: str | None) -> str:
    """Return the name under which the window of a library and person can be reached."""
    chosen = place or str(own_library())
    where = chosen if "://" in chosen else os.path.realpath(chosen)
    said = "\n".join([getpass.getuser(), where, person or ""])
    digest = QCryptographicHash.hash(said.encode(), QCryptographicHash.Algorithm.Sha256)
    return f"workbench-{digest.toHex().toStdString()[:20]}"


def ring(name: str, files: Sequence[str] = ()) -> bool:
    """Ask the window of that name to come forward and to open files; say whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    _let_it_come_forward()
    message = {"files": list(files), "token": os.environ.get(ACTIVATION, "")}
    socket.write(json.dumps(message).encode() + b"\n")
    socket.waitForBytesWritten(PATIENCE_MS)
    socket.disconnectFromServer()
    return True


def _let_it_come_forward() -> None:
    """On Windows only the process that the person started may bring a window forward, unless it allows others to."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


class Doorbell(QObject):
    """Listens for a second start; `rung` carries the files it was given, often none."""

    rung = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._servers: dict[str, QLocalServer] = {}
        self._heard: dict[QLocalSocket, bytes] = {}

    def answer_to(self, names: Iterable[str]) -> None:
        """Answer to these names from now on, as far as no other window answers to them, and to no others."""
        wanted = list(dict.fromkeys(names))
        for name in [name for name in self._servers if name not in wanted]:
            self._servers.pop(name).close()
        for name in wanted:
            if name not in self._servers and (server := self._listen(name)) is not None:
                self._servers[name] = server

    def answers_to(self, name: str) -> bool:
        """Tell whether a ring at that name is heard here."""
        return name in self._servers

    def _listen(self, name: str) -> QLocalServer | None:
        if _is_answered(name):  # asked first: on Unix a server that limits access takes a name from another
            return None
        QLocalServer.removeServer(name)  # left behind by a program that was killed
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.listen(name)
        server.newConnection.connect(lambda: self._answer(server))
        return server

    def _answer(self, server: QLocalServer) -> None:
        while server.hasPendingConnections():
            socket = server.nextPendingConnection()
            self._heard[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(lambda socket=socket: self._end(socket))
            self._hear(socket)
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._end(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket not in self._heard:
            return
        self._heard[socket] += socket.readAll().data()
        if len(self._heard[socket]) > LONGEST_MESSAGE:
            self._end(socket)
            return
        line, newline, _ = self._heard[socket].partition(b"\n")
        if newline:
            self._end(socket)
            self._take(line)

    def _end(self, socket: QLocalSocket) -> None:
        if self._heard.pop(socket, None) is not None:
            socket.abort()
            socket.deleteLater()

    def _take(self, line: bytes) -> None:
        try:
            message = json.loads(line)
            files, token = [str(file) for file in message["files"]], str(message["token"])
        except (ValueError, TypeError, KeyError):
            return  # not from the program
        if token:
            os.environ[ACTIVATION] = token
        self.rung.emit(files)


def _is_answered(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    is_connected = socket.waitForConnected(PATIENCE_MS)
    socket.abort()
    return is_connected
