"""The search page, searches that are kept, and their twins for programs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from sayso.search import CHOICES, PAGE, Filters, Results, Saved, filters, results_to_json, saved_to_json
from sayso.web.forms import Form, form_of
from sayso.web.pages import is_exercise
from sayso.web.site import Site, site_of

router = APIRouter()
SiteOf = Annotated[Site, Depends(site_of)]
FormOf = Annotated[Form, Depends(form_of)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]
_SEE_OTHER = 303
_LONGEST = 500
_FIELDS = tuple(Filters.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page shows: the results of a search or none yet, the kept search they are of, what may be chosen."""

    words: str
    filters: Filters
    results: Results | None
    kept: Saved | None
    searches: tuple[Saved, ...]
    languages: tuple[str, ...]
    stored: bool

    @property
    def first(self) -> int:
        """The position of the first row, from 1."""
        return ((self.results.page if self.results else 1) - 1) * PAGE + 1

    @property
    def last(self) -> int:
        """The position of the last row."""
        return self.first + (len(self.results.found) if self.results else 0) - 1

    @property
    def exercise(self) -> bool:
        """Whether a row is a bundled sample."""
        return any(is_exercise(row.listed.report) for row in (self.results.found if self.results else ()))

    def query(self, **changed: object) -> str:
        """Return the search as the query of an address, with other values where they are given."""
        values: dict[str, object] = {"q": self.words, **self.filters.given} | changed
        return urlencode({name: value for name, value in values.items() if value})

    def without(self, name: str) -> str:
        """Return the query of the search without one of its filters."""
        return replace(self, filters=replace(self.filters, **{name: getattr(Filters(), name)})).query()

    def address(self, page: int) -> str:
        """Return the path of another page of the results."""
        return f"/searches/{self.kept.id}?page={page}" if self.kept else f"/search?{self.query(page=page)}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The search that an address asks for."""

    words: str
    filters: Filters

    def __bool__(self) -> bool:
        return bool(self.words or self.filters.given)


def wanted_of(request: Request, q: Annotated[str, Query(max_length=_LONGEST)] = "") -> Wanted:
    """Read the words and the filters of an address; raises BadValue."""
    given = {name: request.query_params.get(name, "")[:_LONGEST].strip() for name in _FIELDS}
    return Wanted(q.strip(), filters(given))


WantedOf = Annotated[Wanted, Depends(wanted_of)]


@router.get("/search", include_in_schema=False)
def search(request: Request, site: SiteOf, wanted: WantedOf, page: Page = 1) -> Response:
    """Find reports by words and by what else holds of them."""
    found = site.workspace.search(wanted.words, wanted.filters, page) if wanted else None
    return _shown(request, site, found, None)


@router.get("/search.json", summary="Reports found by words and filters, in the shape sayso/search/1")
def search_as_json(site: SiteOf, wanted: WantedOf, page: Page = 1) -> dict[str, Any]:
    """Give the same page of results as data; filters are parameters of the address."""
    return results_to_json(site.workspace.search(wanted.words, wanted.filters, page))


@router.get("/searches.json", summary="The searches that are kept, in the shape sayso/saved/1")
def searches_as_json(site: SiteOf) -> dict[str, Any]:
    """Give the searches that are kept, each with how many reports are new in it."""
    return {"schema": "sayso/saved/1", "searches": [saved_to_json(one) for one in site.workspace.saved_searches()]}


@router.get("/searches", include_in_schema=False)
def searches() -> Response:
    """Lead to the search page, which lists the searches that are kept."""
    return RedirectResponse("/search#kept")


@router.post("/searches", include_in_schema=False)
def keep(site: SiteOf, form: FormOf) -> Response:
    """Keep a search under a lasting address."""
    given = {name: form.one(name) for name in _FIELDS}
    made = site.workspace.save_search(form.one("name"), form.one("q"), filters(given))
    return RedirectResponse(f"/searches/{made.id}", _SEE_OTHER)


@router.get("/searches/{id}.json", summary="One kept search with what it finds, in the shape sayso/search/1")
def kept_as_json(site: SiteOf, id: str, page: Page = 1) -> dict[str, Any]:  # noqa: A002
    """Give a kept search with its results; what came since its last visit is marked as new."""
    kept, found = site.workspace.saved_search(id, page)
    return results_to_json(found) | {"search": saved_to_json(kept)}


@router.get("/searches/{id}", include_in_schema=False)
def kept(request: Request, site: SiteOf, id: str, page: Page = 1) -> Response:  # noqa: A002
    """Show a kept search; what came since its last visit is marked, until a person says that it was seen."""
    search, found = site.workspace.saved_search(id, page)
    return _shown(request, site, found, search)


@router.post("/searches/{id}/seen", include_in_schema=False)
def seen(site: SiteOf, form: FormOf, id: str) -> Response:  # noqa: A002, ARG001  (the form proves who sent it)
    """Note that all a kept search finds was seen."""
    return RedirectResponse(f"/searches/{site.workspace.visit(id).id}", _SEE_OTHER)


def _shown(request: Request, site: Site, found: Results | None, kept: Saved | None) -> Response:
    workspace = site.workspace
    context = SearchPage(
        words=found.words if found else "",
        filters=found.filters if found else Filters(),
        results=found,
        kept=kept,
        searches=() if found else workspace.saved_searches(),
        languages=workspace.languages(),
        stored=bool(found and found.total) or workspace.count() > 0,
    )
    return site.page(request, "search.html", page=context, choices=CHOICES)
