"""The map: incidents at their places, each an area as wide as its place is uncertain, and a list that does the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from sayso.outline import Spot, View, spots_to_json
from sayso.web.site import Site, site_of
from sayso.web.timeline import STATES, ViewOf, choices, query, told_by_samples

router = APIRouter()
SiteOf = Annotated[Site, Depends(site_of)]
_LISTED = 60  # places in the list
_NAMED = 4  # incidents named under a place


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the page shows: the places with the most incidents, and how many are nowhere."""

    view: View
    spots: tuple[Spot, ...]
    more: bool
    unplaced: int
    kinds: tuple[str, ...]
    countries: tuple[tuple[str, str], ...]
    stored: bool
    exercise: bool

    def query(self, **changed: object) -> str:
        """Return the view as the query of an address, with other values where they are given."""
        return query(self.view, **changed)


def map_page(site: Site, view: View) -> MapPage:
    """Return the list beside the map; raises BadValue."""
    spots = site.workspace.spots(view, _LISTED + 1, _NAMED)
    kinds, countries = choices(site)
    unplaced = site.workspace.unplaced(view)
    stored = bool(spots or unplaced) or site.workspace.incident_count() > 0
    exercise = told_by_samples(site, (one.id for spot in spots for one in spot.incidents[:1]))
    return MapPage(view, spots[:_LISTED], len(spots) > _LISTED, unplaced, kinds, countries, stored, exercise)


@router.get("/map.json", summary="Places of incidents with their uncertainty, as GeoJSON")
def map_as_json(site: SiteOf, view: ViewOf) -> dict[str, Any]:
    """Give the places as GeoJSON; `radius_m` is how far from the point a place may be, null where that is not known."""
    return spots_to_json(site.workspace.spots(view), view, site.workspace.unplaced(view))


@router.get("/map", include_in_schema=False)
def map_(request: Request, site: SiteOf, view: ViewOf) -> Response:
    """Show incidents at their places."""
    return site.page(request, "map.html", page=map_page(site, view), states=STATES)
