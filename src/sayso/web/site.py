"""What the routes share: the workspace, the words, and the templates."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fastapi.templating import Jinja2Templates
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from sayso import __version__, wording
from sayso.web import display, naming
from sayso.web.messages import Messages, load
from sayso.web.pages import is_exercise
from sayso.web.segments import anchor
from sayso.workspace import Workspace, country

STATIC = Path(__file__).with_name("static")


@dataclass(frozen=True, slots=True)
class Site:
    """One served workspace. The workspace may be used by several threads at once."""

    workspace: Workspace
    messages: Messages
    templates: Jinja2Templates
    token: str  # proves that a form was served by this very run of the program

    def country(self, code: str) -> str:
        """Return a country's name by its two letters."""
        return country(code, self.workspace.settings)

    def page(self, request: Request, template: str, status: int = 200, **context: object) -> Response:
        """Render a template as an answer."""
        return self.templates.TemplateResponse(request, template, context, status_code=status)


def make_site(workspace: Workspace) -> Site:
    """Load the words and the templates."""
    messages, token = load(), secrets.token_urlsafe(32)
    environment = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        lstrip_blocks=True,
    )
    environment.filters |= _filters(messages, partial(country, settings=workspace.settings))
    environment.globals |= {
        "t": messages,
        "program_version": __version__,
        "is_exercise": is_exercise,
        "notice_words": wording.NOTICES,
        "state_words": wording.STATES,
        "source_words": wording.SOURCES,
        "csrf_token": token,
        "workspace_folder": str(workspace.folder),
    }
    return Site(workspace, messages, Jinja2Templates(env=environment), token)


def _filters(messages: Messages, named: Callable[[str], str]) -> dict[str, Callable[..., str]]:
    return {
        "country": named,
        "shown": display.shown,
        "plain": display.shown_plain,
        "date": partial(display.date, messages=messages),
        "language": partial(display.language, messages=messages),
        "anchor": anchor,
        "moment": partial(display.moment, messages=messages),
        "heading": partial(naming.heading, messages=messages),
        "kind": partial(naming.kind, messages=messages),
        "where": partial(naming.where, messages=messages, country=named),
        "radius": partial(naming.radius, messages=messages),
    }


def site_of(request: Request) -> Site:
    """Return the site that the application serves."""
    site: Site = request.app.state.site
    return site
