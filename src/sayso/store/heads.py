"""The least accounts under keys, looked up for many keys at once and kept in step inside one transaction."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, text

_AT_ONCE = 100  # keys to a query, always so many: what stays the same is prepared once
_LAST = "~"  # greater than any digest

# Of each key the accounts up to the last that is wanted: a list of keys alone would have all of a crowd read.
_LEAST = text(
    f"WITH asked (key) AS (VALUES {', '.join(f'(:k{at})' for at in range(_AT_ONCE))}) "
    "SELECT filings.key, filings.account FROM asked JOIN filings ON filings.key = asked.key "
    "AND filings.account <= COALESCE((SELECT other.account FROM filings AS other WHERE other.key = asked.key "
    f"ORDER BY other.account LIMIT 1 OFFSET :most), '{_LAST}')"
)


class Heads:
    """The `most` least accounts under keys, and one more by which a crowd is told, as they are by now.

    Who writes tells of every account that comes or goes, after its keys were loaded.
    """

    def __init__(self, connection: Connection, most: int) -> None:
        self._connection = connection
        self._most = most
        self._before: dict[str, frozenset[str]] = {}
        self._now: dict[str, list[str]] = {}

    def load(self, keys: Collection[str]) -> None:
        """Look up the keys that are not known yet."""
        fresh = sorted(set(keys) - self._now.keys())
        self._now |= {key: [] for key in fresh}
        for start in range(0, len(fresh), _AT_ONCE):
            asked = fresh[start : start + _AT_ONCE]
            asked += asked[:1] * (_AT_ONCE - len(asked))
            given = {f"k{at}": key for at, key in enumerate(asked)} | {"most": self._most}
            for key, account in set(self._connection.execute(_LEAST, given)):
                insort(self._now[key], account)
        for key in fresh:
            self._before.setdefault(key, frozenset(self._now[key][: self._most]))

    def come(self, account: str, keys: Iterable[str]) -> None:
        """Note that an account was filed under keys."""
        for key in keys:
            insort(self._now[key], account)
            del self._now[key][self._most + 1 :]

    def gone(self, keys: Iterable[str]) -> None:
        """Note that accounts were taken off keys; these are looked up again."""
        for key in keys:
            self._now.pop(key, None)

    def of(self, key: str) -> list[str]:
        """Return the accounts that the others under a key are compared with."""
        return self._now[key][: self._most]

    def is_crowd(self, key: str) -> bool:
        """Whether there are more under a key than the others are compared with."""
        return len(self._now[key]) > self._most

    def moved(self) -> set[str]:
        """Return the accounts that others are compared with by now and were not before, or the other way round."""
        self.load(self._before)
        return {one for key, before in self._before.items() for one in before.symmetric_difference(self.of(key))}
