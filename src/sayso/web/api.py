"""The interface for programs: the calls of a workspace under /api/v1, as JSON. What is looked at needs no token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import StreamingResponse

from sayso.contract import Json, history_to_json, incidents_to_json, plain, reading_to_json
from sayso.outgoing import BriefingFormat, Format, Profile, Selection, Terms
from sayso.outline import outline_to_json, spots_to_json, timeline_to_json
from sayso.search import results_to_json, saved_to_json
from sayso.web.incident_routes import incident_document
from sayso.web.search import WantedOf
from sayso.web.site import Site, site_of
from sayso.web.timeline import ViewOf
from sayso.workspace import formats

PREFIX = "/api/v1"
router = APIRouter(prefix=PREFIX)
SiteOf = Annotated[Site, Depends(site_of)]
Words = Annotated[str, Query(max_length=500)]
Name = Annotated[str, Query(min_length=1, max_length=1000)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]
Subject = Annotated[str, Path(pattern=r"^[0-9a-f]{6,16}:[cv]\d+$")]


# ---- reports ----


@router.get("/reports", summary="Reports that hold all these words, newest first")
def reports(site: SiteOf, words: Words = "", offset: Offset = 0, limit: Limit = 50) -> Json:
    """Give each report with what its latest reading shows at a glance, and how many there are."""
    found = site.workspace.reports(words, offset, limit)
    told = {"words": words, "total": site.workspace.count(words), "offset": offset, "limit": limit}
    return {"schema": "sayso/list/1", **told, "reports": plain(found)}


@router.get("/reports/{id}", summary="One report, its readings and its custody")
def report(site: SiteOf, id: str) -> Json:  # noqa: A002
    """Give what is kept of a report; a beginning of the id will do if it is the only one."""
    workspace = site.workspace
    found = workspace.report(id)
    parts = {"versions": plain(workspace.versions(found.id)), "custody": plain(workspace.custody(found.id))}
    return {"schema": "sayso/report/1", "report": plain(found), **parts}


@router.get("/reports/{id}/readings/latest", summary="The latest reading, in the shape sayso/reading/1")
def latest(site: SiteOf, id: str) -> Json:  # noqa: A002
    """Give all that was read in a report."""
    return reading_to_json(site.workspace.reading(id)[1])


@router.get("/reports/{id}/readings/{number}", summary="One reading, in the shape sayso/reading/1")
def reading(site: SiteOf, id: str, number: int) -> Json:  # noqa: A002
    """Give all that one reading found in a report."""
    return reading_to_json(site.workspace.reading(id, number)[1])


@router.get("/reports/{id}/claims", summary="The claims of the latest reading")
def claims(site: SiteOf, id: str) -> Json:  # noqa: A002
    """Give the claims of a report alone, with the text that their spans are of, and which a person accepted."""
    version, found = site.workspace.reading(id)
    document = reading_to_json(found)
    accepted = sorted(claim for _, claim in site.workspace.accepted([site.workspace.report(id).id]))
    return {
        "schema": "sayso/claims/1",
        "version": plain(version),
        "text": document["text"],
        "claims": document["claims"],
        "accepted": accepted,
    }


@router.get("/reports/{id}/history", summary="What became of an article: its versions and readings")
def history(site: SiteOf, id: str) -> Json:  # noqa: A002
    """Give the versions of the article that a report is of, and what each changed."""
    return history_to_json(site.workspace.history(id))


@router.get("/reports/{id}/article", summary="The reports that are versions of one article")
def article(site: SiteOf, id: str) -> Json:  # noqa: A002
    """Give the reports that share the article's address, in the order they were published."""
    return {"schema": "sayso/article/1", "reports": plain(site.workspace.article(id))}


# ---- finding ----


@router.get("/search", summary="Reports found by words and filters, in the shape sayso/search/1")
def search(site: SiteOf, wanted: WantedOf, page: Page = 1) -> Json:
    """Give a page of what is found; words are the parameter `q`, and filters have their own names."""
    return results_to_json(site.workspace.search(wanted.words, wanted.filters, page))


@router.get("/searches", summary="The searches that are kept")
def searches(site: SiteOf) -> Json:
    """Give the searches that are kept, each with how many reports are new in it."""
    return {"schema": "sayso/saved/1", "searches": [saved_to_json(one) for one in site.workspace.saved_searches()]}


@router.get("/searches/{id}", summary="One kept search with what it finds")
def kept(site: SiteOf, id: str, page: Page = 1) -> Json:  # noqa: A002
    """Give a kept search with its results; what came since its last visit is marked as new."""
    one, found = site.workspace.saved_search(id, page)
    return results_to_json(found) | {"search": saved_to_json(one)}


@router.get("/kinds", summary="What there is to filter by: languages, types and countries")
def kinds(site: SiteOf) -> Json:
    """Give the languages of the reports, the types of the incidents and the countries they are in."""
    types, countries = site.workspace.kinds()
    languages = site.workspace.languages()
    return {"schema": "sayso/kinds/1", "languages": languages, "types": types, "countries": countries}


# ---- incidents ----


@router.get("/incidents", summary="Incidents, the latest first, in the shape sayso/incidents/1")
def incidents(site: SiteOf, offset: Offset = 0, limit: Limit = 50) -> Json:
    """Give what the stored reports say together."""
    workspace = site.workspace
    found = incidents_to_json(workspace.incidents(offset, limit))
    unlinked = [{"report": one, "because": because} for one, because in workspace.unlinked()]
    return found | {"total": workspace.incident_count(), "unlinked": unlinked}


@router.get("/incidents/{id}", summary="One incident, in the shape sayso/incident/1")
def incident(site: SiteOf, id: str) -> Json:  # noqa: A002
    """Give an incident by its id, or by that of a report that tells of it alone."""
    return incident_document(site, id)


@router.get("/outlines", summary="Incidents at a glance that a view shows")
def outlines(site: SiteOf, view: ViewOf, offset: Offset = 0, limit: Limit = 50) -> Json:
    """Give incidents with their days, places, states and counts, without their claims."""
    found = [outline_to_json(one) for one in site.workspace.outlines(view, offset, limit)]
    return {"schema": "sayso/outlines/1", "total": site.workspace.outline_count(view), "incidents": found}


@router.get("/why", summary="Why two reports, or two incidents, are or are not of one occurrence")
def why(site: SiteOf, a: Name, b: Name) -> Json:
    """Give the reasons in sentences."""
    return {"schema": "sayso/why/1", **plain(site.workspace.why(a, b))}


@router.get("/timeline", summary="When incidents are said to have happened, in the shape sayso/timeline/1")
def timeline(site: SiteOf, view: ViewOf, offset: Offset = 0, limit: Limit = 50) -> Json:
    """Give bars of what happened and of what was published, and a page of incidents."""
    return timeline_to_json(site.workspace.timeline(view, offset, limit), view)


@router.get("/spots", summary="Places of incidents with their uncertainty, as GeoJSON")
def spots(site: SiteOf, view: ViewOf) -> Json:
    """Give points, each with how many metres off it may be; null where that is not known."""
    return spots_to_json(site.workspace.spots(view), view, site.workspace.unplaced(view))


# ---- sources ----


@router.get("/sources", summary="Who speaks in the reports")
def sources(site: SiteOf, name: Words = "", offset: Offset = 0, limit: Limit = 50) -> Json:
    """Give voices whose name begins so, those that are heard most first."""
    return {"schema": "sayso/sources/1", "sources": plain(site.workspace.sources(name, offset, limit))}


@router.get("/source", summary="The record of a source, in the shape sayso/source/1")
def source(site: SiteOf, name: Name, offset: Offset = 0, limit: Limit | None = None) -> Json:
    """Give what a source said, through whom, and what became of it; no grade but a person's.

    With a limit it is of so many of the reports in which it is heard, the latest first.
    """
    return {"schema": "sayso/source/1", "source": plain(site.workspace.source(name, offset, limit))}


# ---- what persons decided ----


@router.get("/judgements", summary="What persons decided: all, or about a report or a name")
def judgements(site: SiteOf, about: Words = "") -> Json:
    """Give the judgements in the order they were made, each with what undid it."""
    return {"schema": "sayso/judgements/1", "judgements": plain(site.workspace.judgements(about))}


@router.get("/judgements/orphans", summary="Judgements that no longer apply, each with the reason")
def orphans(site: SiteOf) -> Json:
    """Give the judgements in force that the latest readings leave without what they are about."""
    return {"schema": "sayso/orphans/1", "orphans": plain(site.workspace.orphans())}


@router.get("/aliases", summary="Names that stand for others")
def aliases(site: SiteOf) -> Json:
    """Give each name, by its key, with the one that it stands for."""
    return {"schema": "sayso/aliases/1", "aliases": dict(site.workspace.aliases().named)}


@router.get("/claims/{subject}/proposal", summary="What speaks for and against a claim, and the grade proposed for it")
def proposal(site: SiteOf, subject: Subject) -> Json:
    """Give the credibility that is proposed for `REPORT:CLAIM`; it is no grade until a person confirms it."""
    workspace = site.workspace
    found = {"attested": plain(workspace.attested(subject)), "proposal": plain(workspace.proposal(subject))}
    return {"schema": "sayso/proposal/1", "claim": subject, **found}


# ---- handing on ----


def selection_of(
    view: ViewOf, incident: Annotated[list[str] | None, Query()] = None, words: Words = "", limit: Limit = 1000
) -> Selection:
    """Read which incidents are to leave."""
    return Selection(tuple(incident or ()), view, words, limit=limit)


def terms_of(
    request: Request, profile: Profile = "public", unreviewed: bool = False, hxl: bool = False, areas: bool = False
) -> Terms:
    """Read on which terms they leave: by default those for the public, and only what persons accepted."""
    return Terms(profile, unreviewed, hxl, areas, str(request.base_url).rstrip("/"))


SelectionOf = Annotated[Selection, Depends(selection_of)]
TermsOf = Annotated[Terms, Depends(terms_of)]


@router.get("/export/{format}", summary="Incidents in a format that other tools read", response_class=StreamingResponse)
def export(site: SiteOf, format: Format, selection: SelectionOf, terms: TermsOf) -> StreamingResponse:  # noqa: A002
    """Give the incidents of a selection, and nothing that the terms withhold."""
    pieces: Iterator[bytes] = site.workspace.export(format, selection, terms)
    first = next(pieces, b"")  # what cannot be given is refused before an answer has begun
    return StreamingResponse(_chained(first, pieces), media_type=formats()[format].media_type)


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


@router.get("/redactions", summary="What an export would withhold, and why")
def redactions(site: SiteOf, selection: SelectionOf, terms: TermsOf) -> Json:
    """Give what such an export comes to, before it is made."""
    return {"schema": "sayso/redactions/1", **plain(site.workspace.redactions(selection, terms))}


@router.get("/brief", summary="A dated digest of incidents, each sentence cited")
def brief(site: SiteOf, selection: SelectionOf, terms: TermsOf, format: BriefingFormat = "markdown") -> dict[str, Any]:  # noqa: A002
    """Give the digest as text in a format."""
    return {"schema": "sayso/brief/1", "format": format, "text": site.workspace.brief(selection, terms, format)}
