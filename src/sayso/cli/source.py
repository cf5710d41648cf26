"""`sayso source`: the record of a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import plain
from sayso.rulings import Cited, Fate, Saying, SourceRecord
from sayso.wording import SOURCES

_SHOWN = 10  # claims of a kind; `--json` has all


def source(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person, body, document or outlet, by its name.")],
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Show what a source said, through whom, and what others, or itself, said of that since."""
    with opened(workspace) as place:
        found = place.source(name)
    if as_json:
        print_json({"schema": "sayso/source/1", "source": plain(found)})
    else:
        _print_record(found)


def _print_record(found: SourceRecord) -> None:
    out = console()
    kinds = ", ".join(SOURCES[kind] for kind in found.kinds)
    out.print(f"{safe(found.name)}{f' ({kinds})' if kinds else ''}", style="bold")
    others = [name for name in found.names if name != found.name]
    if others:
        out.print(f"Also as {safe(', '.join(others))}")
    out.print(_grade(found))
    for one in found.grades:
        undone = f", undone by {one.undone_by}" if one.undone_by else ""
        why = f": {one.ruling.why}" if one.ruling.why else ""
        out.print(f"  {one.ruling.id}  {one.ruling.grade}, {safe(one.ruling.by)}, {one.ruling.at}{undone}{safe(why)}")
    reports = counted(len({one.report for one in found.said}), "report")
    out.print(
        f"Said {counted(len(found.said), 'claim')} in {reports}; passed on {counted(len(found.relayed), 'claim')}."
    )
    _print_fates("corroborated", found.corroborated)
    _print_fates("denied", found.denied)
    _print_fates("withdrawn", found.withdrawn)
    _print_cited("Cited by", found.cited_by)
    _print_cited("Cites", found.cites)
    _print_said(found)


def _grade(found: SourceRecord) -> str:
    held = [one.ruling for one in found.grades if not one.undone_by]
    by = f"graded by {safe(held[-1].by)} on {held[-1].at[:10]}" if held else "nobody has graded it"
    return f"Reliability {found.grade.value}: {found.grade.meaning.lower()} ({by})"


def _print_fates(what: str, fates: Sequence[Fate]) -> None:
    out = console()
    out.print(f"{len(fates)} {what}{':' if fates else ''}")
    for fate in fates[:_SHOWN]:
        out.print(f"  {_where(fate.saying)}  {safe(fate.saying.words)}")
        out.print(f"      {safe(fate.because)}", style="dim")
        for other in fate.by:
            out.print(f"      {other.report[:8]}:{other.claim}  {safe(other.sentence)}")
    _print_rest(len(fates))


def _print_cited(how: str, cited: Sequence[Cited]) -> None:
    if cited:
        names = "; ".join(f"{safe(one.name)} ({counted(len(one.sayings), 'claim')})" for one in cited[:_SHOWN])
        console().print(f"{how}: {names}")


def _print_said(found: SourceRecord) -> None:
    out = console()
    if found.said:
        out.print("What it said:")
    for one in found.said[:_SHOWN]:
        outward = [*(voice.name for voice in one.voices[1:]), one.outlet or ""]
        through = ", ".join(name for name in outward if name and name not in found.names)
        out.print(f"  {_where(one)}  {safe(one.words)}{safe(f' (through {through})') if through else ''}")
    _print_rest(len(found.said))


def _print_rest(total: int) -> None:
    if total > _SHOWN:
        console().print(f"  … and {total - _SHOWN:,} more; --json has all", style="dim")


def _where(one: Saying) -> str:
    return f"{one.report[:8]}:{one.claim}"
