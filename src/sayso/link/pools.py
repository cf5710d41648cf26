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


class Pools:
    """Finds the pools of accounts, all at one time; what one walk shows of many accounts is not walked for each."""

    def __init__(self, near: Near) -> None:
        self._near = near
        self._larger: dict[float, set[str]] = {level: set() for level in LEVELS[:-1]}

    def of(self, account: str) -> Pool:
        """Return the pool of an account: the same for all accounts in it."""
        for level, larger in self._larger.items():
            if account in larger:
                continue
            found = self._walk(account, level, LARGE)
            if len(found) <= LARGE:
                return Pool(found, level)
            larger.update(found)
        found = self._walk(account, LEVELS[-1], None)
        return Pool(found, LEVELS[-1], crowd=len(found) > LARGE)

    def _walk(self, start: str, level: float, most: int | None) -> frozenset[str]:
        """Return what can be reached from an account, or as much of it as shows that it is more than `most`."""
        found = {start}
        edge = {start}
        while edge and (most is None or len(found) <= most):
            edge = set(self._near(edge, level)) - found
            found |= edge
        return frozenset(found)
