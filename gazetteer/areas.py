"""Countries and areas, which GeoNames lists without coordinates: placed by the settlements that lie in them."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gazetteer.countries import Country, point

from sayso.places.build import Named
from sayso.places.extent import Point, gathered, middle, reach
from sayso.places.keys import fold

_GENERIC = re.compile(
    r"(?:^(?:city|state|province|region|district|county|muhafazat|arrondissement|provincia|provincie|departement|"
    r"distrito|municipio|cercle|wilayat|judetul|shahrestan-e|ostan-e)(?: of| de| di| d| du| des)? |"
    r" (?:governorate|province|region|oblast|krai|kray|district|county|department|state|prefecture|republic|"
    r"raion|rayon|municipality|parish|emirate|territory|canton|division|voivodeship|autonomous okrug|autonomous region|"
    r"borough|city|subdistrict|regency|shi|gun|township|wilaya|planning|kreis|urban|rural|"
    r"sub prefecture|cercle|woreda|zone)$)"
)
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_SEAT = 20  # one in so many of an area's people


class Atlas:
    """Countries by code and first-level areas by country and code, with the middles of areas that atlases print."""

    def __init__(self, countries: Mapping[str, Country], admin1: str, middles: str = "") -> None:
        self.countries = countries
        given = (line.split("|") for line in middles.splitlines() if line and not line.startswith("#"))
        self.middles = {code: point(middle) for code, middle, _ in given}
        rows = (line.split("\t") for line in admin1.splitlines() if line)
        self.areas = {row[0]: row for row in rows if row[0].split(".")[0] in countries}

    def area_name(self, country: str, code: str) -> str | None:
        """Return the name of a first-level area; None where GeoNames has none by that code."""
        row = self.areas.get(f"{country}.{code}")
        return row[1] if row else None

    def grounded(self, towns: Iterable[Named]) -> list[Named]:
        """Return the countries as places: the middle that atlases print, and a radius that holds the settlements.

        The radius is not less than that of a disc as large as the country.
        """
        inside: dict[str, list[Point]] = defaultdict(list)
        for town in towns:
            inside[town.country].append((town.lat, town.lon))
        return [_country(country, inside[code]) for code, country in self.countries.items()]


def _country(country: Country, points: Sequence[Point]) -> Named:
    centre = country.middle or middle(points)
    disc = 1000 * math.sqrt(country.area / math.pi)
    return Named(
        geonames=country.geonames,
        name=country.name,
        names=country.names,
        country=country.code,
        admin1=None,
        admin2=None,
        feature="A.PCLI",
        population=country.population,
        lat=centre[0],
        lon=centre[1],
        radius_m=round(max(disc, reach(centre, points) if points else 0)),
        standing=country.population,
        spelt_freely=False,
    )


def bare(name: str) -> str:
    """Return the folded name without the words for its kind ("Kharkiv Oblast": "kharkiv")."""
    folded = fold(name)
    if folded.endswith("ska oblast"):
        return folded.removesuffix("ska oblast")  # the Ukrainian adjective, "of Kharkiv"
    while (shorter := _GENERIC.sub("", folded).strip()) != folded and shorter:
        folded = shorter
    return folded


def first_level(atlas: Atlas, towns: Sequence[Named]) -> list[Named]:
    """Return the first-level areas that hold a settlement: their middle and the reach of what lies in them."""
    inside: dict[tuple[str, str | None], list[Named]] = defaultdict(list)
    for town in towns:
        inside[town.country, town.admin1].append(town)
    rows = ((key.split(".")[0], row) for key, row in atlas.areas.items())
    return [
        _first(row, atlas.countries[country], inside[country, row[1]], atlas.middles.get(row[0]))
        for country, row in rows
        if inside[country, row[1]]
    ]


def _first(row: Sequence[str], country: Country, towns: Sequence[Named], printed: Point | None) -> Named:
    points = gathered([(town.lat, town.lon) for town in towns])
    centre = printed or middle(points)
    people = sum(town.population for town in towns)
    seat = _seat(bare(row[1]), towns)
    return Named(
        geonames=int(row[3]),
        name=row[1],
        names=(row[2], bare(row[1]), bare(row[2]), _in_both_forms(bare(row[1])), *(seat.names if seat else ())),
        country=country.code,
        admin1=row[1],
        admin2=None,
        feature="A.ADM1",
        population=people,
        lat=centre[0],
        lon=centre[1],
        radius_m=reach(centre, points),
        standing=min(people, seat.standing - 1) if seat else people,
        spelt_freely=country.spelt_freely,
    )


def _seat(name: str, towns: Sequence[Named]) -> Named | None:
    """Return the largest settlement that the area is named after, if one is that a twentieth of its people live in.

    It lends the area its spellings, and stands before it: "Homs" alone is the city. A village that happens to bear the
    name of its province does neither.
    """
    namesakes = [town for town in towns if name in {fold(town.name), *map(fold, town.names)}]
    seat = max(namesakes, key=lambda town: town.standing, default=None)
    people = sum(town.population for town in towns)
    return seat if seat and seat.population * _SEAT >= people else None


def _in_both_forms(name: str) -> str:
    """Return the name with its direction in the other form: Northern Darfur is North Darfur."""
    first, _, rest = name.partition(" ")
    short = first.removesuffix("ern")
    if not rest or short not in _DIRECTIONS:
        return name
    return f"{short} {rest}" if short != first else f"{first}ern {rest}"


def second_level(admin2: str, atlas: Atlas, towns: Sequence[Named]) -> list[Named]:
    """Return the second-level areas, of which neither the place nor what lies in them is known.

    Such an area is placed where atlases print its middle, for the few that the project lists; else at the settlement
    it is named after, where its first-level area has one; else in the middle of the first-level area, with its radius,
    for it is somewhere in there. Beside a namesake or at a middle the radius is that of an equal share of the
    first-level area.
    """
    rows = [line.split("\t") for line in admin2.splitlines() if line]
    shares = Counter(row[0].rsplit(".", 1)[0] for row in rows)
    firsts = {(area.country, area.name): area for area in first_level(atlas, towns)}
    named: dict[tuple[str, str | None, str], Named] = {}
    for town in sorted(towns, key=lambda town: town.standing):
        for name in (town.name, *town.names):
            named[town.country, town.admin1, fold(name)] = town
    found = []
    for row in rows:
        country, code = row[0].split(".")[:2]
        first = firsts.get((country, atlas.area_name(country, code) or ""))
        if first is not None:
            seat = named.get((country, first.name, bare(row[1])))
            share = round(first.radius_m / math.sqrt(shares[row[0].rsplit(".", 1)[0]]))
            found.append(_second(row, first, seat, (atlas.middles.get(row[0]), share)))
    return found


def _second(row: Sequence[str], first: Named, seat: Named | None, printed: tuple[Point | None, int]) -> Named:
    middle, share = printed
    where = middle or ((seat.lat, seat.lon) if seat else (first.lat, first.lon))
    return Named(
        geonames=int(row[3]),
        name=row[1],
        names=(row[2], bare(row[1]), bare(row[2])),
        country=first.country,
        admin1=first.name,
        admin2=row[1],
        feature="A.ADM2",
        population=0,
        lat=where[0],
        lon=where[1],
        radius_m=max(share, seat.radius_m if seat else 0, 5000) if seat or middle else first.radius_m,
        standing=seat.standing // 2 if seat else 0,
        spelt_freely=first.spelt_freely,
    )
