"""What is wrong in one marked report: its text, its quotes, its ids, its dates."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from . import dates, shape
from .gold import Fault, Report
from .quotes import Span, anchor, find, form, gap, occurrences, parts, quotations

HEDGE_REACH = 120  # code points between a hedge and its content
_ID = re.compile(r"c[1-9]\d*[a-z]?")  # a letter for a claim put in later
_COUNTRY = re.compile(r"[A-Z]{2}")


def faults(report: Report) -> Iterator[Fault]:
    """Every fault of one report; only those of its shape where that is too broken to look further."""
    wrong = list(shape.faults(report.gold, "marks"))
    yield from wrong
    if any(fault.grave for fault in wrong):
        return
    yield from _text(report)
    yield from _header(report)
    yield from _claims(report)
    yield from _ids(report)
    yield from _events(report)
    yield from _times(report)
    yield from _places(report)
    yield from _names(report)


def point_faults(where: str, place: dict[str, Any]) -> Iterator[Fault]:
    """Tell what is wrong with the country and the coordinates of a place."""
    if "from" not in place and not _COUNTRY.fullmatch(str(place.get("country"))):
        yield Fault(where, f"country {place.get('country')!r} is no code of two capitals")
    if ("lat" in place) != ("lon" in place):
        yield Fault(where, "lat and lon go together")
    if not (abs(place.get("lat", 0)) <= 90 and abs(place.get("lon", 0)) <= 180):
        yield Fault(where, "coordinates out of range")


def _quoted(report: Report, where: str, quote: str, nth: int = 1) -> Iterator[Fault]:
    if not quote or find(report.text, quote, nth) is None:
        yield Fault(where, f"nth {nth} is not in the text by whole words: {quote!r}")


def _text(report: Report) -> Iterator[Fault]:
    """Find what would not come out of reading as it is, and so shift offsets and quotes."""
    for sign, name in (("\ufeff", "a byte order mark"), ("\r", "a carriage return"), ("\ufffd", "a replaced letter")):
        if sign in report.text:
            yield Fault("text", f"{name} at {report.text.index(sign)}")
    if not unicodedata.is_normalized("NFC", report.text):
        yield Fault("text", "letters and their accents stand apart (not NFC)")


def _header(report: Report) -> Iterator[Fault]:
    header = report.gold["report"]
    if header["file"] != f"{report.name}.txt":
        yield Fault("report", f"file {header['file']!r} is not {report.name}.txt")
    published = dates.point(header["published"])
    if published is None:
        yield Fault("report", f"published {header['published']!r} is no date")
    else:
        yield from (Fault("text", wrong) for wrong in dates.misdated(report.text, published))
    if "title" in header:
        yield from _quoted(report, "title", header["title"])
    for number, notice in enumerate(header.get("notices", []), 1):
        yield from _quoted(report, f"notice {number}", notice["quote"], notice.get("nth", 1))
        if "scope" in notice:
            yield from _quoted(report, f"notice {number} scope", notice["scope"])
    for quote in header.get("furniture", []):
        yield from _quoted(report, "furniture", quote)


def _claims(report: Report) -> Iterator[Fault]:
    last, quoted = -1, quotations(report.text)
    for claim in report.claims:
        where = claim["id"]
        yield from _facets(where, claim)
        yield from _content(report, where, claim)
        for name in ("chain", "chain_also"):
            yield from _chain(report, f"{where} {name}", claim.get(name, []))
        found = parts(report.text, claim)
        if found and min(found)[0] < last:
            yield Fault(where, "not in text order")
        last = min(found)[0] if found else last
        yield from _quotation(claim, form(quoted, found))
        yield from _hedges(report, claim, found)


def _facets(where: str, claim: dict[str, Any]) -> Iterator[Fault]:
    if claim["chain"] == [] and claim.get("quote", "none") != "none":
        yield Fault(where, "the report's own voice is not a quotation")
    if claim["kind"] == "denial" and claim.get("polarity") != "negative":
        yield Fault(where, "a denial is negative")


def _quotation(claim: dict[str, Any], seen: str) -> Iterator[Fault]:
    """Compare the form of quotation with the marks in the text; a transcript, which has no cues, wants none."""
    marked = {claim.get("quote"), *claim.get("quote_also", [])}
    cued = any(link.get("cue") for link in claim["chain"])
    if marked == {"indirect"} and seen == "direct":
        yield Fault(claim["id"], "indirect, but all of it stands in quotation marks")
    if cued and marked and marked <= {"direct", "mixed"} and seen == "indirect":
        yield Fault(claim["id"], f"{claim['quote']}, but nothing of it stands in quotation marks")


def _content(report: Report, where: str, claim: dict[str, Any]) -> Iterator[Fault]:
    yield from _quoted(report, where, claim["content"], claim.get("nth", 1))
    for part in claim.get("rest", []):
        yield from _quoted(report, where, part)
    for part in (claim["content"], *claim.get("rest", [])):
        if part.rstrip("”’\"' ").endswith(","):
            yield Fault(where, "content ends in a comma")


def _chain(report: Report, where: str, links: list[dict[str, Any]]) -> Iterator[Fault]:
    for number, link in enumerate(links, 1):
        at = f"{where} link {number}"
        if (link["label"] is None) != (link["kind"] == "unspecified"):
            yield Fault(at, "label null and kind unspecified go together")
        numbers = {"label": "label_nth", "cue": "nth", "entity": ""}
        for field, count in numbers.items():
            if link.get(field) is not None:
                yield from _quoted(report, f"{at} {field}", link[field], link.get(count, 1))


def _hedges(report: Report, claim: dict[str, Any], found: list[Span]) -> Iterator[Fault]:
    for hedge in claim.get("hedges", []):
        hits = occurrences(report.text, hedge)
        if found and not any(gap(hit, part) < HEDGE_REACH for hit in hits for part in found):
            yield Fault(claim["id"], f"hedge {hedge!r} is not in or near the content")


def _ids(report: Report) -> Iterator[Fault]:
    ids = Counter(claim["id"] for claim in report.claims)
    for name, times in ids.items():
        if times > 1:
            yield Fault(name, "the id is used twice")
        if not _ID.fullmatch(name):
            yield Fault(name, "an id is c and a number, with a letter if put in later")
    for claim in report.claims:
        if "denies" in claim and claim["denies"] not in ids.keys() - {claim["id"]}:
            yield Fault(claim["id"], f"denies {claim['denies']!r}, which is no other claim")
    for pair in report.gold.get("contradictions", []):
        if len(set(pair)) != 2 or not set(pair) <= ids.keys():
            yield Fault("contradictions", f"{pair} is no pair of claims")


def _events(report: Report) -> Iterator[Fault]:
    for number, event in enumerate(report.gold.get("events", []), 1):
        where = f"event {number} {event['trigger']!r}"
        yield from _quoted(report, where, event["trigger"], event.get("nth", 1))
        for field in ("context", "actor", "recipient", "place"):
            if field in event:
                yield from _quoted(report, f"{where} {field}", event[field])
        times = event.get("time", [])
        for value in [times] if isinstance(times, str) else times:
            if not dates.valid(value):
                yield Fault(where, f"time {value!r} is no EDTF")
        for toll in event.get("tolls", []):
            yield from _quoted(report, f"{where} toll", toll["quote"], toll.get("nth", 1))
            if toll.get("high") is not None and not 0 <= toll["low"] <= toll["high"]:
                yield Fault(where, f"toll {toll['low']} to {toll['high']}")
    for event in report.gold.get("not_events", []):
        yield from _quoted(report, "not_event", event["trigger"], event.get("nth", 1))


def _times(report: Report) -> Iterator[Fault]:
    published = report.gold["report"]["published"]
    for number, time in enumerate(report.gold.get("times", []), 1):
        where = f"time {number}"
        for quote in (time["quote"], *time.get("also", [])):
            yield from _quoted(report, where, quote, time.get("nth", 1))
        values = time["edtf"]
        invalid = [value for value in values if not dates.valid(value)]
        yield from (Fault(where, f"{value!r} is no EDTF") for value in invalid)
        if invalid or not values:
            continue
        wrong = [*dates.at_odds(time["quote"], values[0])]
        if "anchor" not in time:
            wrong += dates.far_off(time["quote"], values[0], published)
        yield from (Fault(where, what) for what in wrong)
        if "delta" in time:
            start = time.get("anchor", published)
            first = dates.point(start)
            if first is None or first + timedelta(days=time["delta"]) != dates.point(values[0]):
                yield Fault(where, f"{start} + {time['delta']} days is not {values[0]}")


def _places(report: Report) -> Iterator[Fault]:
    for number, place in enumerate(report.gold.get("places", []), 1):
        where = f"place {number} {place['quote']!r}"
        yield from _quoted(report, where, place["quote"], place.get("nth", 1))
        yield from point_faults(where, place)


def _names(report: Report) -> Iterator[Fault]:
    for quote in report.gold.get("not_claims", []):
        yield from _quoted(report, "not_claims", quote)
    for field in ("same_entity", "not_same_entity"):
        for group in report.gold.get(field, []):
            if len(group) < 2 or len(set(group)) != len(group):
                yield Fault(field, f"{group} wants two or more different names")
            for quote in group:
                yield from _quoted(report, field, quote)
    for kind, quotes in report.gold.get("mentions", {}).items():
        for quote in quotes:
            yield from _quoted(report, f"mentions {kind}", quote)


def shown(report: Report) -> Iterator[str]:
    """Each claim with the label and the cue found for it, in brackets their distance from the content."""
    for claim in report.claims:
        content = find(report.text, claim["content"], claim.get("nth", 1))
        if content is None:
            continue
        links = []
        for link in claim["chain"]:
            found = anchor(report.text, content, link)
            links.append(" ".join(f"{report.text[s[0] : s[1]]} [{s[0] - content[0]:+}]" if s else "-" for s in found))
        facets = "/".join(str(claim.get(field, "-")) for field in ("kind", "polarity", "certainty", "quote"))
        yield f"{report.name} {claim['id']} {facets} << {' | '.join(links)} << {claim['content'][:90]}"
