"""The pages of incidents and their twins for programs: parse, ask the workspace, show."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from sayso.contract import incident_to_json, incidents_to_json, plain
from sayso.outline import View, view
from sayso.web.compare import ComparePage, named, pairs, rows
from sayso.web.history import History
from sayso.web.incident import SHOWN, Layout
from sayso.web.incidents import STATES, IncidentsPage, incidents_page, near, query
from sayso.web.judging import Flash, flash_of
from sayso.web.opened import Opened
from sayso.web.site import Site, site_of

router = APIRouter()
SiteOf = Annotated[Site, Depends(site_of)]
FlashOf = Annotated[Flash | None, Depends(flash_of)]
Short = Annotated[str, Query(max_length=200)]
Number = Annotated[int, Query(ge=1, le=1_000_000)]


def wanted_of(
    state: Short = "", kind: Short = "", place: Short = "", since: Short = "", until: Short = ""
) -> View:  # fmt: skip
    """Read which incidents an address asks for; raises BadValue."""
    given = {"state": state, "type": kind, "place": place, "since": since, "until": until}
    return view({name: value.strip() for name, value in given.items()})


WantedOf = Annotated[View, Depends(wanted_of)]


@router.get("/incidents.json", summary="Incidents, the latest first, in the shape sayso/incidents/1")
def incidents_as_json(site: SiteOf, wanted: WantedOf, page: Number = 1) -> dict[str, Any]:
    """Give the same page of incidents as data."""
    found = incidents_page(site.workspace, wanted, page)
    told = incidents_to_json(row.incident for row in found.rows)
    return told | {"total": found.total, "page": found.number, "more": found.more, "view": wanted.given}


@router.get("/incidents", include_in_schema=False)
def incidents(request: Request, site: SiteOf, wanted: WantedOf, page: Number = 1) -> Response:
    """List the incidents, the latest first."""
    context: IncidentsPage = incidents_page(site.workspace, wanted, page)
    return site.page(request, "incidents.html", page=context, states=STATES, query=query)


@router.get("/i/{id}/compare.json", summary="The wording of two to four reports of an incident, side by side")
def compare_as_json(
    request: Request, site: SiteOf, id: str, reports: Annotated[list[str], Query()] = []  # noqa: A002, B006
) -> dict[str, Any]:  # fmt: skip
    """Give the same comparison as data."""
    found = _compared(request, site, id, reports)
    aligned = [
        [cell and {"claim": cell.line.subject, "runs": plain(cell.runs)} for cell in row.cells] for row in found.rows
    ]
    return {
        "schema": "sayso/compare/1",
        "incident": found.incident_id,
        "reports": [shown.id for shown in found.reports],
        "rows": aligned,
        "why": plain(found.whys),
    }


@router.get("/i/{id}/compare", include_in_schema=False)
def compare(
    request: Request, site: SiteOf, id: str, reports: Annotated[list[str], Query()] = []  # noqa: A002, B006
) -> Response:  # fmt: skip
    """Set the wording of two to four reports side by side."""
    return site.page(request, "compare.html", page=_compared(request, site, id, reports))


def _compared(request: Request, site: Site, id: str, asked: list[str]) -> ComparePage:  # noqa: A002
    incident = site.workspace.incident(id)
    names = named(asked, incident.reports)
    opened = Opened(site.workspace, str(request.base_url).rstrip("/"))
    layout = Layout(incident, opened, History(()), names)
    whys = tuple(site.workspace.why(*pair) for pair in pairs(names))
    return ComparePage(incident.id, tuple(map(opened, names)), rows(layout.lines(), names), whys)


@router.get("/i/{id}.json", summary="One incident, in the shape sayso/incident/1")
def incident_as_json(site: SiteOf, id: str) -> dict[str, Any]:  # noqa: A002
    """Give the same incident as data, with the claims of it that a person accepted."""
    return incident_document(site, id)


def incident_document(site: Site, id: str) -> dict[str, Any]:  # noqa: A002
    """Return an incident as data; what is not among `accepted` was read by the machine alone."""
    found = site.workspace.incident(id)
    kept = site.workspace.accepted({one.report for one in found.claims})
    accepted = [f"{one.report}:{one.claim}" for one in found.claims if (one.report, one.claim) in kept]
    return {"schema": "sayso/incident/1", "incident": incident_to_json(found), "accepted": accepted}


@router.get("/i/{id}", include_in_schema=False)
def incident(request: Request, site: SiteOf, flash: FlashOf, id: str, whole: bool = False) -> Response:  # noqa: A002
    """Show one incident; an id that another has taken over, or a report's, leads to the incident."""
    found = site.workspace.incident(id)
    if found.id != id:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/i/{found.id}{query}")
    opened = Opened(site.workspace, str(request.base_url).rstrip("/"))
    layout = Layout(found, opened, History(site.workspace.judgements()))
    return site.page(
        request,
        "incident.html",
        page=layout.page(near(site.workspace, found)),
        flash=flash,
        most=len(found.claims) + len(found.contradictions) if whole else SHOWN,
    )
