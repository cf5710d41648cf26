"""The list of sources, the record of one, and their twins for programs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from sayso.contract import plain
from sayso.rulings import SourceRecord
from sayso.web.history import History
from sayso.web.incident_routes import FlashOf, Number, SiteOf
from sayso.web.pages import PAGE_LENGTH
from sayso.web.site import Site
from sayso.web.sources import REPORTS, SHOWN, SourcesPage, source_page

router = APIRouter()
Name = Annotated[str, Query(min_length=1, max_length=1000)]
Words = Annotated[str, Query(max_length=500)]


@router.get("/sources.json", summary="Who speaks in the reports, in the shape sayso/sources/1")
def sources_as_json(site: SiteOf, q: Words = "", page: Number = 1) -> dict[str, Any]:
    """Give the same page of sources as data."""
    found = _sources(site, q.strip(), page)
    return {"schema": "sayso/sources/1", "sources": plain(found.rows), "page": page, "more": found.more}


@router.get("/sources", include_in_schema=False)
def sources(request: Request, site: SiteOf, q: Words = "", page: Number = 1) -> Response:
    """List who speaks in the reports, or passes words on."""
    return site.page(request, "sources.html", page=_sources(site, q.strip(), page))


def _sources(site: Site, words: str, number: int) -> SourcesPage:
    found = site.workspace.sources(words, (number - 1) * PAGE_LENGTH, PAGE_LENGTH + 1)
    stored = bool(found) or bool(site.workspace.sources("", 0, 1))
    return SourcesPage(found[:PAGE_LENGTH], words, number, len(found) > PAGE_LENGTH, stored)


@router.get("/source.json", summary="The record of a source, in the shape sayso/source/1")
def source_as_json(site: SiteOf, name: Name, page: Number | None = None) -> dict[str, Any]:
    """Give the same record as data: all of it, or where a page is named what that rests on."""
    found = site.workspace.source(name) if page is None else _record(site, name, page)
    return {"schema": "sayso/source/1", "source": plain(found)}


@router.get("/source", include_in_schema=False)
def source(request: Request, site: SiteOf, flash: FlashOf, name: Name, page: Number = 1) -> Response:
    """Show the record of a source."""
    shown = source_page(site.workspace, _record(site, name, page), History(site.workspace.judgements(name)), page)
    return site.page(request, "source.html", page=shown, flash=flash, shown_at_most=SHOWN)


def _record(site: Site, name: str, number: int) -> SourceRecord:
    return site.workspace.source(name, (number - 1) * REPORTS, REPORTS)
