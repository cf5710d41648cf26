"""Looking a name up."""

from __future__ import annotations

import pytest

from sayso.errors import NotFound
from sayso.places.gazetteer import Entry, Gazetteer

HOMS = Entry(169577, "Homs", "SY", "Homs", None, "P.PPL", 775404, 34.72405, 36.72559, 7000)
SYRIA = Entry(163843, "Syria", "SY", None, None, "A.PCLI", 16906283, 35.0, 38.0, 400000)
SMALL = Gazetteer.of([(HOMS, ("Hims", "حمص")), (SYRIA, ("Syrian", "the Syrian Arab Republic"))])


@pytest.mark.parametrize("name", ["Homs", "homs", "Hims", "حمص"])
def test_a_place_is_found_by_any_of_its_names(name: str) -> None:
    assert (HOMS,) == SMALL.lookup(name)


def test_a_name_of_nothing_finds_nothing() -> None:
    assert () == SMALL.lookup("Zzyzx")


def test_a_place_is_found_by_its_number() -> None:
    assert HOMS == SMALL.entry(169577)


def test_a_number_of_nothing_is_an_error() -> None:
    with pytest.raises(NotFound):
        SMALL.entry(1)


def test_a_country_is_found_by_its_demonym() -> None:
    assert SYRIA == SMALL.country("Syrian")


def test_a_town_is_no_country() -> None:
    with pytest.raises(NotFound):
        SMALL.country("Homs")
