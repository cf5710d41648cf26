#!/usr/bin/env python3
"""Check marked reports: every NAME.gold.yaml beside its NAME.txt, and every BATCH.across.gold.yaml beside its reports.

    check.py [FOLDER] [--show] [--stats]

Prints each fault with file and id; exit status 1 if there is one. `--show` prints every claim with the place its label
and cue were found at, for proofreading; `--stats` prints counts. Needs PyYAML. FOLDER defaults to this file's own.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

Span = tuple[int, int]

CLAIM_KINDS = {"report", "denial", "responsibility", "assessment", "forecast", "intention", "demand"}
POLARITY = {"positive", "negative"}
CERTAINTY = {"certain", "probable", "possible"}
QUOTE = {"direct", "indirect", "mixed", "none"}
SOURCE_KINDS = {"named_person", "named_role", "organisation", "outlet", "document", "unnamed", "unspecified"}
NOTICE_KINDS = {"translation", "unverified", "responsibility", "correction", "syndication"}
EVENT_TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
MENTION_TYPES = {
    "person", "organisation", "armed_group", "place", "facility", "weapon", "vehicle", "nationality", "quantity",
    "money", "time", "document",
}  # fmt: skip
PARTS_OF_DAY = {"dawn", "morning", "afternoon", "evening", "night"}
TOLL_SLOTS = {"killed", "injured", "captured", "displaced", "missing"}
PLACE_ROLES = {"event", "dateline", "speaker", "background"}
PLACE_BASES = {"gazetteer", "relative", "unresolved"}
STATES = {"single-origin", "corroborated", "disputed", "denied"}
DISPUTE_SLOTS = TOLL_SLOTS | {"place", "time", "perpetrator"}
ACROSS = ".across.gold.yaml"
WHY_NOT = {"negated", "denied", "planned", "cancelled", "hypothetical", "withdrawn", "other_sense"}

KEYS = {
    "top": {"report", "claims", "not_claims", "events", "not_events", "times", "places", "mentions", "same_entity",
            "not_same_entity", "contradictions", "across_reports", "complete"},
    "report": {"file", "title", "published", "language", "outlet", "origin", "notices", "furniture"},
    "notice": {"kind", "quote", "nth", "outlet", "scope", "optional"},
    "claim": {"id", "content", "nth", "rest", "match", "chain", "chain_also", "kind", "kind_also", "polarity",
              "polarity_also", "certainty", "certainty_also", "quote", "quote_also", "hedges", "withdrawn", "in_notice",
              "denies", "optional"},
    "link": {"label", "label_nth", "cue", "nth", "kind", "entity", "organisation", "match"},
    "event": {"trigger", "nth", "context", "type", "actor", "recipient", "place", "time", "part_of_day", "polarity",
              "certainty", "tolls", "optional"},
    "toll": {"slot", "low", "high", "quote", "nth"},
    "not_event": {"trigger", "nth", "why", "optional"},
    "time": {"quote", "also", "nth", "edtf", "part_of_day", "part_of_day_also", "anchor", "delta", "optional"},
    "place": {"quote", "nth", "country", "admin1", "lat", "lon", "tolerance_km", "basis", "from", "bearing",
              "distance_km", "role", "optional"},
    "across": {"incidents", "contradictions", "not_same"},
    "incident": {"id", "type", "time", "place", "reports", "origins", "echoes", "denials", "denial_reports", "state",
                 "state_also", "disputes", "optional"},
    "incident place": {"quote", "nth", "report", "country", "admin1", "lat", "lon", "tolerance_km"},
    "origin": {"reports", "why"},
    "across denial": {"report", "claim", "denies", "optional"},
    "dispute": {"slot", "values", "optional"},
    "across contradiction": {"a", "b", "why", "optional"},
    "not same": {"a", "b", "why"},
}  # fmt: skip

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december"]  # fmt: skip
POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?[~?%]?")


def occurrences(text: str, quote: str) -> list[Span]:
    """Every occurrence of a quote by whole words, as the scorer finds it."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text)]


def find(text: str, quote: str, nth: int = 1) -> Span | None:
    hits = occurrences(text, quote)
    return hits[nth - 1] if len(hits) >= nth else None


def gap(a: Span, b: Span) -> int:
    return max(0, a[0] - b[1], b[0] - a[1])


def nearest(hits: list[Span], to: Span, avoid: Span | None) -> Span | None:
    """Pick the hit nearest to a span, one outside `avoid` if there is one."""
    outside = [h for h in hits if avoid is None or h[0] >= avoid[1] or h[1] <= avoid[0]]
    return min(outside or hits, key=lambda h: gap(h, to), default=None)


def anchor(text: str, content: Span, link: dict[str, Any]) -> tuple[Span | None, Span | None]:
    """Find where the label and the cue of a link stand: `label_nth` and `nth`, else the nearest.

    The cue is the one nearest to the content, outside of it unless the link is hearsay; the label the one nearest to
    the cue (to the content where there is no cue), outside the content.
    """
    cue = label = None
    hearsay = link.get("label") is None
    if link.get("cue"):
        hits = occurrences(text, link["cue"])
        cue = (
            find(text, link["cue"], link["nth"])
            if "nth" in link
            else nearest(hits, content, None if hearsay else content)
        )
    if link.get("label"):
        hits = occurrences(text, link["label"])
        by_number = find(text, link["label"], link["label_nth"]) if "label_nth" in link else None
        label = by_number or nearest(hits, cue or content, content)
    return label, cue


def edtf_point(value: str) -> date | None:
    """Return the day a single EDTF date names (its first day); None if it is not valid."""
    match = POINT.fullmatch(value)
    if not match:
        return None
    year, month, day, hour, minute = (int(g) if g else None for g in match.groups())
    if hour is not None and (hour > 23 or (minute or 0) > 59):
        return None
    try:
        return date(year or 0, month or 1, day or 1)
    except ValueError:
        return None


def edtf_valid(value: object) -> bool:
    if not isinstance(value, str):
        return False
    ends = value.split("/")
    if len(ends) > 2:
        return False
    days = [edtf_point(end) for end in ends if end != ".."]
    if not days or None in days:
        return False
    return len(days) < 2 or days[0] <= days[1]  # type: ignore[operator]


class Gold:
    """One marked file and the faults found in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stem = path.name.removesuffix(".gold.yaml")
        self.gold: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        self.faults: list[str] = []

    def fault(self, where: str, what: str) -> None:
        self.faults.append(f"{self.stem} {where}: {what}")

    def keys(self, where: str, thing: dict[str, Any], which: str) -> None:
        for key in thing.keys() - KEYS[which]:
            self.fault(where, f"unknown key {key!r}")

    def allowed(self, where: str, thing: dict[str, Any], field: str, values: set[str], must: bool = False) -> None:
        given = [thing[field]] if field in thing else []
        if must and not given:
            self.fault(where, f"{field} is missing")
        for value in given + list(thing.get(f"{field}_also", [])):
            if value not in values:
                self.fault(where, f"{field} {value!r} is not one of {', '.join(sorted(values))}")


class Report(Gold):
    """One marked report."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.text = path.with_name(self.stem + ".txt").read_text("utf-8")

    def quoted(self, where: str, quote: object, nth: int = 1) -> Span | None:
        if not isinstance(quote, str) or not quote:
            self.fault(where, f"not a quote: {quote!r}")
            return None
        span = find(self.text, quote, nth)
        if span is None:
            self.fault(where, f"nth {nth} is not in the text by whole words: {quote!r}")
        return span

    def chain(self, where: str, links: list[dict[str, Any]]) -> None:
        for i, link in enumerate(links):
            at = f"{where} link {i + 1}"
            self.keys(at, link, "link")
            self.allowed(at, link, "kind", SOURCE_KINDS, must=True)
            if "label" not in link:
                self.fault(at, "label is missing (null for hearsay)")
            if (link.get("label") is None) != (link.get("kind") == "unspecified"):
                self.fault(at, "label null and kind unspecified go together")
            if link.get("label") is not None:
                self.quoted(at, link["label"], link.get("label_nth", 1))
            if link.get("cue") is not None:
                self.quoted(at, link["cue"], link.get("nth", 1))
            if link.get("entity") is not None:
                self.quoted(at, link["entity"])

    def facets(self, where: str, claim: dict[str, Any]) -> None:
        self.keys(where, claim, "claim")
        self.allowed(where, claim, "kind", CLAIM_KINDS, must=True)
        self.allowed(where, claim, "polarity", POLARITY)
        self.allowed(where, claim, "certainty", CERTAINTY)
        self.allowed(where, claim, "quote", QUOTE)
        if claim.get("match") not in {None, "prefix", "overlap"}:
            self.fault(where, f"match {claim['match']!r}")
        if "chain" not in claim:
            self.fault(where, "chain is missing ([] for the report's own voice)")
        if claim.get("chain") == [] and claim.get("quote", "none") != "none":
            self.fault(where, "the report's own voice is not a quotation")
        if claim.get("kind") == "denial" and claim.get("polarity") != "negative":
            self.fault(where, "a denial is negative")
        self.chain(where, claim.get("chain", []))
        self.chain(where + " (also)", claim.get("chain_also", []))

    def claims(self) -> None:
        seen: set[str] = set()
        last = -1
        for claim in self.gold.get("claims", []):
            where = str(claim.get("id", "claim without id"))
            if "id" not in claim or where in seen:
                self.fault(where, "id missing or used twice")
            seen.add(where)
            self.facets(where, claim)
            span = self.quoted(where, claim.get("content"), claim.get("nth", 1))
            parts = [span] + [self.quoted(where, part) for part in claim.get("rest", [])]
            known = [part for part in parts if part]
            for part in [claim.get("content"), *claim.get("rest", [])]:
                if isinstance(part, str) and part.rstrip("”’\"' ").endswith(","):
                    self.fault(where, "content ends in a comma")
            if not known or span is None:
                continue
            if min(known)[0] < last:
                self.fault(where, "not in text order")
            last = min(known)[0]
            for hedge in claim.get("hedges", []):
                hits = occurrences(self.text, hedge)
                if not any(gap(hit, part) < 120 for hit in hits for part in known):
                    self.fault(where, f"hedge {hedge!r} is not in or near the content")

    def calendar(self, where: str, quote: str, first: str) -> None:
        day = edtf_point(first) if re.match(r"\d{4}-\d{2}-\d{2}", first) and "/" not in first else None
        words = re.findall(r"[a-z]+|\d+", quote.lower())
        for name in WEEKDAYS:
            if name in words and (day is None or day.weekday() != WEEKDAYS.index(name)):
                shown = WEEKDAYS[day.weekday()] if day else "no single day"
                self.fault(where, f"{quote!r} is {first} ({shown})")
        for word, after in zip(words, [*words[1:], ""], strict=True):
            if word in MONTHS and word != "may" and first[5:7] and MONTHS.index(word) + 1 != int(first[5:7]):
                self.fault(where, f"{quote!r} is {first} (another month)")
            if word in MONTHS and after.isdigit() and len(after) < 3 and day and day.day != int(after):
                self.fault(where, f"{quote!r} is {first} (another day)")
            if word.isdigit() and len(word) < 3 and after in MONTHS and day and day.day != int(word):
                self.fault(where, f"{quote!r} is {first} (another day)")

    def times(self) -> None:
        published = self.gold["report"].get("published")
        for i, time in enumerate(self.gold.get("times", []), 1):
            where = f"time {i}"
            self.keys(where, time, "time")
            self.quoted(where, time.get("quote"), time.get("nth", 1))
            for quote in time.get("also", []):
                self.quoted(where, quote, time.get("nth", 1))
            values = time.get("edtf") or []
            if not isinstance(values, list) or not all(edtf_valid(v) for v in values):
                self.fault(where, f"edtf {values!r}")
                continue
            if values:
                self.calendar(where, str(time.get("quote")), values[0])
            self.allowed(where, time, "part_of_day", PARTS_OF_DAY)
            if "delta" in time and values:
                start = edtf_point(str(time.get("anchor", published)))
                if start is None or start + timedelta(days=time["delta"]) != edtf_point(values[0]):
                    self.fault(where, f"{time.get('anchor', published)} + {time['delta']} days is not {values[0]}")

    def events(self) -> None:
        for i, event in enumerate(self.gold.get("events", []), 1):
            where = f"event {i} {event.get('trigger')!r}"
            self.keys(where, event, "event")
            self.quoted(where, event.get("trigger"), event.get("nth", 1))
            self.allowed(where, event, "type", EVENT_TYPES, must=True)
            self.allowed(where, event, "polarity", POLARITY)
            self.allowed(where, event, "certainty", CERTAINTY)
            self.allowed(where, event, "part_of_day", PARTS_OF_DAY)
            for field in ("context", "actor", "recipient", "place"):
                if field in event:
                    self.quoted(f"{where} {field}", event[field])
            times = event.get("time", [])
            for value in [times] if isinstance(times, str) else times:
                if not edtf_valid(value):
                    self.fault(where, f"time {value!r}")
            for toll in event.get("tolls", []):
                self.keys(where, toll, "toll")
                self.allowed(where, toll, "slot", TOLL_SLOTS, must=True)
                self.quoted(f"{where} toll", toll.get("quote"), toll.get("nth", 1))
                low, high = toll.get("low"), toll.get("high")
                if not isinstance(low, int) or (high is not None and (not isinstance(high, int) or high < low)):
                    self.fault(where, f"toll {low!r} to {high!r}")
        for event in self.gold.get("not_events", []):
            where = f"not_event {event.get('trigger')!r}"
            self.keys(where, event, "not_event")
            self.quoted(where, event.get("trigger"), event.get("nth", 1))
            self.allowed(where, event, "why", WHY_NOT, must=True)

    def places(self) -> None:
        for i, place in enumerate(self.gold.get("places", []), 1):
            where = f"place {i} {place.get('quote')!r}"
            self.keys(where, place, "place")
            self.quoted(where, place.get("quote"), place.get("nth", 1))
            self.allowed(where, place, "role", PLACE_ROLES)
            self.allowed(where, place, "basis", PLACE_BASES)
            if not ("from" in place or re.fullmatch("[A-Z]{2}", str(place.get("country")))):
                self.fault(where, f"country {place.get('country')!r}")
            if ("lat" in place) != ("lon" in place):
                self.fault(where, "lat and lon go together")
            if not (abs(place.get("lat", 0)) <= 90 and abs(place.get("lon", 0)) <= 180):
                self.fault(where, "coordinates out of range")

    def rest(self) -> None:
        gold, report = self.gold, self.gold.get("report", {})
        self.keys("top", gold, "top")
        self.keys("report", report, "report")
        if report.get("file") != self.stem + ".txt":
            self.fault("report", f"file {report.get('file')!r}")
        if report.get("language") != "en":
            self.fault("report", "language is en")
        if not edtf_valid(report.get("published")):
            self.fault("report", f"published {report.get('published')!r}")
        if "title" in report:
            self.quoted("title", report["title"])
        for i, notice in enumerate(report.get("notices", []), 1):
            where = f"notice {i}"
            self.keys(where, notice, "notice")
            self.allowed(where, notice, "kind", NOTICE_KINDS, must=True)
            self.quoted(where, notice.get("quote"), notice.get("nth", 1))
            if "scope" in notice:
                self.quoted(where, notice["scope"])
        for field, quotes in (("furniture", report.get("furniture", [])), ("not_claims", gold.get("not_claims", []))):
            for quote in quotes:
                self.quoted(field, quote)
        for field in ("same_entity", "not_same_entity"):
            for group in gold.get(field, []):
                if len(group) < 2 or len(set(group)) != len(group):
                    self.fault(field, f"{group} wants two or more different names")
                for quote in group:
                    self.quoted(field, quote)
        for kind, quotes in gold.get("mentions", {}).items():
            if kind not in MENTION_TYPES:
                self.fault("mentions", f"type {kind!r}")
            for quote in quotes:
                self.quoted(f"mentions {kind}", quote)
        ids = {claim.get("id") for claim in gold.get("claims", [])}
        for claim in gold.get("claims", []):
            if "denies" in claim and claim["denies"] not in ids - {claim.get("id")}:
                self.fault(str(claim.get("id")), f"denies {claim['denies']!r}, which is no other claim")
        for pair in gold.get("contradictions", []):
            if len(pair) != 2 or not set(pair) <= ids:
                self.fault("contradictions", f"{pair}")

    def check(self) -> list[str]:
        self.rest()
        self.claims()
        self.events()
        self.times()
        self.places()
        return self.faults

    def show(self) -> Iterator[str]:
        """Each claim with the label and cue found for it, in brackets their distance from the content."""
        for claim in self.gold["claims"]:
            content = find(self.text, claim["content"], claim.get("nth", 1))
            if content is None:
                continue
            links = []
            for link in claim["chain"]:
                found = anchor(self.text, content, link)
                links.append(" ".join(f"{self.text[s[0] : s[1]]} [{s[0] - content[0]:+}]" if s else "-" for s in found))
            facets = "/".join(str(claim.get(field, "-")) for field in ("kind", "polarity", "certainty", "quote"))
            yield f"{self.stem} {claim['id']} {facets} << {' | '.join(links)} << {claim['content'][:90]}"


class Across(Gold):
    """What a batch of reports says together; `reports` are those of the same folder, by name."""

    def __init__(self, path: Path, reports: dict[str, Report]) -> None:
        super().__init__(path)
        self.reports = reports
        self.ids = {name: {c.get("id") for c in r.gold.get("claims", [])} for name, r in reports.items()}

    def members(self, where: str, names: list[str], among: set[str]) -> None:
        for name in names:
            if name not in among:
                self.fault(where, f"{name!r} is no report of this incident")

    def claim(self, where: str, at: dict[str, Any]) -> None:
        report, claim = at.get("report"), at.get("claim")
        if claim not in self.ids.get(str(report), set()):
            self.fault(where, f"no claim {claim!r} in a report {report!r}")

    def place(self, where: str, place: dict[str, Any]) -> None:
        self.keys(where, place, "incident place")
        report = self.reports.get(str(place.get("report")))
        if report is None or find(report.text, str(place.get("quote")), place.get("nth", 1)) is None:
            self.fault(where, f"place {place.get('quote')!r} is not in a report {place.get('report')!r}")
        if not re.fullmatch("[A-Z]{2}", str(place.get("country"))):
            self.fault(where, f"country {place.get('country')!r}")
        if ("lat" in place) != ("lon" in place):
            self.fault(where, "lat and lon go together")

    def origins(self, where: str, incident: dict[str, Any], names: set[str]) -> None:
        origins = incident.get("origins", [])
        for origin in origins:
            self.keys(where, origin, "origin")
            self.members(f"{where} origins", origin.get("reports", []), names)
            if not origin.get("reports") or not origin.get("why"):
                self.fault(where, "an origin wants its reports and why")
        standing = Counter(name for origin in origins for name in origin.get("reports", []))
        for name in (name for name, times in standing.items() if times > 1):
            self.fault(where, f"{name!r} stands under two origins")
        echoes = incident.get("echoes", [])
        self.members(f"{where} echoes", echoes, set(standing))
        for origin in origins:
            if not set(origin.get("reports", [])) - set(echoes):
                self.fault(where, "an origin of echoes alone")
        if not origins:
            self.fault(where, "nobody affirms it")

    def state(self, where: str, incident: dict[str, Any]) -> None:
        self.allowed(where, incident, "state", STATES, must=True)
        state, several = incident.get("state"), len(incident.get("origins", [])) > 1
        if several != (state in {"disputed", "corroborated"}):
            self.fault(where, f"{state} with {len(incident.get('origins', []))} origins")
        if state == "denied" and not incident.get("denials"):
            self.fault(where, "denied, but no denials")
        if state == "disputed" and all(d.get("slot") != "perpetrator" for d in incident.get("disputes", [])):
            self.fault(where, "disputed, but not by perpetrator")

    def contested(self, where: str, incident: dict[str, Any], names: set[str]) -> None:
        for denial in incident.get("denials", []):
            self.keys(where, denial, "across denial")
            self.members(f"{where} denials", [str(denial.get("report"))], names)
            for at in [denial, *denial.get("denies", [])]:
                self.claim(f"{where} denials", at)
        self.members(f"{where} denial_reports", incident.get("denial_reports", []), names)
        for dispute in incident.get("disputes", []):
            self.keys(where, dispute, "dispute")
            self.allowed(f"{where} disputes", dispute, "slot", DISPUTE_SLOTS, must=True)
            values = dispute.get("values", [])
            if len({value.get("value") for value in values}) < 2:
                self.fault(where, "a dispute wants two or more values")
            for at in (at for value in values for at in value.get("claims", [])):
                self.claim(f"{where} disputes", at)

    def incident(self, where: str, incident: dict[str, Any]) -> None:
        self.keys(where, incident, "incident")
        self.allowed(where, incident, "type", EVENT_TYPES, must=True)
        if not incident.get("time") or not all(edtf_valid(value) for value in incident["time"]):
            self.fault(where, f"time {incident.get('time')!r}")
        if "place" in incident:
            self.place(where, incident["place"])
        for name, claims in incident.get("reports", {}).items():
            for claim in claims:
                self.claim(f"{where} reports", {"report": name, "claim": claim})
        names = set(incident.get("reports", {}))
        self.origins(where, incident, names)
        self.contested(where, incident, names)
        self.state(where, incident)

    def check(self) -> list[str]:
        self.keys("top", self.gold, "across")
        ids = [str(incident.get("id")) for incident in self.gold.get("incidents", [])]
        for name in (name for name, times in Counter(ids).items() if times > 1 or name == "None"):
            self.fault(name, "id missing or used twice")
        for name, incident in zip(ids, self.gold.get("incidents", []), strict=True):
            self.incident(name, incident)
        for pair in self.gold.get("contradictions", []):
            self.keys("contradictions", pair, "across contradiction")
            for side in ("a", "b"):
                self.claim("contradictions", pair.get(side) or {})
        for pair in self.gold.get("not_same", []):
            self.keys("not_same", pair, "not same")
            if pair.get("a") == pair.get("b") or not {pair.get("a"), pair.get("b")} <= set(ids):
                self.fault("not_same", f"{pair.get('a')!r} and {pair.get('b')!r}")
        return self.faults


def statistics(reports: list[Report]) -> Iterator[str]:
    claims = [claim for report in reports for claim in report.gold.get("claims", [])]
    cues = Counter(link["cue"].lower() for c in claims for link in c.get("chain", []) if link.get("cue"))
    words = sum(len(report.text.split()) for report in reports)
    yield f"reports {len(reports)}, words {words}, claims {len(claims)}, cues {len(cues)}"
    for field in ("kind", "polarity", "certainty", "quote"):
        yield f"{field}: {dict(Counter(str(c.get(field)) for c in claims).most_common())}"
    yield f"chain depth: {dict(sorted(Counter(len(c.get('chain', [])) for c in claims).items()))}"
    sources = Counter(link.get("kind") for c in claims for link in c.get("chain", []))
    yield f"source kind: {dict(sources.most_common())}"
    yield "cues: " + ", ".join(f"{cue} {n}" if n > 1 else cue for cue, n in cues.most_common())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--stats", action="store_true")
    options = parser.parse_args()
    reports: list[Report] = []
    faults: list[str] = []
    together: list[Path] = []  # these speak of several reports, so they come last
    for path in sorted(options.folder.rglob("*.gold.yaml")):
        if path.name.endswith(ACROSS):
            together.append(path)
            continue
        try:
            report = Report(path)
        except (OSError, yaml.YAMLError) as error:
            faults.append(f"{path.name}: {error}")
            continue
        reports.append(report)
        faults += report.check()
        if options.show:
            print("\n".join(report.show()))
    for path in together:
        beside = {report.stem: report for report in reports if report.path.parent == path.parent}
        try:
            faults += Across(path, beside).check()
        except yaml.YAMLError as error:
            faults.append(f"{path.name}: {error}")
    if options.stats:
        print("\n".join(statistics(reports)))
    print("\n".join([*faults, f"{len(reports)} reports, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
