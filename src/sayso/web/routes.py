"""Every page and its twins for programs: parse, ask the workspace, show."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from sayso.contract import history_to_json, plain, reading_to_json
from sayso.errors import ModelError
from sayso.figures import figures
from sayso.web.about import about_page
from sayso.web.marks import stylesheet
from sayso.web.pages import PAGE_LENGTH, Around, Kept, ListPage, reading_page
from sayso.web.site import Site, site_of
from sayso.web.versions import versions_page
from sayso.workspace import model_card

router = APIRouter()
_USUAL = ("times",)  # what is marked besides claims where the address does not say
SiteOf = Annotated[Site, Depends(site_of)]


def listed(
    site: SiteOf,
    q: Annotated[str, Query(max_length=500)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> ListPage:
    """Return the page of the list that an address asks for."""
    words = q.strip()
    rows = site.workspace.reports(words, (page - 1) * PAGE_LENGTH, PAGE_LENGTH)
    return ListPage(rows, words, page, site.workspace.count(words))


ListOf = Annotated[ListPage, Depends(listed)]


@router.get("/reports", include_in_schema=False)
def reports(request: Request, site: SiteOf, found: ListOf) -> Response:
    """List the reports, newest first."""
    return site.page(request, "list.html", page=found)


@router.get("/reports.json", summary="Reports, newest first, in the shape sayso/list/1")
def reports_as_json(found: ListOf) -> dict[str, Any]:
    """Give the same page of the list as data."""
    place = {"offset": (found.number - 1) * PAGE_LENGTH, "limit": PAGE_LENGTH}
    return {"schema": "sayso/list/1", "words": found.words, "total": found.total, **place, "reports": plain(found.rows)}


@router.get("/about", include_in_schema=False)
def about(request: Request, site: SiteOf) -> Response:
    """Say what the machine can and cannot do, with the figures that were measured."""
    try:
        page = about_page(figures(), model_card())
    except ModelError as error:
        page = about_page(figures(), None, str(error))
    return site.page(request, "about.html", page=page)


@router.get("/about.json", summary="What was measured of the program, layer by layer, and its model")
def about_as_json() -> dict[str, Any]:
    """Give the same figures as data."""
    return {"schema": "sayso/about/1", "figures": plain(figures()), "model": plain(model_card())}


@router.get("/d/{id}", include_in_schema=False)
def latest(site: SiteOf, id: str) -> Response:  # noqa: A002
    """Redirect to the latest reading; a beginning of the id will do if it is the only one."""
    report = site.workspace.report(id)
    version, _ = site.workspace.reading(report.id)
    return RedirectResponse(f"/d/{report.id}/v/{version.number}")


@router.get("/d/{id}/versions", include_in_schema=False)
def versions(request: Request, site: SiteOf, id: str) -> Response:  # noqa: A002
    """Show what became of the article: its versions, its readings, and what is otherwise from each to the next."""
    report = site.workspace.report(id)
    return site.page(request, "versions.html", page=versions_page(report, site.workspace.history(report.id)))


@router.get("/d/{id}/versions.json", summary="What became of an article, in the shape sayso/versions/1")
def versions_as_json(site: SiteOf, id: str) -> dict[str, Any]:  # noqa: A002
    """Give the same as data."""
    return history_to_json(site.workspace.history(id))


@router.get("/d/{id}/v/{number:int}.json", summary="One reading of a report, in the shape sayso/reading/1")
def reading_as_json(site: SiteOf, id: str, number: int) -> dict[str, Any]:  # noqa: A002
    """Give the same reading as data."""
    return reading_to_json(site.workspace.reading(id, number)[1])


@router.get("/d/{id}/v/{number:int}.txt", response_class=PlainTextResponse, summary="The canonical text of a report")
def reading_as_text(site: SiteOf, id: str, number: int) -> str:  # noqa: A002
    """Give the canonical text, into which every offset counts."""
    return site.workspace.reading(id, number)[1].text.body


@router.get("/d/{id}/v/{number:int}.css", include_in_schema=False)
def marks(site: SiteOf, id: str, number: int) -> Response:  # noqa: A002
    """Give the rules that light up a claim, an event or a place, all its parts and its card, without a script."""
    reading = site.workspace.reading(id, number)[1]
    ids = [item.id for found in (reading.claims, reading.events, reading.places) for item in found]
    return Response(stylesheet(ids), media_type="text/css")


@router.get("/d/{id}/v/{number:int}", include_in_schema=False)
def reading(
    request: Request,
    site: SiteOf,
    id: str,  # noqa: A002
    number: int,
    show: Annotated[list[Literal["events", "places", "times", ""]] | None, Query()] = None,
) -> Response:
    """Show the reading view, with what is to be marked in it besides claims."""
    workspace = site.workspace
    report = workspace.report(id)
    others = tuple(one for one in workspace.article(report.id) if one.id != report.id)
    told = workspace.incidents_of([report.id])
    kept = Kept(workspace.versions(report.id), workspace.custody(report.id), others, told)
    base = str(request.base_url).rstrip("/")
    around = Around(base, site.country, frozenset(_USUAL if show is None else show))
    return site.page(
        request, "reading.html", page=reading_page(report, workspace.reading(report.id, number), kept, around)
    )
