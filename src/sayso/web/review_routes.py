"""The review queue and its twin for programs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from sayso.web.incident import Line
from sayso.web.incident_routes import FlashOf, SiteOf, WantedOf
from sayso.web.incidents import STATES
from sayso.web.review import Queue, ReviewPage

router = APIRouter()
Skip = Annotated[int, Query(ge=0, le=1_000_000)]


def page_of(request: Request, site: SiteOf, wanted: WantedOf, skip: Skip = 0) -> ReviewPage:
    """Return the page of the queue that an address asks for."""
    return Queue(site.workspace, str(request.base_url).rstrip("/")).page(wanted, skip)


PageOf = Annotated[ReviewPage, Depends(page_of)]


@router.get("/review.json", summary="The claims that wait for review, in the shape sayso/review/1")
def review_as_json(page: PageOf) -> dict[str, Any]:
    """Give the same page of the queue as data."""
    items = [_item(group.incident.id, line) for group in page.groups for line in group.lines]
    return {"schema": "sayso/review/1", "items": items, "skipped": page.skipped, "more": page.more}


def _item(incident: str, line: Line) -> dict[str, str]:
    told = line.stated
    return {"incident": incident, "claim": line.subject, "stance": told.stance, "sentence": told.sentence}


@router.get("/review", include_in_schema=False)
def review(request: Request, site: SiteOf, page: PageOf, flash: FlashOf) -> Response:
    """Show the queue."""
    return site.page(request, "review.html", page=page, flash=flash, states=STATES)


@router.get("/review/accept", include_in_schema=False)
def preview(request: Request, site: SiteOf, page: PageOf) -> Response:
    """Show what would be accepted together, to leave out what should not be."""
    return site.page(request, "review_accept.html", page=page)
