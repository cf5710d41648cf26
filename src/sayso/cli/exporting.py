"""`sayso export`: incidents in the formats that other people's tools read."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
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
from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import plain
from sayso.outgoing import Format, Preview, Profile, Redaction, Terms

Unreviewed = Annotated[
    bool, typer.Option("--include-unreviewed", help="Also claims that no person accepted, marked as unreviewed.")
]
Incidents = Annotated[
    list[str] | None, typer.Option("--incident", metavar="ID", help="Only this one; may be given again and again.")
]
_SHOWN = 3  # places at which what is withheld was found
_KINDS = {"name": "name", "source": "description", "place": "place", "address": "address"}


def export(  # noqa: PLR0913  (one parameter a flag)
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{', '.join(get_args(Format))}, or schema.")],
    *,
    out: Out = None,
    profile: For = "internal",
    include_unreviewed: Unreviewed = False,
    incident: Incidents = None,
    words: Words = "",
    since: Since = "",
    until: Until = "",
    state: OfState = "",
    type_: OfType = "",
    country: Country = "",
    place: At = "",
    offset: Offset = 0,
    limit: Limit = None,
    hxl: Annotated[bool, typer.Option("--hxl", help="A row of HXL tags under the header of a CSV.")] = False,
    areas: Annotated[bool, typer.Option("--areas", help="GeoJSON: every place as the area it may lie in.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Write nothing: list what would be withheld.")] = False,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Export what persons accepted: tables, JSON, maps, annotations, and what researchers' tools read.

    `schema` prints the JSON Schema of the format jsonl. `docs/exports.md` tells what each format loses.
    """
    if format_ == "schema":
        print_schema(out)
        return
    asked = one_of(format_, Format, "format")
    given = {"since": since, "until": until, "state": state, "type": type_, "country": country, "place": place}
    chosen = selection(incident, offset, limit, words=words, **given)
    terms = Terms(one_of(profile, Profile, "profile"), include_unreviewed, hxl, areas, base())
    with opened(workspace) as kept:
        found = kept.redactions(chosen, terms)
        if not preview:
            write(kept.export(asked, chosen, terms, found), out, binary=asked == "parquet")
    if preview or as_json:
        _show(found, as_json=as_json)
    else:
        _summarise(found, out, terms)


def print_schema(out: Path | None) -> None:
    """Print the JSON Schema of the lines of a JSONL export."""
    from sayso.workspace import schema  # noqa: PLC0415

    write([json.dumps(schema(), indent=2).encode() + b"\n"], out)


def _show(found: Preview, *, as_json: bool) -> None:
    if as_json:
        told = {name: value for name, value in plain(found).items() if name != "readings"}
        print_json({"schema": "sayso/redactions/1", "preview": told})
        return
    out = console()
    for one in found.withheld:
        out.print(f"{_KINDS[one.kind]}: {safe(one.words)} → {safe(one.instead)}", style="bold")
        out.print(f"    {one.because} {_places(one)}", style="dim")
    out.print(_told(found))


def _places(one: Redaction) -> str:
    at = [f"{where.report[:8]} {where.start}–{where.end}" if where.end else where.report[:8] for where in one.found]
    more = f" and {len(at) - _SHOWN:,} more" if len(at) > _SHOWN else ""
    return f"({', '.join(at[:_SHOWN])}{more})"


def _told(found: Preview) -> str:
    kinds = Counter(one.kind for one in found.withheld)
    withheld = ", ".join(counted(count, _KINDS[kind]).replace("addresss", "addresses") for kind, count in kinds.items())
    leaving = f"{counted(found.events, 'event')} and {counted(found.claims, 'claim')} leave"
    return f"{leaving}; withheld: {withheld}." if withheld else f"{leaving}; nothing is withheld."


def _summarise(found: Preview, out: Path | None, terms: Terms) -> None:
    lines = console(error=True)
    lines.print(f"{_told(found)}{f' Written to {safe(str(out))}.' if out else ''}")
    if found.unreviewed and not terms.unreviewed:
        left = f"{counted(found.unreviewed, 'claim')} left out that no person accepted"
        lines.print(f"{left}: `sayso judge accept` does, and --include-unreviewed gives them too, marked.")
