"""The chain of a review: its named steps in order, and the role that the approver of a step must hold besides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from workbench.errors import Reason, WorkbenchError
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


def step_of(chain: Sequence[ReviewStep], step: int) -> int:
    """Return the step an edition is in; the last one where the chain has become shorter meanwhile."""
    return min(step, len(chain) - 1)


def numbered_step(chain: Sequence[ReviewStep], name: str) -> int:
    """Return the place of the step of that name; raise with the names there are."""
    wanted = name.strip().casefold()
    for place, step in enumerate(chain):
        if step.name.casefold() == wanted:
            return place
    raise WorkbenchError(
        say(
            "There is no review step {step}. There are: {names}.",
            step=name,
            names=", ".join(step.name for step in chain),
        )
    )


def closed_to(chain: Sequence[ReviewStep], roles: Collection[Role]) -> tuple[int, ...]:
    """Return the steps that somebody with these roles may not complete."""
    return tuple(n for n, step in enumerate(chain) if step.role is not None and step.role not in roles)


def current_step(tx: Transaction, edition: Edition) -> ReviewStep:
    """Return the step an edition is in; the last one where the chain has become shorter meanwhile."""
    chain = chain_of(tx)
    return chain[step_of(chain, edition.step)]


def step_refusal(tx: Transaction, edition: Edition, by: int) -> Reason | None:
    """Return why somebody may not complete the current step, None when its role is theirs or none is asked for."""
    step = current_step(tx, edition)
    if edition.stage is not Stage.IN_REVIEW or step.role is None or step.role in tx.people.roles(by):
        return None
    said = say(
        "The step “{step}” is completed by a reviewer who is also {role}.", step=step.name, role=step.role
    )
    return Reason("not-allowed", said)
