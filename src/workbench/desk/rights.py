"""Who may do what at which stage: the table of RULES.md, enforced where data is written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from workbench.errors import Reason, RefusedError
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import Role, Stage
from workbench.sentences import either, say


class Act(StrEnum):
    """What somebody wants to do to an edition; the word stands in the refusal."""

    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    REOPEN = "reopen"
    DETAIL = "change page details of"
    ACCEPT_GAP = "accept gaps of"
    ACCEPT_FINDING = "accept findings in"
    CREDIT = "correct the credits of"
    ASSIGN = "assign"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


T, R, E, A = Role.TRANSLATOR, Role.REVIEWER, Role.EDITOR, Role.ADMIN
WORKING = (Stage.DRAFTING, Stage.CHANGES_REQUESTED)

_DETAILS: Mapping[Stage, frozenset[Role]] = {
    **dict.fromkeys(WORKING, frozenset({T, E})),
    Stage.IN_REVIEW: frozenset({R, E}),
    Stage.APPROVED: frozenset({E}),
    Stage.PUBLISHED: frozenset({E}),
}

RIGHTS: Mapping[Act, Mapping[Stage, frozenset[Role]]] = {
    Act.EDIT: {
        **dict.fromkeys(WORKING, frozenset({T, E})),
        Stage.IN_REVIEW: frozenset({R, E}),
        Stage.APPROVED: frozenset({T, R, E}),
    },
    Act.SUBMIT: dict.fromkeys(WORKING, frozenset({T, E})),
    Act.RETURN: {Stage.IN_REVIEW: frozenset({R, E}), Stage.APPROVED: frozenset({R, E})},
    Act.APPROVE: {Stage.IN_REVIEW: frozenset({R})},
    Act.REOPEN: {Stage.APPROVED: frozenset({R, E})},
    Act.DETAIL: {**_DETAILS, **dict.fromkeys(WORKING, frozenset({E}))},
    Act.ACCEPT_GAP: {**_DETAILS, **dict.fromkeys(WORKING, frozenset({E}))},
    Act.ACCEPT_FINDING: _DETAILS,
    Act.CREDIT: {stage: frozenset({E}) for stage in Stage if stage is not Stage.WITHDRAWN},
    Act.ASSIGN: {stage: frozenset({T, R, E, A}) for stage in Stage},
    Act.PUBLISH: {Stage.APPROVED: frozenset({E}), Stage.PUBLISHED: frozenset({E})},
    Act.CORRECT: {Stage.PUBLISHED: frozenset({E})},
    Act.WITHDRAW: {Stage.PUBLISHED: frozenset({E})},
}


SOMEBODY = {
    Role.TRANSLATOR: say("a translator"),
    Role.REVIEWER: say("a reviewer"),
    Role.EDITOR: say("an editor"),
    Role.ADMIN: say("an admin"),
}
"""Whom an act takes, as a refusal says it."""


def refusal(tx: Transaction, act: Act, edition: Edition, by: int) -> Reason | None:
    """Return why this person may not do this now, or None when they may."""
    person = tx.people.get(by)
    allowed = RIGHTS[act].get(edition.stage, frozenset())
    if not allowed:
        stages = either(say("“{stage}”", stage=stage) for stage in RIGHTS[act])
        return Reason(
            "wrong-stage",
            say(
                "This edition is {stage}; one can {act} it only while it is {stages}.",
                stage=edition.stage,
                act=act,
                stages=stages,
            ),
        )
    if not person.is_active:
        return Reason("not-active", say("{person} is no longer active here.", person=person.name))
    if not allowed & tx.people.roles(by):
        roles = either(SOMEBODY[role] for role in sorted(allowed))
        return Reason(
            "not-allowed",
            say(
                "{name} may not {act} this edition while it is {stage}: that takes {roles}.",
                name=person.name,
                act=act,
                stage=edition.stage,
                roles=roles,
            ),
        )
    return None


def require(tx: Transaction, act: Act, edition: Edition, by: int) -> None:
    """Raise `RefusedError` unless this person may do this now."""
    reason = refusal(tx, act, edition, by)
    if reason is not None:
        raise RefusedError(reason)


def require_admin(tx: Transaction, by: int | None) -> None:
    """Raise `RefusedError` unless this person is an admin; an empty library needs none."""
    if not tx.people.count():
        return
    if by is None or Role.ADMIN not in tx.people.roles(by):
        who = say("Nobody") if by is None else tx.people.get(by).name
        raise RefusedError(Reason("not-allowed", say("{who} may not do this: it takes an admin.", who=who)))
