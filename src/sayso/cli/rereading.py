"""`sayso reread`: what is kept, read again by the program as it is now."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.keeping import bar
from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, error_json, print_json, safe, trace
from sayso.errors import PartialFailure
from sayso.records import Added, Refusal


def reread(
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="[REPORT...]", help="Only these, by whatever they were read last.")
    ] = None,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Read again what an earlier version of the reader read. Earlier readings and all judgements stay.

    Each report is kept as soon as it is read; stopped and run again, it goes on where it was.
    """
    with opened(workspace) as place:
        names = tuple(reports or place.outdated())
        outcomes: list[Added | Refusal] = []
        with bar() as progress:
            task = progress.add_task("Reading", total=len(names))
            for outcome in place.reread(names):
                progress.advance(task)
                outcomes.append(outcome)
        orphans, folder = place.orphans(), place.folder
    kept = [outcome for outcome in outcomes if isinstance(outcome, Added)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    if as_json:
        rows = [{"id": one.report.id, "file": one.report.name, "claims": one.claims} for one in kept]
        bad = [{"file": one.name, "origin": one.origin, "error": error_json(one.error)} for one in refused]
        told = {
            "workspace": str(folder),
            "reports": rows,
            "refused": bad,
            "orphaned": [one.ruling.id for one in orphans],
        }
        print_json({"schema": "sayso/reread/1"} | told)
    else:
        _print_outcome(kept, len(orphans))
    _print_refused(refused)
    if refused:
        raise typer.Exit(PartialFailure.exit_code)


def _print_outcome(kept: list[Added], orphaned: int) -> None:
    claims = counted(sum(one.claims for one in kept), "claim")
    console().print(f"{counted(len(kept), 'report')} read again, with {claims}; earlier readings stay.")
    if orphaned:
        what = counted(orphaned, "judgement")
        console().print(f"No longer applying: {what}. See `sayso judge list --orphaned`.", style="yellow")


def _print_refused(refused: list[Refusal]) -> None:
    errors = console(error=True)
    for one in refused:
        trace(one.error)
        errors.print(f"  {safe(one.origin)}: {safe(str(one.error))}")
