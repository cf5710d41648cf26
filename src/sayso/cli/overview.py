"""`sayso timeline` and `sayso sources`: when things are said to have happened, and who says them."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.naming import country
from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import plain
from sayso.outline import Bar, Outline, Timeline, day, spots_to_json, stretch, timeline_to_json, view
from sayso.rulings import SourceListed
from sayso.wording import SOURCES, STATES

_WIDTH = 40  # characters of the longest bar
_PAGE = 50


def timeline(  # noqa: PLR0913  (one parameter a flag)
    since: Annotated[str, typer.Option(metavar="DAY", help="Only at or after this day, such as 2024-01-16.")] = "",
    *,
    until: Annotated[str, typer.Option(metavar="DAY", help="Only at or before this day.")] = "",
    state: Annotated[str, typer.Option(metavar="STATE", help="Only in this state, such as disputed.")] = "",
    type_: Annotated[str, typer.Option("--type", metavar="TYPE", help="Only of this PLOVER type.")] = "",
    country: Annotated[str, typer.Option(metavar="CC", help="Only in this country: two letters of ISO 3166.")] = "",
    place: Annotated[str, typer.Option(metavar="NAME", help="Only at this place, by its name.")] = "",
    undated: Annotated[bool, typer.Option("--undated", help="Only those whose date is not known.")] = False,
    spots: Annotated[bool, typer.Option("--places", help="With --json: their places as GeoJSON instead.")] = False,
    offset: Annotated[int, typer.Option(min=0, help="How many incidents to pass over.")] = 0,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Show when incidents are said to have happened, told from when they were reported."""
    given = {"since": since, "until": until, "state": state, "type": type_, "country": country, "place": place}
    shown = view(given | {"undated": "yes" if undated else ""})
    with opened(workspace) as kept:
        if spots:
            print_json(spots_to_json(kept.spots(shown), shown, kept.unplaced(shown)))
            return
        line = kept.timeline(shown, offset, _PAGE)
    if as_json:
        print_json(timeline_to_json(line, shown))
    else:
        _print(line)


def sources(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only those whose name begins so.")] = "",
    offset: Annotated[int, typer.Option(min=0, help="How many to pass over.")] = 0,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """List who speaks in the reports, passes words on or publishes them, those heard most first."""
    with opened(workspace) as kept:
        found = kept.sources(name, offset, _PAGE)
    if as_json:
        print_json({"schema": "sayso/sources/1", "sources": plain(found)})
        return
    for one in found:
        console().print(f"{safe(one.name)}  ", end="", style="bold")
        console().print(f"{SOURCES[one.kind]} · {_heard(one)}", style="dim")
    if not found:
        console().print("Nobody is heard under such a name.")


def _heard(one: SourceListed) -> str:
    parts = ((one.says, "said"), (one.relays, "passed on"), (one.publishes, "published"))
    return ", ".join(f"{number:,} {verb}" for number, verb in parts if number)


def _print(line: Timeline) -> None:
    out = console()
    out.print("Said to have happened (█ surely then, ░ perhaps) and reported (▪)", style="dim")
    most = max((bar.sure + bar.perhaps for bar in (*line.happened, *line.published)), default=0) or 1
    for bar, reported in zip(line.happened, line.published, strict=True):
        if bar.sure or bar.perhaps or reported.sure:
            out.print(f"{stretch(bar.first, bar.last):>21}  {_drawn(bar, most)}")
            out.print(f"{'':>21}  {'▪' * _long(reported.sure, most)} {reported.sure or ''}", style="dim")
    for one in line.incidents:
        _print_outline(one)
    tail = f", and {line.undated:,} whose date is not known" if line.undated else ""
    out.print(f"{counted(line.total, 'incident')}{tail}", style="dim")


def _drawn(bar: Bar, most: int) -> str:
    counts = f"{bar.sure}" + (f" + {bar.perhaps} perhaps" if bar.perhaps else "")
    return f"{'█' * _long(bar.sure, most)}{'░' * _long(bar.perhaps, most)} {counts if bar.sure or bar.perhaps else ''}"


def _long(count: int, most: int) -> int:
    return max(1, round(count / most * _WIDTH)) if count else 0


def _print_outline(one: Outline) -> None:
    out = console()
    nation = country(one.country) if one.country else ""
    where = ", ".join(dict.fromkeys(filter(None, (one.place, nation)))) or "place not known"
    out.print(f"{safe(one.id)}  {one.time or 'date not known'} · {safe(where)}", style="bold")
    came = (
        f"reported {' to '.join(dict.fromkeys(day(at) or '' for at in one.reported))}"
        if one.reported
        else "undated reports"
    )
    out.print(f"    {STATES[one.state]} · {counted(one.reports, 'report')}, {came}", style="dim")
