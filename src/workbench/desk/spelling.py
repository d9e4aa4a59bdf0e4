"""The words that spelling knows: added to an article's dictionary or the library's, and taken out again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from workbench.desk.deciding import table_data, write_table
from workbench.desk.finding_editions import find_edition
from workbench.errors import Problem, RefusedError, WorkbenchError
from workbench.formats.house_tables import WORD_COLUMNS, problem_at, read_words, word_row
from workbench.library.library import Library
from workbench.library.transaction import Transaction
from workbench.library.vocabulary import ARTICLE_WORDS, word_list
from workbench.model.house import KnownWord, StoredWord
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
        return _add(tx, by, word, _article_key(tx, key, language))


def _add(tx: Transaction, by: int, word: str, article_key: str) -> bool:
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


def list_known(library: Library, text: str = "") -> list[StoredWord]:
    """Return every known word in which `text` occurs, of the library and of the articles."""
    wanted = text.strip().casefold()
    with library.reading() as tx:
        people = tx.people.names()
        pairs = [pair for pair in tx.vocabulary.all_words() if wanted in pair.target.casefold()]
        keys = {
            pair.id: pair.check.removeprefix(ARTICLE_WORDS) for pair in pairs if pair.check != word_list()
        }
        headlines = tx.articles.headlines(keys.values())
    return [
        StoredWord(
            pair.id,
            KnownWord(pair.target, key := keys.get(pair.id, "")),
            headlines.get(key, key),
            people.get(pair.person_id or 0, ""),
            pair.at,
        )
        for pair in pairs
    ]


def save_known(library: Library, by: int, value: KnownWord, word_id: int = 0, *, asked_by: str = "") -> int:
    """Let spelling know a word, in place of the one of that number; return how many words are new."""
    word = _checked(value.word)
    with library.writing(asked_by=asked_by) as tx:
        _require_writer(tx, by)
        _remove(tx, by, [word_id])
        return int(_add(tx, by, word, tx.articles.by_key(value.key).key if value.key else ""))


def remove_known(library: Library, by: int, ids: Sequence[int], *, asked_by: str = "") -> int:
    """Take words out of the dictionaries they are in; return how many there were."""
    with library.writing(asked_by=asked_by) as tx:
        _require_writer(tx, by)
        return _remove(tx, by, ids)


def _remove(tx: Transaction, by: int, ids: Sequence[int]) -> int:
    gone = [pair for pair in tx.vocabulary.all_words() if pair.id in ids]
    for pair in gone:
        key = pair.check.removeprefix(ARTICLE_WORDS) if pair.check != word_list() else ""
        tx.events.add("word removed", person_id=by, word=pair.target, key=key)
        tx.vocabulary.forget_word(pair)
    return len(gone)


def import_known(library: Library, path: Path, *, by: int) -> tuple[int, list[Problem]]:
    """Add the words of a table; what is no word, or is of an article that is not here, is told and passed over."""
    problems: list[Problem] = []
    added = 0
    for line, value in read_words(table_data(path), path.name):
        try:
            added += save_known(library, by, value)
        except RefusedError:
            raise
        except WorkbenchError as error:
            problems.append(problem_at(path.name, line, error.sentence))
    return added, problems


def export_known(library: Library, path: Path) -> int:
    """Write the known words, with who added them and when, to a CSV, TSV or XLSX table; return how many."""
    return write_table(path, WORD_COLUMNS, (word_row(each) for each in list_known(library)))


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
