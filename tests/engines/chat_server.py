"""A chat server on loopback that answers as an OpenAI-compatible one does, in the form it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Say = Callable[[list[dict[str, Any]]], str]


def obedient(lines: list[dict[str, Any]]) -> str:
    """Answer each line as asked."""
    return "\n".join(json.dumps({"n": one["n"], "text": f"English of {one['n']}."}) for one in lines)


class ChatServer:
    """The server; `say` makes the answer from the lines it is asked, `status` what it answers with."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.say: list[Say] = []
        self.status = 200
        self.raw: bytes | None = None
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        """Stop the server."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: ChatServer

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        self._send(200, b'{"object": "list", "data": [{"id": "small", "object": "model"}]}')

    def do_POST(self) -> None:
        owner = self.owner
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        owner.bodies.append(body)
        owner.headers.append(dict(self.headers))
        lines = [json.loads(line) for line in body["messages"][-1]["content"].splitlines()]
        say = owner.say.pop(0) if owner.say else obedient
        answer = {"choices": [{"index": 0, "message": {"role": "assistant", "content": say(lines)}}]}
        data = owner.raw if owner.raw is not None else json.dumps(answer).encode()
        status = owner.status if self.path == "/v1/chat/completions" else 404
        self._send(status, data)

    def _send(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
