"""Reading an article from plain text: a file, or what somebody pasted."""

from __future__ import annotations

import re

from workbench.errors import FormatError
from workbench.formats.encoding import clean_characters, decode_text
from workbench.formats.filing import file_loose_lines
from workbench.formats.lines import Line, detect_language, ends_like_sentence, tidy
from workbench.model.incoming import Incoming
from workbench.sentences import say

_MAX_LINES = 400_000
_LONGEST_WRAP = 110
_SHORTEST_WRAP = 40


def read_text_bytes(data: bytes, name: str, declared: str | None = None) -> Incoming:
    """Read a text file; raises `FormatError` when it is empty, binary or too large."""
    decoded = decode_text(data, declared, name=name)
    page = read_plain_text(decoded.text, name)
    page.problems[:0] = decoded.problems
    return page


def read_plain_text(text: str, name: str = "the text") -> Incoming:
    """File the paragraphs of a text; raises `FormatError` when nothing is in it."""
    clean, problems = clean_characters(text, name)
    paragraphs = split_paragraphs(clean)
    if not paragraphs:
        raise FormatError(
            say("{name} is empty: there is no text in it. Choose the file that holds the article.", name=name)
        )
    if len(paragraphs) > _MAX_LINES:
        raise FormatError(
            say(
                "{name} has more than {count:,} paragraphs. Split it and import the parts.",
                name=name,
                count=_MAX_LINES,
            )
        )
    page = Incoming(language=detect_language(clean), problems=problems)
    file_loose_lines([Line(paragraph) for paragraph in paragraphs], page)
    if not page.blocks:
        raise FormatError(
            say(
                "{name} holds no article: only lines about one. Choose the file that holds the text.",
                name=name,
            )
        )
    return page


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs: every line is one, unless the text is hard-wrapped between blank lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    groups = [group.split("\n") for group in re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text)]
    if _is_wrapped(groups):
        joined = [_unwrap(group) for group in groups]
    else:
        joined = [line for group in groups for line in group]
    return [paragraph for paragraph in map(tidy, joined) if paragraph]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """A text is hard-wrapped when most lines inside its groups are about equally long and end in mid-sentence."""
    inner = [line.rstrip() for group in groups for line in group[:-1] if len(group) > 1]
    if len(inner) < 4 or len(groups) < 2:
        return False
    fitting = [
        line
        for line in inner
        if _SHORTEST_WRAP <= len(line) <= _LONGEST_WRAP and not ends_like_sentence(line)
    ]
    return len(fitting) >= len(inner) * 0.7


def _unwrap(group: list[str]) -> str:
    """Join the lines of one paragraph: with a space, but without one between Chinese characters."""
    joined = ""
    for line in (part.strip() for part in group):
        needs_space = bool(joined and line) and (joined[-1].isascii() or line[0].isascii())
        joined += (" " if needs_space else "") + line
    return joined
