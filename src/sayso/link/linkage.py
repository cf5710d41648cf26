"""Groups from ties between pairs, the same whatever order they come in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]


class Classes:
    """A union-find: what is joined, directly or through others, has one first member, the least of its names."""

    def __init__(self, members: Iterable[str]) -> None:
        self._above = {member: member for member in members}

    def first(self, member: str) -> str:
        """Return the first member of the class that this one is in."""
        root = member
        while self._above[root] != root:
            root = self._above[root]
        while self._above[member] != root:
            self._above[member], member = root, self._above[member]
        return root

    def join(self, one: str, other: str) -> None:
        """Make one class of two."""
        a, b = sorted((self.first(one), self.first(other)))
        self._above[b] = a

    def all(self) -> tuple[tuple[str, ...], ...]:
        """Return the classes, their members and themselves in order."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._above):
            found.setdefault(self.first(member), []).append(member)
        return tuple(tuple(found[first]) for first in sorted(found))


@dataclass(slots=True)
class _Clusters:
    """Clusters under way: for each the sum and the number of its members' points with every neighbour.

    In `waiting` stands for each cluster the best pair that it had when it was last looked at, under its name. A mean
    of two means is never above the higher one, so what waits is at least as good as what is true by now.
    """

    links: dict[str, dict[str, tuple[float, int]]]
    members: dict[str, list[str]]
    waiting: list[tuple[float, str, str, str]] = field(default_factory=list)

    def offer(self, name: str) -> None:
        """Put the best pair of this cluster in the queue, if any is worth joining."""
        pairs = ((-total / count, min(name, it), max(name, it)) for it, (total, count) in self.links[name].items())
        best = min(pairs, default=(0.0, "", ""))
        if best[0] < 0:
            heapq.heappush(self.waiting, (*best, name))

    def next(self) -> tuple[str, str]:
        """Return the best pair there is, or two empty names."""
        while self.waiting:
            mean, one, other, name = heapq.heappop(self.waiting)
            if name not in self.links:
                continue
            total, count = self.links.get(one, {}).get(other, (0.0, 1))
            if -total / count == mean and other in self.links:
                return one, other
            self.offer(name)
        return "", ""

    def merge(self, one: str, other: str) -> None:
        self.members[one] += self.members.pop(other)
        for third, (total, count) in self.links.pop(other).items():
            del self.links[third][other]
            if third != one:
                before, counted = self.links[one].get(third, (0.0, 0))
                self.links[one][third] = self.links[third][one] = (round(before + total, 6), counted + count)
        self.offer(one)


def linked(members: Iterable[str], points: Mapping[Pair, float]) -> tuple[tuple[str, ...], ...]:
    """Join the two clusters whose members have the highest mean of points, again and again while it is above 0.

    Average linkage (Sokal and Michener 1958): one report that draws on two tellings does not make them one. Pairs
    without points count neither for nor against. Ties go to the names that come first.
    """
    names = sorted(set(members))
    found = _Clusters({name: {} for name in names}, {name: [name] for name in names})
    for (one, other), value in points.items():
        found.links[one][other] = found.links[other][one] = (value, 1)
    for name in names:
        found.offer(name)
    pair = found.next()
    while all(pair):
        found.merge(*pair)
        pair = found.next()
    return tuple(sorted(tuple(sorted(group)) for group in found.members.values()))
