"""What each page shows: one context record a page, made from records and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.incidents import Incident
from sayso.records import Block, Custody, Furniture, Listed, Notice, Reading, Report, Role, Version
from sayso.spans import Span
from sayso.web.cards import Card, by_block, cards
from sayso.web.event_cards import Country, EventCard, PlaceCard, Scene, scene
from sayso.web.segments import Segment, Strand, segments

PAGE_LENGTH = 50


@dataclass(frozen=True, slots=True)
class ListPage:
    """The list of reports: one page of rows, the search that chose them, and how many there are in all."""

    rows: tuple[Listed, ...]
    words: str
    number: int
    total: int

    @property
    def first(self) -> int:
        """The position of the first row, from 1."""
        return (self.number - 1) * PAGE_LENGTH + 1

    @property
    def last(self) -> int:
        """The position of the last row."""
        return self.first + len(self.rows) - 1

    @property
    def exercise(self) -> bool:
        """Whether a row is a bundled sample."""
        return any(is_exercise(row.report) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text with what belongs beside it: the cards, and notices or why it was set apart.

    `graphic` says that it tells of an attack or of people killed or injured.
    """

    role: Role
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]
    events: tuple[EventCard, ...]
    places: tuple[PlaceCard, ...]
    notices: tuple[Notice, ...]
    furniture: tuple[Furniture, ...]
    graphic: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept beside a reading: the readings there are, how the bytes came, and later or earlier versions.

    `others` are the reports with other bytes that were added from the same address, `incidents` those it tells of.
    """

    versions: tuple[Version, ...]
    custody: tuple[Custody, ...]
    others: tuple[Report, ...] = ()
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What a page needs that is in no reading: where it is served, names of countries, and the marks switched on.

    `base` is the scheme and host that permanent addresses begin with.
    """

    base: str
    country: Country
    shown: frozenset[str] = frozenset({"times"})


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """One reading of one report.

    `cards` are by claim id; `title` is the block that serves as heading, `rows` are all the others, in order. `shown`
    are the marks switched on: `events`, `places`, `times`.
    """

    report: Report
    version: Version
    kept: Kept
    reading: Reading
    cards: Mapping[str, Card]
    scene: Scene
    title: Row | None
    rows: tuple[Row, ...]
    shown: frozenset[str]

    @property
    def address(self) -> str:
        """The path of this very reading."""
        return f"/d/{self.report.id}/v/{self.version.number}"

    @property
    def attributed(self) -> int:
        """How many claims have a source other than the report's own voice."""
        return sum(bool(claim.chain) for claim in self.reading.claims)

    @property
    def newest(self) -> int:
        """The number of the latest reading."""
        return self.kept.versions[-1].number

    @property
    def exercise(self) -> bool:
        """Whether the report is a bundled sample."""
        return is_exercise(self.report)


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """A refusal in plain words: what happened and what to do about it."""

    status: int
    name: str
    cause: str
    cure: str


def is_exercise(report: Report) -> bool:
    """Whether the report is one of the invented samples that come with the program."""
    return (report.meta.url or "").startswith("sample:") or report.origin.startswith("sample:")


def reading_page(report: Report, found: tuple[Version, Reading], kept: Kept, around: Around) -> ReadingPage:
    """Lay a reading out for the page."""
    version, reading = found
    made = cards(report, reading, f"{around.base}/d/{report.id}/v/{version.number}")
    told = scene(reading, around.country)
    rows = _rows(reading, made, told)
    title = next((row for row in rows if row.role == "title"), None)
    others = tuple(row for row in rows if row is not title)
    by_id = {card.id: card for card in made}
    return ReadingPage(report, version, kept, reading, by_id, told, title, others, around.shown)


def _rows(reading: Reading, made: tuple[Card, ...], told: Scene) -> tuple[Row, ...]:
    text, beside = reading.text, by_block(made, reading)
    parts = (part.span for card in made for part in (*card.said, *card.content))
    linked = (Strand(span, "linked") for span in (text.byline, *parts) if span)
    return tuple(
        Row(
            role=block.role,
            segments=cut_up,
            cards=tuple(beside.get(number, ())),
            events=tuple(card for card in told.events if _begins_in(card.trigger, block)),
            places=tuple(card for card in told.places if _begins_in(card.trigger, block)),
            notices=tuple(notice for notice in text.notices if notice.span.overlaps(block.span)),
            furniture=tuple(item for item in text.furniture if item.span.overlaps(block.span)),
            graphic=any(card.graphic and card.trigger.overlaps(block.span) for card in told.events),
        )
        for number, (block, cut_up) in enumerate(
            zip(text.blocks, segments(reading, (*linked, *told.strands())), strict=True)
        )
    )


def _begins_in(span: Span, block: Block) -> bool:
    return block.span.start <= span.start < block.span.end
