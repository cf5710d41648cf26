"""Places as the public may have them: no closer than the district."""

from __future__ import annotations

from dataclasses import replace

from sayso.outgoing import District
from sayso.records import Place

_DISTRICT_M = 75_000  # radius up to which ACLED's scale speaks of a district
_COARSE = 3


def is_coarse(place: Place, district: District | None) -> bool:
    """Whether a place is told no closer than a district: it is one, or is a province or more."""
    return place.precision == _COARSE or bool(district and district.itself)


def generalised(place: Place, district: District | None) -> Place:
    """Return the place as the district that it lies in; one that lies nobody knows where keeps its country alone.

    The radius is the district's, or the place's own where that is greater. What was weighed for it is left out.
    """
    bare = replace(place, relation=None, because=(), runners_up=(), geonames=None)
    if is_coarse(place, district):
        return replace(bare, geonames=place.geonames)
    if district is None:
        return replace(bare, basis="unresolved", name=None, lat=None, lon=None, radius_m=None, precision=None)
    radius = max(district.radius_m, place.radius_m or 0)
    return replace(
        bare,
        basis="gazetteer",
        name=district.name,
        country=district.country,
        admin1=district.admin1,
        lat=district.lat,
        lon=district.lon,
        radius_m=radius,
        precision=2 if radius <= _DISTRICT_M else _COARSE,
    )
