from __future__ import annotations

from itertools import permutations

import pytest

pytest.importorskip("evaluation.coreference", reason="the evaluation does not stand beside these tests")

import numpy as np
from evaluation.coreference import best_sum, partition, score
from hypothesis import given
from hypothesis import strategies as st

KEY = partition({1: "a", 2: "a", 3: "a", 4: "b"})


def test_mentions_of_one_label_are_one_group() -> None:
    assert [frozenset({1, 2, 3}), frozenset({4})] == KEY


def test_the_key_itself_is_right() -> None:
    assert 1.0 == score(KEY, KEY).conll


def test_a_split_group_costs_recall_alone() -> None:
    parted = score(KEY, partition({1: "a", 2: "a", 3: "c", 4: "b"}))
    assert parted.muc == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert parted.ceaf < 1.0


def test_all_in_one_group_keeps_every_link() -> None:
    assert score(KEY, [frozenset({1, 2, 3, 4})]).muc == pytest.approx(2 * (2 / 3) / (1 + 2 / 3))


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_best_choice_is_that_of_trying_all(rows: list[list[int]]) -> None:
    gain = np.array(rows, dtype=float)
    orders = permutations(range(4), len(rows))
    assert best_sum(gain) == max(sum(gain[row, at] for row, at in enumerate(order)) for order in orders)
