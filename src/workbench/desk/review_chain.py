"""The chain of a review: its named steps in order, and the role that the approver of a step must hold besides."""

from __future__ import annotations

from typing import NamedTuple

from workbench.errors import Reason
from workbench.library.transaction import Transaction
from workbench.model.edition import Edition
from workbench.model.kinds import Role, Stage
from workbench.sentences import say


class ReviewStep(NamedTuple):
    """One step; every approver is a reviewer, `role` is what they must be as well."""

    name: str
    role: Role | None = None


def chain_of(tx: Transaction) -> tuple[ReviewStep, ...]:
    """Return the library's steps, as its setting names them: `一审;二审;三审=editor`."""
    named = (part.partition("=") for part in tx.options.get("review_steps").split(";"))
    return tuple(
        ReviewStep(name.strip(), Role(role.strip()) if role.strip() else None) for name, _, role in named
    )


def current_step(tx: Transaction, edition: Edition) -> ReviewStep:
    """Return the step an edition is in; the last one where the chain has become shorter meanwhile."""
    chain = chain_of(tx)
    return chain[min(edition.step, len(chain) - 1)]


def step_refusal(tx: Transaction, edition: Edition, by: int) -> Reason | None:
    """Return why somebody may not complete the current step, None when its role is theirs or none is asked for."""
    step = current_step(tx, edition)
    if edition.stage is not Stage.IN_REVIEW or step.role is None or step.role in tx.people.roles(by):
        return None
    said = say(
        "The step “{step}” is completed by a reviewer who is also {role}.", step=step.name, role=step.role
    )
    return Reason("not-allowed", said)
