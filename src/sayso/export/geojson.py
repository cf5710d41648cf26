"""GeoJSON (RFC 7946): a feature an incident; where nobody knows the place, no geometry; never a country as a pin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.areas import area
from sayso.export.columns import EVENTS, Row
from sayso.export.jsons import text
from sayso.export.rows import event_rows
from sayso.outgoing import Case, Terms

_COARSE = 3  # geo_precision from which a point would lie: a province or more
_NOT_PROPERTIES = {"id", "lat", "lon"}


def collection(cases: Iterable[Case], terms: Terms, head: dict[str, Any]) -> Iterator[bytes]:
    """Give the file feature by feature; `head` is a foreign member of the collection (RFC 7946, 6.1)."""
    yield f'{{"type":"FeatureCollection","sayso":{text(head)},"features":['.encode()
    between = "\n"
    for case in cases:
        for row in event_rows(case, terms):
            yield (between + text(_feature(row, terms))).encode()
            between = ",\n"
    yield b"\n]}\n"


def _feature(row: Row, terms: Terms) -> dict[str, Any]:
    names = [column.name for column in EVENTS if column.type != "data" and column.name not in _NOT_PROPERTIES]
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": _geometry(row, drawn=terms.areas),
        "properties": {name: row[name] for name in names} | {"evidence_url": f"{terms.base}/i/{row['id']}"},
    }


def _geometry(row: Row, *, drawn: bool) -> dict[str, Any] | None:
    lat, lon, radius_m = row["lat"], row["lon"], row["radius_m"]
    if lat is None or lon is None:
        return None
    coarse = row["geo_precision"] is None or row["geo_precision"] >= _COARSE
    if drawn or coarse:
        return area(lat, lon, radius_m) if radius_m else None
    return {"type": "Point", "coordinates": [lon, lat]}
