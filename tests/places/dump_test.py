"""Reading GeoNames dumps."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.places.rows import ROWS, row, text, zipped

from sayso.errors import GazetteerError
from sayso.places.build import Named
from sayso.places.dump import places, read_dump


def _read(tmp_path: Path, data: bytes) -> list[Named]:
    path = tmp_path / "SY.dump"
    path.write_bytes(data)
    return list(places(read_dump(path)))


@pytest.mark.parametrize("data", [text(), zipped()], ids=["text", "zip"])
def test_a_dump_is_read_packed_or_not(tmp_path: Path, data: bytes) -> None:
    assert ["Muhafazat Zaytun", "Qada Karm", "Karm az Zaytūn", "Tall ar Rih"] == [
        place.name for place in _read(tmp_path, data)
    ]


def test_a_village_has_its_names_its_areas_and_its_people(tmp_path: Path) -> None:
    village = _read(tmp_path, text())[2]
    assert (("Karm az Zaytun", "Karm el-Zeitoun", "كرم الزيتون"), "Muhafazat Zaytun", "Qada Karm", 1200) == (
        village.names, village.admin1, village.admin2, village.population,
    )  # fmt: skip


def test_an_area_reaches_as_far_as_its_villages(tmp_path: Path) -> None:
    far = row(90000009, "Tall", "P.PPL", (34.9, 36.5))
    area = _read(tmp_path, text([*ROWS, far]))[0]
    assert pytest.approx(44_500, abs=100) == area.radius_m


def test_an_area_without_villages_reaches_as_far_as_its_kind(tmp_path: Path) -> None:
    assert 30_000 == _read(tmp_path, text(ROWS[:1]))[0].radius_m


def test_what_is_no_more_is_left_out(tmp_path: Path) -> None:
    assert "Kharab as Sab" not in {place.name for place in _read(tmp_path, text())}


@pytest.mark.parametrize(
    ("said", "bad"),
    [
        ("row 6: 3 columns instead of 19", "1\tKarm\tKarm"),
        ("row 6: 'x' is no GeoNames number", "x" + ROWS[0].lstrip("0123456789")),
        ("row 6: 'north' is no coordinate", ROWS[0].replace("34.5", "north")),
        ("row 6: '134.5' is no coordinate", ROWS[0].replace("34.5", "134.5")),
        ("row 6: 'nan' is no coordinate", ROWS[0].replace("34.5", "nan")),
        ("row 6: no name", ROWS[0].replace("Muhafazat Zaytun", "")),
        ("row 6: 'many' is no number of people", row(1, "Karm", "P.PPL", (1.0, 1.0), population="many")),
        ("and, in row 6, of LB", row(1, "Karm", "P.PPL", (1.0, 1.0), country_code="LB")),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, said: str, bad: str) -> None:
    with pytest.raises(GazetteerError, match=said):
        _read(tmp_path, text([*ROWS, bad]))


def test_a_row_in_another_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="row 1: not in UTF-8"):
        _read(tmp_path, text().replace("ū".encode(), b"\xfb").split(b"\n", 2)[2])


def test_of_many_broken_rows_the_first_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="row 5: 1 columns instead of 19; and 15 more"):
        _read(tmp_path, b"no dump\n" * 20)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="holds no places"):
        _read(tmp_path, b"")


def _damaged() -> bytes:
    data = bytearray(zipped())
    data[data.index(b"SY.txt") + 10] ^= 0xFF
    return bytes(data)


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="damaged zip"):
        _read(tmp_path, _damaged())


def test_a_zip_without_a_dump_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="0 texts"):
        _read(tmp_path, zipped(name="SY.csv"))


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    path, told = tmp_path / "SY.txt", []
    path.write_bytes(text())
    read_dump(path, lambda done, size: told.append((done, size)))
    assert (len(text()), len(text())) == told[-1]
