"""Markdown with front matter, for site generators: CommonMark text, YAML that cannot be broken out of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workbench.errors import FormatError
from workbench.formats.base import Readback, compared
from workbench.formats.characters import writable
from workbench.formats.page_lines import credit_line, foot_lines, meant, path_of, shown_photos
from workbench.model.kinds import SegmentKind
from workbench.model.page import Page, PagePhoto
from workbench.sentences import say

# Every ASCII mark may be escaped (CommonMark 0.31, section 2.4); these can open something.
_MARKS = re.compile(r"([\\`*_{}\[\]<>|~&!#$^@])")
_LINE_START = re.compile(r"^([ \t]*)(\d{1,9})?([-+=:.)])", re.MULTILINE)
# What a paragraph or emphasis loses at the edges of its lines: kept as character references.
_EDGES = re.compile(r"^[^\S\n]+|[^\S\n]+$", re.MULTILINE)
_RULE = "***"


class MarkdownFormat:
    """Front matter of JSON strings (which are YAML), the body as escaped CommonMark.

    Captions stand as paragraphs in emphasis marks under their pictures, the credits after a rule.
    """

    key = "md"
    suffix = ".md"
    media_type = "text/markdown"
    label = "Markdown"
    links_pictures = True

    def write(self, page: Page) -> bytes:
        """Return the page as Markdown."""
        page = writable(page)
        body = [f"# {escaped(page.headline, is_heading=True)}"] if page.headline else []
        for photo in shown_photos(page):
            body += _photo(page, photo)
        for block in page.blocks:
            is_heading = block.kind is SegmentKind.SUBHEADING
            text = escaped(block.text, is_heading=is_heading)
            body.append(f"## {text}" if is_heading else text)
        foot = [escaped(line) for line in foot_lines(page)]
        if foot:
            body += [_RULE, *foot]
        return (_front_matter(page) + "\n\n".join(body) + "\n").encode()

    def read_back(self, data: bytes) -> Readback:
        """Read the front matter, and the body as any CommonMark program shows it."""
        fields, body = _split(data)
        headline, captions, paragraphs, foot = _sections(body)
        return Readback(
            headline=headline,
            paragraphs=tuple(paragraphs),
            language=str(fields.get("lang", "")),
            section=str(fields.get("section", "")),
            published=str(fields.get("date", "")),
            captions=tuple(captions),
            foot=tuple(foot),
        )

    def differences(self, page: Page, data: bytes) -> list[str]:
        """Compare part by part."""
        return compared(meant(writable(page)), self.read_back(data))


def escaped(text: str, *, is_heading: bool = False) -> str:
    """Return text as CommonMark that shows exactly that text; line feeds become hard breaks."""
    text = _MARKS.sub(r"\\\1", text)
    text = _LINE_START.sub(lambda found: f"{found[1]}{found[2] or ''}\\{found[3]}", text)
    text = _EDGES.sub(lambda found: "".join(f"&#{ord(each)};" for each in found[0]), text)
    inside = text.strip("\n")
    before, after = (
        text[: len(text) - len(text.lstrip("\n"))],
        text[len(text.rstrip("\n")) :] if inside else "",
    )
    broken = inside.replace("\n", "<br>" if is_heading else "\\\n")
    return "&#10;" * len(before) + broken + "&#10;" * len(after)


def _photo(page: Page, photo: PagePhoto) -> list[str]:
    parts = []
    if photo.data:
        alt = escaped(photo.alt or photo.caption).replace("\\\n", " ")
        parts.append(f"![{alt}]({quote(photo.name, safe='-._~')})")
    credit = credit_line(page, photo)
    lines = [f"*{escaped(each)}*" for each in (photo.caption, credit) if each]
    if lines:
        parts.append("\\\n".join(lines))
    return parts


def _front_matter(page: Page) -> str:
    fields: dict[str, object] = {
        "title": page.headline,
        "lang": page.language,
        "date": page.published.isoformat() if page.published else "",
        "section": " > ".join(path_of(page)),
        "slug": page.slug,
        "description": page.summary,
        "keywords": list(page.keywords),
        "outlet": page.outlet,
        "authors": list(page.authors),
        "translators": list(page.translators),
        "source": page.source_address,
        "version": page.version,
    }
    lines = [f"{name}: {_scalar(value)}" for name, value in fields.items() if value]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _scalar(value: object) -> str:
    """Return a JSON value, which YAML 1.2 reads alike; line separators are escaped for YAML 1.1."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\ufeff", "\\ufeff")


def _split(data: bytes) -> tuple[dict[str, object], str]:
    try:
        _, front, body = data.decode().split("---\n", 2)
        return {
            line.split(": ", 1)[0]: json.loads(line.split(": ", 1)[1]) for line in front.splitlines()
        }, body
    except (ValueError, LookupError) as error:
        raise FormatError(
            say("The Markdown file has no front matter of ours. Publish the page again.")
        ) from error


def _sections(body: str) -> tuple[str, list[tuple[str, str]], list[str], list[str]]:
    headline, captions, foot = "", list[tuple[str, str]](), list[str]()
    paragraphs: list[str] = []
    into = paragraphs
    for kind, inline in _blocks(body):
        if kind == "rule":
            into = foot
        elif kind == "h1" and not headline:
            headline = _shown(inline)
        elif kind == "p" and not paragraphs and into is paragraphs and _is_picture(inline):
            captions.append(("", ""))
        elif kind == "p" and not paragraphs and into is paragraphs and _is_emphasis(inline):
            _add_caption(captions, inline)
        else:
            into.append(_shown(inline))
    return headline, captions, paragraphs, foot


def _blocks(body: str) -> Iterator[tuple[str, list[Token]]]:
    tag = ""
    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "hr":
            yield "rule", []
        elif token.nesting == 1:
            tag = token.tag
        elif token.type == "inline":
            yield tag, token.children or []
        elif token.nesting == 0:
            yield token.type, []


def _shown(tokens: list[Token]) -> str:
    pieces = []
    for token in tokens:
        if token.type in {"hardbreak", "softbreak"} or (
            token.content == "<br>" and token.type == "html_inline"
        ):
            pieces.append("\n")
        elif token.type in {"text", "text_special"}:
            pieces.append(token.content)
        elif token.nesting == 0:
            pieces.append(f"<{token.type}>")
    return "".join(pieces)


def _is_picture(tokens: list[Token]) -> bool:
    return len(tokens) == 1 and tokens[0].type == "image" and bool(unquote(str(tokens[0].attrGet("src"))))


def _is_emphasis(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "em_open" and tokens[-1].type == "em_close"


def _add_caption(captions: list[tuple[str, str]], tokens: list[Token]) -> None:
    ends = [index for index, token in enumerate(tokens) if token.type == "em_close"]
    caption = _shown([token for token in tokens[: ends[0]] if token.nesting == 0])
    credit = _shown([token for token in tokens[ends[0] + 2 :] if token.nesting == 0])
    if captions and captions[-1] == ("", ""):
        captions.pop()
    captions.append((caption, credit))


FORMAT = MarkdownFormat()
