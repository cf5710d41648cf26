"""What each page shows: one context record a page, made from records and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.records import Custody, Furniture, Listed, Notice, Reading, Report, Role, Version
from sayso.web.cards import Card, by_block, cards
from sayso.web.segments import Segment, segments

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
    """A block of the text with what belongs beside it: the cards of its claims, and notices or why it was set apart."""

    role: Role
    segments: tuple[Segment, ...]
    cards: tuple[Card, ...]
    notices: tuple[Notice, ...]
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """One reading of one report.

    `cards` are by claim id; `title` is the block that serves as heading, `rows` are all the others, in order.
    """

    report: Report
    version: Version
    versions: tuple[Version, ...]
    custody: tuple[Custody, ...]
    reading: Reading
    cards: Mapping[str, Card]
    title: Row | None
    rows: tuple[Row, ...]

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
        return self.versions[-1].number

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


def reading_page(
    report: Report,
    found: tuple[Version, Reading],
    versions: tuple[Version, ...],
    custody: tuple[Custody, ...],
    base: str,
) -> ReadingPage:
    """Lay a reading out for the page; `base` is the scheme and host that permanent addresses begin with."""
    version, reading = found
    made = cards(report, reading, f"{base}/d/{report.id}/v/{version.number}")
    rows = _rows(reading, made)
    title = next((row for row in rows if row.role == "title"), None)
    others = tuple(row for row in rows if row is not title)
    return ReadingPage(report, version, versions, custody, reading, {card.id: card for card in made}, title, others)


def _rows(reading: Reading, made: tuple[Card, ...]) -> tuple[Row, ...]:
    text, beside = reading.text, by_block(made, reading)
    parts = (part.span for card in made for part in (*card.said, *card.content))
    linked = [span for span in (text.byline, *parts) if span]
    return tuple(
        Row(
            role=block.role,
            segments=cut_up,
            cards=tuple(beside.get(number, ())),
            notices=tuple(notice for notice in text.notices if notice.span.overlaps(block.span)),
            furniture=tuple(item for item in text.furniture if item.span.overlaps(block.span)),
        )
        for number, (block, cut_up) in enumerate(zip(text.blocks, segments(reading, linked), strict=True))
    )
