"""The names a page and its pictures are written under, and the address where readers find the page."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, urlsplit

from workbench.formats.page_lines import shown_photos
from workbench.formats.pictures import picture_kind
from workbench.model.page import Page, PagePhoto


def as_named(page: Page, stem: str) -> Page:
    """Return the page as it is written under a stem: its pictures named after it, its own address known."""
    photos = tuple(_named(photo, stem, number) for number, photo in enumerate(shown_photos(page), 1))
    return replace(page, photos=photos, address=address_in(page.site, f"{stem}.html"))


def address_in(site: str, name: str) -> str:
    """Return the address of a file of a site; of one beside the page where no site is known ("")."""
    return f"{site.rstrip('/')}/{quote(name)}" if site else name


def safe_link(address: str) -> str:
    """Return the address when a page may link to it (http, https with a host), else ""."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in {"http", "https"} and parts.hostname else ""


def _named(photo: PagePhoto, stem: str, number: int) -> PagePhoto:
    if not photo.data:
        return photo
    suffix, _ = picture_kind(photo)
    return replace(photo, name=f"{stem}-photo-{number}{suffix}")
