"""The front page: what has come in of late, or how to begin."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from sayso.web.incident_routes import SiteOf
from sayso.web.today import PERIODS, TodayPage, today_page

router = APIRouter()
Days = Annotated[int, Query(ge=1, le=365)]


@router.get("/", include_in_schema=False)
def front(request: Request, site: SiteOf, q: str = "", days: Days = PERIODS[0]) -> Response:
    """Show what has come in of late; a search, which stood here once, is sent on."""
    if q:
        return RedirectResponse(f"/reports?{urlencode({'q': q})}")
    return site.page(request, "today.html", page=today_page(site.workspace, days), periods=PERIODS)


@router.get("/today.json", summary="What has come in of late, in the shape sayso/today/1")
def today_as_json(site: SiteOf, days: Days = PERIODS[0]) -> dict[str, Any]:
    """Give the same as data: the ids of the incidents of each section."""
    found: TodayPage = today_page(site.workspace, days)
    sections = {
        section.name: {"total": section.total, "incidents": [row.incident.id for row in section.rows]}
        for section in found.sections
    }
    return {
        "schema": "sayso/today/1",
        "since": found.since,
        "reports": len(found.reports),
        "waiting": found.waiting,
        "sections": sections,
        "unlinked": [{"report": report, "because": because} for report, because in found.unlinked],
    }
