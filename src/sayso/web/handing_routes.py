"""The pages of exports and of briefings, the files behind them, and their twins for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse

from sayso.contract import plain
from sayso.errors import NotFound
from sayso.outgoing import BriefingFormat, Format, Preview, Redaction, Terms
from sayso.web.handing import (
    AT_ONCE,
    EVERY,
    PROFILES,
    BriefTermsOf,
    Chosen,
    ChosenOf,
    Picked,
    TermsOf,
    one_of,
    picked,
    query,
)
from sayso.web.site import Site, site_of
from sayso.web.timeline import told_by_samples
from sayso.workspace import formats

router = APIRouter()
SiteOf = Annotated[Site, Depends(site_of)]
Format_ = Annotated[str, Query(alias="format", max_length=40)]
USUAL: Format = "csv-claims"
_BRIEFINGS = {"markdown": ("text/markdown", ".md"), "html": ("text/html", ".html")}
_LISTED = 200  # withheld words that the page lists; the twin for programs has all


@dataclass(frozen=True, slots=True)
class HandingPage:
    """What both pages show: what was chosen, how many incidents that is, and on which terms they would leave.

    `stored` says whether there is any report at all, `exercise` whether a bundled sample is among those told of.
    """

    chosen: Chosen
    picked: Picked
    terms: Terms
    stored: bool
    exercise: bool

    @property
    def flags(self) -> tuple[tuple[str, bool], ...]:
        """The fields of an address that are either there or not."""
        raise NotImplementedError

    @property
    def query(self) -> str:
        """The query of an address that asks for the same on the same terms."""
        many = EVERY if self.chosen.every else ""
        on = ((name, "yes" if value else "") for name, value in self.flags)
        return query(*self.chosen.pairs, ("many", many), ("profile", self.terms.profile), *on)

    @property
    def waits(self) -> bool:
        """Whether they are so many that nobody should wait for them without having asked."""
        return self.picked.count is None or self.picked.count > AT_ONCE


@dataclass(frozen=True, slots=True)
class ExportPage(HandingPage):
    """A choice of incidents about to be exported; `preview` is None until it was asked for."""

    format: Format
    preview: Preview | None = None

    @property
    def flags(self) -> tuple[tuple[str, bool], ...]:
        """Whether what nobody reviewed leaves too, and what a format offers besides."""
        return tuple((name, getattr(self.terms, name)) for name in ("unreviewed", "hxl", "areas"))

    @property
    def withheld(self) -> tuple[tuple[str, tuple[Redaction, ...]], ...]:
        """What is withheld, by its kind and what stands in its stead."""
        kinds: dict[tuple[str, str, str], list[Redaction]] = {}
        for one in self.preview.withheld if self.preview else ():
            kinds.setdefault((one.kind, one.instead, one.because), []).append(one)
        return tuple((kind, tuple(found)) for (kind, _, _), found in kinds.items())


@dataclass(frozen=True, slots=True)
class BriefPage(HandingPage):
    """A choice of incidents as a briefing: in the shape `sayso/briefing/1`, or as Markdown; empty until asked for."""

    briefing: Mapping[str, Any] | None = None
    markdown: str = ""

    @property
    def flags(self) -> tuple[tuple[str, bool], ...]:
        """Whether only what a person accepted stands in it."""
        return (("reviewed", not self.terms.unreviewed),)


def _choice(site: Site, chosen: Chosen, terms: Terms) -> tuple[Chosen, Picked, Terms, bool, bool]:
    """Return what both pages are made of."""
    found = picked(site.workspace, chosen)
    first: Iterable[str] = ()
    if found.selection:
        some = found.selection.incidents or site.workspace.outlines(
            found.selection.view, found.selection.offset, AT_ONCE
        )
        first = (one if isinstance(one, str) else one.id for one in some[:AT_ONCE])
    return chosen, found, terms, site.workspace.count() > 0, told_by_samples(site, first)


# ---- exports ----


@router.get("/export", include_in_schema=False)
def export(request: Request, site: SiteOf, chosen: ChosenOf, terms: TermsOf, format_: Format_ = USUAL) -> Response:
    """Show what an export of a choice comes to, before it is made."""
    asked: Format = one_of(format_, Format)
    page = ExportPage(*_choice(site, chosen, terms), asked)
    if page.picked.selection and (not page.waits or request.query_params.get("look")):
        page = replace(page, preview=site.workspace.redactions(page.picked.selection, terms))
    return site.page(request, "export.html", page=page, formats=formats(), profiles=PROFILES, listed=_LISTED)


@router.get("/export.json", summary="What an export of a choice comes to, in the shape sayso/redactions/1")
def export_as_json(site: SiteOf, chosen: ChosenOf, terms: TermsOf) -> dict[str, Any]:
    """Give the same preview as data, with all that is withheld."""
    selection = picked(site.workspace, chosen).selection
    found = site.workspace.redactions(selection, terms) if selection else Preview(0, 0, 0, 0)
    return {"schema": "sayso/redactions/1", **plain(found)}


@router.get("/export/file", include_in_schema=False)
def export_file(site: SiteOf, chosen: ChosenOf, terms: TermsOf, format_: Format_ = USUAL) -> StreamingResponse:
    """Give the file itself."""
    asked: Format = one_of(format_, Format)
    pieces = site.workspace.export(asked, _selected(site, chosen), terms)
    first = next(pieces, b"")  # what cannot be given is refused before an answer has begun
    described = formats()[asked]
    stem = asked.removeprefix("csv-") if asked.startswith("csv-") else "events"
    return StreamingResponse(
        _chained(first, pieces), headers=_named(stem, described.suffix), media_type=described.media_type
    )


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _named(stem: str, suffix: str) -> dict[str, str]:
    name = f"sayso-{stem}-{datetime.now(UTC):%Y-%m-%d}{suffix}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _selected(site: Site, chosen: Chosen) -> Any:
    selection = picked(site.workspace, chosen).selection
    if selection is None:
        raise NotFound("No incident is in this choice.", "Go back to the list and choose others.")
    return selection


# ---- briefings ----


@router.get("/brief", include_in_schema=False)
def brief(request: Request, site: SiteOf, chosen: ChosenOf, terms: BriefTermsOf, form: str = "") -> Response:
    """Show a dated digest of a choice, each sentence cited, to read, to print and to paste."""
    page = BriefPage(*_choice(site, chosen, terms))
    if page.picked.selection and (not page.waits or request.query_params.get("look")):
        written = site.workspace.brief(page.picked.selection, terms, "markdown" if form == "markdown" else "json")
        told = {"markdown": written} if form == "markdown" else {"briefing": json.loads(written)}
        page = replace(page, **told)
    return site.page(request, "brief.html", page=page, profiles=PROFILES)


@router.get("/brief.json", summary="A dated digest of a choice, in the shape sayso/briefing/1")
def brief_as_json(site: SiteOf, chosen: ChosenOf, terms: BriefTermsOf) -> dict[str, Any]:
    """Give the same digest as data."""
    found: dict[str, Any] = json.loads(site.workspace.brief(_selected(site, chosen), terms, "json"))
    return found


@router.get("/brief/file", include_in_schema=False)
def brief_file(site: SiteOf, chosen: ChosenOf, terms: BriefTermsOf, form: str = "markdown") -> Response:
    """Give the digest as a file: Markdown, or a page that needs nothing else."""
    asked: BriefingFormat = one_of(form, BriefingFormat)
    media, suffix = _BRIEFINGS.get(asked, ("application/json", ".json"))
    written = site.workspace.brief(_selected(site, chosen), terms, asked)
    return Response(written.encode("utf-8", "backslashreplace"), headers=_named("briefing", suffix), media_type=media)
