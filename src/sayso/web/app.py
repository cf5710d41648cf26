"""The application: routes, guard and errors put together over one workspace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.staticfiles import StaticFiles

from sayso import __version__
from sayso.settings import Settings
from sayso.web.api import PREFIX
from sayso.web.api import router as api
from sayso.web.desk_routes import router as desk
from sayso.web.failures import add_handlers
from sayso.web.guard import Guard
from sayso.web.handing_routes import router as handing
from sayso.web.hosts import Hosts
from sayso.web.incident_routes import router as incidents
from sayso.web.judging import router as judging
from sayso.web.map import router as map_page
from sayso.web.review_routes import router as review
from sayso.web.routes import router
from sayso.web.search import router as search
from sayso.web.site import STATIC, make_site
from sayso.web.source_routes import router as sources
from sayso.web.timeline import router as timeline
from sayso.web.writing import router as writing
from sayso.workspace import Workspace

# FastAPI measures requests by default and sends what it measured where a variable of the environment tells it to.
_NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}


def create_app(folder: Path, settings: Settings) -> FastAPI:
    """Open the workspace in the folder and return the application that shows it; raises StoreError.

    `settings.host` is the address it will be bound to, which the Host header of each request must name.
    """
    workspace = Workspace.open(folder, settings)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        workspace.close()

    # The documentation pages of FastAPI load scripts from elsewhere, so there are none; the schema itself is served.
    app = FastAPI(
        title="sayso",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
        lifespan=closing,
        telemetry=_NO_TELEMETRY,
    )
    app.state.site = make_site(workspace)
    app.add_middleware(Guard, hosts=Hosts(settings.host))
    add_handlers(app)
    for part in (router, api, writing, desk, incidents, judging, map_page, review, search, sources, timeline, handing):
        app.include_router(part)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
