"""What linking files of a report, and what it asks of whoever keeps the files: plain values and a protocol.

A *telling* is one report's account of one occurrence. An *account* is what is compared of it; copies share one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Pair = tuple[str, str]  # two accounts, the lesser one first
Weights = Mapping[Pair, float]
Weigh = Callable[[str, str], float]  # what two accounts' documents speak for, in points


@dataclass(frozen=True, slots=True)
class Account:
    """What is compared of a telling, as a document, and the keys under which accounts worth comparing meet."""

    id: str
    keys: tuple[str, ...]
    document: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling as it is filed: `published` is an ordinal day, `claims` the ids of those that speak of it."""

    id: str
    account: Account
    published: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """All that is filed of one report; `bands` are the wide bands of its sketch, by number."""

    report: str
    bands: tuple[tuple[int, int], ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A telling as it is grouped, with the incident that it was last put to ("" for none)."""

    id: str
    report: str
    account: str
    published: int | None = None
    claims: tuple[str, ...] = ()
    incident: str = ""


class Near(Protocol):
    """Gives the accounts that are in a pair with one of these that speaks for at least so many points."""

    def __call__(self, accounts: Collection[str], least: float) -> Iterable[str]:
        """Return the accounts, in any order."""
        ...


class Files(Protocol):
    """What grouping looks up of the accounts on file."""

    def near(self, accounts: Collection[str], least: float) -> Iterable[str]:
        """Return the accounts that are in a pair with one of these that speaks for at least so many points."""
        ...

    def weights(self, accounts: Collection[str]) -> dict[Pair, float]:
        """Return the points of the pairs that were compared among these accounts."""
        ...

    def documents(self, accounts: Collection[str]) -> Mapping[str, str]:
        """Return the documents of these accounts."""
        ...

    def members(self, accounts: Collection[str]) -> Sequence[Member]:
        """Return the tellings that share these accounts."""
        ...
