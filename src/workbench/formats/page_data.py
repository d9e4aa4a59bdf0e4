"""What a page says about itself in its head: title, meta elements, JSON-LD, its own address."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from workbench.formats.dates import find_date
from workbench.formats.labels import read_labels
from workbench.formats.lines import tidy

_DATES = (
    "article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate", "publish_time", "og:time",
    "dc.date.issued", "dcterms.issued", "firstpublishedtime", "weibo:article:create_at", "og:release_date", "date",
)  # fmt: skip
_TITLES = ("articletitle", "og:title", "headline", "twitter:title", "dc.title", "title")
_OUTLETS = ("contentsource", "source", "mediaid", "copyright_source")
_AUTHORS = ("article:author", "author", "og:article:author", "dc.creator")
_SITE_END = re.compile(r"\s*(?:[|_–—｜·]|--+|\s-\s|-(?=[^-]{1,16}$))\s*")
_DESCRIPTION = ("description", "og:description")


@dataclass(slots=True)
class PageData:
    """The head of a page; empty strings and None where it says nothing. `base` is for relative addresses."""

    titles: list[str] = field(default_factory=list)
    published: date | None = None
    outlet: str = ""
    author: str = ""
    address: str = ""
    base: str = ""
    language: str = ""

    @property
    def host(self) -> str:
        """Return the host of the page's own address, or ""."""
        try:
            return (urlsplit(self.address).hostname or "").lower()
        except ValueError:
            return ""


def read_page_data(root: Any, address: str = "") -> PageData:
    """Read title, meta elements and JSON-LD of a parsed page; `address` is where it was fetched, if known."""
    metas = _metas(root)
    linked = _linked_data(root)
    data = PageData(address=_address(root, metas, address), language=(root.get("lang") or "").strip()[:12])
    data.base = _base(root, data.address)
    title = root.find(".//head/title")
    candidates = [metas.get(name, "") for name in _TITLES] + [
        str(linked.get("headline") or linked.get("title") or "")
    ]
    candidates.append(tidy("".join(title.itertext())) if title is not None else "")
    data.titles = [text for text in dict.fromkeys(map(tidy, candidates)) if text]
    days = [metas.get(name, "") for name in _DATES]
    days += [str(linked.get(name) or "") for name in ("datePublished", "pubDate", "dateCreated", "upDate")]
    data.published = next((found.day for found in map(find_date, days) if found), None)
    data.outlet = _outlet(metas)
    data.author = _author(linked, metas)
    return data


def without_site_name(title: str) -> str:
    """Cut what a site hangs on its titles: 标题_新闻频道_某某网 → 标题."""
    parts = _SITE_END.split(title)
    return parts[0].strip() if parts and len(parts[0].strip()) >= 4 else title


def _metas(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = tidy(meta.get("content") or "")[:1000]
        if name and content:
            found.setdefault(re.sub(r"\s", "", name).lower(), content)
    for element in root.iter("time"):
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            found.setdefault("datepublished", tidy(element.get("datetime") or "".join(element.itertext())))
    return found


def _linked_data(root: Any) -> dict[str, Any]:
    """Return the first JSON-LD object that looks like an article."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = "".join(script.itertext())
        if len(text) > 500_000:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(data):
            if any(key in one for key in ("headline", "datePublished", "pubDate")):
                return one
    return {}


def _objects(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [one for each in data[:20] for one in _objects(each)]
    if not isinstance(data, dict):
        return []
    graph = data.get("@graph")
    return [data, *(_objects(graph) if isinstance(graph, list) else [])]


def _address(root: Any, metas: dict[str, str], known: str) -> str:
    candidates = [known, metas.get("og:url", "")]
    candidates += [
        link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    candidates.append(metas.get("url", ""))
    return next((one for one in candidates if re.match(r"https?://[^\s/]+\.[^\s/]+", one)), "")


def _base(root: Any, address: str) -> str:
    """Return what relative addresses on the page are relative to: its `<base>`, else its own address."""
    href = next((base.get("href") or "" for base in root.iter("base")), "")
    try:
        full = urljoin(address, href.strip())
    except ValueError:
        return address
    return full if full.startswith(("http://", "https://")) else address


def _outlet(metas: dict[str, str]) -> str:
    for name in _OUTLETS:
        value = metas.get(name, "")
        value = read_labels(value).values.get("outlet", value).replace("原创稿", "").strip()
        if value and len(value) <= 40 and not value.isascii():
            return value
    return ""


def _author(linked: dict[str, Any], metas: dict[str, str]) -> str:
    author = linked.get("author")
    if isinstance(author, list) and author:
        author = author[0]
    if isinstance(author, dict):
        author = author.get("name")
    names = [author if isinstance(author, str) else "", metas.get("article:author", "")]
    return next((tidy(name) for name in names if re.fullmatch(r"[^\d@,]{2,40}", name.strip())), "")
