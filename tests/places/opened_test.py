from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import GazetteerError
from sayso.places import opened
from sayso.places.build import About, Named, build
from sayso.places.opened import added
from sayso.places.shelf import Shelf


def village(name: str) -> bytes:
    place = Named(
        geonames=1, name=name, names=(), country="SY", admin1=None, admin2=None, feature="P.PPL", population=10,
        lat=35.0, lon=38.0, radius_m=1000, standing=10,
    )  # fmt: skip
    return build([place], About("one village", "none"))


def test_a_folder_with_nothing_in_it_leaves_what_is_shipped(tmp_path: Path) -> None:
    assert "SY" == opened(tmp_path / "none").country("Syria").country


def test_an_added_village_is_known(tmp_path: Path) -> None:
    (tmp_path / "SY.gaz").write_bytes(village("Zzyzxabad"))
    assert ["Zzyzxabad"] == [entry.name for entry in opened(tmp_path).lookup("Zzyzxabad")]


def test_the_same_files_are_opened_once(tmp_path: Path) -> None:
    assert opened(tmp_path) is opened(tmp_path)


def test_a_file_added_meanwhile_is_seen(tmp_path: Path) -> None:
    opened(tmp_path)
    (tmp_path / "SY.gaz").write_bytes(village("Zzyzxabad"))
    assert opened(tmp_path).lookup("Zzyzxabad")


def test_a_damaged_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "SY.gaz").write_bytes(b"damaged")
    with pytest.raises(GazetteerError):
        opened(tmp_path)


def test_what_is_read_with_is_what_is_listed(tmp_path: Path) -> None:
    for name in ("SY.gaz", "IQ.gaz", ".adding-1.gaz", "notes.txt"):
        (tmp_path / name).write_bytes(village("Zzyzxabad"))
    assert ["IQ.gaz", "SY.gaz"] == [path.name for path in added(tmp_path)]
    assert added(tmp_path) == Shelf(tmp_path, "").files()
