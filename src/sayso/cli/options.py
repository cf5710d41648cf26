"""The options that commands share, and the workspace they open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.records import Meta
from sayso.settings import from_environment

if TYPE_CHECKING:
    from sayso.workspace import Workspace

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs, and nothing else.")]
Folder = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="DIR", help="Folder that keeps the reports [default: sayso-workspace]."),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it was published, such as 2024-01-16 or 2024-01 (EDTF).")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Url = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Where it was published.")]
Timezone = Annotated[str | None, typer.Option(metavar="ZONE", help="The outlet's time zone, such as Asia/Damascus.")]


def said(published: str | None, outlet: str | None, url: str | None, timezone: str | None) -> Meta:
    """Return what the flags say about a report."""
    return Meta(url=url, outlet=outlet, published=published, timezone=timezone)


def opened(folder: Path | None, *, create: bool = False) -> Workspace:
    """Open the workspace named, or the one of the settings; raises NotFound, StoreError."""
    # The database takes a quarter of a second to import, which `--help` need not wait for.
    from sayso.workspace import Workspace  # noqa: PLC0415

    settings = from_environment()
    return Workspace.open(folder or settings.folder, settings, create=create)
