from __future__ import annotations

import random

import pytest
from tests.link.told import WIRE

from sayso.link import shingles
from sayso.link.copies import SIZE, VERSION, Band, Sketch, bands, containment, resemblance, sketch


def some(share: float, of: int = 400, seed: int = 1) -> tuple[frozenset[int], frozenset[int]]:
    """Two sets of so many hashes that share this part of all of theirs."""
    draw = random.Random(seed)
    both = round(2 * of * share / (1 + share))
    hashes = [draw.getrandbits(64) for _ in range(2 * of - both)]
    return frozenset(hashes[:of]), frozenset(hashes[:both] + hashes[of:])


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_a_sketch_estimates_what_two_texts_share(share: float) -> None:
    one, other = some(share)
    assert resemblance(sketch(one), sketch(other)) == pytest.approx(shingles.resemblance(one, other), abs=0.13)


def test_a_sketch_estimates_how_much_of_the_shorter_text_is_in_the_longer() -> None:
    whole = some(0.0)[0]
    part = frozenset(sorted(whole)[:200])
    assert containment(sketch(whole), sketch(part)) == pytest.approx(1.0, abs=0.15)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    made = sketch(frozenset({1, 2, 3}))
    assert (SIZE, 3, VERSION) == (len(made.values), made.of, made.version)
    assert made == sketch(frozenset({3, 2, 1}))
    assert [6916224040879424567, 907431302116571272, 832569587125627956] == list(made.values[:3])


def test_sketches_of_two_versions_have_nothing_to_say_of_each_other() -> None:
    new = sketch(frozenset({1, 2, 3}))
    assert 0.0 == resemblance(new, Sketch(new.values, new.of, VERSION + 1))


def test_a_text_without_words_is_filed_nowhere_and_is_no_copy() -> None:
    empty = sketch(frozenset())
    assert ((), 0.0, 0.0) == (bands(empty), resemblance(empty, empty), containment(empty, empty))


def shared(share: float, width: str) -> int:
    """How many of fifty pairs of texts that share this part meet in a band."""
    pairs = (some(share, seed=seed) for seed in range(50))
    return sum(
        any(band.width == width for band in set(bands(sketch(one))) & set(bands(sketch(other)))) for one, other in pairs
    )


def test_texts_that_share_a_third_meet_in_a_narrow_band_and_strangers_do_not() -> None:
    assert shared(0.35, "narrow") >= 45
    assert 0 == shared(0.0, "narrow")


def test_only_near_copies_meet_in_a_wide_band() -> None:
    assert shared(0.95, "wide") >= 45
    assert 0 == shared(0.4, "wide")


def test_a_band_fits_a_column_of_64_bits() -> None:
    rows = bands(sketch(shingles.shingles(WIRE)))
    assert 40 == len(rows) == len(set(rows))
    assert all(-(2**63) <= row.value < 2**63 for row in rows)
    assert isinstance(rows[0], Band)
