"""Which claims of an incident leave, and what is to be said of how far a person reviewed them."""

from __future__ import annotations

from sayso.incidents import Stated
from sayso.outgoing import Case, Terms


def leaving(case: Case, terms: Terms) -> tuple[Stated, ...]:
    """Return the claims that leave: those that a person accepted, and where that is asked for the others too."""
    return tuple(one for one in case.incident.claims if terms.unreviewed or is_accepted(one, case))


def is_accepted(claim: Stated, case: Case) -> bool:
    """Whether a person accepted the claim."""
    return (claim.report, claim.claim) in case.accepted


def of_claim(claim: Stated, case: Case) -> str:
    """Return `accepted` or `unreviewed`."""
    return "accepted" if is_accepted(claim, case) else "unreviewed"


def of_event(case: Case) -> str:
    """Return `accepted` where all claims for and against the incident were accepted, `partly`, or `unreviewed`."""
    weighing = [one for one in case.incident.claims if one.stance != "mentions"] or list(case.incident.claims)
    accepted = sum(is_accepted(one, case) for one in weighing)
    if accepted == len(weighing) and weighing:
        return "accepted"
    return "partly" if accepted or any(is_accepted(one, case) for one in case.incident.claims) else "unreviewed"
