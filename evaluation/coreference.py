"""The CoNLL score of two partitions of the same mentions: the mean F1 of MUC, B-cubed and entity CEAF.

Vilain and others 1995; Bagga and Baldwin 1998; Luo 2005, its best alignment by the Hungarian algorithm (Kuhn 1955).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Partition = Sequence[frozenset[int]]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """The three F1 figures."""

    muc: float
    b_cubed: float
    ceaf: float

    @property
    def conll(self) -> float:
        """Return their mean."""
        return (self.muc + self.b_cubed + self.ceaf) / 3


def partition(labels: Mapping[int, object]) -> Partition:
    """Return the mentions with one label together, in the order of their first."""
    groups: defaultdict[object, set[int]] = defaultdict(set)
    for mention, label in labels.items():
        groups[label].add(mention)
    return sorted((frozenset(group) for group in groups.values()), key=min)


def score(key: Partition, response: Partition) -> Score:
    """Compare a response with the key; both hold every mention once."""
    alike = _alignment(key, response)
    return Score(
        _f1(_links(response, key), _links(key, response)),
        _f1(_shares(response, key), _shares(key, response)),
        _f1(alike / len(response), alike / len(key)),
    )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _links(of: Partition, by: Partition) -> float:
    """Return the share of links of one partition that the other keeps (MUC)."""
    where = {mention: number for number, group in enumerate(by) for mention in group}
    kept = sum(len(group) - len({where[mention] for mention in group}) for group in of)
    return kept / max(1, sum(len(group) - 1 for group in of))


def _shares(of: Partition, by: Partition) -> float:
    where = {mention: group for group in by for mention in group}
    pairs = [len(group & where[mention]) / len(group) for group in of for mention in group]
    return sum(pairs) / len(pairs)


def _alignment(key: Partition, response: Partition) -> float:
    """Return the likeness of the best pairing of groups; groups that share no mention need not be weighed."""
    where = {mention: number for number, group in enumerate(response) for mention in group}
    meets = [{where[mention] for mention in group} for group in key]
    total, left = 0.0, set(range(len(key)))
    while left:
        rows, columns = _joined(min(left), meets, left)
        left -= rows
        likeness = [[_likeness(key[row], response[column]) for column in sorted(columns)] for row in sorted(rows)]
        total += best_sum(np.array(likeness))
    return total


def _joined(start: int, meets: Sequence[set[int]], left: set[int]) -> tuple[set[int], set[int]]:
    """Return the groups of both sides that are tied to one by shared mentions, over any number of steps."""
    rows, columns = {start}, set(meets[start])
    while more := {row for row in left - rows if meets[row] & columns}:
        rows |= more
        columns |= {column for row in more for column in meets[row]}
    return rows, columns


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def best_sum(gain: Reals) -> float:
    """Return the greatest sum of a one-to-one choice of rows and columns, by shortest augmenting paths."""
    cost = -gain if gain.shape[0] <= gain.shape[1] else -gain.T
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    holder = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        holder[0] = row
        _augment(cost, row_price, column_price, holder)
    return float(-sum(cost[holder[at] - 1, at - 1] for at in range(1, columns + 1) if holder[at]))


def _augment(
    cost: Reals,
    row_price: Reals,
    column_price: Reals,
    holder: NDArray[np.int_],
) -> None:
    """Give the row that stands at column 0 a column, moving others along the cheapest path."""
    columns = cost.shape[1]
    least, came = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int)
    used, at = np.zeros(columns + 1, dtype=bool), 0
    while holder[at] or at == 0:
        used[at] = True
        reduced = cost[holder[at] - 1] - row_price[holder[at]] - column_price[1:]
        better = ~used[1:] & (reduced < least[1:])
        least[1:][better], came[1:][better] = reduced[better], at
        then = int(np.argmin(np.where(used[1:], np.inf, least[1:]))) + 1
        step = least[then]
        row_price[holder[used]] += step
        column_price[used] -= step
        least[~used] -= step
        at = then
    while at:
        holder[at], at = holder[came[at]], came[at]
