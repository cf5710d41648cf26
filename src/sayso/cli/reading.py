"""`sayso read` and `sayso show`: a reading, for people and as the promised JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.events import print_events_and_places
from sayso.cli.naming import country
from sayso.cli.options import AsJson, Folder, Outlet, Published, Timezone, Url, opened, said
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import plain, reading_to_json
from sayso.records import Claim, Reading, Report
from sayso.settings import from_environment
from sayso.wording import NOTICES, sentence

if TYPE_CHECKING:
    from rich.text import Text

Why = Annotated[bool, typer.Option("--why", help="Also say what events and places rest on, and what was not chosen.")]

_STDIN = "standard input"
_STYLES = {"source": "bold", "name": "bold", "cue": "cyan", "hedge": "yellow", "notice": "magenta", "content": "italic"}


def read(  # noqa: PLR0913  (one parameter a flag)
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Text, HTML or PDF; `-` is standard input.")],
    *,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    timezone: Timezone = None,
    why: Why = False,
    as_json: AsJson = False,
) -> None:
    """Read one report and show what it says; nothing is stored."""
    from sayso.workspace import read as read_report  # noqa: PLC0415

    settings = from_environment()
    meta = said(published, outlet, url, timezone)
    # One byte over the limit is enough to be refused for its size.
    source, name = (sys.stdin.buffer.read(settings.max_bytes + 1), _STDIN) if str(file) == "-" else (file, file.name)
    found = read_report(source, meta, settings, name=name)
    if as_json:
        print_json(reading_to_json(found))
    else:
        _print_reading(found, name, why=why)


def show(
    report_id: Annotated[str, typer.Argument(metavar="ID", help="The report's id, or how it starts (six or more).")],
    number: Annotated[
        int | None, typer.Option("--reading", help="Which of its readings [default: the latest].")
    ] = None,
    workspace: Folder = None,
    why: Why = False,
    as_json: AsJson = False,
) -> None:
    """Show a stored report: its notices, every claim as a sentence, its events and its places."""
    with opened(workspace) as place:
        report = place.report(report_id)
        version, found = place.reading(report.id, number)
        if as_json:
            print_json(
                {
                    "schema": "sayso/show/1",
                    "report": plain(report),
                    "version": plain(version),
                    "versions": plain(place.versions(report.id)),
                    "custody": plain(place.custody(report.id)),
                    "reading": reading_to_json(found),
                }
            )
            return
    _print_reading(found, f"{report.id} · reading {version.number} ({version.model})", _received(report), why=why)


def _received(report: Report) -> str:
    address = f" · {report.meta.url}" if report.meta.url else ""
    return f"received {report.added} from {report.origin}{address}"


def _print_reading(found: Reading, *heads: str, why: bool) -> None:
    out, text = console(), found.text
    out.print(safe(text.title.text) if text.title else "(no title)", style="bold")
    out.print(" · ".join(safe(part) for part in _particulars(found)))
    for head in heads:
        out.print(safe(head), style="dim")
    for notice in text.notices:
        named = f" ({safe(notice.outlet)})" if notice.outlet else ""
        out.print(f"Notice, {NOTICES[notice.kind]}{named}: {safe(notice.span.text)}", style="magenta")
    out.print()
    for claim in found.claims:
        out.print(_claim_line(claim, found))
    print_events_and_places(found, country, why=why)
    _print_end(found)


def _particulars(found: Reading) -> Iterable[str]:
    text = found.text
    yield text.outlet or "outlet not known"
    yield text.published or "date not known"
    yield f"language {text.language}"
    yield counted(len(found.claims), "claim")
    if found.events:
        yield counted(len(found.events), "event")


def _claim_line(claim: Claim, found: Reading) -> Text:
    from rich.text import Text  # noqa: PLC0415

    line = Text(f"{claim.id:>4}  ")
    for part in sentence(claim, found):
        line.append(safe(part.text), _STYLES.get(part.role))
    return line


def _print_end(found: Reading) -> None:
    out = console()
    if not found.claims:
        out.print("No claim was found in this report.")
    for remark in found.remarks:
        out.print(f"Note: {safe(remark)}", style="dim")
