"""Pages are fetched in time, in size, over http and https only, and never from inside the house."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore
import pytest

from workbench.errors import FormatError
from workbench.formats.web import fetch_page, is_public

PAGE = "<html><head><title>标题</title></head><body><p>湖南</p></body></html>".encode()


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        with suppress(OSError):
            self.answer(self.path.strip("/").split("/"))

    def answer(self, path):
        match path:
            case ["redirect", count]:
                self.send(302, b"", Location=f"/redirect/{int(count) - 1}" if int(count) > 1 else "/page")
            case ["to-file"]:
                self.send(302, b"", Location="file:///etc/passwd")
            case ["to-nonsense"]:
                self.send(302, b"", Location="http://[::1")
            case ["big"]:
                self.send(200, b"x" * 300_000)
            case ["bomb"]:
                self.send(200, gzip.compress(b"\0" * 30_000_000), **{"Content-Encoding": "gzip"})
            case ["packed"]:
                self.send(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
            case ["brotli"]:
                self.send(200, PAGE, **{"Content-Encoding": "br"})
            case ["drip"]:
                self.send_response(200)
                self.end_headers()
                for _ in range(200):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
            case ["drip-header"]:
                for _ in range(200):
                    self.wfile.write(b"H")
                    self.wfile.flush()
                    time.sleep(0.05)
            case ["silent"]:
                time.sleep(3)
            case ["missing"]:
                self.send(404, b"no")
            case _:
                self.send(200, PAGE, **{"Content-Type": 'text/html; charset="GB18030"'})

    def send(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_its_address_type_and_encoding(site):
    fetched = fetch_page(f"{site}/redirect/3", allow_private=True)
    assert fetched.data == PAGE
    assert fetched.address == f"{site}/page"
    assert (fetched.media_type, fetched.charset) == ("text/html", "GB18030")


def test_a_packed_page_is_unpacked(site):
    assert fetch_page(f"{site}/packed", allow_private=True).data == PAGE


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("redirect/6", "redirects"),
        ("to-file", "only http"),
        ("to-nonsense", "could not be reached"),
        ("big", "larger"),
        ("bomb", "larger"),
        ("brotli", "packed"),
        ("missing", "404"),
    ],
)
def test_what_cannot_be_read_gives_one_sentence(site, path, word):
    with pytest.raises(FormatError, match=word) as refusal:
        fetch_page(f"{site}/{path}", allow_private=True, max_bytes=200_000)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("path", ["drip", "drip-header", "silent"])
def test_the_deadline_is_for_everything_together(site, path):
    with pytest.raises(FormatError, match="within"):
        fetch_page(f"{site}/{path}", allow_private=True, seconds=0.6)


def test_five_redirects_are_followed(site):
    assert fetch_page(f"{site}/redirect/5", allow_private=True).data == PAGE


def test_a_dead_address_gives_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(FormatError, match="could not be reached"):
        fetch_page(f"http://127.0.0.1:{port}/", allow_private=True)


def test_an_unknown_name_gives_one_sentence(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FormatError, match="not known"):
        fetch_page("http://nowhere.invalid/")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "0"],
)
def test_addresses_inside_the_house_are_refused_before_anything_is_sent(site, host):
    with pytest.raises(FormatError, match=r"private|reached"):
        fetch_page(f"http://{host}:{site.rsplit(':', 1)[1]}/page")


def test_a_name_that_also_answers_with_a_private_address_is_refused(monkeypatch):
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FormatError, match="private network"):
        fetch_page("http://rebinding.example/")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    seen = []
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)

    def refuse(self, host, *_):
        seen.append(host)
        raise httpcore.ConnectError("refused")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", refuse)
    with pytest.raises(FormatError):
        fetch_page("http://example.org/")
    assert seen == ["93.184.216.34"]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "example.org",
        "",
        "javascript:1",
        "http://",
        "http://user:secret@example.org/",
        "http://[::1",
        "http://a b/",
    ],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(FormatError) as refusal:
        fetch_page(address)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_the_open_internet_is_public(ip):
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fec0::1", "nonsense"],
)  # fmt: skip
def test_everything_else_is_not(ip):
    assert not is_public(ip)
