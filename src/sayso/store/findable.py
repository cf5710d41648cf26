"""What a reading is found by: its words in the shadow's letters, the days it tells of, the places it names."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from sayso import edtf
from sayso.errors import BadValue
from sayso.records import Place, Reading, Report
from sayso.store.words import name_key, shadow

VERSION = "1"  # changes with the shadow and with what is filed
Days = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Findable:
    """The rows of one reading in the indexes; `published` and `days` are ordinals, first and last."""

    body: str
    claims: str
    sources: str
    places: str
    dates: str
    language: str
    published: Days
    days: tuple[tuple[int, int], ...]
    place_keys: tuple[str, ...]


def findable(report: Report, reading: Reading) -> Findable:
    """Return what the reading is found by."""
    text = reading.text
    found = list(place_names(reading.places))
    keys = {name_key(name) for name in found} | {place.country for place in reading.places if place.country}
    times = [time.edtf for time in reading.times if time.edtf]
    return Findable(
        body=_row((report.name, text.outlet or "", text.body)),
        claims=_row(span.text for claim in reading.claims for span in claim.content),
        sources=_row(dict.fromkeys(_voices(reading))),
        places=_row(dict.fromkeys(found)),
        dates=_row(dict.fromkeys((*times, *((text.published,) if text.published else ())))),
        language=text.language,
        published=_days(text.published or ""),
        days=tuple(sorted({(days[0], days[1]) for days in map(_days, times) if days[0] and days[1]})),
        place_keys=tuple(sorted(keys - {""})),
    )


def place_names(places: Iterable[Place]) -> Iterable[str]:
    """Yield each place's words in the text and its name in the gazetteer."""
    for place in places:
        yield place.span.text
        if place.name and place.name != place.span.text:
            yield place.name


def _voices(reading: Reading) -> Iterable[str]:
    names = {entity.id: entity.name for entity in reading.entities}
    if reading.text.outlet:
        yield reading.text.outlet
    for claim in reading.claims:
        for link in claim.chain:
            yield from (name for name in (names.get(link.entity or ""), link.label and link.label.text) if name)


def _row(parts: Iterable[str]) -> str:
    return shadow("\n".join(parts))


def _days(value: str) -> Days:
    """Return the days of an EDTF date; one that cannot be understood is on no day."""
    with suppress(BadValue, ValueError):
        return edtf.ordinals(value)
    return None, None
