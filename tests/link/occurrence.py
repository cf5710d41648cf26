"""Incidents made in a line for the tests of grades and of the records of sources; claims are written `post:c1`."""

from __future__ import annotations

from typing import Any

from sayso.incidents import ClaimOf, Contradiction, Incident, Origin, Stance, Stated
from sayso.spans import cut

HIT = "Two shells hit the dairy before dawn"


def occurrence(**given: Any) -> Incident:
    """An incident with these claims, origins and contradictions."""
    fields: dict[str, Any] = {"claims": (), "origins": (), "state": "single-origin", "because": ()}
    return Incident("i-post:v0", "ASSAULT", None, None, **(fields | given))


def stated(item: str, stance: Stance = "supports", text: str = HIT) -> Stated:
    report, claim = item.split(":")
    return Stated(report, f"{report}.txt", claim, (cut(text, 0, len(text)),), stance, f"{report} says it.")


def origin(*reports: str, independent: bool = False) -> Origin:
    return Origin(f"o-{reports[0]}", reports, (), independent=independent)


def contradict(a: str, b: str) -> Contradiction:
    one, other = (ClaimOf(item.split(":")[0], "", item.split(":")[1]) for item in (a, b))
    return Contradiction(one, other, (), "happened")
