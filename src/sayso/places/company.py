"""The places that a report has been found to name so far, as those by which its other names are settled."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from sayso.places.gazetteer import Entry
from sayso.places.geodesy import distance_m

FAR_KM = 500  # what lies farther off says nothing of a place
_CELL = 5  # degrees
_CELL_KM = 111 * _CELL
_KEPT = 12  # places kept of one cell, those named first: a report of hundreds names no town by its neighbours


@dataclass(frozen=True, slots=True)
class Company:
    """Entries by the name that the report calls them; countries are left out, for they lie nowhere in particular."""

    entries: Mapping[str, Entry]
    cells: Mapping[tuple[int, int], Sequence[tuple[str, Entry]]]
    countries: Mapping[str, int]

    @classmethod
    def of(cls, entries: Mapping[str, Entry]) -> Self:
        """Return the company of these names, in the order of the report."""
        inner = {name: entry for name, entry in entries.items() if not entry.feature.startswith("A.PCL")}
        cells: dict[tuple[int, int], list[tuple[str, Entry]]] = defaultdict(list)
        for name, entry in inner.items():
            cell = cells[_cell(entry.lat, entry.lon)]
            if len(cell) < _KEPT:
                cell.append((name, entry))
        return cls(inner, dict(cells), Counter(entry.country for entry in inner.values()))

    def others(self, name: str) -> Counter[str]:
        """Count the countries that the places of other names lie in; empty for what lies in several."""
        found = Counter(self.countries)
        if name in self.entries:
            found[self.entries[name].country] -= 1
        return +found

    def nearest(self, entry: Entry, name: str) -> tuple[float, Entry] | None:
        """Return how many kilometres off the closest place of another name is, and which; None where all are far."""
        row, column = _cell(entry.lat, entry.lon)
        wide = min(36, math.ceil(FAR_KM / (_CELL_KM * max(0.01, math.cos(math.radians(entry.lat))))))
        found = [
            (distance_m(entry.lat, entry.lon, other.lat, other.lon) / 1000, other)
            for at in range(row - 1, row + 2)
            for step in range(-wide, wide + 1)
            for called, other in self.cells.get((at, (column + step) % (360 // _CELL)), ())
            if called != name and other.lat != entry.lat
        ]
        near = min(found, key=lambda item: item[0], default=None)
        return near if near and near[0] <= FAR_KM else None


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _CELL), math.floor(lon / _CELL) % (360 // _CELL)
