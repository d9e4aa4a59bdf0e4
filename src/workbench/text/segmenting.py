"""Cutting a paragraph into sentences, and putting sentences together again.

Chinese follows SRX 2.0 rules that a user can edit (resources/segmentation/zh.srx); English and other languages
follow sentencex. Nothing is lost: the pieces joined end to end are the paragraph, white space after a sentence
stays with it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.parsers import expat

from workbench.errors import FormatError, reason_of
from workbench.resources import resource
from workbench.sentences import say
from workbench.text.postponing import postpone

_MAX_SRX_BYTES = 2_000_000
_UNSPACED = ("zh", "ja", "yue", "cmn", "th", "lo", "km", "my")


def split_sentences(text: str, language: str, srx: Path | None = None) -> list[str]:
    """Cut one paragraph into sentences; `"".join(result) == text` always holds.

    `srx` is a user's own rules; they are used for every language they have a map for. Raises `FormatError`
    when that file cannot be read as SRX.
    """
    pieces: list[str] = []
    for line in text.splitlines(keepends=True):
        pieces.extend(_split_line(line, language, srx))
    return _attach_white_space(pieces)


def join_sentences(pieces: list[str], language: str) -> str:
    """Put sentences together to one paragraph: with a space in English, without in Chinese.

    White space that the pieces bring along is kept between Chinese sentences and folded to one space elsewhere;
    a space also stands between Chinese pieces where both sides are Latin letters or digits.
    """
    if not is_unspaced(language):
        return " ".join(piece.strip() for piece in pieces if piece.strip())
    filled = [piece for piece in pieces if piece]
    joined = filled[0] if filled else ""
    for left, right in pairwise(filled):
        joined += (" " if _needs_space(left, right) else "") + right
    return joined.strip()


def is_unspaced(language: str) -> bool:
    """Whether the language writes its sentences without a space between them."""
    return language.lower().replace("_", "-").split("-")[0] in _UNSPACED


def _needs_space(left: str, right: str) -> bool:
    if left[-1].isspace() or right[0].isspace():
        return False
    return left[-1].isascii() and right[0].isascii() and right[0].isalnum()


def _split_line(line: str, language: str, srx: Path | None) -> list[str]:
    rules = _rules(*_stamp(srx or resource("segmentation/zh.srx")))
    if rules.get_language_rule_list(language):
        return _split_by_srx(line, language, rules)
    return _split_by_sentencex(line, language)


def _split_by_srx(line: str, language: str, rules: Any) -> list[str]:
    from choppa import SrxTextIterator

    return list(SrxTextIterator(rules, language, line))


def _split_by_sentencex(line: str, language: str) -> list[str]:
    import sentencex

    pieces = [
        str(piece) for piece in sentencex.segment(language.lower().replace("_", "-").split("-")[0], line)
    ]
    return pieces if "".join(pieces) == line else [line]


def _attach_white_space(pieces: list[str]) -> list[str]:
    """Give leading white space to the sentence before it; a piece of white space alone is no sentence."""
    attached: list[str] = []
    for piece in pieces:
        rest = piece.lstrip()
        if attached and rest != piece:
            attached[-1] += piece[: len(piece) - len(rest)]
            piece = rest  # noqa: PLW2901  # what is left of it
        if piece:
            attached.append(piece)
    return attached


def _stamp(path: Path) -> tuple[str, int]:
    try:
        return str(path), path.stat().st_mtime_ns
    except OSError:
        raise FormatError(
            say(
                "The sentence rules {path} cannot be read. Choose another file in the settings.",
                path=path.name,
            )
        ) from None


@lru_cache(maxsize=4)
def _rules(path: str, _modified_ns: int) -> Any:
    """Read SRX rules once; every rule is compiled here, so that a mistake shows when the file is chosen."""
    import regex

    postpone("xmlschema")  # choppa would check rules with it; ours are checked here, without it
    from choppa import SrxDocument

    name = Path(path).name
    _check_srx(path, name)
    try:
        rules = SrxDocument(ruleset=path)
        for mapping in rules.language_map_list:
            mapping.matches("zh")
            for rule in mapping.language_rule.rules:
                rules.compile(rule.before_pattern)
                rules.compile(rule.after_pattern)
    except (regex.error, AttributeError, TypeError, ValueError) as error:
        raise FormatError(
            say(
                "The sentence rules {name} hold a rule that cannot be used: {reason}. Mend or remove it.",
                name=name,
                reason=reason_of(error),
            )
        ) from None
    return rules


def _check_srx(path: str, name: str) -> None:
    """Refuse files that are too large, declare entities, or are no SRX at all."""
    data = Path(path).read_bytes()
    if len(data) > _MAX_SRX_BYTES:
        raise FormatError(
            say(
                "The sentence rules {name} are larger than 2 MB, which no rules are. Choose another file.",
                name=name,
            )
        )
    tags: set[str] = set()

    def refuse(*_: object) -> None:
        raise FormatError(
            say(
                "The sentence rules {name} declare entities, which is not allowed. Remove the DOCTYPE.",
                name=name,
            )
        )

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, _attributes: tags.add(tag)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise FormatError(
            say(
                "The sentence rules {name} are not well-formed XML. Mend the file or choose another.",
                name=name,
            ),
            place=say("line {number}", number=error.lineno),
        ) from None
    if "languagemap" not in tags:
        raise FormatError(
            say(
                "The sentence rules {name} are no SRX file: no languagemap in it. Choose another file.",
                name=name,
            )
        )
