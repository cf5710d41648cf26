"""The canonical text cut into segments, so that overlapping, nested and discontinuous spans can all be marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.records import Block, Claim, Reading
from sayso.spans import Span, cut

Mark = Literal["claim", "source", "cue", "hedge", "time", "notice", "furniture", "linked", "event", "place"]


@dataclass(frozen=True, slots=True)
class Strand:
    """A span that is to be marked, and the claim, event or place it belongs to, if any.

    `name` is an address of its own beside that by offsets, and `card` the id of what a link behind it leads to.
    """

    span: Span
    mark: Mark
    claim: str | None = None
    name: str | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text and the strands through it, the longest first."""

    span: Span
    running: tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text through which the same spans run.

    `claims` have it in their content, `parts_of` are the claims, events and places it is another part of; `opens` and
    `closes` are the claims that first begin and last end here; `anchors` the `s=START-END` addresses of the spans that
    begin here, and the ids of events and places named here; `refs` are the events and places whose words end here.
    """

    text: str
    start: int
    claims: tuple[str, ...] = ()
    parts_of: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


def anchor(span: Span) -> str:
    """Return the fragment that addresses a span: `s=120-185`."""
    return f"s={span.start}-{span.end}"


def segments(reading: Reading, further: Iterable[Strand] = ()) -> tuple[tuple[Segment, ...], ...]:
    """Return the segments of each block, in the order of `reading.text.blocks`; joined they are the block's text.

    `further` are strands besides those of claims, times, notices and furniture.
    """
    blocks = reading.text.blocks
    strands = _by_block(blocks, [*_strands(reading), *further])
    rows = [tuple(_pieces(reading.text.body, block.span, mine)) for block, mine in zip(blocks, strands, strict=True)]
    closes = _closings(piece for row in rows for piece in row)
    seen: set[str] = set()
    return tuple(tuple(_segment(piece, seen, closes) for piece in row) for row in rows)


def _strands(reading: Reading) -> Iterator[Strand]:
    for claim in reading.claims:
        yield from _strands_of(claim)
    yield from (Strand(time.span, "time") for time in reading.times)
    yield from (Strand(notice.span, "notice") for notice in reading.text.notices)
    yield from (Strand(furniture.span, "furniture") for furniture in reading.text.furniture)


def _strands_of(claim: Claim) -> Iterator[Strand]:
    yield from (Strand(span, "claim", claim.id) for span in claim.content)
    yield from (Strand(link.label, "source", claim.id) for link in claim.chain if link.label)
    yield from (Strand(link.cue, "cue", claim.id) for link in claim.chain if link.cue)
    yield from (Strand(hedge, "hedge", claim.id) for hedge in claim.hedges)


def _by_block(blocks: tuple[Block, ...], strands: Iterable[Strand]) -> list[list[Strand]]:
    starts = [block.span.start for block in blocks]
    ends = [block.span.end for block in blocks]
    found: list[list[Strand]] = [[] for _ in blocks]
    for strand in strands:
        for row in range(bisect_right(ends, strand.span.start), bisect_left(starts, strand.span.end)):
            found[row].append(strand)
    return found


def _pieces(body: str, block: Span, strands: list[Strand]) -> Iterator[_Piece]:
    """Cut the block wherever a strand begins or ends; sweeps from left to right."""
    inside = {place for strand in strands for place in (strand.span.start, strand.span.end)}
    bounds = sorted({place for place in inside if block.start < place < block.end} | {block.start, block.end})
    waiting = sorted(strands, key=lambda strand: (strand.span.start, -strand.span.end), reverse=True)
    running: list[Strand] = []
    for start, end in pairwise(bounds):
        running = [strand for strand in running if strand.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            running.append(waiting.pop())
        yield _Piece(cut(body, start, end), tuple(sorted(running, key=lambda strand: -len(strand.span))))


def _closings(pieces: Iterable[_Piece]) -> dict[int, list[str]]:
    """Map the start of a piece to the claims that end there for good."""
    last = {strand.claim: piece.span.start for piece in pieces for strand in piece.running if strand.mark == "claim"}
    found: dict[int, list[str]] = {}
    for claim, start in last.items():
        if claim is not None:
            found.setdefault(start, []).append(claim)
    return found


def _segment(piece: _Piece, seen: set[str], closes: dict[int, list[str]]) -> Segment:
    """Make the segment; ids already `seen` on an earlier one are not given again."""
    claims = _unique(strand.claim for strand in piece.running if strand.mark == "claim")
    opens = tuple(claim for claim in claims if claim not in seen)
    names = (name for strand in piece.running for name in (anchor(strand.span), strand.name))
    anchors = tuple(name for name in _unique(names) if name not in seen)
    seen.update(opens, anchors)
    return Segment(
        text=piece.span.text,
        start=piece.span.start,
        claims=claims,
        parts_of=_unique(strand.claim for strand in piece.running if strand.mark != "claim"),
        marks=tuple(dict.fromkeys(strand.mark for strand in piece.running)),
        opens=opens,
        closes=tuple(closes.get(piece.span.start, ())),
        anchors=anchors,
        refs=_unique(strand.card for strand in piece.running if strand.span.end == piece.span.end),
    )


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))
