"""The words of the memory, each once (SQLite): they tell which words hold a piece of one, and at once that none does.

Kept in the same transactions as the full-text table. Words only come in, as entries keep their texts for good; that a
word stands in retired entries alone does no harm, for what it leads to is compared with the texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

from workbench.memory.concordance import Piece, Place, folded_word, words_in

MOST = 300
"""So many words are asked for one by one; a piece that more of them hold is met soon by reading the entries."""

CREATE = text("CREATE TABLE memory_vocabulary(word TEXT PRIMARY KEY, folded TEXT NOT NULL) WITHOUT ROWID")
_ADD = text("INSERT OR IGNORE INTO memory_vocabulary(word, folded) VALUES (:word, :folded)")
_QUERIES = {
    Place.ANYWHERE: text("SELECT word FROM memory_vocabulary WHERE instr(folded, :piece) LIMIT :most"),
    Place.BEGINNING: text(
        "SELECT word FROM memory_vocabulary WHERE substr(folded, 1, length(:piece)) = :piece LIMIT :most"
    ),
    Place.END: text(
        "SELECT word FROM memory_vocabulary WHERE substr(folded, -length(:piece)) = :piece LIMIT :most"
    ),
}


def add_words(session: Session, texts: Iterable[str]) -> None:
    """Put in the words of texts as the full-text table takes them (`fts_text`)."""
    rows = [{"word": word, "folded": folded_word(word)} for word in words_in(texts)]
    if rows:
        session.execute(_ADD, rows)


def words_holding(session: Session, piece: Piece) -> list[str]:
    """Return the words that hold a piece where it says; more than `MOST` stand for any number."""
    values = {"piece": folded_word(piece.text), "most": MOST + 1}
    return list(session.scalars(_QUERIES[piece.place], values))
