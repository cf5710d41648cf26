"""Air bases and airports from OpenFlights; a data set under a licence of its own, so in a file of its own."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.places.build import Named
from sayso.places.extent import of_feature
from sayso.places.geodesy import distance_m
from sayso.places.keys import fold

if TYPE_CHECKING:
    from gazetteer.areas import Atlas

_BASE = re.compile(
    r"\b(?:air ?bases?|air force|afb|air station|joint base|army|military|naval|raf|rnas|airbase|mcas|nas)\b",
    re.I,
)
_STANDING = 1000  # as a small town: behind the city it bears the name of


def airfields(airports: str, atlas: Atlas, towns: Sequence[Named]) -> list[Named]:
    """Return every airfield: S.AIRB where it is named as a base, else S.AIRP; its area is that of the nearest town."""
    codes = {fold(name): code for code, item in atlas.countries.items() for name in (item.name, *item.names)}
    cells = defaultdict(list)
    for town in towns:
        cells[round(town.lat), round(town.lon)].append(town)
    rows = csv.reader(airports.splitlines(), escapechar="\\")
    return [
        _airfield(row[1], (lat, lon), _near(lat, lon, cells), codes.get(fold(row[3])))
        for row in rows
        for lat, lon in [(float(row[6]), float(row[7]))]
        if codes.get(fold(row[3])) or _near(lat, lon, cells)
    ]


def _airfield(name: str, point: tuple[float, float], near: Sequence[Named], country: str | None) -> Named:
    own = [town for town in near if country in {town.country, None}]
    nearest = min(own, key=lambda town: distance_m(*point, town.lat, town.lon), default=None)
    feature = "S.AIRB" if _BASE.search(name) else "S.AIRP"
    return Named(
        geonames=None,
        name=name,
        names=_other_names(name),
        country=country or (nearest.country if nearest else ""),
        admin1=nearest.admin1 if nearest else None,
        admin2=None,
        feature=feature,
        population=0,
        lat=point[0],
        lon=point[1],
        radius_m=of_feature(feature, 0),
        standing=_STANDING,
    )


def _other_names(name: str) -> tuple[str, ...]:
    """Return the ways in which reports shorten the name: "Airbase", and no "International"."""
    plain = re.sub(r" International(?= Airport)", "", name)
    joined = re.sub(r"\bAir Base\b", "Airbase", name)
    return tuple(dict.fromkeys(other for other in (plain, joined) if other != name))


def _near(lat: float, lon: float, cells: dict[tuple[int, int], list[Named]]) -> list[Named]:
    """Return the towns of the degree cells around a point."""
    around: Iterable[tuple[int, int]] = (
        (round(lat) + up, round(lon) + side) for up in (-1, 0, 1) for side in (-1, 0, 1)
    )
    return [town for cell in around if cell in cells for town in cells[cell]]
