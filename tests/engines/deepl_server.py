"""A server on loopback that answers as DeepL's documentation says, and fails in every way on request.

It knows /v2/translate, /v2/usage, /v2/languages and /v3/glossaries as the official client calls them. What
was answered whole is counted as paid; a failure is not.
"""

from __future__ import annotations

import json
import random
import re
import threading
import time
import zlib
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from xml.etree import ElementTree as ET

from workbench.engines.courier import Patience


class Clock:
    """A clock that a dawdling server puts forward, so that only what is meant to time out does, on any machine."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._skipped

    def skip(self, seconds: float) -> None:
        """Let that much time have passed."""
        self._skipped += seconds


CLOCK = Clock()
STEADY = Patience(deadline_s=100, try_s=30, tries=5, first_wait_s=0.002, longest_wait_s=0.05, clock=CLOCK)
"""Patience that no load uses up: a try ends when a server that dawdles says so."""

KEY = "3f9c1c7e-0000-4000-8000-planted0key1:fx"

TEMPORARY = (
    "429",
    "429 with Retry-After",
    "500",
    "503",
    "silent",
    "drip",
    "slow header",
    "cut at once",
    "cut in the middle",
    "a page of HTML",
    "an empty object",
    "an empty list",
    "half an object",
    "no UTF-8",
    "deep brackets",
    "fewer",
    "more",
    "no text",
    "a number for a text",
    "no count",
    "redirect",
)
FINAL = ("403", "404", "456", "400", "huge")
ONCE = ("413",)
CHANGED_TAGS = ("a tag lost", "a tag doubled", "tags crossed", "a tag renamed", "a foreign tag")
"""What can happen to the tags of an answer; to texts without tags nothing does."""

_CODES = re.compile(r"(<[^<>]*>|\{\w*\}|%s)")


def english_of(text: str) -> str:
    """Return the translation the server gives: different for every text, without Chinese, codes where they were."""
    return "".join(
        one if n % 2 or not one.strip() else _english(one) for n, one in enumerate(_CODES.split(text))
    )


def _english(text: str) -> str:
    return f"Sentence {zlib.crc32(text.encode()):08x} in English."


def english_of_xml(text: str, ignored: list[str]) -> str:
    """Return the translation of XML, as DeepL gives it: tags stay, and so does what is inside an ignored one.

    Raises `ET.ParseError` for what is no XML.
    """
    root = ET.fromstring(f"<r>{text}</r>")
    for element in root.iter():
        if element.text and element.text.strip() and element.tag not in ignored:
            element.text = _english(element.text)
        if element.tail and element.tail.strip():
            element.tail = _english(element.tail)
    whole = ET.tostring(root, encoding="unicode")
    return whole.removeprefix("<r>").removesuffix("</r>")


def _mangled(kind: str, answer: str) -> str:
    """Change the tags of an answer."""
    first = re.search(r"<[^<>/]*/?>", answer)
    assert first is not None
    return {
        "a tag lost": re.sub(r"<[^<>]*>", "", answer),
        "a tag doubled": f'{answer}<x id="0" />',
        "tags crossed": answer.replace(first[0], "", 1) + first[0],
        "a tag renamed": answer.replace('id="', 'id="9'),
        "a foreign tag": f"{answer}<b/>",
    }[kind]


class DeeplServer:
    """The server; `fail` names what happens to the next calls, `share` of the others fail at random."""

    def __init__(self) -> None:
        self.paid: list[str] = []
        self.calls: list[tuple[str, str, dict[str, Any]]] = []
        self.glossaries: dict[str, dict[str, Any]] = {}
        self.made_glossaries = 0
        self.used, self.limit = 1_000, 500_000
        self.share = 0.0
        self.kinds: tuple[str, ...] = TEMPORARY
        self.random = random.Random(7)
        self._failures: deque[tuple[str, str]] = deque()
        self._lock = threading.Lock()
        self.is_over = threading.Event()
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def fail(self, *kinds: str, on: str = "/v2/translate") -> None:
        """Let the next calls of that path fail so."""
        self._failures.extend((kind, on) for kind in kinds)

    def failure(self, path: str) -> str:
        """Return how this call shall fail, "" for not at all."""
        with self._lock:
            if self._failures and path.startswith(self._failures[0][1]):
                return self._failures.popleft()[0]
            return self.random.choice(self.kinds) if self.random.random() < self.share else ""

    def count(self, path: str, method: str = "POST") -> int:
        """Return how many calls came for a path."""
        return sum(one[0] == method and one[1].startswith(path) for one in self.calls)

    def last(self, path: str = "/v2/translate") -> dict[str, Any]:
        """Return the body of the last call to a path."""
        return next(body for _, called, body in reversed(self.calls) if called.startswith(path))

    def pay(self, texts: list[str]) -> None:
        """Count texts as translated and billed."""
        with self._lock:
            self.paid += texts
            self.used += sum(map(len, texts))

    def take_back(self, texts: list[str]) -> None:
        """Count texts as not billed after all: their answer did not go out."""
        with self._lock:
            for text in texts:
                self.paid.remove(text)
            self.used -= sum(map(len, texts))

    def close(self) -> None:
        """Stop the server."""
        self.is_over.set()
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    owner: DeeplServer

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def _serve(self, method: str) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(size)
        body = json.loads(raw) if raw else {}
        self.owner.calls.append((method, self.path, body))
        try:
            failure = self.owner.failure(self.path)
            if failure in CHANGED_TAGS:
                if self._changed(failure, body):
                    return
            elif failure and self._failed(failure, body):
                return
            status, answer = self._answer(method, body, size)
            paid = body["text"] if status == 200 and self.path == "/v2/translate" else []
            self.owner.pay(paid)  # before the client has it: a test looks as soon as the answer is there
            try:
                self._send(status, answer)
            except OSError:
                self.owner.take_back(paid)
                raise
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _answer(self, method: str, body: dict[str, Any], size: int) -> tuple[int, Any]:
        if self.headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
            return 403, {"message": "Forbidden"}
        if size > 128 * 1024:
            return 413, {"message": "Request Entity Too Large"}
        path = self.path
        if path == "/v2/translate":
            return self._translate(body)
        if path == "/v2/usage":
            return 200, {"character_count": self.owner.used, "character_limit": self.owner.limit}
        if path.startswith("/v2/languages"):
            return 200, [{"language": "EN-US", "name": "English", "supports_formality": False}]
        if path.startswith("/v3/glossaries"):
            return self._glossaries(method, body)
        return 404, {"message": "Not found"}

    def _translate(self, body: dict[str, Any]) -> tuple[int, Any]:
        if body["target_lang"] in {"EN", "PT"}:
            return 400, {"message": "Value for 'target_lang' is deprecated."}
        if len(body["text"]) > 50:
            return 413, {"message": "Too many texts"}
        if body["target_lang"].startswith("EN") and body.get("formality") in {"more", "less"}:
            return 400, {"message": "'formality' is not supported for given 'target_lang'."}
        if "glossary_id" in body and body["glossary_id"] not in self.owner.glossaries:
            return 404, {"message": "Glossary not found"}
        if self.owner.used + sum(map(len, body["text"])) > self.owner.limit:
            return 456, {"message": "Quota Exceeded"}
        try:
            return 200, {"translations": _translations(body)}
        except ET.ParseError:
            return 400, {"message": "Tag handling parsing failed, please check input."}

    def _changed(self, kind: str, body: dict[str, Any]) -> bool:
        """Answer with changed tags where there are any; such an answer is not counted as paid."""
        if body.get("tag_handling") != "xml":
            return False
        answers = _translations(body)
        for one in answers:
            one["text"] = _mangled(kind, one["text"])
        self._send(200, {"translations": answers})
        return True

    def _glossaries(self, method: str, body: dict[str, Any]) -> tuple[int, Any]:
        identity = self.path.removeprefix("/v3/glossaries").strip("/")
        known = self.owner.glossaries
        if method == "GET" and not identity:
            return 200, {"glossaries": list(known.values())}
        if method == "POST":
            self.owner.made_glossaries += 1
            made = f"glossary-{self.owner.made_glossaries}"
            known[made] = {
                "glossary_id": made,
                "name": body["name"],
                "creation_time": "2026-11-24T04:00:00.000000Z",
                "dictionaries": [
                    {
                        "source_lang": one["source_lang"],
                        "target_lang": one["target_lang"],
                        "entry_count": one["entries"].count("\n") + 1,
                    }
                    for one in body["dictionaries"]
                ],
            }
            return 201, known[made]
        if identity not in known:
            return 404, {"message": "Glossary not found"}
        if method == "DELETE":
            del known[identity]
            return 204, None
        return 200, known[identity]

    def _send(self, status: int, answer: Any, headers: dict[str, str] | None = None) -> None:
        data = (
            b""
            if answer is None
            else answer
            if isinstance(answer, bytes)
            else json.dumps(answer, ensure_ascii=False).encode()
        )
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _failed(self, kind: str, body: dict[str, Any]) -> bool:
        texts = body.get("text", [])
        whole = json.dumps({"translations": [_translation(text) for text in texts]}).encode()
        if kind[:3].isdigit():
            headers = {"Retry-After": "0.02"} if "Retry-After" in kind else {}
            self._send(int(kind[:3]), {"message": "as asked"}, headers)
        elif kind in {"silent", "drip", "slow header"}:
            self._dawdle(kind)
        elif kind == "cut at once":
            self._cut()
        elif kind == "cut in the middle":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + whole[: len(whole) // 2])
            self._cut()
        elif kind == "redirect":
            self._send(302, b"", {"Location": "http://127.0.0.1:9/login"})
        elif kind == "huge":
            self._send(200, b'{"translations": [' + b" " * 11_000_000 + b"]}")
        else:
            self._send(200, _odd(kind, texts))
        return True

    def _dawdle(self, kind: str) -> None:
        if kind == "drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        if kind == "slow header":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-")
        CLOCK.skip(STEADY.try_s)
        ends = time.monotonic() + 60
        while time.monotonic() < ends and not self.owner.is_over.wait(0.05):
            if kind != "silent":
                self.wfile.write(b"a")
                self.wfile.flush()
        self.close_connection = True

    def _cut(self) -> None:
        self.wfile.flush()
        self.connection.close()
        self.close_connection = True


def _odd(kind: str, texts: list[str]) -> Any:
    good = [_translation(text) for text in texts]
    first = good[0] if good else {}
    return {
        "a page of HTML": b"<!DOCTYPE html><title>Log in to the guest network</title>",
        "an empty object": {},
        "an empty list": [],
        "half an object": b'{"translations": [{"te',
        "no UTF-8": b"\xff\xfe\x00\x81",
        "deep brackets": b"[" * 200_000,
        "fewer": {"translations": good[:-1]},
        "more": {"translations": [*good, first]},
        "no text": {"translations": [{**one, "text": None} for one in good]},
        "a number for a text": {"translations": [{**one, "text": 5} for one in good]},
        "no count": {"translations": [{"text": "x", "detected_source_language": "ZH"} for _ in good]},
    }[kind]


def _translations(body: dict[str, Any]) -> list[dict[str, Any]]:
    answers = [_translation(text) for text in body["text"]]
    if body.get("tag_handling") == "xml":
        for one, text in zip(answers, body["text"], strict=True):
            one["text"] = english_of_xml(text, body.get("ignore_tags", []))
    return answers


def _translation(text: str) -> dict[str, Any]:
    return {
        "detected_source_language": "ZH",
        "text": english_of(text),
        "billed_characters": len(text),
        "model_type_used": "quality_optimized",
    }
