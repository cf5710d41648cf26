"""The vocabulary of what leaves a workspace: what is chosen, on which terms, what is withheld, and the material.

All are frozen. Claims and events of readings are named by the ids of their report and of the item in its reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sayso.incidents import Incident
from sayso.outline import View
from sayso.records import Reading, Report, Version
from sayso.search import Filters

Profile = Literal["internal", "partner", "public"]
Format = Literal[
    "csv-events", "csv-claims", "csv-evidence", "jsonl", "parquet", "geojson", "annotations", "plover", "acled", "ucdp"
]  # fmt: skip
BriefingFormat = Literal["markdown", "html", "json"]
Withheld = Literal["name", "source", "place", "address"]
Item = tuple[str, str]  # a report's id, and that of a claim, an event or a place in its latest reading


# ---- what is asked for ----


@dataclass(frozen=True, slots=True)
class Selection:
    """Which incidents leave: those named, else those that a view shows and, of a search, those of the reports found.

    A page gives the very view and search by which it shows its list, so that what is seen is what is exported. An
    empty selection is all there are, the latest first.
    """

    incidents: tuple[str, ...] = ()
    view: View = field(default_factory=View)
    words: str = ""
    filters: Filters = field(default_factory=Filters)
    offset: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How it leaves: for whom, whether with what nobody reviewed, and what a format offers besides.

    `hxl` adds a row of tags under the header of a CSV, `areas` draws every place as the area it may lie in, and `base`
    is where the pages of the workspace are served, to which addresses are made.
    """

    profile: Profile = "internal"
    unreviewed: bool = False
    hxl: bool = False
    areas: bool = False
    base: str = "http://127.0.0.1:8737"


ALL = Selection()
USUAL = Terms()


# ---- the material ----


@dataclass(frozen=True, slots=True)
class District:
    """The area that a place is generalised to: a second-level area, else a first-level one, else the country.

    `itself` says that the place is that area, or a wider one; `radius_m` is its extent by the point-radius method.
    """

    name: str
    country: str
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    radius_m: int
    itself: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A report with its latest reading as it is cited; `text_sha256` is of the canonical text in UTF-8."""

    report: Report
    version: Version
    reading: Reading
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Case:
    """One incident with all that an export needs of it.

    `sources` are its reports by id, `accepted` the claims and events in them that a person accepted, `districts` what
    their places are generalised to; a place without an entry lies nobody knows where.
    """

    incident: Incident
    sources: Mapping[str, Cited]
    accepted: frozenset[Item] = frozenset()
    districts: Mapping[Item, District] = field(default_factory=dict)


# ---- what is withheld ----


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a report's canonical text, in code points."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words that do not leave: what kind they are, what stands in their stead, why, and where they were found."""

    kind: Withheld
    words: str
    instead: str
    because: str
    found: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export comes to: how much leaves, how much stays because nobody reviewed it, and what is withheld.

    `undated` counts the events without a time, which formats that require a date leave out. `readings` are those that
    were looked at (`REPORT/NUMBER`); an export holds no other, since what it would have to withhold is on no list.
    """

    events: int
    claims: int
    unreviewed: int
    undated: int
    withheld: tuple[Redaction, ...] = ()
    readings: frozenset[str] = frozenset()
