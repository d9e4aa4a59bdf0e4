"""Rules for known sites: where headline, date and text stand, as CSS in resources/sites/sites.json."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.resources import resource

_SHORTEST_BODY = 40
_PART = re.compile(
    r"#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)|\[(?P<name>[\w-]+)(?P<how>\*?)=['\"](?P<value>[\w /:.-]+)['\"]\]"
)


@dataclass(frozen=True, slots=True)
class SiteRule:
    """CSS selectors for one site or content system; empty ones say nothing."""

    name: str
    body: str
    hosts: tuple[str, ...] = ()
    headline: str = ""
    info: str = ""
    date: str = ""
    outlet: str = ""
    author: str = ""
    drop: str = ""


@dataclass(slots=True)
class SiteMatch:
    """The elements a rule found on a page."""

    rule: SiteRule
    body: Any
    headline: Any
    dropped: list[Any]


@cache
def site_rules() -> tuple[SiteRule, ...]:
    """Read the rules once."""
    data = json.loads(resource("sites/sites.json").read_text(encoding="utf-8"))
    return tuple(SiteRule(**{**rule, "hosts": tuple(rule.get("hosts", ()))}) for rule in data["rules"])


def match_site(root: Any, host: str) -> SiteMatch | None:
    """Return what the first fitting rule finds on the page, or None.

    A rule for hosts is asked only where the host is known and ends so, or when the host is not known at all
    and the rule also names a headline that is found (a page saved to disk does not know where it came from).
    """
    for rule in site_rules():
        if (
            rule.hosts
            and host
            and not any(host == known or host.endswith(f".{known}") for known in rule.hosts)
        ):
            continue
        if rule.hosts and not host and not rule.headline:
            continue
        body = _best(root, rule.body)
        if body is None:
            continue
        headline = _first(root, rule.headline)
        if rule.hosts and not host and headline is None:
            continue
        return SiteMatch(rule, body, headline, _select(root, rule.drop))
    return None


def _best(root: Any, css: str) -> Any:
    """Return the found element with the most text, if it is more than a few words."""
    found = [(len("".join(element.itertext()).strip()), element) for element in _select(root, css)]
    size, element = max(found, key=lambda pair: pair[0], default=(0, None))
    return element if size >= _SHORTEST_BODY else None


def _first(root: Any, css: str) -> Any:
    """Return the first element with text; selectors before a comma go before those after it."""
    found = (element for one in css.split(",") if one.strip() for element in _select(root, one))
    return next((element for element in found if "".join(element.itertext()).strip()), None)


def _select(root: Any, css: str) -> list[Any]:
    return _selector(css)(root) if css else []


@cache
def _selector(css: str) -> Any:
    from lxml import etree

    return etree.XPath(css_to_xpath(css))


def css_to_xpath(css: str) -> str:
    """Translate the CSS that rules use: tags, .class, #id, [attr='x'], [attr*='x'], descendants and commas."""
    return " | ".join("." + "".join(_step(part) for part in one.split()) for one in css.split(","))


def _step(compound: str) -> str:
    tag = re.match(r"[a-zA-Z][\w-]*|\*?", compound)
    assert tag is not None
    step = f"//{tag.group() or '*'}"
    rest = compound[tag.end() :]
    while rest:
        part = _PART.match(rest)
        if part is None:
            raise ValueError(f"selector {compound!r} in the site rules is not understood")
        if part["id"]:
            step += f"[@id='{part['id']}']"
        elif part["class"]:
            step += f"[@class][contains(concat(' ', normalize-space(@class), ' '), ' {part['class']} ')]"
        elif part["how"] == "*":
            step += f"[contains(@{part['name']}, '{part['value']}')]"
        else:
            step += f"[@{part['name']}='{part['value']}']"
        rest = rest[part.end() :]
    return step
