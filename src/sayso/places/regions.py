"""Continents, seas, regions, crossings and camps, which no list of towns and administrative areas holds."""

from __future__ import annotations

from functools import cache

from sayso.places.gazetteer import Entry
from sayso.places.keys import fold
from sayso.places.lexicon import load

_FEATURES = {"continents": "L.CONT", "regions": "L.RGN", "seas": "H.SEA", "within": "L.RGN", "sites": "S"}


@cache
def _all() -> dict[str, Entry]:
    found = {}
    for group, feature in _FEATURES.items():
        for name, (lat, lon, reach, *country) in load("regions.toml")[group].items():
            place = Entry(None, name, country[0] if country else "", None, None, feature, 0, lat, lon, reach * 1000)
            found[fold(name)] = place
    return found


def named(name: str) -> tuple[Entry, ...]:
    """Return the region or site of this name, spelt so, or nothing; `country` is empty where it lies in several."""
    entry = _all().get(fold(name))
    return () if entry is None else (entry,)
