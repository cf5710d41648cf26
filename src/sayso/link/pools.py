"""Which accounts may be of one occurrence at all: pools, found by walking from one account to its neighbours.

A pool is what hangs together by pairs that speak for a join. Where reports are dense, all of a war in one town hangs
together; such a pool is cut at its weaker pairs until it is small. The walk stops as soon as it is too long, so that it
costs the same in any crowd, and the pools depend on the accounts alone, not on where or when the walk began.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.filing import Near
from sayso.link.pairing import JOINED

LARGE = 240  # accounts to a pool
LEVELS = (JOINED, 4.0, 6.0, 8.0, 10.0, 12.0)  # points that a pair must speak for where pools would be larger


@dataclass(frozen=True, slots=True)
class Pool:
    """Accounts that hang together by pairs of at least `level` points.

    A `crowd` is larger than pools are, and yet hangs together at the highest level: one story in hundreds of versions.
    """

    accounts: frozenset[str]
    level: float
    crowd: bool = False


def pool(start: str, near: Near) -> Pool:
    """Return the pool of an account: the same for all accounts in it."""
    for level in LEVELS[:-1]:
        found = _walk(start, level, near, LARGE)
        if len(found) <= LARGE:
            return Pool(found, level)
    found = _walk(start, LEVELS[-1], near, None)
    return Pool(found, LEVELS[-1], crowd=len(found) > LARGE)


def _walk(start: str, level: float, near: Near, most: int | None) -> frozenset[str]:
    """Return what can be reached from an account, or as much of it as shows that it is more than `most`."""
    found = {start}
    edge = {start}
    while edge and (most is None or len(found) <= most):
        edge = {end for pair in near(edge, level) for end in pair} - found
        found |= edge
    return frozenset(found)
