"""Incidents as rows of the three tables; what is not known is None, and an empty list where there may be several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.export.columns import Row, Table
from sayso.export.countries import country
from sayso.export.days import days
from sayso.export.facts import Facts, facts
from sayso.export.review import leaving, of_claim, of_event
from sayso.incidents import ClaimOf, Incident, Stated
from sayso.outgoing import Case, Cited, Item, Terms
from sayso.records import Claim
from sayso.spans import Span

Values = dict[str, Any]


def quoted(spans: Iterable[Span]) -> str:
    """Return the words of spans, pieces joined by an ellipsis."""
    return " … ".join(span.text for span in spans)


def said(stated: Stated, case: Case) -> tuple[Cited, Claim]:
    """Return the report and the claim that an incident names; both are always there, since no claim leaves without."""
    source = case.sources[stated.report]
    return source, next(one for one in source.reading.claims if one.id == stated.claim)


# ---- events ----


def event_rows(case: Case, terms: Terms) -> Iterator[Row]:
    """Give the incident as a row, if any of its claims leaves."""
    claims = leaving(case, terms)
    if not claims:
        return
    found, incident = facts(case, terms), case.incident
    sources = list({one.report: case.sources[one.report] for one in claims}.values())
    supporting = [one.sentence for one in claims if one.stance == "supports"]
    yield {
        "id": incident.id,
        "review": of_event(case),
        "facts_review": "accepted" if found.reviewed else "unreviewed",
        **_setting(found),
        "actors": list(found.actors),
        "recipients": list(found.recipients),
        "killed_low": found.killed.low,
        "killed_high": found.killed.high,
        "injured_low": found.injured.low,
        "injured_high": found.injured.high,
        "tolls": [{"slot": slot, "low": told.low, "high": told.high} for slot, told in sorted(found.tolls.items())],
        "state": incident.state,
        "reports": len(incident.reports),
        "origins": sum(origin.id != "unread" for origin in incident.origins),
        "independent": sum(origin.independent for origin in incident.origins),
        "outlets": _each(source.reading.text.outlet for source in sources),
        "urls": _each(source.report.meta.url for source in sources),
        "sentences": supporting,
        "modified": max(source.version.at for source in sources),
        **_conclusions(incident, {(one.report, one.claim) for one in claims}),
    }


def _each(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _setting(found: Facts) -> Values:
    when, place, district = days(found.time), found.place.place if found.place else None, found.district
    code = place.country if place else None
    return {
        "type": found.type,
        "time": found.time,
        "date_start": when.first.isoformat() if when.first else None,
        "date_end": when.last.isoformat() if when.last else None,
        "place": (place.name or place.span.text) if place else None,
        "admin2": district.admin2 if district else None,
        "admin1": place.admin1 if place else None,
        "country": country(code).name or None,
        "country_code": code,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_m": place.radius_m if place else None,
        "geo_precision": place.precision if place else None,
    }


def _conclusions(incident: Incident, left: set[Item]) -> Values:
    """Return what the program concludes, as far as it rests on claims that leave."""
    disputes = [
        (one.slot, values)
        for one in incident.disputes
        if len(values := [(value.value, at) for value in one.values if (at := _ats(value.claims, left))]) > 1
    ]
    whole = {(one.report, one.claim) for one in incident.claims} == left
    return {
        "disputed": [f"{slot}: {' / '.join(value for value, _ in values)}" for slot, values in disputes],
        "disputes": [
            {"slot": slot, "values": [{"value": value, "claims": claims} for value, claims in values]}
            for slot, values in disputes
        ],
        "contradictions": [
            {"a": _at(one.a), "b": _at(one.b), "slot": one.slot, "because": list(one.because)}
            for one in incident.contradictions
            if len(_ats((one.a, one.b), left)) == 2
        ],
        "tellings": [
            {
                "id": origin.id,
                "reports": list(origin.reports),
                "copies": list(origin.copies),
                "independent": origin.independent,
                "because": list(origin.because) if whole else [],
            }
            for origin in incident.origins
        ],
        "because": list(incident.because) if whole else [],
        "joined": list(incident.joined) if whole else [],
    }


def _at(claim: ClaimOf) -> str:
    return f"{claim.report}:{claim.claim}"


def _ats(claims: Iterable[ClaimOf], left: set[Item]) -> list[str]:
    return [_at(claim) for claim in claims if (claim.report, claim.claim) in left]


# ---- claims ----


def claim_rows(case: Case, terms: Terms) -> Iterator[Row]:
    """Give the claims that leave, each with its citation."""
    for stated in leaving(case, terms):
        source, claim = said(stated, case)
        first = claim.chain[0] if claim.chain else None
        yield {
            "id": f"{stated.report}:{stated.claim}",
            "event": case.incident.id,
            "review": of_claim(stated, case),
            "stance": stated.stance,
            "kind": claim.kind,
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "speaker": first.label.text if first and first.label else None,
            "speaker_kind": first.kind if first else "report",
            "via": [link.label.text if link.label else "" for link in claim.chain[1:]],
            "cue": first.cue.text if first and first.cue else None,
            "hedges": [hedge.text for hedge in claim.hedges],
            "quote": claim.quote,
            "words": quoted(claim.content),
            "sentence": stated.sentence,
            **citation(source),
            "address": f"{terms.base}/d/{source.report.id}/v/{source.version.number}#{claim.id}",
            "start": claim.content[0].start,
            "end": claim.content[-1].end,
            "notices": [notice.span.text for notice in source.reading.text.notices],
            "chain": [
                {"kind": link.kind, "words": _words(link.label), "cue": _words(link.cue)} for link in claim.chain
            ],
        }


def _words(span: Span | None) -> str | None:
    return span.text if span else None


def citation(source: Cited) -> Values:
    """Return how a report is cited: outlet, date, title, address, hash of the bytes, and the reading."""
    text = source.reading.text
    return {
        "outlet": text.outlet,
        "published": text.published,
        "title": text.title.text if text.title else None,
        "url": source.report.meta.url,
        "sha256": source.report.sha256,
        "report": source.report.id,
        "reading": source.version.number,
    }


# ---- evidence ----


def evidence_rows(case: Case, terms: Terms) -> Iterator[Row]:
    """Give every span that a claim rests on, in the order content, voices, hedges."""
    for stated in leaving(case, terms):
        source, claim = said(stated, case)
        for part, span in _parts(claim):
            yield {
                "claim": f"{stated.report}:{stated.claim}",
                "event": case.incident.id,
                "review": of_claim(stated, case),
                "part": part,
                "start": span.start,
                "end": span.end,
                "words": span.text,
                **citation(source),
                "text_sha256": source.text_sha256,
                "address": text_address(source, terms),
            }


def text_address(source: Cited, terms: Terms) -> str:
    """Return where the canonical text is served by the workspace's own pages."""
    return f"{terms.base}/d/{source.report.id}/v/{source.version.number}.txt"


def _parts(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield from (("content", span) for span in claim.content)
    for number, link in enumerate(claim.chain):
        if link.label:
            yield ("relay" if number else "speaker"), link.label
        if link.cue:
            yield "cue", link.cue
    yield from (("hedge", span) for span in claim.hedges)


ROWS: Mapping[Table, Callable[[Case, Terms], Iterator[Row]]] = {
    "events": event_rows,
    "claims": claim_rows,
    "evidence": evidence_rows,
}
