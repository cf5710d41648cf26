from __future__ import annotations

import pytest

from sayso.places.scan import runs
from sayso.places.told import kind_around, tail


@pytest.mark.parametrize(
    ("name", "words"),
    [("Anbar Province", 1), ("Incirlik Air Base", 2), ("Idlib Central Hospital", 2), ("Idlib", 0), ("Province", 0)],
)
def test_the_last_words_of_a_name_may_say_its_kind(name: str, words: int) -> None:
    (run,) = runs(name, 0, len(name))
    assert words == tail(run)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", " province of", "area"),
        ("the village of ", "", "settlement"),
        ("in the city ", "", "settlement"),
        ("the provincial capital, ", "", "settlement"),
        ("the capital of ", "", ""),
        ("towns of ", "", ""),
        ("the Ministry ", "", ""),
        ("the ", " axis was quiet", "loose"),
        ("", " River", ""),
        ("", ", a small village", "settlement"),
        ("", "'s capital", ""),
        ("", "’s eastern suburbs", "loose"),
        ("", "'s hospital", ""),
        ("the hospital ", "", ""),
    ],
)
def test_the_words_around_may_say_the_kind(before: str, after: str, kind: str) -> None:
    assert kind == kind_around(before, after)[0]


def test_a_facility_takes_its_kind_into_its_name() -> None:
    assert ("facility", len(" military airport")) == kind_around("", " military airport was hit")
