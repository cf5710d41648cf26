"""What is wrong in the account of what a batch of reports says together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from . import dates, shape
from .gold import Across, Fault, Report
from .quotes import find
from .report import point_faults

_SEVERAL = frozenset({"disputed", "corroborated"})  # the states that want more than one origin


def faults(across: Across, reports: Mapping[str, Report]) -> Iterator[Fault]:
    """Every fault of one across file; `reports` are those of its folder by name, their shapes sound."""
    wrong = list(shape.faults(across.gold, "across"))
    yield from wrong
    if any(fault.grave for fault in wrong):
        return
    yield from _ids(across)
    for incident in across.incidents:
        yield from _incident(incident, reports)
    for pair in across.gold.get("contradictions", []):
        yield from _claim("contradictions", pair["a"], reports)
        yield from _claim("contradictions", pair["b"], reports)
        if pair["a"] == pair["b"]:
            yield Fault("contradictions", f"{pair['a']} against itself")


def _ids(across: Across) -> Iterator[Fault]:
    ids = Counter(incident["id"] for incident in across.incidents)
    for name, times in ids.items():
        if times > 1:
            yield Fault(name, "the id is used twice")
        if not name.startswith(f"{across.name}-"):
            yield Fault(name, f"an incident of this batch is called {across.name}-…")
    for pair in across.gold.get("not_same", []):
        if pair["a"] == pair["b"] or not {pair["a"], pair["b"]} <= ids.keys():
            yield Fault("not_same", f"{pair['a']!r} and {pair['b']!r} are no two incidents")


def _incident(incident: dict[str, Any], reports: Mapping[str, Report]) -> Iterator[Fault]:
    where = incident["id"]
    if not incident["time"] or not all(dates.valid(value) for value in incident["time"]):
        yield Fault(where, f"time {incident['time']!r} is no EDTF")
    if "place" in incident:
        yield from _place(where, incident["place"], reports)
    for name, claims in incident["reports"].items():
        for claim in claims:
            yield from _claim(f"{where} reports", {"report": name, "claim": claim}, reports)
    yield from _origins(incident)
    yield from _denials(incident, reports)
    yield from _disputes(incident, reports)
    yield from _state(incident)


def _claim(where: str, at: dict[str, Any], reports: Mapping[str, Report]) -> Iterator[Fault]:
    report = reports.get(at["report"])
    if report is None or at["claim"] not in {claim["id"] for claim in report.claims}:
        yield Fault(where, f"no claim {at['claim']!r} in a report {at['report']!r}")


def _place(where: str, place: dict[str, Any], reports: Mapping[str, Report]) -> Iterator[Fault]:
    report = reports.get(place["report"])
    if report is None or find(report.text, place["quote"], place.get("nth", 1)) is None:
        yield Fault(where, f"place {place['quote']!r} is not in a report {place['report']!r}")
    yield from point_faults(where, place)


def _members(where: str, names: list[str], among: set[str]) -> Iterator[Fault]:
    for name in sorted(set(names) - among):
        yield Fault(where, f"{name!r} is not among {', '.join(sorted(among))}")


def _origins(incident: dict[str, Any]) -> Iterator[Fault]:
    where, origins, echoes = incident["id"], incident["origins"], incident.get("echoes", [])
    standing = Counter(name for origin in origins for name in origin["reports"])
    yield from _members(f"{where} origins", list(standing), set(incident["reports"]))
    yield from _members(f"{where} echoes", echoes, set(standing))
    for name in (name for name, times in standing.items() if times > 1):
        yield Fault(where, f"{name!r} stands under two origins")
    for origin in origins:
        if not origin["reports"] or not origin["why"]:
            yield Fault(where, "an origin wants its reports and why")
        elif not set(origin["reports"]) - set(echoes):
            yield Fault(where, "an origin of echoes alone")
    if not origins:
        yield Fault(where, "nobody affirms it")


def _denials(incident: dict[str, Any], reports: Mapping[str, Report]) -> Iterator[Fault]:
    where, among = incident["id"], set(incident["reports"])
    affirming = {name for origin in incident["origins"] for name in origin["reports"]}
    for denial in incident.get("denials", []):
        yield from _members(f"{where} denials", [denial["report"]], among)
        for at in [denial, *denial["denies"]]:
            yield from _claim(f"{where} denials", at, reports)
    yield from _members(f"{where} denial_reports", incident.get("denial_reports", []), among)
    for name in sorted(affirming & set(incident.get("denial_reports", []))):
        yield Fault(where, f"{name!r} denies it and stands under an origin")


def _disputes(incident: dict[str, Any], reports: Mapping[str, Report]) -> Iterator[Fault]:
    where = f"{incident['id']} disputes"
    for dispute in incident.get("disputes", []):
        if len({str(value["value"]) for value in dispute["values"]}) < 2:
            yield Fault(where, "a dispute wants two or more values")
        for value in dispute["values"]:
            for at in value["claims"]:
                yield from _claim(where, at, reports)


def _state(incident: dict[str, Any]) -> Iterator[Fault]:
    where, state, origins = incident["id"], incident["state"], len(incident["origins"])
    if (origins > 1) != (state in _SEVERAL):
        yield Fault(where, f"{state} with {origins} origins")
    if state == "denied" and not incident.get("denials"):
        yield Fault(where, "denied, but no denials")
    if state == "disputed" and all(dispute["slot"] != "perpetrator" for dispute in incident.get("disputes", [])):
        yield Fault(where, "disputed, but not by perpetrator")
