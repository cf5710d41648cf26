"""The vocabulary that every room shares: what is received, what is read, and what is claimed.

All records are frozen. Identifiers (`m1`, `e1`, `t1`, `p1`, `v1`, `c1`) are unique within one reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.errors import SaysoError
from sayso.spans import Span

Format = Literal["text", "html", "pdf", "json"]
Role = Literal["title", "heading", "paragraph", "byline", "dateline", "furniture", "notice"]
NoticeKind = Literal["translation", "unverified", "responsibility", "correction", "syndication"]
MentionType = Literal[
    "person", "organisation", "armed_group", "place", "facility", "weapon", "vehicle",
    "nationality", "quantity", "money", "time", "document",
]  # fmt: skip
SourceKind = Literal[
    "named_person", "named_role", "organisation", "outlet", "document", "unnamed", "unspecified"
]  # fmt: skip
ClaimKind = Literal["report", "denial", "responsibility", "assessment", "forecast", "intention", "demand"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Quote = Literal["direct", "indirect", "mixed", "none"]
Sense = Literal["say", "deny", "assess", "accuse", "forecast", "intend", "demand", "responsibility", "hearsay"]
PartOfDay = Literal["dawn", "morning", "afternoon", "evening", "night"]


# ---- what is received ----


@dataclass(frozen=True, slots=True)
class Meta:
    """What the user says about a report, by flag or sidecar; it outranks what the bytes say of themselves."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None  # EDTF
    timezone: str | None = None  # IANA name


@dataclass(frozen=True, slots=True)
class Capture:
    """One report exactly as received. `sha256` is of `data`; `origin` is the path, URL or `FILE line N`.

    Format `json` is one line of a JSONL file: an object with `text` or `html` and, if known, what `Meta` holds.
    """

    sha256: str
    data: bytes
    name: str
    origin: str
    format: Format
    meta: Meta = Meta()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not taken in, and why; it is listed, never dropped in silence."""

    name: str
    origin: str
    error: SaysoError


@dataclass(frozen=True, slots=True)
class Custody:
    """One line of the log of what was received: when, from where, by which tool. `hash` covers `previous`."""

    sequence: int
    at: str  # UTC, ISO 8601 with seconds
    sha256: str
    origin: str
    tool: str
    previous: str
    hash: str


# ---- what is read ----


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized piece of the canonical text and what it is.

    A `dateline` ("MARIB, 3 May (Wire) —") is cut off the front of its paragraph, or stands in a line of its own.
    """

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that is not part of the article, with the reason it was set apart."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the outlet says about the article itself. `outlet` is the one named; `covers` the words it is about."""

    kind: NoticeKind
    span: Span
    outlet: str | None = None
    covers: Span | None = None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A possible publication date, where it was found, and whether and why it was chosen."""

    edtf: str
    found_in: str
    chosen: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The one canonical text of a report. Every offset in the program is into `body`, in code points.

    `blocks` are in order, do not overlap, and cover all that is not white space.
    """

    body: str
    blocks: tuple[Block, ...]
    title: Span | None = None
    byline: Span | None = None
    outlet: str | None = None
    published: str | None = None  # EDTF
    timezone: str | None = None  # IANA name
    language: str = "und"  # ISO 639-1
    notices: tuple[Notice, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    dates: tuple[DateCandidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where something is named or referred to; `entity` joins mentions of the same thing."""

    id: str
    span: Span
    type: MentionType
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, group or thing; `name` is the fullest name the report gives it."""

    id: str
    name: str
    type: MentionType
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `edtf` is None where the report gives no anchor; `anchor` says which was used."""

    id: str
    span: Span
    edtf: str | None
    part_of_day: PartOfDay | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How a relative place lies from another: degrees clockwise from north, metres."""

    place: str
    bearing_deg: float | None = None
    distance_m: float | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """Another place of the same name that was weighed and not chosen."""

    name: str
    geonames: int | None
    country: str
    admin1: str | None
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its uncertainty radius in metres (point-radius method); never a bare point.

    `precision` is as ACLED's: 1 the town or spot, 2 its surroundings or district, 3 a province or more. `because` says
    in sentences why this place was chosen.
    """

    id: str
    span: Span
    basis: Literal["gazetteer", "relative", "unresolved"]
    name: str | None = None
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_m: int | None = None
    relation: Relation | None = None
    precision: int | None = None
    because: tuple[str, ...] = ()
    runners_up: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people, in which slot; `high` is None where the text gives only a lower bound."""

    slot: Literal["killed", "injured", "captured", "displaced", "missing"]
    low: int
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened: a trigger, its PLOVER type, and who, to whom, where, when."""

    id: str
    trigger: Span
    type: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    time: str | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tolls: tuple[Toll, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that give a content to a source: the bridge from tagged spans to a claim.

    `source` is None for hearsay with nobody named. `relays` run outward from the speaker, each with its cue. `cue` is
    None where a quotation goes on and the cue stands in another sentence. `sense` says what kind of saying it is.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    sense: Sense
    sentence: Span
    relays: tuple[tuple[Span, Span | None], ...] = ()
    quoted: Quote = "indirect"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a trained reader holds of a content, of which `span` is the first piece."""

    span: Span
    kind: ClaimKind
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word by which an event is told, its PLOVER type, and the words that say who, to whom, where and when."""

    span: Span
    type: str
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    actor: Span | None = None
    recipient: Span | None = None
    place: Span | None = None
    time: Span | None = None


@dataclass(frozen=True, slots=True)
class Tags:
    """What a reader finds in a text before anything is concluded from it; `own` are sentences in the report's voice.

    `text` is the text with the notices and the furniture besides that the reader sees; None where it looks for none.
    `hints` are single words that may tell an event, which the reader holds for less likely than not.
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    own: tuple[Span, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    hints: tuple[Trigger, ...] = ()
    text: Text | None = None
    remarks: tuple[str, ...] = ()


# ---- what is claimed ----


@dataclass(frozen=True, slots=True)
class Link:
    """One voice in a chain: the speaker, or one who relayed. `label` is None for hearsay with nobody named."""

    label: Span | None
    kind: SourceKind
    entity: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, by whom, through whom, how surely. An empty chain is the report's own voice."""

    id: str
    content: tuple[Span, ...]
    chain: tuple[Link, ...] = ()
    kind: ClaimKind = "report"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    quote: Quote = "none"
    hedges: tuple[Span, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one model found in one report. `remarks` say in sentences what could not be done, and why."""

    sha256: str
    model: str
    text: Text
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    remarks: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Report:
    """A stored report: the bytes received once, under the name they were added with."""

    id: str
    sha256: str
    name: str
    origin: str
    format: Format
    meta: Meta
    added: str  # UTC, ISO 8601 with seconds


# ---- what is kept ----


@dataclass(frozen=True, slots=True)
class Version:
    """One stored reading of a report: its number (from 1), the model that made it, and when (UTC)."""

    number: int
    model: str
    at: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list of reports: the report with what its latest reading shows at a glance."""

    report: Report
    version: Version
    title: str | None
    outlet: str | None
    published: str | None
    language: str
    claims: int
    attributed: int
    notices: int


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input: stored now (`new`), or stored before and left as it was."""

    report: Report
    new: bool
    claims: int
