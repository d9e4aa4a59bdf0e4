"""The sign-off sheet of an edition: who did what when, what was decided by whom, and what was approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.sentences import Sentence


@dataclass(frozen=True, slots=True)
class SignedAct:
    """One line of the account: when, who, and what in words."""

    at: datetime
    person: str
    said: Sentence


@dataclass(frozen=True, slots=True)
class Decision:
    """A gap or finding accepted with a reason; `number` is the row (0: the page), `holds` while both texts stand."""

    what: str
    number: int
    reason: str
    person: str
    at: datetime
    holds: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature on an approval, with all it takes to verify it: fingerprint and public key, the very text, the signature."""

    key: str
    public: str
    statement: str
    signature: str


@dataclass(frozen=True, slots=True)
class SignedApproval:
    """One step that was approved: by whom, when, exactly which text, and with which rows rewritten by the approver."""

    version: int
    step: str
    person: str
    at: datetime
    digest: str
    own_changes: tuple[int, ...] = ()
    is_self_approval: bool = False
    is_final: bool = True
    holds: bool = False
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class StageStay:
    """How long the edition stood in a stage; `hours` so far while it lasts."""

    stage: str
    since: datetime
    hours: float


@dataclass(frozen=True, slots=True)
class OriginStatement:
    """Where the sentences came from and who read them.

    `sentences` counts by origin ("machine", "machine, edited", "typed" …), `words` by who brought them in.
    """

    sentences: dict[str, int]
    words: dict[str, int]
    engines: tuple[str, ...]
    translators: tuple[str, ...]
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Everything that was signed for one edition, as it stands at `made_at`; times are shown in `zone`."""

    key: str
    language: str
    headline: str
    source_headline: str
    stage: str
    version: int
    digest: str
    zone: str
    made_at: datetime
    people: dict[str, tuple[str, ...]]
    acts: tuple[SignedAct, ...]
    decisions: tuple[Decision, ...]
    approvals: tuple[SignedApproval, ...]
    stays: tuple[StageStay, ...]
    origin: OriginStatement | None = None
