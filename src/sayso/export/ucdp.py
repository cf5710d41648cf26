"""A CSV with the 49 columns of UCDP GED (the header of its version 23.1), filled where sayso knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.export import csvs
from sayso.export.days import days, ucdp_precision
from sayso.export.facts import Range, facts
from sayso.export.review import leaving
from sayso.export.rows import claim_rows, event_rows
from sayso.outgoing import Case, Terms

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_TAGS = {
    "id": "#event+id", "date_start": "#date+start", "date_end": "#date+end", "country": "#country+name",
    "adm_1": "#adm1+name", "adm_2": "#adm2+name", "where_coordinates": "#loc+name", "latitude": "#geo+lat",
    "longitude": "#geo+lon", "best": "#affected+killed", "high": "#affected+killed+max",
    "low": "#affected+killed+min", "side_a": "#group+name+first", "side_b": "#group+name+second",
    "source_office": "#meta+source", "source_article": "#meta+citation",
}  # fmt: skip
_EXACT_M, _NEAR_M, _DISTRICT_M = 5_000, 25_000, 75_000
_COUNTRY = 6


def file(cases: Iterable[Case], terms: Terms) -> Iterator[bytes]:
    """Give the file line by line."""
    rows = (list(row.values()) for case in cases for row in _rows(case, terms))
    return csvs.lines(COLUMNS, rows, [_TAGS.get(name, "") for name in COLUMNS] if terms.hxl else None)


def _rows(case: Case, terms: Terms) -> Iterator[dict[str, Any]]:
    for event in event_rows(case, terms):
        found, when = facts(case, terms), days(event["time"])
        start = when.first or when.last
        filled = {
            "id": event["id"],
            "relid": event["id"],
            "year": start.year if start else None,
            "code_status": event["review"],
            "side_a": "; ".join(event["actors"]),
            "side_b": "; ".join(event["recipients"]),
            **_sources(case, terms),
            "where_prec": _where(event),
            "where_coordinates": event["place"],
            "where_description": found.place.place.span.text if found.place else None,
            "adm_1": event["admin1"],
            "adm_2": event["admin2"],
            "latitude": event["lat"],
            "longitude": event["lon"],
            "geom_wkt": _point(event),
            "country": event["country"],
            "date_prec": ucdp_precision(when),
            "date_start": event["date_start"],
            "date_end": event["date_end"],
            **_deaths(found.killed),
        }
        yield {name: filled.get(name) for name in COLUMNS}


def _sources(case: Case, terms: Terms) -> dict[str, Any]:
    """Return who published it, and who said it first: the split that UCDP makes too."""
    claims = list(claim_rows(case, terms))
    reports = {row["report"]: row for row in claims}.values()
    cited = (f"{row['outlet'] or 'outlet not known'}, {row['published'] or 'date not known'}" for row in reports)
    return {
        "number_of_sources": len({one.report for one in leaving(case, terms)}),
        "source_article": "; ".join(
            f"{words}, SHA-256 {row['sha256']}" for words, row in zip(cited, reports, strict=True)
        ),
        "source_office": list(dict.fromkeys(row["outlet"] for row in reports if row["outlet"])),
        "source_date": list(dict.fromkeys(row["published"] for row in reports if row["published"])),
        "source_headline": list(dict.fromkeys(row["title"] for row in reports if row["title"])),
        "source_original": list(dict.fromkeys(row["speaker"] for row in claims if row["speaker"])),
    }


def _where(event: Any) -> int | None:
    """Return UCDP's where_prec from the radius: 1 exact, 2 near, 3 second-order area, 4 first-order, 6 country."""
    radius = event["radius_m"]
    if radius is None:
        return _COUNTRY if event["country_code"] else None
    if event["geo_precision"] == 3 and not event["admin1"]:
        return _COUNTRY
    return next((code for code, most in ((1, _EXACT_M), (2, _NEAR_M), (3, _DISTRICT_M)) if radius <= most), 4)


def _point(event: Any) -> str | None:
    """Return the point as well-known text; none for a country, which is no point."""
    if event["lat"] is None or _where(event) == _COUNTRY:
        return None
    return f"POINT ({event['lon']} {event['lat']})"


def _deaths(killed: Range) -> dict[str, Any]:
    best = killed.low if len(killed.values) == 1 else None
    return {"best": best, "low": killed.low, "high": killed.high}
