"""The gazetteer as one text asks it: each spelling once, with the regions, and the adjectives of countries."""

from __future__ import annotations

import re

from sayso.errors import NotFound
from sayso.places import regions
from sayso.places.gazetteer import Entry, Gazetteer
from sayso.places.lexicon import words

_ADJECTIVE = re.compile(
    r"^(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+"
    r"(?:ans?|ese|ish|is?|ic|ch|[ie]k|rk|ss|ers?|pinos?|aks?|abs?|ots?|tons?|ards?|gers?|ine)$"
)


class Book:
    """What the names of one text are known as."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._adjectives: dict[str, str | None] = {}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return what bears the name, best first."""
        if name not in self._known:
            self._known[name] = _ranked((*self._gazetteer.lookup(name), *regions.named(name)))
        return self._known[name]

    def exact(self, name: str) -> bool:
        """Whether something bears the name letter for letter."""
        entries = self.lookup(name)
        return bool(entries) and entries[0].exact

    def is_country(self, name: str) -> bool:
        """Whether a country bears the name."""
        return any(entry.exact and entry.feature.startswith("A.PCL") for entry in self.lookup(name)[:2])

    def nation(self, word: str) -> str | None:
        """Return the country of an adjective ("Syrian", "South Korean"); None for other words and for countries."""
        if word not in self._adjectives:
            self._adjectives[word] = self._country_of(word) if _ADJECTIVE.search(word) else None
        return self._adjectives[word]

    def _country_of(self, adjective: str) -> str | None:
        try:
            country = self._gazetteer.country(adjective)
        except NotFound:
            return None
        return None if country.name == adjective or adjective.lower() in words("countries") else country.country


def _ranked(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries with a region before towns of the same name, and behind countries."""
    return tuple(
        sorted(entries, key=lambda entry: (not entry.exact, entry.feature[:5] != "A.PCL", entry.feature[0] not in "LH"))
    )
