"""`sayso export`: incidents in the formats that other people's tools read."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import plain
from sayso.errors import BadValue
from sayso.outgoing import Format, Preview, Profile, Redaction, Selection, Terms
from sayso.outline import view
from sayso.settings import from_environment

Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to write it [default: here].")]
For = Annotated[
    str, typer.Option("--profile", metavar="internal|partner|public", help="For whom; what others may not have stays.")
]
Unreviewed = Annotated[
    bool, typer.Option("--include-unreviewed", help="Also claims that no person accepted, marked as unreviewed.")
]
Incidents = Annotated[
    list[str] | None, typer.Option("--incident", metavar="ID", help="Only this one; may be given again and again.")
]
Words = Annotated[str, typer.Option(metavar="WORDS", help="Only incidents with a report that has all of these.")]
OfState = Annotated[str, typer.Option("--state", metavar="STATE", help="Only in this state, such as disputed.")]
OfType = Annotated[str, typer.Option("--type", metavar="TYPE", help="Only of this PLOVER type.")]
At = Annotated[str, typer.Option("--place", metavar="NAME", help="Only at this place, by its name.")]
Since = Annotated[str, typer.Option(metavar="DAY", help="Only at or after this day, such as 2024-01-16.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="Only at or before this day.")]
Country = Annotated[str, typer.Option(metavar="CC", help="Only in this country: two letters of ISO 3166.")]
Offset = Annotated[int, typer.Option(min=0, help="How many incidents to pass over.")]
Limit = Annotated[int | None, typer.Option(min=1, help="How many incidents at most.")]

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
    selection = Selection(tuple(incident or ()), view(given), words, offset=offset, limit=limit)
    terms = Terms(one_of(profile, Profile, "profile"), include_unreviewed, hxl, areas, base())
    with opened(workspace) as kept:
        found = kept.redactions(selection, terms)
        if not preview:
            write(kept.export(asked, selection, terms, found), out, binary=asked == "parquet")
    if preview or as_json:
        _show(found, as_json=as_json)
    else:
        _summarise(found, out, terms)


def base() -> str:
    """Return where the pages of the workspace are served, as the settings have it."""
    settings = from_environment()
    return f"http://{settings.host}:{settings.port}"


def one_of(value: str, choices: object, what: str) -> Any:
    """Return a value that is one of a Literal's; raises BadValue with those that there are."""
    if value not in get_args(choices):
        raise BadValue(f"There is no {what} {value!r}.", f"Give one of: {', '.join(get_args(choices))}.")
    return value


def write(pieces: Iterable[bytes], out: Path | None, *, binary: bool = False) -> None:
    """Write the pieces to a file, whole or not at all, or to standard output; raises BadValue where that cannot be."""
    if out is not None:
        _to_file(pieces, out)
    elif binary and sys.stdout.isatty():
        raise BadValue("This format is no text, and a terminal can show only text.", "Name a file with --out.")
    else:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def _to_file(pieces: Iterable[bytes], out: Path) -> None:
    try:
        number, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    except OSError as error:
        raise BadValue(f"Nothing can be written to {out}: {error.strerror}.", "Name another file.") from error
    scratch = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(pieces)
        scratch.chmod(0o600)  # it may hold what is for nobody else
        scratch.replace(out)
    except OSError as error:
        raise BadValue(f"Nothing can be written to {out}: {error.strerror}.", "Name another file.") from error
    finally:
        scratch.unlink(missing_ok=True)


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
