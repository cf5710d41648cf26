from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.linkage import Classes, Pair, linked

NAMES = "abcdefgh"
POINTS = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-3, 3).map(lambda value: round(value, 1)),
)


def test_what_is_joined_through_others_is_one_class_under_its_first_name() -> None:
    classes = Classes("abcd")
    classes.join("d", "c")
    classes.join("c", "b")
    assert (("a",), ("b", "c", "d")) == classes.all()
    assert "b" == classes.first("d")


def test_a_report_that_draws_on_two_tellings_goes_to_the_nearer_and_does_not_make_them_one() -> None:
    assert (("a", "b"), ("c",)) == linked("abc", {("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): -4.0})


def test_a_pair_without_points_counts_neither_for_nor_against() -> None:
    assert (("a", "b", "c"),) == linked("abc", {("a", "b"): 3.0, ("b", "c"): 2.0})


def test_nothing_is_joined_without_points() -> None:
    assert (("a",), ("b",)) == linked("ab", {("a", "b"): 0.0})


@given(POINTS.flatmap(lambda points: st.permutations(list(points.items()))))
def test_the_order_of_the_pairs_does_not_matter(pairs: list[tuple[Pair, float]]) -> None:
    assert linked(NAMES, dict(sorted(pairs))) == linked(reversed(NAMES), dict(pairs))


@given(POINTS)
def test_every_name_stands_in_one_group(points: dict[Pair, float]) -> None:
    assert list(NAMES) == sorted(name for group in linked(NAMES, points) for name in group)


def mean(points: dict[Pair, float], one: tuple[str, ...], other: tuple[str, ...]) -> float:
    known = [value for pair, value in points.items() if set(pair) & set(one) and set(pair) & set(other)]
    return round(sum(known) / len(known), 6) if known else 0.0


@given(POINTS)
def test_no_two_groups_are_left_that_belong_together(points: dict[Pair, float]) -> None:
    groups = linked(NAMES, points)
    assert all(mean(points, one, other) <= 0 for one, other in combinations(groups, 2))
