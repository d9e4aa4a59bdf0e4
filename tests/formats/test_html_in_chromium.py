"""Published pages in a real browser: nothing runs, nothing is fetched, the picture is shown."""

from __future__ import annotations

import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench.formats.html_out import HtmlFormat
from workbench.model.kinds import SegmentKind
from workbench.model.page import PageBlock

pytestmark = pytest.mark.outside("chromium")
FIRE = "document.documentElement.dataset.fired=1"


@pytest.fixture
def canary():
    """Run a server on this machine that writes down what is asked of it."""
    asked: list[str] = []

    class Canary(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def _payloads(address: str) -> list[str]:
    return [
        f"<script>{FIRE}</script>", f"</script><script>{FIRE}</script>", f"</title><script>{FIRE}</script>",
        f"<img src=x onerror={FIRE}>", f'"><svg onload={FIRE}>', f"<body onload={FIRE}>",
        f"<iframe srcdoc='<script>top.{FIRE}</script>'></iframe>", f"<details open ontoggle={FIRE}>x</details>",
        f"<img src={address}/img>", f"<link rel=stylesheet href={address}/css>", f"<iframe src={address}/frame></iframe>",
        f"<style>@import '{address}/import';</style>", f"<div style='background:url({address}/background)'>x</div>",
        f"<img srcset='{address}/srcset 1x'>", f"<video poster={address}/poster></video>", f"<input type=image src={address}/i>",
        f"<object data={address}/object></object>", f"<link rel=prefetch href={address}/prefetch>",
    ]  # fmt: skip


def test_no_words_of_an_article_run_or_fetch_anything(full_page, browse, canary):
    address, asked = canary
    for template in ("site.html", "plain.html"):
        for words in ("".join(_payloads(address)),):
            page = replace(
                full_page, headline=words, summary=words, outlet=words, keywords=(words,), translators=(words,),
                source_address=words, source_headline=words, section=words, notes=(words,),
                photos=tuple(replace(each, caption=words, credit=words, alt=words) for each in full_page.photos),
                blocks=tuple(PageBlock(kind, payload) for kind in SegmentKind for payload in _payloads(address)),
            )  # fmt: skip
            tree = browse(HtmlFormat(template).write(page))
            assert "data-fired" not in tree.split(">")[1]
            assert asked == []


def test_the_control_fires(browse, canary):
    address, asked = canary
    raw = "<!DOCTYPE html><html><title>x</title><body>" + "".join(_payloads(address))
    tree = browse(raw.encode())
    assert "data-fired" in tree
    assert len({path for path in asked if path != "/favicon.ico"}) >= 6


def test_style_and_pictures_of_the_page_are_allowed_by_its_own_policy(full_page, browse):
    html = HtmlFormat().preview(full_page).replace("</main>", "</main><div id=probe></div>")
    probe = b"""<script>document.images[0].decode().then(()=>{const i=document.images[0];
    document.getElementById('probe').textContent=`${i.naturalWidth} ${getComputedStyle(document.body).color}`})</script>"""
    policy = html.encode().replace(
        b"default-src &#39;none&#39;;", b"default-src &#39;none&#39;; script-src &#39;unsafe-inline&#39;;"
    )
    tree = browse(policy.replace(b"</body>", probe + b"</body>"))
    assert ">4 rgb(35, 33, 29)<" in tree
