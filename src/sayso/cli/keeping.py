"""`sayso add`, `list` and `verify`: what is kept in a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import AsJson, Folder, Outlet, Published, Timezone, Url, opened, said
from sayso.cli.printing import console, counted, error_json, print_json, safe, trace
from sayso.contract import Json, plain
from sayso.errors import IntegrityError, PartialFailure
from sayso.records import Added, Listed, Meta, Refusal

if TYPE_CHECKING:
    from rich.progress import Progress

    from sayso.workspace import Finding, Workspace

_LINES = {".jsonl", ".ndjson"}


def add(  # noqa: PLR0913  (one parameter a flag)
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders of reports.")],
    *,
    workspace: Folder = None,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    timezone: Timezone = None,
    as_json: AsJson = False,
) -> None:
    """Keep reports and what they say. The same bytes twice change nothing; a bad file is listed and passed over."""
    with opened(workspace, create=True) as place:
        outcomes = list(taken_in(place, paths, said(published, outlet, url, timezone)))
        folder = place.folder
    kept = [outcome for outcome in outcomes if isinstance(outcome, Added)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    if as_json:
        print_json(_added_json(folder, kept, refused))
    print_outcome(kept, refused, quiet=as_json)
    if refused:
        only = not kept and len(refused) == 1
        raise typer.Exit(refused[0].error.exit_code if only else PartialFailure.exit_code)


def taken_in(place: Workspace, paths: Iterable[Path], meta: Meta) -> Iterator[Added | Refusal]:
    """Add the reports, with a progress bar on standard error, and yield what became of each."""
    files = place.inputs(paths)
    with bar() as progress:
        task = progress.add_task("Reading", total=sum(_expected(file) for file in files))
        for outcome in place.add(files, meta):
            progress.advance(task)
            yield outcome


def _expected(file: Path) -> int:
    """How many reports a file is likely to hold: its lines, where it is one of JSON lines."""
    if file.suffix.lower() not in _LINES:
        return 1
    try:
        with file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1


@contextmanager
def bar() -> Iterator[Progress]:
    """Show how far a long command is on standard error, where that is a terminal."""
    from rich import progress  # noqa: PLC0415  (only a bar needs it)
    from rich.text import Text  # noqa: PLC0415

    class Rate(progress.ProgressColumn):
        """Reports a second, since the beginning."""

        def render(self, task: progress.Task) -> Text:
            return Text(f"{task.completed / task.elapsed:.0f}/s" if task.elapsed else "")

    out = console(error=True)
    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        Rate(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=out, disable=not out.is_terminal) as bar:
        yield bar


def print_outcome(kept: list[Added], refused: list[Refusal], *, quiet: bool) -> None:
    """Say what was kept, unless `quiet`, and on standard error what was not, each with cause and cure."""
    new = [outcome for outcome in kept if outcome.new]
    claims = counted(sum(outcome.claims for outcome in new), "claim")
    known = f"{len(kept) - len(new):,} kept before and left as they were"
    out, errors = console(), console(error=True)
    if not quiet:
        out.print(f"{counted(len(new), 'report')} kept, with {claims}; {known}.")
    if refused:
        errors.print(f"{counted(len(refused), 'input')} not taken in:", style="bold")
    for refusal in refused:
        trace(refusal.error)
        errors.print(f"  {safe(refusal.origin)}: {safe(str(refusal.error))}")


def _added_json(folder: Path, kept: list[Added], refused: list[Refusal]) -> Json:
    return {
        "schema": "sayso/add/1",
        "workspace": str(folder),
        "reports": [
            {"id": outcome.report.id, "file": outcome.report.name, "new": outcome.new, "claims": outcome.claims}
            for outcome in kept
        ],
        "refused": [
            {"file": refusal.name, "origin": refusal.origin, "error": error_json(refusal.error)} for refusal in refused
        ],
    }


def list_reports(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Only reports with all of these.")
    ] = None,
    workspace: Folder = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 50,
    offset: Annotated[int, typer.Option(min=0, help="How many to pass over.")] = 0,
    as_json: AsJson = False,
) -> None:
    """List the reports kept, newest first."""
    asked = " ".join(words or ())
    with opened(workspace) as place:
        rows, total = place.reports(asked, offset, limit), place.count(asked)
    if as_json:
        page = {"words": asked, "total": total, "offset": offset, "limit": limit}
        print_json({"schema": "sayso/list/1", **page, "reports": plain(rows)})
    else:
        _print_list(rows, total, offset, asked)


def _print_list(rows: tuple[Listed, ...], total: int, offset: int, asked: str) -> None:
    out = console()
    for row in rows:
        told = f"{counted(row.claims, 'claim')}, {row.attributed} with a source"
        particulars = (row.published or "date not known", row.outlet or "outlet not known", told)
        out.print(f"{row.report.id}  {safe(row.title or row.report.name)}", style="bold")
        out.print(f"{' ' * 18}{' · '.join(safe(part) for part in particulars)}")
    if rows:
        out.print(f"{offset + 1:,} to {offset + len(rows):,} of {counted(total, 'report')}", style="dim")
    elif total:
        out.print(f"There are only {counted(total, 'report')}; give a smaller --offset.")
    elif asked:
        out.print("No report has all of these words.")
    else:
        out.print("No reports yet. Add some with `sayso add PATH`, or see invented ones with `sayso demo`.")


def verify(workspace: Folder = None, as_json: AsJson = False) -> None:
    """Check that the bytes are those received, the custody log is unbroken and every span quotes its text."""
    with opened(workspace) as place:
        findings, total = list(place.verify()), place.count()
    errors = [finding for finding in findings if finding.severity == "error"]
    if as_json:
        print_json({"schema": "sayso/verify/1", "sound": not errors, "reports": total, "findings": plain(findings)})
    else:
        _print_findings(findings, total)
    if errors:
        raise typer.Exit(IntegrityError.exit_code)


def _print_findings(findings: list[Finding], total: int) -> None:
    out = console()
    for finding in findings:
        out.print(
            f"{finding.severity}: {safe(finding.sentence)}", style="red" if finding.severity == "error" else "dim"
        )
    errors = sum(finding.severity == "error" for finding in findings)
    checked = f"{counted(total, 'report')} checked: "
    out.print(checked + (f"{counted(errors, 'error')}." if errors else "all as received, every span quotes its text."))
