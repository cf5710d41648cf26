"""Contradictions found, told from those that are marked by the question in dispute and by who differ on it.

The marks give one pair of claims for a contradiction, or a few; a source may say the same thing in several claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sayso.link.telling import Ref

Pair = frozenset[Ref]
Source = tuple[str, str]  # a report and a voice in it


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked of a batch: `pairs` that contradict, the `slot` of those that are known, and what is `beside`.

    Beside them stand pairs marked otherwise as contrary: denials with what they deny, rival values, and contradictions
    that are optional. `sources` says of each claim who says it, and in which report.
    """

    pairs: AbstractSet[Pair]
    slots: Mapping[Pair, str] = field(default_factory=dict)
    beside: AbstractSet[Pair] = frozenset()
    sources: Mapping[Ref, Source] = field(default_factory=dict)


@dataclass(slots=True)
class Answers:
    """How many of the found pairs are right, and how many of the marked are found."""

    right: int = 0
    found: int = 0
    met: int = 0
    marked: int = 0

    def count(self, found: Mapping[Pair, str], marks: Marks) -> None:
        """Add what was found in one batch, with the slot of each, beside what is marked.

        A marked pair is met by itself, or by one found pair with the same claim on one side and, on the other, a claim
        of the same source in the same report; the slot must be the same where it is known. No pair meets two. A pair
        that meets none is right where it is marked as a denial or as rival values.
        """
        same = found.keys() & marks.pairs
        met = matched({pair: found[pair] for pair in found.keys() - same}, marks.pairs - same, marks)
        self.right += len(same) + len(met) + len((found.keys() - same - met.keys()) & marks.beside)
        self.found += len(found)
        self.met += len(same) + len(met)
        self.marked += len(marks.pairs)

    def __str__(self) -> str:
        """Return precision, recall and F1."""
        precision, recall = self.right / max(1, self.found), self.met / max(1, self.marked)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.met} of {self.marked} met)"


def matched(found: Mapping[Pair, str], wanted: AbstractSet[Pair], marks: Marks) -> dict[Pair, Pair]:
    """Give found pairs to marked ones with the same question, as many as possible, none twice (Kuhn 1955)."""
    at: defaultdict[Ref, list[Pair]] = defaultdict(list)
    for pair in sorted(wanted, key=sorted):
        for ref in pair:
            at[ref].append(pair)
    near = {
        pair: [mark for ref in sorted(pair) for mark in at[ref] if _is_same(pair, found[pair], mark, marks)]
        for pair in found
    }
    given: dict[Pair, Pair] = {}
    for pair in sorted(found, key=sorted):
        _give(pair, near, given, set())
    return {pair: mark for mark, pair in given.items()}


def _give(pair: Pair, near: Mapping[Pair, Sequence[Pair]], given: dict[Pair, Pair], seen: set[Pair]) -> bool:
    for mark in near[pair]:
        if mark not in seen:
            seen.add(mark)
            if mark not in given or _give(given[mark], near, given, seen):
                given[mark] = pair
                return True
    return False


def _is_same(pair: Pair, slot: str, mark: Pair, marks: Marks) -> bool:
    """Whether two pairs share a claim, and the other two are of one source and about one slot."""
    mine, yours = sorted(pair - mark), sorted(mark - pair)
    if len(mine) != 1 or len(yours) != 1 or marks.slots.get(mark, slot) != slot:
        return False
    known = marks.sources.get(mine[0])
    return known is not None and known == marks.sources.get(yours[0])
