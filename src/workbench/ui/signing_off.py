"""Closing the window when the system asks for it: a session that ends sends a signal, and what is typed is saved first."""

from __future__ import annotations

import os
import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget


def close_when_asked(window: QWidget) -> None:
    """Close a window at the signals of a session that ends or a terminal that goes away; Windows closes it itself.

    A handler in Python would wait for the next key, for the event loop runs outside the interpreter; a socket that
    the system writes to wakes it.
    """
    if os.name == "nt":
        return
    heard, told = socket.socketpair()
    for end in (heard, told):
        end.setblocking(False)
    signal.set_wakeup_fd(told.detach(), warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, window)

    def close() -> None:
        heard.recv(64)
        window.close()

    notifier.activated.connect(close)
