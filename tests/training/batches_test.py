from __future__ import annotations

import random

import numpy as np
import pytest

pytest.importorskip("training", reason="the training does not stand beside these tests")

from training.batches import batches, draw
from training.encode import Row


def row(length: int) -> Row:
    return Row(np.zeros(length, np.int32), np.zeros(length, np.int8), np.ones((length, 1), np.bool_))


ROWS = [row(length) for length in range(2, 42)]


def test_a_share_is_drawn_without_drawing_twice() -> None:
    found = draw(ROWS, 0.25, random.Random(1))
    assert 10 == len(found) == len({id(one) for one in found})


def test_a_share_above_one_takes_all_and_some_again() -> None:
    counts = [sum(one is other for other in draw(ROWS, 1.5, random.Random(1))) for one in ROWS]
    assert {1, 2} == set(counts)
    assert 60 == sum(counts)


def test_nothing_is_drawn_from_nothing() -> None:
    assert [] == draw([], 1.0, random.Random(1))


def test_batches_hold_every_row_once_within_their_size() -> None:
    found = list(batches(ROWS, 100, random.Random(1)))
    assert sorted(map(id, ROWS)) == sorted(id(one) for batch in found for one in batch)
    assert all(len(batch) * max(len(one.ids) for one in batch) <= 100 for batch in found)


def test_the_same_seed_gives_the_same_batches() -> None:
    first, second = ([[len(one.ids) for one in batch] for batch in batches(ROWS, 100, random.Random(7))] for _ in "ab")
    assert first == second
