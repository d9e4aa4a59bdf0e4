"""What a page made by a user's template must not contain: scripts, handlers, loads from afar."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml import html

from workbench.errors import FormatError
from workbench.sentences import Sentence, say, verbatim

_ACTIVE = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "form",
        "portal",
        "svg",
        "math",
        "template",
        "noscript",
    ]
)
_LOADING = frozenset(
    [
        "src",
        "srcset",
        "poster",
        "background",
        "data",
        "ping",
        "action",
        "formaction",
        "manifest",
        "code",
        "lowsrc",
    ]
)


def refuse_active_content(page: str, template: str) -> None:
    """Raise `FormatError` naming the first script, handler or remote load in a rendered page."""
    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    for element in tree.iter():
        if isinstance(element.tag, str):
            why = _forbidden(element)
            if why:
                raise FormatError(
                    say(
                        "The template {name} makes a page with {why}. Published pages carry no scripts "
                        "and load nothing from elsewhere; take it out of the template.",
                        name=template,
                        why=why,
                    ),
                    place=template,
                )


def _forbidden(element: html.HtmlElement) -> Sentence | None:
    if element.tag in _ACTIVE and not _is_data_block(element):
        return verbatim(f"<{element.tag}>")
    if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
        return say("a refresh")
    if element.tag == "style" and _loads(element.text or ""):
        return say("a style that loads something")
    for name, value in element.items():
        if name.startswith("on") or name == "srcdoc":
            return say("the attribute {name}", name=name)
        if name == "style" and _loads(value):
            return say("a style that loads something")
        if name in _LOADING and not _is_beside(value):
            return verbatim(f"{name}={value[:60]!r}")
        if name == "href" and not _is_harmless_link(element, value):
            return verbatim(f"href={value[:60]!r}")
    return None


def _is_data_block(element: html.HtmlElement) -> bool:
    is_data = element.tag == "script" and element.get("type", "").strip().lower() == "application/ld+json"
    return is_data and "src" not in element.attrib


def _loads(style: str) -> bool:
    folded = style.lower().replace("\\", "")
    return "url(" in folded or "@import" in folded or "image-set(" in folded or "expression(" in folded


def _is_beside(address: str) -> bool:
    if address.startswith("data:image/") and not address.startswith("data:image/svg"):
        return True
    parts = _split(address)
    return parts is not None and parts == ("", "")


def _is_harmless_link(element: html.HtmlElement, address: str) -> bool:
    if element.tag == "link":
        return set(element.get("rel", "").lower().split()) <= {"alternate", "canonical", "license"}
    parts = _split(address)
    return parts is not None and parts[0] in {"", "http", "https", "mailto", "tel"}


def _split(address: str) -> tuple[str, str] | None:
    cleaned = "".join(character for character in address if character > " ").replace("\\", "/")
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    return parts.scheme.lower(), parts.netloc
