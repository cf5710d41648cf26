"""What a person decides on a page: a form becomes a judgement, and the page that follows says so and how to undo it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from sayso.errors import BadValue
from sayso.rulings import Ruling, RulingKind
from sayso.web.forms import Form, form_of, local
from sayso.web.history import Entry, History
from sayso.web.review import RECENT
from sayso.web.site import Site, site_of
from sayso.workspace import Workspace

router = APIRouter()
SiteOf = Annotated[Site, Depends(site_of)]
FormOf = Annotated[Form, Depends(form_of)]
_KINDS: tuple[RulingKind, ...] = get_args(RulingKind)
_SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Flash:
    """What was just decided, one line for each judgement."""

    entries: tuple[Entry, ...]

    @property
    def in_force(self) -> tuple[str, ...]:
        """The ids of those that can be undone together."""
        return tuple(entry.ruling.id for entry in self.entries if entry.undone is None)


def flash_of(site: SiteOf, done: Annotated[str, Query(max_length=2000)] = "") -> Flash | None:
    """Return what an address says was just decided (`done=j3,j4`); None where it says nothing."""
    if not done:
        return None
    history = History(site.workspace.judgements())
    entries = [history.entry(name) for name in done.split(",")]
    return Flash(tuple(entry for entry in entries if entry)) if any(entries) else None


@router.post("/judge", include_in_schema=False)
def judge(request: Request, site: SiteOf, form: FormOf) -> Response:
    """Keep what a person decided and go back to where it was decided; raises as `Workspace.judge` does."""
    made = _made(site.workspace, form)
    if request.headers.get("hx-request"):
        entries = History(site.workspace.judgements()).recent(RECENT)
        back = local(form.one("back")).partition("#")[0]
        item = form.one("item")
        return site.page(request, "judged.html", ruling=made[0], recent_entries=entries, item=item, back=back)
    return RedirectResponse(_back(form.one("back"), made), _SEE_OTHER)


def _made(workspace: Workspace, form: Form) -> list[Ruling]:
    """Judge once, or with `each` once for every subject."""
    kind = form.one("kind")
    if kind not in _KINDS:
        raise BadValue(f"{kind!r} is no kind of judgement.", "Use the buttons of the page.")
    subjects = form.every("subject")
    groups = [[one] for one in subjects] if form.one("each") else [list(subjects)]
    return [
        workspace.judge(kind, group, form.one("grade"), by=form.one("by"), why=form.one("why"))
        for group in groups
        if group
    ] or _nothing()


def _nothing() -> list[Ruling]:
    raise BadValue("Nothing was chosen.", "Tick what the judgement is about.")


def _back(address: str, made: list[Ruling]) -> str:
    """Return the path to go back to, with the judgements just made in its query."""
    parts = urlsplit(local(address))
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "done"]
    done = ",".join(ruling.id for ruling in made)
    return urlunsplit(("", "", parts.path, urlencode([*query, ("done", done)]), parts.fragment))
