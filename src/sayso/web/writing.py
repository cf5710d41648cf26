"""What programs may write over /api/v1: judgements and kept searches, each with the token that the settings name."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from sayso.contract import Json, plain
from sayso.errors import SaysoError
from sayso.rulings import RulingKind
from sayso.search import filters, saved_to_json
from sayso.web.api import PREFIX, SiteOf
from sayso.web.site import site_of


class NoToken(SaysoError):
    """A program asked to write, and did not show the token, or none is set."""

    http_status = 403


def admitted(request: Request) -> None:
    """Let a request pass that bears the token; raises NoToken."""
    token = site_of(request).workspace.settings.token
    if not token:
        raise NoToken("Nothing can be written over the interface for programs.", "Set SAYSO_TOKEN, and serve anew.")
    shown = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not secrets.compare_digest(shown.encode(), token.encode()):
        raise NoToken("The request does not bear the token.", "Send the header `Authorization: Bearer TOKEN`.")


router = APIRouter(prefix=PREFIX, dependencies=[Depends(admitted)])
Some = Annotated[str, Field(max_length=2000)]


class Decision(BaseModel):
    """A judgement to be kept."""

    kind: RulingKind
    subjects: Annotated[list[Some], Field(min_length=1, max_length=100)]
    grade: Some = ""
    by: Some = ""
    why: Some = ""


class Reason(BaseModel):
    """Who takes a judgement back, and why."""

    by: Some = ""
    why: Some = ""


class Search(BaseModel):
    """A search to be kept; `filters` are by name, as `GET /search` takes them."""

    name: Some
    words: Some = ""
    filters: dict[str, Some] = {}
    by: Some = ""


@router.post("/judgements", status_code=201, summary="Keep what a person decided")
def judge(site: SiteOf, given: Decision) -> Json:
    """Keep a judgement and give it with its id."""
    made = site.workspace.judge(given.kind, given.subjects, given.grade, by=given.by, why=given.why)
    return {"schema": "sayso/judgement/1", "judgement": plain(made)}


@router.post("/judgements/{id}/undo", status_code=201, summary="Take a judgement back")
def undo(site: SiteOf, id: str, given: Reason) -> Json:  # noqa: A002
    """Take a judgement back, by one more, and give that."""
    return {"schema": "sayso/judgement/1", "judgement": plain(site.workspace.undo(id, by=given.by, why=given.why))}


@router.post("/searches", status_code=201, summary="Keep a search")
def save(site: SiteOf, given: Search) -> Json:
    """Keep a search under a lasting id."""
    made = site.workspace.save_search(given.name, given.words, filters(given.filters), by=given.by)
    return {"schema": "sayso/saved/1", "searches": [saved_to_json(made)]}


@router.post("/searches/{id}/visits", status_code=201, summary="Note that all a kept search finds was seen")
def visit(site: SiteOf, id: str) -> Json:  # noqa: A002
    """From now on, what comes later is new."""
    return {"schema": "sayso/saved/1", "searches": [saved_to_json(site.workspace.visit(id))]}
