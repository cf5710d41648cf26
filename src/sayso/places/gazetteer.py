"""The gazetteer: from a name, in whatever spelling, to the places that bear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import NotFound


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    `country` is ISO 3166 alpha-2; `feature` a GeoNames class and code such as "P.PPL", "A.ADM1", "A.PCLI" or "S.AIRB";
    `lat` and `lon` are degrees (WGS 84); `radius_m` is the extent by the point-radius method, in metres; `exact` says
    that the name looked up is one of the place's names letter for letter (folded), not only by its key.
    """

    geonames: int | None
    name: str
    country: str
    admin1: str | None
    admin2: str | None
    feature: str
    population: int
    lat: float
    lon: float
    radius_m: int
    exact: bool = True


class Gazetteer:
    """Names to places. Safe to share between threads: nothing in it changes."""

    def __init__(self, places: dict[str, list[Entry]]) -> None:
        self._places = places

    @classmethod
    def of(cls, places: Iterable[tuple[Entry, Sequence[str]]]) -> Gazetteer:
        """Make a gazetteer in memory from places and their further names, for tests."""
        found: dict[str, list[Entry]] = {}
        for entry, names in places:
            for name in {entry.name.casefold(), *(name.casefold() for name in names)}:
                found.setdefault(name, []).append(entry)
        return cls(found)

    @classmethod
    def open(cls, path: Path | None = None, extra: Sequence[Path] = ()) -> Gazetteer:
        """Open the file at `path` (None: the one that is shipped) and the added ones; raises GazetteerError."""
        raise NotImplementedError(path, extra)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return the places that bear the name, best first: exact before keyed, then countries, then by population."""
        found = self._places.get(name.casefold(), [])
        return tuple(replace(entry, exact=True) for entry in sorted(found, key=lambda entry: -entry.population))

    def entry(self, geonames: int) -> Entry:
        """Return the place with this GeoNames number; raises NotFound."""
        for entries in self._places.values():
            for entry in entries:
                if entry.geonames == geonames:
                    return entry
        raise NotFound(f"The gazetteer has no place numbered {geonames}.")

    def country(self, name: str) -> Entry:
        """Return the country of this name, demonym or ISO code ("Syria", "Syrian", "SY"); raises NotFound."""
        for entry in self.lookup(name):
            if entry.feature.startswith("A.PCL"):
                return entry
        raise NotFound(f"{name!r} is the name of no country.")
