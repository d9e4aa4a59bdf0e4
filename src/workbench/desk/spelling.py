"""The words that spelling knows: added to an article's dictionary or the library's, and taken out again."""

from __future__ import annotations

import re

from workbench.desk.finding_editions import find_edition
from workbench.errors import WorkbenchError
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.library.vocabulary import word_list
from workbench.model.kinds import Role
from workbench.model.term import AcceptedPair
from workbench.sentences import say

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
WRITERS = frozenset({Role.TRANSLATOR, Role.REVIEWER, Role.EDITOR, Role.ADMIN})


def add_word(
    library: Library, by: int, word: str, key: str = "", language: str = "en", *, asked_by: str = ""
) -> bool:
    """Let spelling know a word, in the article of `key` or everywhere; False when it did already."""
    word = _checked(word)
    with library.writing(asked_by=asked_by) as tx:
        _require_writer(tx, by)
        article_key = _article_key(tx, key, language)
        if any(row.target.casefold() == word.casefold() for row in tx.vocabulary.words(article_key)):
            return False
        check = word_list(article_key)
        tx.vocabulary.accept(AcceptedPair(check=check, source="", target=word, person_id=by))
        tx.events.add("word added", person_id=by, word=word, key=article_key)
        return True


def remove_word(
    library: Library, by: int, word: str, key: str = "", language: str = "en", *, asked_by: str = ""
) -> None:
    """Take a word out of a dictionary again; raises when it is not in it."""
    with library.writing(asked_by=asked_by) as tx:
        _require_writer(tx, by)
        article_key = _article_key(tx, key, language)
        rows = [row for row in tx.vocabulary.words(article_key) if row.target.casefold() == word.casefold()]
        if not rows:
            raise WorkbenchError(say("“{word}” is not in this dictionary.", word=word))
        for row in rows:
            tx.vocabulary.forget_word(row)
        tx.events.add("word removed", person_id=by, word=word, key=article_key)


def list_words(library: Library, key: str = "", language: str = "en") -> list[str]:
    """Return the words of an article's dictionary, or of the library's, in order."""
    with library.reading() as tx:
        return [row.target for row in tx.vocabulary.words(_article_key(tx, key, language))]


def _checked(word: str) -> str:
    word = word.strip().replace("’", "'")
    if not _WORD.fullmatch(word):
        raise WorkbenchError(say("“{word}” is not one word. Give a single word to be known.", word=word))
    return word


def _article_key(tx: Transaction, key: str, language: str) -> str:
    return find_edition(tx, key, language)[0].key if key else ""


def _require_writer(tx: Transaction, by: int) -> None:
    person = tx.people.get(by)
    if not WRITERS & tx.people.roles(person.id):
        raise WorkbenchError(say("{name} has no role that writes here.", name=person.name))
