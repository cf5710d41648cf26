"""Which windows make an epoch, and which go through the network together."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from .encode import Row

_BUCKET = 64  # batches whose rows are sorted by length among themselves


def draw(rows: Sequence[Row], share: float, chance: random.Random) -> list[Row]:
    """Draw a share of rows at random: none twice up to a share of 1, each `share` times or one more above."""
    whole, wanted = divmod(round(share * len(rows)), max(1, len(rows)))
    return [*rows] * whole + chance.sample(rows, wanted)


def batches(rows: Iterable[Row], pieces: int, chance: random.Random) -> Iterator[list[Row]]:
    """Give batches of at most `pieces` pieces, padding included, of rows of like length, in random order."""
    shuffled = list(rows)
    chance.shuffle(shuffled)
    size = _BUCKET * max(1, pieces // 256)
    found: list[list[Row]] = []
    for start in range(0, len(shuffled), size):
        found += _filled(sorted(shuffled[start : start + size], key=lambda row: len(row.ids)), pieces)
    chance.shuffle(found)
    return iter(found)


def _filled(rows: list[Row], pieces: int) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        if batch and len(row.ids) * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
