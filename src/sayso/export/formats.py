"""Every format there is: what it is for, what it loses, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sayso import __version__
from sayso.export import acled, csvs, geojson, jsons, parquet, plover, ucdp, webannotation
from sayso.outgoing import Case, Format, Terms

Head = dict[str, Any]
Write = Callable[[Iterable[Case], Terms, Head], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Described:
    """A format: its media type and file ending, what it is, by which specification, and what it cannot hold."""

    media_type: str
    suffix: str
    what: str
    specification: str
    loses: str
    write: Write


def written(name: Format, cases: Iterable[Case], terms: Terms, made: str) -> Iterator[bytes]:
    """Give an export piece by piece; `made` is when, UTC. Raises MissingPackage for Parquet without pyarrow."""
    return FORMATS[name].write(cases, terms, head(name, terms, made))


def head(name: Format, terms: Terms, made: str) -> Head:
    """Return what a file says of itself, where its format has room for that."""
    return {
        "program": f"sayso {__version__}",
        "made": made,
        "profile": terms.profile,
        "unreviewed": terms.unreviewed,
        "loses": FORMATS[name].loses,
    }


def _bare(write: Callable[[Iterable[Case], Terms], Iterator[bytes]]) -> Write:
    """Make a writer of one whose format has no room for a head."""
    return lambda cases, terms, _: write(cases, terms)


_CSV = "RFC 4180, UTF-8; cells that begin like a formula have an apostrophe in front"
_TABLE = "Lists are joined by “; ”. What has parts of its own is left out: "

FORMATS: Mapping[Format, Described] = {
    "csv-events": Described(
        "text/csv",
        ".csv",
        "one row an incident",
        _CSV,
        f"{_TABLE}who holds which disputed value, contradictions, the reports of each origin, reasons.",
        _bare(partial(csvs.table, "events")),
    ),
    "csv-claims": Described(
        "text/csv",
        ".csv",
        "one row a claim, with its citation",
        _CSV,
        f"{_TABLE}the chain of voices with the cue of each; the gaps in a content of several pieces.",
        _bare(partial(csvs.table, "claims")),
    ),
    "csv-evidence": Described(
        "text/csv",
        ".csv",
        "one row a quoted span: content, speaker, relay, cue, hedge",
        _CSV,
        "Which relay a cue belongs to; everything that is concluded from the spans.",
        _bare(partial(csvs.table, "evidence")),
    ),
    "jsonl": Described(
        "application/jsonl",
        ".jsonl",
        "events, claims and evidence, one JSON object a line, the first line about the file",
        "JSON Schema 2020-12, printed by `sayso export schema`",
        "The texts of the reports and what was read in them besides the claims given here: mentions, single events "
        "with their places, times and tolls, of which the incident has the sum. Judgements, but that a claim was "
        "accepted.",
        jsons.lines,
    ),
    "parquet": Described(
        "application/zip",
        ".zip",
        "a ZIP of events, claims and evidence as Parquet, with the JSON Schema",
        "Apache Parquet, written by pyarrow",
        "As jsonl. What has parts of its own stands as JSON in a text column.",
        parquet.bundle,
    ),
    "geojson": Described(
        "application/geo+json",
        ".geojson",
        "one feature an incident, with its uncertainty",
        "RFC 7946",
        "Claims one by one, and on what they differ but for the values. A circle of 64 corners stands for an area; "
        "a place known no closer than a province is never a point.",
        geojson.collection,
    ),
    "annotations": Described(
        "application/ld+json",
        ".jsonld",
        "one Web Annotation a claim, with both a quote and a position selector in each target",
        "W3C Web Annotation Data Model",
        "The chain but for its sentence; origins, disputes, times and places. Words before and after a quotation "
        "are given in the profile internal alone; where words are withheld a quotation no longer matches its text.",
        webannotation.page,
    ),
    "plover": Described(
        "application/jsonl",
        ".plover.jsonl",
        "one PLOVER event a line",
        "fields of the PLOVER manual (openeventdata/PLOVER)",
        "Events without a date or a type, whole; who said what through whom, denials, hedges, disputes; radius of the "
        "place. Modes, contexts and codes of actors are not read. Numbers of people where claims differ.",
        _bare(plover.records),
    ),
    "acled": Described(
        "text/csv",
        ".acled.csv",
        "one row an incident, in ACLED's columns",
        "31 columns, ACLED column guide of 2023",
        "Chains, denials, origins, the radius. One number of dead alone: empty where claims differ. Empty because "
        "nobody coded them: event_type (but strategic developments), sub_event_type, inter1, inter2, interaction, "
        "civilian_targeting, region, admin3, source_scale. A range of days becomes its first day.",
        _bare(acled.file),
    ),
    "ucdp": Described(
        "text/csv",
        ".ged.csv",
        "one row an incident, in the columns of UCDP GED",
        "49 columns, UCDP GED 23.1",
        "Chains, denials, origins, the radius but for where_prec. Empty because nobody coded them: type_of_violence, "
        "conflicts, dyads and their numbers, priogrid_gid, country_id, region, event_clarity, deaths by side, gwnoa, "
        "gwnob. best is empty where claims differ.",
        _bare(ucdp.file),
    ),
}  # fmt: skip
