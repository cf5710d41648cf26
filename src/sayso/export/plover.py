"""PLOVER JSONL: one event a line, with the fields of the PLOVER manual (openeventdata/PLOVER)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export.countries import country
from sayso.export.days import days
from sayso.export.facts import Facts, facts
from sayso.export.jsons import line
from sayso.export.review import leaving, of_event
from sayso.export.rows import said
from sayso.outgoing import Case, Terms

REQUIRED = ("id", "date", "actor", "event")
OPTIONAL = (
    "has_event", "time", "enddate", "endtime", "recipient", "event_loc", "event_text", "quad_code", "event_scale",
    "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date", "coded_time", "comment", "size",
)  # fmt: skip
_RESOLUTION = {1: 4, 2: 3, 3: 2}  # from ACLED's precision to PLOVER's: town, district, province
_COUNTRY = 1


def records(cases: Iterable[Case], terms: Terms) -> Iterator[bytes]:
    """Give an event a line; one without a date or without a type is none in PLOVER and is left out.

    The `sequence` of a passage in `text_info` is the number of its report in `cite_info`, from 1.
    """
    for case in cases:
        found = facts(case, terms)
        if leaving(case, terms) and days(found.time).first and found.type:
            yield line(_record(case, found, terms))


def _record(case: Case, found: Facts, terms: Terms) -> dict[str, Any]:
    told = [(stated, *said(stated, case)) for stated in leaving(case, terms)]
    sources = {source.report.id: source for _, source, _ in told}
    when, outlets = days(found.time), {source.reading.text.outlet for source in sources.values()}
    record = {
        "id": case.incident.id,
        "date": _iso(when.first),
        "enddate": _iso(when.last) if when.last != when.first else None,
        "has_event": 1,
        "actor": [{"entity_text": name} for name in found.actors],
        "recipient": [{"entity_text": name} for name in found.recipients],
        "event": [found.type],
        "event_loc": _location(found),
        "event_text": [span.text for _, _, claim in told for span in claim.content],
        "text_info": [
            {"sequence": list(sources).index(source.report.id) + 1, "start": span.start, "end": span.end}
            for _, source, claim in told
            for span in claim.content
        ],
        "size": {name: low for name, low in _sizes(found) if low is not None},
        "cite_info": [
            {
                "corpus": "sayso",
                "citation": source.report.sha256,
                "title": source.reading.text.title.text if source.reading.text.title else None,
                "url": source.report.meta.url,
                "language": source.reading.text.language,
                "publication": f"{source.reading.text.outlet or ''} {source.reading.text.published or ''}".strip(),
                "coder": source.reading.model,
            }
            for source in sources.values()
        ],
        "coder": "sayso",
        "comment": f"{of_event(case)}; {case.incident.state}; {len(outlets)} outlets",
    }
    return {name: value for name, value in record.items() if value not in (None, {}) or name in REQUIRED}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _sizes(found: Facts) -> Iterator[tuple[str, int | None]]:
    """Give the numbers of people on whom the claims agree."""
    for name, told in (("dead", found.killed), ("injured", found.injured)):
        yield name, told.low if len(told.values) == 1 else None


def _location(found: Facts) -> dict[str, Any] | None:
    if found.place is None:
        return None
    place, district = found.place.place, found.district
    nation = country(place.country)
    whole = place.admin1 is None and place.precision == 3
    location = {
        "extracted_place": place.span.text,
        "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "district": district.admin2 if district else None,
        "province": place.admin1,
        "country": nation.name or None,
        "country_code": nation.alpha3 or None,
        "resolution": _COUNTRY if whole else _RESOLUTION.get(place.precision or 0),
    }
    return {name: value for name, value in location.items() if value is not None}
