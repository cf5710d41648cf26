from __future__ import annotations

import pytest
from tests.places.world import WORLD

from sayso.places.book import Book


@pytest.mark.parametrize(("word", "country"), [("Syrian", "SY"), ("Lebanese", "LB"), ("American", "US")])
def test_an_adjective_has_a_country(word: str, country: str) -> None:
    assert country == Book(WORLD).nation(word)


@pytest.mark.parametrize("word", ["Syria", "US", "Binnish", "Idlib", "syrian", "Christian"])
def test_other_words_are_no_adjectives(word: str) -> None:
    assert Book(WORLD).nation(word) is None


def test_a_country_is_known_by_its_name() -> None:
    assert (True, False) == (Book(WORLD).is_country("Syria"), Book(WORLD).is_country("Idlib"))


def test_a_region_comes_before_towns() -> None:
    assert ["H.SEA"] == [entry.feature for entry in Book(WORLD).lookup("Red Sea")]


def test_a_name_of_nothing_is_not_exact() -> None:
    assert not Book(WORLD).exact("Zzyzx")
