"""`sayso versions`: what became of an article, from each version and reading of it to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import history_to_json
from sayso.records import Claim, Reading
from sayso.revisions import ClaimChange, History, Revision, Run, Side, paragraphs
from sayso.wording import sentence

_HOW = {"article": "The article was changed", "reading": "Read anew, from the same bytes"}
_STYLES = {"added": "green", "removed": "red", "changed": "yellow"}
_AROUND = 5  # words shown at either end of a stretch that stayed


def versions(
    report_id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a report that is a version of the article.")
    ],
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Show what became of an article: words and claims that changed, and corrections, from each version to the next."""
    with opened(workspace) as place:
        found = place.history(report_id)
    if as_json:
        print_json(history_to_json(found))
        return
    out = console()
    for side in found.sides:
        out.print(f"{side.report.id}  {safe(_called(side))}")
    if found.earlier:
        out.print(f"{counted(found.earlier, 'earlier change')} not shown.", style="dim")
    for revision in found.revisions:
        _print_revision(revision)
    _print_rest(found)


def _called(side: Side) -> str:
    published = side.reading.text.published or "date not known"
    return f"{published} · {side.report.name} · reading {side.version.number} ({side.version.model})"


def _print_revision(revision: Revision) -> None:
    out = console()
    sides = " to ".join(f"{side.report.id} reading {side.version.number}" for side in (revision.before, revision.after))
    out.print(f"\n{_HOW[revision.how]}: {sides}", style="bold")
    for notice in revision.corrections:
        out.print(f"  The outlet says that it corrected the article: {safe(notice.text)}", style="magenta")
    for change in revision.claims:
        for line in _claim(change, revision):
            out.print(f"  {safe(line)}", style=_STYLES[change.fate])
    out.print(f"  {counted(revision.kept, 'claim')} as before.")
    for line in _words(revision.runs):
        out.print(f"  {safe(line)}")
    if revision.same_words:
        out.print("  The words of the article are the same.")


def _claim(change: ClaimChange, revision: Revision) -> Iterator[str]:
    """Say what became of a claim: `-` as it was, `+` as it is, `~` what is otherwise."""
    if change.before:
        yield f"- {change.before.id}: {_sentence(change.before, revision.before.reading)}"
    if change.after:
        yield f"+ {change.after.id}: {_sentence(change.after, revision.after.reading)}"
    yield from (f"~ {reason}" for reason in change.because)


def _sentence(claim: Claim, reading: Reading) -> str:
    return "".join(part.text for part in sentence(claim, reading))


def _words(runs: Iterable[Run]) -> Iterator[str]:
    """Give each paragraph that is not the same on both sides, long stretches that are left out in the middle."""
    for paragraph in paragraphs(runs):
        if not all(run.before and run.after for run in paragraph):
            yield " ".join(map(_shown, paragraph))


def _shown(run: Run) -> str:
    """Write a run: `[-taken out-]`, `{+put in+}`."""
    if not run.after:
        return f"[-{run.text}-]"
    if not run.before:
        return f"{{+{run.text}+}}"
    words = run.text.split()
    return run.text if len(words) <= 2 * _AROUND else " ".join([*words[:_AROUND], "…", *words[-_AROUND:]])


def _print_rest(found: History) -> None:
    out = console()
    if not found.revisions:
        out.print("There is one version, read once. Add the same address again to see what changed.")
    for orphan in found.orphans:
        ruling = orphan.ruling
        out.print(f"\nNo longer applies: {ruling.kind} by {safe(ruling.by)}. {safe(orphan.because)}", style="yellow")
