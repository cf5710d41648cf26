"""GeoNames country dumps: from rows of nineteen columns to places.

The format is that of https://download.geonames.org/export/dump/readme.txt: UTF-8, tabs, no heading.
"""

from __future__ import annotations

import math
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sayso.errors import GazetteerError, TooLarge
from sayso.places.build import Named
from sayso.places.extent import Point, of_feature, reach

COLUMNS = 19
_NAMED_BAD_ROWS = 5
_LONGEST_ROW = 200_000  # bytes; alternate names of a capital take a tenth of that
_LARGEST = 4_000_000_000  # bytes unpacked; the largest dump of a country takes half a thousand million
_GONE = ("H",)  # codes of what is no more: ADM1H, PPLH
_KEPT = "AHLPRSTUV"

Progress = Callable[[int, int], None]  # bytes done, and bytes in all


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a dump, checked; `names` are the further ones, `admin` the codes of its first two levels."""

    geonames: int
    name: str
    names: tuple[str, ...]
    point: Point
    feature: str
    country: str
    admin: tuple[str, str]
    population: int


def read_dump(path: Path, progress: Progress | None = None) -> list[Row]:
    """Return the rows of a dump, a zip or a text, all of one country.

    Raises GazetteerError for a file that is damaged, holds no rows, rows of two countries, or broken ones, whose
    numbers it names; TooLarge for a zip that unpacks to more than any country has.
    """
    rows: list[Row] = []
    broken: list[str] = []
    with _lines(path) as (lines, size):
        if size > _LARGEST:
            raise TooLarge(f"{path.name} unpacks to {size:,} bytes.", "No dump of one country is as large as that.")
        for number, line, done in _counted(lines):
            if progress and (number % 1000 == 0 or done == size):
                progress(done, size)
            try:
                rows.append(_row(line))
            except ValueError as error:
                broken.append(f"row {number}: {error}")
    _refuse_broken(path, broken)
    _refuse_strangers(path, rows)
    return rows


def _refuse_broken(path: Path, broken: list[str]) -> None:
    if broken:
        more = f"; and {len(broken) - _NAMED_BAD_ROWS} more" if len(broken) > _NAMED_BAD_ROWS else ""
        raise GazetteerError(
            f"{path.name} is no GeoNames dump, or a damaged one: {'; '.join(broken[:_NAMED_BAD_ROWS])}{more}.",
            "Fetch the file again; what was there before is still in place.",
        )


def _refuse_strangers(path: Path, rows: list[Row]) -> None:
    if not rows:
        raise GazetteerError(f"{path.name} holds no places.", "Give the dump of a country, such as SY.zip.")
    home = rows[0].country
    for number, row in enumerate(rows, 1):
        if row.country != home:
            raise GazetteerError(
                f"{path.name} holds places of {home} and, in row {number}, of {row.country or 'no country'}.",
                "Give the dump of one country, such as SY.zip.",
            )


@contextmanager
def _lines(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """Open the text of a dump, zipped or not, and say how long it is."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                yield file, path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            member = _member(archive, path)
            with archive.open(member) as file:
                yield file, member.file_size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise GazetteerError(f"{path.name} is a damaged zip: {error}.", "Fetch the file again.") from error
    except OSError as error:
        raise GazetteerError(
            f"{path} cannot be read: {error.strerror or error}.", "Check its name and its rights."
        ) from error


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """Return the one text of the zip that is no readme."""
    texts = [item for item in archive.infolist() if item.filename.lower().endswith(".txt")]
    texts = [item for item in texts if "readme" not in item.filename.lower()]
    if len(texts) != 1:
        raise GazetteerError(f"{path.name} holds {len(texts)} texts, not one.", "Give the dump of one country.")
    return texts[0]


def _counted(lines: IO[bytes]) -> Iterator[tuple[int, bytes, int]]:
    number = done = 0
    while line := lines.readline(_LONGEST_ROW):
        number, done = number + 1, done + len(line)
        yield number, line, done


def _row(line: bytes) -> Row:
    """Return one row; raises ValueError, in words that complete "row 7: ..."."""
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        raise ValueError("not in UTF-8") from None
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns instead of {COLUMNS}")
    if not cells[0].isdecimal() or not 0 < int(cells[0]) < 1 << 32:
        raise ValueError(f"{cells[0][:20]!r} is no GeoNames number")
    if not cells[1].strip():
        raise ValueError("no name")
    return Row(
        geonames=int(cells[0]),
        name=cells[1],
        names=tuple(dict.fromkeys(name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1])),
        point=(_degrees(cells[4], 90), _degrees(cells[5], 180)),
        feature=f"{cells[6]}.{cells[7]}".strip("."),
        country=cells[8].upper(),
        admin=(cells[10], cells[11]),
        population=_people(cells[14]),
    )


def _degrees(cell: str, most: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not -most <= value <= most:
        raise ValueError(f"{cell[:20]!r} is no coordinate")
    return value


def _people(cell: str) -> int:
    if cell and not cell.isdecimal():
        raise ValueError(f"{cell[:20]!r} is no number of people")
    return int(cell or 0)


def places(rows: Iterable[Row]) -> Iterator[Named]:
    """Yield the places of a dump, with the names of their areas and, for areas, the reach of what lies in them."""
    kept = [row for row in rows if row.feature[:1] in _KEPT and not row.feature.endswith(_GONE)]
    names = {_code(row): row.name for row in kept if row.feature in {"A.ADM1", "A.ADM2"}}
    inside: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for row in kept:
        if row.feature.startswith("P"):
            for code in (row.admin[:1], row.admin):
                inside[code].append(row.point)
    for row in kept:
        yield _place(row, names, inside)


def _code(row: Row) -> tuple[str, ...]:
    return row.admin[:1] if row.feature == "A.ADM1" else row.admin


def _place(row: Row, names: dict[tuple[str, ...], str], inside: dict[tuple[str, ...], list[Point]]) -> Named:
    within = inside.get(_code(row), []) if row.feature in {"A.ADM1", "A.ADM2"} else []
    return Named(
        geonames=row.geonames,
        name=row.name,
        names=row.names,
        country=row.country,
        admin1=names.get(row.admin[:1]),
        admin2=names.get(row.admin),
        feature=row.feature,
        population=row.population,
        lat=row.point[0],
        lon=row.point[1],
        radius_m=reach(row.point, within) if within else of_feature(row.feature, row.population),
        standing=row.population // 2 if row.feature.startswith("A.ADM") else row.population,
    )
