from __future__ import annotations

import pytest
from tests.link.tellings import ATBARA, MARIB, SHABWA

from sayso.link.distance import beyond, kilometres
from sayso.link.telling import Spot


def test_a_place_is_no_distance_from_itself() -> None:
    assert 0.0 == kilometres(MARIB, MARIB)


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert kilometres(Spot("a", "", 10.0, 30.0), Spot("b", "", 11.0, 30.0)) == pytest.approx(111.2, abs=0.2)


def test_radii_are_left_out_of_the_distance() -> None:
    far, left = kilometres(MARIB, SHABWA), beyond(MARIB, SHABWA)
    assert far is not None
    assert left == pytest.approx(far - 20)
    assert 0.0 == beyond(MARIB, Spot("near", "YE", 15.5, 45.4, 20_000))


def test_a_country_alone_has_no_distance() -> None:
    assert beyond(ATBARA, Spot("Sudan", "SD")) is None
