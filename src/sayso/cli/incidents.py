"""`sayso incidents`, `incident` and `why`: what the stored reports say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import typer

from sayso.cli.naming import country
from sayso.cli.options import AsJson, Folder, opened
from sayso.cli.printing import console, counted, print_json, safe
from sayso.contract import incident_to_json, incidents_to_json, plain
from sayso.incidents import HAPPENED, ClaimOf, Incident, Origin, Stance, Stated, Why
from sayso.wording import STANCES, STATES

_PAGE = 50
_SHOWN = 90  # characters of a claim in the list
_STYLES = {"single-origin": "yellow", "corroborated": "green", "disputed": "magenta", "denied": "red"}
_ORDER: tuple[Stance, ...] = ("supports", "denies", "mentions")


def list_incidents(
    workspace: Folder = None,
    limit: Annotated[int | None, typer.Option(min=1, help="How many at most [default: 50; with --json all].")] = None,
    offset: Annotated[int, typer.Option(min=0, help="How many to pass over.")] = 0,
    as_json: AsJson = False,
) -> None:
    """List what the reports tell of, the latest first: how many reports and origins, agreed or disputed."""
    with opened(workspace) as place:
        found = place.incidents(offset, limit if as_json else limit or _PAGE)
        total, faults = place.incident_count(), place.unlinked()
    if as_json:
        unlinked = [{"report": report, "because": because} for report, because in faults]
        print_json(incidents_to_json(found) | {"total": total, "unlinked": unlinked})
        return
    _print_list(found, offset, total)
    for report, because in faults:
        console(error=True).print(f"Report {report} could not be linked: {safe(because)}")


def _print_list(found: tuple[Incident, ...], offset: int, total: int) -> None:
    out = console()
    for incident in found:
        out.print(f"{safe(incident.id)}  {STATES[incident.state]}", style=_STYLES[incident.state])
        out.print(f"    {safe(_setting(incident))} · {_tally(incident)}")
        out.print(f"    {safe(_head(incident))}", style="dim")
    if found:
        out.print(f"{offset + 1:,} to {offset + len(found):,} of {counted(total, 'incident')}", style="dim")
    elif total:
        out.print(f"There are only {counted(total, 'incident')}; give a smaller --offset.")
    else:
        out.print("No incidents yet. Add reports that tell of the same events with `sayso add PATH`.")


def _setting(incident: Incident) -> str:
    place = incident.place.place if incident.place else None
    nation = country(place.country) if place and place.country else ""
    where = ", ".join(dict.fromkeys(filter(None, (place.name or place.span.text, nation)))) if place else ""
    return " · ".join(
        (incident.time or "date not known", where or "place not known", (incident.type or "kind not known").lower())
    )


def _tally(incident: Incident) -> str:
    parts = [counted(len(incident.reports), "report"), counted(len(incident.origins), "origin")]
    if facts := sorted({*(one.slot for one in incident.disputes), *_slots(incident)} - {HAPPENED}):
        parts.append(f"they differ on {', '.join(facts)}")
    if incident.denied:
        parts.append(counted(len(incident.denied), "denial"))
    return ", ".join(parts)


def _slots(incident: Incident) -> set[str]:
    return {one.slot for one in incident.contradictions}


def _head(incident: Incident) -> str:
    """Return the beginning of the claim that tells it best."""
    first = incident.headline
    words = " … ".join(span.text for span in first.content) if first else "No claim was found in its report."
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def show_incident(
    incident_id: Annotated[str, typer.Argument(metavar="ID", help="The incident's id, or that of a report of it.")],
    every: Annotated[bool, typer.Option("--all", help="Also claims that mention it, and those of copies.")] = False,
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Show one incident: who says it and who denies it, from how many origins, and on what they differ."""
    with opened(workspace) as place:
        incident = place.incident(incident_id)
        kept = place.accepted({one.report for one in incident.claims}) if as_json else frozenset()
    if as_json:
        accepted = [f"{one.report}:{one.claim}" for one in incident.claims if (one.report, one.claim) in kept]
        print_json({"schema": "sayso/incident/1", "incident": incident_to_json(incident), "accepted": accepted})
        return
    _print_state(incident)
    _print_origins(incident)
    _print_claims(incident, every=every)
    _print_differences(incident)


def _print_state(incident: Incident) -> None:
    out = console()
    out.print(safe(incident.id), style="bold")
    out.print(safe(_setting(incident)))
    out.print(STATES[incident.state], style=_STYLES[incident.state])
    _print_reasons(incident.because)
    if incident.joined:
        out.print("\nWhy these reports are of one incident", style="bold")
        _print_reasons(incident.joined)


def _print_reasons(because: Iterable[str]) -> None:
    for sentence in because:
        console().print(f"    {safe(sentence)}", style="dim")


def _print_origins(incident: Incident) -> None:
    out = console()
    files = {claim.report: claim.file for claim in incident.claims}
    out.print(f"\n{counted(len(incident.reports), 'report')}, {counted(len(incident.origins), 'origin')}", style="bold")
    for origin in incident.origins:
        shown = " · shown to be independent" if origin.independent else ""
        out.print(f"  {origin.id}  {_called(origin, files)}{shown}")
        _print_reasons(origin.because)


def _called(origin: Origin, files: dict[str, str]) -> str:
    """Name the reports of an origin, its copies counted and not named."""
    own = [report for report in origin.reports if report not in origin.copies]
    named = ", ".join(f"{safe(files[report])} ({report[:8]})" if report in files else report for report in own)
    copies = len(origin.copies)
    repeated = "1 copy" if copies == 1 else f"{copies:,} copies"
    return f"{named}{f', and {repeated}' if copies else ''}"


def _print_claims(incident: Incident, *, every: bool) -> None:
    copies = {report for origin in incident.origins for report in origin.copies}
    told = [one for one in incident.claims if every or one.report not in copies]
    for stance in _ORDER:
        found = [one for one in told if one.stance == stance]
        if not found:
            continue
        console().print(f"\n{STANCES[stance].capitalize()}: {counted(len(found), 'claim')}", style="bold")
        if stance == "mentions" and not every:
            console().print("    --all shows them", style="dim")
        else:
            for one in found:
                console().print(f"  {one.report[:8]} {one.claim:>4}  {safe(one.sentence)}")


def _print_differences(incident: Incident) -> None:
    """Show rival values side by side, what is denied with those who say it, then what else cannot both hold."""
    out, told = console(), {(one.report, one.claim): one for one in incident.claims}
    copies = {report for origin in incident.origins for report in origin.copies}
    for dispute in incident.disputes:
        out.print(f"\nThey differ on: {dispute.slot}", style="bold")
        for value in dispute.values:
            out.print(f"  {safe(value.value)}")
            own = [claim for claim in value.claims if claim.report not in copies]
            _print_claims_of(own or value.claims, told)
    denied, disputed = incident.denied, {one.slot for one in incident.disputes}
    if denied:
        out.print("\nWhat is denied, and who says it", style="bold")
    for denial, pairs in denied.items():
        out.print(f"  {_line(denial, told)}")
        for other, because in pairs:
            _print_claims_of((other,), told)
            out.print(f"        {safe(' '.join(because))}", style="dim")
    for one in (one for one in incident.contradictions if one.slot not in {*disputed, HAPPENED}):
        out.print(f"\nThey differ on: {one.slot}. {safe(' '.join(one.because))}", style="bold")
        _print_claims_of((one.a, one.b), told)


Told = Mapping[tuple[str, str], Stated]


def _print_claims_of(claims: Iterable[ClaimOf], told: Told) -> None:
    for claim in claims:
        console().print(f"      {_line(claim, told)}")


def _line(claim: ClaimOf, told: Told) -> str:
    stated = told.get((claim.report, claim.claim))
    return f"{claim.report[:8]} {claim.claim:>4}  {safe(stated.sentence if stated else '')}"


def why(
    a: Annotated[str, typer.Argument(metavar="A", help="A report's id, or an incident's.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    workspace: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Say why two reports, or two incidents, are or are not of one incident, and what they share."""
    with opened(workspace) as place:
        found = place.why(a, b)
    if as_json:
        print_json({"schema": "sayso/why/1", **plain(found)})
        return
    out = console()
    out.print(_verdict(found), style="bold")
    _print_reasons(found.because)
    for heading, sentences in _further(found):
        out.print(heading, style="bold")
        _print_reasons(sentences)


def _verdict(found: Why) -> str:
    both = f"{safe(found.a)} and {safe(found.b)}"
    told = f"are of one incident ({found.incidents[0]})" if found.together else "are not of one incident"
    return f"{both} {told}."


def _further(found: Why) -> Iterator[tuple[str, tuple[str, ...]]]:
    if found.origin is not None:
        yield "They go back to one telling." if found.origin else "They are two origins.", found.origin_because
    if found.places:
        yield "Both name", tuple(found.places)
    if found.copied:
        yield f"{found.copied:.0%} of the shorter text stands word for word in the longer one.", ()
