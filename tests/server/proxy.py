"""A proxy that loses connections at the worst moment: around a commit."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

COMMIT = b"Q\x00\x00\x00\x0bCOMMIT\x00"


class CuttingProxy:
    """Forwards bytes to a server; `decide` says for each commit: "pass", "before" or "after" (cut it then)."""

    def __init__(self, port: int, decide: Callable[[], str]) -> None:
        self._target = port
        self._decide = decide
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.cuts: list[str] = []
        self.is_armed = False
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            threading.Thread(target=self._forward, args=(client, server), daemon=True).start()
            threading.Thread(target=self._pour, args=(server, client), daemon=True).start()

    def _forward(self, client: socket.socket, server: socket.socket) -> None:
        """Pass on what the program says, and cut at commits as decided."""
        while chunk := _receive(client):
            act = self._decide() if self.is_armed and COMMIT in chunk else "pass"
            if act != "pass":
                self.cuts.append(act)
            if act != "before":
                _send(server, chunk)
            if act != "pass":
                for side in (client, server) if act == "before" else (client,):
                    _shut(side)
                if act == "after":
                    _drain(server)
                return
        _shut(server)

    def _pour(self, server: socket.socket, client: socket.socket) -> None:
        while chunk := _receive(server):
            _send(client, chunk)
        _shut(client)


def _receive(side: socket.socket) -> bytes:
    try:
        return side.recv(65_536)
    except OSError:
        return b""


def _send(side: socket.socket, chunk: bytes) -> None:
    try:
        side.sendall(chunk)
    except OSError:
        return


def _drain(server: socket.socket) -> None:
    """Let the server finish the commit before its side closes too."""
    threading.Timer(0.2, _shut, [server]).start()


def _shut(side: socket.socket) -> None:
    try:
        side.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
