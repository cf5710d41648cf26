"""`sayso brief`: a dated digest of incidents, for people who were not at the desk."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from sayso.cli.handing import (
    At,
    Country,
    For,
    Limit,
    Offset,
    OfState,
    OfType,
    Out,
    Since,
    Until,
    Words,
    base,
    one_of,
    selection,
    write,
)
from sayso.cli.options import Folder, opened
from sayso.outgoing import BriefingFormat, Profile, Terms


def brief(  # noqa: PLR0913  (one parameter a flag)
    incidents: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Which incidents.")] = None,
    *,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(get_args(BriefingFormat))}.")
    ] = "markdown",
    out: Out = None,
    profile: For = "internal",
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only claims that a person accepted.")] = False,
    words: Words = "",
    since: Since = "",
    until: Until = "",
    state: OfState = "",
    type_: OfType = "",
    country: Country = "",
    place: At = "",
    offset: Offset = 0,
    limit: Limit = None,
    workspace: Folder = None,
) -> None:
    """Write a dated digest of incidents: each sentence cited, what a person has not reviewed marked as such."""
    given = {"since": since, "until": until, "state": state, "type": type_, "country": country, "place": place}
    chosen = selection(incidents, offset, limit, words=words, **given)
    terms = Terms(one_of(profile, Profile, "profile"), unreviewed=not reviewed, base=base())
    asked = one_of(format_, BriefingFormat, "format")
    with opened(workspace) as kept:
        written = kept.brief(chosen, terms, asked)
    write([written.encode("utf-8", "backslashreplace")], out)
