"""Which names are one, as persons said: actors and sources of different reports are joined by them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sayso.records import Reading
from sayso.rulings import Ruling

_WORD = re.compile(r"\w+")


def key(name: str) -> str:
    """Return a name as aliases compare it: its words without case, accents and "the"."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(word for word in _WORD.findall(plain) if word != "the")


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names that stand for others, each with the one it stands for in the end."""

    named: Mapping[str, str] = field(default_factory=dict)

    def called(self, name: str) -> str:
        """Return the name that this one stands for; itself where nobody said otherwise."""
        return self.named.get(key(name), name)

    def all(self, name: str) -> tuple[str, ...]:
        """Return every name that is one with this, the one they stand for first; aliases by their key."""
        chief = self.called(name)
        others = (one for one, meant in self.named.items() if key(meant) == key(chief))
        return (chief, *sorted(others))


def aliases(rulings: Iterable[Ruling]) -> Aliases:
    """Return the names that rulings in force make one; of two rulings on one name the later holds.

    An alias of an alias stands for what that stands for. Where names stand for each other in a ring, the ruling that
    closes it counts for nothing.
    """
    said: dict[str, str] = {}
    for ruling in rulings:
        if ruling.kind == "alias":
            alias, meant = ruling.names
            short = key(alias)
            said.pop(short, None)
            if not _leads_back(short, meant, said):
                said[short] = meant
    return Aliases({alias: _last(meant, said) for alias, meant in sorted(said.items())})


def _leads_back(alias: str, meant: str, said: Mapping[str, str]) -> bool:
    return key(_last(meant, said)) == alias


def _last(meant: str, said: Mapping[str, str]) -> str:
    while key(meant) in said:
        meant = said[key(meant)]
    return meant


def renamed(reading: Reading, known: Aliases) -> Reading:
    """Return the reading with its entities and its outlet under the names that aliases stand for."""
    if not known.named:
        return reading
    entities = tuple(replace(one, name=known.called(one.name)) for one in reading.entities)
    outlet = known.called(reading.text.outlet) if reading.text.outlet else reading.text.outlet
    return replace(reading, entities=entities, text=replace(reading.text, outlet=outlet))
