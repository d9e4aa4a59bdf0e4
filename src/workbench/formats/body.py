"""Finding the element of a page that holds the article, when no rule of a known site names it.

Paragraphs vote for the elements around them by their length and punctuation, links and boilerplate against
them (after the text-density idea of Arc90's Readability); the winner grows while what it takes in is as good.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from workbench.formats.dom import PlacedLine, described
from workbench.formats.info_lines import is_info_line

# Parts of ids and classes that name what is no article. The first kind says so anywhere in a name
# (hot-comments), the second only as a whole name or at its end (article-tags, but not tag-economy).
_NOISE_ANYWHERE = re.compile(
    r"(?:comments?|cmts?|pinglun|reply|replies|gentie|b?share\w*|bdshare\w*|jiathis|social|footer|copyright|sidebar|relate\w*|"
    r"recommend\w*|tuijian|xiangguan|login|breadcrumbs?|crumbs?|toolbar|erweima|qrcode|ewm|advert\w*|authorbio|bshare|statement|"
    r"disclaimer|shengming|subscribe|newsletter|friendlinks?|resemble|zebian|pagination)",
    re.IGNORECASE,
)
_NOISE_AT_END = re.compile(
    r"(?:tie|areas?-tie|foot|aside|hot\w*|rank\w*|register|menu|nav\w*|tools?|print|vote|zan|praise|qr|ads?|adv|gg|banner|tags?|"
    r"keywords?|declare|bio|prev\w*|next\w*|pager|promo\w*|widget|links?|morenews|newslist|author|edit|editor)",
    re.IGNORECASE,
)
_WORDPRESS = re.compile(r"^(?:tag|category|format|status|type|post|page|hentry|single)(?:-|$)", re.IGNORECASE)
_PART = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_NOISE_TAGS = frozenset(("nav", "footer", "aside", "form"))
_MAIN_TAGS = frozenset(("article", "main", "head", "body", "html"))
_PARAGRAPHS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "pre", "dd", "dt")
)
_PUNCTUATION = re.compile(r"[，。、；：？！,.;:?!“”]")
_SHARE_KEPT = 0.45
# Comments may be longer than the article; they are believed to be it only where there is hardly anything else.
_COMMENTS_KEPT = 0.95
_COMMENTS = re.compile(
    r"^(?:js[-_])?(?:comments?|cmts?|pinglun|gentie|discuss|replies)(?:$|[-_](?:list|area|box|wrap\w*|container))",
    re.IGNORECASE,
)
_CLIMBS = 5


class Votes:
    """How good the text of every element is: counted once for a page, asked often."""

    def __init__(self, lines: list[PlacedLine]) -> None:
        self.lines = lines
        self.good: Counter[Any] = Counter()
        self.all: Counter[Any] = Counter()
        self.scores: Counter[Any] = Counter()
        self._noisy: dict[Any, bool] = {}
        self._around: dict[Any, list[Any]] = {}
        self._per_block = Counter(placed.element for placed in lines if placed.line.text)
        for placed in lines:
            self.all[placed.element] += len(placed.line.text)
            for ancestor in self._ancestors(placed.element):
                self.all[ancestor] += len(placed.line.text)
        self.total = sum(len(placed.line.text) for placed in lines)
        for placed in lines:
            self._vote(placed)

    def noise(self, element: Any, within: Any = None) -> Any:
        """Return the noisy element around (up to `within`): comments, share bars, related links; or None."""
        limit = self.all[within] if within is not None else self.total
        for candidate in (element, *self._ancestors(element)):
            if candidate is within or candidate.tag in {"body", "html"}:
                return None
            size = self.all[candidate]
            if size < limit * _SHARE_KEPT and self._is_noisy(candidate):
                return candidate
            if size < limit * _COMMENTS_KEPT and any(map(_COMMENTS.search, described(candidate).split())):
                return candidate
        return None

    def _ancestors(self, element: Any) -> list[Any]:
        """Return the elements around, nearest first; siblings share one list."""
        parent = element.getparent()
        if parent is None:
            return []
        if parent not in self._around:
            self._around[parent] = [parent, *parent.iterancestors()]
        return self._around[parent]

    def _is_noisy(self, element: Any) -> bool:
        if element not in self._noisy:
            self._noisy[element] = element.tag not in _MAIN_TAGS and (
                element.tag in _NOISE_TAGS or any(map(is_noise_name, described(element).split()))
            )
        return self._noisy[element]

    def _vote(self, placed: PlacedLine) -> None:
        line = placed.line
        size = len(line.text) * (1 - line.link_share)
        if (
            not size
            or line.link_share > 0.5
            or is_info_line(line.text)
            or not any(map(str.isalpha, line.text))
        ):
            return
        if self.noise(placed.element) is not None:
            return
        self.good[placed.element] += round(size)
        for ancestor in self._ancestors(placed.element):
            self.good[ancestor] += round(size)
        marks = len(_PUNCTUATION.findall(line.text))
        weight = min(size, 300) / 25 + marks if (marks or size > 20) else size / 50
        is_container = self._per_block[placed.element] > 1 or (
            size > 80 and placed.element.tag not in _PARAGRAPHS
        )
        holder = placed.element if is_container else placed.element.getparent()
        for share in (1.0, 0.5, 0.25):
            if holder is None:
                return
            self.scores[holder] += round(weight * share * 100)
            holder = holder.getparent()


def is_noise_name(name: str) -> bool:
    """Whether an id or class names something beside the article: comments, share, related, footer."""
    if _WORDPRESS.match(name) and not _NOISE_ANYWHERE.fullmatch(name):
        return False
    parts = [part for part in _PART.split(name.removeprefix("js_").removeprefix("js-")) if part]
    if any(_NOISE_ANYWHERE.fullmatch(part) for part in parts):
        return True
    return bool(parts) and bool(_NOISE_AT_END.fullmatch(parts[-1]) or _NOISE_AT_END.fullmatch(name))


def find_body(votes: Votes, headline: Any = None) -> Any:
    """Return the element that holds the article's text, or None when no text is worth it.

    `headline` is the element of the headline, if known: the text stands after it and is not grown over it.
    """
    best = max(
        votes.scores, key=lambda element: votes.scores[element] * _purity(votes, element), default=None
    )
    if best is None or votes.good[best] < 20:
        return None
    for _ in range(_CLIMBS):
        parent = best.getparent()
        if parent is None or parent.tag in {"body", "html"} or _holds(parent, headline):
            break
        added_good = votes.good[parent] - votes.good[best]
        added_all = votes.all[parent] - votes.all[best]
        if added_good < votes.good[best] * 0.1 and votes.good[best] > 400:
            break
        if added_all and added_good / added_all < 0.75:
            break
        best = parent
    return best


def _purity(votes: Votes, element: Any) -> float:
    return votes.good[element] / votes.all[element] if votes.all[element] else 0.0


def _holds(element: Any, other: Any) -> bool:
    return other is not None and (other is element or element in other.iterancestors())
