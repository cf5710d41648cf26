"""Places to the bytes of a file, and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import GazetteerError
from sayso.places.build import About, Named, build, rank
from sayso.places.gazetteer import Gazetteer
from sayso.places.layout import START, open_bytes

KARM = Named(1, "Karm al-Zayt", ("كرم الزيت",), "SY", "Homs", "Tall", "P.PPL", 1200, 34.51, 36.61, 1000, standing=1200)
TALL = replace(KARM, geonames=2, name="Tall al-Rih", names=(), feature="T.HLL", population=0, standing=0, admin2=None)
ABOUT = About("A test", "none", (("rows", "00"),))


def _open(tmp_path: Path, data: bytes) -> Gazetteer:
    (tmp_path / "test.gaz").write_bytes(data)
    return Gazetteer.open(tmp_path / "test.gaz")


def test_a_place_comes_back_as_it_went_in(tmp_path: Path) -> None:
    entry = _open(tmp_path, build([KARM, TALL], ABOUT)).entry(1)
    assert (1, "Karm al-Zayt", "SY", "Homs", "Tall", "P.PPL", 1200, 34.51, 36.61, 1000) == (
        entry.geonames, entry.name, entry.country, entry.admin1, entry.admin2,
        entry.feature, entry.population, entry.lat, entry.lon, entry.radius_m,
    )  # fmt: skip


def test_an_area_that_is_not_known_is_none(tmp_path: Path) -> None:
    assert _open(tmp_path, build([KARM, TALL], ABOUT)).entry(2).admin2 is None


def test_the_same_places_in_another_order_are_the_same_bytes() -> None:
    assert build([KARM, TALL], ABOUT) == build([TALL, KARM], ABOUT)


def test_the_header_names_the_sources() -> None:
    assert [{"name": "rows", "sha256": "00"}] == open_bytes(build([KARM], ABOUT)).header["sources"]


def test_a_file_without_places_answers_nothing(tmp_path: Path) -> None:
    assert () == _open(tmp_path, build([], ABOUT)).lookup("Homs")


def test_a_name_longer_than_a_byte_can_count_is_cut_between_letters(tmp_path: Path) -> None:
    long = replace(KARM, name="ح" * 200)
    assert "ح" * 127 == _open(tmp_path, build([long], ABOUT)).entry(1).name


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=60, unique=True))
def test_every_place_is_found_by_every_name(names: list[str]) -> None:
    places = [replace(KARM, geonames=number, name="x", names=(name,)) for number, name in enumerate(names, 1)]
    gazetteer = Gazetteer([open_bytes(build(places, ABOUT))])
    folded = [name for name in names if gazetteer.lookup(name)]
    assert all(
        any(entry.geonames == number and entry.exact for entry in gazetteer.lookup(name))
        for number, name in enumerate(names, 1)
        if name in folded
    )


@given(st.integers(min_value=0))
def test_flipping_any_byte_is_noticed(position: int) -> None:
    data = bytearray(build([KARM, TALL], ABOUT))
    data[position % len(data)] ^= 0xFF
    with pytest.raises(GazetteerError):
        open_bytes(bytes(data))


@pytest.mark.parametrize("length", [0, 7, START.size, 60, -1])
def test_a_file_cut_short_is_noticed(tmp_path: Path, length: int) -> None:
    with pytest.raises(GazetteerError, match="gaz"):
        _open(tmp_path, build([KARM], ABOUT)[:length])


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="nowhere"):
        Gazetteer.open(tmp_path / "nowhere.gaz")


def test_a_country_ranks_above_every_town() -> None:
    assert rank("A.PCLI", 100) > rank("P.PPL", 40_000_000)
