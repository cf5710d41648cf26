"""The gazetteer: from a name, in whatever spelling, to the places that bear it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from sayso.errors import NotFound
from sayso.places.build import COUNTRY_CODE, About, Named, build
from sayso.places.keys import Key, fold, keys
from sayso.places.layout import DEGREE, RADIUS, RECORD, Tables, hashed, open_bytes, open_file
from sayso.places.melody import agree

SHIPPED = tuple(Path(__file__).parent / "data" / name for name in ("world.gaz", "airfields.gaz"))
_REMEMBERED = 2000  # names
MOST = 60  # places given for one name; what stands lower is all but never meant


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
    """Names to places. Safe to share between threads: nothing in it changes but what is remembered of late."""

    def __init__(self, files: Sequence[Tables]) -> None:
        self._files = tuple(files)
        self._remembered = lru_cache(_REMEMBERED)(self._looked_up)  # reports of a day name the same places

    @classmethod
    def of(cls, places: Iterable[tuple[Entry, Sequence[str]]]) -> Gazetteer:
        """Make a gazetteer in memory from places and their further names, for tests."""
        named = (_named(entry, tuple(names)) for entry, names in places)
        return cls([open_bytes(build(named, About("in memory", "none")))])

    @classmethod
    def open(cls, path: Path | None = None, extra: Sequence[Path] = ()) -> Gazetteer:
        """Open the file at `path` (None: the two that are shipped) and added ones; raises GazetteerError.

        Where a place is in several files, the one opened last is believed.
        """
        return cls([open_file(file) for file in (*(SHIPPED if path is None else (path,)), *extra)])

    def __len__(self) -> int:
        """How many places there are, those of several files counted in each."""
        return sum(int(tables.header["places"]) for tables in self._files)

    def best_known(self, count: int) -> tuple[Entry, ...]:
        """Return the best-known places of the first file: countries, then by the number of people."""
        return tuple(self._entry(0, place) for place in range(min(count, self._files[0].header["places"])))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return the places that bear the name, best first: exact before keyed, then countries, then by population.

        At most `MOST`; none for a name of nothing.
        """
        return self._remembered(name)

    def _looked_up(self, name: str) -> tuple[Entry, ...]:
        folded = fold(name)
        if not folded:
            return ()
        ways = [(hashed(key.skeleton), key) for key in keys(name)]
        hits = [hit for number in range(len(self._files)) for hit in self._hits(number, hashed(folded), ways)]
        return tuple(islice(self._entries(sorted(hits)), MOST))

    def _hits(self, number: int, name: int, ways: Sequence[tuple[int, Key]]) -> Iterator[_Hit]:
        """Yield what one file has, each place once, exact ones as such."""
        tables = self._files[number]
        exact = {tables.names.places[position] for position in tables.names.at(name)}
        keyed = {place for value, key in ways for place in self._keyed(tables, value, key)}
        for by_key, places in ((False, exact), (True, keyed - exact)):
            for place in sorted(places)[:MOST]:
                yield by_key, -tables.records[(place + 1) * RECORD.size - 1], -number, place

    @staticmethod
    def _keyed(tables: Tables, value: int, key: Key) -> Iterator[int]:
        """Yield the places whose melody agrees; a common skeleton has few melodies, so each is judged once."""
        judged: dict[int, bool] = {}
        for position in tables.keys.at(value):
            melody = tables.melodies[position]
            if melody not in judged:
                judged[melody] = agree(key.skeleton, key.melody, melody)
            if judged[melody]:
                yield tables.keys.places[position]

    def _entries(self, hits: Sequence[_Hit]) -> Iterator[Entry]:
        """Yield the entries of sorted hits: a place of two files once, at its best rank, as the newest file has it."""
        newest: dict[int, tuple[int, int]] = {}
        for _, _, file, place in hits:
            number = self._number(file, place)
            newest[number] = min((file, place), newest.get(number, (file, place)))
        told: set[int] = set()
        for by_key, _, file, place in hits:
            number = self._number(file, place)
            if number and number in told:
                continue
            told.add(number)
            newest_file, newest_place = newest[number] if number else (file, place)
            yield self._entry(-newest_file, newest_place, exact=not by_key)

    def _number(self, file: int, place: int) -> int:
        return int.from_bytes(self._files[-file].records[place * RECORD.size : place * RECORD.size + 4], "little")

    def _entry(self, file: int, place: int, *, exact: bool = True) -> Entry:
        tables = self._files[file]
        number, lat, lon, population, name, radius, admin1, admin2, feature, country, _ = RECORD.unpack_from(
            tables.records, place * RECORD.size
        )
        return Entry(
            geonames=number or None,
            name=tables.word(name),
            country=tables.header["countries"][country],
            admin1=tables.area(admin1),
            admin2=tables.area(admin2),
            feature=tables.header["features"][feature],
            population=population,
            lat=lat / DEGREE,
            lon=lon / DEGREE,
            radius_m=radius * RADIUS,
            exact=exact,
        )

    def entry(self, geonames: int) -> Entry:
        """Return the place with this GeoNames number, from the file opened last that has it; raises NotFound."""
        for number in reversed(range(len(self._files))):
            tables = self._files[number]
            position = bisect_left(tables.ids, geonames)
            if position < len(tables.ids) and tables.ids[position] == geonames:
                return self._entry(number, tables.id_places[position])
        raise NotFound(f"The gazetteer has no place numbered {geonames}.", "Look it up by its name.")

    def country(self, name: str) -> Entry:
        """Return the country of this name, demonym or ISO code ("Syria", "Syrian", "SY"); raises NotFound."""
        wanted = COUNTRY_CODE + name if len(name) == 2 and name.isupper() else fold(name)
        for tables in self._files:
            for position in tables.names.at(hashed(wanted)):
                entry = self._entry(self._files.index(tables), tables.names.places[position])
                if entry.feature.startswith("A.PCL"):
                    return entry
        raise NotFound(f"{name!r} is the name of no country.", "Give its English name or its two-letter code.")


_Hit = tuple[bool, int, int, int]  # found by key, rank below zero, file below zero, place


def _named(entry: Entry, names: tuple[str, ...]) -> Named:
    return Named(
        geonames=entry.geonames,
        name=entry.name,
        names=names,
        country=entry.country,
        admin1=entry.admin1,
        admin2=entry.admin2,
        feature=entry.feature,
        population=entry.population,
        lat=entry.lat,
        lon=entry.lon,
        radius_m=entry.radius_m,
        standing=entry.population,
    )
