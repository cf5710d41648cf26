"""A reading whose claims bear the ids of the marked claims that they are, so that accounts of both can be compared."""

from __future__ import annotations

from dataclasses import replace

from corpus.tools.gold import Report
from corpus.tools.quotes import overlap, parts

from sayso.records import Claim, Reading

_SAME = 0.1  # of two contents that overlap: enough to find a marked claim again in a reading


def aligned(report: Report, reading: Reading) -> Reading:
    """Rename the claims: each marked id goes to one claim, those that overlap most first; the rest keep theirs, primed.

    The reading's text must be that of the report.
    """
    pairs = sorted(
        (-shared, claim.id, mark["id"])
        for mark in report.claims
        for claim in reading.claims
        if (shared := overlap(_spans(claim), parts(report.text, mark))) > _SAME
    )
    marked: dict[str, str] = {}
    for _, claim, mark in pairs:
        if claim not in marked and mark not in marked.values():
            marked[claim] = mark
    return replace(reading, claims=tuple(replace(one, id=marked.get(one.id, f"{one.id}'")) for one in reading.claims))


def _spans(claim: Claim) -> list[tuple[int, int]]:
    return [(piece.start, piece.end) for piece in claim.content]
