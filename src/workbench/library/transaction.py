"""One transaction: the verbs of every noun, over one session that nobody else sees."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy.orm import Session

from workbench.library.answers import Answers
from workbench.library.articles import Articles
from workbench.library.contents import Contents
from workbench.library.editions import Editions
from workbench.library.events import Events
from workbench.library.memories import Memories
from workbench.library.options import Options
from workbench.library.overviews import Overviews
from workbench.library.passages import Passages
from workbench.library.people import People
from workbench.library.repetitions import Repetitions
from workbench.library.reviews import Reviews
from workbench.library.scope import Kept, Record, Scope
from workbench.library.seals import renew_within
from workbench.library.vocabulary import Vocabulary
from workbench.model.changes import Changes


class Transaction:
    """What an activity holds while it reads or writes: `tx.articles`, `tx.editions`, ….

    What it hands out belongs to the transaction until that ends, and is a detached snapshot after.
    """

    def __init__(self, session: Session, *, locks_rows: bool = False, only_reads: bool = False) -> None:
        self._record = Record()
        self.scope = Scope(session, self._record, set() if locks_rows else None, Kept(keeps=only_reads))
        self.articles = Articles(self.scope)
        self.editions = Editions(self.scope)
        self.contents = Contents(self.scope)
        self.repetitions = Repetitions(self.scope)
        self.passages = Passages(self.scope)
        self.people = People(self.scope)
        self.reviews = Reviews(self.scope)
        self.events = Events(self.scope)
        self.overviews = Overviews(self.scope)
        self.options = Options(self.scope)
        self.memories = Memories(self.scope)
        self.answers = Answers(self.scope)
        self.vocabulary = Vocabulary(self.scope)

    @contextlib.contextmanager
    def before_writing(self) -> Iterator[None]:
        """Ask every question once in this block of a writing transaction; nothing may be changed inside it."""
        self.scope.kept.answers = {}
        try:
            yield
        finally:
            self.scope.kept.answers = None

    def seal_anew(self) -> None:
        """Seal all rows of a library in a file as they stand; the rest of the transaction is sealed as ever."""
        self.scope.session.flush()
        renew_within(self.scope.session.connection())

    def changes(self, asked_by: str) -> Changes:
        """Return what was touched so far, as it will be announced."""
        return self._record.changes(asked_by)
