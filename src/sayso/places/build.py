"""Places to the bytes of a gazetteer file: the same places always to the same bytes."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.places.keys import fold, keys, without_article
from sayso.places.layout import DEGREE, FORMAT, HASH_BITS, LOW_BITS, MAGIC, RADIUS, RECORD, START, hashed

COUNTRY_CODE = "="  # what a country's code is filed under, so that "SY" is no name
_RANK_COUNTRY = 255
_LONGEST = 255  # bytes of a name


@dataclass(frozen=True, slots=True)
class Named:
    """A place with all its names, as it goes into a file; `spelt_freely` says that names are found by key as well.

    `standing` orders places of one name (people, as a rule); the other fields are those of `Entry`.
    """

    geonames: int | None
    name: str
    names: tuple[str, ...]
    country: str
    admin1: str | None
    admin2: str | None
    feature: str
    population: int
    lat: float
    lon: float
    radius_m: int
    standing: int
    spelt_freely: bool = True


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: title, licence, and each source with its sha256."""

    title: str
    licence: str
    sources: tuple[tuple[str, str], ...] = ()


def build(places: Iterable[Named], about: About) -> bytes:
    """Return the gazetteer file of the places."""
    ordered = sorted(places, key=_order)
    text = _Text()
    areas = sorted({area for place in ordered for area in (place.admin1, place.admin2) if area})
    countries = sorted({place.country for place in ordered})
    features = sorted({place.feature for place in ordered})
    records = _records(ordered, text, areas, (countries, features))
    numbered = sorted((place.geonames, number) for number, place in enumerate(ordered) if place.geonames is not None)
    sections = {
        "records": records,
        "areas": _numbers([0, *(text.add(area) for area in areas)]),
        **_index("name", _name_postings(ordered), melodies=False),
        **_index("key", _key_postings(ordered), melodies=True),
        "id_numbers": _numbers([identifier for identifier, _ in numbered]),
        "id_places": _numbers([number for _, number in numbered]),
        "text": bytes(text.written),
    }
    return _file(
        sections,
        {
            "format": FORMAT, "title": about.title, "licence": about.licence,
            "sources": [{"name": name, "sha256": sha256} for name, sha256 in about.sources],
            "places": len(ordered), "countries": countries, "features": features,
        },
    )  # fmt: skip


def rank(feature: str, standing: int) -> int:
    """Return the standing as one byte, by which the best of several files come first; countries before all else."""
    if feature.startswith("A.PCL"):
        return _RANK_COUNTRY
    return min(round(8 * math.log2(1 + max(standing, 0))), _RANK_COUNTRY - 1)


def _order(place: Named) -> tuple[bool, int, int, str, str, float, float]:
    country = place.feature.startswith("A.PCL")
    return not country, -place.standing, place.geonames or 0, place.name, place.country, place.lat, place.lon


class _Text:
    """Names one after the other, each but once."""

    def __init__(self) -> None:
        self.written = bytearray()
        self._offsets: dict[str, int] = {}

    def add(self, word: str) -> int:
        """Return the offset at which the word stands; a name too long for one byte of length is cut."""
        if word not in self._offsets:
            raw = word.encode()[:_LONGEST].decode(errors="ignore").encode()
            self._offsets[word] = len(self.written)
            self.written += bytes([len(raw)]) + raw
        return self._offsets[word]


def _records(places: Sequence[Named], text: _Text, areas: list[str], lists: tuple[list[str], list[str]]) -> bytes:
    countries, features = ({word: number for number, word in enumerate(words)} for words in lists)
    area = {None: 0, "": 0} | {name: number for number, name in enumerate(areas, 1)}
    return b"".join(
        RECORD.pack(
            place.geonames or 0, round(place.lat * DEGREE), round(place.lon * DEGREE),
            min(place.population, 0xFFFFFFFF), text.add(place.name), min(math.ceil(place.radius_m / RADIUS), 0xFFFF),
            area[place.admin1], area[place.admin2], features[place.feature], countries[place.country],
            rank(place.feature, place.standing),
        )
        for place in places
    )  # fmt: skip


def _all_names(place: Named) -> Iterator[str]:
    yield place.name
    yield from place.names


def _name_postings(places: Sequence[Named]) -> list[int]:
    """Return hash, place and nothing, packed into one number each, in order."""
    found: set[int] = set()
    for number, place in enumerate(places):
        folded = {fold(name) for name in _all_names(place)} - {""}
        if place.spelt_freely:
            folded |= {without_article(name) for name in folded}
        if place.feature.startswith("A.PCL"):
            folded.add(COUNTRY_CODE + place.country)
        found.update((hashed(name) << 32 | number) << 32 for name in folded)
    return sorted(found)


def _key_postings(places: Sequence[Named]) -> list[int]:
    """Return hash, place and melody, packed into one number each, in order."""
    found: set[int] = set()
    for number, place in enumerate(places):
        if place.spelt_freely:
            melodies = {key for name in _all_names(place) for key in keys(name)}
            found.update((hashed(key.skeleton) << 32 | number) << 32 | key.melody for key in melodies)
    return sorted(found)


def _index(name: str, postings: list[int], *, melodies: bool) -> dict[str, bytes]:
    """Return the sections of an index; the groups are as many as keep each below a few hundred hashes."""
    bits = min(max(len(postings).bit_length() - 4, 4), HASH_BITS - LOW_BITS)
    low = 64 + HASH_BITS - LOW_BITS - bits
    counts = [0] * ((1 << bits) + 1)
    for posting in postings:
        counts[(posting >> 64 + HASH_BITS - bits) + 1] += 1
    for group in range(1, len(counts)):
        counts[group] += counts[group - 1]
    sections = {
        f"{name}_starts": _numbers(counts),
        f"{name}_low": _numbers([posting >> low & (1 << LOW_BITS) - 1 for posting in postings]),
        f"{name}_places": _numbers([posting >> 32 & 0xFFFFFFFF for posting in postings]),
    }
    if melodies:
        sections[f"{name}_melodies"] = _numbers([posting & 0xFFFFFFFF for posting in postings])
    return sections


def _numbers(values: Sequence[int]) -> bytes:
    return array("I", values).tobytes()


def _file(sections: dict[str, bytes], header: dict[str, object]) -> bytes:
    body, places = bytearray(), {}
    for name, raw in sections.items():
        places[name] = [len(body), len(raw)]
        body += raw + b"\0" * (-len(raw) % 8)
    full = {**header, "sections": places, "sha256": hashlib.sha256(body).hexdigest()}
    written = json.dumps(full, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    written += b" " * (-(START.size + len(written)) % 8)
    return START.pack(MAGIC, len(written), zlib.crc32(written)) + written + bytes(body)
