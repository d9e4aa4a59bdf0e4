"""All mapped classes together, for creating and migrating a library."""

from __future__ import annotations

from workbench.model.article import Article, Photo, Segment
from workbench.model.base import Base
from workbench.model.edition import Coverage, Edition, Revision, Target
from workbench.model.memory import DraftAnswer, MemoryBlock, MemoryEntry
from workbench.model.person import Assignment, Credit, LedgerEntry, Person, PersonRole, SigningKey
from workbench.model.review import Approval, Comment, Event, Publication, Waiver
from workbench.model.setting import StoredSetting
from workbench.model.term import AcceptedPair, Concept, Name, Term

NOUNS: tuple[type[Base], ...] = (
    Article,
    Segment,
    Photo,
    Edition,
    Target,
    Coverage,
    Revision,
    Person,
    PersonRole,
    SigningKey,
    Assignment,
    Credit,
    LedgerEntry,
    Comment,
    Waiver,
    Approval,
    Publication,
    Event,
    MemoryEntry,
    MemoryBlock,
    DraftAnswer,
    Concept,
    Term,
    Name,
    AcceptedPair,
    StoredSetting,
)

metadata = Base.metadata
